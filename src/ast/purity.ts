/** Expressions that can be left out: evaluating them does nothing but give a value. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare } from "./functions.ts";

/** Evaluating it does nothing but give a value. */
export function isPure(node: TSESTree.Node): boolean {
  const value = bare(node);
  switch (value.type) {
    case "Literal":
    case "Identifier":
    case "ThisExpression":
      return true;
    case "MemberExpression":
      return isPure(value.object) && (!value.computed || isPure(value.property));
    case "TemplateLiteral":
      return value.expressions.every(isPure);
    case "UnaryExpression":
      return value.operator !== "delete" && isPure(value.argument);
    case "BinaryExpression":
    case "LogicalExpression":
      return isPure(value.left) && isPure(value.right);
    case "ConditionalExpression":
      return isPure(value.test) && isPure(value.consequent) && isPure(value.alternate);
    case "ArrayExpression":
      return value.elements.every((element) => element !== null && isPure(element));
    case "ObjectExpression":
      return value.properties.every((property) => property.type === "Property" && !property.computed && isPure(property.value));
    default:
      return false;
  }
}
