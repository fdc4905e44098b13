/** The source files of a project: what a person wrote that runs on the server. */
import { readdirSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import { isProjectRoot } from "./package-json.ts";

/** Larger projects are read in part: what stands in the rest is unknown. */
const most = { files: 5000, folders: 2000 };

/** Packages, what is built, what browsers load, tests, and changes of a database. */
const leftOut = /^(?:\..*|node_modules|bower_components|jspm_packages|vendor|dist|build|out|coverage|tmp|public|__\w+__|tests?|specs?|e2e|cypress|mocks?|fixtures?|stories|migrations?|seeds?|seeders?)$/;
const source = /(?<!\.d|\.min|\.test|\.spec|\.e2e|\.cy|\.stories)\.[cm]?[jt]sx?$/;

/**
 * Every source file under the folders, or the files themselves. Links are not followed, so that the walk ends; a folder
 * with a package.json of its own is another project.
 */
export function sourceFilesUnder(starts: readonly string[]): string[] {
  const files: string[] = [];
  const folders: string[] = [];
  for (const start of starts) {
    const found = statSync(start, { throwIfNoEntry: false });
    if (found?.isDirectory()) folders.push(start);
    else if (found?.isFile()) files.push(start);
  }
  const own = new Set(folders);
  for (let at = 0; at < folders.length && at < most.folders; at++) {
    const folder = folders[at] as string;
    const entries = entriesOf(folder);
    if (!own.has(folder) && entries.some(({ name }) => name === "package.json") && isProjectRoot(folder)) continue;
    for (const entry of entries) {
      if (entry.isDirectory() && !leftOut.test(entry.name)) folders.push(join(folder, entry.name));
      if (entry.isFile() && source.test(entry.name)) files.push(join(folder, entry.name));
      if (files.length >= most.files) return files;
    }
  }
  return files;
}

/** In the order of their names. A folder that went away meanwhile, or that nobody may read, holds nothing for us. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
