/** A framework's word meets a carrier: which overload applies, and what it changes. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../ast/functions.ts";
import { propertyOf, readValue } from "../ast/static-value.ts";
import type { Condition, Effect, Source, Word } from "../frameworks/framework.ts";
import type { Carrier, Written } from "./carrier.ts";
import { opensFields } from "./open-fields.ts";
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

/** An effect, or one of which only the delivery is sure because the major version is unknown. */
export interface ChosenEffect {
  readonly effect: Effect;
  readonly isStatusUnsure: boolean;
}

/** The overload that this use of the word means. */
export function chooseEffect(word: Word, spoken: Spoken, walk: Walk): ChosenEffect {
  const overloads = Array.isArray(word) ? (word as readonly (Effect & { when?: Condition })[]) : [word as Effect & { when?: Condition }];
  let isStatusUnsure = false;
  for (const overload of overloads) {
    const { when } = overload;
    if (when && !fits(when, spoken.arguments, walk)) continue;
    if (when?.majors && walk.major === undefined) {
      isStatusUnsure = true;
      continue;
    }
    if (when?.majors && !when.majors.includes(walk.major ?? 0)) continue;
    return { effect: overload, isStatusUnsure };
  }
  return { effect: {}, isStatusUnsure: true };
}

const fits = (when: Condition, spoken: readonly TSESTree.Node[], walk: Walk): boolean =>
  (when.arguments === undefined || when.arguments.includes(spoken.length))
  && (when.numberAt === undefined || isNumeric(spoken[when.numberAt], walk))
  && (when.textAt === undefined || isText(spoken[when.textAt], walk));

const isText = (node: TSESTree.Node | undefined, walk: Walk): boolean => node !== undefined && typeof walk.readAt(node)?.value === "string";

/** A number, a constant, or a choice between numbers. */
function isNumeric(node: TSESTree.Node | undefined, walk: Walk): boolean {
  if (!node) return false;
  const value = bare(node);
  if (value.type === "ConditionalExpression") return isNumeric(value.consequent, walk) && isNumeric(value.alternate, walk);
  if (value.type === "LogicalExpression") return isNumeric(value.right, walk);
  return typeof walk.readAt(value)?.value === "number";
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
  const told: Carrier = {
    status: isLate ? before.status : statusAfter(effect, before.status, written),
    mayBeDefault: before.mayBeDefault && (isLate || (written === undefined && !effect.ignoresStatus)),
    isShared: before.isShared && (isLate || written === undefined),
    fields: isLate ? before.fields : fieldsAfter(effect, spoken, before.fields, walk),
    hasOpenFields: before.hasOpenFields || (!isLate && opensFields(effect, spoken.arguments, walk.bindings)),
    location: isLate || !effect.location ? before.location : fieldText("location", valueAt(effect.location, values)?.node, walk),
    isBroken: before.isBroken || effect.throws === true || isRefused(effect, written, walk) || (before.isSealed && effect.sealsHead === true && written !== undefined),
    isSealed: before.isSealed || effect.sealsHead === true,
    streamed: before.streamed || (effect.content !== undefined && !effect.delivers),
    delivered: delivers ? spoken.node : before.delivered,
  };
  const after = path.withCarrier(carrier, told);
  if (delivers) walk.deliveries.push(deliveryOf(effect, spoken, values, told, after));
  return after;
}

/** The word throws for this status: Express 5 takes integers only. */
function isRefused({ strictIn = [] }: Effect, written: Written | undefined, walk: Walk): boolean {
  if (!written?.value || walk.major === undefined || !strictIn.includes(walk.major)) return false;
  const read = walk.readAt(written.value);
  return read !== null && !Number.isInteger(read.value);
}

function deliveryOf(effect: Effect, spoken: Spoken, values: readonly Value[], carrier: Carrier, path: Path): Delivery {
  const isFixed = typeof effect.content === "string";
  return {
    node: spoken.node,
    word: spoken.word,
    name: spoken.name,
    path,
    carrier,
    content: isFixed || !effect.content ? undefined : valueAt(effect.content, values),
    fixedContent: isFixed ? (effect.content) : undefined,
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
  const { strictIn = [] } = effect;
  return { word, name, argument: argumentAt(source, spoken), value: valueAt(source, values)?.node, strictIn };
}

function statusAfter(effect: Effect, before: readonly Written[], written: Written | undefined): readonly Written[] {
  if (written) return [written];
  return effect.ignoresStatus ? [] : before;
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
      const found = options?.node.type === "ObjectExpression" ? propertyOf(options.node, source.key)?.value : undefined;
      return found && { node: found };
    }
    case "constant":
      return undefined;
  }
}

function fieldsAfter(effect: Effect, spoken: Spoken, before: ReadonlyMap<string, string | null>, walk: Walk): ReadonlyMap<string, string | null> {
  if (!effect.fields && effect.removesField === undefined) return before;
  const fields = new Map(before);
  const removed = effect.removesField === undefined ? null : textOf(spoken.arguments[effect.removesField], walk);
  if (removed !== null) fields.delete(removed.toLowerCase());
  for (const source of effect.fields ?? []) {
    if (source.from === "record") {
      const record = spoken.arguments[source.index];
      if (record) for (const [name, value] of membersOf(record, walk)) fields.set(name, value);
      continue;
    }
    const name = source.from === "word" ? source.name : textOf(spoken.arguments[source.name], walk)?.toLowerCase();
    if (name) fields.set(name, fieldText(name, spoken.arguments[source.value], walk));
  }
  return fields;
}

function membersOf(record: TSESTree.Node, walk: Walk): [string, string | null][] {
  const object = bare(record);
  if (object.type === "ArrayExpression") {
    return object.elements.flatMap((element, index): [string, string | null][] => {
      const name = index % 2 === 0 && element ? textOf(element, walk) : null;
      return name === null ? [] : [[name.toLowerCase(), textOf(object.elements[index + 1] ?? undefined, walk)]];
    });
  }
  if (object.type !== "ObjectExpression") return [];
  return object.properties.flatMap((property): [string, string | null][] => {
    const name = keyOf(property);
    return property.type === "Property" && name !== null ? [[name.toLowerCase(), fieldText(name.toLowerCase(), property.value, walk)]] : [];
  });
}

/** A field's text as it stands on the wire, or null when the framework rewrites it. */
function fieldText(name: string, node: TSESTree.Node | undefined, walk: Walk): string | null {
  const text = textOf(node, walk);
  return text !== null && (walk.framework.verbatim[name]?.test(text) ?? true) ? text : null;
}

function textOf(node: TSESTree.Node | undefined, walk: Walk): string | null {
  const read = node && readValue(node, walk.bindings, () => undefined);
  return read && read.value !== undefined ? String(read.value) : null;
}
