/** A package.json, read once and again when it changes. */
import { dirname, join, resolve } from "node:path";
import { isRecord, readObject } from "./json-files.ts";
import { keeping } from "./kept-files.ts";
import type { StarPatterns } from "./star-patterns.ts";

/** Package names to version ranges, of every kind of dependency. */
export type Dependencies = ReadonlyMap<string, string>;

export interface Manifest {
  readonly name: string | undefined;
  readonly dependencies: Dependencies;
  /** What `#lib/users` means inside of the package. */
  readonly imports: StarPatterns;
  /** What the parts of the package mean for others, `.` being all of it. */
  readonly exports: StarPatterns;
  /** The patterns of the folders in which the packages of a workspace lie. */
  readonly workspaces: readonly string[];
}

export function* foldersAbove(filename: string): Generator<string, undefined> {
  for (let folder = dirname(resolve(filename)); ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return undefined;
  }
}

export const manifestIn = (folder: string): Manifest | undefined => manifestAt(join(folder, "package.json"));

const manifestAt = keeping((path): Manifest | undefined => {
  const written = readObject(path);
  if (!written) return undefined;
  const { name, imports, exports, main, module, workspaces } = written;
  const hasParts = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith("."));
  return {
    name: typeof name === "string" ? name : undefined,
    dependencies: dependenciesIn(written),
    imports: patternsIn(imports),
    exports: [...patternsIn(hasParts ? exports : { ".": exports }), ...patternsIn({ ".": [module, main] })],
    workspaces: textsIn(isRecord(workspaces) && "packages" in workspaces ? workspaces["packages"] : workspaces),
  };
});

/** The kinds of dependencies; of two ranges for one package the later kind counts: what runs, not what is supported. */
const kinds = ["peerDependencies", "optionalDependencies", "devDependencies", "dependencies"];

const dependenciesIn = (written: Record<string, unknown>): Dependencies => new Map(kinds.flatMap((kind) => {
  const ranges = written[kind];
  return isRecord(ranges) ? Object.entries(ranges).map(([name, range]): [string, string] => [name, String(range)]) : [];
}));

const patternsIn = (map: unknown): StarPatterns => (isRecord(map) ? Object.entries(map).map(([pattern, target]) => [pattern, textsIn(target)] as const) : []);

/** Of several conditions any may hold: the first that leads to a file counts. */
const textsIn = (value: unknown): string[] =>
  (typeof value === "string" ? [value] : isRecord(value) ? Object.values(value).flatMap(textsIn) : []);
