/** A function beside the handler answers for it: it is walked with the arguments of the call, and its answers stand at the call. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import type { Kept } from "../../ast/kept-members.ts";
import { isWithin } from "../../ast/outline.ts";
import { isUndefined } from "../../ast/static-value.ts";
import { enter, isReachable } from "../walk/callbacks.ts";
import type { Deputy } from "./deputies.ts";
import type { DroppedParameter } from "./dropped-status.ts";
import { evaluate, evaluateAll } from "../walk/evaluate.ts";
import type { Spoken } from "../walk/effects.ts";
import type { Path, Value } from "../walk/path.ts";
import { whereThrown } from "../walk/throwing.ts";
import type { Delivery, Outcome, Walk } from "../walk/walk.ts";

/** Walks the function with the arguments of this call. What is known of its own names stays inside. */
export function callDeputy({ fn, shift, kept, drops }: Deputy, call: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
  if (!isReachable(fn, walk)) return [{ path: path.with({ isHandedOn: true }), value: { node: call } }];
  return evaluateAll(call.arguments.slice(shift), path, walk, true).flatMap(({ path: before, values: given }) => {
    const { facts, values, callSite, deputyCall } = before.state;
    // A closure knows what its handler knows; any other function uses the same names for things of its own.
    const isClosure = isWithin(fn, walk.handler);
    const entered = before.with({ deputyCall: deputyCall ?? call, ...(!isClosure && { facts: new Map() }) });
    const told = drops && isMisled(drops, given, walk) ? misled(entered, walk) : entered;
    const start = kept ? holding(kept, told, walk) : told;
    const back = { callSite, deputyCall, ...(!isClosure && { facts, values }) };
    const ends = enter(fn, call, given, start, walk);
    const isInside = (end: Path): boolean => end.state.deputyCall !== deputyCall;
    comeBack(walk, (end) => (isInside(end) ? end.with(back) : end));
    return ends.map(({ path: end, value }) => adopted({ path: end.with({ ...back, ...notSilent(end, walk) }), value }, call, before));
  });
}

/** The instance keeps what its construction was given; a method that calls another one has it already. */
function holding({ member, given }: Kept, path: Path, walk: Walk): Path {
  const [outcome] = path.state.values.has(member) || member === walk.carrier ? [] : evaluate(given, path, walk, false);
  return outcome ? path.assign(member, outcome.value) : path;
}

/** The caller says a status, and the function answers with the framework's own. */
function isMisled({ place, initial }: DroppedParameter, given: readonly Value[], { framework, readAt }: Walk): boolean {
  const value = given[place]?.node;
  const said = value && !isUndefined(value) ? value : initial;
  return said !== undefined && readAt(said)?.value !== framework.initialStatus;
}

function misled(path: Path, { born }: Walk): Path {
  const carrier = path.carrierAt(born);
  // Whoever set the status before it called has the last word.
  return carrier.status.length > 0 ? path : path.withCarrier(born, { ...carrier, isMisled: true });
}

/** Where the function did not speak to the carrier, somebody else had answered. */
const notSilent = ({ isAnswered }: Path, { carrier }: Walk) => (carrier && !isAnswered ? { isHandedOn: true } : {});

/** Whatever the function throws comes out of the call; what the error carries is known inside alone. */
function comeBack(walk: Walk, leave: (path: Path) => Path): void {
  const around = walk.tries.at(-1);
  const outcomes = whereThrown(walk);
  outcomes.splice(0, outcomes.length, ...outcomes.map((outcome) => {
    const path = leave(outcome.path);
    return path === outcome.path ? outcome : { path, value: outcome.value };
  }));
  around?.passed.splice(0, around.passed.length, ...around.passed.map(leave));
}

/** An answer that was made inside is born at the call for whoever called: each call gives one of its own. */
function adopted({ path, value }: Outcome, call: TSESTree.CallExpression, before: Path): Outcome {
  const born = value.carrier;
  if (!born || !path.carrierAt(born).made || before.state.carriers.has(born)) return { path, value };
  const carriers = new Map([...path.state.carriers].filter(([one]) => before.state.carriers.has(one))).set(call, path.carrierAt(born));
  return { path: path.with({ carriers }), value: { node: call, carrier: call } };
}

/** Where an answer stands: at its words, or at the call of the function that says them. */
export function placeOf({ node, word, name }: Spoken, { state: { deputyCall, values } }: Path): Pick<Delivery, "node" | "word" | "name" | "deputy"> & { via?: string } {
  if (!deputyCall) return { node, word, name };
  const called = calledWord(deputyCall.callee);
  const via = called.type === "Identifier" ? called.name : name;
  return { node: deputyCall, word: called, name: via, via, deputy: { call: deputyCall, word, values } };
}

/** The name by which a function is called: the `fail` of `Reply.fail(res)` and of `fail.call(this, res)`. */
function calledWord(callee: TSESTree.Node): TSESTree.Node {
  const named = bare(callee);
  if (named.type !== "MemberExpression") return named;
  return keyOf(named) === "call" ? calledWord(named.object) : named.property;
}
