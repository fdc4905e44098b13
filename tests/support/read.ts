/** Reads a source text into what tests compare: the model of its handlers, in plain values. */
import { Linter } from "eslint";
import type { Rule } from "eslint";
import * as parser from "@typescript-eslint/parser";
import { exchangesIn } from "../../src/exchange/exchanges-in.ts";
import type { Linted } from "../../src/exchange/exchanges-in.ts";
import type { Exchange, Response } from "../../src/exchange/model.ts";

export interface ReadResponse {
  readonly status: number | readonly number[] | null;
  readonly origin: "explicit" | "default" | "dynamic";
  /** Whether content follows the head; undefined when only run time knows. */
  readonly present: boolean | undefined;
  readonly fields: Readonly<Record<string, string | null>>;
  readonly location: string | null | undefined;
  readonly phrase: string | null | undefined;
  readonly outcome: Response["outcome"];
  readonly via: string;
  readonly body: string;
  readonly circumstance: string;
  readonly certainty: string;
  readonly codes: readonly number[];
  readonly line: number;
  readonly sentLine: number;
}

export interface ReadHandler {
  readonly framework: string;
  readonly role: string;
  readonly method: string | null;
  readonly methodFrom: string;
  readonly route: string | null;
  readonly purpose: string | undefined;
  readonly responses: readonly ReadResponse[];
  readonly unfinished: boolean;
}

export interface ReadOptions {
  readonly framework?: string;
  readonly major?: number | undefined;
  readonly filename?: string;
  readonly typescript?: boolean;
}

/**
 * The exchanges of a source text, as the rules get them. ESLint is told a name that it surely lints; the model is told the
 * one asked for, which may lie anywhere.
 */
export function exchangesOf(source: string, { framework, major, filename = "code.js", typescript = /\.[cm]?tsx?$/.test(filename) }: ReadOptions = {}): readonly Exchange[] {
  let exchanges: readonly Exchange[] | undefined;
  const rule: Rule.RuleModule = {
    create({ sourceCode, settings }) {
      ({ exchanges } = exchangesIn({ sourceCode, settings, filename } as unknown as Linted));
      return {};
    },
  };
  const messages = new Linter().verify(source, [{
    files: ["code.js", "code.ts", "code.tsx"],
    plugins: { test: { rules: { read: rule } } },
    rules: { "test/read": "error" },
    settings: framework === undefined ? {} : { "http-status": { frameworks: { [framework]: major ?? true } } },
    languageOptions: { sourceType: /\bimport\b|\bexport\b/.test(source) ? "module" : "commonjs", parserOptions: { ecmaFeatures: { jsx: true } }, ...(typescript && { parser: parser }) },
  }], { filename: `code.${typescript ? (filename.endsWith("x") ? "tsx" : "ts") : "js"}` });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  if (!exchanges) throw new Error("Nothing was read: ESLint did not run the reading rule.");
  return exchanges;
}

export const readModel = (source: string, options: ReadOptions = {}): readonly ReadHandler[] => exchangesOf(source, options).map(readExchange);

/** Every response of a source text with a single handler and method. */
export const readResponses = (source: string, options: ReadOptions = {}): readonly ReadResponse[] =>
  readModel(source, options).flatMap(({ responses }) => responses);

const readExchange = ({ framework, role, method, methodFrom, route, purpose, responses, unfinished }: Exchange): ReadHandler =>
  ({ framework, role, method, methodFrom, route, purpose, unfinished, responses: responses.map(readResponse) });

function readResponse({ status, content, fields, location, phrase, outcome, via, because, word }: Response): ReadResponse {
  return {
    status: status.origin === "dynamic" ? null : status.code ?? status.codes,
    origin: status.origin,
    present: content.present,
    fields: Object.fromEntries(fields),
    location,
    phrase,
    outcome,
    via,
    body: content.shape,
    circumstance: because.kind,
    certainty: because.certainty,
    codes: because.codes,
    line: status.node.loc.start.line,
    sentLine: word.loc.start.line,
  };
}
