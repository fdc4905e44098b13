/** The configuration for projects that have none, or whose own one is not wanted. */
import type { Linter } from "eslint";
import { load } from "./load.ts";

export interface OwnConfig {
  readonly asModules: readonly Linter.Config[];
  /** For JavaScript that does not parse as a module. */
  readonly asScripts: readonly Linter.Config[];
  /** Files for which no parser is installed, and the command that installs one. */
  readonly skips: { readonly files: RegExp; readonly install: string } | undefined;
}

const ignores = ["node_modules", "dist", "build", "coverage", ".next", "out"].map((folder) => `**/${folder}/`);

export async function ownConfig(cwd: string): Promise<OwnConfig> {
  const parser = await typescriptParser(cwd);
  const configOf = (sourceType: "module" | "commonjs"): Linter.Config[] => [
    { ignores: [...ignores, "**/*.min.js"] },
    {
      files: ["**/*.{js,mjs,cjs,jsx}"],
      languageOptions: { ecmaVersion: "latest", sourceType, parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    { files: ["**/*.{ts,mts,cts,tsx}"], languageOptions: { parser: parser ?? blank } },
  ];
  return {
    asModules: configOf("module"),
    asScripts: configOf("commonjs"),
    skips: parser ? undefined : { files: /\.[cm]?tsx?$/, install: "npm install --save-dev @typescript-eslint/parser typescript" },
  };
}

/** Projects name either the parser or the package that brings it. */
const typescriptParser = async (cwd: string): Promise<Linter.Parser | undefined> =>
  await load<Linter.Parser>("@typescript-eslint/parser", cwd) ?? (await load<{ parser: Linter.Parser }>("typescript-eslint", cwd))?.parser;

/** Reads nothing, so that ESLint still finds and counts the files that no parser can read. */
const blank: Linter.Parser = {
  parse: () => ({
    type: "Program", sourceType: "module", body: [], comments: [], tokens: [], range: [0, 0],
    loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
  }),
};
