/** What a value is known to be, as plain data: it can be carried to another function, and to another file. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Read, StaticValue } from "../../ast/static-value.ts";

/** Whatever is left out is known at run time only, so that an empty shape is anything. */
export interface Shape {
  /** The value, where the source decides it. */
  readonly read?: Read;
  /** It is a text, whichever. */
  readonly isText?: true;
  /** What an object holds. */
  readonly members?: ReadonlyMap<string, Shape>;
  /** The object may hold more than those, or be of other classes too. */
  readonly isOpen?: boolean;
  /** The classes of which it is an instance. */
  readonly classes?: ReadonlySet<string>;
  /** The expression of the linted file that says the value. */
  readonly at?: TSESTree.Node;
  /** That expression is the name which this package gives to an error. */
  readonly namedBy?: string;
}

export const unknown: Shape = {};

export const known = (value: StaticValue, at?: TSESTree.Node): Shape => ({ read: { value }, ...(at && { at }) });

const absent = known(undefined);

/** A member of a value; one that is not there is undefined. */
export function memberIn({ read, members, isOpen }: Shape, key: string): Shape {
  if (read && read.value === undefined) return absent;
  return members?.get(key) ?? (members && isOpen !== true ? absent : unknown);
}

/** The package whose name for an error says the status there. */
export function namedBy(shape: Shape, node: TSESTree.Node): string | undefined {
  if (shape.at === node) return shape.namedBy;
  for (const member of shape.members?.values() ?? []) {
    const found = namedBy(member, node);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a value counts as true, as far as that is known. */
export const truthIn = ({ read, members }: Shape): boolean | undefined => (read ? Boolean(read.value) : members ? true : undefined);

const shapes = new WeakMap<TSESTree.Node, Shape>();

/** The shape for which an expression was written by `written`. */
export const shapeWritten = (node: TSESTree.Node): Shape | undefined => shapes.get(node);

/** Notes the shape of an expression that no source has. */
export function writtenAs<Written extends TSESTree.Node>(node: Written, shape: Shape): Written {
  shapes.set(node, shape);
  return node;
}

/** An expression of that shape, as if the source had it at this place: what walks a function can be given it. */
export function written(shape: Shape, place: TSESTree.Node): TSESTree.Node {
  const { range, loc, parent } = place;
  const at = { range, loc, parent };
  const node = (rest: object): TSESTree.Node => ({ ...at, ...rest }) as TSESTree.Node;
  // No operator and no question looks into it.
  const anything = node({ type: "MetaProperty" });
  if (shape.read) {
    const { value } = shape.read;
    return value === undefined ? node({ type: "Identifier", name: "undefined" }) : node({ type: "Literal", value, raw: JSON.stringify(value) });
  }
  if (!shape.members) {
    const quasi = { value: { raw: "", cooked: "" } };
    return shape.isText ? node({ type: "TemplateLiteral", quasis: [quasi, quasi], expressions: [anything] }) : anything;
  }
  const properties = [...shape.members].map(([key, member]) =>
    node({ type: "Property", key: node({ type: "Literal", value: key, raw: JSON.stringify(key) }), value: written(member, place), computed: false }));
  return writtenAs(node({ type: "ObjectExpression", properties: shape.isOpen ? [node({ type: "SpreadElement", argument: anything }), ...properties] : properties }), shape);
}
