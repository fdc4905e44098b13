/** Calls inside a handler: words on the carrier, local functions, callbacks, and everything that may answer elsewhere. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../ast/denoted-functions.ts";
import { bare, isFunction, keyOf } from "../ast/functions.ts";
import { caughtOn, inline, runCallbacks, runEach, runLater } from "./callbacks.ts";
import { apply, chooseEffect, placesOf } from "./effects.ts";
import { evaluate, evaluateAll } from "./evaluate.ts";
import type { Path, Value } from "./path.ts";
import type { Outcome, Walk } from "./walk.ts";

/** Methods that run their callback before they return, for each element. */
const eachElement = new Set(["forEach", "map", "filter", "some", "every", "find", "findIndex", "findLast", "reduce", "flatMap", "sort"]);

/** Methods of the carrier that say nothing about the answer. */
const readers = /^(?:get|has|is|on|once|off|add|remove|emit|set[A-Z](?!eader)|listener|cork|uncork|assign|app)/;

export function callOf(node: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
  const callee = bare(node.callee);
  if (isFunction(callee)) return inline(callee, node, path, walk);
  if (callee.type === "MemberExpression") {
    const name = keyOf(callee) ?? "";
    return evaluate(callee.object, path, walk, false).flatMap(({ path: after, value }) =>
      value.carrier ? speak(node, callee, name, value.carrier, after, walk) : callMethod(node, name, after, walk));
  }
  if (callee.type === "Identifier" && walk.next && walk.bindings.variableOf(callee) === walk.next) return passOn(node, path, walk);
  if (callee.type === "Identifier" && walk.framework.sinks.includes(callee.name)) return fill(node, callee, callee.name, path, walk);
  const closure = functionOf(callee, walk.bindings);
  if (closure && walk.heat.isHot(closure)) return inline(closure, node, path, walk);
  return callUnknown(node, path, walk);
}

/** `new Promise((resolve) => …)` runs its function at once; other constructors may keep theirs. */
export function constructOf(node: TSESTree.NewExpression, path: Path, walk: Walk): Outcome[] {
  const [executor] = node.arguments;
  const isPromise = node.callee.type === "Identifier" && node.callee.name === "Promise";
  return isPromise && isFunction(executor) ? runEach(executor, node, path, walk) : callUnknown(node, path, walk);
}

/** A word on the carrier. */
function speak(node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, name: string, carrier: TSESTree.Node, path: Path, walk: Walk): Outcome[] {
  const word = Object.hasOwn(walk.framework.calls, name) ? walk.framework.calls[name] : undefined;
  if (!word) {
    if (readers.test(name)) return [{ path, value: { node } }];
    // A word that somebody added to the carrier may answer.
    return callUnknown(node, path, walk).map(({ path: after }) =>
      ({ path: after.with({ isHandedOn: true }), value: { node, carrier } }));
  }
  const spoken = { node, word: callee.property, name, arguments: node.arguments };
  const chosen = chooseEffect(word, spoken, walk);
  const places = placesOf(chosen);
  return evaluateAll(node.arguments, path, walk, (index) => places.has(index)).map(({ path: after, values }) => {
    runCallbacks(node.arguments, after, walk);
    const value: Value = chosen.effect.chains ? { node, carrier } : { node };
    return { path: apply(chosen, spoken, values, carrier, after, walk), value };
  });
}

function callMethod(node: TSESTree.CallExpression, name: string, path: Path, walk: Walk): Outcome[] {
  const [first] = node.arguments;
  const callback = first && functionOf(first, walk.bindings);
  if (callback && eachElement.has(name) && walk.heat.isHot(callback)) {
    return runEach(callback, node, path, walk).concat({ path, value: { node } });
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
    const carrier = values.find((value) => value.carrier)?.carrier;
    if (!carrier) return { path: after, value: { node } };
    const spoken = { node, word, name, arguments: [] };
    return { path: apply({ effect: { delivers: true, content: "stream" }, isStatusUnsure: false }, spoken, [], carrier, after, walk), value: { node } };
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
    const isGiven = values.some(({ carrier }) => carrier) || mentionsNext(node, walk) || mentionsCarrier(node, walk);
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
