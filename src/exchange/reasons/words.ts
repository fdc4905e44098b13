/** Words in the code: the text that an expression will have, as far as the source tells. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare } from "../../ast/functions.ts";
import { saysFailure, saysSuccess } from "../../http/phrases.ts";
import { remembered } from "../../http/remembered.ts";

/** The text of a literal, a template or a concatenation; an ellipsis stands for what run time fills in. */
export function textIn(node: TSESTree.Node): string | undefined {
  const value = bare(node);
  switch (value.type) {
    case "Literal":
      return typeof value.value === "string" ? value.value : undefined;
    case "TemplateLiteral":
      return value.quasis.map(({ value: { cooked } }) => cooked).join("…");
    case "BinaryExpression": {
      if (value.operator !== "+") return undefined;
      const [left, right] = [textIn(value.left), textIn(value.right)];
      return left === undefined && right === undefined ? undefined : `${left ?? "…"}${right ?? "…"}`;
    }
    case "LogicalExpression":
      return textIn(value.right);
    default:
      return undefined;
  }
}

/** An expression as it stands in the source, without its line breaks. */
export const inOneLine = (node: TSESTree.Node, bindings: Bindings): string => bindings.textOf(node).replace(/\s+/g, " ");

/** The same, cut to what fits a message. */
export const quoteOf = (node: TSESTree.Node, bindings: Bindings): string => {
  const text = inOneLine(node, bindings);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/** The words tell a failure and no success. */
export const tellsFailure = remembered((text) => saysFailure(text) && !saysSuccess(text));

/** The words tell a success and no failure. */
export const tellsSuccess = remembered((text) => saysSuccess(text) && !saysFailure(text));

/** Words in quotation marks, cut to what fits a message. */
export const short = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
