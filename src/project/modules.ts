/** Which file of the project a specifier means. Only files that are known count, so that nothing outside the project is found. */
import { dirname, join } from "node:path";
import { aliasesOf } from "./tsconfig.ts";

const extensions = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs"];

/** The file behind `./users`, `./users.js` (also where that is written for `users.ts`), `./users/` or an alias. */
export function moduleOf(specifier: string, from: string, root: string, isKnown: (path: string) => boolean): string | undefined {
  const bases = /^\.{1,2}(?:\/|$)/.test(specifier) ? [join(dirname(from), specifier)] : aliasesOf(specifier, from, root);
  for (const base of bases) {
    const path = base.replace(/[\\/]$/, "");
    const found = candidatesFor(path).find(isKnown);
    if (found !== undefined) return found;
  }
  return undefined;
}

function candidatesFor(path: string): string[] {
  const [, stem, module = ""] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? [];
  const sources = stem === undefined ? [] : [`${stem}.${module}ts`, `${stem}.tsx`];
  return [path, ...sources, ...extensions.map((extension) => path + extension), ...extensions.map((extension) => join(path, `index${extension}`))];
}
