/** Calls inside a handler: words on the carrier, local functions, and everything that may answer elsewhere. */
import type { TSESTree } from "@typescript-eslint/utils";
import { functionOf, functionsIn } from "../../ast/denoted-functions.ts";
import { bare, isFunction, keyOf, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { inline, runCallbacks, runEach } from "./callbacks.ts";
import { callDeputy } from "../deputies/deputy-calls.ts";
import { apply, takesArgument } from "./effects.ts";
import { evaluate, evaluateAll } from "./evaluate.ts";
import { handBack, makeAnswer } from "./making.ts";
import { callHelper, namedHelper } from "../deputies/named-helpers.ts";
import { onward } from "./onward.ts";
import { chooseEffect } from "./overloads.ts";
import type { Path, Value } from "./path.ts";
import { settle } from "./promises.ts";
import { readsNothing } from "./reads-nothing.ts";
import { touches } from "./sharing.ts";
import { whereThrown } from "./throwing.ts";
import type { Outcome, Walk } from "./walk.ts";

/** Methods that run their callback before they return, for each element. */
const eachElement = new Set(["forEach", "map", "filter", "some", "every", "find", "findIndex", "findLast", "reduce", "flatMap", "sort"]);

/** Methods of the carrier that say nothing about the answer. */
const readers = /^(?:get|has|is|on|once|off|add|remove|emit|set[A-Z](?!eader)|listener|cork|uncork|assign|app)/;

export function callOf(node: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
  if (readsNothing(node, path, walk)) return thrownBy(node, path, walk);
  const making = walk.makings.get(node);
  if (making) return makeAnswer(making, path, walk);
  const helper = namedHelper(node, walk);
  const answered = helper && callHelper(helper, node, path, walk);
  if (answered) return answered;
  const deputy = walk.deputies.get(node);
  if (deputy) return callDeputy(deputy, node, path, walk);
  const callee = bare(node.callee);
  if (isFunction(callee)) return inline(callee, node, node.arguments, path, walk);
  if (callee.type === "MemberExpression") {
    const name = keyOf(callee) ?? "";
    return onward(evaluate(callee.object, path, walk, false), ({ path: after, value }) =>
      (value.carrier ? speak(node, callee, name, value.carrier, after, walk) : callMethod(node, callee, name, value, after, walk)));
  }
  if (callee.type === "Identifier" && walk.next && walk.bindings.variableOf(callee) === walk.next) return passOn(node, path, walk);
  if (callee.type === "Identifier" && walk.framework.sinks.includes(callee.name)) return fill(node, callee, callee.name, path, walk);
  const closure = functionOf(callee, walk.bindings);
  if (closure && walk.heat.isHot(closure)) return inline(closure, node, node.arguments, path, walk);
  // passport.authenticate(strategy, callback)(req, res, next)
  if (callee.type === "CallExpression") return onward(callOf(callee, path, walk), ({ path: after }) => callUnknown(node, after, walk));
  return callUnknown(node, path, walk);
}

/** `new Promise((resolve) => …)` runs its function at once; other constructors may keep theirs. */
export function constructOf(node: TSESTree.NewExpression, path: Path, walk: Walk): Outcome[] {
  if (readsNothing(node, path, walk)) return thrownBy(node, path, walk);
  const making = walk.makings.get(node);
  if (making) return makeAnswer(making, path, walk);
  if (walk.instances.has(node)) return evaluateAll(node.arguments, path, walk, false).map(({ path: after }) => ({ path: after, value: { node } }));
  const [executor] = node.arguments;
  const isPromise = node.callee.type === "Identifier" && node.callee.name === "Promise";
  return isPromise && isFunction(executor) ? runEach(executor, node, path, walk) : callUnknown(node, path, walk);
}

function thrownBy(node: TSESTree.Node, path: Path, walk: Walk): Outcome[] {
  whereThrown(walk).push({ path, value: { node } });
  return [];
}

/** A word on the carrier. */
function speak(node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, said: string, carrier: TSESTree.Node, path: Path, walk: Walk): Outcome[] {
  const { made } = path.carrierAt(carrier);
  const name = made && bare(callee.object).type === "MemberExpression" ? `headers.${said}` : said;
  const word = Object.hasOwn(walk.framework.calls, name) ? walk.framework.calls[name] : undefined;
  if (!word) {
    if (made || readers.test(name)) return [{ path, value: { node } }];
    // A word that somebody added to the carrier may answer.
    return callUnknown(node, path, walk).map(({ path: after }) =>
      ({ path: after.with({ isHandedOn: true }).withCarrier(carrier, { ...after.carrierAt(carrier), hasOpenFields: true }), value: { node, carrier } }));
  }
  const spoken = { node, word: callee.property, name, arguments: node.arguments };
  const chosen = chooseEffect(word, spoken, walk);
  return evaluateAll(node.arguments, path, walk, (index) => takesArgument(chosen, index)).map(({ path: after, values }) => {
    runCallbacks(node.arguments, after, walk);
    const value: Value = chosen.effect.chains ? { node, carrier } : { node };
    return { path: apply(chosen, spoken, values, carrier, after, walk), value };
  });
}

function callMethod(node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, name: string, object: Value, path: Path, walk: Walk): Outcome[] {
  const [first] = node.arguments;
  const callback = first && functionOf(first, walk.bindings);
  if (callback && eachElement.has(name) && !takesError(callback) && walk.heat.isHot(callback)) return runEach(callback, node, path, walk).concat({ path, value: { node } });
  if (walk.framework.sinks.includes(name)) return fill(node, callee, name, path, walk);
  if (name === "catch" || name === "then" || name === "finally") return settle(node, name, object, path, walk);
  const method = localMethod(callee, name, walk);
  if (method) return inline(method.fn, node, method.arguments(node.arguments), path, walk);
  return callUnknown(node, forgetObject(callee.object, path, walk), walk);
}

/** `User.find((err, users) => …)` asks a database, and no list. */
function takesError(callback: FunctionNode): boolean {
  const [first] = parametersOf(callback);
  return first?.type === "Identifier" && /^(?:e|err|error)$/i.test(first.name);
}

/** `reply.fail()` of a local object, and `fail.call(this, …)`. */
function localMethod(callee: TSESTree.MemberExpression, name: string, walk: Walk) {
  const direct = name === "call" ? functionOf(callee.object, walk.bindings) : null;
  const [fn, ...others]: FunctionNode[] = direct ? [direct] : callee.object.type === "Identifier" ? functionsIn(callee, walk.bindings) : [];
  if (!fn || others.length > 0 || !walk.heat.isHot(fn)) return null;
  return { fn, arguments: (given: TSESTree.CallExpressionArgument[]) => (direct ? given.slice(1) : given) };
}

/** A method may change its object: `await cart.refresh()`. */
function forgetObject(object: TSESTree.Node, path: Path, walk: Walk): Path {
  let at = bare(object);
  while (at.type === "MemberExpression") at = bare(at.object);
  const variable = at.type === "Identifier" ? walk.bindings.variableOf(at) : undefined;
  return variable && walk.heat.asked.has(variable) ? path.forgetMembers(variable.name) : path;
}

/** `stream.pipe(res)`: what is in the stream becomes the content. */
function fill(node: TSESTree.CallExpression, callee: TSESTree.Node, name: string, path: Path, walk: Walk): Outcome[] {
  const word = callee.type === "MemberExpression" ? callee.property : callee;
  return evaluateAll(node.arguments, path, walk, false).map(({ path: after, values }) => {
    runCallbacks(node.arguments, after, walk);
    const carrier = values.find((value) => value.carrier)?.carrier;
    if (!carrier) return { path: after, value: { node } };
    if (after.carrierAt(carrier).made) return { path: handBack({ path: after, value: { node, carrier } }, walk)[0] ?? after, value: { node } };
    const spoken = { node, word, name, arguments: [] };
    return { path: apply({ effect: { delivers: true, content: "stream" }, isStatusUnsure: false }, spoken, [], carrier, after, walk), value: { node } };
  });
}

function passOn(node: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] {
  const isBare = node.arguments.length === 0 || isRouteWord(node.arguments[0]);
  const isStatement = node.parent.type === "ExpressionStatement" || node.parent.type === "ReturnStatement";
  return evaluateAll(node.arguments, path, walk, !isBare).map(({ path: after, values: [value] }) => {
    if (!isBare && value && !after.isAnswered && !after.state.deputyCall) walk.passed.push({ path: after, value, at: node });
    // An error after an answer is for the log.
    const spent = isStatement && (isBare || !after.isAnswered) ? walk.aftermath.spend(node, isBare ? "passes" : "fails", after) : after;
    return { path: spent.with({ isHandedOn: true, ...(isBare && { isPassedOn: true }) }), value: { node } };
  });
}

/** `next('route')` and `next('router')` go on without an error. */
const isRouteWord = (node: TSESTree.Node | undefined): boolean =>
  node?.type === "Literal" && (node.value === "route" || node.value === "router");

/** A function that is not followed: it may answer if it gets the carrier, and its callbacks run at some time. */
function callUnknown(node: TSESTree.CallExpression | TSESTree.NewExpression, path: Path, walk: Walk): Outcome[] {
  return onward(evaluateAll(node.arguments, path, walk, false), ({ path: after, values }) => {
    const { mayAnswer, passes, made } = runCallbacks(node.arguments, after, walk);
    const carrier = values.find((value) => value.carrier)?.carrier ?? carrierInside(node, walk);
    const getsNext = node.arguments.some((argument) => isVariable(argument, walk.next, walk));
    if (!mayAnswer && !carrier && !getsNext) return [{ path: after, value: { node } }];
    const handed = after.with({ isHandedOn: true, isPassedOn: after.state.isPassedOn || passes, givesNext: after.state.givesNext || getsNext });
    if (!carrier) return [...made, { path: handed, value: { node } }];
    const before = handed.carrierAt(carrier);
    // Who gets an answer that is made gives it back, with fields of its own: `withCors(Response.json(users))`.
    if (before.made) return [{ path: after.withCarrier(carrier, { ...before, hasOpenFields: true }), value: { node, carrier } }];
    const isShared = before.isShared || touches(node, walk);
    return [{ path: handed.withCarrier(carrier, { ...before, hasOpenFields: true, isShared }), value: { node } }];
  });
}

const isVariable = (node: TSESTree.Node | null, variable: unknown, walk: Walk): boolean =>
  node?.type === "Identifier" && variable !== undefined && walk.bindings.variableOf(node) === variable;

/** `{ req, res }` and `...[req, res]` hand the carrier over as well. */
function carrierInside(node: TSESTree.CallExpression | TSESTree.NewExpression, walk: Walk): TSESTree.Node | undefined {
  const holds = (value: TSESTree.Node | null): boolean => {
    if (value?.type === "ObjectExpression") return value.properties.some((property) => holds(property.type === "Property" ? property.value : property.argument));
    if (value?.type === "ArrayExpression") return value.elements.some(holds);
    return value?.type === "SpreadElement" ? holds(value.argument) : isVariable(value, walk.carrier, walk);
  };
  return walk.carrier && node.arguments.some(holds) ? walk.born : undefined;
}
