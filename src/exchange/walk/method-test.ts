/** Conditions on the method of the request. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { keysTo } from "../../ast/patterns.ts";
import { staticTextOf } from "../../ast/static-value.ts";
import type { Handler } from "../handlers/handlers.ts";

/** Finds the HTTP method that an expression compares the request's method with. */
export type MethodTest = (test: TSESTree.Node) => { readonly methods: readonly string[]; readonly flips: boolean } | null;

/** `req.method`, `const { method } = req`, `context.request.method` */
const mayReadMethod = ({ identifier: { parent } }: TSESLint.Scope.Reference): boolean =>
  (parent.type === "MemberExpression" && /^(?:method|req|request)$/.test(keyOf(parent) ?? "")) || parent.type === "VariableDeclarator";

/** Reads `req.method === "POST"`, its aliases and `["PUT", "PATCH"].includes(req.method)`. */
export function methodTestOf(request: Handler["request"], bindings: Bindings): MethodTest {
  // Most handlers never look at the method, and then no condition is a question about it.
  if (!request?.references.some(mayReadMethod)) return () => null;
  const isMethod = (node: TSESTree.Node, depth = 0): boolean => {
    const value = bare(node);
    if (value.type === "MemberExpression") {
      return keyOf(value) === "method" && isRequest(value.object);
    }
    if (value.type === "CallExpression" && value.callee.type === "MemberExpression") {
      return /^to(?:Upper|Lower)Case$/.test(keyOf(value.callee) ?? "") && isMethod(value.callee.object, depth);
    }
    const variable = value.type === "Identifier" && depth < 2 ? bindings.variableOf(value) : undefined;
    const declaration = variable?.defs[0]?.node;
    if (declaration?.type !== "VariableDeclarator" || !declaration.init) return false;
    if (declaration.id.type === "Identifier") return isMethod(declaration.init, depth + 1);
    const keys = keysTo(variable?.defs[0]?.name ?? value, declaration.id)?.join(".") ?? "";
    return keys === "method" ? isRequest(declaration.init) : /^req(?:uest)?\.method$/.test(keys) && isRequest(declaration.init);
  };
  // Some handlers get their request in a context.
  const isRequest = (node: TSESTree.Node): boolean => {
    const value = bare(node);
    if (value.type === "MemberExpression") return /^req(?:uest)?$/.test(keyOf(value) ?? "") && isRequest(value.object);
    if (value.type !== "Identifier") return false;
    const variable = bindings.variableOf(value);
    if (variable === request) return true;
    const declaration = variable?.defs[0]?.node;
    if (declaration?.type !== "VariableDeclarator" || !declaration.init || bare(declaration.init) === value) return false;
    const isPart = declaration.id.type === "Identifier" ? bare(declaration.init).type === "MemberExpression"
      : /^req(?:uest)?$/.test(keysTo(variable?.defs[0]?.name ?? value, declaration.id)?.join() ?? "");
    return isPart && isRequest(declaration.init);
  };
  const text = (node: TSESTree.Node | null | undefined): string | null => (node && staticTextOf(node, bindings)?.toUpperCase()) ?? null;
  const methodTest: MethodTest = (test) => {
    const node = bare(test);
    if (node.type === "LogicalExpression") {
      // One of several, or none of several: the sides must ask the same way.
      const [left, right] = [methodTest(node.left), methodTest(node.right)];
      const flips = node.operator === "&&";
      return left?.flips === flips && right?.flips === flips ? { methods: [...left.methods, ...right.methods], flips } : null;
    }
    if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator)) {
      const named = isMethod(node.left) ? text(node.right) : isMethod(node.right) ? text(node.left) : null;
      return named === null ? null : { methods: [named], flips: node.operator.startsWith("!") };
    }
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || keyOf(node.callee) !== "includes") return null;
    const [asked] = node.arguments;
    const named = bare(node.callee.object);
    const variable = named.type === "Identifier" ? bindings.variableOf(named) : undefined;
    const init = variable && bindings.initOf(variable);
    const list = init ? bare(init) : named;
    if (!asked || !isMethod(asked) || list.type !== "ArrayExpression") return null;
    const methods = list.elements.map(text);
    return methods.every((method) => method !== null) ? { methods, flips: false } : null;
  };
  return methodTest;
}
