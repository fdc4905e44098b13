/** Requests that are spent twice, and the ways to spend them once. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../../ast/denoted-functions.ts";
import { bare, enclosingFunction } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import type { Followed } from "../walk/aftermath.ts";
import type { Repetition } from "./courses.ts";
import type { Edit } from "../model.ts";
import { withoutStatement } from "./late-words.ts";
import { endsProcess } from "../walk/statements.ts";
import type { Walk } from "../walk/walk.ts";

export const repetitionsOf = (walk: Walk): Repetition[] =>
  walk.aftermath.followed().filter((followed) => !mayStop(followed, walk)).map(({ first, firstBy, then, thenBy, elsewhere, isMeant }) => ({
    node: first, first: firstBy, again: then, againElsewhere: [...elsewhere], second: thenBy, isMeant,
    endPath: () => endAt(first, then),
    dropSecond: () => (elsewhere.size === 0 ? withoutStatement(then, walk) : undefined),
  }));

/** Between the two stands a function that never comes back. */
function mayStop({ first, then }: Followed, { heat, bindings }: Walk): boolean {
  return heat.calls.some((call) => call.range[0] >= first.range[1] && call.range[1] <= then.range[0] && (endsProcess(call) || neverReturns(functionOf(bare(call.callee), bindings))));
}

/** Its type says so, or it ends in a `throw` and returns nowhere. */
function neverReturns(fn: FunctionNode | null): boolean {
  if (!fn) return false;
  if (fn.returnType?.typeAnnotation.type === "TSNeverKeyword") return true;
  return fn.body.type === "BlockStatement" && fn.body.body.at(-1)?.type === "ThrowStatement";
}

/** `return` before the first one, or at the end of its block where more is to be done. */
function endAt(first: TSESTree.Node, then: TSESTree.Node): readonly Edit[] | undefined {
  const statement = first.parent;
  if (statement?.type !== "ExpressionStatement" || enclosingFunction(first) !== enclosingFunction(then) || isInFinally(then, first)) return undefined;
  const around = statement.parent;
  const statements = around.type === "BlockStatement" ? around.body : around.type === "SwitchCase" ? around.consequent : [statement];
  const last = statements.findLast(({ type }) => type !== "BreakStatement");
  if (!last) return undefined;
  // A block that holds the second one too does not end here.
  if (last !== statement && then.range[0] >= statement.range[1] && then.range[1] <= last.range[1]) return undefined;
  return last === statement
    ? [{ range: [statement.range[0], statement.range[0]], text: "return " }]
    : [{ range: [last.range[1], last.range[1]], text: " return;" }];
}

/** A `return` still passes the `finally`. */
function isInFinally(node: TSESTree.Node, other: TSESTree.Node): boolean {
  for (let at: TSESTree.Node = node; at.parent; at = at.parent) {
    if (at.parent.type === "TryStatement" && at.parent.finalizer === at && isWithin(other, at.parent)) return true;
  }
  return false;
}
