/** What limiters are told in the code: how long their limits last. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { calledBy } from "../../ast/called-function.ts";
import { bare, calleeNameOf, keyOf } from "../../ast/functions.ts";
import { propertyOf } from "../../ast/static-members.ts";
import { staticTextOf, staticValueOf } from "../../ast/static-value.ts";
import { visit } from "../../ast/visit.ts";
import { durationIn } from "../../http/durations.ts";
import { isLimiterName, isTimeName, limiterOf, unitOf } from "../../http/limiters.ts";
import type { Limiter } from "../../http/limiters.ts";
import { timesCountedIn } from "./counters.ts";
import { factorsIn, longest, standingFor, timesUnit } from "./lengths.ts";

type Maker = TSESTree.CallExpression | TSESTree.NewExpression;

/** A limit of requests. */
export interface Limit {
  /** In milliseconds; undefined where the code does not tell. */
  readonly lasts: number | undefined;
}

/** Options lie no deeper. */
const deepest = 3;

/** The limit that a call asks for, by itself or by what it is a method of: `ratelimit(5, "30 s").limit(ip)`. */
export function limitAt(call: TSESTree.Node, bindings: Bindings, depth = 0): Limit | undefined {
  const told = makersOf(call, bindings).map((maker) => toldTo(maker, bindings, depth)).filter((lengths) => lengths !== undefined);
  return told.length === 0 ? undefined : { lasts: agreed(told.flat()) };
}

/** The one length of all; undefined where one is not known, or differs. */
export const agreed = (lengths: readonly (number | undefined)[]): number | undefined =>
  lengths.every((length) => length === lengths[0]) ? lengths[0] : undefined;

/** The calls and constructions that a value goes back to, the last one first. */
function makersOf(node: TSESTree.Node, bindings: Bindings): Maker[] {
  const makers: Maker[] = [];
  let at: TSESTree.Node | undefined = node;
  while (at && makers.length < longest) {
    const value = standingFor(at, bindings);
    if (value.type !== "CallExpression" && value.type !== "NewExpression") break;
    makers.push(value);
    const callee = bare(value.callee);
    // What was made may be a function: `createRateLimiter({ windowMs })(ip)`.
    at = value.type === "NewExpression" ? undefined : callee.type === "MemberExpression" ? callee.object : callee;
  }
  return makers;
}

/** The lengths that a limiter is told, each undefined if it cannot be read; nothing for what is no limiter. */
function toldTo(maker: Maker, bindings: Bindings, depth: number): (number | undefined)[] | undefined {
  const origin = bindings.originOf(maker.callee);
  const known = origin ? limiterOf(origin.source) : undefined;
  if (!known && !isLimiterName(calleeNameOf(maker) ?? "")) return undefined;
  if (depth > deepest) return [undefined];
  if (known) return [toldToKnown(maker, known, bindings, depth)];
  const told = givenTo(maker, bindings).flatMap((given) => toldBy(given, bindings, depth + 1));
  return told.length > 0 || isToldNothing(maker, bindings) ? told : [lengthInside(maker, bindings, depth)];
}

/** `new RateLimiter({ redis })`, whose methods are told more. */
const isToldNothing = (maker: Maker, bindings: Bindings): boolean => maker.type === "NewExpression" && maker.arguments.every((argument) => {
  const options = standingFor(argument, bindings);
  return options.type === "ObjectExpression" && options.properties.every(({ type }) => type === "Property");
});

/** What the limiters are told that a function of the project awaits, and how long its own counters last. */
function lengthInside(maker: Maker, bindings: Bindings, depth: number): number | undefined {
  const fn = maker.type === "CallExpression" ? calledBy(maker, bindings)?.fn : undefined;
  if (!fn) return undefined;
  const lengths = timesCountedIn(fn, bindings);
  visit(fn.body, bindings.sourceCode.visitorKeys, (node) => {
    const asked = node.type === "AwaitExpression" || node.type === "ReturnStatement" ? node.argument : node === fn.body ? node : null;
    const limit = asked && limitAt(asked, bindings, depth + 1);
    if (limit) lengths.push(limit.lasts);
  });
  return agreed(lengths);
}

function toldToKnown({ arguments: given }: Maker, { options, argument, unit }: Limiter, bindings: Bindings, depth: number): number | undefined {
  const first = given[0] && standingFor(given[0], bindings);
  const said = first?.type === "ObjectExpression" ? optionIn(first, options, bindings) : argument === undefined ? undefined : given[argument];
  if (!said) return undefined;
  const value = standingFor(said, bindings);
  if (value.type === "CallExpression") return limitAt(value, bindings, depth + 1)?.lasts;
  const text = staticTextOf(value, bindings);
  // "second" is one second.
  if (text !== undefined) return durationIn(text) ?? durationIn(`1 ${text}`);
  return timesUnit(factorsIn(value, bindings), unit);
}

/** The first option that is set; what is spread may set any. */
function optionIn(record: TSESTree.ObjectExpression, options: readonly string[], bindings: Bindings): TSESTree.Node | undefined {
  if (options.length > 1 && record.properties.some(({ type }) => type === "SpreadElement")) return undefined;
  return options.map((option) => propertyOf(record, option)?.value).find((value) => value && staticValueOf(value, bindings) !== 0);
}

interface Given {
  readonly node: TSESTree.Node;
  /** Of the option or the parameter. */
  readonly name: string;
  readonly isOption: boolean;
}

/** The lengths that a function of the project is told by an argument, each undefined if it cannot be read. */
function toldBy({ node, name, isOption }: Given, bindings: Bindings, depth: number): (number | undefined)[] {
  const value = standingFor(node, bindings);
  if (value.type === "ObjectExpression") {
    return depth > deepest ? [] : value.properties.flatMap((property) =>
      (property.type === "Property" ? toldBy({ node: property.value, name: keyOf(property) ?? "", isOption: true }, bindings, depth + 1) : []));
  }
  const limit = value.type === "CallExpression" || value.type === "NewExpression" ? toldTo(value, bindings, depth) : undefined;
  if (limit) return limit;
  if (isOption && !isTimeName(name)) return [];
  const text = staticTextOf(value, bindings);
  const factors = text === undefined ? factorsIn(value, bindings) : undefined;
  // Nobody counts requests in products of 60 and 1000.
  const isProduct = factors !== undefined && [60, 1000].every((factor) => factors.includes(factor));
  const unit = unitOf(name) ?? (isProduct ? 1 : undefined);
  const length = text !== undefined ? durationIn(text) : unit && timesUnit(factors, unit);
  return length !== undefined || isTimeName(name) ? [length] : [];
}

/** The arguments with the names of their parameters, and what the parameters are without. */
function givenTo(maker: Maker, bindings: Bindings): Given[] {
  if (maker.arguments.some(({ type }) => type === "SpreadElement")) return [];
  const called = maker.type === "CallExpression" ? calledBy(maker, bindings) : undefined;
  const parameters = called?.shift === 0 ? called.fn.params : [];
  const nameAt = (index: number): string => {
    const parameter = parameters[index];
    const named = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
    return named?.type === "Identifier" ? named.name : "";
  };
  const left = parameters.slice(maker.arguments.length).map((parameter) => (parameter.type === "AssignmentPattern" ? parameter.right : undefined));
  return [...maker.arguments, ...left].flatMap((node, index) => (node ? [{ node, name: nameAt(index), isOption: false }] : []));
}
