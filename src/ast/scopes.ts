/**
 * Which declaration each name of a JavaScript file means. ESLint finds that out for the file it lints, and some parsers
 * for every file; this stands in where a parser, such as ESLint's own, gives syntax alone. It knows what `Bindings` asks.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "./bindings.ts";
import { isFunction } from "./functions.ts";
import { childrenOf } from "./parents.ts";
import { namesIn } from "./patterns.ts";
import type { VisitorKeys } from "./visit.ts";

interface Reference {
  readonly identifier: TSESTree.Identifier;
  readonly init: boolean;
  readonly resolved: Variable | null;
  isWrite(): boolean;
}

class Scope {
  readonly upper: Scope | undefined;
  /** The scope that `var` belongs to. */
  readonly home: Scope;
  readonly byName = new Map<string, Variable>();
  readonly references: Reference[] = [];

  constructor(upper: Scope | undefined, isHome: boolean) {
    this.upper = upper;
    this.home = isHome || !upper ? this : upper.home;
  }

  get variables(): Variable[] {
    return [...this.byName.values()];
  }

  declare(name: TSESTree.Identifier, node: TSESTree.Node, parent?: TSESTree.Node): void {
    let variable = this.byName.get(name.name);
    if (!variable) this.byName.set(name.name, variable = { name: name.name, defs: [], identifiers: [], references: [] } as unknown as Variable);
    variable.identifiers.push(name);
    variable.defs.push({ name, node, parent } as unknown as TSESLint.Scope.Definition);
  }

  find(name: string): Variable | undefined {
    return this.byName.get(name) ?? this.upper?.find(name);
  }
}

/** The scopes of a file whose nodes know their parents. */
export function scopesOf(root: TSESTree.Program, keys: VisitorKeys): TSESLint.Scope.ScopeManager {
  const scopes: Scope[] = [];
  const uses: { readonly scope: Scope; readonly identifier: TSESTree.Identifier; readonly write: "none" | "init" | "later" }[] = [];

  const open = (upper: Scope | undefined, isHome: boolean): Scope => {
    const scope = new Scope(upper, isHome);
    scopes.push(scope);
    return scope;
  };

  const enterAll = (node: TSESTree.Node, scope: Scope): void => {
    for (const child of childrenOf(node, keys)) enter(child, scope);
  };

  /** What a pattern asks for beside the names that it gives values to: defaults and computed keys. */
  const enterPattern = (pattern: TSESTree.Node, scope: Scope, write: "init" | "later" | undefined): void => {
    switch (pattern.type) {
      case "Identifier":
        if (write) uses.push({ scope, identifier: pattern, write });
        break;
      case "AssignmentPattern":
        enterPattern(pattern.left, scope, write ?? "init");
        enter(pattern.right, scope);
        break;
      case "Property":
        if (pattern.computed) enter(pattern.key, scope);
        enterPattern(pattern.value, scope, write);
        break;
      case "ObjectPattern":
      case "ArrayPattern":
      case "RestElement":
        for (const child of childrenOf(pattern, keys)) enterPattern(child, scope, write);
        break;
      default:
        enter(pattern, scope);
    }
  };

  const enterFunction = (fn: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression, outer: Scope): void => {
    const scope = open(outer, true);
    if (fn.type === "FunctionExpression" && fn.id) scope.declare(fn.id, fn);
    for (const parameter of fn.params) {
      for (const name of namesIn(parameter)) scope.declare(name, fn);
      enterPattern(parameter, scope, undefined);
    }
    // The body shares its scope with the parameters.
    if (fn.body.type === "BlockStatement") for (const statement of fn.body.body) enter(statement, scope);
    else enter(fn.body, scope);
  };

  const enter = (node: TSESTree.Node, scope: Scope): void => {
    if (isFunction(node)) {
      if (node.type === "FunctionDeclaration" && node.id) scope.declare(node.id, node);
      enterFunction(node, scope);
      return;
    }
    switch (node.type) {
      case "Identifier":
        uses.push({ scope, identifier: node, write: "none" });
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        if (node.id) scope.declare(node.id, node);
        if (node.superClass) enter(node.superClass, scope);
        enter(node.body, scope);
        return;
      case "BlockStatement":
      case "StaticBlock":
      case "ForStatement":
      case "SwitchStatement":
        enterAll(node, open(scope, node.type === "StaticBlock"));
        return;
      case "ForInStatement":
      case "ForOfStatement": {
        const inner = open(scope, false);
        if (node.left.type === "VariableDeclaration") enter(node.left, inner);
        else enterPattern(node.left, inner, "later");
        enter(node.right, inner);
        enter(node.body, inner);
        return;
      }
      case "CatchClause": {
        const inner = open(scope, false);
        if (node.param) {
          for (const name of namesIn(node.param)) inner.declare(name, node);
          enterPattern(node.param, inner, undefined);
        }
        enter(node.body, inner);
        return;
      }
      case "VariableDeclaration":
        for (const declarator of node.declarations) {
          const owner = node.kind === "var" ? scope.home : scope;
          for (const name of namesIn(declarator.id)) owner.declare(name, declarator, node);
          enterPattern(declarator.id, scope, declarator.init || /^For(?:In|Of)/.test(node.parent.type) ? "init" : undefined);
          if (declarator.init) enter(declarator.init, scope);
        }
        return;
      case "AssignmentExpression":
        enterPattern(node.left, scope, "later");
        enter(node.right, scope);
        return;
      case "UpdateExpression":
        enterPattern(node.argument, scope, "later");
        return;
      case "ImportDeclaration":
        for (const each of node.specifiers) scope.declare(each.local, each, node);
        return;
      case "ExportNamedDeclaration":
        if (node.declaration) enter(node.declaration, scope);
        else if (!node.source) for (const { local } of node.specifiers) enter(local, scope);
        return;
      case "ExportAllDeclaration":
      case "MetaProperty":
      case "BreakStatement":
      case "ContinueStatement":
        return;
      case "LabeledStatement":
        enter(node.body, scope);
        return;
      case "MemberExpression":
        enter(node.object, scope);
        if (node.computed) enter(node.property, scope);
        return;
      case "Property":
      case "MethodDefinition":
      case "PropertyDefinition":
        if (node.computed) enter(node.key, scope);
        if (node.value) enter(node.value, scope);
        return;
      default:
        enterAll(node, scope);
    }
  };

  enterAll(root, open(undefined, true));
  for (const { scope, identifier, write } of uses) {
    const resolved = scope.find(identifier.name) ?? null;
    const reference: Reference = { identifier, init: write === "init", resolved, isWrite: () => write !== "none" };
    scope.references.push(reference);
    resolved?.references.push(reference as unknown as TSESLint.Scope.Reference);
  }
  return { scopes } as unknown as TSESLint.Scope.ScopeManager;
}
