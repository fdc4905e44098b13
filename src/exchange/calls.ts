/** Calls inside a handler: words on the carrier, local functions, callbacks, and everything that may answer elsewhere. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../ast/denoted-functions.ts";
import { bare, isFunction, keyOf, parametersOf } from "../ast/functions.ts";
import type { FunctionNode } from "../ast/functions.ts";
import { apply, chooseEffect, placesOf } from "./effects.ts";
import { evaluate, evaluateAll } from "./evaluate.ts";
import { join } from "./join.ts";
import type { Path, Value } from "./path.ts";
import { walkBody } from "./statements.ts";
import type { Frame, Outcome, Walk } from "./walk.ts";

/** Methods that run their callback before they return, for each element. */
const eachElement = new Set(["forEach", "map", "filter", "some", "every", "find", "findIndex", "findLast", "reduce", "flatMap", "sort"]);

/** Methods of the carrier that say nothing about the answer. */
const readers = /^(?:get|has|is|on|once|off|add|remove|emit|set[A-Z](?!eader)|listener|cork|uncork|assign|app)/;

/** A closure within closures is followed this deep. */
const deepestClosure = 4;

export function callOf(node: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
  const callee = bare(node.callee);
  if (isFunction(callee)) return inline(callee, node, path, walk);
  if (callee.type === "MemberExpression") {
    const name = keyOf(callee) ?? "";
    return evaluate(callee.object, path, walk, false).flatMap(({ path: after, value }) =>
      value.isCarrier ? speak(node, callee, name, after, walk) : callMethod(node, name, after, walk));
  }
  if (callee.type === "Identifier" && walk.next && walk.bindings.variableOf(callee) === walk.next) return passOn(node, path, walk);
  if (callee.type === "Identifier" && walk.framework.sinks.includes(callee.name)) return fill(node, callee, callee.name, path, walk);
  const closure = functionOf(callee, walk.bindings);
  if (closure && walk.heat.isHot(closure)) return inline(closure, node, path, walk);
  return callUnknown(node, path, walk);
}

/** A word on the carrier. */
function speak(node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, name: string, path: Path, walk: Walk): Outcome[] {
  const word = Object.hasOwn(walk.framework.calls, name) ? walk.framework.calls[name] : undefined;
  if (!word) {
    if (readers.test(name)) return [{ path, value: { node } }];
    // A word that somebody added to the carrier may answer.
    return callUnknown(node, path, walk).map(({ path: after }) =>
      ({ path: after.with({ isHandedOn: true }), value: { node, isCarrier: true } }));
  }
  const spoken = { node, word: callee.property, name, arguments: node.arguments };
  const chosen = chooseEffect(word, spoken, walk);
  const places = placesOf(chosen);
  return evaluateAll(node.arguments, path, walk, (index) => places.has(index)).map(({ path: after, values }) => {
    runCallbacks(node.arguments, after, walk);
    const value: Value = chosen.effect.chains ? { node, isCarrier: true } : { node };
    return { path: apply(chosen, spoken, values, after, walk), value };
  });
}

function callMethod(node: TSESTree.CallExpression, name: string, path: Path, walk: Walk): Outcome[] {
  const [first] = node.arguments;
  const callback = first && functionOf(first, walk.bindings);
  if (callback && eachElement.has(name) && walk.heat.isHot(callback)) {
    const around = frame();
    const ends = walkBody(callback, [path], walk, around);
    const after = join([path, ...ends, ...around.returned.map(({ path: returned }) => returned)]);
    return after.map((end) => ({ path: end, value: { node } }));
  }
  if (walk.framework.sinks.includes(name)) return fill(node, bare(node.callee), name, path, walk);
  if (name === "catch" || name === "then") return settle(node, name, path, walk);
  return callUnknown(node, path, walk);
}

/** `stream.pipe(res)`: what is in the stream becomes the content. */
function fill(node: TSESTree.CallExpression, callee: TSESTree.Node, name: string, path: Path, walk: Walk): Outcome[] {
  const word = callee.type === "MemberExpression" ? callee.property : callee;
  return evaluateAll(node.arguments, path, walk, false).map(({ path: after, values }) => {
    runCallbacks(node.arguments, after, walk);
    if (!values.some(({ isCarrier }) => isCarrier)) return { path: after, value: { node } };
    const spoken = { node, word, name, arguments: [] };
    return { path: apply({ effect: { delivers: true, content: "stream" }, isStatusUnsure: false }, spoken, [], after, walk), value: { node } };
  });
}

/** `.then(onValue, onError)` and `.catch(onError)`: the callbacks run later, each on a path of its own. */
function settle(node: TSESTree.CallExpression, name: "then" | "catch", path: Path, walk: Walk): Outcome[] {
  let isHandedOn = mentionsNext(node, walk);
  for (const [index, argument] of node.arguments.entries()) {
    const callback = functionOf(argument, walk.bindings);
    if (!callback || !walk.heat.isHot(callback)) continue;
    const isOnError = name === "catch" || index === 1;
    isHandedOn = runLater(callback, isOnError ? caughtOn(path, callback) : path, walk) || isHandedOn;
  }
  return [{ path: isHandedOn ? path.with({ isHandedOn }) : path, value: { node } }];
}

export const caughtOn = (path: Path, handler: FunctionNode | TSESTree.CatchClause): Path => {
  const error = isFunction(handler) ? parametersOf(handler)[0] : handler.param;
  return path.with({ guards: [...path.state.guards, { caught: error ?? null, at: handler }] });
};

function passOn(node: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
  const isBare = node.arguments.length === 0 || isRouteWord(node.arguments[0]);
  return evaluateAll(node.arguments, path, walk, false).map(({ path: after }) =>
    ({ path: after.with({ isHandedOn: true, ...(isBare && { isPassedOn: true }) }), value: { node } }));
}

/** `next('route')` and `next('router')` go on without an error. */
const isRouteWord = (node: TSESTree.Node | undefined): boolean =>
  node?.type === "Literal" && (node.value === "route" || node.value === "router");

/** A function that is not followed: it may answer if it gets the carrier, and its callbacks run at some time. */
export function callUnknown(node: TSESTree.CallExpression | TSESTree.NewExpression, path: Path, walk: Walk): Outcome[] {
  return evaluateAll(node.arguments, path, walk, false).map(({ path: after, values }) => {
    const answersLater = runCallbacks(node.arguments, after, walk);
    const isGiven = values.some(({ isCarrier }) => isCarrier) || mentionsNext(node, walk) || mentionsCarrier(node, walk);
    return { path: answersLater || isGiven ? after.with({ isHandedOn: true }) : after, value: { node } };
  });
}

const isVariable = (node: TSESTree.Node, variable: unknown, walk: Walk): boolean =>
  node.type === "Identifier" && variable !== undefined && walk.bindings.variableOf(node) === variable;

const mentionsNext = (node: TSESTree.CallExpression | TSESTree.NewExpression, walk: Walk): boolean =>
  node.arguments.some((argument) => isVariable(argument, walk.next, walk));

/** `{ req, res }` and `...[req, res]` hand the carrier over as well. */
const mentionsCarrier = (node: TSESTree.CallExpression | TSESTree.NewExpression, walk: Walk): boolean =>
  node.arguments.some((argument) => {
    if (argument.type === "ObjectExpression") {
      return argument.properties.some((property) => property.type === "Property" && isVariable(property.value, walk.carrier, walk));
    }
    return isVariable(argument.type === "SpreadElement" ? argument.argument : argument, walk.carrier, walk);
  });

/** Walks functions among the arguments (and in object literals there) that use the carrier. Tells whether one may answer. */
function runCallbacks(given: readonly TSESTree.Node[], path: Path, walk: Walk): boolean {
  let mayAnswer = false;
  for (const argument of given) {
    const values = argument.type === "ObjectExpression"
      ? argument.properties.flatMap((property) => (property.type === "Property" ? [property.value] : []))
      : [argument];
    for (const value of values) {
      const callback = functionOf(value, walk.bindings);
      if (callback && walk.heat.isHot(callback)) mayAnswer = runLater(callback, path, walk) || mayAnswer;
    }
  }
  return mayAnswer;
}

/** Walks a callback that runs after the handler went on. Tells whether it may answer. */
function runLater(callback: FunctionNode, path: Path, walk: Walk): boolean {
  if (walk.inside.includes(callback)) return true;
  const { tries } = walk;
  walk.tries = [];
  const before = walk.deliveries.length;
  walk.inside.push(callback);
  const around = frame();
  const ends = [...walkBody(callback, [path], walk, around), ...around.returned.map(({ path: end }) => end)];
  walk.inside.pop();
  walk.tries = tries;
  return walk.deliveries.length > before || ends.some(({ state }) => state.isHandedOn);
}

/** Walks a local function where it is called, with its arguments as they are. */
function inline(fn: FunctionNode, call: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
  if (walk.inside.includes(fn) || walk.inside.length >= deepestClosure) {
    return [{ path: path.with({ isHandedOn: true }), value: { node: call } }];
  }
  return evaluateAll(call.arguments, path, walk, true).flatMap(({ path: after, values }) => {
    walk.inside.push(fn);
    const around = frame();
    const ends = walkBody(fn, [withArguments(fn, values, after, walk)], walk, around);
    walk.inside.pop();
    return [...join(ends).map((end) => ({ path: end, value: { node: call } })), ...around.returned];
  });
}

function withArguments(fn: FunctionNode, values: readonly Value[], path: Path, walk: Walk): Path {
  let bound = path;
  for (const [index, parameter] of parametersOf(fn).entries()) {
    const variable = walk.bindings.variableOf(parameter);
    if (variable) bound = bound.assign(variable, values[index] ?? defaultOf(fn.params[index]) ?? null);
  }
  return bound;
}

const defaultOf = (parameter: TSESTree.Parameter | undefined): Value | undefined =>
  parameter?.type === "AssignmentPattern" ? { node: bare(parameter.right) } : undefined;

export const frame = (): Frame => ({ returned: [], loops: [] });
