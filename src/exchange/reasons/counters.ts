/** Counters of the project's own: `now - first > WINDOW`, `now + WINDOW`, `redis.expire(key, 60)`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import { isTimeName, unitOfExpiry } from "../../http/limiters.ts";
import { factorsIn, standingFor, timesUnit } from "./lengths.ts";
import { nameIn } from "./rights.ts";

/** How long the counters of a function last, in milliseconds, each undefined if it cannot be read. */
export function timesCountedIn(fn: FunctionNode, bindings: Bindings): (number | undefined)[] {
  const times: (number | undefined)[] = [];
  visit(fn.body, bindings.sourceCode.visitorKeys, (node) => {
    if (node.type === "CallExpression") times.push(...timeOfExpiry(node, bindings));
    if (node.type === "BinaryExpression") times.push(.../^[<>]=?$/.test(node.operator) ? timeCompared(node, bindings) : timeShifted(node, bindings));
  });
  return times;
}

/** `redis.expire(key, 60)` */
function timeOfExpiry(call: TSESTree.CallExpression, bindings: Bindings): (number | undefined)[] {
  const unit = unitOfExpiry(calleeNameOf(call) ?? "");
  const [, time] = call.arguments;
  return unit === undefined ? [] : [time && timesUnit(factorsIn(time, bindings), unit)];
}

/** `now - entry.start > WINDOW` */
function timeCompared({ left, right }: TSESTree.BinaryExpression, bindings: Bindings): (number | undefined)[] {
  if (isAge(left, bindings)) return [lengthOf(right, bindings)];
  return isAge(right, bindings) ? [lengthOf(left, bindings)] : [];
}

/** `now + WINDOW`, `now - WINDOW`; what is no time is a moment, as in `now - entry.start`. */
function timeShifted({ left, operator, right }: TSESTree.BinaryExpression, bindings: Bindings): (number | undefined)[] {
  if (operator !== "+" && operator !== "-") return [];
  const time = isNow(left, bindings) ? bare(right) : operator === "+" && isNow(right, bindings) ? bare(left) : undefined;
  const length = time && lengthOf(time, bindings);
  return time && (length !== undefined || isTimeName(nameIn(time))) ? [length] : [];
}

const lengthOf = (node: TSESTree.Node, bindings: Bindings): number | undefined => timesUnit(factorsIn(node, bindings), 1);

/** `now - entry.start`; but `now - WINDOW` is a moment. */
const isAge = (node: TSESTree.Node, bindings: Bindings): boolean => {
  const value = standingFor(node, bindings);
  return value.type === "BinaryExpression" && value.operator === "-" && isNow(value.left, bindings) && lengthOf(value.right, bindings) === undefined;
};

/** The clock of the server in milliseconds: `Date.now()`, `new Date().getTime()`. */
function isNow(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = standingFor(node, bindings);
  if (value.type !== "CallExpression" || value.arguments.length > 0 || value.callee.type !== "MemberExpression") return false;
  const object = bare(value.callee.object);
  const name = calleeNameOf(value);
  return object.type === "NewExpression" ? name === "getTime" && isDate(object.callee) && object.arguments.length === 0 : name === "now" && isDate(object);
}

const isDate = (node: TSESTree.Node): boolean => node.type === "Identifier" && node.name === "Date";
