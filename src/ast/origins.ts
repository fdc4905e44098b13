/** Modules that values come from, and the members that lead to them there. */
import type { TSESTree } from "@typescript-eslint/utils";
import { keysTo } from "./patterns.ts";

/** A value of another module: the specifier and the members that lead to it. A default export is the module itself. */
export interface Origin {
  readonly source: string;
  readonly path: readonly string[];
  readonly isType?: boolean;
}

export const withMember = (origin: Origin, key: string): Origin => (key === "default" ? origin : { ...origin, path: [...origin.path, key] });

/** The member that a name in a pattern stands for; elements of arrays have no name. */
export function destructured(origin: Origin, pattern: TSESTree.Node, name: TSESTree.Node): Origin | null {
  const keys = keysTo(name, pattern);
  return keys && keys.reduce(withMember, origin);
}

type Specifier = TSESTree.ImportDefaultSpecifier | TSESTree.ImportNamespaceSpecifier | TSESTree.ImportSpecifier;

/** What a name of an `import` stands for. */
export function importedAs(specifier: Specifier, declaration: TSESTree.Node | null | undefined): Origin {
  const source = declaration?.type === "ImportDeclaration" ? declaration.source.value : "";
  const isTypeOnly = declaration?.type === "ImportDeclaration" && declaration.importKind === "type";
  if (specifier.type !== "ImportSpecifier") return { source, path: [], isType: isTypeOnly };
  const name = specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
  return { source, path: name === "default" ? [] : [name], isType: specifier.importKind === "type" || isTypeOnly };
}
