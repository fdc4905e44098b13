/** Comparisons of numbers that a path knows. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { compared } from "../../ast/comparison.ts";
import { bare } from "../../ast/functions.ts";
import { readValue } from "../../ast/static-value.ts";
import { codeOfConstant } from "../../http/constants.ts";
import { heldBy } from "./held.ts";
import type { PathState } from "./path.ts";

type Values = PathState["values"];

/** `status < 400`, where the path knows what `status` holds. */
export function truthOfComparison(test: TSESTree.Node, values: Values, bindings: Bindings): boolean | undefined {
  if (test.type !== "BinaryExpression") return undefined;
  const [left, right] = [knownOf(test.left, values, bindings), knownOf(test.right, values, bindings)];
  return left && right && (left.isHeld || right.isHeld) ? compared(left.value, test.operator, right.value) : undefined;
}

/** What an expression is worth for certain; only a number can be compared in every way. */
function knownOf(node: TSESTree.Node, values: Values, bindings: Bindings): { readonly value: number; readonly isHeld: boolean } | undefined {
  const value = bare(node);
  const held = heldBy(value, values, bindings);
  if (held?.carrier ?? held?.patches) return undefined;
  const read = readValue(held?.node ?? value, bindings, codeOfConstant);
  return typeof read?.value === "number" ? { value: read.value, isHeld: held !== undefined } : undefined;
}
