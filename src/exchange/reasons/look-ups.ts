/** What a handler looks up, and by what: the record that a route names, a reference in the content, a list. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, calleeNameOf, isFunction, keyOf } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import { assignedTo } from "./provenance.ts";
import { requestPartOf } from "./request-parts.ts";
import type { RequestPart } from "./request-parts.ts";

const lookUp = /^(?:find|get|fetch|load|read|lookup|query|select|first|one$|by[A-Z]|exec$|populate|lean|search|retrieve|scalar)/i;
const rowQuery = /^(?:query|execute|run|all|raw|select)$/i;
const listing = /^(?:find|findAll|findMany|getAll\w*|list[A-Z]?\w*|aggregate|filter)$/;

/** The value was looked up somewhere: `await User.findById(id)`, `rows[0]`, a callback's result. */
export function isLookedUp(node: TSESTree.Node, bindings: Bindings, also?: RegExp): boolean {
  const value = bare(node);
  if (value.type === "MemberExpression") return keyOf(value) !== "body" && isLookedUp(value.object, bindings, also);
  if (value.type === "CallExpression" || value.type === "AwaitExpression") return isLookUpCall(value, also);
  if (value.type !== "Identifier") return false;
  const variable = bindings.variableOf(value);
  if (!variable) return false;
  const definition = variable.defs[0];
  if (definition?.type === "Parameter") return isCallbackResult(variable);
  return assignedTo(variable).some((init) => isLookUpCall(init, also) || isHeldFind(bare(init), bindings, also));
}

/** `rows[0]`, `result.data`: the member holds what was found. Others are facts of it. */
const isHeldFind = (node: TSESTree.Node, bindings: Bindings, also?: RegExp): boolean =>
  node.type === "MemberExpression" && (node.computed || foundMember.test(keyOf(node) ?? "")) && isLookedUp(node, bindings, also);

/** Members in which a find is held. */
export const foundMember = /^(?:rows?|data|docs?|value|items?|results?|records?)$/i;

/** `rows.length` of a query that asks for one thing; the list that `find()` gives may rightly be empty. */
export function isRowCount(node: TSESTree.Node, bindings: Bindings): boolean {
  if (node.type !== "MemberExpression" || !isLookedUp(node.object, bindings, rowQuery)) return false;
  return !callsOf(node.object, bindings).some((call) => listing.test(calleeNameOf(call) ?? ""));
}

/** `posts.length` of a search that no part of the path narrows to one thing. */
export function isListLength(node: TSESTree.Node, bindings: Bindings): boolean {
  if (node.type !== "MemberExpression" || keyOf(node) !== "length" || bare(node.object).type !== "Identifier") return false;
  return callsOf(node.object, bindings).some((call) => listing.test(calleeNameOf(call) ?? "") && !call.arguments.some((argument) => isFunction(argument)))
    && lookedUpBy(node.object, bindings) !== "path";
}

/** Look-ups of one thing by any of its values. */
export const foundByValue = /^(?:findOne|findUnique|findFirst|exists|findByEmail|findOneBy)$/;

/** The value was found by what the client sent, as one does before creating: `User.findOne({ email })`. */
export function isFoundByValue(node: TSESTree.Node, bindings: Bindings): boolean {
  return node.type === "Identifier"
    && callsOf(node, bindings).some((call) => bare(call.callee).type === "MemberExpression" && foundByValue.test(calleeNameOf(call) ?? ""));
}

/**
 * The part of the request that a look-up was made by. `elsewhere`: by a value of another record; undefined where that
 * cannot be seen.
 */
export function lookedUpBy(node: TSESTree.Node, bindings: Bindings): RequestPart | "elsewhere" | undefined {
  let by: RequestPart | "elsewhere" | undefined;
  for (const call of callsOf(node, bindings)) {
    visit(call, bindings.sourceCode.visitorKeys, (inner, isOwn) => {
      if (!isOwn || by === "path" || (inner.type !== "Identifier" && inner.type !== "MemberExpression")) return;
      const part = requestPartOf(inner, bindings) ?? (isOfRecord(inner, bindings) ? "elsewhere" : undefined);
      if (part === "path" || by === undefined) by = part;
    });
  }
  return by;
}

/** A value of another record; the next link of a chain is none. */
const isOfRecord = (node: TSESTree.Identifier | TSESTree.MemberExpression, bindings: Bindings): boolean =>
  node.type === "MemberExpression" && bare(node.object).type !== "CallExpression" && isLookedUp(node.object, bindings);

/** The calls of the chain that gave the value: `User.findById(id).populate("role")` is two. */
export function callsOf(node: TSESTree.Node, bindings: Bindings): TSESTree.CallExpression[] {
  const value = bare(node);
  if (value.type === "MemberExpression") return callsOf(value.object, bindings);
  if (value.type !== "Identifier") return chainOf(value);
  const variable = bindings.variableOf(value);
  if (!variable) return [];
  const fn = variable.defs[0]?.type === "Parameter" ? variable.defs[0].node : null;
  if (fn && isFunction(fn) && fn.parent.type === "CallExpression") return chainOf(fn.parent).filter((call) => !call.arguments.includes(fn as TSESTree.ArrowFunctionExpression) || calleeNameOf(call) !== "then");
  return assignedTo(variable).flatMap(chainOf);
}

function chainOf(init: TSESTree.Node): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  let at = bare(init);
  if (at.type === "AwaitExpression") at = bare(at.argument);
  while (at.type === "CallExpression") {
    calls.push(at);
    const callee = bare(at.callee);
    if (callee.type !== "MemberExpression") break;
    at = bare(callee.object);
  }
  return calls;
}

const isLookUpCall = (init: TSESTree.Node, also?: RegExp): boolean =>
  chainOf(init).some((call) => {
    const name = calleeNameOf(call);
    return name !== null && (lookUp.test(name) || (also?.test(name) ?? false));
  });

/** `.then((user) => …)` and `(err, user) => …` */
function isCallbackResult(variable: Variable): boolean {
  const definition = variable.defs[0];
  const fn = definition?.node;
  if (!isFunction(fn) || fn.parent.type !== "CallExpression") return false;
  const callee = bare(fn.parent.callee);
  const name = callee.type === "MemberExpression" ? keyOf(callee) : null;
  if (name === "then") return fn.params[0] === definition?.name && callee.type === "MemberExpression" && isLookUpCall(callee.object);
  return fn.params[1] === definition?.name && name !== null && lookUp.test(name);
}
