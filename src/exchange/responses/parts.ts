/** The content of a response, and what becomes of it on the wire. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, isFunction, keyOf } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { isUndefined } from "../../ast/static-value.ts";
import { describe } from "../content/content.ts";
import { exposureIn } from "../content/exposure.ts";
import { wordsIn } from "../reasons/wording.ts";
import type { Description } from "../content/content.ts";
import type { ContentPart, Outcome, StatusPart } from "../model.ts";
import { resolved } from "../walk/reading.ts";
import type { Delivery, Walk } from "../walk/walk.ts";
import { short, textIn } from "../reasons/words.ts";

/** What the content of a delivery looks like. */
export function descriptionOf({ content, fixedContent, emptyFor, path, deputy, node: delivery }: Delivery, walk: Walk): Description {
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
  const reading = { bindings: walk.bindings, values: deputy?.values ?? path.state.values };
  const node = resolved(content.node, reading);
  // A callback for the end of the answer is no content.
  if (isFunction(node) && emptyFor.includes("absent")) return { shape: "none" };
  const isAbsent = isUndefined(node) || (node.type === "UnaryExpression" && node.operator === "void");
  if (isAbsent && emptyFor.includes("undefined")) return { shape: "none" };
  if (node.type === "Literal" && node.value === null && emptyFor.includes("null")) return { shape: "none" };
  if (node.type === "Literal" && node.value === "" && emptyFor.includes("")) return { shape: "none" };
  return describe(content, reading);
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
  const { failure, success, says, members = [], names = [] } = description;
  const isError = status.codes.length > 0 && status.codes.every((code) => code >= 400);
  if (delivery.thrown) return thrownContent(delivery, description, isError);
  const bodyless = isContentless(delivery, status, walk);
  const isEmpty = description.shape === "none" || (bodyless && delivery.fixedContent === "reason-phrase");
  // A message is a failure where the status or the words say so, else it acknowledges.
  const shape = description.shape === "message" ? (failure || isError ? "failure" : "acknowledgement") : description.shape;
  return {
    shape: isEmpty ? (carrier.streamed ? "stream" : "none") : shape,
    present: bodyless ? false : isEmpty ? carrier.streamed : presence(delivery),
    isWritten: !isEmpty || carrier.streamed,
    isBlank: content !== undefined && isBlank(bare(content.node)),
    shapesFields: delivery.shapesFields,
    node: content?.node,
    failure,
    success,
    says,
    isFilled: description.isFilled ?? false,
    words: carrier.streamed ? undefined : isEmpty ? [] : wordsOf(delivery),
    names,
    exposes: exposureIn(delivery, walk),
    members,
  };
}

/** Who answers an error decides what is sent of it. */
const thrownContent = ({ content, thrown }: Delivery, { failure, says }: Description, isError: boolean): ContentPart => ({
  shape: isError ? "failure" : "unknown", present: thrown?.isPlain ? true : undefined, isWritten: true, isBlank: false, shapesFields: false, node: content?.node,
  failure, success: undefined, says, isFilled: false, words: undefined, names: [], exposes: undefined, members: [],
});

/** It is written, and tells nothing: `null`, `{}`, `[]`. */
function isBlank(node: TSESTree.Node): boolean {
  switch (node.type) {
    case "Literal":
      return node.value === null || node.value === "";
    case "ObjectExpression":
      return node.properties.length === 0;
    case "ArrayExpression":
      return node.elements.length === 0;
    default:
      return false;
  }
}

/** The words of content that the delivering call itself holds; what a variable holds may have changed. */
function wordsOf({ content, fixedContent, node }: Delivery): readonly string[] | undefined {
  if (fixedContent === "reason-phrase") return [];
  return content && isWithin(content.node, node) ? wordsIn(content.node) : undefined;
}

/** The framework drops the content of an answer, whichever of its statuses it has. */
const isContentless = ({ dropsContentOf }: Delivery, { codes, origin }: StatusPart, { framework }: Walk): boolean =>
  origin !== "dynamic" && codes.length > 0 && codes.every((code) => framework.contentless.includes(code) || dropsContentOf.includes(code));

/** Every status that it can have is among these. */
const isOneOf = (among: readonly number[] | undefined, { codes, origin }: StatusPart): boolean =>
  among !== undefined && origin !== "dynamic" && codes.length > 0 && codes.every((code) => among.includes(code));

/** Whether bytes follow. A value that only run time knows may be empty, unless the word writes null and "" too. */
function presence({ content, fixedContent, emptyFor }: Delivery): boolean | undefined {
  if (fixedContent !== undefined) return fixedContent === "unknown" ? undefined : true;
  if (!content) return undefined;
  if (content.node.type === "Literal" && content.node.value === "") return false;
  if (!emptyFor.includes("null")) return true;
  const node = bare(content.node);
  const { type } = node;
  const isSerialised = node.type === "CallExpression" && node.callee.type === "MemberExpression" && keyOf(node.callee) === "stringify";
  return isSerialised || type === "Literal" || type === "ObjectExpression" || type === "ArrayExpression" || type === "TemplateLiteral" ? true : undefined;
}

/** What the framework does with the response. */
export function outcomeOf(status: StatusPart, delivery: Delivery, description: Description, walk: Walk): Outcome {
  const { fixedContent, carrier } = delivery;
  if (delivery.thrown) return "sends";
  if (carrier.isBroken) return "throws";
  if (status.origin !== "dynamic" && status.codes.length === 0) return "throws";
  // A redirect has no content that somebody wrote.
  const isWritten = carrier.streamed || (description.shape !== "none" && fixedContent !== "reason-phrase");
  const { refusesContentOf, isLenientSomewhere } = walk.framework;
  if (isWritten && isOneOf(refusesContentOf, status)) return isLenientSomewhere ? "loses-content" : "refuses-content";
  return isWritten && isContentless(delivery, status, walk) ? "drops-content" : "sends";
}
