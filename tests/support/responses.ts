/** The responses that the model reads in a piece of code, and which report belongs to which. */
import type { TSESLint } from "@typescript-eslint/utils";
import type { Linter, Rule } from "eslint";
import { exchangesIn } from "../../src/exchange/exchanges-in.ts";
import type { Node } from "../../src/exchange/model.ts";
import { lint } from "./lint.ts";
import type { Source } from "./lint.ts";

export interface ResponseInCode {
  owns(message: Linter.LintMessage): boolean;
}

export function responsesOf(source: Source): ResponseInCode[] {
  const found: ResponseInCode[] = [];
  const probe: Rule.RuleModule = {
    create(context) {
      const { exchanges } = exchangesIn(context as unknown as TSESLint.RuleContext<string, readonly unknown[]>);
      for (const { node, status, content } of exchanges.flatMap(({ responses }) => responses)) {
        const parts = [node, status.node, content.node].filter((part) => part !== undefined);
        found.push({ owns: (message) => parts.some((part) => isAt(part, message)) });
      }
      return {};
    },
  };
  lint(source, { plugins: { test: { rules: { probe } } }, rules: { "test/probe": "error" } });
  return found;
}

const isAt = ({ loc: { start, end } }: Node, { line, column, endLine, endColumn }: Linter.LintMessage): boolean =>
  start.line === line && start.column + 1 === column && end.line === endLine && end.column + 1 === endColumn;
