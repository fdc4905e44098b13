/** Expressions in the order in which they run. A choice inside an expression splits the path. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../../ast/bindings.ts";
import { bare, isFunction, keyOf } from "../../ast/functions.ts";
import { namesIn } from "../../ast/patterns.ts";
import { callOf, constructOf } from "./calls.ts";
import { apply } from "./effects.ts";
import { heldAt, spreadOut, truthOfForm, undefinedAt } from "./held.ts";
import { onward } from "./onward.ts";
import { chooseEffect } from "./overloads.ts";
import type { Branch, Path, Value } from "./path.ts";
import type { Outcome, Walk } from "./walk.ts";

/**
 * Walks an expression. With `isWanted` its value is looked for too, through choices and local constants; without,
 * only its effects count.
 */
export function evaluate(expression: TSESTree.Node, path: Path, walk: Walk, isWanted: boolean): Outcome[] {
  const node = bare(expression);
  if (!isWanted && !walk.heat.isHot(node)) return [{ path, value: { node } }];
  switch (node.type) {
    case "Identifier":
      return valuesOf(node, path, walk, isWanted);
    case "CallExpression":
      return callOf(node, path, walk);
    case "NewExpression":
      return constructOf(node, path, walk);
    case "AwaitExpression":
      return onward(evaluate(node.argument, path, walk, isWanted), ({ path: after, value }) =>
        walk.aftermath.goOn(value)?.map((end) => (end.value.carrier ? end : { path: end.path, value })) ?? [{ path: after, value }]);
    case "ConditionalExpression":
      return onward(split(node.test, path, walk), ({ path: taken, truth }) =>
        evaluate(truth ? node.consequent : node.alternate, taken, walk, isWanted));
    case "LogicalExpression":
      return evaluateLogical(node, path, walk, isWanted);
    case "AssignmentExpression":
      return evaluateAssignment(node, path, walk);
    case "MemberExpression":
      return walk.bindings.variableOf(node) ? valuesOf(node, path, walk, isWanted) : evaluateMember(node, path, walk);
    case "UpdateExpression":
      return [{ path: assignTo(node.argument, undefined, node, path, walk)[0] ?? path, value: { node } }];
    case "UnaryExpression":
      if (node.operator === "delete" && node.argument.type === "MemberExpression") {
        return [{ path: patch(node.argument.object, keyOf(node.argument) ?? "", { node: undefinedAt(node) }, path, walk), value: { node } }];
      }
      return evaluate(node.argument, path, walk, false).map(({ path: after }) => ({ path: after, value: { node } }));
    case "SequenceExpression":
      return evaluateAll(node.expressions, path, walk, isWanted)
        .map(({ path: after, values }) => ({ path: after, value: values.at(-1) ?? { node } }));
    default:
      if (isWanted && node.type === "ObjectExpression" && !walk.heat.isHot(node)) return [{ path, value: spreadOut({ node }, path.state.values, walk.bindings) }];
      if (isFunction(node) || !walk.heat.isHot(node)) return [{ path, value: { node } }];
      return evaluateAll(partsOf(node), path, walk, false).map(({ path: after }) => ({ path: after, value: { node } }));
  }
}

/** Walks expressions one after the other, keeping the values of each path together. */
export function evaluateAll(
  nodes: readonly TSESTree.Node[],
  path: Path,
  walk: Walk,
  isWanted: boolean | ((index: number) => boolean),
): { path: Path; values: Value[] }[] {
  let rows: { path: Path; values: Value[] }[] = [{ path, values: [] }];
  for (const [index, node] of nodes.entries()) {
    const wanted = typeof isWanted === "boolean" ? isWanted : isWanted(index);
    const part = bare(node);
    if (!wanted && !walk.heat.isHot(part)) {
      // Nothing happens in it, so that no path forks.
      for (const { values } of rows) values.push({ node: part });
      continue;
    }
    rows = onward(rows, (row) =>
      evaluate(part, row.path, walk, wanted).map(({ path: after, value }) => ({ path: after, values: [...row.values, value] })));
  }
  return rows;
}

/** The paths on which a condition holds and on which it does not, leaving out those that contradict what is known. */
export const split = (test: TSESTree.Node, path: Path, walk: Walk): Branch[] =>
  onward(evaluate(test, path, walk, false), ({ path: after }) => after.fork(test));

/** The value a variable has on this path: the carrier, what was assigned to it, or what it is declared with. */
function valuesOf(node: TSESTree.Identifier | TSESTree.MemberExpression, path: Path, walk: Walk, isWanted: boolean): Outcome[] {
  const variable = walk.bindings.variableOf(node);
  if (variable === walk.carrier) return [{ path, value: { node, carrier: walk.born } }];
  const known = variable && path.state.values.get(variable);
  if (known) return [{ path, value: known }];
  if (!variable || !isWanted || known === null) return [{ path, value: { node } }];
  const taken = heldAt(node, path.state.values, walk.bindings);
  if (taken) return [{ path, value: taken }];
  const init = walk.bindings.initOf(variable);
  return init && isChoice(init) && !walk.heat.isHot(bare(init)) ? evaluate(init, path, walk, true) : [{ path, value: { node } }];
}

/** Initialisers whose value can be read where the variable is used, because nothing can happen in between. */
const isChoice = (node: TSESTree.Node): boolean =>
  ["ConditionalExpression", "LogicalExpression", "ObjectExpression", "ArrayExpression", "Literal", "TemplateLiteral"].includes(bare(node).type);

function evaluateLogical(node: TSESTree.LogicalExpression, path: Path, walk: Walk, isWanted: boolean): Outcome[] {
  const left = bare(node.left);
  const isName = (left.type === "Identifier" || left.type === "MemberExpression") && !walk.heat.isHot(left);
  const named = isWanted && isName ? evaluate(left, path, walk, true) : [];
  const known = named[0] && truthOfForm(named[0].value.node);
  // A value that holds is not nullish; one that does not may still be, and then the right side counts.
  const keepsLeft = node.operator !== "&&";
  const branches = known === undefined ? split(node.left, path, walk) : [{ path, truth: known }];
  return onward(branches, ({ path: taken, truth }) => {
    if (truth !== keepsLeft) return evaluate(node.right, taken, walk, isWanted);
    // `error.status || error.statusCode || 500`
    if (isWanted && left.type === "LogicalExpression" && path.truthOf(left) !== undefined) return evaluate(left, taken, walk, true);
    return named.length > 0 ? named.map(({ value }) => ({ path: taken, value })) : [{ path: taken, value: { node: node.left } }];
  });
}

function evaluateMember(node: TSESTree.MemberExpression, path: Path, walk: Walk): Outcome[] {
  return evaluate(node.object, path, walk, false).map(({ path: after, value }) => {
    const name = keyOf(node);
    const word = name !== null && Object.hasOwn(walk.framework.assignments, name) ? walk.framework.assignments[name] : undefined;
    const isRead = word !== undefined && !("misplaces" in word) && !("phrase" in word);
    const status = isRead && value.carrier ? after.carrierAt(value.carrier).status.at(-1)?.value : undefined;
    const held = heldAt(node, after.state.values, walk.bindings)?.node;
    // `response.headers` speaks for the response.
    const { carrier } = value;
    const speaks = name === "headers" && carrier !== undefined && after.carrierAt(carrier).made !== undefined;
    return { path: after, value: speaks ? { node, carrier } : { node: status ?? held ?? node } };
  });
}

function evaluateAssignment(node: TSESTree.AssignmentExpression, path: Path, walk: Walk): Outcome[] {
  const isPlain = node.operator === "=";
  return onward(evaluate(node.right, path, walk, isPlain), ({ path: after, value }) =>
    assignTo(node.left, isPlain ? value : undefined, node, after, walk).map((end) => ({ path: end, value })));
}

function assignTo(target: TSESTree.Node, value: Value | undefined, node: TSESTree.Node, path: Path, walk: Walk): Path[] {
  if (target.type === "MemberExpression") {
    return evaluate(target.object, path, walk, false).map(({ path: after, value: object }) => {
      const name = keyOf(target);
      if (name === null) return after;
      const word = object.carrier && Object.hasOwn(walk.framework.assignments, name) ? walk.framework.assignments[name] : undefined;
      if (word && object.carrier) {
        const spoken = { node, word: target.property, name: `${name}=`, arguments: [] };
        return apply(chooseEffect(word, spoken, walk), spoken, value ? [value] : [], object.carrier, after, walk);
      }
      return patch(target.object, name, value, after, walk);
    });
  }
  if (target.type !== "Identifier") return [namesIn(target).reduce((after, { name }) => after.forget(name), path)];
  const variable = walk.bindings.variableOf(target);
  if (variable && (walk.heat.tracked.has(variable) || value?.carrier)) return [path.assign(variable, value ?? null)];
  return [variable && walk.heat.asked.has(variable) ? path.forget(variable.name) : path];
}

/** A member of a local object gets a value: `body.success = false`. */
function patch(object: TSESTree.Node, name: string, value: Value | undefined, path: Path, walk: Walk): Path {
  const after = value?.carrier ? path.with({ isHandedOn: true }) : path;
  const variable = object.type === "Identifier" ? walk.bindings.variableOf(object) : undefined;
  return variable ? patchVariable(variable, name, value, after.forgetMembers(variable.name), walk) : after;
}

function patchVariable(variable: Variable, name: string, value: Value | undefined, path: Path, walk: Walk): Path {
  if (!walk.heat.tracked.has(variable)) return path;
  const before = path.state.values.get(variable) ?? declaredValue(variable);
  if (!before || !value) return path.assign(variable, null);
  return path.assign(variable, { ...before, patches: new Map(before.patches).set(name, value.node) });
}

function declaredValue(variable: Variable): Value | null {
  const declaration = variable.defs[0]?.node;
  return declaration?.type === "VariableDeclarator" && declaration.init ? { node: bare(declaration.init) } : null;
}

/** The expressions directly inside one that has no order of its own. */
function partsOf(node: TSESTree.Node): TSESTree.Node[] {
  switch (node.type) {
    case "ArrayExpression":
      return node.elements.filter((element) => element !== null);
    case "ObjectExpression":
      return node.properties.map((property) => (property.type === "Property" ? property.value : property.argument));
    case "TemplateLiteral":
      return node.expressions;
    case "TaggedTemplateExpression":
      return node.quasi.expressions;
    case "BinaryExpression":
      return [node.left, node.right];
    case "SpreadElement":
      return [node.argument];
    case "YieldExpression":
      return node.argument ? [node.argument] : [];
    default:
      return [];
  }
}
