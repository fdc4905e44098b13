/** The packages of a workspace, by their names: other projects whose sources lie beside those of this one. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { keeping, textAt } from "./kept-files.ts";
import { foldersAbove, manifestIn } from "./manifest.ts";
import { partsOf } from "./package-maps.ts";

/** The folder of the workspace that a file belongs to, if it belongs to one. */
export function workspaceAround(filename: string): string | undefined {
  for (const folder of foldersAbove(filename)) if (patternsIn(folder).length > 0) return folder;
  return undefined;
}

/** The paths that `@acme/http/replies` may mean in a workspace. */
export function workspacePaths(specifier: string, workspace: string): string[] {
  const [, name, part = ""] = /^((?:@[^/]+\/)?[^/.#@~]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  const folder = name === undefined ? undefined : packagesIn(workspace).get(name);
  return folder === undefined ? [] : partsOf(folder, part === "" ? "." : `./${part}`);
}

const patternsIn = (folder: string): readonly string[] => [...(manifestIn(folder)?.workspaces ?? []), ...(listedAt(join(folder, "pnpm-workspace.yaml")) ?? [])];

/** `- "packages/*"`: one pattern a line is all that the file is asked for. */
const listedAt = keeping((path) => Array.from(textAt(path).matchAll(/^\s*-\s*(["']?)([\w@./*-]+)\1\s*$/gm), ([, , pattern = ""]) => pattern));

const found = new Map<string, { readonly patterns: string; readonly packages: ReadonlyMap<string, string> }>();

/** Looked for again when the patterns change: packages come and go less often than an editor starts. */
function packagesIn(workspace: string): ReadonlyMap<string, string> {
  const patterns = patternsIn(workspace);
  const key = patterns.join("\n");
  const known = found.get(workspace);
  if (known?.patterns === key) return known.packages;
  const folders = patterns.flatMap((pattern) => foldersFor(pattern.split("/").filter((part) => part !== "." && part !== ""), workspace));
  const packages = new Map(folders.flatMap((folder): [string, string][] => {
    const name = manifestIn(folder)?.name;
    return name === undefined ? [] : [[name, folder]];
  }));
  found.set(workspace, { patterns: key, packages });
  return packages;
}

/** A star stands for one folder; two stand for one too, which is as deep as most workspaces are. */
function foldersFor([part, ...rest]: readonly string[], folder: string): string[] {
  if (part === undefined) return [folder];
  if (part === "..") return [];
  const inner = part.startsWith("*") ? foldersIn(folder) : [part];
  return inner.flatMap((name) => foldersFor(rest, join(folder, name)));
}

/** A folder that is not there, or that nobody may read, holds nothing. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && entry.name !== "node_modules" ? [entry.name] : []));
  } catch {
    return [];
  }
}
