/** Walks over syntax without regard to the order in which it runs. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "./functions.ts";

/** Visits every node below, telling whether it belongs to this function or to one inside it. */
export function visit(
  root: TSESTree.Node,
  keys: Readonly<Record<string, readonly string[] | undefined>>,
  enter: (node: TSESTree.Node, isOwn: boolean) => void,
  isOwn = true,
): void {
  enter(root, isOwn);
  const inner = isOwn && !isFunction(root);
  for (const key of keys[root.type] ?? []) {
    const child = (root as unknown as Record<string, unknown>)[key];
    for (const node of Array.isArray(child) ? (child as unknown[]) : [child]) {
      if (isNode(node)) visit(node, keys, enter, inner);
    }
  }
}

const isNode = (value: unknown): value is TSESTree.Node =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
