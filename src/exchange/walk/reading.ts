/** Expressions as they are worth on a path: through its variables and through constants of the project. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { importedValue, memberOf } from "../../ast/static-members.ts";
import { truthOfComparison } from "./comparisons.ts";
import { heldBy, memberOfValue } from "./held.ts";
import type { Value } from "./path.ts";

export interface Reading {
  readonly bindings: Bindings;
  /** What variables hold on the path. */
  readonly values: ReadonlyMap<Variable, Value | null>;
}

/** The expression that a name stands for on the path: an argument of a local function, a value assigned before. */
function settled(node: TSESTree.Node, { bindings, values }: Reading): TSESTree.Node {
  const value = bare(node);
  if (value.type === "MemberExpression") {
    const object = heldBy(bare(value.object), values, bindings);
    const key = keyOf(value);
    return (object && key !== null && memberOfValue(object, key)) || value;
  }
  const held = heldBy(value, values, bindings);
  return held && !held.patches ? bare(held.node) : value;
}

/** The same through constants and objects of constants: the literal, template or object that a name stands for. */
export function resolved(node: TSESTree.Node, reading: Reading): TSESTree.Node {
  const value = settled(node, reading);
  if (value.type === "MemberExpression") {
    const key = keyOf(value);
    const target = (key === null ? null : memberOf(value.object, key, reading.bindings)) ?? importedValue(value, reading.bindings);
    return target === null || typeof target === "number" ? value : bare(target);
  }
  const truth = truthOf(value, reading);
  if (truth !== undefined) return { ...value, type: "Literal", value: truth, raw: String(truth) } as TSESTree.Node;
  if (value.type !== "Identifier") return value;
  const inner = constantOf(value, reading.bindings);
  return inner && ["Literal", "TemplateLiteral", "ObjectExpression", "BinaryExpression"].includes(inner.type) ? inner : value;
}

/** What the variables that content shows were given on the path: the texts of `{ message }`, `{ error: text }`. */
export function givenTo(content: TSESTree.Node, { bindings, values }: Reading): TSESTree.Node[] {
  const shown = content.type === "ObjectExpression" ? content.properties.flatMap((property) => (property.type === "Property" ? [property.value] : [])) : [content];
  return shown.flatMap((node) => {
    const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
    return (variable && values.get(variable)?.node) ?? [];
  });
}

/** The answer to a question about what the path knows: `success: status < 400`. */
function truthOf(node: TSESTree.Node, reading: Reading): boolean | undefined {
  const value = bare(node);
  if (value.type === "BinaryExpression") return truthOfComparison(value, reading.values, reading.bindings);
  if (value.type !== "LogicalExpression" || value.operator === "??") return undefined;
  const [left, right] = [truthOf(value.left, reading), truthOf(value.right, reading)];
  return left === undefined || right === undefined ? undefined : value.operator === "&&" ? left && right : left || right;
}

/** What a name is declared with, here or in the file that it is imported from. */
function constantOf(name: TSESTree.Node, bindings: Bindings): TSESTree.Node | null {
  const variable = bindings.variableOf(name);
  const init = (variable && bindings.initOf(variable)) ?? importedValue(name, bindings);
  if (init === null || typeof init === "number") return null;
  const value = bare(init);
  return value.type === "Identifier" && value !== name && !bindings.isOwn(value) ? constantOf(value, bindings) : value;
}
