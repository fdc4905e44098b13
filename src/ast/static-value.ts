/** Values that the source alone decides. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "./bindings.ts";
import type { Bindings, Variable } from "./bindings.ts";
import { bare, keyOf } from "./functions.ts";
import { keysTo } from "./patterns.ts";
import { importedValue, memberOf } from "./static-members.ts";

export type StaticValue = string | number | boolean | null | undefined;

/** The word `undefined`. */
export const isUndefined = (node: TSESTree.Node): boolean => node.type === "Identifier" && node.name === "undefined";

/** A value that was read; its absence means that only run time knows it. */
export interface Read {
  readonly value: StaticValue;
}

/** What a constant of another module is worth; given by whoever knows the libraries. */
export type ConstantReader = (source: string, path: readonly string[]) => number | undefined;

/**
 * Reads a literal, a constant, a member of an enum or of an object of constants. Follows names within the file and through
 * imports, never calls or reassigned variables.
 */
export function readValue(node: TSESTree.Node, bindings: Bindings, constantOf: ConstantReader, depth = 0): Read | null {
  if (depth > 8) return null;
  const value = bare(node);
  const read = (inner: TSESTree.Node) => readValue(inner, bindings, constantOf, depth + 1);
  switch (value.type) {
    case "Literal":
      return typeof value.value === "bigint" || value.value instanceof RegExp ? null : { value: value.value };
    case "TemplateLiteral":
      return readTemplate(value, read);
    case "UnaryExpression":
      return readUnary(value, read);
    case "Identifier": {
      const variable = bindings.variableOf(value);
      if (!variable?.defs.length) return value.name === "undefined" ? { value: undefined } : null;
      const init = bindings.initOf(variable) ?? destructuredFrom(variable, bindings);
      return (init && read(init)) ?? readConstant(value, read, bindings, constantOf);
    }
    case "MemberExpression": {
      const key = keyOf(value) ?? computedKey(value, read);
      const target = key === null ? null : memberOf(value.object, key, bindings, depth);
      if (typeof target === "number") return { value: target };
      return (target && read(target)) ?? readConstant(value, read, bindings, constantOf);
    }
    default:
      return null;
  }
}

/** The value of what needs no library to be read; undefined also where only run time knows it. */
export const staticValueOf = (node: TSESTree.Node, bindings: Bindings): StaticValue => readValue(node, bindings, () => undefined)?.value;

export function staticTextOf(node: TSESTree.Node, bindings: Bindings): string | undefined {
  const value = staticValueOf(node, bindings);
  return typeof value === "string" ? value : undefined;
}

function readTemplate(template: TSESTree.TemplateLiteral, read: (node: TSESTree.Node) => Read | null): Read | null {
  let text = "";
  for (const [index, quasi] of template.quasis.entries()) {
    text += quasi.value.cooked ?? "";
    const expression = template.expressions[index];
    if (!expression) continue;
    const part = read(expression);
    if (!part) return null;
    text += String(part.value);
  }
  return { value: text };
}

function readUnary({ operator, argument }: TSESTree.UnaryExpression, read: (node: TSESTree.Node) => Read | null): Read | null {
  if (operator === "void") return { value: undefined };
  const inner = read(argument);
  if (!inner) return null;
  if (operator === "!") return { value: !inner.value };
  if (operator === "-") return { value: -Number(inner.value) };
  return operator === "+" ? { value: Number(inner.value) } : null;
}

function computedKey(node: TSESTree.MemberExpression, read: (node: TSESTree.Node) => Read | null): string | null {
  const key = node.computed ? read(node.property) : null;
  return key ? String(key.value) : null;
}

function readConstant(node: TSESTree.Node, read: (node: TSESTree.Node) => Read | null, bindings: Bindings, constantOf: ConstantReader): Read | null {
  const origin = bindings.originOf(node);
  const imported = origin && importedValue(node, bindings);
  const known = typeof imported === "number" ? { value: imported } : imported && read(imported);
  if (known) return known;
  const code = origin ? constantOf(origin.source, origin.path) : undefined;
  return code === undefined ? null : { value: code };
}

/** `const { NOT_FOUND } = codes` */
function destructuredFrom(variable: Variable, bindings: Bindings): TSESTree.Node | null {
  const definition = variable.defs[0];
  if (definition?.node.type !== "VariableDeclarator" || !definition.node.init || isWrittenLater(variable)) return null;
  let at: TSESTree.Node | number | null = definition.node.init;
  for (const key of keysTo(definition.name, definition.node.id) ?? [""]) {
    at = at === null || typeof at === "number" ? null : memberOf(at, key, bindings);
  }
  return typeof at === "number" ? null : at;
}
