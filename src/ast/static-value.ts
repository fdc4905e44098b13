/** Values that the source alone decides. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "./bindings.ts";
import type { Bindings, Variable } from "./bindings.ts";
import { foundOnce } from "./found-once.ts";
import { bare, keyOf } from "./functions.ts";
import { keysTo } from "./patterns.ts";

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

/** The expression that a member of a local object, enum or class stands for; a number for a counted enum member. */
export function memberOf(object: TSESTree.Node, key: string, bindings: Bindings, depth = 0): TSESTree.Node | number | null {
  if (depth > 8) return null;
  const value = bare(object);
  switch (value.type) {
    case "ObjectExpression":
      return propertyOf(value, key)?.value ?? null;
    case "ClassExpression":
      return staticMember(value, key);
    case "CallExpression": {
      // Object.freeze({ … }) is its argument.
      const [first] = value.arguments;
      const callee = bare(value.callee);
      return first && callee.type === "MemberExpression" && keyOf(callee) === "freeze" ? memberOf(first, key, bindings, depth + 1) : null;
    }
    case "MemberExpression": {
      const outer = keyOf(value);
      const inner = outer === null ? null : memberOf(value.object, outer, bindings, depth + 1);
      return inner === null || typeof inner === "number" ? null : memberOf(inner, key, bindings, depth + 1);
    }
    case "Identifier": {
      const variable = bindings.variableOf(value);
      if (!variable || isChangedInside(variable)) return null;
      const declaration = variable.defs[0]?.node;
      if (declaration?.type === "TSEnumDeclaration") return enumMember(declaration, key);
      if (declaration?.type === "ClassDeclaration") return staticMember(declaration, key);
      const init = bindings.initOf(variable);
      return init ? memberOf(init, key, bindings, depth + 1) : null;
    }
    default:
      return null;
  }
}

/** The expression of another file that an imported name or a member of one stands for; a number for a counted enum member. */
export function importedValue(node: TSESTree.Node, bindings: Bindings): TSESTree.Node | number | null {
  const imported = bindings.importedBy(node);
  if (!imported) return null;
  return imported.path.reduce<TSESTree.Node | number | null>(
    (at, key) => (at === null || typeof at === "number" ? null : memberOf(at, key, bindings)), imported.node);
}

/** Somewhere a member of the object gets another value. */
const isChangedInside = foundOnce(({ references }: Variable): boolean =>
  references.some(({ identifier }) => {
    const { parent } = identifier;
    if (parent.type === "MemberExpression" && parent.object === identifier) {
      return (parent.parent.type === "AssignmentExpression" && parent.parent.left === parent) || parent.parent.type === "UpdateExpression"
        || (parent.parent.type === "UnaryExpression" && parent.parent.operator === "delete");
    }
    return parent.type === "CallExpression" && parent.arguments[0] === identifier && parent.callee.type === "MemberExpression"
      && keyOf(parent.callee) === "assign";
  }));

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

/** The last property of that name, which is the one that counts, unless something is spread over it. */
export function propertyOf(object: TSESTree.ObjectExpression, key: string): TSESTree.Property | null {
  for (let index = object.properties.length - 1; index >= 0; index--) {
    const property = object.properties[index];
    if (property?.type === "SpreadElement") return null;
    if (property && keyOf(property) === key) return property;
  }
  return null;
}

/** Members without a value count on from the one before. */
function enumMember(declaration: TSESTree.TSEnumDeclaration, key: string): TSESTree.Node | number | null {
  let count: number | null = 0;
  for (const { id, initializer } of declaration.body.members) {
    const isWanted = (id.type === "Identifier" ? id.name : id.value) === key;
    if (initializer) {
      if (isWanted) return initializer;
      count = initializer.type === "Literal" && typeof initializer.value === "number" ? initializer.value + 1 : null;
      continue;
    }
    if (isWanted) return count;
    if (count !== null) count++;
  }
  return null;
}

function staticMember({ body }: TSESTree.ClassDeclaration | TSESTree.ClassExpression, key: string): TSESTree.Node | null {
  for (const member of body.body) {
    if (member.type === "PropertyDefinition" && member.static && keyOf(member) === key) return member.value;
  }
  return null;
}
