/** Lints any project with one of the plugin's configs, without a configuration of the project. */
import { join, relative, sep } from "node:path";
import type { ESLint } from "eslint";
import plugin from "../index.ts";
import { answersIn, changesBetween } from "./answers.ts";
import type { Answers } from "./answers.ts";
import { collecting } from "./collector.ts";
import { lintWithoutConfig, refuseNothing } from "./lint.ts";
import { loadESLint } from "./load.ts";
import type { OnFile } from "./own-config.ts";
import { firstLine, Refusal } from "./refusal.ts";

export type Preset = keyof typeof plugin.configs;

export const presets = Object.keys(plugin.configs) as Preset[];

export interface CheckOptions {
  readonly cwd: string;
  readonly preset: Preset;
  /** Write what has exactly one cure into the files. */
  readonly fix: boolean;
  /** The name of an ESLint formatter. */
  readonly format: string;
  readonly onFile: OnFile;
}

export interface Checked {
  /** What the formatter makes of the results. */
  readonly report: string;
  /** A line for each answer that a fix made another one. */
  readonly changes: readonly string[];
  /** Lines about what could not be read. */
  readonly problems: readonly string[];
  readonly hasErrors: boolean;
  /** How many handlers were read. */
  readonly handlers: number;
}

/** Checks the files that the patterns match, `.` if there are none. */
export async function check(patterns: readonly string[], { cwd, preset, fix, format, onFile }: CheckOptions): Promise<Checked> {
  const Class = loadESLint(cwd);
  const problems: string[] = [];
  // ESLint reads a file again after each round of fixes.
  const read = new Map<string, { readonly before: readonly Answers[]; readonly after: readonly Answers[] }>();
  const collector = collecting({
    take(model, path) {
      const after = answersIn(model);
      read.set(path, { before: read.get(path)?.before ?? after, after });
    },
    onCrash: (path, problem) => void problems.push(`${relative(cwd, path)}: ${problem}`),
  });
  const options: ESLint.Options & { readonly cwd: string } = {
    cwd,
    fix,
    // Evident changes count as fixable, because that is what `--fix` makes here.
    overrideConfig: [plugin.configs[preset], collector, { settings: { "http-status": { fix: "evident" } } }],
  };
  const formatter = await formatterOf(new Class({ ...options, overrideConfigFile: true }), format, cwd);
  const outcome = await lintWithoutConfig(
    { Class, options, tell: (line) => void problems.push(line) },
    patterns.length === 0 ? ["."] : patterns,
    onFile,
  );
  const handlers = [...read.values()].reduce((sum, { after }) => sum + after.length, 0);
  refuseNothing(outcome, cwd, handlers);
  const { results, leftOut } = outcome;
  if (fix) await Class.outputFixes([...results]);
  return {
    report: await formatter.format([...results]),
    changes: results.flatMap(({ filePath, output }) => {
      const versions = read.get(filePath);
      if (output === undefined || !versions) return [];
      return changesBetween(relative(cwd, filePath).split(sep).join("/"), versions.before, versions.after);
    }),
    problems: [...problems, ...leftOut],
    hasErrors: results.some(({ errorCount }) => errorCount > 0),
    handlers,
  };
}

async function formatterOf(eslint: ESLint, format: string, cwd: string): Promise<ESLint.LoadedFormatter> {
  // It tells formatters about the rules of configurations that it has seen.
  await eslint.calculateConfigForFile(join(cwd, "any.js"));
  try {
    return await eslint.loadFormatter(format);
  } catch (error) {
    const [, reason = ""] = (error as Error).message.split("\nError: ");
    throw new Refusal(`--format takes the name of an ESLint formatter, not ${format}: ${firstLine(reason)}`);
  }
}
