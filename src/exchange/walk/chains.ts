/** Words that follow one another on a carrier: `res.type("json").json(user)`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { keyOf } from "../../ast/functions.ts";

export interface Link {
  readonly call: TSESTree.CallExpression;
  readonly name: string;
  /** The name in the source. */
  readonly word: TSESTree.Node;
}

/** The calls of a chain, in their order; undefined where the carrier is used in any other way. */
export function chainFrom(carrier: TSESTree.Node): readonly Link[] | undefined {
  const links: Link[] = [];
  for (let at = carrier; at.parent?.type === "MemberExpression" && at.parent.object === at;) {
    const access = at.parent;
    const name = keyOf(access);
    const call = access.parent;
    if (name === null || call.type !== "CallExpression" || call.callee !== access) return undefined;
    links.push({ call, name, word: access.property });
    at = call;
  }
  return links.length > 0 ? links : undefined;
}
