/** Syntax that no linter has prepared: parsers leave it to ESLint to tell every node what it stands in. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { VisitorKeys } from "./visit.ts";

/** Gives every node its parent, and its place in a text whose first character has the place `start`. */
export function place(root: TSESTree.Node, keys: VisitorKeys, start = 0): void {
  // Parsers use one node twice where a name stands for two: `import { a }`.
  if (root.range[0] < start) root.range = [root.range[0] + start, root.range[1] + start];
  for (const child of childrenOf(root, keys)) {
    (child as { parent: TSESTree.Node }).parent = root;
    place(child, keys, start);
  }
}

export function childrenOf(node: TSESTree.Node, keys: VisitorKeys): TSESTree.Node[] {
  return (keys[node.type] ?? []).flatMap((key) => {
    const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[key];
    return Array.isArray(child) ? child.filter((one) => one !== null) : child ? [child] : [];
  });
}
