/** Where a tsconfig.json or jsconfig.json leads the specifiers that are no paths. */
import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

interface Aliases {
  /** Pattern with at most one star, and the places that it stands for. */
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
  /** The folder in which every specifier may lie. */
  readonly baseUrl: string | undefined;
}

interface Entry {
  readonly checkedAt: number;
  readonly modifiedAt: number | undefined;
  readonly aliases: Aliases | undefined;
}

const entries = new Map<string, Entry>();

/** A file is looked at again at most this often (milliseconds). */
const freshness = 1000;

/** The paths without extension that a specifier may mean by the nearest configuration between the file and the root. */
export function aliasesOf(specifier: string, from: string, root: string): string[] {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const aliases = aliasesAt(join(folder, "tsconfig.json")) ?? aliasesAt(join(folder, "jsconfig.json"));
    if (aliases) return matches(specifier, aliases);
    if (folder === root || dirname(folder) === folder) return [];
  }
}

function matches(specifier: string, { paths, baseUrl }: Aliases): string[] {
  const found = paths.flatMap(([pattern, targets]) => {
    const [before = "", after] = pattern.split("*");
    const isMatch = after === undefined ? specifier === pattern : specifier.startsWith(before) && specifier.endsWith(after);
    const middle = after === undefined ? "" : specifier.slice(before.length, specifier.length - after.length);
    return isMatch ? targets.map((target) => target.replace("*", () => middle)) : [];
  });
  return baseUrl === undefined ? found : [...found, join(baseUrl, specifier)];
}

function aliasesAt(path: string): Aliases | undefined {
  const now = Date.now();
  const known = entries.get(path);
  if (known && now - known.checkedAt < freshness) return known.aliases;
  const modifiedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const isUnchanged = known !== undefined && known.modifiedAt === modifiedAt;
  const aliases = isUnchanged ? known.aliases : modifiedAt === undefined ? undefined : read(path);
  entries.set(path, { checkedAt: now, modifiedAt, aliases });
  return aliases;
}

/** A configuration that is no JSON says nothing; nor does one that lies in a package. */
function read(path: string, depth = 0): Aliases | undefined {
  let config: unknown;
  try {
    config = JSON.parse(withoutComments(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
  if (!isRecord(config)) return undefined;
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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
