/** Words that come after the head was sent, and how to take words away. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { isPure } from "../../ast/purity.ts";
import type { LateWord, Repetition } from "./courses.ts";
import type { Edit } from "../model.ts";
import type { Walk } from "../walk/walk.ts";

/** Those that belong to a second answer go with it. */
export const lateWordsOf = (repetitions: readonly Repetition[], walk: Walk): LateWord[] =>
  walk.aftermath.late()
    .filter(([node]) => walk.bindings.isOwn(node) && !repetitions.some(({ node: first, again }) => isWithin(node, again) || (first.range[1] <= node.range[0] && node.range[1] <= again.range[0])))
    .map(([node, writes]) => ({
      node, writes,
      sayFirst: () => saidFirst(node, walk),
      drop: () => unchained(node, walk) ?? withoutStatement(node, walk),
      isUnseen: writes === "status" && isPlainCode(node, walk),
    }));

/** A status that no version refuses. */
function isPlainCode(node: TSESTree.Node, { readAt, framework: { range } }: Walk): boolean {
  const written = node.type === "CallExpression" ? node.arguments[0] : node.type === "AssignmentExpression" ? node.right : undefined;
  const code = written && readAt(written)?.value;
  return typeof code === "number" && Number.isInteger(code) && code >= range[0] && code <= range[1];
}

/** `res.json(user).status(404)`: the last word of a chain that has others. */
function chainOf(node: TSESTree.Node): { readonly call: TSESTree.CallExpression; readonly before: TSESTree.CallExpression } | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed) return undefined;
  const before = node.callee.object;
  if (before.type !== "CallExpression" || node.parent.type === "MemberExpression" || !node.arguments.every(isPure)) return undefined;
  return { call: node, before };
}

function unchained(node: TSESTree.Node, { bindings: { sourceCode } }: Walk): readonly Edit[] | undefined {
  const chain = chainOf(node);
  if (!chain || sourceCode.getCommentsInside(node).some(({ range }) => range[0] >= chain.before.range[1])) return undefined;
  return [{ range: [chain.before.range[1], node.range[1]], text: "" }];
}

/** `res.status(404).json(user)` */
function saidFirst(node: TSESTree.Node, walk: Walk): readonly Edit[] | undefined {
  const removed = unchained(node, walk);
  const chain = removed && chainOf(node);
  if (!chain) return undefined;
  let head: TSESTree.Node = chain.before;
  while (head.type === "CallExpression" || head.type === "MemberExpression") head = bare(head.type === "CallExpression" ? head.callee : head.object);
  const text = walk.bindings.sourceCode.text.slice(chain.before.range[1], node.range[1]);
  return [{ range: [head.range[1], head.range[1]], text: text.trim() }, ...removed];
}

/** A statement of words whose arguments do nothing can go. */
export function withoutStatement(node: TSESTree.Node, { bindings: { sourceCode } }: Walk): readonly Edit[] | undefined {
  const statement = node.parent;
  if (statement?.type !== "ExpressionStatement" || statement.parent.type !== "BlockStatement" || !isPlain(node)) return undefined;
  const { body } = statement.parent;
  const before = body[body.indexOf(statement) - 1];
  if (!before || sourceCode.getCommentsBefore(statement).length > 0 || sourceCode.getCommentsInside(statement).length > 0) return undefined;
  return [{ range: [before.range[1], statement.range[1]], text: "" }];
}

/** A chain of words, or one that is assigned, whose arguments do nothing. */
function isPlain(node: TSESTree.Node): boolean {
  const link = bare(node);
  if (link.type === "AssignmentExpression") return link.operator === "=" && isPure(link.left) && isPure(link.right);
  if (link.type === "CallExpression") return link.arguments.every(isPure) && isPlain(link.callee);
  return link.type === "MemberExpression" ? !link.computed && isPlain(link.object) : link.type === "Identifier";
}
