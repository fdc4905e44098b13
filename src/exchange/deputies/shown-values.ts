/** Where the value of a variable goes: whether it is only shown in content, or asked for, and nobody else gets it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, keyOf, namesInChain } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";

interface Search {
  readonly bindings: Bindings;
  /** The function in which it has to stay. */
  readonly inside: TSESTree.Node;
  /** The argument of the call becomes content. */
  readonly isContent: (argument: TSESTree.Node) => boolean;
  readonly seen: Set<Variable>;
}

export const isOnlyShown = (variable: Variable, search: Omit<Search, "seen">): boolean => staysInside(variable, { ...search, seen: new Set() });

function staysInside(variable: Variable, search: Search): boolean {
  if (search.seen.has(variable)) return true;
  search.seen.add(variable);
  return variable.references.every(({ identifier, init }) => init || isShown(identifier, search));
}

/** `isGiven`: a function got the value, and may have done more with it than to give something back. */
function isShown(node: TSESTree.Node, search: Search, isGiven = false): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case "TemplateLiteral":
    case "BinaryExpression":
    case "LogicalExpression":
    case "UnaryExpression":
    case "ArrayExpression":
    case "ObjectExpression":
    case "SpreadElement":
    case "AwaitExpression":
    case "ChainExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
      return isShown(parent, search, isGiven);
    case "Property":
      return parent.parent.type === "ObjectExpression" && isShown(parent.parent, search, isGiven);
    case "ConditionalExpression":
      return parent.test === node || isShown(parent, search, isGiven);
    case "IfStatement":
    case "SwitchStatement":
    case "SwitchCase":
      return true;
    case "ExpressionStatement":
      return !isGiven;
    case "MemberExpression":
      return isMember(parent, search, isGiven);
    case "VariableDeclarator":
      return parent.init === node && holds(parent.id, search);
    case "AssignmentExpression":
      return parent.left === node || holds(parent.left, search);
    case "CallExpression":
    case "NewExpression":
      return isTaken(parent, node, search, isGiven);
    default:
      return false;
  }
}

/** `body.status = 1` changes what the variable holds, and reading a member shows a part of it. */
function isMember(access: TSESTree.MemberExpression, search: Search, isGiven: boolean): boolean {
  const { parent } = access;
  return (parent.type === "AssignmentExpression" && parent.left === access) || isShown(access, search, isGiven);
}

/** The value is kept in a variable of the function, or in a member of one. */
function holds(target: TSESTree.Node, search: Search): boolean {
  let at = bare(target);
  while (at.type === "MemberExpression") at = bare(at.object);
  const variable = at.type === "Identifier" ? search.bindings.variableOf(at) : undefined;
  const declared = variable?.defs[0]?.node;
  return declared?.type === "VariableDeclarator" && isWithin(declared, search.inside) && variable !== undefined && staysInside(variable, search);
}

function isTaken(call: TSESTree.CallExpression | TSESTree.NewExpression, node: TSESTree.Node, search: Search, isGiven: boolean): boolean {
  if (call.callee === node) return isShown(call, search, isGiven);
  if (search.isContent(node) || isLog(call)) return true;
  const [target] = call.arguments;
  // Object.assign(body, { status })
  if (target && call.callee.type === "MemberExpression" && keyOf(call.callee) === "assign") {
    const isKept = target === node || target.type === "ObjectExpression" || holds(target, search);
    return isKept && isShown(call, search, isGiven);
  }
  return isShown(call, search, true);
}

/** `console.error(status)`, `req.log.warn({ status })` */
const isLog = ({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
  namesInChain(callee).some((name) => /^(?:console|log|winston|pino|debug)$|logg?er$/i.test(name));
