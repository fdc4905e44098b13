/** Reads the model of each file, with the project's ESLint configuration or with our own. */
import { relative } from "node:path";
import type { Linter } from "eslint";
import type { Model } from "../exchange/model.ts";
import { collecting, collectorId } from "./collector.ts";
import { isIgnored, lintFiles, lintWithoutConfig, refuseNothing } from "./lint.ts";
import type { Lint, Outcome } from "./lint.ts";
import { isMissing, loadESLint } from "./load.ts";
import type { OnFile } from "./own-config.ts";
import { firstLine, isNothingToLint, Refusal } from "./refusal.ts";

export interface ReadOptions {
  readonly cwd: string;
  /** Read with the project's ESLint configuration, if it has one; otherwise with our own. */
  readonly usesConfig: boolean;
  readonly onFile?: (path: string) => void;
}

export interface ReadFiles<Found> {
  /** By the absolute path of the file. */
  readonly found: ReadonlyMap<string, Found>;
  /** One line for each file that could not be read. */
  readonly problems: readonly string[];
}

/** Keeps what `keep` makes of each file's model; the model itself, and with it the syntax tree, is let go. */
export async function readFiles<Found>(
  patterns: readonly string[],
  { cwd, usesConfig, onFile = () => undefined }: ReadOptions,
  keep: (model: Model) => Found,
): Promise<ReadFiles<Found>> {
  const found = new Map<string, Found>();
  const problems: string[] = [];
  const faults: string[] = [];
  let handlers = 0;
  const tell = (line: string) => void problems.push(line);
  const tellOf = (path: string, problem: string, { line, column }: { line?: number; column?: number } = {}) =>
    tell(`${[relative(cwd, path), line, column].filter((part) => part !== undefined).join(":")}: ${problem}`);
  const take = (model: Model, path: string) => {
    if (usesConfig) onFile(path);
    handlers += model.exchanges.length;
    found.set(path, keep(model));
  };
  const lint: Lint = {
    Class: loadESLint(cwd),
    tell,
    options: {
      cwd,
      overrideConfig: collecting({ take, onCrash: tellOf, onFault: (fault) => void faults.push(fault) }),
      ruleFilter: ({ ruleId }) => ruleId === collectorId,
      // A comment that switches rules off hides nothing from a map.
      allowInlineConfig: false,
    },
  };
  const outcome = usesConfig ? await withConfig(lint, patterns, onFile) : await lintWithoutConfig(lint, patterns, onFile);
  if (faults[0] !== undefined) throw new Refusal(faults[0]);
  refuseNothing(outcome, cwd, handlers);
  for (const { filePath, messages } of outcome.results) {
    for (const message of messages) if (message.ruleId === null && isRefusal(message)) tellOf(filePath, firstLine(message.message), message);
  }
  return { found, problems: [...problems.sort(), ...outcome.leftOut] };
}

/** A project without a configuration, or with one that needs packages which are not installed, is read without. */
async function withConfig(lint: Lint, patterns: readonly string[], onFile: OnFile): Promise<Outcome> {
  try {
    return { results: await lintFiles(lint, patterns), leftOut: [] };
  } catch (error) {
    const { message, messageTemplate } = error as Error & { messageTemplate?: string };
    if (messageTemplate === "config-file-missing") return lintWithoutConfig(lint, patterns, onFile);
    if (isMissing(error)) {
      lint.tell(`Read without the project's ESLint configuration: ${firstLine(message)}`);
      return lintWithoutConfig(lint, patterns, onFile);
    }
    if (isNothingToLint(error as Error)) throw new Refusal(message);
    throw new Refusal(`${firstLine(message)} (ESLint stopped; --no-config reads the files without its configuration.)`);
  }
}

const isRefusal = (message: Linter.LintMessage): boolean => message.fatal === true || isIgnored(message);
