/** The expressions that members of objects, classes, instances and enums stand for, where the source alone decides it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "./bindings.ts";
import { classOf } from "./classes.ts";
import { foundOnce } from "./found-once.ts";
import { bare, keyOf } from "./functions.ts";
import type { Class } from "./members.ts";
import { visit } from "./visit.ts";

/** The expression that a member of a local object, enum or class stands for; a number for a counted enum member. */
export function memberOf(object: TSESTree.Node, key: string, bindings: Bindings, depth = 0): TSESTree.Node | number | null {
  if (depth > 8) return null;
  const value = bare(object);
  switch (value.type) {
    case "ObjectExpression":
      return propertyOf(value, key)?.value ?? null;
    case "ClassExpression":
      return staticMember(value, key);
    case "NewExpression": {
      const made = classOf(value.callee, bindings);
      return made ? fieldOf(made, key, bindings) : null;
    }
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

/** What each instance begins with, unless the class itself gives it something else. */
function fieldOf({ body }: Class, key: string, { sourceCode: { visitorKeys } }: Bindings): TSESTree.Node | null {
  const [field, ...others] = body.body.filter((member) => member.type === "PropertyDefinition" && !member.static && keyOf(member) === key);
  let isAssigned = others.length > 0;
  visit(body, visitorKeys, (node) => {
    isAssigned ||= node.type === "AssignmentExpression" && node.left.type === "MemberExpression" && keyOf(node.left) === key;
  });
  return field?.type === "PropertyDefinition" && !isAssigned ? field.value : null;
}

function staticMember({ body }: TSESTree.ClassDeclaration | TSESTree.ClassExpression, key: string): TSESTree.Node | null {
  for (const member of body.body) {
    if (member.type === "PropertyDefinition" && member.static && keyOf(member) === key) return member.value;
  }
  return null;
}
