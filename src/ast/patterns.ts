/** Patterns: what stands on the left of an assignment, and in the place of a parameter. */
import type { TSESTree } from "@typescript-eslint/utils";
import { keyOf } from "./functions.ts";

/** The names that a pattern declares. */
export function namesIn(pattern: TSESTree.Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "Property":
      return namesIn(pattern.value);
    case "RestElement":
      return namesIn(pattern.argument);
    case "ObjectPattern":
      return pattern.properties.flatMap(namesIn);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    default:
      return [];
  }
}

/** The member names that lead from a destructured value to one of the names in the pattern. */
export function keysTo(name: TSESTree.Node, pattern: TSESTree.Node): string[] | null {
  if (pattern.type !== "ObjectPattern") return null;
  for (const property of pattern.properties) {
    if (property.type !== "Property") continue;
    const target = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    const key = keyOf(property);
    const rest = key === null ? null : target === name ? [] : keysTo(name, target);
    if (rest && key !== null) return [key, ...rest];
  }
  return null;
}
