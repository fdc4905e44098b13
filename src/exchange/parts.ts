/** The parts of a response: its status, its content, and what becomes of it on the wire. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../ast/functions.ts";
import type { Written } from "./carrier.ts";
import { describe } from "./content.ts";
import { wordsIn } from "./wording.ts";
import type { Description } from "./content.ts";
import type { ContentPart, Outcome, StatusPart } from "./model.ts";
import type { Delivery, Walk } from "./walk.ts";
import { short, textIn } from "./words.ts";

/** The status of a delivery that got these, each on some of its paths. */
export function statusPart(delivery: Delivery, statuses: readonly Written[], walk: Walk): StatusPart {
  const [first] = statuses;
  const initial = walk.framework.initialStatus;
  const { isShared, mayBeDefault } = delivery.carrier;
  if (!first) {
    return isShared
      ? { codes: [], code: undefined, origin: "dynamic", node: delivery.word }
      : { codes: [initial], code: initial, origin: "default", node: delivery.word };
  }
  const read = statuses.map(codeOf(walk));
  const codes = [...new Set([...(mayBeDefault ? [initial] : []), ...read.filter((code) => code !== undefined)])];
  const isKnown = !isShared && read.every((code) => code !== undefined);
  const isByWord = statuses.every(({ constant }) => constant !== undefined);
  return {
    codes,
    code: isKnown && codes.length === 1 ? codes[0] : undefined,
    origin: !isKnown ? "dynamic" : isByWord ? "default" : "explicit",
    node: first.word,
  };
}

/** A status is a number, or a string that frameworks read as one. */
const codeOf = (walk: Walk) => ({ value, constant }: Written): number | undefined => {
  if (constant !== undefined) return constant;
  const number = value && walk.numberAt(value);
  // Where a fraction does not throw, it is cut off.
  return number === undefined ? undefined : Math.trunc(number);
};

/** What the content of a delivery looks like. */
export function descriptionOf({ content, fixedContent, emptyFor, path, node: delivery }: Delivery, walk: Walk): Description {
  switch (fixedContent) {
    case "page":
      return describePage(delivery);
    case "reason-phrase":
      return { shape: "message" };
    case undefined:
      break;
    default:
      return { shape: fixedContent };
  }
  if (!content) return { shape: emptyFor.includes("absent") ? "none" : "unknown" };
  const node = bare(content.node);
  if (node.type === "Identifier" && node.name === "undefined" && emptyFor.includes("undefined")) return { shape: "none" };
  if (node.type === "Literal" && node.value === null && emptyFor.includes("null")) return { shape: "none" };
  if (node.type === "Literal" && node.value === "" && emptyFor.includes("")) return { shape: "none" };
  return describe(content, { bindings: walk.bindings, values: path.state.values });
}

/** The name of a page may tell that it is the one for errors. */
function describePage(delivery: TSESTree.Node): Description {
  const says = delivery.type === "CallExpression" && delivery.arguments[0] ? textIn(delivery.arguments[0]) : undefined;
  const isFailure = says !== undefined && /(?:^|\W)(?:errors?|40\d|50\d|not-?_?found)(?:$|\W)/i.test(says);
  return { shape: "page", ...(says !== undefined && { says }), ...(isFailure && { failure: { certainty: "weak" as const, quote: short(says) } }) };
}

/** The content, given the status that it goes with. */
export function contentPart(delivery: Delivery, description: Description, status: StatusPart, walk: Walk): ContentPart {
  const { content, carrier } = delivery;
  const { failure, success, says, members = [] } = description;
  const isError = status.codes.length > 0 && status.codes.every((code) => code >= 400);
  const bodyless = isContentless(delivery, status, walk);
  const isEmpty = description.shape === "none" || (bodyless && delivery.fixedContent === "reason-phrase");
  // A message is a failure where the status or the words say so, else it acknowledges.
  const shape = description.shape === "message" ? (failure || isError ? "failure" : "acknowledgement") : description.shape;
  return {
    shape: isEmpty ? (carrier.streamed ? "stream" : "none") : shape,
    present: bodyless ? false : isEmpty ? carrier.streamed : presence(delivery),
    isWritten: !isEmpty || carrier.streamed,
    node: content?.node,
    failure,
    success,
    says,
    isFilled: description.isFilled ?? false,
    words: carrier.streamed ? undefined : isEmpty ? [] : wordsOf(delivery),
    members,
  };
}

/** The words of content that the delivering call itself holds; what a variable holds may have changed. */
function wordsOf({ content, fixedContent, node: { range: [start, end] } }: Delivery): readonly string[] | undefined {
  if (fixedContent === "reason-phrase") return [];
  const isHere = content && content.node.range[0] >= start && content.node.range[1] <= end;
  return isHere ? wordsIn(content.node) : undefined;
}

/** The framework drops the content of an answer with this status. */
const isContentless = ({ dropsContentOf }: Delivery, { code }: StatusPart, { framework }: Walk): boolean =>
  code !== undefined && (framework.contentless.includes(code) || dropsContentOf.includes(code));

/** Whether bytes follow. A value that only run time knows may be empty, unless the word writes null and "" too. */
function presence({ content, fixedContent, emptyFor }: Delivery): boolean | undefined {
  if (fixedContent !== undefined) return fixedContent === "unknown" ? undefined : true;
  if (!content) return undefined;
  if (!emptyFor.includes("null")) return true;
  const node = bare(content.node);
  const { type } = node;
  const isSerialised = node.type === "CallExpression" && node.callee.type === "MemberExpression" && keyOf(node.callee) === "stringify";
  return isSerialised || type === "Literal" || type === "ObjectExpression" || type === "ArrayExpression" || type === "TemplateLiteral" ? true : undefined;
}

/** What the framework does with the response. */
export function outcomeOf(status: StatusPart, delivery: Delivery, description: Description, walk: Walk): Outcome {
  const { fixedContent } = delivery;
  const [least, most] = walk.framework.range;
  if (delivery.carrier.isBroken) return "throws";
  if (status.code === undefined) return "sends";
  if (status.code < least || status.code > most) return "throws";
  return isContentless(delivery, status, walk) && description.shape !== "none" && fixedContent !== "reason-phrase" ? "drops-content" : "sends";
}
