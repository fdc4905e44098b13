/** Conditions in a normal form, so that two ways to ask the same question are one question. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "./functions.ts";

/** A condition that holds (or does not) on a path. */
export interface Guard {
  readonly test: TSESTree.Node;
  readonly truth: boolean;
}

/** Methods whose answer does not change between two questions. */
const steadyMethods = new Set(["isEmpty", "includes", "isArray", "startsWith", "endsWith", "has", "test", "equals", "toString", "isAuthenticated"]);

/** The leaves that must hold for a condition to be as said: both sides of `a && b`, neither of a false `a || b`. */
export function guardsOf(test: TSESTree.Node, truth: boolean): Guard[] {
  const node = bare(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return guardsOf(node.argument, !truth);
  if (isBooleanCall(node)) return guardsOf(node.arguments[0] as TSESTree.Node, truth);
  if (node.type === "LogicalExpression" && ((node.operator === "&&" && truth) || (node.operator === "||" && !truth))) {
    return [...guardsOf(node.left, truth), ...guardsOf(node.right, truth)];
  }
  return [{ test: node, truth }];
}

const isBooleanCall = (node: TSESTree.Node): node is TSESTree.CallExpression =>
  node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "Boolean" && node.arguments.length === 1;

/** A question in normal form: what is asked, and whether this way of asking turns the answer round. */
export interface Question {
  readonly key: string;
  readonly flips: boolean;
  /** For an equality: both sides, so that one value cannot equal two constants. */
  readonly subject?: string;
  readonly constant?: string;
}

/** The normal form of a leaf, or null when asking twice may give two answers. */
export function questionOf(leaf: TSESTree.Node, sourceCode: Readonly<TSESLint.SourceCode>): Question | null {
  const node = bare(leaf);
  if (!isSteady(node)) return null;
  const text = (part: TSESTree.Node) => sourceCode.getText(bare(part)).replace(/\s+/g, " ");
  if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator)) {
    const isLeftConstant = node.left.type === "Literal";
    const subject = text(isLeftConstant ? node.right : node.left);
    const constant = text(isLeftConstant ? node.left : node.right);
    const isConstant = (isLeftConstant ? node.left : node.right).type === "Literal";
    return {
      key: `${subject} = ${constant}`,
      flips: node.operator.startsWith("!"),
      ...(isConstant && { subject, constant }),
    };
  }
  return { key: text(node), flips: false };
}

function isSteady(node: TSESTree.Node): boolean {
  switch (node.type) {
    case "Identifier":
    case "Literal":
    case "ThisExpression":
    case "Super":
      return true;
    case "MemberExpression":
      return isSteady(node.object) && (!node.computed || isSteady(node.property));
    case "CallExpression":
      return node.callee.type === "MemberExpression" && steadyMethods.has(keyOf(node.callee) ?? "")
        && isSteady(node.callee.object) && node.arguments.every(isSteady);
    case "BinaryExpression":
    case "LogicalExpression":
      return isSteady(node.left) && isSteady(node.right);
    case "UnaryExpression":
      return node.operator !== "delete" && isSteady(node.argument);
    case "TemplateLiteral":
      return node.expressions.every(isSteady);
    case "ArrayExpression":
      return node.elements.every((element) => element !== null && isSteady(element));
    case "ChainExpression":
    case "TSAsExpression":
    case "TSNonNullExpression":
      return isSteady(node.expression);
    default:
      return false;
  }
}
