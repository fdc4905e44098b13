/** Functions inside a handler that use its carrier: called where they stand, at once, or later. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../../ast/denoted-functions.ts";
import { isFunction, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { evaluateAll } from "./evaluate.ts";
import { withArguments } from "./given.ts";
import { join } from "./join.ts";
import { onward } from "./onward.ts";
import type { Path, Value } from "./path.ts";
import { walkBody } from "./statements.ts";
import type { Frame, Outcome, Walk } from "./walk.ts";

/** A closure within closures is followed this deep. */
const deepestClosure = 4;

/** What came of callbacks that run at some time. */
export interface Ran {
  readonly mayAnswer: boolean;
  /** One of them lets the request pass. */
  readonly passes: boolean;
}

type RanAll = Ran & { readonly made: readonly Outcome[] };

const noneRan: RanAll = { mayAnswer: false, passes: false, made: [] };

/** Walks functions among the arguments (and in object literals there) that use the carrier. */
export function runCallbacks(given: readonly TSESTree.Node[], path: Path, walk: Walk): RanAll {
  const ran: ReturnType<typeof runLater>[] = [];
  for (const argument of given) {
    const values = argument.type === "ObjectExpression"
      ? argument.properties.flatMap((property) => (property.type === "Property" ? [property.value] : []))
      : [argument];
    for (const value of values) {
      const callback = functionOf(value, walk.bindings);
      if (callback && walk.heat.isHot(callback)) ran.push(runLater(callback, [path], walk));
    }
  }
  if (ran.length === 0) return noneRan;
  for (const { ends } of ran) walk.aftermath.end(ends.map(({ path: end }) => end), path);
  return {
    mayAnswer: ran.some(({ mayAnswer }) => mayAnswer),
    passes: ran.some(({ passes }) => passes),
    made: ran.flatMap(({ ends }) => ends.filter(({ path: end, value }) => value.carrier && end.carrierAt(value.carrier).made)),
  };
}

/** Walks a callback that runs after the handler went on, and gives what it comes to on each path on which it ends. */
export function runLater(callback: FunctionNode, starts: readonly Path[], walk: Walk): Ran & { readonly ends: Outcome[] } {
  const nothing = (path: Path): Outcome => ({ path, value: { node: callback } });
  if (walk.inside.includes(callback)) return { mayAnswer: true, passes: false, ends: starts.map(nothing) };
  const { tries, isLater } = walk;
  walk.tries = [];
  walk.isLater = true;
  const before = walk.deliveries.length;
  walk.inside.push(callback);
  const around = frame();
  const ends = [...walkBody(callback, starts, walk, around).map(nothing), ...around.returned.flatMap((outcome) => walk.aftermath.goOn(outcome.value) ?? [outcome])];
  walk.inside.pop();
  walk.tries = tries;
  walk.isLater = isLater;
  return {
    mayAnswer: walk.deliveries.length > before || ends.some(({ path }) => path.state.isHandedOn),
    passes: ends.some(({ path }) => path.state.isPassedOn),
    ends,
  };
}

/** Walks a local function where it is called, with its arguments as they are. */
export function inline(fn: FunctionNode, call: TSESTree.CallExpression, given: readonly TSESTree.Node[], path: Path, walk: Walk): Outcome[] {
  if (!isReachable(fn, walk)) {
    return [{ path: path.with({ isHandedOn: true }), value: { node: call } }];
  }
  return onward(evaluateAll(given, path, walk, true), ({ path: after, values }) =>
    enter(fn, call, values, after, walk).map(({ path: end, value }) => ({ path: end.with({ callSite: after.state.callSite }), value })));
}

/** Walks the body of a function that is called with these values. */
export function enter(fn: FunctionNode, call: TSESTree.CallExpression, values: readonly Value[], path: Path, walk: Walk): Outcome[] {
  const { isLater } = walk;
  walk.isLater = isLater || (fn.async && !isWaitedFor(call));
  walk.inside.push(fn);
  const around = frame();
  const start = withArguments(fn, values, path, walk).with({ callSite: path.state.callSite ?? call });
  const ends = [...walkBody(fn, [start], walk, around).map((end) => ({ path: end, value: { node: call } })), ...around.returned];
  walk.inside.pop();
  walk.isLater = isLater;
  return ends;
}

/** The function around goes on when the call has ended. */
export const isWaitedFor = ({ parent }: TSESTree.CallExpression): boolean =>
  parent.type === "AwaitExpression" || parent.type === "ReturnStatement" || parent.type === "ArrowFunctionExpression";

/** Whether a function can be walked into from here; recursion and depth end there. */
export const isReachable = (fn: FunctionNode, { inside }: Walk): boolean => !inside.includes(fn) && inside.length < deepestClosure;

/** A frame for a function that is about to be walked. */
export const frame = (): Frame => ({ returned: [], loops: [] });

/** A callback that runs before the call returns. */
export function runEach(callback: FunctionNode, node: TSESTree.Node, path: Path, walk: Walk): Outcome[] {
  if (walk.inside.includes(callback)) return [{ path, value: { node } }];
  const { isLater } = walk;
  // A promise may be kept for later, as that of a function which waits is by a list.
  walk.isLater = isLater || callback.async || node.type === "NewExpression";
  walk.inside.push(callback);
  const around = frame();
  const ends = walkBody(callback, [path], walk, around);
  walk.inside.pop();
  walk.isLater = isLater;
  return join([...ends, ...around.returned.map(({ path: returned }) => returned)]).map((end) => ({ path: end, value: { node } }));
}

/** The path on which an error was caught. */
export const caughtOn = (path: Path, handler: FunctionNode | TSESTree.CatchClause): Path => {
  const error = isFunction(handler) ? parametersOf(handler)[0] : handler.param;
  return path.with({ guards: [...path.state.guards, { caught: error ?? null, at: handler }] });
};
