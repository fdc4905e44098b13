/** Answers and errors that a handler makes and drops. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, enclosingFunction } from "../../ast/functions.ts";
import type { Call } from "../../ast/outline.ts";
import { isWithin, within } from "../../ast/outline.ts";
import { makesError } from "../../http/constants.ts";
import type { Unsent } from "./courses.ts";
import type { Handler } from "../handlers/handlers.ts";
import type { Edit } from "../model.ts";
import type { Walk } from "../walk/walk.ts";

/** A call whose value nobody takes stands alone in a statement. */
export const unsentOf = ({ fn, response, request, next }: Handler, { bindings, makings, deputies }: Walk): Unsent[] =>
  within(bindings.outline.calls, fn.body).filter(({ node }) => node.parent.type === "ExpressionStatement").flatMap(({ node }): Unsent[] => {
    const made = makings.get(node) ?? deputies.get(node);
    const isAnswer = !response && made !== undefined && !made.leaves;
    const isDropped = isAnswer || (isError(node, bindings) && ![response, request, next].some((one) => one?.references.some(({ identifier }) => isWithin(identifier, node))));
    if (!isDropped) return [];
    const isOwn = enclosingFunction(node) === fn;
    return [{ node, what: isAnswer ? "response" : "error", send: () => (isOwn ? sent(node, isAnswer, next?.name) : undefined) }];
  });

/** `new NotFoundError()`, `createError(404)`, `Boom.notFound()`: it is made to be thrown. */
function isError(node: Call, bindings: Bindings): boolean {
  const name = calleeNameOf(node) ?? "";
  if (node.type === "NewExpression" && /(?:Error|Exception)$/.test(name)) return true;
  const origin = bindings.originOf(bare(node.callee));
  return origin !== null && makesError(origin.source, origin.path);
}

/** In front of the statement that makes it. */
function sent(node: TSESTree.Node, isAnswer: boolean, next: string | undefined): readonly Edit[] {
  if (isAnswer) return [{ range: [node.range[0], node.range[0]], text: "return " }];
  if (next === undefined) return [{ range: [node.range[0], node.range[0]], text: "throw " }];
  return [{ range: [node.range[0], node.range[0]], text: `return ${next}(` }, { range: [node.range[1], node.range[1]], text: ")" }];
}
