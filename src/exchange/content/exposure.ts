/** What the content of an answer shows of an error that was caught: its stack, the error itself, or its message. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, calleeNameOf, isFunction, keyOf } from "../../ast/functions.ts";
import { keysTo } from "../../ast/patterns.ts";
import { throwsOwnWords, triesNothing } from "../reasons/attempts.ts";
import { isErrorExpression, isErrorVariable } from "../reasons/errors.ts";
import { membersOf } from "./members.ts";
import type { ErrorPart, Exposure } from "../model.ts";
import type { PathGuard } from "../walk/path.ts";
import { resolved } from "../walk/reading.ts";
import type { Reading } from "../walk/reading.ts";
import type { Delivery, Walk } from "../walk/walk.ts";
import { quoteOf } from "../reasons/words.ts";

/** Names of what a server asks before it shows more than to others. */
const aboutSettings = /NODE_ENV|APP_ENV|\benv(?:ironment)?\b(?!\s*\??\.)|dev(?:elopment)?\b|isDev|is_?prod|prod(?:uction)?\b|isLocal|isTest|debug|verbose|expose|detail|show|stack/i;

/** The most telling part that the content shows, unless the server's settings or a question about the error decide on the answer. */
export function exposureIn({ content, fixedContent, path, deputy, node, name }: Delivery, walk: Walk): Exposure | undefined {
  if (!content || fixedContent !== undefined) return undefined;
  const { bindings } = walk;
  const reading = { bindings, values: deputy?.values ?? path.state.values };
  const shown = partsIn(content.node, reading, content.patches).sort((one, other) => order.indexOf(one.part) - order.indexOf(other.part))[0];
  if (!shown) return undefined;
  const { guards } = path.state;
  // Whichever error it is, its stack is for nobody but developers.
  if (guards.some((guard) => asksSettings(guard, bindings) || (shown.part !== "stack" && asksWhich(guard, bindings)))) return undefined;
  if (guards.some((guard) => triesNothing(guard, walk) || (shown.part === "message" && throwsOwnWords(guard, bindings)))) return undefined;
  // Some words take text alone: an error is made one, or they throw.
  const isText = node.type === "NewExpression" || name === "end";
  return isText && shown.part === "error" && bare(content.node) === shown.node
    ? (name === "end" ? undefined : { part: "message", quote: quoteOf(shown.node, bindings) })
    : { part: shown.part, quote: quoteOf(shown.node, bindings) };
}

const order: readonly ErrorPart[] = ["stack", "error", "message"];

interface Shown {
  readonly part: ErrorPart;
  readonly node: TSESTree.Node;
}

function partsIn(node: TSESTree.Node, reading: Reading, patches: ReadonlyMap<string, TSESTree.Node> = new Map(), depth = 0): Shown[] {
  const value = resolved(node, reading);
  if (value.type === "ObjectExpression" && depth < 3) {
    const spread = value.properties.flatMap((property) => (property.type === "SpreadElement" ? [property.argument] : []));
    return [...spread, ...membersOf(value, patches, reading).map((member) => member.value)].flatMap((inner) => partsIn(inner, reading, undefined, depth + 1));
  }
  if (value.type === "CallExpression" && calleeNameOf(value) === "stringify" && value.arguments[0]) return partsIn(value.arguments[0], reading, undefined, depth + 1);
  const part = partOf(value, reading.bindings);
  return part ? [{ part, node: value }] : [];
}

/** Which part of a caught error an expression is; undefined for a choice that may leave it out. */
function partOf(node: TSESTree.Node, bindings: Bindings): ErrorPart | undefined {
  const value = bare(node);
  switch (value.type) {
    case "Identifier":
      return partHeldBy(bindings.variableOf(value), bindings);
    case "MemberExpression":
      return partOf(value.object, bindings) === "error" ? memberPart(keyOf(value)) : undefined;
    case "CallExpression":
      return isTextOfError(value, bindings) ? "message" : undefined;
    case "LogicalExpression":
      return value.operator !== "&&" ? partOf(value.left, bindings) : partOf(value.left, bindings) === "error" ? partOf(value.right, bindings) : undefined;
    case "ConditionalExpression":
      return value.test.type === "BinaryExpression" && value.test.operator === "instanceof" && isErrorExpression(value.test.left, bindings)
        ? partOf(value.consequent, bindings)
        : undefined;
    case "TemplateLiteral":
      return textPart(value.expressions, bindings);
    case "BinaryExpression":
      return value.operator === "+" ? textPart([value.left, value.right], bindings) : undefined;
    default:
      return undefined;
  }
}

const memberPart = (key: string | null): ErrorPart | undefined => (key === "stack" || key === "message" ? key : undefined);

/** In a text an error is its message. */
function textPart(nodes: readonly TSESTree.Node[], bindings: Bindings): ErrorPart | undefined {
  const parts = nodes.map((node) => partOf(node, bindings));
  return parts.includes("stack") ? "stack" : parts.some((part) => part !== undefined) ? "message" : undefined;
}

/** `String(error)`, `error.toString()` */
function isTextOfError({ callee, arguments: [first] }: TSESTree.CallExpression, bindings: Bindings): boolean {
  const called = bare(callee);
  if (called.type === "Identifier") return called.name === "String" && first !== undefined && partOf(first, bindings) === "error";
  return called.type === "MemberExpression" && keyOf(called) === "toString" && partOf(called.object, bindings) === "error";
}

/** A caught error, what a callback or an error handler is given, and names for a part of it: `const { message } = error`. */
function partHeldBy(variable: Variable | undefined, bindings: Bindings): ErrorPart | undefined {
  const definition = variable?.defs[0];
  if (!variable || !definition) return undefined;
  if (isErrorVariable(variable)) return isGivenError(definition.node) ? "error" : undefined;
  if (definition.type !== "Variable" || !definition.node.init) return undefined;
  const { id, init } = definition.node;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined;
  const whole = partOf(init, bindings);
  if (id.type === "Identifier") return whole;
  const keys = keysTo(definition.name, id);
  return whole === "error" && keys?.length === 1 ? memberPart(keys[0] ?? null) : undefined;
}

/** What other functions of the project are given under such a name may be words. */
const isGivenError = (node: TSESTree.Node): boolean =>
  node.type === "CatchClause" || (isFunction(node) && (node.params.length === 4 || node.parent.type === "CallExpression"));

/** A setting of the server decides. */
function asksSettings(guard: PathGuard, bindings: Bindings): boolean {
  if (guard.caught !== undefined) return false;
  const test = bare(guard.test);
  const variable = test.type === "Identifier" ? bindings.variableOf(test) : undefined;
  const init = variable && bindings.initOf(variable);
  return [test, ...(init ? [init] : [])].some((node) => aboutSettings.test(bindings.textOf(node)));
}

/** It was asked which error it is: one that is known may be meant for the client. */
function asksWhich(guard: PathGuard, bindings: Bindings): boolean {
  if (guard.caught !== undefined || !guard.truth) return false;
  const test = bare(guard.test);
  switch (test.type) {
    case "BinaryExpression":
      return test.left.type !== "PrivateIdentifier" && bare(test.right).type !== "Literal" ? isErrorExpression(test.left, bindings) : isMemberOfError(test.left, bindings);
    case "CallExpression":
      return test.arguments.some((argument) => isErrorExpression(argument, bindings)) || isErrorExpression(test.callee, bindings);
    default:
      return isMemberOfError(test, bindings);
  }
}

const isMemberOfError = (node: TSESTree.Node, bindings: Bindings): boolean => bare(node).type === "MemberExpression" && isErrorExpression(node, bindings);
