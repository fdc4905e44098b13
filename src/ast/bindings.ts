/**
 * What the names of a file stand for: variables, and the modules that values come from. What an import leads to in another
 * file is known by the same object from then on, so that whoever follows it need not know where a node stands.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { foundOnce } from "./found-once.ts";
import { bare, keyOf } from "./functions.ts";
import { destructured, importedAs, withMember } from "./origins.ts";
import type { Origin } from "./origins.ts";
import { isWithin, outlineOf } from "./outline.ts";
import type { Outline } from "./outline.ts";

export type Variable = TSESLint.Scope.Variable;

/** What stands at the end of an import. */
export interface Imported {
  /** An expression or a declaration of another file. */
  readonly node: TSESTree.Node;
  /** The members of it that are meant, where its file does not say which they are. */
  readonly path: readonly string[];
  readonly bindings: Bindings;
}

/** Looks an import of one file up in another; undefined where only run time knows what it is. */
export type Importer = (origin: Origin) => Imported | undefined;

/** Nodes of other files have places from here on, each file a stretch of its own, so that none lies within a node of another. */
export const placesOfOthers = 2 ** 30;

/** Read once for each file; every look-up after that is a map access. */
export class Bindings {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly #importer: Importer;
  readonly #variables = new Map<TSESTree.Node, Variable>();
  #outline: Outline | undefined;
  readonly #origins = new Map<Variable, Origin | null>();
  /** The files to which imports have led. */
  readonly #others = new Set<Bindings>();

  constructor(sourceCode: Readonly<TSESLint.SourceCode>, importer: Importer = () => undefined) {
    this.sourceCode = sourceCode;
    this.#importer = importer;
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

  /** Of this file. */
  get outline(): Outline {
    this.#outline ??= outlineOf(this.sourceCode);
    return this.#outline;
  }

  /** The file that a node stands in: this one, or one to which an import has led. */
  fileOf(node: TSESTree.Node): Bindings {
    if (node.range[0] < placesOfOthers || this.#others.size === 0) return this;
    for (const other of this.#others) if (isWithin(node, other.sourceCode.ast)) return other;
    return this;
  }

  textOf(node: TSESTree.Node): string {
    return this.fileOf(node).sourceCode.getText(node);
  }

  /** The node stands in this file. */
  isOwn(node: TSESTree.Node): boolean {
    return this.fileOf(node) === this;
  }

  /** The variable that an identifier names, or undefined for globals that nothing declares. */
  variableOf(node: TSESTree.Node): Variable | undefined {
    return this.#variables.get(node) ?? this.fileOf(node).#variables.get(node);
  }

  /** Expressions that stand for one value, as the same member of `this` does, get a variable of their own. */
  nameTogether(name: string, uses: readonly TSESTree.Node[]): Variable {
    const references = uses.map((identifier) => ({ identifier, init: false, isWrite: () => false }));
    const variable = { name, defs: [], identifiers: uses, references } as unknown as Variable;
    for (const use of uses) this.#variables.set(use, variable);
    return variable;
  }

  /** Where the variable that an identifier names is used, its declaration aside. */
  usesOf(name: TSESTree.Node): TSESTree.Node[] {
    return (this.variableOf(name)?.references ?? []).filter(({ init }) => !init).map(({ identifier }) => identifier);
  }

  /** The expression a variable is declared with, if nothing writes it later. */
  initOf(variable: Variable): TSESTree.Expression | null {
    const [definition] = variable.defs;
    if (!definition || variable.defs.length > 1) return null;
    const { node } = definition;
    if (node.type !== "VariableDeclarator" || node.id.type !== "Identifier" || !node.init) return null;
    return isWrittenLater(variable) ? null : node.init;
  }

  /** The value of another file of the project that a node stands for. */
  importedBy(node: TSESTree.Node): Imported | undefined {
    return this.originOf(node)?.isType ? undefined : this.importedType(node);
  }

  /** The same for a class that is imported as a type. */
  importedType(node: TSESTree.Node): Imported | undefined {
    const file = this.fileOf(node);
    const origin = file.originOf(node);
    const found = origin ? file.#importer(origin) : undefined;
    if (found) this.#others.add(found.bindings);
    return found;
  }

  /** Another file of the project is known by this object from then on. */
  join(other: Bindings): void {
    this.#others.add(other);
  }

  /** Which module a value comes from, if imports and member accesses alone tell it. */
  originOf(node: TSESTree.Node): Origin | null {
    const file = this.fileOf(node);
    if (file !== this) return file.originOf(node);
    const value = bare(node);
    switch (value.type) {
      case "Identifier": {
        const variable = this.variableOf(value);
        return variable ? this.#originOfVariable(variable) : null;
      }
      case "MemberExpression": {
        const key = keyOf(value);
        const origin = key === null ? null : this.originOf(value.object);
        return origin && key !== null ? withMember(origin, key) : null;
      }
      case "CallExpression":
        return this.#requiredBy(value);
      case "ImportExpression":
        return value.source.type === "Literal" ? { source: String(value.source.value), path: [] } : null;
      case "AwaitExpression":
        return this.originOf(value.argument);
      case "TSQualifiedName": {
        const origin = this.originOf(value.left);
        return origin && withMember(origin, value.right.name);
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
      case "ImportSpecifier":
        return importedAs(node, parent);
      case "TSImportEqualsDeclaration":
        return node.moduleReference.type === "TSExternalModuleReference"
          ? { source: node.moduleReference.expression.value, path: [] }
          : this.originOf(node.moduleReference);
      case "VariableDeclarator": {
        const origin = node.init && this.originOf(node.init);
        if (!origin) return null;
        return node.id.type === "Identifier" ? origin : destructured(origin, node.id, definition.name);
      }
      default:
        return null;
    }
  }
}

/** Whether anything after the declaration gives the variable another value. */
export const isWrittenLater = foundOnce(({ references }: Variable): boolean => references.some((reference) => reference.isWrite() && !reference.init));
