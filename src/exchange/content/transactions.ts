/** Callbacks that surely run, because a transaction runs them: `await prisma.$transaction(async (tx) => { … })`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeNameOf, enclosingFunction, isFunction } from "../../ast/functions.ts";

/** The call that runs the function which the node is, is the body of, or returns from. */
export function transactionOf(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  const fn = isFunction(node) ? node : node.type === "ReturnStatement" ? enclosingFunction(node) : isFunction(node.parent) ? node.parent : null;
  const call = fn?.parent;
  const isTransaction = call?.type === "CallExpression" && call.callee !== fn && /^\$?(?:with|in|run|runIn)?transaction(?:al)?$/i.test(calleeNameOf(call) ?? "");
  return isTransaction ? call : undefined;
}
