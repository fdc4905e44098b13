/** Which guards of a path explain an answer: those around it, and one that ends right before it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin } from "../../ast/outline.ts";
import type { PathGuard } from "../walk/path.ts";

/** A guard explains what stands inside the statement or expression that asks it. */
export function explains(guard: PathGuard, places: readonly TSESTree.Node[]): boolean {
  if (guard.caught !== undefined) return places.some((place) => isWithin(place, guard.at));
  for (let at: TSESTree.Node | undefined = guard.test; at; at = at.parent) {
    const asking = at;
    if (asking.type.endsWith("Statement") || asking.type === "SwitchCase" || asking.type === "ConditionalExpression") {
      return places.some((place) => isWithin(place, asking) && !isWithin(place, guard.test) && (guard.truth || !isInOtherCase(place, asking)));
    }
    if (asking.type !== "LogicalExpression") continue;
    if (isFallback(asking)) return false;
    if (places.some((place) => isWithin(place, asking.right))) return true;
  }
  return false;
}

/** `if (user) return res.json(user); res.status(404).end();`: the failure right behind is what is left over, as in an `else`. */
export function leavesOver(guard: PathGuard, places: readonly TSESTree.Node[]): boolean {
  if (guard.caught !== undefined) return false;
  let at: TSESTree.Node = guard.test;
  while (!at.type.endsWith("Statement") && at.type !== "Program") at = at.parent;
  if (at.type !== "IfStatement" || at.alternate || !isWithin(guard.test, at.test) || at.parent.type !== "BlockStatement") return false;
  const last = at.consequent.type === "BlockStatement" ? at.consequent.body.at(-1) : at.consequent;
  if (last?.type !== "ReturnStatement" && last?.type !== "ThrowStatement") return false;
  const { body } = at.parent;
  for (const statement of body.slice(body.indexOf(at) + 1)) {
    if (!/^(?:Expression|Return|Throw)Statement$/.test(statement.type)) return false;
    if (places.some((place) => isWithin(place, statement))) return true;
  }
  return false;
}

/** `if (linkId) { … } else if (folderId) { … }`: what happens in the second case is not for want of the first. */
const isInOtherCase = (place: TSESTree.Node, asking: TSESTree.Node): boolean =>
  asking.type === "IfStatement" && asking.alternate?.type === "IfStatement" && isWithin(place, asking.alternate.consequent);

/** The right side of `status ?? 202` stands in for the left one as a value, and tells nothing of why. */
const isFallback = ({ operator, parent }: TSESTree.LogicalExpression): boolean =>
  operator !== "&&" && takingValues.has(parent.type);

const takingValues = new Set(["CallExpression", "NewExpression", "VariableDeclarator", "AssignmentExpression", "Property"]);
