/** What the members of a value are, as far as the file itself says: of objects, classes, instances, and of what a function returns. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "./bindings.ts";
import { foundOnce } from "./found-once.ts";
import { bare, isFunction, keyOf } from "./functions.ts";
import type { FunctionNode } from "./functions.ts";
import { someWithin } from "./outline.ts";

export type Member = readonly [key: string, value: TSESTree.Node];

/** Stands for what calling a function gives. */
export const called = "()";

/** Every member that is written out; what is spread has the key `...`. */
export function membersOf(node: TSESTree.Node, bindings: Bindings, depth = 0): Member[] {
  // A value that is declared in terms of itself ends here.
  if (depth > 8) return [];
  const value = bare(node);
  const inner = (part: TSESTree.Node): Member[] => membersOf(part, bindings, depth + 1);
  switch (value.type) {
    case "Identifier": {
      const variable = bindings.variableOf(value);
      const declaration = variable?.defs[0]?.node;
      if (!variable || !declaration || declaration === value) return [];
      const init = bindings.initOf(variable);
      const declared = isClass(declaration) || isFunction(declaration) ? inner(declaration) : init ? inner(init) : [];
      return [...declared, ...assignedMembers(variable)];
    }
    case "ObjectExpression":
      return value.properties.map((property): Member =>
        (property.type === "SpreadElement" ? ["...", property.argument] : [keyOf(property) ?? "", property.value]));
    case "NewExpression":
      return inner(value.callee).filter(([key]) => key !== called);
    case "CallExpression":
      // Object.freeze({ … }), catchAll(new Users()): the members are those of the argument.
      return value.arguments.length === 1 && value.arguments[0] && !isFunction(value.arguments[0]) ? inner(value.arguments[0]) : [];
    case "ClassDeclaration":
    case "ClassExpression":
      return classMembers(value);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return returnedBy(value, bindings).map((returned): Member => [called, returned]);
    default:
      return [];
  }
}

/** What `this.name` is inside of a class: a property, or what the constructor gives to it. */
export function memberOfThis(node: TSESTree.Node, name: string): TSESTree.Node | null {
  for (let at = node.parent; at; at = at.parent) {
    if (isClass(at)) return classMembers(at).find(([key]) => key === name)?.[1] ?? null;
  }
  return null;
}

/** The class that the type of `this.name` names: `private users: Users`, `constructor(private users: Users)`. */
export function typeOfThis(node: TSESTree.Node, name: string): TSESTree.Node | null {
  for (let at = node.parent; at; at = at.parent) if (isClass(at)) return typesOf(at).find(([key]) => key === name)?.[1] ?? null;
  return null;
}

const typesOf = ({ body }: Class): Member[] => body.body.flatMap((member): Member[] => {
  if (member.type === "MethodDefinition" && member.kind === "constructor") return injectedIn(member.value);
  const type = member.type === "PropertyDefinition" ? member.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSTypeReference" ? [[keyOf(member) ?? "", type.typeName]] : [];
});

export type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export const isClass = (node: TSESTree.Node): node is Class => node.type === "ClassDeclaration" || node.type === "ClassExpression";

function classMembers({ body }: Class): Member[] {
  return body.body.flatMap((member): Member[] => {
    if (member.type === "PropertyDefinition") return member.value ? [[keyOf(member) ?? "", member.value]] : [];
    if (member.type !== "MethodDefinition") return [];
    return member.kind === "constructor" ? givenInConstructor(member.value) : [[keyOf(member) ?? "", member.value]];
  });
}

/** `this.users = new Users()` and `constructor(private users: Users)`, where the type stands for the value. */
function givenInConstructor({ params, body }: TSESTree.MethodDefinition["value"]): Member[] {
  const injected = injectedIn({ params });
  const assigned = (body?.body ?? []).flatMap((statement): Member[] => {
    const given = statement.type === "ExpressionStatement" ? statement.expression : null;
    if (given?.type !== "AssignmentExpression" || given.left.type !== "MemberExpression" || given.left.object.type !== "ThisExpression") return [];
    const key = keyOf(given.left);
    // `this.create = this.create.bind(this)` adds nothing.
    return key === null || isBinding(given.right) ? [] : [[key, given.right]];
  });
  return [...injected, ...assigned];
}

const injectedIn = ({ params }: Pick<TSESTree.MethodDefinition["value"], "params">): Member[] => params.flatMap((parameter): Member[] => {
  if (parameter.type !== "TSParameterProperty" || parameter.parameter.type !== "Identifier") return [];
  const type = parameter.parameter.typeAnnotation?.typeAnnotation;
  return type?.type === "TSTypeReference" ? [[parameter.parameter.name, type.typeName]] : [];
});

const isBinding = (node: TSESTree.Node): boolean =>
  node.type === "CallExpression" && node.callee.type === "MemberExpression" && keyOf(node.callee) === "bind";

/** `controller.create = …` somewhere in the file. */
export const assignedMembers = foundOnce(({ references }: Variable): readonly Member[] => {
  const members: Member[] = [];
  for (const { identifier: { parent: member } } of references) {
    if (member.type !== "MemberExpression" || member.parent.type !== "AssignmentExpression" || member.parent.left !== member) continue;
    const key = keyOf(member);
    if (key !== null) members.push([key, member.parent.right]);
  }
  return members;
});

function returnedBy(fn: FunctionNode, bindings: Bindings): TSESTree.Node[] {
  if (fn.body.type !== "BlockStatement") return [fn.body];
  const returned: TSESTree.Node[] = [];
  someWithin(bindings.fileOf(fn).outline.exits, fn, ({ node, owner }) => {
    if (owner === fn && node.type === "ReturnStatement" && node.argument) returned.push(node.argument);
    return false;
  });
  return returned;
}
