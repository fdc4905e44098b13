/** Packages that a project may have of its own: its copy first, then the one beside the plugin. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ESLint } from "eslint";
import { Refusal } from "./refusal.ts";

/** The module of the first package that fits, from the working directory or from beside the plugin; undefined where neither has it. */
function load<Module>(specifiers: readonly string[], cwd: string, fits: (module: Module) => boolean): Module | undefined {
  for (const from of [join(cwd, "package.json"), import.meta.url]) {
    for (const specifier of specifiers) {
      const module = required(specifier, createRequire(from)) as Module | undefined;
      if (module && fits(module)) return module;
    }
  }
  return undefined;
}

function required(specifier: string, require: NodeJS.Require): unknown {
  try {
    return require(specifier);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether a package is not installed, or one that it needs itself. */
export const isMissing = (error: unknown): boolean =>
  ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND", "ERR_PACKAGE_PATH_NOT_EXPORTED"].includes((error as NodeJS.ErrnoException).code ?? "");

export function loadESLint(cwd: string): typeof ESLint {
  const eslint = load<{ ESLint?: typeof ESLint }>(["eslint"], cwd, ({ ESLint: Class }) => Class !== undefined && isAtLeast(Class.version, 9, 15));
  if (!eslint?.ESLint) throw new Refusal(`ESLint 9.15 or later is needed: ${installing("eslint")}`);
  return eslint.ESLint;
}

export interface TypeScriptParser {
  parseForESLint(text: string, options?: unknown): { readonly scopeManager: object };
}

/** A parser for TypeScript. Projects name either the parser or the package that brings it. */
export function loadTypeScriptParser(cwd: string, eslintVersion: string): TypeScriptParser | undefined {
  // ESLint 10 asks more of the scopes than older parsers give.
  const fits = (parser: TypeScriptParser): boolean => !isAtLeast(eslintVersion, 10, 0) || "addGlobals" in parser.parseForESLint("").scopeManager;
  const module = load<TypeScriptParser | { readonly parser: TypeScriptParser }>(
    ["@typescript-eslint/parser", "typescript-eslint"], cwd, (each) => fits("parser" in each ? each.parser : each),
  );
  return module && "parser" in module ? module.parser : module;
}

/** The command that brings a package to where it is looked for: beside this plugin if npx fetched it, else into the project. */
export const installing = (name: string): string =>
  (/[\\/]_npx[\\/]/.test(fileURLToPath(import.meta.url))
    ? `npx --package=eslint-plugin-http-status --package=${name} eslint-plugin-http-status ${process.argv.slice(2).join(" ")}`
    : `npm install --save-dev ${name}`);

const isAtLeast = (version: string, leastMajor: number, leastMinor: number): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
};
