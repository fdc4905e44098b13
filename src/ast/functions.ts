/** Functions: what they are, their parameters, and the name under which a reader knows them. */
import type { TSESTree } from "@typescript-eslint/utils";
import { foundOnce } from "./found-once.ts";

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export const isFunction = (node: TSESTree.Node | null | undefined): node is FunctionNode =>
  node?.type === "FunctionDeclaration" || node?.type === "FunctionExpression" || node?.type === "ArrowFunctionExpression";

/** The declared parameters without TypeScript's `this`, defaults and modifiers taken off. */
export const parametersOf = foundOnce(({ params }: FunctionNode): readonly TSESTree.Node[] => params
  .map((parameter) => {
    const bare = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
    return bare.type === "AssignmentPattern" ? bare.left : bare;
  })
  .filter((parameter) => !(parameter.type === "Identifier" && parameter.name === "this")));

/** The function whose body holds the node, or null at the top of the file. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | null {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return null;
}

/** The function that holds all the others around the node, which may be it; undefined at the top of the file. */
export function outermostFunction(node: TSESTree.Node): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) if (isFunction(at)) found = at;
  return found;
}

/** The name of a member access or a property, when it is written out. */
export function keyOf(node: TSESTree.Node): string | null {
  if (node.type !== "MemberExpression" && node.type !== "Property" && node.type !== "MethodDefinition" && node.type !== "PropertyDefinition") return null;
  const key: TSESTree.Node = node.type === "MemberExpression" ? node.property : node.key;
  if (!node.computed && (key.type === "Identifier" || key.type === "PrivateIdentifier")) return key.name;
  return key.type === "Literal" ? String(key.value) : null;
}

/**
 * The node that gives the function its name: through wrappers such as `asyncHandler(fn)` up to the declaration,
 * member or property that receives the value.
 */
export function holderOf(fn: FunctionNode): TSESTree.Node {
  let at: TSESTree.Node = fn;
  for (;;) {
    const parent = at.parent as TSESTree.Node;
    const isWrapped = (parent.type === "CallExpression" && parent.arguments.includes(at as TSESTree.CallExpressionArgument))
      || bare(parent) !== parent;
    if (!isWrapped) return parent;
    at = parent;
  }
}

/** The function's name in the source, or null. */
export function nameOf(fn: FunctionNode): string | null {
  if (fn.id) return fn.id.name;
  const holder = holderOf(fn);
  switch (holder.type) {
    case "VariableDeclarator":
      return holder.id.type === "Identifier" ? holder.id.name : null;
    case "AssignmentExpression":
      return holder.left.type === "Identifier" ? holder.left.name : keyOf(holder.left);
    case "MemberExpression":
      // `load(fn).catch(next)`: the word belongs to what the call gives back.
      return null;
    default:
      return keyOf(holder);
  }
}

/** The expression inside type assertions, `satisfies`, `!` and optional chains, which change a value's type or syntax alone. */
export function bare(node: TSESTree.Node): TSESTree.Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ChainExpression":
      return bare(node.expression);
    default:
      return node;
  }
}

/** The same inside an `await` as well. */
export function awaited(node: TSESTree.Node): TSESTree.Node {
  const value = bare(node);
  return value.type === "AwaitExpression" ? bare(value.argument) : value;
}

/** Every name in an expression that leads to a member: `stripe.checkout.sessions` and `this.users.list()` have three. */
export function namesInChain(node: TSESTree.Node): string[] {
  const value = bare(node);
  switch (value.type) {
    case "Identifier":
      return [value.name];
    case "ThisExpression":
      return ["this"];
    case "CallExpression":
      return namesInChain(value.callee);
    case "MemberExpression":
      return [...namesInChain(value.object), keyOf(value) ?? ""];
    default:
      return [];
  }
}

/** The name of the function or method that is called, when it is written out. */
export function calleeNameOf({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string | null {
  const called = bare(callee);
  return called.type === "MemberExpression" ? keyOf(called) : called.type === "Identifier" ? called.name : null;
}
