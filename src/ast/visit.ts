/** Walks over syntax without regard to the order in which it runs. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "./functions.ts";

export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** Visits every node below, telling whether it belongs to this function or to one inside it. */
export function visit(
  root: TSESTree.Node,
  keys: VisitorKeys,
  enter: (node: TSESTree.Node, isOwn: boolean) => void,
  isOwn = true,
): void {
  enter(root, isOwn);
  const below = keys[root.type] ?? [];
  if (below.length === 0) return;
  const inner = isOwn && !isFunction(root);
  for (const key of below) {
    const child = (root as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[key];
    if (!Array.isArray(child)) {
      if (child) visit(child, keys, enter, inner);
      continue;
    }
    for (const node of child) if (node) visit(node, keys, enter, inner);
  }
}
