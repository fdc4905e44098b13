/** What the content of a response looks like: its form, the failure it tells, the message in it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { awaited, bare, calleeNameOf, isFunction, keyOf } from "../../ast/functions.ts";
import { failureNamed } from "../../http/misnomers.ts";
import { isErrorExpression, isResultError } from "../reasons/errors.ts";
import { failureIn, isRemark, membersOf, messageIn, successIn, weakFailure } from "./members.ts";
import { namesIn } from "./names.ts";
import type { Certainty, ContentShape } from "../model.ts";
import type { Value } from "../walk/path.ts";
import { resolved } from "../walk/reading.ts";
import type { Reading } from "../walk/reading.ts";
import { quoteOf, short, tellsFailure, tellsSuccess, textIn } from "../reasons/words.ts";

export interface Description {
  readonly shape: ContentShape | "message";
  /** `isOpen`: it may be empty, and only the branch on which it is sent can tell. */
  readonly failure?: { readonly certainty: Certainty; readonly quote: string; readonly isOpen?: true };
  readonly success?: { readonly certainty: Certainty; readonly quote: string };
  readonly says?: string;
  readonly members?: readonly string[];
  /** Failures that its texts name, and nothing else. */
  readonly names?: readonly number[];
  /** The message has values in it that only run time knows. */
  readonly isFilled?: boolean;
}

/** Describes an expression that becomes the content. */
export function describe({ node, patches }: Value, reading: Reading, depth = 0): Description {
  const value = resolved(node, reading);
  const { bindings } = reading;
  if (depth > 4) return { shape: "unknown" };
  if (isErrorExpression(value, bindings)) return { shape: "failure", failure: { certainty: "strong", quote: quoteOf(value, bindings) }, ...saidIn(value) };
  switch (value.type) {
    case "Literal":
      if (typeof value.value === "string") return describeText(value.value);
      return { shape: value.value === true ? "acknowledgement" : "unknown" };
    case "TemplateLiteral":
    case "BinaryExpression": {
      const text = textIn(value);
      return text === undefined ? { shape: "unknown" } : describeText(text);
    }
    case "ObjectExpression":
      return describeObject(value, patches ?? new Map(), reading, depth);
    case "ArrayExpression":
      return { shape: "collection" };
    case "Identifier":
      return describeName(value, patches, reading, depth);
    case "MemberExpression":
      return { shape: isPlural(keyOf(value)) ? "collection" : "resource" };
    case "CallExpression":
      return describeCall(value, reading, depth);
    case "AwaitExpression":
      return describe({ node: value.argument }, reading, depth + 1);
    case "NewExpression":
      return value.callee.type === "Identifier" && value.callee.name.endsWith("Error")
        ? { shape: "failure", failure: { certainty: "strong", quote: quoteOf(value, bindings) } }
        : { shape: "unknown" };
    default:
      return { shape: "unknown" };
  }
}

const saidIn = (node: TSESTree.Node): { says?: string } => {
  const text = textIn(node);
  return text ? { says: text } : {};
};

function describeText(text: string): Description {
  if (/^\s*</.test(text)) return { shape: "page" };
  const named = failureNamed(text);
  return { shape: "message", says: text, ...(named !== undefined && { names: [named] }), ...toldBy(text) };
}

/** What the words alone tell. */
function toldBy(text: string): Pick<Description, "failure" | "success"> {
  const told = { certainty: "weak" as const, quote: short(text) };
  return tellsFailure(text) ? { failure: told } : tellsSuccess(text) ? { success: told } : {};
}

const listCalls = /^(?:find|findAll|findMany|getAll|list\w*|map|filter|toArray|slice|sort|values|keys|entries|concat|flatMap|fetchAll|aggregate|rows)$/;

function describeCall(call: TSESTree.CallExpression, reading: Reading, depth: number): Description {
  const name = calleeNameOf(call);
  const [first] = call.arguments;
  if (name === "stringify" && first) return describe({ node: first }, reading, depth + 1);
  if (name === "find" && first && isFunction(bare(first))) return { shape: "resource" };
  if (name !== null && listCalls.test(name)) return { shape: "collection" };
  return { shape: "unknown" };
}

function describeName(node: TSESTree.Identifier, patches: Value["patches"], reading: Reading, depth: number): Description {
  const variable = reading.bindings.variableOf(node);
  if (!variable) return { shape: "unknown" };
  const init = reading.bindings.initOf(variable);
  const inner = init ? bare(init) : null;
  if (isResultError(node, reading.bindings)) return { shape: "failure", failure: { certainty: "weak", quote: node.name, isOpen: true } };
  if (inner?.type === "ObjectExpression") return describe({ node: inner, ...(patches && { patches }) }, reading, depth + 1);
  const settled = init ? awaited(init) : null;
  if (settled && ["ArrayExpression", "Literal", "TemplateLiteral"].includes(settled.type)) return describe({ node: settled }, reading, depth + 1);
  if (settled?.type === "CallExpression") {
    const { shape } = describeCall(settled, reading, depth);
    if (shape !== "unknown") return { shape };
  }
  return { shape: isPlural(node.name) ? "collection" : "resource" };
}

/** `users`, `allPosts`, `rows`; not `address`, `status`. */
const isPlural = (name: string | null): boolean => name !== null && /(?:[^s]s|List|rows|data\[\])$/.test(name) && !/(?:us|is|ss|as|os)$/i.test(name);

function describeObject(object: TSESTree.ObjectExpression, patches: ReadonlyMap<string, TSESTree.Node>, reading: Reading, depth: number): Description {
  const members = membersOf(object, patches, reading);
  const hasSpread = object.properties.some(({ type }) => type === "SpreadElement");
  const keys = members.map(({ key }) => key);
  const says = messageIn(members, reading);
  const failure = failureIn(members, reading);
  const success = successIn(members, { says, failure, hasSpread }, reading);
  const about = { members: keys, names: namesIn(members, reading), ...(says !== undefined && { says }), ...(success && { success }) };
  if (failure) return { shape: "failure", failure, ...about };
  const rest = members.filter((member) => !isRemark(member));
  if (rest.length === 0 && members.length > 0 && !hasSpread) {
    const told = weakFailure(members, says);
    // A message with values in it tells more than that it was done.
    const hasValues = members.some(({ value }) => value.type === "TemplateLiteral" && value.expressions.length > 0);
    return { shape: "message", isFilled: hasValues, ...about, ...told };
  }
  const [only] = rest;
  if (rest.length === 1 && only && !hasSpread && describe({ node: only.value }, reading, depth + 1).shape === "collection") return { shape: "collection", ...about };
  return { shape: rest.length > 0 || hasSpread ? "resource" : "acknowledgement", ...about };
}
