/** What a command of the command line is, and how its arguments are read. */
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { Refusal } from "./refusal.ts";

export type Options = NonNullable<ParseArgsConfig["options"]>;

/** What follows the command. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly files: readonly string[];
}

export interface Command {
  readonly usage: string;
  readonly options: Options;
  /** Returns the exit code. */
  readonly run: (given: Arguments) => Promise<number>;
}

/** The value of an option that takes one of a list. */
export function choiceOf<Value extends string>(option: string, given: unknown, values: readonly Value[]): Value {
  const chosen = values.find((value) => value === given);
  if (chosen === undefined) throw new Refusal(`--${option} takes ${listOf(values, "or")}, not ${String(given)}.`);
  return chosen;
}

export function argumentsOf(name: string, options: Options, args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { values: values as Arguments["values"], files: positionals };
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\.\s|\n/);
    const known = Object.keys(options).map((option) => `--${option}`);
    throw new Refusal(`${sentence.replace(/\.$/, "")}; ${name} takes ${listOf([...known, "files"], "and")}.`);
  }
}

const listOf = (items: readonly string[], word: "and" | "or"): string =>
  (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1) ?? ""}`);

export const print = (text: string): void => void process.stdout.write(text);
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);
