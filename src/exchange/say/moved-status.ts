/** How a status that stands in the wrong place is put where the framework reads it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Misplacement } from "../../frameworks/framework.ts";
import type { Spoken } from "../walk/effects.ts";
import type { Edit } from "../model.ts";
import type { Walk } from "../walk/walk.ts";

/** Where a table says that it belongs; before the other arguments of a redirect, nowhere, or in a record under this name. */
type Place = Misplacement["instead"] | "first" | "none" | `{ ${string} }`;

/** The edits, or undefined where a comment or an odd form would be lost. */
export function movedIn(instead: Place, spoken: Spoken, status: TSESTree.Node, walk: Walk): readonly Edit[] | undefined {
  const { node, word } = spoken;
  const { bindings: { sourceCode }, framework: { phrasing } } = walk;
  const text = sourceCode.getText(status);
  if (instead.startsWith("{")) return [{ range: status.range, text: `${instead.slice(0, -2)}: ${text} }` }];
  if (sourceCode.getCommentsInside(node).length > 0 || word.parent?.type !== "MemberExpression" || word.parent.computed) return undefined;
  if (node.type === "AssignmentExpression") return [{ range: word.range, text: instead }];
  if (node.type !== "CallExpression") return undefined;
  const others = node.arguments.filter((argument) => argument !== status).map((argument) => sourceCode.getText(argument));
  const given = (list: readonly string[]): Edit => ({ range: [word.range[1], node.range[1]], text: `(${list.join(", ")})` });
  switch (instead) {
    case "first":
    case "none": {
      const chained = statusCallOf(status, node);
      const first = instead === "first" ? [given([text, ...others])] : [];
      return chained && [{ range: chained, text: "" }, ...first];
    }
    case "before": {
      const call = "status" in phrasing && "call" in phrasing.status ? phrasing.status.call : undefined;
      return call === undefined ? undefined : [{ range: [word.parent.object.range[1], word.parent.object.range[1]], text: `.${call}(${text})` }, given(others)];
    }
    case "swapped":
      return [given([text, ...others])];
    default:
      return [{ range: word.range, text: instead }];
  }
}

/** The `.status(301)` of a chain, unless it is the status call that the word is said on. */
function statusCallOf(status: TSESTree.Node, { callee }: TSESTree.CallExpression): readonly [number, number] | undefined {
  const call = status.parent;
  if (call?.type !== "CallExpression" || call.callee.type !== "MemberExpression" || callee.type !== "MemberExpression") return undefined;
  return [call.callee.object.range[1], call.range[1]];
}
