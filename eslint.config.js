import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/**
 * The sentence of the house: http, ast, project → frameworks → exchange → rules → index. A folder imports from itself and
 * from the folders that stand to its left.
 */
const layer = (folder, ...left) => [`${folder}/*`, `${folder}/*/**`].map((files, depth) => ({
  files: [`src/${files}`],
  rules: {
    "@typescript-eslint/no-restricted-imports": ["error", {
      patterns: [{
        // A room of the folder reaches the others of it one step up, and whatever stands to the left two.
        regex: `^${"\\.\\./".repeat(depth + 1)}${left.length === 0 ? "" : `(?!${left.join("|")})`}`,
        message: `src/${folder} stands to the left of it; see docs/architecture.md.`,
      }],
    }],
  },
}));

export default defineConfig([
  globalIgnores(["dist", "coverage", "examples", "tests/fixtures", "**/*.cjs"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      // Types alone come from the parser's packages, so a node's type is compared with a string, and given as one.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
  { files: ["src/**"], rules: { "max-lines": ["error", 200] } },
  // Tables may be as long as what they list.
  { files: ["src/http/status-codes.ts", "src/frameworks/*.ts"], rules: { "max-lines": "off" } },
  {
    // A test that is wrong about a type fails when it runs.
    files: ["tests/**"],
    rules: {
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // It runs the text of the programs that the wire tests compare with the model.
    files: ["tests/wire/program.ts"],
    rules: { "@typescript-eslint/no-implied-eval": "off", "@typescript-eslint/no-unsafe-call": "off" },
  },

  ...layer("http"),
  ...layer("ast"),
  ...layer("project"),
  ...layer("frameworks", "http/", "ast/", "project/"),
  ...layer("exchange", "http/", "ast/", "project/", "frameworks/", "settings\\.ts"),
  {
    files: ["src/rules/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", {
        patterns: [
          { regex: "^(?!\\.\\./(?:define-(?:status-)?rule\\.ts$|http/|exchange/)|\\./)", message: "A rule knows define-rule, define-status-rule, http and the model." },
          { regex: "^\\.\\./exchange/", allowTypeImports: true, message: "A rule is given the model; it imports its types only." },
        ],
      }],
    },
  },
]);
