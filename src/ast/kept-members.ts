/** Instances that keep an argument of their construction: `new Reply(res)`, whose methods speak to `this.res`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "./bindings.ts";
import type { Bindings, Variable } from "./bindings.ts";
import { bare, isFunction, keyOf } from "./functions.ts";
import type { FunctionNode } from "./functions.ts";
import { visit } from "./visit.ts";

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A member of an instance that holds what the construction was given. */
export interface Kept {
  readonly owner: Class;
  /** Stands for the member wherever the class asks for it. */
  readonly member: Variable;
  /** The argument. */
  readonly given: TSESTree.Node;
}

/** The member that keeps the argument, if the constructor does nothing else with it. */
export function keptBy(construction: TSESTree.NewExpression, given: TSESTree.Node, bindings: Bindings): Kept | undefined {
  const owner = classOf(construction.callee, bindings);
  const built = owner?.body.body.find((member) => member.type === "MethodDefinition" && member.kind === "constructor");
  const place = construction.arguments.indexOf(given as TSESTree.Expression);
  if (!owner || built?.type !== "MethodDefinition" || construction.arguments.slice(0, place + 1).some(({ type }) => type === "SpreadElement")) return undefined;
  const parameter = built.value.params[place];
  const name = parameter?.type === "TSParameterProperty" ? parameter.parameter : parameter;
  const variable = name?.type === "Identifier" ? bindings.variableOf(name) : undefined;
  if (name?.type !== "Identifier" || !variable) return undefined;
  const key = parameter?.type === "TSParameterProperty" ? (variable.references.length === 0 ? name.name : null) : keyGiven(variable);
  const member = key === null ? undefined : memberVariable(owner, key, bindings);
  return member && { owner, member, given };
}

/** The function that a method of the class is. */
export function methodOf({ body }: Class, name: string): FunctionNode | undefined {
  const [member, ...others] = body.body.filter((one) => (one.type === "MethodDefinition" || one.type === "PropertyDefinition") && !one.static && keyOf(one) === name);
  const value = others.length === 0 && (member?.type === "MethodDefinition" || member?.type === "PropertyDefinition") ? member.value : null;
  return value && isFunction(value) ? value : undefined;
}

/** `new Reply(res).ok(user)`, or every use of the name that the instance has; undefined where it is used for anything else. */
export function methodCallsOf(construction: TSESTree.NewExpression, bindings: Bindings): TSESTree.CallExpression[] | undefined {
  const { parent } = construction;
  const variable = parent.type === "VariableDeclarator" && parent.init === construction ? bindings.variableOf(parent.id) : undefined;
  const objects = variable && !isWrittenLater(variable) ? variable.references.flatMap(({ identifier, init }) => (init ? [] : [identifier])) : [construction];
  const calls = objects.map(({ parent: access }: TSESTree.Node) => (access?.type === "MemberExpression" && access.parent.type === "CallExpression" && access.parent.callee === access ? access.parent : undefined));
  return calls.every((call, index) => call !== undefined && bare((call.callee as TSESTree.MemberExpression).object) === objects[index]) ? (calls as TSESTree.CallExpression[]) : undefined;
}

function classOf(named: TSESTree.Node, bindings: Bindings): Class | undefined {
  const imported = bindings.importedBy(named);
  const value = bare(imported?.path.length === 0 ? imported.node : named);
  if (isClass(value)) return value;
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  if (variable?.defs.length !== 1 || isWrittenLater(variable)) return undefined;
  const declared = variable.defs[0]?.node;
  const init = bindings.initOf(variable);
  return declared && isClass(declared) ? declared : init && isClass(init) ? init : undefined;
}

const isClass = (node: TSESTree.Node): node is Class => node.type === "ClassDeclaration" || node.type === "ClassExpression";

/** `this.res = res`, the only use of the parameter. */
function keyGiven({ references }: Variable): string | null {
  const [use, ...others] = references;
  const assignment = use?.identifier.parent;
  if (others.length > 0 || assignment?.type !== "AssignmentExpression" || assignment.right !== use?.identifier || assignment.parent.type !== "ExpressionStatement") return null;
  const { left } = assignment;
  return left.type === "MemberExpression" && left.object.type === "ThisExpression" ? keyOf(left) : null;
}

const known = new WeakMap<Class, Map<string, Variable | undefined>>();

/** Undefined where the class gives the member another value too. */
function memberVariable(owner: Class, key: string, bindings: Bindings): Variable | undefined {
  let members = known.get(owner);
  if (!members) known.set(owner, members = new Map<string, Variable | undefined>());
  if (!members.has(key)) members.set(key, findMember(owner, key, bindings));
  return members.get(key);
}

function findMember(owner: Class, key: string, bindings: Bindings): Variable | undefined {
  const uses: TSESTree.MemberExpression[] = [];
  let writes = 0;
  visit(owner.body, bindings.sourceCode.visitorKeys, (node) => {
    if (node.type !== "MemberExpression" || node.object.type !== "ThisExpression" || keyOf(node) !== key) return;
    if (node.parent.type === "AssignmentExpression" && node.parent.left === node) writes++;
    else uses.push(node);
  });
  return writes > 1 || uses.length === 0 ? undefined : bindings.fileOf(owner).nameTogether(`this.${key}`, uses);
}
