/** Which fields a word sets, and to what. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import { staticValueOf } from "../../ast/static-value.ts";
import type { Effect } from "../../frameworks/framework.ts";
import type { Spoken } from "./effects.ts";
import { recordIn } from "./open-fields.ts";
import type { Walk } from "./walk.ts";

/** The fields of an answer after the word. */
export function fieldsAfter(effect: Effect, spoken: Spoken, before: ReadonlyMap<string, string | null>, walk: Walk): ReadonlyMap<string, string | null> {
  if (!effect.fields && effect.removesField === undefined) return before;
  const fields = new Map(before);
  const removed = effect.removesField === undefined ? null : textOf(spoken.arguments[effect.removesField], walk);
  if (removed !== null) fields.delete(removed.toLowerCase());
  for (const source of effect.fields ?? []) {
    if (source.from === "record") {
      const record = recordIn(source, spoken.arguments, walk.bindings);
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
    const pairs = object.elements.map((element) => (element?.type === "ArrayExpression" ? element.elements : undefined));
    if (pairs.length > 0 && pairs.every((pair) => pair !== undefined)) {
      return pairs.flatMap(([name, value]): [string, string | null][] => {
        const read = name ? textOf(name, walk)?.toLowerCase() : undefined;
        return read === undefined ? [] : [[read, fieldText(read, value ?? undefined, walk)]];
      });
    }
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
export function fieldText(name: string, node: TSESTree.Node | undefined, walk: Walk): string | null {
  const text = textOf(node, walk);
  return text !== null && (walk.framework.verbatim[name]?.test(text) ?? true) ? text : null;
}

/** The text that an expression is, when the source alone decides it. */
export function textOf(node: TSESTree.Node | undefined, walk: Walk): string | null {
  const value = node && staticValueOf(node, walk.bindings);
  return value === undefined ? null : String(value);
}
