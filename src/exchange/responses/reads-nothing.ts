/** Answers that are never given, because what is said in them throws. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import type { Delivery } from "../walk/walk.ts";

/**
 * `if (!user) res.status(404).json({ error: `No ${user.name}` })`: the words read a member of nothing. What is asked for there
 * once more may be there.
 */
export function readsOfNothing({ node, path, deputy }: Delivery, { sourceCode: { visitorKeys } }: Bindings): boolean {
  const call = deputy?.call ?? node;
  if (call.type !== "CallExpression" || !path.state.guards.some((guard) => guard.caught === undefined && !guard.truth && guard.test.type === "Identifier")) return false;
  let found = false;
  for (const argument of call.arguments) {
    visit(argument, visitorKeys, (part, isOwn) => {
      if (isOwn && part.type === "MemberExpression" && !part.optional && isNothing(part.object, path) && !isAsked(part, argument)) found = true;
    });
  }
  return found;
}

const isNothing = (object: TSESTree.Node, path: Delivery["path"]): boolean => {
  const named = bare(object);
  return named.type === "Identifier" && path.truthOf(named) === false;
};

/** `user && user.name`, `user ? user.name : "nobody"` */
function isAsked(part: TSESTree.Node, argument: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = part; at && at !== argument.parent; at = at.parent) {
    if (at.type === "LogicalExpression" || at.type === "ConditionalExpression") return true;
  }
  return false;
}
