/** What is no code of the server: installed, built and copied files, and tests. A file that is named is read all the same. */

const folders = [
  "node_modules", "bower_components", "jspm_packages", ".yarn",
  "dist", "build", "out", "coverage", "vendor", "storybook-static", "cdk.out",
  ".next", ".nuxt", ".output", ".svelte-kit", ".astro", ".docusaurus", ".expo", ".vercel", ".netlify", ".wrangler",
  ".serverless", ".aws-sam", ".turbo", ".nx", ".cache", ".parcel-cache", ".vite", ".nyc_output", ".git",
  "test", "tests", "__tests__", "e2e", "cypress", "playwright",
  "mocks", "__mocks__", "fixtures", "__fixtures__", "__snapshots__",
];

const files = ["*.min.*", "*.bundle.*", "*.chunk.*", "*.d.{ts,mts,cts}", "*.{test,spec,e2e,e2e-spec,cy}.*", ".pnp.*"];

/** As the `ignores` of a configuration. */
export const leftOut: readonly string[] = [...folders.map((folder) => `**/${folder}/`), ...files.map((file) => `**/${file}`)];
