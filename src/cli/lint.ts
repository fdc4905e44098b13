/** Lets ESLint find, parse and lint files, so that one file that cannot be read hides nothing of the others. */
import { statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { ESLint, Linter } from "eslint";
import { installing, loadTypeScriptParser } from "./load.ts";
import { ownConfig } from "./own-config.ts";
import type { OnFile, Reading } from "./own-config.ts";
import { firstLine, isNothingToLint, nothingToRead, Refusal } from "./refusal.ts";

export interface Lint {
  readonly Class: typeof ESLint;
  readonly options: ESLint.Options & { readonly cwd: string };
  /** Takes one line about the run. */
  readonly tell: (line: string) => void;
}

/** Lints with the configuration that the options name, else with that of the project. */
export async function lintFiles(lint: Lint, patterns: readonly string[], unopened: readonly string[] = []): Promise<ESLint.LintResult[]> {
  const { Class, options, tell } = lint;
  const nameOf = (path: string): string => relative(options.cwd, path);
  try {
    return await new Class({ ...options, ignorePatterns: unopened.map(nameOf) }).lintFiles([...patterns]);
  } catch (error) {
    const { path, syscall, code } = error as NodeJS.ErrnoException;
    if (path === undefined || syscall === undefined || unopened.includes(path)) throw error;
    tell(`${nameOf(path)}: cannot be opened: ${code ?? syscall}`);
    return lintFiles(lint, patterns, [...unopened, path]);
  }
}

export interface Outcome {
  readonly results: readonly ESLint.LintResult[];
  /** A line about what could not be read, for a run that read something else. */
  readonly leftOut: readonly string[];
}

/** Lints with our own configuration, and reads none. */
export async function lintWithoutConfig(lint: Lint, patterns: readonly string[], onFile: OnFile): Promise<Outcome> {
  const { Class, options } = lint;
  const isNamed = (pattern: string): boolean => statSync(resolve(options.cwd, pattern), { throwIfNoEntry: false })?.isFile() === true;
  // ESLint would pass over it and say nothing.
  const outside = patterns.find((pattern) => liesOutside(relative(options.cwd, resolve(options.cwd, pattern))));
  if (outside !== undefined) throw new Refusal(`${outside} lies outside of the working directory; run the command there.`);

  const readings = new Map<string, Reading>();
  const configOf = ownConfig(() => loadTypeScriptParser(options.cwd, Class.version), (path, reading) => {
    readings.set(path, reading);
    onFile(path, reading);
  });
  const run = async (how: "module" | "script", kind: "found" | "named", files: readonly string[]): Promise<ESLint.LintResult[]> => {
    if (files.length === 0) return [];
    try {
      return await lintFiles({ ...lint, options: { ...options, overrideConfigFile: true, baseConfig: configOf(how, kind) } }, files);
    } catch (error) {
      throw isNothingToLint(error as Error) ? nothingToRead(error as Error) : error;
    }
  };
  const asModules = [
    ...await run("module", "found", patterns.filter((pattern) => !isNamed(pattern))),
    ...await run("module", "named", patterns.filter(isNamed)),
  ];
  const results = new Map(asModules.map((result) => [result.filePath, result]));
  // Some old scripts parse only outside strict mode. What neither way reads keeps the first complaint.
  const refused = [...results.values()].filter(hasFatal).map(({ filePath }) => filePath);
  for (const result of await run("script", "named", refused)) if (!hasFatal(result)) results.set(result.filePath, result);

  const left = [...readings.values()].filter((reading) => reading === "without parser").length;
  return {
    results: [...results.values()],
    leftOut: left === 0 ? [] : [`TypeScript is left out (${left} file${left === 1 ? "" : "s"}); to read it: ${installing("@typescript-eslint/parser")}`],
  };
}

/** A run that comes to nothing says why, instead of saying nothing. */
export function refuseNothing({ results, leftOut }: Outcome, cwd: string, handlers: number): void {
  if (handlers === 0 && leftOut[0] !== undefined) throw new Refusal(leftOut[0]);
  const [first] = results;
  const reason = first?.messages.find(isIgnored)?.message;
  if (!first || reason === undefined || !results.every(({ messages }) => messages.some(isIgnored))) return;
  throw new Refusal(`${relative(cwd, first.filePath)}: ${firstLine(reason)}`);
}

export const isIgnored = ({ ruleId, message }: Linter.LintMessage): boolean => ruleId === null && message.startsWith("File ignored");

/** A path to another drive of Windows stays absolute. */
const liesOutside = (path: string): boolean => path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);

const hasFatal = ({ messages }: ESLint.LintResult): boolean => messages.some(({ fatal }) => fatal);
