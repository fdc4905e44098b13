/** What an expression in a handler's place stands for in other files, and which router of the file it is. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf, parametersOf } from "../../ast/functions.ts";
import { called, memberOfThis, membersOf } from "../../ast/members.ts";

export interface Target {
  readonly source: string;
  /** The exported name and the members that lead to the value; `()` is what calling it gives. */
  readonly path: readonly string[];
  /** It is handed to another function, which may do anything with it. */
  readonly isWrapped: boolean;
}

/** By name, as a member of an instance, bound, wrapped, in a list, or called by a function that only hands on what it gets. */
export function targetsOf(node: TSESTree.Node, bindings: Bindings, depth = 0): Target[] {
  if (depth > 8) return [];
  const value = bare(node);
  const origin = bindings.originOf(value);
  if (origin) return [{ source: origin.source, path: origin.path, isWrapped: false }];
  const inner = (part: TSESTree.Node) => targetsOf(part, bindings, depth + 1);
  switch (value.type) {
    case "Identifier": {
      const variable = bindings.variableOf(value);
      const init = variable && bindings.initOf(variable);
      return init ? inner(init) : [];
    }
    case "MemberExpression": {
      const key = keyOf(value);
      if (key === null) return [];
      const given = bare(value.object).type === "ThisExpression" ? memberOfThis(value, key) : null;
      if (given) return inner(given);
      const own = membersOf(value.object, bindings).find(([name]) => name === key);
      return own ? inner(own[1]) : inner(value.object).map((target) => ({ ...target, path: [...target.path, key] }));
    }
    case "NewExpression":
      return inner(value.callee);
    case "CallExpression": {
      const callee = bare(value.callee);
      if (callee.type === "MemberExpression" && keyOf(callee) === "bind") return inner(callee.object);
      const made = inner(callee).map((target) => ({ ...target, path: [...target.path, called] }));
      return [...made, ...value.arguments.flatMap(inner).map((target) => ({ ...target, isWrapped: true }))];
    }
    case "ArrayExpression":
      return value.elements.flatMap((element) => (element ? inner(element) : []));
    case "AwaitExpression":
      return inner(value.argument);
    case "TSQualifiedName":
      return inner(value.left).map((target) => ({ ...target, path: [...target.path, value.right.name] }));
    case "ArrowFunctionExpression":
    case "FunctionExpression": {
      const callee = handedOnTo(value);
      return callee ? inner(callee) : [];
    }
    default:
      return [];
  }
}

/** `(req, res) => users.create(req, res)`: the function that gets the same parameters in the same places. */
function handedOnTo(fn: TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression): TSESTree.Node | null {
  const only = fn.body.type !== "BlockStatement" ? fn.body : fn.body.body.length === 1 ? fn.body.body[0] : undefined;
  const given = only?.type === "ExpressionStatement" ? only.expression : only?.type === "ReturnStatement" ? only.argument : only;
  const call = given?.type === "AwaitExpression" ? given.argument : given;
  if (call?.type !== "CallExpression" || call.arguments.length < 2) return null;
  const names = parametersOf(fn).map((parameter) => (parameter.type === "Identifier" ? parameter.name : null));
  const isSame = call.arguments.every((argument, index) => argument.type === "Identifier" && argument.name === names[index]);
  return isSame ? call.callee : null;
}

/**
 * The place in the source that stands for a router, whichever name and chain of calls leads to it: where it is made, or
 * the parameter that brings it.
 */
export function routerOf(node: TSESTree.Node, chaining: ReadonlySet<string>, bindings: Bindings, depth = 0): number | null {
  if (depth > 8) return null;
  let value = bare(node);
  // What `Router().get(…).post(…)` gives is the router itself.
  while (value.type === "CallExpression" && value.callee.type === "MemberExpression" && chaining.has(keyOf(value.callee) ?? "")) value = bare(value.callee.object);
  switch (value.type) {
    case "Identifier": {
      const variable = bindings.variableOf(value);
      const init = variable && bindings.initOf(variable);
      return init ? routerOf(init, chaining, bindings, depth + 1) : variable?.identifiers[0]?.range[0] ?? null;
    }
    case "MemberExpression": {
      const key = keyOf(value);
      const given = key !== null && value.object.type === "ThisExpression" ? memberOfThis(value, key) : null;
      return given ? routerOf(given, chaining, bindings, depth + 1) : null;
    }
    case "AssignmentExpression":
      return routerOf(value.right, chaining, bindings, depth + 1);
    case "CallExpression":
    case "NewExpression":
      return value.range[0];
    default:
      return null;
  }
}
