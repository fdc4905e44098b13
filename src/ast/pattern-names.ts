/** Patterns of destructuring. */
import type { TSESTree } from "@typescript-eslint/utils";

/** The names that a destructuring assignment gives new values. */
export function namesIn(pattern: TSESTree.Node): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => namesIn(property.type === "Property" ? property.value : property.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    default:
      return [];
  }
}
