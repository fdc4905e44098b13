/** Content that is nothing but words: all that it tells, when that stands in the source as it is sent. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";

/** Members that hold how it went, in words or as a flag. What stands under any other name tells more. */
const remark = /^(?:success|ok|errors?|err|issues|message|msg|detail|details|reason|info|text|description|title|status|statusCode|statusMessage|statusText|code|result|type)$/i;

/** The texts in the content, or undefined when it tells something else too. Names are not looked up: they may change. */
export function wordsIn(node: TSESTree.Node): readonly string[] | undefined {
  const value = bare(node);
  switch (value.type) {
    case "Literal":
      return typeof value.value === "string" || typeof value.value === "number" ? [String(value.value)] : [];
    case "TemplateLiteral":
      return value.expressions.length === 0 ? value.quasis.map(({ value: { cooked } }) => cooked ?? "") : undefined;
    case "ArrayExpression":
      return all(value.elements);
    case "ObjectExpression":
      return all(value.properties.map((property) => (property.type === "Property" && tellsNoMore(property) ? property.value : null)));
    case "CallExpression":
      return isStringify(value.callee) && value.arguments[0] ? wordsIn(value.arguments[0]) : undefined;
    default:
      return undefined;
  }
}

function all(nodes: readonly (TSESTree.Node | null)[]): readonly string[] | undefined {
  const found = nodes.map((node) => node && wordsIn(node));
  return found.every((words) => !!words) ? found.flat() : undefined;
}

/** A remark, or a member without a value such as `data: null`. */
const tellsNoMore = (property: TSESTree.Property): boolean => {
  const key = keyOf(property);
  if (property.computed || key === null) return false;
  return remark.test(key) || (property.value.type === "Literal" && property.value.raw === "null") || isEmptyList(property.value);
};

const isEmptyList = (node: TSESTree.Node): boolean => node.type === "ArrayExpression" && node.elements.length === 0;

const isStringify = (callee: TSESTree.Node): boolean => {
  const value = bare(callee);
  return value.type === "MemberExpression" && keyOf(value) === "stringify" && value.object.type === "Identifier" && value.object.name === "JSON";
};
