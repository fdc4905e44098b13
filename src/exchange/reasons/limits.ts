/** What limiters are told in the code: how long their limits last. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { calledBy } from "../../ast/called-function.ts";
import { bare, calleeNameOf, keyOf } from "../../ast/functions.ts";
import { importedValue, memberOf, propertyOf, readValue } from "../../ast/static-value.ts";
import type { StaticValue } from "../../ast/static-value.ts";
import { durationIn } from "../../http/durations.ts";
import { isLimiterName, isTimeName, limiterOf, unitOf } from "../../http/limiters.ts";
import type { Limiter } from "../../http/limiters.ts";

type Maker = TSESTree.CallExpression | TSESTree.NewExpression;

/** A limit of requests. */
export interface Limit {
  /** In milliseconds; undefined where the code does not tell. */
  readonly lasts: number | undefined;
}

/** No chain of names or calls is longer. */
const longest = 8;
/** Options lie no deeper. */
const deepest = 3;

/** The limit that a call asks for, by itself or by what it is a method of: `ratelimit(5, "30 s").limit(ip)`. */
export function limitAt(call: TSESTree.Node, bindings: Bindings, depth = 0): Limit | undefined {
  const told = makersOf(call, bindings).flatMap((maker) => toldTo(maker, bindings, depth) ?? []);
  return told.length === 0 ? undefined : { lasts: agreed(told) };
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
    at = value.type === "CallExpression" && callee.type === "MemberExpression" ? callee.object : undefined;
  }
  return makers;
}

/** The expression behind names, members and imports; of a choice between a limiter and nothing, the limiter. */
function standingFor(node: TSESTree.Node, bindings: Bindings): TSESTree.Node {
  let value = bare(node);
  for (let step = 0; step < longest; step++) {
    const next = behind(value, bindings);
    if (!next) break;
    value = bare(next);
  }
  return value;
}

function behind(value: TSESTree.Node, bindings: Bindings): TSESTree.Node | undefined {
  switch (value.type) {
    case "AwaitExpression":
      return value.argument;
    case "ConditionalExpression":
      return isNothing(value.alternate) ? value.consequent : isNothing(value.consequent) ? value.alternate : undefined;
    case "Identifier":
    case "MemberExpression": {
      const key = keyOf(value);
      const variable = bindings.variableOf(value);
      const own = value.type === "Identifier" ? variable && bindings.initOf(variable) : key === null ? null : memberOf(value.object, key, bindings);
      const found = own ?? importedValue(value, bindings);
      return found === null || typeof found === "number" ? undefined : found;
    }
    default:
      return undefined;
  }
}

const isNothing = (node: TSESTree.Node): boolean => (node.type === "Literal" && node.value === null) || (node.type === "Identifier" && node.name === "undefined");

/** The lengths that a limiter is told, each undefined if it cannot be read; nothing for what is no limiter. */
function toldTo(maker: Maker, bindings: Bindings, depth: number): (number | undefined)[] | undefined {
  const origin = bindings.originOf(maker.callee);
  const known = origin ? limiterOf(origin.source) : undefined;
  if (!known && !isLimiterName(calleeNameOf(maker) ?? "")) return undefined;
  if (depth > deepest) return [undefined];
  if (known) return [toldToKnown(maker, known, bindings, depth)];
  const told = givenTo(maker, bindings).flatMap((given) => toldBy(given, bindings, depth + 1));
  return told.length === 0 ? [undefined] : told;
}

function toldToKnown({ arguments: given }: Maker, { options, argument, unit }: Limiter, bindings: Bindings, depth: number): number | undefined {
  const first = given[0] && standingFor(given[0], bindings);
  const said = first?.type === "ObjectExpression" ? optionIn(first, options, bindings) : argument === undefined ? undefined : given[argument];
  if (!said) return undefined;
  const value = standingFor(said, bindings);
  if (value.type === "CallExpression") return limitAt(value, bindings, depth + 1)?.lasts;
  const text = textIn(value, bindings);
  // "second" is one second.
  if (text !== undefined) return durationIn(text) ?? durationIn(`1 ${text}`);
  return timesUnit(factorsIn(value, bindings, depth), unit);
}

/** The first option that is set; what is spread may set any. */
function optionIn(record: TSESTree.ObjectExpression, options: readonly string[], bindings: Bindings): TSESTree.Node | undefined {
  if (options.length > 1 && record.properties.some(({ type }) => type === "SpreadElement")) return undefined;
  return options.map((option) => propertyOf(record, option)?.value).find((value) => value && valueOf(value, bindings) !== 0);
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
  const text = textIn(value, bindings);
  const factors = text === undefined ? factorsIn(value, bindings, depth) : undefined;
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

const valueOf = (node: TSESTree.Node, bindings: Bindings): StaticValue => readValue(node, bindings, () => undefined)?.value;

function textIn(node: TSESTree.Node, bindings: Bindings): string | undefined {
  const value = valueOf(node, bindings);
  return typeof value === "string" ? value : undefined;
}

/** The numbers of a product such as `15 * 60 * 1000`. */
function factorsIn(node: TSESTree.Node, bindings: Bindings, depth: number): number[] | undefined {
  const product = standingFor(node, bindings);
  if (product.type !== "BinaryExpression") {
    const value = valueOf(product, bindings);
    return typeof value === "number" ? [value] : undefined;
  }
  const [left, right] = product.operator === "*" && depth <= longest
    ? [product.left, product.right].map((side) => factorsIn(side, bindings, depth + 1)) : [];
  return left && right && [...left, ...right];
}

function timesUnit(factors: readonly number[] | undefined, unit: number): number | undefined {
  const length = factors?.reduce((product, factor) => product * factor, unit);
  return length !== undefined && length > 0 ? length : undefined;
}
