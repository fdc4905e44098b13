/** What the nearest package.json says about the packages a file uses. */
import { foldersAbove, manifestIn } from "./manifest.ts";
import type { Dependencies } from "./manifest.ts";

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
export function majorIn(range: string | undefined): number | undefined {
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

export const isProjectRoot = (folder: string): boolean => (manifestIn(folder)?.dependencies.size ?? 0) > 0;

function* dependenciesAbove(filename: string): Generator<Dependencies, undefined> {
  for (const folder of foldersAbove(filename)) {
    const manifest = manifestIn(folder);
    if (manifest) yield manifest.dependencies;
  }
}
