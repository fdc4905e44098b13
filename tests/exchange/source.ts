/** A parsed text as ESLint hands it to the rules, and the model read from it under any settings and file name. */
import type { TSESLint } from "@typescript-eslint/utils";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { exchangesIn } from "../../src/exchange/exchanges-in.ts";
import type { Exchange } from "../../src/exchange/model.ts";
import type { SettingsInput } from "../../src/settings.ts";

export type SourceCode = Readonly<TSESLint.SourceCode>;

function sourceCodeOf(text: string, language: "js" | "ts" | "tsx" = "js"): SourceCode {
  const linter = new Linter();
  const messages = linter.verify(text, [{
    files: ["**/*.{js,ts,tsx}"],
    languageOptions: {
      sourceType: /\bimport\b|\bexport\b/.test(text) ? "module" : "commonjs",
      ...(language !== "js" && { parser: parser }),
    },
  }], { filename: `code.${language}` });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return linter.getSourceCode() as unknown as SourceCode;
}

export interface Reading {
  readonly language?: "js" | "ts" | "tsx";
  readonly settings?: SettingsInput;
  readonly filename?: string;
}

/** The exchanges of a whole file. */
export const read = (text: string, { language = "js", settings = {}, filename = `code.${language}` }: Reading = {}): readonly Exchange[] =>
  exchangesIn({ sourceCode: sourceCodeOf(text, language), settings: { "http-status": settings }, filename }).exchanges;
