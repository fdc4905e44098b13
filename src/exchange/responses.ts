/** From deliveries on paths to responses: paths that agree about an answer are one response. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../ast/functions.ts";
import type { Conventions } from "../settings.ts";
import type { Written } from "./carrier.ts";
import { reasonFor } from "./circumstances.ts";
import type { Reason } from "./circumstances.ts";
import { describe } from "./content.ts";
import type { Description } from "./content.ts";
import { creationFor } from "./creation.ts";
import type { StoringCall } from "./creation.ts";
import type { ContentPart, Outcome, Response, StatusPart } from "./model.ts";
import type { Methods } from "./path.ts";
import { say } from "./say.ts";
import type { Shared } from "./say.ts";
import type { Delivery, Walk } from "./walk.ts";

/** A response with the methods that can reach it. */
export interface Reached {
  readonly response: Response;
  readonly methods: readonly Methods[];
}

interface Group {
  readonly delivery: Delivery;
  readonly description: Description;
  readonly reason: Reason;
  readonly statuses: Written[];
  readonly methods: Methods[];
  fields: ReadonlyMap<string, string | null>;
  hasDefault: boolean;
}

export interface FileView {
  readonly conventions: Conventions;
  readonly shared: { readonly uses: Map<TSESTree.Node, number>; readonly written: TSESTree.Node[] };
}

/** The responses of one walk, in the order of the source. */
export function responsesOf(walk: Walk, storing: readonly StoringCall[], view: FileView): Reached[] {
  const groups = new Map<string, Group>();
  const ids = new Map<unknown, number>();
  const id = (thing: unknown) => {
    const known = ids.get(thing) ?? ids.size;
    ids.set(thing, known);
    return known;
  };
  for (const delivery of walk.deliveries) {
    const { carrier, path } = delivery;
    const description = descriptionOf(delivery, walk);
    const places = [delivery.word, ...carrier.status.map(({ word }) => word)];
    const content = delivery.content?.node;
    const leaves = [...places, ...(content && isInside(content, delivery.node) ? [content] : []), ...carrier.status.flatMap(({ value }) => value ?? [])];
    const reason = reasonFor(path.state.guards, leaves, description.says, walk.bindings, view.conventions);
    const key = [
      delivery.node, ...carrier.status.map(({ word }) => word), delivery.content?.node, delivery.content?.patches,
      reason.because.kind, reason.onFailure, carrier.status.length === 0, carrier.location,
    ].map(id).join();
    const group = groups.get(key);
    if (group) {
      for (const written of carrier.status) if (!group.statuses.some(({ value }) => value === written.value)) group.statuses.push(written);
      group.methods.push(path.state.methods);
      group.fields = new Map([...group.fields].filter(([name]) => carrier.fields.has(name)));
      continue;
    }
    groups.set(key, {
      delivery, description, reason, statuses: [...carrier.status], methods: [path.state.methods],
      fields: carrier.fields, hasDefault: carrier.status.length === 0,
    });
  }
  const all = [...groups.values()].sort((one, other) => one.delivery.word.range[0] - other.delivery.word.range[0]);
  for (const group of all) noteUses(group, view.shared);
  return all.map((group) => ({ response: responseOf(group, walk, storing, view.shared), methods: group.methods }));
}

const isInside = (node: TSESTree.Node, outer: TSESTree.Node): boolean => node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];

/** Notes which nodes feed the response, so that a change can tell whether it would touch another one. */
function noteUses({ delivery, statuses }: Group, { uses, written }: FileView["shared"]): void {
  const nodes = new Set([delivery.node, ...statuses.flatMap(({ argument, value }) => [argument, value]).filter((node) => node !== undefined)]);
  for (const node of nodes) uses.set(node, (uses.get(node) ?? 0) + 1);
  for (const { value } of statuses) if (value) written.push(value);
}

function responseOf(group: Group, walk: Walk, storing: readonly StoringCall[], shared: Shared): Response {
  const { delivery, description, reason, statuses } = group;
  const status = statusPart(group, walk);
  const content = contentPart(delivery, description, status, walk);
  const { stored, shows } = creationFor(delivery.node, delivery.content?.node, storing, walk.bindings);
  return {
    node: delivery.node,
    word: delivery.word,
    status,
    content,
    fields: group.fields,
    location: delivery.carrier.location,
    because: reason.because,
    onFailure: reason.onFailure,
    stored,
    shows,
    outcome: outcomeOf(status, delivery, description, walk),
    via: viaOf(delivery, statuses, walk),
    say: (change) => say(change, delivery, statuses, walk, shared),
  };
}

function statusPart({ delivery, statuses, hasDefault }: Group, walk: Walk): StatusPart {
  const first = statuses[0];
  if (hasDefault || !first) {
    const code = walk.framework.initialStatus;
    return { codes: [code], code, origin: "default", node: delivery.word };
  }
  const read = statuses.map(codeOf(walk));
  const codes = [...new Set(read.filter((code) => code !== undefined))];
  const isKnown = read.every((code) => code !== undefined);
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

function descriptionOf({ content, fixedContent, emptyFor }: Delivery, walk: Walk): Description {
  switch (fixedContent) {
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
  return describe(content, walk.bindings);
}

function contentPart(delivery: Delivery, description: Description, status: StatusPart, walk: Walk): ContentPart {
  const { content, carrier } = delivery;
  const { failure, says, members = [] } = description;
  const isError = status.codes.length > 0 && status.codes.every((code) => code >= 400);
  const isEmpty = description.shape === "none";
  // A message is a failure where the status or the words say so, else it acknowledges.
  const shape = description.shape === "message" ? (failure || isError ? "failure" : "acknowledgement") : description.shape;
  const bodyless = isContentless(delivery, status, walk);
  return {
    shape: isEmpty && carrier.streamed ? "stream" : shape,
    present: bodyless ? false : isEmpty ? carrier.streamed : presence(delivery),
    isWritten: !isEmpty || carrier.streamed,
    node: content?.node,
    failure,
    says,
    members,
  };
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

function outcomeOf(status: StatusPart, delivery: Delivery, description: Description, walk: Walk): Outcome {
  const { fixedContent } = delivery;
  const [least, most] = walk.framework.range;
  if (delivery.carrier.isBroken) return "throws";
  if (status.code === undefined) return "sends";
  if (status.code < least || status.code > most) return "throws";
  return isContentless(delivery, status, walk) && description.shape !== "none" && fixedContent !== "reason-phrase" ? "drops-content" : "sends";
}

/** `res.status().json`, `res.statusCode=; res.end`, `res.json` */
function viaOf({ name, word, node }: Delivery, statuses: readonly Written[], { framework: { subject } }: Walk): string {
  const own = `${subject}.${name}`;
  const before = statuses.filter((written) => written.word !== word && node !== written.word).map((written) => written.name);
  const [first] = before;
  if (first === undefined) return own;
  return first.endsWith("=") ? `${subject}.${first}; ${own}` : `${subject}.${first}().${name}`;
}
