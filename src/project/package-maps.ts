/** Which files a package.json names for the parts of a package. */
import { join } from "node:path";
import { foldersAbove, manifestIn } from "./manifest.ts";
import { placesFor } from "./star-patterns.ts";

/** The paths that `#lib/users` may mean in the package around a file. */
export function ownImports(specifier: string, from: string): string[] {
  for (const folder of specifier.startsWith("#") ? foldersAbove(from) : []) {
    const manifest = manifestIn(folder);
    if (manifest) return placesFor(specifier, manifest.imports).map((place) => join(folder, place));
  }
  return [];
}

/** The paths that a part of a package may mean, `.` being all of it: as it says, else where sources use to lie. */
export const partsOf = (folder: string, part: string): string[] =>
  [...placesFor(part, manifestIn(folder)?.exports ?? []), join("src", part), part].map((place) => join(folder, place));
