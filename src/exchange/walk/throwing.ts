/** Which statements may throw, and so lead to the catch around them. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, enclosingFunction } from "../../ast/functions.ts";
import { someWithin } from "../../ast/outline.ts";
import { join } from "./join.ts";
import type { Path } from "./path.ts";
import type { Thrown, Walk } from "./walk.ts";

/** States are joined when there are more of them. */
const mostKept = 64;

/** Where whatever is thrown now goes: to the catch around it, or out of the handler. */
export const whereThrown = ({ tries, thrown }: Walk): Thrown[] => tries.at(-1)?.thrown ?? thrown;

/** A statement in a `try` that may throw leads to the catch with what was said before it. */
export function noteThrowing(statement: TSESTree.Statement, paths: readonly Path[], walk: Walk): void {
  const inner = walk.tries.at(-1);
  if (!inner || !mayThrow(statement, walk)) return;
  for (const path of paths) {
    // What changes nothing leads to the catch from the same state as the statement before it.
    if (!path.isAnswered && !inner.passed.includes(path)) inner.passed.push(path);
  }
  if (inner.passed.length > mostKept) inner.passed.splice(0, inner.passed.length, ...join(inner.passed));
}

/** Anything may throw that calls or awaits something other than the carrier's own words. */
function mayThrow(statement: TSESTree.Statement, walk: Walk): boolean {
  const known = walk.mayThrow.get(statement);
  if (known !== undefined) return known;
  // The statements inside a hot one are asked for themselves.
  const parts = walk.heat.isHot(statement) ? headsOf(statement) : [statement];
  const owner = enclosingFunction(statement);
  const { calls, awaits } = walk.bindings.fileOf(statement).outline;
  const may = parts.some((part) =>
    someWithin(awaits, part, (found) => found.owner === owner)
    || someWithin(calls, part, (found) => found.owner === owner && !(found.node.type === "CallExpression" && isOnCarrier(found.node, walk))));
  walk.mayThrow.set(statement, may);
  return may;
}

function isOnCarrier(call: TSESTree.CallExpression, walk: Walk): boolean {
  let at = bare(call.callee);
  while (at.type === "MemberExpression" || at.type === "CallExpression") at = bare(at.type === "MemberExpression" ? at.object : at.callee);
  return at.type === "Identifier" && walk.bindings.variableOf(at) === walk.carrier;
}

/** The expressions that a statement evaluates before any statement inside it. */
function headsOf(node: TSESTree.Statement): TSESTree.Node[] {
  switch (node.type) {
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return [node.test];
    case "SwitchStatement":
      return [node.discriminant];
    case "ForInStatement":
    case "ForOfStatement":
      return [node.right];
    case "ForStatement":
      return [node.init, node.test].filter((part) => part !== null);
    case "BlockStatement":
    case "TryStatement":
    case "LabeledStatement":
    case "ThrowStatement":
      return [];
    default:
      return [node];
  }
}
