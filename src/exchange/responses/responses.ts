/** From deliveries on paths to responses: paths that agree about an answer are one response. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin } from "../../ast/outline.ts";
import type { Conventions } from "../../settings.ts";
import { attemptFor } from "../reasons/attempts.ts";
import { borrowedStatusOf } from "./borrowed-status.ts";
import type { Written } from "../walk/carrier.ts";
import { reasonFor } from "../reasons/circumstances.ts";
import type { Reason } from "../reasons/circumstances.ts";
import type { Description } from "../content/content.ts";
import type { Deeds } from "../content/deeds.ts";
import { commonFields, hasSameNames } from "../walk/join.ts";
import type { Response, StatusPart } from "../model.ts";
import { contentPart, descriptionOf, outcomeOf } from "./parts.ts";
import type { Methods } from "../walk/path.ts";
import { common, refusalOn } from "../reasons/refusals.ts";
import type { Refusal } from "../reasons/refusals.ts";
import { say } from "../say/say.ts";
import type { Shared } from "../say/say.ts";
import { windowFor } from "../reasons/windows.ts";
import { creationFor } from "../content/shown.ts";
import { restsOnAny } from "../content/unasked.ts";
import { givenTo } from "../walk/reading.ts";
import { statusPart } from "./status-part.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

/** A response with the methods that can reach it. */
export interface Reached {
  readonly response: Response;
  readonly methods: readonly Methods[];
  /** Every path to it refuses the method. */
  readonly refusal: Refusal | undefined;
  /** A condition decides whether it is given. */
  readonly isConditional: boolean;
}

interface Group {
  readonly delivery: Delivery;
  readonly description: Description;
  readonly reason: Reason;
  /** One for each path. */
  readonly reasons: Reason[];
  readonly statuses: Written[];
  readonly methods: Methods[];
  fields: ReadonlyMap<string, string | null>;
  hasOpenFields: boolean;
  refusal: Refusal | undefined;
}

export interface FileView {
  readonly conventions: Conventions;
  readonly shared: { readonly uses: Map<TSESTree.Node, number>; readonly written: TSESTree.Node[] };
}

/** The responses of one walk, in the order of the source. */
export function responsesOf(deliveries: readonly Delivery[], walk: Walk, deeds: Deeds, view: FileView): Reached[] {
  const groups = new Map<TSESTree.Node, Group[]>();
  for (const delivery of deliveries) {
    const { carrier, path } = delivery;
    const read = descriptionOf(delivery, walk);
    const places = [delivery.word, ...(delivery.deputy ? [delivery.deputy.word] : []), ...carrier.status.map(({ word }) => word)];
    const content = delivery.content?.node;
    const shown = content && isWithin(content, delivery.node) ? [content, ...givenTo(content, { bindings: walk.bindings, values: path.state.values })] : [];
    const leaves = [...places, ...shown, ...carrier.status.map(({ value }) => value).filter((value) => value !== undefined)];
    const reason = reasonFor(path.state.guards, leaves, read.says, walk.bindings, view.conventions, isFailing(delivery));
    const description = settledBy(read, reason);
    const others = groups.get(delivery.node) ?? [];
    const group = others.find((other) => isSameReason(other.reason, reason) && isSameAnswer(other.delivery, delivery));
    if (group) {
      for (const written of carrier.status) if (!group.statuses.some(({ value }) => value === written.value)) group.statuses.push(written);
      group.methods.push(path.state.methods);
      group.reasons.push(reason);
      group.hasOpenFields ||= carrier.hasOpenFields || !hasSameNames(group.fields, carrier.fields);
      group.fields = commonFields(group.fields, carrier.fields);
      group.refusal = common(group.refusal, refusalOn(path.state, walk.handler, walk.bindings));
      continue;
    }
    groups.set(delivery.node, [...others, {
      delivery, description, reason, reasons: [reason], statuses: [...carrier.status], methods: [path.state.methods],
      fields: carrier.fields, hasOpenFields: carrier.hasOpenFields, refusal: refusalOn(path.state, walk.handler, walk.bindings),
    }]);
  }
  const all = [...groups.values()].flat().sort((one, other) => one.delivery.word.range[0] - other.delivery.word.range[0]);
  for (const group of all) noteUses(group, view.shared);
  return all.map((group) => ({
    response: responseOf(group, walk, deeds, view.shared),
    methods: group.methods,
    refusal: all.filter(({ delivery }) => delivery.node === group.delivery.node).map(({ refusal }) => refusal).reduce(common),
    isConditional: group.delivery.path.state.guards.length > 0,
  }));
}

const isSameReason = (one: Reason, other: Reason): boolean => one.because.kind === other.because.kind && one.onFailure === other.onFailure;

/** Two paths deliver the same there. Where the method decides, each status is an answer of its own. */
function isSameAnswer(one: Delivery, other: Delivery): boolean {
  const isNarrowed = isForSomeMethods(one.path.state.methods);
  return one.path.state.callSite === other.path.state.callSite && isNarrowed === isForSomeMethods(other.path.state.methods)
    && one.thrown?.key === other.thrown?.key && one.content?.node === other.content?.node && one.content?.patches === other.content?.patches
    && one.carrier.location === other.carrier.location && one.carrier.phrase === other.carrier.phrase && one.carrier.status.length === other.carrier.status.length
    && one.carrier.status.every(({ word, value }, index) => {
      const twin = other.carrier.status[index];
      return word === twin?.word && (!isNarrowed || value === twin.value);
    });
}

const isForSomeMethods = ({ only, not }: Methods): boolean => only !== null || not.length > 0;

/** What may be empty is a failure on the branch of a failure, and nowhere else. */
function settledBy({ failure, ...description }: Description, { onFailure }: Reason): Description {
  if (!failure) return description;
  if (!failure.isOpen) return { ...description, failure };
  return onFailure ? { ...description, failure: { certainty: "strong", quote: failure.quote } } : { ...description, shape: "resource" };
}

/** Notes which nodes feed the response, so that a change can tell whether it would touch another one. */
function noteUses({ delivery, statuses }: Group, { uses, written }: FileView["shared"]): void {
  const nodes = new Set([delivery.node]);
  for (const { argument, value } of statuses) {
    if (argument) nodes.add(argument);
    if (!value) continue;
    nodes.add(value);
    written.push(value);
  }
  for (const node of nodes) uses.set(node, (uses.get(node) ?? 0) + 1);
}

function responseOf(group: Group, walk: Walk, deeds: Deeds, shared: Shared): Response {
  const { delivery, description, reason, reasons, statuses } = group;
  const status = delivery.thrown?.status ?? statusPart(delivery, statuses, walk);
  const content = contentPart(delivery, description, status, walk);
  const { stored, shows } = creationFor(delivery, deeds.stores, walk.bindings);
  return {
    node: delivery.node,
    word: delivery.word,
    status,
    borrowed: status.origin === "dynamic" ? borrowedStatusOf(delivery, statuses, walk) : undefined,
    content,
    fields: group.fields,
    hasOpenFields: group.hasOpenFields,
    location: delivery.carrier.location,
    phrase: delivery.carrier.phrase,
    because: reason.because,
    window: status.code === 429 || reason.because.kind === "limited" ? windowFor(reasons, walk.handler, walk.bindings) : undefined,
    onFailure: reason.onFailure,
    attempt: reason.onFailure === "caught" && isClientError(status) ? attemptFor(delivery, walk) : undefined,
    stored,
    shows,
    isAssumed: () => restsOnAny(deeds.assumed, delivery),
    isRelayed: () => restsOnAny(deeds.relayed, delivery),
    mayHaveStored: deeds.stores.any.some((call) => call.range[0] < delivery.node.range[1]),
    outcome: outcomeOf(status, delivery, description, walk),
    isCommitted: delivery.carrier.streamed || delivery.path.state.guards.some((guard) =>
      guard.caught === undefined && guard.truth && /\bheadersSent\b/.test(walk.bindings.textOf(guard.test))),
    isShared: false,
    allows: [],
    thrown: delivery.thrown && { carries: delivery.thrown.carries },
    via: viaOf(delivery, statuses, walk),
    say: (change) => say(change, delivery, statuses, walk, shared),
  };
}

/** An error, or a status that says so where it is written. */
const isFailing = ({ thrown, carrier }: Delivery): boolean =>
  thrown !== undefined || carrier.status.some(({ value }) => value?.type === "Literal" && Number(value.value) >= 400);

/** Only what blames the client is asked for what was tried. */
const isClientError = ({ code = 0 }: StatusPart): boolean => code >= 400 && code < 500;

/** `res.status().json`, `res.statusCode=; res.end`, `res.json` */
function viaOf({ name, word, node, via }: Delivery, statuses: readonly Written[], { framework: { subject } }: Walk): string {
  if (via !== undefined) return via;
  const own = `${subject}.${name}`;
  const before = statuses.filter((written) => written.word !== word && node !== written.word).map((written) => written.name);
  const [first] = before;
  if (first === undefined) return own;
  return first.endsWith("=") ? `${subject}.${first}; ${own}` : `${subject}.${first}().${name}`;
}
