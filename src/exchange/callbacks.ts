/** Functions inside a handler that use its carrier: called where they stand, at once, or later. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../ast/denoted-functions.ts";
import { bare, isFunction, parametersOf } from "../ast/functions.ts";
import type { FunctionNode } from "../ast/functions.ts";
import { evaluateAll } from "./evaluate.ts";
import { join } from "./join.ts";
import type { Path, Value } from "./path.ts";
import { walkBody } from "./statements.ts";
import type { Frame, Outcome, Walk } from "./walk.ts";

/** A closure within closures is followed this deep. */
const deepestClosure = 4;

/** Walks functions among the arguments (and in object literals there) that use the carrier. Tells whether one may answer. */
export function runCallbacks(given: readonly TSESTree.Node[], path: Path, walk: Walk): boolean {
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
export function runLater(callback: FunctionNode, path: Path, walk: Walk): boolean {
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
export function inline(fn: FunctionNode, call: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
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

/** A frame for a function that is about to be walked. */
export const frame = (): Frame => ({ returned: [], loops: [] });

/** A callback that runs before the call returns. */
export function runEach(callback: FunctionNode, node: TSESTree.Node, path: Path, walk: Walk): Outcome[] {
  if (walk.inside.includes(callback)) return [{ path, value: { node } }];
  walk.inside.push(callback);
  const around = frame();
  const ends = walkBody(callback, [path], walk, around);
  walk.inside.pop();
  return join([...ends, ...around.returned.map(({ path: returned }) => returned)]).map((end) => ({ path: end, value: { node } }));
}

/** The path on which an error was caught. */
export const caughtOn = (path: Path, handler: FunctionNode | TSESTree.CatchClause): Path => {
  const error = isFunction(handler) ? parametersOf(handler)[0] : handler.param;
  return path.with({ guards: [...path.state.guards, { caught: error ?? null, at: handler }] });
};
