/** A text parsed as ESLint parses it, and ways to point at its parts. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { Bindings } from "../../src/ast/bindings.ts";
import { visit } from "../../src/ast/visit.ts";

export interface Parsed {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly bindings: Bindings;
  /** The argument of the call `at(…)`, by which a test marks what it asks about; the last one where several stand. */
  readonly marked: TSESTree.Node;
  nodes<Type extends TSESTree.Node["type"] | `${TSESTree.Node["type"]}`>(...types: Type[]): TSESTree.Node[];
}

export function parse(text: string, language: "js" | "ts" = "js"): Parsed {
  const linter = new Linter();
  const messages = linter.verify(text, [{
    files: ["**/*.{js,ts}"],
    languageOptions: {
      sourceType: /\b(?:import|export)\b/.test(text) ? "module" : "commonjs",
      ...(language === "ts" && { parser: parser }),
    },
  }], { filename: `code.${language}` });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  const sourceCode = linter.getSourceCode() as unknown as Readonly<TSESLint.SourceCode>;
  const all: TSESTree.Node[] = [];
  visit(sourceCode.ast, sourceCode.visitorKeys, (node) => all.push(node));
  return {
    sourceCode,
    bindings: new Bindings(sourceCode),
    get marked() {
      const call = all.findLast((node) => node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "at");
      const argument = call?.type === "CallExpression" ? call.arguments[0] : undefined;
      if (!argument) throw new Error("Nothing is marked.");
      return argument;
    },
    nodes: (...types) => all.filter(({ type }) => (types as string[]).includes(type)),
  };
}
