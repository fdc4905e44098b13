/** Conditions in a normal form, so that two ways to ask the same question are one question. */
import type { TSESTree } from "@typescript-eslint/utils";
import { foundOnce } from "./found-once.ts";
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

/** The normal form of a leaf, or null when asking twice may give two answers. Found once for all paths. */
export const questionOf = foundOnce((leaf: TSESTree.Node): Question | null => normalForm(leaf));

/** Answers to questions in normal form. */
export type Facts = ReadonlyMap<string, boolean>;

/** What is known of a question. */
export function answerTo({ key, flips, subject, constant }: Question, facts: Facts): boolean | undefined {
  const answer = facts.get(key) ?? (subject === undefined || constant === undefined ? undefined : equal(subject, constant, facts));
  return answer === undefined ? undefined : answer !== flips;
}

/** One value cannot equal two constants; a value that holds is not null, one that does not is no non-empty constant. */
function equal(subject: string, constant: string, facts: Facts): boolean | undefined {
  const [start, same] = [`${subject} = `, `${subject} = ${constant}`];
  for (const [key, truth] of facts) {
    if (!truth || key === same || !key.startsWith(start)) continue;
    // `null` and `undefined` are apart: `== null` holds for both.
    if (/^(?:["'`\d-]|true|false)/.test(key.slice(start.length))) return false;
  }
  return facts.get(subject) === true && (constant === "null" || constant === "false" || constant === "0") ? false : undefined;
}

/** The facts that do not mention a name. */
export const withoutName = (facts: Facts, name: string): Facts => without(facts, name, (text) => `(?<![\\w$])${text}(?![\\w$])`);

/** The facts that do not mention a member of what has that name. */
export const withoutMembers = (facts: Facts, name: string): Facts =>
  without(facts, name, (text) => `(?<![\\w$.])${text}\\s*(?:\\.|\\?\\.|\\[)`);

function without(facts: Facts, name: string, mention: (text: string) => string): Facts {
  const near = [...facts.keys()].filter((key) => key.includes(name));
  if (near.length === 0) return facts;
  const pattern = new RegExp(mention(name.replace(/\$/g, "\\$&")));
  const stale = near.filter((key) => pattern.test(key));
  return stale.length === 0 ? facts : new Map([...facts].filter(([key]) => !stale.includes(key)));
}

function normalForm(leaf: TSESTree.Node): Question | null {
  const node = bare(leaf);
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) {
    const key = steadyText(node);
    return key === null ? null : { key, flips: false };
  }
  const [asked, compared] = node.left.type === "Literal" ? [node.right, node.left] : [node.left, node.right];
  const subject = steadyText(asked);
  const constant = steadyText(compared);
  if (subject === null || constant === null) return null;
  return {
    key: `${subject} = ${constant}`,
    flips: node.operator.startsWith("!"),
    ...(compared.type === "Literal" && { subject, constant }),
  };
}

/** The expression without its layout and types, or null when its value may change from one look to the next. */
function steadyText(expression: TSESTree.Node): string | null {
  const node = bare(expression);
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "PrivateIdentifier":
      return `#${node.name}`;
    case "Literal":
      return typeof node.value === "string" ? JSON.stringify(node.value) : node.raw;
    case "ThisExpression":
      return "this";
    case "Super":
      return "super";
    case "MemberExpression":
      return joined([node.object, node.property], (object, property) => (node.computed ? `${object}[${property}]` : `${object}.${property}`));
    case "CallExpression": {
      const isSteadyCall = node.callee.type === "MemberExpression" && steadyMethods.has(keyOf(node.callee) ?? "");
      return isSteadyCall ? joined([node.callee, ...node.arguments], (callee, ...values) => `${callee}(${values.join(", ")})`) : null;
    }
    case "BinaryExpression":
    case "LogicalExpression":
      return joined([node.left, node.right], (left, right) => `${grouped(node.left, left)} ${node.operator} ${grouped(node.right, right)}`);
    case "UnaryExpression":
      return node.operator === "delete" ? null : joined([node.argument], (argument) => `${node.operator} ${grouped(node.argument, argument)}`);
    case "TemplateLiteral":
      return joined(node.expressions, (...values) => `\`${node.quasis.map((quasi, at) => quasi.value.raw + (at < values.length ? `\${${values[at]}}` : "")).join("")}\``);
    case "ArrayExpression":
      return node.elements.includes(null) ? null : joined(node.elements as TSESTree.Node[], (...values) => `[${values.join(", ")}]`);
    default:
      return null;
  }
}

/** The text of an operand: `(a + b) * c` is not `a + b * c`, though the tree has no parentheses. */
function grouped(operand: TSESTree.Node, text: string): string {
  const { type } = bare(operand);
  return type === "BinaryExpression" || type === "LogicalExpression" ? `(${text})` : text;
}

function joined(parts: readonly TSESTree.Node[], write: (...texts: string[]) => string): string | null {
  const texts = parts.map(steadyText);
  return texts.includes(null) ? null : write(...(texts as string[]));
}
