/** How the file of a function uses it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calledBy, usesOfFunction } from "../../ast/called-function.ts";
import type { Bindings } from "../../ast/bindings.ts";
import { calleeNameOf, keyOf, nameOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";

export interface GivenCall {
  readonly node: TSESTree.CallExpression;
  /** What its parameters get. */
  readonly given: readonly TSESTree.Node[];
}

/** The calls that run the function for certain. */
export function callsOf(fn: FunctionNode, bindings: Bindings): GivenCall[] {
  const name = nameOf(fn);
  if (name === null) return [];
  return bindings.fileOf(fn).outline.calls.flatMap(({ node }) => {
    if (node.type !== "CallExpression") return [];
    const called = calleeNameOf(node) === name || calleeNameOf(node) === "call" ? calledBy(node, bindings) : undefined;
    return called?.fn === fn ? [{ node, given: node.arguments.slice(called.shift) }] : [];
  });
}

/** Somebody else gets the function, to call it or to wrap it: `wrap(send)`, `createResponder({ send })`. */
export const isGivenAway = (fn: FunctionNode, bindings: Bindings): boolean =>
  isArgument(fn) || (usesOfFunction(fn, bindings)?.some(isArgument) ?? false);

const collecting = new Set(["Property", "ObjectExpression", "ArrayExpression", "ConditionalExpression", "LogicalExpression", "TSAsExpression", "TSSatisfiesExpression"]);

function isArgument(node: TSESTree.Node): boolean {
  let at = node;
  while (at.parent && collecting.has(at.parent.type)) at = at.parent;
  const { parent } = at;
  if (parent?.type !== "CallExpression" && parent?.type !== "NewExpression") return false;
  const isFrozen = parent.callee.type === "MemberExpression" && keyOf(parent.callee) === "freeze";
  return parent.callee !== at && !isFrozen;
}

/** A superclass or an interface may say which parameters it has. */
export function isImposed({ parent }: FunctionNode): boolean {
  if (parent.type !== "MethodDefinition" && parent.type !== "PropertyDefinition") return false;
  const owner = parent.parent.parent;
  return parent.override || hasAny(parent.decorators) || (!parent.static && (owner.superClass !== null || hasAny(owner.implements)));
}

/** A parser of plain JavaScript leaves lists of TypeScript's out. */
const hasAny = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;
