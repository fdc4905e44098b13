/** Packages that a project may have of its own: its copy first, so that its configuration meets the version it was written for. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ESLint } from "eslint";
import { Refusal } from "./refusal.ts";

/** The package's module, from the working directory or from beside the plugin; undefined where neither has it. */
export async function load<Module>(specifier: string, cwd: string, fits: (module: Module) => boolean = () => true): Promise<Module | undefined> {
  for (const from of [pathToFileURL(join(cwd, "package.json")), import.meta.url]) {
    let path: string;
    try {
      path = createRequire(from).resolve(specifier);
    } catch {
      continue;
    }
    const loaded = await import(pathToFileURL(path).href) as Module & { default?: Module };
    const module = loaded.default ?? loaded;
    if (fits(module)) return module;
  }
  return undefined;
}

export async function loadESLint(cwd: string): Promise<typeof ESLint> {
  const eslint = await load<{ ESLint: typeof ESLint }>("eslint", cwd, ({ ESLint: Class }) => isRecent(Class.version));
  if (!eslint) throw new Refusal("ESLint 9.15 or later is needed: npm install --save-dev eslint");
  return eslint.ESLint;
}

const isRecent = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 9 || (major === 9 && minor >= 15);
};
