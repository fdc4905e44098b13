/** Counters of the project's own: the times that a function holds against the clock, `now - first > WINDOW` and `now + WINDOW`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import { isTimeName } from "../../http/limiters.ts";
import { factorsIn, standingFor, timesUnit } from "./lengths.ts";
import { nameIn } from "./rights.ts";

/** In milliseconds, each undefined if it cannot be read. */
export function heldAgainstClock(fn: FunctionNode, bindings: Bindings): (number | undefined)[] {
  const lengths: (number | undefined)[] = [];
  visit(fn.body, bindings.sourceCode.visitorKeys, (node) => {
    if (node.type !== "BinaryExpression") return;
    const [left, right] = [bare(node.left), bare(node.right)];
    if (/^[<>]=?$/.test(node.operator)) {
      if (isAge(left, bindings)) lengths.push(lengthOf(right, bindings));
      else if (isAge(right, bindings)) lengths.push(lengthOf(left, bindings));
    } else if (node.operator === "+" || node.operator === "-") {
      const other = isNow(left, bindings) ? right : node.operator === "+" && isNow(right, bindings) ? left : undefined;
      const length = other && lengthOf(other, bindings);
      // What is no time is a moment: `now - entry.start`.
      if (other && (length !== undefined || isTimeName(nameIn(other)))) lengths.push(length);
    }
  });
  return lengths;
}

const lengthOf = (node: TSESTree.Node, bindings: Bindings): number | undefined => timesUnit(factorsIn(node, bindings), 1);

/** `now - entry.start`; but `now - WINDOW` is a moment. */
const isAge = (node: TSESTree.Node, bindings: Bindings): boolean => {
  const value = standingFor(node, bindings);
  return value.type === "BinaryExpression" && value.operator === "-" && isNow(bare(value.left), bindings) && lengthOf(value.right, bindings) === undefined;
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
