import { defineFramework } from "./framework.ts";
import { methodExports, responseClass, responseDialect } from "./response.ts";

/** `onRequestGet` and its kin: https://developers.cloudflare.com/pages/functions/api-reference/ */
const pagesExports = Object.fromEntries(Object.keys(methodExports).map((method) => [`onRequest${method.charAt(0)}${method.slice(1).toLowerCase()}`, method]));

/** https://fetch.spec.whatwg.org/#response-class, as Node.js, Bun, Deno, Cloudflare and Vercel serve it. */
export const framework = defineFramework({
  ...responseDialect,
  name: "fetch",
  packages: [],
  made: [responseClass({})],
  files: [
    { name: "`functions/**`", path: /(?:^|\/)functions(?<route>\/.*)\.[cm]?[jt]sx?$/, exports: { onRequest: "ANY", ...pagesExports, ...methodExports } },
    { name: "`+server`", path: /(?:^|\/)src\/routes(?<route>\/(?:.*\/)?)\+server\.[jt]s$/, exports: { ...methodExports, fallback: "ANY" } },
    { path: /(?:^|\/)hooks\.server\.[jt]s$/, exports: { handle: "ANY" }, isMiddleware: true },
    { path: /(?:)/, exports: { ...methodExports, loader: "GET", "default.fetch": "ANY" } },
  ],
  isLenientSomewhere: true,
  sinks: ["respondWith"],
});
