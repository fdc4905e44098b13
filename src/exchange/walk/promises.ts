/** Promise chains: each link runs later, on the paths on which the link before it ended. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf } from "../../ast/denoted-functions.ts";
import { caughtOn, runLater } from "./callbacks.ts";
import { join } from "./join.ts";
import type { Path, Value } from "./path.ts";
import type { Outcome, Walk } from "./walk.ts";

type Link = "then" | "catch" | "finally";

/** `.then(onValue, onError)`, `.catch(onError)`, `.finally(run)` on a promise that stands for `object`. */
export function settle(node: TSESTree.CallExpression, name: Link, object: Value, path: Path, walk: Walk): Outcome[] {
  const before = walk.aftermath.goOn(object) ?? [{ path, value: { node } }];
  const pathsOf = (outcomes: readonly Outcome[]): readonly Path[] => outcomes.map((outcome) => outcome.path);
  const run = (place: number, starts: readonly Path[], isOnError: boolean): Outcome[] | null => {
    const argument = node.arguments[place];
    const callback = argument && functionOf(argument, walk.bindings);
    if (!callback || !walk.heat.isHot(callback)) return null;
    return runLater(callback, isOnError ? starts.map((start) => caughtOn(start, callback)) : starts, walk).ends;
  };
  // An error may have been thrown before any link ran.
  const failed = name === "then" ? run(1, pathsOf(before), true) : name === "catch" ? run(0, [path], true) : null;
  const went = name === "catch" ? [...before] : run(0, pathsOf(before), false) ?? [...before];
  const later = joined([...went, ...(failed ?? [])]);
  walk.aftermath.end(pathsOf(later), path);
  const isGivenNext = node.arguments.some((argument) => argument.type === "Identifier" && walk.next !== undefined && walk.bindings.variableOf(argument) === walk.next);
  const answersLater = isGivenNext || later.some(({ path: end }) => end.isAnswered || end.state.isHandedOn);
  const passes = later.some(({ path: end }) => end.state.isPassedOn);
  const givesNext = path.state.givesNext || (isGivenNext && name === "then");
  const after = answersLater ? path.with({ isHandedOn: true, isPassedOn: path.state.isPassedOn || passes, givesNext }) : path;
  return [{ path: after, value: { node, later } }];
}

/** Paths that end without an answer of their own tell the same from here on; those that made one stay apart. */
function joined(outcomes: readonly Outcome[]): readonly Outcome[] {
  const made = outcomes.filter(({ value }) => value.carrier);
  const others = outcomes.filter(({ value }) => !value.carrier);
  const [first] = others;
  return first ? [...join(others.map(({ path }) => path)).map((path) => ({ path, value: first.value })), ...made] : made;
}
