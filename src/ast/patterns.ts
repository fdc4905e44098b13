/** Patterns: what stands on the left of an assignment, and in the place of a parameter. */
import type { TSESTree } from "@typescript-eslint/utils";

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
