/** What the content of a response looks like: its form, the failure it tells, the message in it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../ast/bindings.ts";
import { bare, keyOf } from "../ast/functions.ts";
import { isErrorExpression } from "./errors.ts";
import { failureIn, isRemark, membersOf, messageIn, weakFailure } from "./members.ts";
import type { Certainty, ContentShape } from "./model.ts";
import type { Value } from "./path.ts";
import { quoteOf, short, tellsFailure, textIn } from "./words.ts";

export interface Description {
  readonly shape: ContentShape | "message";
  readonly failure?: { readonly certainty: Certainty; readonly quote: string };
  readonly says?: string;
  readonly members?: readonly string[];
}

/** Describes an expression that becomes the content. */
export function describe({ node, patches }: Value, bindings: Bindings, depth = 0): Description {
  const value = bare(node);
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
      return describeObject(value, patches ?? new Map(), bindings, depth);
    case "ArrayExpression":
      return { shape: "collection" };
    case "Identifier":
      return describeName(value, patches, bindings, depth);
    case "MemberExpression":
      return { shape: isPlural(keyOf(value)) ? "collection" : "resource" };
    case "CallExpression":
      return describeCall(value, bindings, depth);
    case "AwaitExpression":
      return describe({ node: value.argument }, bindings, depth + 1);
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
  return { shape: "message", says: text, ...(tellsFailure(text) && { failure: { certainty: "weak" as const, quote: short(text) } }) };
}

const listCalls = /^(?:find|findAll|findMany|getAll|list\w*|map|filter|toArray|slice|sort|values|keys|entries|concat|flatMap|fetchAll|aggregate|rows)$/;

function describeCall(call: TSESTree.CallExpression, bindings: Bindings, depth: number): Description {
  const callee = bare(call.callee);
  const name = callee.type === "MemberExpression" ? keyOf(callee) : callee.type === "Identifier" ? callee.name : null;
  const [first] = call.arguments;
  if (name === "stringify" && first) return describe({ node: first }, bindings, depth + 1);
  if (name !== null && listCalls.test(name)) return { shape: "collection" };
  return { shape: "unknown" };
}

function describeName(node: TSESTree.Identifier, patches: Value["patches"], bindings: Bindings, depth: number): Description {
  const variable = bindings.variableOf(node);
  if (!variable) return { shape: "unknown" };
  const init = bindings.initOf(variable);
  const inner = init ? bare(init) : null;
  if (inner?.type === "ObjectExpression") return describe({ node: inner, ...(patches && { patches }) }, bindings, depth + 1);
  const settled = inner?.type === "AwaitExpression" ? bare(inner.argument) : inner;
  if (settled && ["ArrayExpression", "Literal", "TemplateLiteral"].includes(settled.type)) return describe({ node: settled }, bindings, depth + 1);
  if (settled?.type === "CallExpression" && describeCall(settled, bindings, depth).shape === "collection") return { shape: "collection" };
  return { shape: isPlural(node.name) ? "collection" : "resource" };
}

/** `users`, `allPosts`, `rows`; not `address`, `status`. */
const isPlural = (name: string | null): boolean => name !== null && /(?:[^s]s|List|rows|data\[\])$/.test(name) && !/(?:us|is|ss|as|os)$/i.test(name);

function describeObject(object: TSESTree.ObjectExpression, patches: ReadonlyMap<string, TSESTree.Node>, bindings: Bindings, depth: number): Description {
  const members = membersOf(object, patches);
  const hasSpread = object.properties.some(({ type }) => type === "SpreadElement");
  const keys = members.map(({ key }) => key);
  const says = messageIn(members);
  const about = { members: keys, ...(says !== undefined && { says }) };
  const failure = failureIn(members, bindings);
  if (failure) return { shape: "failure", failure, ...about };
  const rest = members.filter((member) => !isRemark(member));
  if (rest.length === 0 && members.length > 0 && !hasSpread) return { shape: "message", ...about, ...weakFailure(members, says) };
  const [only] = rest;
  if (rest.length === 1 && only && !hasSpread && describe({ node: only.value }, bindings, depth + 1).shape === "collection") return { shape: "collection", ...about };
  return { shape: rest.length > 0 || hasSpread ? "resource" : "acknowledgement", ...about };
}
