/** Calls that are never made, because their arguments throw. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import type { Path } from "./path.ts";
import type { Walk } from "./walk.ts";

/**
 * `if (!user) fail(res, `No ${user.name}`)`: an argument reads a member of nothing. What is asked for there once more may be
 * there.
 */
export function readsNothing({ arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression, path: Path, { bindings: { sourceCode: { visitorKeys } } }: Walk): boolean {
  if (!path.state.guards.some((guard) => guard.caught === undefined && !guard.truth && guard.test.type === "Identifier")) return false;
  let found = false;
  for (const argument of given) {
    visit(argument, visitorKeys, (part, isOwn) => {
      if (isOwn && part.type === "MemberExpression" && !part.optional && isNothing(part.object, path) && !isAsked(part, argument)) found = true;
    });
  }
  return found;
}

const isNothing = (object: TSESTree.Node, path: Path): boolean => {
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
