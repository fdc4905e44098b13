/** Whether a function that gets the carrier, and is not followed, may set its status. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../ast/denoted-functions.ts";
import { bare, keyOf, parametersOf } from "../ast/functions.ts";
import type { Walk } from "./walk.ts";

/** Names that tell what a function does with the carrier: a cookie, a field, a note in the log. */
const harmless = /cookie|token|session|log|header|cors|cach|locals|jwt|track|metric|trace|auth|etag|vary|nonce|csrf|flash|timing/i;

/** A function of the file is looked into; of any other only the name tells. */
export function touches(call: TSESTree.CallExpression | TSESTree.NewExpression, walk: Walk): boolean {
  const callee = bare(call.callee);
  const fn = functionOf(callee, walk.bindings);
  if (fn) {
    const place = call.arguments.findIndex((argument) => argument.type === "Identifier" && walk.bindings.variableOf(argument) === walk.carrier);
    const parameter = parametersOf(fn)[place];
    const variable = parameter && walk.bindings.variableOf(parameter);
    if (variable) return variable.references.some(({ identifier }) => setsStatus(identifier.parent, walk));
  }
  const name = callee.type === "MemberExpression" ? keyOf(callee) : callee.type === "Identifier" ? callee.name : null;
  return name === null || !harmless.test(name);
}

/** `res.status`, `res.statusCode =`, and the carrier given to yet another function. */
function setsStatus(parent: TSESTree.Node, { framework }: Walk): boolean {
  if (parent.type === "CallExpression") return true;
  const name = parent.type === "MemberExpression" ? keyOf(parent) : null;
  if (name === null) return false;
  if (Object.hasOwn(framework.assignments, name)) return true;
  const word = Object.hasOwn(framework.calls, name) ? framework.calls[name] : undefined;
  return word !== undefined && [word].flat().some(({ status }) => status !== undefined);
}
