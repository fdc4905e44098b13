/** Syntax that no linter has prepared: parsers leave it to ESLint to tell every node where it stands. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { VisitorKeys } from "./visit.ts";

/** Gives every node its parent. */
export function setParents(root: TSESTree.Node, keys: VisitorKeys): void {
  for (const child of childrenOf(root, keys)) {
    (child as { parent: TSESTree.Node }).parent = root;
    setParents(child, keys);
  }
}

export function childrenOf(node: TSESTree.Node, keys: VisitorKeys): TSESTree.Node[] {
  return (keys[node.type] ?? []).flatMap((key) => {
    const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[key];
    return Array.isArray(child) ? child.filter((one) => one !== null) : child ? [child] : [];
  });
}
