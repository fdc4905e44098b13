/** Where a tsconfig.json or jsconfig.json leads the specifiers that are no paths. */
import { dirname, join, resolve } from "node:path";
import { isRecord, readObject } from "./json-files.ts";
import { keeping } from "./kept-files.ts";
import { placesFor } from "./star-patterns.ts";
import type { StarPatterns } from "./star-patterns.ts";

interface Aliases {
  readonly paths: StarPatterns;
  /** The folder in which every specifier may lie. */
  readonly baseUrl: string | undefined;
}

/** The paths without extension that a specifier may mean by the nearest configuration between the file and the root. */
export function aliasesOf(specifier: string, from: string, root: string): string[] {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const aliases = aliasesAt(join(folder, "tsconfig.json")) ?? aliasesAt(join(folder, "jsconfig.json"));
    if (aliases) return [...placesFor(specifier, aliases.paths), ...(aliases.baseUrl === undefined ? [] : [join(aliases.baseUrl, specifier)])];
    if (folder === root || dirname(folder) === folder) return [];
  }
}

const aliasesAt = keeping((path) => read(path));

/** A configuration that is no JSON says nothing; nor does one that lies in a package. */
function read(path: string, depth = 0): Aliases | undefined {
  const config = readObject(path, withoutComments);
  if (!config) return undefined;
  const { compilerOptions, extends: base } = config;
  const inherited = typeof base === "string" && base.startsWith(".") && depth < 4
    ? read(resolve(dirname(path), /\.json$/.test(base) ? base : `${base}.json`), depth + 1) : undefined;
  const { baseUrl, paths } = isRecord(compilerOptions) ? compilerOptions : {};
  const folder = typeof baseUrl === "string" ? resolve(dirname(path), baseUrl) : inherited?.baseUrl;
  const own = isRecord(paths) ? Object.entries(paths).map(([pattern, targets]) =>
    [pattern, (Array.isArray(targets) ? targets : []).map((target) => resolve(folder ?? dirname(path), String(target)))] as const) : undefined;
  return { baseUrl: folder, paths: own ?? inherited?.paths ?? [] };
}

/** JSON with comments and commas before a closing bracket, as the compiler takes it; what stands in quotation marks is kept. */
const withoutComments = (text: string): string =>
  text.replaceAll(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//g, "$1").replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, "$1");
