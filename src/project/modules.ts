/** Which file of the project a specifier means. Only files that are known count, so that nothing outside the project is found. */
import { dirname, join } from "node:path";
import { ownImports } from "./package-maps.ts";
import { aliasesOf } from "./tsconfig.ts";
import { workspaceAround, workspacePaths } from "./workspace.ts";

const extensions = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs"];

/**
 * The file behind `./users`, `./users.js` (also where that is written for `users.ts`), `./users/`, an alias of the compiler
 * or of the package, or the name of another package of the workspace.
 */
export function moduleOf(specifier: string, from: string, root: string, isKnown: (path: string) => boolean): string | undefined {
  for (const base of basesFor(specifier, from, root)) {
    const path = base.replace(/[\\/]$/, "");
    const found = candidatesFor(path).find(isKnown);
    if (found !== undefined) return found;
  }
  return undefined;
}

function* basesFor(specifier: string, from: string, root: string): Generator<string, undefined> {
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) {
    yield join(dirname(from), specifier);
    return undefined;
  }
  yield* aliasesOf(specifier, from, root);
  yield* ownImports(specifier, from);
  const workspace = workspaceAround(from);
  if (workspace !== undefined) yield* workspacePaths(specifier, workspace);
  return undefined;
}

function candidatesFor(path: string): string[] {
  const [, stem, module = ""] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? [];
  const sources = stem === undefined ? [] : [`${stem}.${module}ts`, `${stem}.tsx`];
  return [path, ...sources, ...extensions.map((extension) => path + extension), ...extensions.map((extension) => join(path, `index${extension}`))];
}
