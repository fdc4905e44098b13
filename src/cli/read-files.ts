/** Lets ESLint find and parse the files, with one rule of our own that reads the model instead of judging it. */
import { relative } from "node:path";
import type { ESLint, Linter, Rule } from "eslint";
import { exchangesIn } from "../exchange/exchanges-in.ts";
import type { Linted } from "../exchange/exchanges-in.ts";
import type { Model } from "../exchange/model.ts";
import { settingsOf } from "../settings.ts";
import { loadESLint } from "./load.ts";
import { ownConfig } from "./own-config.ts";
import { Refusal } from "./refusal.ts";

export interface ReadOptions {
  readonly cwd: string;
  /** Read with the project's ESLint configuration; otherwise with our own. */
  readonly usesConfig: boolean;
}

export interface ReadFiles<Found> {
  /** By the absolute path of the file. */
  readonly found: ReadonlyMap<string, Found>;
  readonly problems: readonly string[];
}

/** Keeps what `keep` makes of each file's model; the model itself, and with it the syntax tree, is let go. */
export async function readFiles<Found>(
  patterns: readonly string[],
  { cwd, usesConfig }: ReadOptions,
  keep: (model: Model) => Found,
): Promise<ReadFiles<Found>> {
  const eslintOf = await loadESLint(cwd);
  const found = new Map<string, Found>();
  const problems: string[] = [];
  const tell = (filename: string, problem: string, { line, column }: { line?: number; column?: number } = {}) =>
    void problems.push(`${[relative(cwd, filename), line, column].filter((part) => part !== undefined).join(":")}: ${problem}`);

  const faults: string[] = [];
  const rule = collector((model, filename) => found.set(filename, keep(model)), tell, faults);
  const base: ESLint.Options = {
    cwd,
    overrideConfig: { plugins: { [plugin]: { rules: { [name]: rule } } }, rules: { [ruleId]: "error" } },
    ruleFilter: (one) => one.ruleId === ruleId,
    // A comment that switches rules off hides nothing from a map.
    allowInlineConfig: false,
  };
  const lint = (some: readonly string[], config?: readonly Linter.Config[]) =>
    lintAll(eslintOf, config ? { ...base, overrideConfigFile: true, baseConfig: [...config] } : base, some, tell);

  const own = usesConfig ? undefined : await ownConfig(cwd);
  let results = await lint(patterns, own?.asModules);
  if (faults[0] !== undefined) throw new Refusal(faults[0]);
  if (own) {
    const refused = results.filter(hasFatal).map(({ filePath }) => filePath);
    // Some old scripts parse only outside strict mode. What neither way reads keeps the first complaint.
    const asScripts = refused.length === 0 ? [] : await lint(refused, own.asScripts);
    const rescued = new Set(asScripts.filter((result) => !hasFatal(result)).map(({ filePath }) => filePath));
    results = results.filter(({ filePath }) => !rescued.has(filePath)).concat(asScripts.filter(({ filePath }) => rescued.has(filePath)));
    const skipped = own.skips && results.filter(({ filePath }) => own.skips?.files.test(filePath)).length;
    if (skipped) problems.push(`TypeScript is left out (${skipped} files); to read it: ${own.skips.install}`);
  }
  for (const { filePath, messages } of results) {
    for (const message of messages) if (message.ruleId === null && isRefusal(message)) tell(filePath, firstLine(message.message), message);
  }
  if (results.every(({ messages }) => messages.some(isIgnored))) throw new Refusal(problems[0] ?? `No files match ${patterns.join(" ")}.`);
  return { found, problems: problems.sort() };
}

const plugin = "http-status-map";
const name = "collect";
const ruleId = `${plugin}/${name}`;

type Tell = (filename: string, problem: string) => void;

const collector = (take: (model: Model, filename: string) => void, tell: Tell, faults: string[]): Rule.RuleModule => ({
  create(context) {
    const linted = context as unknown as Linted & Rule.RuleContext;
    // Other languages have no scopes, and the lines of an embedded block are not those of its file.
    if (!(linted.sourceCode.scopeManager as unknown) || linted.filename !== linted.physicalFilename) return {};
    try {
      settingsOf(linted.settings);
    } catch (error) {
      // No fault of the file: it ends the run.
      faults.push((error as Error).message);
      return {};
    }
    try {
      take(exchangesIn(linted), linted.filename);
    } catch (error) {
      tell(linted.filename, `cannot be read: ${firstLine(String(error))}`);
    }
    return {};
  },
});

/** A file that cannot even be opened stops ESLint; it is told and left out, and the others are read. */
async function lintAll(Class: typeof ESLint, options: ESLint.Options, patterns: readonly string[], tell: Tell, unreadable: readonly string[] = []): Promise<ESLint.LintResult[]> {
  try {
    return await new Class({ ...options, ignorePatterns: unreadable.map((path) => relative(options.cwd ?? "", path)) }).lintFiles([...patterns]);
  } catch (error) {
    const { path, syscall, code } = error as NodeJS.ErrnoException;
    if (path === undefined || syscall === undefined || unreadable.includes(path)) throw refusalOf(error as Error, options);
    tell(path, `cannot be opened: ${code ?? syscall}`);
    return lintAll(Class, options, patterns, tell, [...unreadable, path]);
  }
}

/** ESLint's own words about a run that cannot start, cut to one line that says what helps. */
function refusalOf(error: Error & { messageTemplate?: string }, { overrideConfigFile }: ESLint.Options): Refusal {
  const words = firstLine(error.message);
  if (error.messageTemplate === "config-file-missing") return new Refusal("There is no ESLint configuration here; --no-config reads the files without one.");
  if (error.messageTemplate === "file-not-found" || error.messageTemplate === "all-matched-files-ignored") return new Refusal(words);
  return new Refusal(overrideConfigFile ? words : `${words} (ESLint stopped; --no-config reads the files without its configuration.)`);
}

const hasFatal = ({ messages }: ESLint.LintResult): boolean => messages.some(({ fatal }) => fatal);
const isIgnored = ({ ruleId: rule, message }: Linter.LintMessage): boolean => rule === null && message.startsWith("File ignored");
const isRefusal = (message: Linter.LintMessage): boolean => message.fatal === true || isIgnored(message);
const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";
