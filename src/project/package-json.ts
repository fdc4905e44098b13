/** What the nearest package.json says about the packages a file uses. Read once, and again when it changes. */
import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Package names to version ranges, of every kind of dependency. */
export type Dependencies = ReadonlyMap<string, string>;

interface Entry {
  readonly checkedAt: number;
  readonly modifiedAt: number | undefined;
  readonly dependencies: Dependencies | undefined;
}

const entries = new Map<string, Entry>();

/** A file is looked at again at most this often (milliseconds), so that an editor sees changes and a run stays fast. */
const freshness = 1000;

/**
 * The version range of the first of these packages that the nearest package.json above the file names; where the
 * nearest one is silent, those further up are asked, as in a workspace.
 */
export function rangeOf(filename: string, packages: readonly string[]): string | undefined {
  for (const dependencies of dependenciesAbove(filename)) {
    for (const name of packages) {
      const range = dependencies.get(name);
      if (range !== undefined) return range;
    }
  }
  return undefined;
}

/** The major version that a range means, if it means one: `^4.18.2` is 4, `>=4` and `latest` are unknown. */
export function majorOf(range: string | undefined): number | undefined {
  const match = range?.trim().match(/^(?:npm:@?[^@]*@|workspace:)?[~^=v]*\s*(\d+)(?:\.|$|\s|-)/);
  return match && !/\|\||\s-\s|[<>]/.test(range ?? "") ? Number(match[1]) : undefined;
}

/** Every package named by the nearest package.json, or undefined where there is none. */
export const nearestDependencies = (filename: string): Dependencies | undefined => dependenciesAbove(filename).next().value ?? undefined;

/** The folder of the nearest package.json that has dependencies: one that only says `"type": "module"` begins no project. */
export function projectRootOf(filename: string): string | undefined {
  for (const folder of foldersAbove(filename)) if (isProjectRoot(folder)) return folder;
  return undefined;
}

export const isProjectRoot = (folder: string): boolean => (dependenciesIn(folder)?.size ?? 0) > 0;

function* dependenciesAbove(filename: string): Generator<Dependencies, undefined> {
  for (const folder of foldersAbove(filename)) {
    const dependencies = dependenciesIn(folder);
    if (dependencies) yield dependencies;
  }
}

function* foldersAbove(filename: string): Generator<string, undefined> {
  for (let folder = dirname(resolve(filename)); ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function dependenciesIn(folder: string): Dependencies | undefined {
  const now = Date.now();
  const known = entries.get(folder);
  if (known && now - known.checkedAt < freshness) return known.dependencies;
  const path = join(folder, "package.json");
  const modifiedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const isUnchanged = known?.modifiedAt === modifiedAt && known !== undefined;
  const dependencies = isUnchanged ? known.dependencies : modifiedAt === undefined ? undefined : read(path);
  entries.set(folder, { checkedAt: now, modifiedAt, dependencies });
  return dependencies;
}

/** The kinds of dependencies; of two ranges for one package the later kind counts: what runs, not what is supported. */
const kinds = ["peerDependencies", "optionalDependencies", "devDependencies", "dependencies"];

/** A package.json that is no JSON object says nothing; npm itself will complain about it. */
function read(path: string): Dependencies | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
  if (!isRecord(manifest)) return undefined;
  return new Map(kinds.flatMap((kind) => {
    const ranges = manifest[kind];
    return isRecord(ranges) ? Object.entries(ranges).map(([name, range]): [string, string] => [name, String(range)]) : [];
  }));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
