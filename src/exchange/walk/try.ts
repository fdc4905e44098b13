/** try, catch and finally: what may throw leads to the catch, and every way out leads through the finally. */
import type { TSESTree } from "@typescript-eslint/utils";
import { caughtOn } from "./callbacks.ts";
import { join, joinAll } from "./join.ts";
import type { Path } from "./path.ts";
import { walkAll } from "./statements.ts";
import { whereThrown } from "./throwing.ts";
import type { Frame, Outcome, Thrown, TryFrame, Walk } from "./walk.ts";

export function walkTry(node: TSESTree.TryStatement, paths: readonly Path[], walk: Walk, frame: Frame): readonly Path[] {
  const { finalizer } = node;
  if (!finalizer || !walk.heat.isHot(finalizer)) return walkGuarded(node, paths, walk, frame);
  // Whatever leaves the try passes the finally first.
  const inner: Frame = { returned: [], loops: frame.loops.map((loop) => ({ ...loop, broken: [], continued: [] })) };
  const around: TryFrame = { thrown: [], passed: [] };
  walk.tries.push(around);
  const live = walkGuarded(node, paths, walk, inner);
  walk.tries.pop();
  const last = (starts: readonly Path[]) => walkAll(finalizer.body, starts, walk, frame);
  const lastWith = (outcomes: readonly Outcome[]) => outcomes.flatMap(({ path, value }) => last([path]).map((end) => ({ path: end, value })));
  frame.returned.push(...lastWith(inner.returned));
  for (const [index, loop] of inner.loops.entries()) {
    frame.loops[index]?.broken.push(...last(loop.broken));
    frame.loops[index]?.continued.push(...last(loop.continued));
  }
  const isThrown = around.thrown.length > 0 || (!node.handler && around.passed.length > 0);
  if (isThrown) {
    const outcomes: readonly Thrown[] = around.thrown.length > 0 ? around.thrown : around.passed.map((path) => ({ path, value: { node } }));
    whereThrown(walk).push(...outcomes.flatMap((outcome) => last([outcome.path]).map((path) => ({ ...outcome, path }))));
  }
  return last(live);
}

function walkGuarded(node: TSESTree.TryStatement, paths: readonly Path[], walk: Walk, frame: Frame): readonly Path[] {
  const { handler } = node;
  if (!handler) return walkAll(node.block.body, paths, walk, frame);
  const around: TryFrame = { thrown: [], passed: [] };
  walk.tries.push(around);
  const live = walkAll(node.block.body, paths, walk, frame);
  walk.tries.pop();
  return join([...live, ...walkCatch(handler, paths, around, walk, frame)]);
}

function walkCatch(handler: TSESTree.CatchClause, starts: readonly Path[], around: TryFrame, walk: Walk, frame: Frame): readonly Path[] {
  const error = handler.param?.type === "Identifier" ? walk.bindings.variableOf(handler.param) : undefined;
  const thrown = around.thrown
    .map(({ path, value }) => caughtOn(error ? path.assign(error, value) : path, handler));
  // Where nothing seems to throw, the catch is there for something that is not seen.
  const isUnreached = around.passed.length === 0 && around.thrown.length === 0;
  const passed = joinAll(isUnreached ? starts : around.passed).map((path) => caughtOn(path, handler));
  return walkAll(handler.body.body, [...passed, ...thrown], walk, frame);
}
