/** A framework's word meets a carrier: which overload applies, and what it changes. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../../ast/denoted-functions.ts";
import { keyOf } from "../../ast/functions.ts";
import { propertyOf } from "../../ast/static-members.ts";
import { isUndefined } from "../../ast/static-value.ts";
import type { Effect, Source } from "../../frameworks/framework.ts";
import type { Carrier, Written } from "./carrier.ts";
import { fieldsAfter, fieldText, textOf } from "./fields.ts";
import { misplacedIn } from "../courses/misplaced.ts";
import { opensFields } from "./open-fields.ts";
import { placeOf } from "../deputies/deputy-calls.ts";
import type { ChosenEffect } from "./overloads.ts";
import type { Path, Value } from "./path.ts";
import type { Delivery, Walk } from "./walk.ts";

/** A word as it stands in the source. */
export interface Spoken {
  /** The call or assignment. */
  readonly node: TSESTree.Node;
  /** The name of the word in the source. */
  readonly word: TSESTree.Node;
  readonly name: string;
  readonly arguments: readonly TSESTree.Node[];
}

/** The value of the word's argument at this place becomes a part of the answer. */
export const takesArgument = ({ effect: { status, location, content } }: ChosenEffect, index: number): boolean =>
  isAt(status, index) || isAt(location, index) || (typeof content === "object" && isAt(content, index));

const isAt = (source: Source | undefined, index: number): boolean =>
  (source?.from === "argument" || source?.from === "member") && source.index === index;

/** What the word changes on this path; a delivery is noted where one happens. */
export function apply(chosen: ChosenEffect, spoken: Spoken, values: readonly Value[], carrier: TSESTree.Node, path: Path, walk: Walk): Path {
  const { effect } = chosen;
  const before = path.carrierAt(carrier);
  const isLate = before.isSealed || before.delivered !== undefined;
  const written = writtenBy(chosen, spoken, values);
  const delivers = effect.delivers === true && before.delivered === undefined;
  const misplaced = isLate || !walk.bindings.isOwn(spoken.node) ? undefined : misplacedIn(effect, spoken, values, before, walk);
  if (misplaced) walk.misplaced.set(misplaced.node, misplaced);
  const told: Carrier = {
    status: isLate ? before.status : statusAfter(effect, before.status, written),
    mayBeDefault: before.mayBeDefault && (isLate || (written === undefined && !effect.ignoresStatus)),
    isShared: before.isShared && (isLate || written === undefined),
    fields: isLate ? before.fields : fieldsAfter(effect, spoken, before.fields, walk),
    hasOpenFields: before.hasOpenFields || (!isLate && opensFields(effect, spoken.arguments, walk.bindings)),
    location: isLate || !effect.location ? before.location : fieldText("location", valueAt(effect.location, values)?.node, walk),
    phrase: isLate || !effect.phrase ? before.phrase : phraseOf(valueAt(effect.phrase, values), before.phrase, walk),
    isBroken: before.isBroken || effect.throws === true || isRefused(effect, written, values, walk) || (before.isSealed && effect.sealsHead === true && written !== undefined),
    isSealed: before.isSealed || effect.sealsHead === true,
    isMisled: before.isMisled || (misplaced !== undefined && !misplaced.isReadYet && !effect.ignoresStatus),
    streamed: before.streamed || (effect.content !== undefined && !effect.delivers),
    delivered: delivers ? spoken.node : before.delivered,
    made: before.made,
  };
  const after = path.withCarrier(carrier, told);
  if (!effect.delivers && !before.made && (effect.status || effect.fields)) {
    walk.aftermath.write(spoken.node, effect.sealsHead ? "head" : effect.status ? "status" : "field", before.isSealed || path.state.facts.get(sentFact(walk)) === true);
  }
  if (delivers) walk.deliveries.push(deliveryOf(effect, spoken, values, told, after));
  return effect.delivers && !told.isBroken && !isRepeatable(effect, values, before) ? spend(effect, spoken, after, walk) : after;
}

/** A record without the member leaves the phrase as it was. */
const phraseOf = (value: Value | undefined, before: Carrier["phrase"], walk: Walk): Carrier["phrase"] => (value ? textOf(value.node, walk) : before);

/** `res.end()` once more does nothing. */
const isRepeatable = ({ mayRepeat }: Effect, [content]: readonly Value[], { delivered }: Carrier): boolean =>
  mayRepeat === true && delivered !== undefined && content === undefined;

/** An answer leaves now. A stream, and a word that calls back, have time until something else answers. */
function spend({ content }: Effect, { node, name, arguments: given }: Spoken, path: Path, walk: Walk): Path {
  if (walk.framework.sinks.includes(name) || given.some((argument) => functionOf(argument, walk.bindings) !== null)) return path;
  const spent = walk.aftermath.spend(node, "answers", path);
  if (!walk.carrier || content === "page" || content === "stream") return spent;
  return spent.with({ facts: new Map(spent.state.facts).set(sentFact(walk), true) });
}

/** What a path knows once the head is on its way, and what code may ask. */
const sentFact = ({ carrier }: Walk): string => `${carrier?.name ?? ""}.headersSent`;

/** The word throws for this status, or for this location. */
function isRefused({ strictIn = [], takesUrl, needsContent, location, status }: Effect, written: Written | undefined, values: readonly Value[], walk: Walk): boolean {
  const [content] = values;
  if (needsContent && (!content || isUndefined(content.node))) return true;
  // A number has no members: `new Response("missing", 404)`.
  const record = status?.from === "member" && status.otherwise === undefined ? values[status.index]?.node : undefined;
  if (record?.type === "Literal" && record.value !== null) return true;
  const target = takesUrl && location ? textOf(valueAt(location, values)?.node, walk) : null;
  if (target !== null && !URL.canParse(target)) return true;
  if (!written?.value || strictIn === "all" || walk.major === undefined || !strictIn.includes(walk.major)) return false;
  const read = walk.readAt(written.value);
  return read !== null && !Number.isInteger(read.value);
}

function deliveryOf(effect: Effect, spoken: Spoken, values: readonly Value[], carrier: Carrier, path: Path): Delivery {
  return { path, carrier, ...placeOf(spoken, path), ...contentOf(effect, values) };
}

/** What the word says of the content. */
export function contentOf(effect: Effect, values: readonly Value[]): Pick<Delivery, "content" | "fixedContent" | "emptyFor" | "dropsContentOf" | "shapesFields"> {
  const isFixed = typeof effect.content === "string";
  return {
    content: isFixed || !effect.content ? undefined : valueAt(effect.content, values),
    fixedContent: isFixed ? effect.content : undefined,
    emptyFor: effect.emptyFor ?? [],
    dropsContentOf: effect.dropsContentOf ?? [],
    shapesFields: effect.shapesFields ?? false,
  };
}

function writtenBy({ effect, isStatusUnsure }: ChosenEffect, spoken: Spoken, values: readonly Value[]): Written | undefined {
  const { word, name } = spoken;
  if (isStatusUnsure) return { word, name, argument: undefined, value: undefined };
  const source = effect.status;
  if (!source) return undefined;
  if (source.from === "constant") return { word, name, argument: undefined, value: undefined, constant: source.value };
  if (source.from === "member" && isLeftOut(source, values)) {
    return source.otherwise === undefined ? undefined : { word, name, argument: undefined, value: undefined, constant: source.otherwise };
  }
  const { strictIn = [], allows } = effect;
  return { word, name, argument: argumentAt(source, spoken), value: valueAt(source, values)?.node, strictIn, allows, otherwise: source.from === "member" ? source.otherwise : undefined };
}

function statusAfter(effect: Effect, before: readonly Written[], written: Written | undefined): readonly Written[] {
  if (written) return [written];
  return effect.ignoresStatus ? [] : before;
}

const isNothing = (node: TSESTree.Node): boolean =>
  isUndefined(node) || (node.type === "Literal" && node.value === null);

/** The record is not written, or its literal has no such member. */
function isLeftOut({ index, key, otherwise }: Extract<Source, { from: "member" }>, values: readonly Value[]): boolean {
  const record = values[index]?.node;
  if (!record || isNothing(record)) return true;
  // A word that knows what to do without the member looks no closer.
  if (record.type === "Literal" && otherwise !== undefined) return true;
  return record.type === "ObjectExpression"
    && record.properties.every((property) => property.type === "Property" && !property.computed && keyOf(property) !== key);
}

const argumentAt = (source: Source, { arguments: spoken, node }: Spoken): TSESTree.Node | undefined => {
  if (source.from === "argument" || source.from === "member") return spoken[source.index];
  return source.from === "assigned" && node.type === "AssignmentExpression" ? node.right : undefined;
};

/** The value in that place; an assigned value stands first. */
function valueAt(source: Source, values: readonly Value[]): Value | undefined {
  switch (source.from) {
    case "argument":
      return values[source.index];
    case "assigned":
      return values[0];
    case "member": {
      const options = values[source.index];
      const found = options?.patches?.get(source.key) ?? (options?.node.type === "ObjectExpression" ? propertyOf(options.node, source.key)?.value : undefined);
      return found && { node: found };
    }
    case "constant":
      return undefined;
  }
}
