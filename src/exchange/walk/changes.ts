/** Where variables, and the objects that they hold, get other values. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../../ast/bindings.ts";
import { foundOnce } from "../../ast/found-once.ts";

/** A place where the variable, or the object that it holds, may get another value. */
export function mayChange(identifier: TSESTree.Node): boolean {
  let at = identifier;
  while (at.parent?.type === "MemberExpression" && at.parent.object === at) at = at.parent;
  const { parent } = at;
  switch (parent?.type) {
    case "AssignmentExpression":
      return parent.left === at;
    case "UpdateExpression":
    case "ArrayPattern":
    case "AssignmentPattern":
      return true;
    case "Property":
      return parent.parent.type === "ObjectPattern";
    case "UnaryExpression":
      return parent.operator === "delete";
    case "CallExpression":
      return parent.callee === at && at !== identifier;
    default:
      return false;
  }
}

/** Somewhere the variable gets a new value, or one of its members does. */
export const isChanged = foundOnce(({ references }: Variable): boolean => references.some(changes));

/** The reference gives the variable a new value, or one of its members. */
export function changes(reference: TSESLint.Scope.Reference): boolean {
  if (reference.isWrite()) return !reference.init || isLet(reference);
  const { parent } = reference.identifier;
  return parent.type === "MemberExpression" && parent.object === reference.identifier
    && ((parent.parent.type === "AssignmentExpression" && parent.parent.left === parent)
      || (parent.parent.type === "UnaryExpression" && parent.parent.operator === "delete"));
}

const isLet = ({ resolved }: TSESLint.Scope.Reference): boolean => {
  const declaration = resolved?.defs[0]?.parent;
  return declaration?.type === "VariableDeclaration" && declaration.kind !== "const";
};
