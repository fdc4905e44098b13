/** What the names of one file stand for: variables, and the modules that values come from. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "./functions.ts";
import { outlineOf } from "./outline.ts";
import type { Outline } from "./outline.ts";

export type Variable = TSESLint.Scope.Variable;

/** A value of another module: the specifier and the members that lead to it. A default export is the module itself. */
export interface Origin {
  readonly source: string;
  readonly path: readonly string[];
  readonly isType?: boolean;
}

/** Read once for each file; every look-up after that is a map access. */
export class Bindings {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly #variables = new Map<TSESTree.Node, Variable>();
  #outline: Outline | undefined;
  readonly #origins = new Map<Variable, Origin | null>();

  constructor(sourceCode: Readonly<TSESLint.SourceCode>) {
    this.sourceCode = sourceCode;
    for (const scope of sourceCode.scopeManager?.scopes ?? []) {
      for (const reference of scope.references) {
        if (reference.resolved) this.#variables.set(reference.identifier, reference.resolved);
      }
      for (const variable of scope.variables) {
        for (const identifier of variable.identifiers) {
          if (!this.#variables.has(identifier)) this.#variables.set(identifier, variable);
        }
      }
    }
  }

  get outline(): Outline {
    this.#outline ??= outlineOf(this.sourceCode);
    return this.#outline;
  }

  /** The variable that an identifier names, or undefined for globals that nothing declares. */
  variableOf(node: TSESTree.Node): Variable | undefined {
    return this.#variables.get(node);
  }

  /** Where the variable that an identifier names is used, its declaration aside. */
  usesOf(name: TSESTree.Node): TSESTree.Node[] {
    return this.variableOf(name)?.references.flatMap(({ identifier, init }) => (init ? [] : [identifier])) ?? [];
  }

  /** The expression a variable is declared with, if nothing writes it later. */
  initOf(variable: Variable): TSESTree.Expression | null {
    const [definition] = variable.defs;
    if (!definition || variable.defs.length > 1) return null;
    const { node } = definition;
    if (node.type !== "VariableDeclarator" || node.id.type !== "Identifier" || !node.init) return null;
    return isWrittenLater(variable) ? null : node.init;
  }

  /** Which module a value comes from, if imports and member accesses alone tell it. */
  originOf(node: TSESTree.Node): Origin | null {
    const value = bare(node);
    switch (value.type) {
      case "Identifier": {
        const variable = this.variableOf(value);
        return variable ? this.#originOfVariable(variable) : null;
      }
      case "MemberExpression": {
        const key = keyOf(value);
        const origin = key === null ? null : this.originOf(value.object);
        return origin && key !== null ? memberOf(origin, key) : null;
      }
      case "CallExpression":
        return this.#requiredBy(value);
      case "ImportExpression":
        return value.source.type === "Literal" ? { source: String(value.source.value), path: [] } : null;
      case "AwaitExpression":
        return this.originOf(value.argument);
      case "TSQualifiedName": {
        const origin = this.originOf(value.left);
        return origin && memberOf(origin, value.right.name);
      }
      default:
        return null;
    }
  }

  #originOfVariable(variable: Variable): Origin | null {
    const known = this.#origins.get(variable);
    if (known !== undefined) return known;
    // Set first, so that a variable declared in terms of itself ends the search.
    this.#origins.set(variable, null);
    const origin = this.#findOrigin(variable);
    this.#origins.set(variable, origin);
    return origin;
  }

  #requiredBy({ callee, arguments: [specifier] }: TSESTree.CallExpression): Origin | null {
    if (callee.type !== "Identifier" || callee.name !== "require" || this.#isDeclared(callee) || !specifier) return null;
    const source = specifier.type === "TemplateLiteral" && specifier.expressions.length === 0
      ? specifier.quasis[0]?.value.cooked
      : specifier.type === "Literal" ? specifier.value : undefined;
    return typeof source === "string" ? { source, path: [] } : null;
  }

  #isDeclared(node: TSESTree.Identifier): boolean {
    return (this.variableOf(node)?.defs.length ?? 0) > 0;
  }

  #findOrigin(variable: Variable): Origin | null {
    const [definition] = variable.defs;
    if (!definition || variable.defs.length > 1 || isWrittenLater(variable)) return null;
    const { node, parent } = definition;
    switch (node.type) {
      case "ImportDefaultSpecifier":
      case "ImportNamespaceSpecifier":
        return { source: sourceOf(parent), path: [], isType: isTypeOnly(parent) };
      case "ImportSpecifier": {
        const name = node.imported.type === "Identifier" ? node.imported.name : node.imported.value;
        const isType = node.importKind === "type" || isTypeOnly(parent);
        return { source: sourceOf(parent), path: name === "default" ? [] : [name], isType };
      }
      case "TSImportEqualsDeclaration":
        return node.moduleReference.type === "TSExternalModuleReference"
          ? { source: node.moduleReference.expression.value, path: [] }
          : this.originOf(node.moduleReference);
      case "VariableDeclarator": {
        if (!node.init) return null;
        const origin = this.originOf(node.init);
        if (!origin) return null;
        return node.id.type === "Identifier" ? origin : destructured(origin, node.id, definition.name);
      }
      default:
        return null;
    }
  }
}

const memberOf = (origin: Origin, key: string): Origin => (key === "default" ? origin : { ...origin, path: [...origin.path, key] });

/** Whether anything after the declaration gives the variable another value. */
export const isWrittenLater = (variable: Variable): boolean =>
  variable.references.some((reference) => reference.isWrite() && !reference.init);

/** The member that a name in a pattern stands for; elements of arrays have no name. */
function destructured(origin: Origin, pattern: TSESTree.Node, name: TSESTree.Node): Origin | null {
  const keys = keysTo(name, pattern);
  return keys && keys.reduce(memberOf, origin);
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

const sourceOf = (declaration: TSESTree.Node | null | undefined): string =>
  declaration?.type === "ImportDeclaration" ? declaration.source.value : "";

const isTypeOnly = (declaration: TSESTree.Node | null | undefined): boolean =>
  declaration?.type === "ImportDeclaration" && declaration.importKind === "type";
