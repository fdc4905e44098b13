/** Functions around a handler that give the error of its promise to `next`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { calledBy } from "../../ast/called-function.ts";
import { bare, isFunction, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import type { ExportedName } from "../../frameworks/framework.ts";
import { isOneOf } from "../handlers/evidence.ts";

/** What stands around a handler: nothing, functions that give its error to `next`, or something that may answer itself. */
export type Wrapper = "none" | "catches" | "unknown";

/** Reads the calls around a function, where it is written and where it is registered: `asyncHandler(show)`. */
export function wrapperOf(fn: FunctionNode, registered: TSESTree.Node | undefined, bindings: Bindings, known: readonly ExportedName[]): Wrapper {
  const calls = callsAround(fn, registered);
  for (let at = registered; at?.type === "CallExpression" && !isWithin(fn, at) && !isBound(at);) {
    calls.push(at);
    at = bare(at.arguments[0] ?? at.callee);
  }
  if (calls.length === 0) return "none";
  return calls.every((call) => call.arguments.length === 1 && catches(call, bindings, known)) ? "catches" : "unknown";
}

/** `asyncHandler(async (req, res) => …)`, up to what is registered. */
function callsAround(fn: FunctionNode, registered: TSESTree.Node | undefined): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  for (let at: TSESTree.Node = fn; at !== registered && at.parent.type === "CallExpression" && at.parent.callee !== at; at = at.parent) calls.push(at.parent);
  return calls;
}

/** `users.show.bind(users)` */
const isBound = ({ callee }: TSESTree.CallExpression): boolean => {
  const named = bare(callee);
  return named.type === "MemberExpression" && keyOf(named) === "bind";
};

function catches(call: TSESTree.CallExpression, bindings: Bindings, known: readonly ExportedName[]): boolean {
  if (isOneOf(known, call.callee, bindings)) return true;
  const wrapper = calledBy(call, bindings);
  return wrapper !== undefined && wrapper.shift === 0 && givesToNext(wrapper.fn, bindings);
}

/** `(fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next)`, and the same with `try` and `await`. */
function givesToNext({ params: [wrapped], body }: FunctionNode, bindings: Bindings): boolean {
  const handler = returned(body);
  const variable = wrapped && bindings.variableOf(wrapped);
  if (!isFunction(handler) || handler.params.length !== 3 || !variable) return false;
  const [, response, next] = handler.params.map((parameter) => bindings.usesOf(parameter));
  const calls = variable.references.map(({ identifier: { parent } }) => parent);
  const isCalled = calls.length === 1 && calls.every((call) => call.type === "CallExpression" && isWithin(call, handler));
  const speaks = response?.some(({ parent }) => !calls.some((call) => parent === call)) ?? true;
  const others = next?.filter(({ parent }) => !calls.some((call) => parent === call)) ?? [];
  return isCalled && !speaks && others.length > 0 && others.every(getsError);
}

/** `.catch(next)`, `.catch((error) => next(error))`, `catch (error) { next(error); }` */
function getsError(next: TSESTree.Node): boolean {
  const { parent } = next;
  if (parent?.type !== "CallExpression") return false;
  if (parent.callee !== next) return bare(parent.callee).type === "MemberExpression" && keyOf(bare(parent.callee)) === "catch";
  const [error] = parent.arguments;
  if (error?.type !== "Identifier" || parent.arguments.length > 1) return false;
  for (let at: TSESTree.Node = parent; at.type !== "Program"; at = at.parent) {
    if (at.type === "CatchClause") return at.param?.type === "Identifier" && at.param.name === error.name;
    if (isFunction(at)) return at.params[0]?.type === "Identifier" && at.params[0].name === error.name;
  }
  return false;
}

/** What a function gives back, if that is all it does. */
function returned(body: FunctionNode["body"]): TSESTree.Node | undefined {
  if (body.type !== "BlockStatement") return bare(body);
  const [statement, ...others] = body.body;
  return others.length === 0 && statement?.type === "ReturnStatement" && statement.argument ? bare(statement.argument) : undefined;
}
