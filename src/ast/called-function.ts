/** Which function of the project a call runs for certain, and everywhere in its file that function is used. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "./bindings.ts";
import type { Bindings, Variable } from "./bindings.ts";
import { functionOf, functionsIn } from "./denoted-functions.ts";
import { classOf, methodOf } from "./classes.ts";
import { bare, isFunction, keyOf } from "./functions.ts";
import type { FunctionNode } from "./functions.ts";
import { typeOfThis } from "./members.ts";

export interface Called {
  readonly fn: FunctionNode;
  /** How many arguments come before those of the function: one for `fail.call(this, res)`. */
  readonly shift: number;
}

/** `fail(res)`, `Reply.fail(res)`, `this.fail(res)`, `fail.call(this, res)`; nothing where the name may get another function. */
export function calledBy(call: TSESTree.CallExpression, bindings: Bindings): Called | undefined {
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression" && keyOf(callee) === "call") {
    const fn = fixedFunction(bare(callee.object), bindings);
    if (fn) return { fn, shift: 1 };
  }
  const fn = fixedFunction(callee, bindings);
  return fn && { fn, shift: 0 };
}

function fixedFunction(named: TSESTree.Node, bindings: Bindings): FunctionNode | undefined {
  return ownFunction(named, bindings) ?? importedFunction(named, bindings) ?? typedMethod(named, bindings);
}

/** `this.replies.fail` of a class that says `private replies: Replies`. */
function typedMethod(named: TSESTree.Node, bindings: Bindings): FunctionNode | undefined {
  const object = named.type === "MemberExpression" ? bare(named.object) : named;
  if (object.type !== "MemberExpression" || object.object.type !== "ThisExpression") return undefined;
  const type = typeOfThis(object, keyOf(object) ?? "");
  const owner = type ? classOf(type, bindings) : undefined;
  return owner && methodOf(owner, keyOf(named) ?? "");
}

/** The function of another file that an imported name stands for. */
export function importedFunction(named: TSESTree.Node, bindings: Bindings): FunctionNode | undefined {
  const imported = bindings.importedBy(named);
  if (!imported || imported.path.length > 0) return undefined;
  const value = bare(imported.node);
  return isFunction(value) ? value : ownFunction(value, bindings);
}

/** In the file of the name. */
function ownFunction(named: TSESTree.Node, bindings: Bindings): FunctionNode | undefined {
  if (named.type === "Identifier") {
    const variable = bindings.variableOf(named);
    return variable && isFixed(variable) ? functionOf(named, bindings) ?? undefined : undefined;
  }
  const name = named.type === "MemberExpression" ? keyOf(named) : null;
  if (named.type !== "MemberExpression" || name === null) return undefined;
  const object = bare(named.object);
  const variable = object.type === "Identifier" ? bindings.variableOf(object) : undefined;
  const isModule = object.type === "Identifier" && object.name === "exports" && !variable?.defs.length;
  if (object.type !== "ThisExpression" && !isModule && !(variable && isFixed(variable) && variable.references.every(({ identifier }) => !isReplaced(identifier, name)))) return undefined;
  const [fn, ...others] = functionsIn(named, bindings);
  // What a wrapper gives back is another function.
  return fn && others.length === 0 && fn.parent.type !== "CallExpression" ? fn : undefined;
}

const isFixed = (variable: Variable): boolean => variable.defs.length === 1 && !isWrittenLater(variable);

/** `Reply.fail = other`, `Reply[name] = other` */
function isReplaced({ parent }: TSESTree.Node, name: string): boolean {
  if (parent?.type !== "MemberExpression" || parent.parent.type !== "AssignmentExpression" || parent.parent.left !== parent) return false;
  return (keyOf(parent) ?? name) === name;
}

/** Where a function is named, other than to export it; null where that cannot be seen. */
export function usesOfFunction(fn: FunctionNode, bindings: Bindings): TSESTree.Node[] | null {
  const { parent } = fn;
  if (fn.type === "FunctionDeclaration") return fn.id ? usesOf(fn.id, bindings) : null;
  if (parent.type === "VariableDeclarator") return usesOf(parent.id, bindings);
  const name = parent.type === "Property" || parent.type === "MethodDefinition" || parent.type === "PropertyDefinition" ? keyOf(parent) : null;
  const owner = parent.parent?.type === "ClassBody" ? parent.parent.parent : parent.parent;
  const holder = owner?.type === "ClassDeclaration" ? owner.id : owner?.parent?.type === "VariableDeclarator" ? owner.parent.id : null;
  if (name === null || !holder) return null;
  // The other members of the object are others' matter; the object as a whole may go anywhere.
  return usesOf(holder, bindings).filter(({ parent: access }) => access?.type !== "MemberExpression" || (keyOf(access) ?? name) === name);
}

const usesOf = (name: TSESTree.Node, bindings: Bindings): TSESTree.Node[] =>
  bindings.usesOf(name).filter((use) => !isExport(use));

/** `export { fail }`, `export default fail`, `module.exports = { fail }`, `exports.fail = fail` */
function isExport(use: TSESTree.Node): boolean {
  const { parent } = use;
  if (parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration") return true;
  const value = parent?.type === "Property" && parent.value === use ? parent.parent : use;
  const target = value.parent?.type === "AssignmentExpression" && value.parent.right === value ? value.parent.left : undefined;
  const object = target?.type === "MemberExpression" ? target.object : undefined;
  return object?.type === "Identifier" && (object.name === "module" || object.name === "exports");
}
