/** Which functions of the file an expression stands for. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "./bindings.ts";
import { bare, isFunction, keyOf } from "./functions.ts";
import type { FunctionNode } from "./functions.ts";
import { assignedMembers } from "./members.ts";
import { propertyOf } from "./static-members.ts";

/** The local function that an expression names or is, if any. */
export function functionOf(node: TSESTree.Node, bindings: Bindings): FunctionNode | null {
  const value = bare(node);
  if (isFunction(value)) return value;
  if (value.type !== "Identifier") return null;
  const variable = bindings.variableOf(value);
  const definition = variable?.defs[0];
  // The definition of a parameter names its function too.
  if (definition?.type === "Parameter") return null;
  if (isFunction(definition?.node)) return definition.node;
  const init = variable && bindings.initOf(variable);
  return init && init !== value && isFunction(bare(init)) ? (bare(init) as FunctionNode) : null;
}

/** How an expression is looked through. */
interface Search {
  readonly depth?: number;
  /** The least number of parameters of a function that a wrapper takes and that could be a handler. */
  readonly fewest?: number;
}

/** The functions that an expression in a handler's place stands for: by name, as a member, bound, or wrapped. */
export function functionsIn(node: TSESTree.Node, bindings: Bindings, { depth = 0, fewest = 2 }: Search = {}): FunctionNode[] {
  if (depth > 6) return [];
  const value = bare(node);
  const inner = (part: TSESTree.Node) => functionsIn(part, bindings, { depth: depth + 1, fewest });
  if (isFunction(value)) return [value];
  switch (value.type) {
    case "Identifier": {
      const variable = bindings.variableOf(value);
      const declaration = variable?.defs[0]?.node;
      if (isFunction(declaration)) return [declaration];
      const init = declaration?.type === "VariableDeclarator" && declaration.id.type === "Identifier" ? declaration.init : null;
      return init ? inner(init) : [];
    }
    case "ArrayExpression":
      return value.elements.flatMap((element) => (element ? inner(element) : []));
    case "AssignmentExpression":
      return inner(value.right);
    case "CallExpression": {
      const callee = bare(value.callee);
      if (callee.type === "MemberExpression" && keyOf(callee) === "bind") return inner(callee.object);
      // A wrapper takes the handler among its arguments: asyncHandler(fn), validate(schema)(fn).
      return value.arguments.flatMap((argument) => (isPlausibleHandler(argument, bindings, fewest) ? inner(argument) : []));
    }
    case "MemberExpression":
      return memberFunctions(value, bindings, depth);
    default:
      return [];
  }
}

/** A wrapped function is a handler only if it could be one; `users.map((user) => …)` wraps none. */
const isPlausibleHandler = (node: TSESTree.Node, bindings: Bindings, fewest: number): boolean => {
  const value = bare(node);
  return !isFunction(value) || value.params.length >= fewest || functionsIn(value, bindings, { depth: 6 }).length === 0;
};

function memberFunctions(node: TSESTree.MemberExpression, bindings: Bindings, depth: number): FunctionNode[] {
  const name = keyOf(node);
  if (name === null) return [];
  const object = bare(node.object);
  if (object.type === "ThisExpression") {
    const owner = classAround(node);
    return owner ? classMember(owner, name, bindings, depth) : [];
  }
  if (object.type !== "Identifier") return [];
  if (object.name === "exports") return exportedFunctions(object, name, bindings, depth);
  const variable = bindings.variableOf(object);
  const declaration = variable?.defs[0]?.node;
  if (declaration?.type === "ClassDeclaration") return classMember(declaration, name, bindings, depth);
  const init = declaration?.type === "VariableDeclarator" && declaration.init ? bare(declaration.init) : null;
  if (init?.type === "ObjectExpression") {
    const property = propertyOf(init, name);
    if (property) return functionsIn(property.value, bindings, { depth: depth + 1 });
  }
  if (init?.type === "NewExpression" && init.callee.type === "Identifier") {
    const constructed = bindings.variableOf(init.callee)?.defs[0]?.node;
    if (constructed?.type === "ClassDeclaration") return classMember(constructed, name, bindings, depth);
  }
  return variable ? assignedMembers(variable).flatMap(([key, value]) => (key === name ? functionsIn(value, bindings, { depth: depth + 1 }) : [])) : [];
}

const exportedFunctions = (exports: TSESTree.Node, name: string, bindings: Bindings, depth: number): FunctionNode[] =>
  bindings.fileOf(exports).sourceCode.ast.body.flatMap((statement) =>
    statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression"
    && statement.expression.left.type === "MemberExpression" && keyOf(statement.expression.left) === name
      ? functionsIn(statement.expression.right, bindings, { depth: depth + 1 })
      : []);

function classAround(node: TSESTree.Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | null {
  for (let at = node.parent; at; at = at.parent) if (at.type === "ClassDeclaration" || at.type === "ClassExpression") return at;
  return null;
}

function classMember(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression, name: string, bindings: Bindings, depth: number): FunctionNode[] {
  for (const member of owner.body.body) {
    if ((member.type === "MethodDefinition" || member.type === "PropertyDefinition") && keyOf(member) === name && member.value) {
      return functionsIn(member.value, bindings, { depth: depth + 1 });
    }
  }
  return [];
}
