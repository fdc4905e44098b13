/** After what time a client may come back that a limiter refused. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, calleeNameOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { guardsOf } from "../../ast/guards.ts";
import type { Guard } from "../../ast/guards.ts";
import { isWithin } from "../../ast/outline.ts";
import { visit } from "../../ast/visit.ts";
import { isRefusalName } from "../../http/limiters.ts";
import type { Reason } from "./circumstances.ts";
import { limitBehind } from "./limit-handlers.ts";
import { agreed, limitAt } from "./limits.ts";
import type { Limit } from "./limits.ts";
import { assignedTo } from "./provenance.ts";
import { nameIn } from "./rights.ts";

/** In whole seconds, if every path to the response tells the same; for each of them its reason. */
export function windowFor(reasons: readonly Reason[], handler: FunctionNode, bindings: Bindings): number | undefined {
  const told = reasons.map((reason) => limitsFor(reason, bindings));
  const length = told.every(({ length: number }) => number === 0) ? limitBehind(handler, bindings)?.lasts : agreed(told.map((limits) => agreed(limits.map(({ lasts }) => lasts))));
  return length === undefined ? undefined : Math.max(1, Math.ceil(length / 1000));
}

const limitsFor = ({ near, because }: Reason, bindings: Bindings): Limit[] =>
  near.flatMap((guard) => (guard.caught === undefined ? refusing(guard, bindings) : thrownIn(guard.at, because.error !== undefined, bindings)));

/** The limits for which a guard holds. */
function refusing({ test, truth }: Guard, bindings: Bindings): Limit[] {
  if (test.type === "LogicalExpression") {
    // Either side may be the reason.
    const sides = [test.left, test.right].map((side) => guardsOf(side, truth).flatMap((guard) => refusing(guard, bindings)));
    return sides.every(({ length }) => length === 0) ? [] : sides.flatMap((limits) => (limits.length === 0 ? [{ lasts: undefined }] : limits));
  }
  const asked = refusalIn(test, truth);
  const call = asked && callBehind(asked, bindings);
  const limit = call && limitAt(call, bindings);
  return limit ? [limit] : [];
}

/** What a limiter gave, if the guard holds for a refusal: `!success`, `success === false`, `remaining < 0`, `isRateLimited`. */
function refusalIn(test: TSESTree.Node, truth: boolean): TSESTree.Node | undefined {
  if (test.type !== "BinaryExpression") return isRefusalName(nameOf(test)) === truth ? test : undefined;
  const { left, operator } = test;
  const right = bare(test.right);
  const constant = right.type === "Literal" ? right.value : undefined;
  if (typeof constant === "boolean") {
    const isEqual = /^={2,3}$/.test(operator) ? truth : /^!={1,2}$/.test(operator) ? !truth : undefined;
    return isEqual === undefined ? undefined : refusalIn(bare(left), isEqual === constant);
  }
  // Nothing is left.
  const isFew = typeof constant === "number" && constant <= 1 && (/^(?:<=?|={2,3})$/.test(operator) ? truth : /^(?:>=?|!={1,2})$/.test(operator) && !truth);
  return isFew ? left : undefined;
}

function nameOf(node: TSESTree.Node): string {
  const value = bare(node);
  if (value.type === "AwaitExpression") return nameOf(value.argument);
  return value.type === "CallExpression" ? calleeNameOf(value) ?? "" : nameIn(value);
}

/** The call that gave a value, or what the value is a member of. */
function callBehind(node: TSESTree.Node, bindings: Bindings, depth = 0): TSESTree.CallExpression | undefined {
  const value = bare(node);
  switch (value.type) {
    case "CallExpression":
      return value;
    case "AwaitExpression":
      return callBehind(value.argument, bindings, depth);
    case "MemberExpression":
      return callBehind(value.object, bindings, depth);
    case "Identifier": {
      const variable = bindings.variableOf(value);
      const [given, ...others] = variable ? assignedTo(variable) : [];
      return variable && given && others.length === 0 && depth < 4 ? callBehind(oneOfAll(variable, given), bindings, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** What a variable gets of `const [one, two] = await Promise.all([…])`; of anything else it gets a part of the whole. */
function oneOfAll({ defs: [definition] }: Variable, given: TSESTree.Node): TSESTree.Node {
  const pattern = definition?.node.type === "VariableDeclarator" ? definition.node.id : undefined;
  const call = given.type === "AwaitExpression" ? bare(given.argument) : given;
  if (pattern?.type !== "ArrayPattern" || call.type !== "CallExpression" || calleeNameOf(call) !== "all") return given;
  const [all] = call.arguments;
  const index = pattern.elements.findIndex((element) => element && definition && isWithin(definition.name, element));
  const hasSpread = all?.type !== "ArrayExpression" || all.elements.some((element) => element?.type === "SpreadElement");
  return (hasSpread ? undefined : all.elements[index]) ?? given;
}

/** The limits that may have thrown what was caught; none if something else may, unless the path asks for a limiter's error. */
function thrownIn(place: TSESTree.Node, isAsked: boolean, bindings: Bindings): Limit[] {
  const { parent } = place;
  if (place.type !== "CatchClause") {
    // `limiter.consume(ip).then(…).catch(…)`
    const attempt = parent?.type === "CallExpression" && parent.callee.type === "MemberExpression" ? parent.callee.object : undefined;
    const limit = attempt && isAsked ? limitAt(attempt, bindings) : undefined;
    return limit ? [limit] : [];
  }
  const awaited: TSESTree.Node[] = [];
  visit(place.parent.block, bindings.sourceCode.visitorKeys, (node, isOwn) => {
    if (isOwn && node.type === "AwaitExpression" && !awaited.some((outer) => isWithin(node, outer))) awaited.push(node.argument);
  });
  const limits = awaited.map((node) => limitAt(node, bindings));
  return isAsked || limits.every((limit) => limit !== undefined) ? limits.filter((limit) => limit !== undefined) : [];
}
