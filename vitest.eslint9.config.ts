import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Everything that ESLint runs, on ESLint 9. An alias alone is not enough: `@typescript-eslint/*` would stay on ESLint 10. */
export default defineConfig({
  resolve: { alias: [{ find: /^eslint$/, replacement: "eslint9" }] },
  test: {
    include: ["tests/{eslint,rules,frameworks,exchange,support}/**/*.test.ts", "tests/docs.test.ts"],
    env: { ESLINT_MAJOR: "9" },
    pool: "forks",
    execArgv: ["--require", fileURLToPath(new URL("tests/eslint/answer-9.cjs", import.meta.url))],
  },
});
