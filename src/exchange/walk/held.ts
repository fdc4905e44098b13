/** What names hold on a path when a local function was given literals: their members, their truth, what is spread of them. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "../../ast/bindings.ts";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, isFunction, keyOf } from "../../ast/functions.ts";
import { keysTo } from "../../ast/patterns.ts";
import { propertyOf } from "../../ast/static-members.ts";
import { isUndefined } from "../../ast/static-value.ts";
import type { PathState, Value } from "./path.ts";
import { shapeWritten, writtenAs } from "../thrown/shape.ts";

type Values = PathState["values"];

/** An expression that stands for a missing value at some place of the source. */
export const undefinedAt = (node: TSESTree.Node): TSESTree.Node => ({ ...node, type: "Identifier", name: "undefined" }) as TSESTree.Node;

const propertyAt = (key: string, value: TSESTree.Node): TSESTree.ObjectLiteralElement =>
  ({ ...value, type: "Property", key: { ...value, type: "Literal", value: key }, value, computed: false }) as unknown as TSESTree.Property;

/** Whether a value counts as true, as far as its form tells. */
export function truthOfForm(node: TSESTree.Node): boolean | undefined {
  if (node.type === "Literal") return Boolean(node.value);
  if (isUndefined(node)) return false;
  return node.type === "ObjectExpression" || node.type === "ArrayExpression" || isFunction(node) ? true : undefined;
}

/** It is, or comes from, a value that nothing but this walk can change: other objects may change where nobody looks. */
export function isOfWritten(node: TSESTree.Node, values: Values, bindings: Bindings): boolean {
  if (node.type === "MemberExpression") return isOfWritten(bare(node.object), values, bindings);
  const held = heldBy(node, values, bindings);
  if (held) return shapeWritten(held.node) !== undefined;
  const declaration = node.type === "Identifier" ? bindings.variableOf(node)?.defs[0]?.node : undefined;
  return declaration?.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern" && declaration.init !== null
    && bare(declaration.init) !== node && isOfWritten(bare(declaration.init), values, bindings);
}

/** `typeof init === "number"`, where the path knows what `init` holds. */
export function truthOfType(test: TSESTree.BinaryExpression, values: Values, bindings: Bindings): boolean | undefined {
  if (!/^[!=]==?$/.test(test.operator)) return undefined;
  const { left, right, operator } = test;
  if (left.type !== "UnaryExpression" || left.operator !== "typeof" || right.type !== "Literal") return undefined;
  const held = heldAt(bare(left.argument), values, bindings);
  const type = held && !held.carrier ? typeOf(held.node) : undefined;
  return type === undefined ? undefined : (type === right.value) !== operator.startsWith("!");
}

function typeOf(node: TSESTree.Node): string | undefined {
  if (node.type === "Literal") return typeof node.value;
  if (isUndefined(node)) return "undefined";
  if (node.type === "TemplateLiteral") return "string";
  if (isFunction(node)) return "function";
  return node.type === "ObjectExpression" || node.type === "ArrayExpression" ? "object" : undefined;
}

/** The value of a member of an object literal; undefined where only run time knows it. */
export function memberOfValue({ node, patches }: Value, key: string): TSESTree.Node | undefined {
  if (isUndefined(node)) return node;
  const patched = patches?.get(key);
  if (patched || node.type !== "ObjectExpression") return patched;
  const property = propertyOf(node, key);
  if (property) return bare(property.value);
  return node.properties.every((one) => one.type === "Property" && !one.computed) ? undefinedAt(node) : undefined;
}

/** What a name holds on the path, if that is known. */
export function heldBy(node: TSESTree.Node, values: Values, bindings: Bindings): Value | undefined {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  if (!variable || values.size === 0) return undefined;
  const held = values.get(variable);
  if (held !== undefined) return held ?? undefined;
  const init = bindings.initOf(variable);
  // `const error = err as HttpError`
  return init && bare(init).type === "Identifier" && bare(init) !== node ? heldBy(bare(init), values, bindings) : undefined;
}

/** The same for a member of what a name holds, and for a name that was taken out of it. */
export function heldAt(node: TSESTree.Node, values: Values, bindings: Bindings): Value | undefined {
  if (node.type === "MemberExpression") {
    const key = keyOf(node);
    const object = key === null ? undefined : heldAt(bare(node.object), values, bindings);
    const member = object && key !== null ? memberOfValue(object, key) : undefined;
    return member && { node: member };
  }
  return heldBy(node, values, bindings) ?? takenOut(node, values, bindings);
}

/** `const { status = 500, message } = error` */
function takenOut(node: TSESTree.Node, values: Values, bindings: Bindings): Value | undefined {
  const variable = node.type === "Identifier" && values.size > 0 ? bindings.variableOf(node) : undefined;
  const definition = variable?.defs[0];
  if (!variable || values.has(variable) || definition?.node.type !== "VariableDeclarator" || !definition.node.init || definition.node.id.type !== "ObjectPattern") return undefined;
  const keys = isWrittenLater(variable) ? null : keysTo(definition.name, definition.node.id);
  const from = heldAt(bare(definition.node.init), values, bindings);
  if (!keys || !from) return undefined;
  const found = keys.reduce<Value | undefined>((object, key) => {
    const member = object && memberOfValue(object, key);
    return member && { node: member };
  }, from);
  const initial = definition.name.parent;
  return found && isUndefined(found.node) && initial.type === "AssignmentPattern" ? { node: bare(initial.right) } : found;
}

/** `{ ...init, headers }` with the members of the literal that `init` holds. */
export function spreadOut(value: Value, values: Values, bindings: Bindings): Value {
  const { node } = value;
  if (node.type !== "ObjectExpression" || !node.properties.some(({ type }) => type === "SpreadElement")) return value;
  const properties = node.properties.flatMap((property) => (property.type === "SpreadElement" ? membersOf(property, values, bindings) : [property]));
  const isCopy = node.properties.some((property) => property.type === "SpreadElement" && isOfWritten(bare(property.argument), values, bindings));
  const spread = { ...node, properties };
  return { ...value, node: isCopy ? writtenAs(spread, { classes: new Set() }) : spread };
}

function membersOf(spread: TSESTree.SpreadElement, values: Values, bindings: Bindings): TSESTree.ObjectLiteralElement[] {
  const argument = bare(spread.argument);
  const named = argument.type === "LogicalExpression" && argument.operator !== "&&" ? bare(argument.left) : argument;
  const held = heldBy(named, values, bindings);
  if (!held) return [spread];
  if (isUndefined(held.node)) return [];
  const { node } = spreadOut(held, values, bindings);
  if (node.type !== "ObjectExpression") return [spread];
  return [...node.properties, ...[...(held.patches ?? [])].map(([key, value]) => propertyAt(key, value))];
}
