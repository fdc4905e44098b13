/** Whether a function that gets the carrier, and is not followed, may set its status. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calledBy } from "../../ast/called-function.ts";
import { calleeNameOf, keyOf, parametersOf } from "../../ast/functions.ts";
import type { Effect, Framework } from "../../frameworks/framework.ts";
import type { Walk } from "./walk.ts";

/** Names that tell what a function does with the carrier: a cookie, a field, a note in the log. */
const harmless = /cookie|token|session|log|header|cors|cach|locals|jwt|track|metric|trace|auth|etag|vary|nonce|csrf|flash|timing/i;

/** A function of the project is looked into; of any other only the name tells. */
export function touches(call: TSESTree.CallExpression | TSESTree.NewExpression, walk: Walk): boolean {
  const called = call.type === "CallExpression" ? calledBy(call, walk.bindings) : undefined;
  if (called) {
    const place = call.arguments.findIndex((argument) => argument.type === "Identifier" && walk.bindings.variableOf(argument) === walk.carrier);
    const parameter = parametersOf(called.fn)[place - called.shift];
    const variable = parameter && walk.bindings.variableOf(parameter);
    if (variable) return variable.references.some(({ identifier: { parent } }) => parent.type === "CallExpression" || saysStatus(parent, walk.framework));
  }
  const name = calleeNameOf(call);
  return name === null || !harmless.test(name);
}

/** `res.status`, `res.statusCode =`. A chain that delivers leaves nothing for others to say. */
export function saysStatus(use: TSESTree.Node, framework: Framework): boolean {
  const words = wordsFrom(use);
  const effects = words.flatMap((name) => (Object.hasOwn(framework.calls, name) ? [framework.calls[name] ?? []].flat(2) as readonly Effect[] : []));
  if (effects.some(({ delivers }) => delivers)) return false;
  return words.some((name) => Object.hasOwn(framework.assignments, name)) || effects.some(({ status }) => status !== undefined);
}

/** The words of a chain, from its first link: `status` and `json` of `res.status(404).json(error)`. */
function wordsFrom(link: TSESTree.Node): string[] {
  const name = link.type === "MemberExpression" ? keyOf(link) : null;
  if (name === null) return [];
  const call = link.parent;
  return call?.type === "CallExpression" && call.callee === link && call.parent.type === "MemberExpression" ? [name, ...wordsFrom(call.parent)] : [name];
}
