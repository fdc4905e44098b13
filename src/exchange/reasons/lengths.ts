/** Lengths of time as the code writes them: through constants, members and imports, in products and in words. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { importedValue, memberOf } from "../../ast/static-members.ts";
import { staticValueOf } from "../../ast/static-value.ts";

/** No chain of names or calls is longer. */
export const longest = 8;

/** The expression behind names, members and imports; of a choice between a limiter and nothing, the limiter. */
export function standingFor(node: TSESTree.Node, bindings: Bindings): TSESTree.Node {
  let value = bare(node);
  for (let step = 0; step < longest; step++) {
    const next = behind(value, bindings);
    if (!next) break;
    value = bare(next);
  }
  return value;
}

function behind(value: TSESTree.Node, bindings: Bindings): TSESTree.Node | undefined {
  switch (value.type) {
    case "AwaitExpression":
      return value.argument;
    case "ConditionalExpression":
      return isNothing(value.alternate) ? value.consequent : isNothing(value.consequent) ? value.alternate : undefined;
    case "Identifier":
    case "MemberExpression": {
      const key = keyOf(value);
      const variable = bindings.variableOf(value);
      const own = value.type === "Identifier" ? variable && bindings.initOf(variable) : key === null ? null : memberOf(value.object, key, bindings);
      const found = own ?? importedValue(value, bindings);
      return found === null || typeof found === "number" ? undefined : found;
    }
    default:
      return undefined;
  }
}

const isNothing = (node: TSESTree.Node): boolean => (node.type === "Literal" && node.value === null) || (node.type === "Identifier" && node.name === "undefined");

/** The numbers of a product such as `15 * 60 * 1000`. */
export function factorsIn(node: TSESTree.Node, bindings: Bindings, depth = 0): number[] | undefined {
  const product = standingFor(node, bindings);
  if (product.type !== "BinaryExpression") {
    const value = staticValueOf(product, bindings);
    return typeof value === "number" ? [value] : undefined;
  }
  const [left, right] = product.operator === "*" && depth <= longest
    ? [product.left, product.right].map((side) => factorsIn(side, bindings, depth + 1)) : [];
  return left && right && [...left, ...right];
}

/** In milliseconds; a time that is none is not told. */
export function timesUnit(factors: readonly number[] | undefined, unit: number): number | undefined {
  const length = factors?.reduce((product, factor) => product * factor, unit);
  return length !== undefined && length > 0 ? length : undefined;
}
