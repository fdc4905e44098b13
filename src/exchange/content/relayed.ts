/** What another server sent and the handler hands on as its own, without asking how that went. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, keyOf } from "../../ast/functions.ts";
import { usesOf } from "./unasked.ts";
import type { Unasked } from "./unasked.ts";

/** `await (await fetch(url)).json()`, also with the response in a variable of which nothing else is asked. */
export function relayedIn(calls: readonly TSESTree.CallExpression[], bindings: Bindings): Unasked[] {
  return calls.flatMap((call) => {
    const name = calleeNameOf(call);
    if ((name !== "json" && name !== "text") || call.arguments.length > 0 || call.callee.type !== "MemberExpression" || !isUnasked(call.callee.object, bindings)) return [];
    const uses = usesOf(call, false, bindings);
    return uses ? [{ call, uses }] : [];
  });
}

function isUnasked(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(node);
  if (value.type !== "Identifier") return isFetched(value);
  const variable = bindings.variableOf(value);
  const init = variable && bindings.initOf(variable);
  if (!init || !isFetched(bare(init))) return false;
  return variable.references.every(({ identifier, init: isFirst }) =>
    isFirst === true || (identifier.parent.type === "MemberExpression" && /^(?:json|text)$/.test(keyOf(identifier.parent) ?? "")));
}

/** Other clients throw where the status is an error; `fetch` does not. */
const isFetched = (node: TSESTree.Node): boolean =>
  node.type === "AwaitExpression" && node.argument.type === "CallExpression" && node.argument.callee.type === "Identifier" && node.argument.callee.name === "fetch";
