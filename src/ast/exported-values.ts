/** Everything that others can reach through the exports of a file. The default export and the module are one, as for an `Origin`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "./bindings.ts";
import { bare, keyOf } from "./functions.ts";
import { membersOf } from "./members.ts";
import type { Origin } from "./origins.ts";
import { namesIn } from "./patterns.ts";

/** A value is an expression of the file, or comes from another one. `byDefault`: it is the default export, or a member of it. */
export type Exported = ({ readonly node: TSESTree.Node } | { readonly origin: Origin }) & { readonly byDefault?: true };

export interface Exports {
  /** By the members that lead to them, as in `users.create`; the empty name is the default export. */
  readonly values: ReadonlyMap<string, readonly Exported[]>;
  /** The modules whose exports are all exported again. */
  readonly everythingOf: readonly string[];
}

/** An object in an object in an object is as deep as controllers are written. */
const deepest = 4;

export function exportsOf(bindings: Bindings): Exports {
  const values = new Map<string, Exported[]>();
  const everythingOf: string[] = [];

  const add = (name: string, exported: Exported): void => {
    const list = values.get(name);
    if (list) list.push(exported);
    else values.set(name, [exported]);
  };

  const note = (name: string, node: TSESTree.Node, isDefault = name === "", depth = 0): void => {
    const by = isDefault ? { byDefault: true as const } : {};
    const origin = bindings.originOf(node);
    if (origin) {
      if (!origin.isType) add(name, { origin, ...by });
      return;
    }
    add(name, { node, ...by });
    if (depth >= deepest) return;
    for (const [key, value] of membersOf(node, bindings)) {
      const spread = key === "..." ? bindings.originOf(value) : null;
      if (spread && name === "" && spread.path.length === 0) everythingOf.push(spread.source);
      else if (key !== "" && key !== "...") note(memberName(name, key), value, isDefault, depth + 1);
      else if (key === "...") for (const [inner, one] of membersOf(value, bindings)) note(memberName(name, inner), one, isDefault, depth + 1);
    }
  };

  /** `exports = module.exports = { … }`: everything on the left names what stands at the end. */
  const noteAssignment = (expression: TSESTree.Node): void => {
    const names: string[] = [];
    let at = bare(expression);
    for (; at.type === "AssignmentExpression"; at = bare(at.right)) {
      const name = nameAssigned(at.left);
      if (name !== null) names.push(name);
    }
    for (const name of new Set(names)) note(name, at);
  };

  for (const statement of bindings.sourceCode.ast.body) {
    switch (statement.type) {
      case "ExportDefaultDeclaration":
        note("", statement.declaration);
        break;
      case "ExportAllDeclaration":
        if (statement.exported) add(nameIn(statement.exported), { origin: { source: statement.source.value, path: [] } });
        else everythingOf.push(statement.source.value);
        break;
      case "ExportNamedDeclaration":
        for (const { local, exported } of statement.specifiers) {
          if (!statement.source) note(nameIn(exported), local);
          else add(nameIn(exported), { origin: { source: statement.source.value, path: nameIn(local) === "" ? [] : [nameIn(local)] } });
        }
        for (const name of declaredIn(statement.declaration)) note(name.name, name);
        break;
      case "ExpressionStatement":
        noteAssignment(statement.expression);
        break;
      case "VariableDeclaration":
        for (const { init } of statement.declarations) if (init) noteAssignment(init);
        break;
      case "TSExportAssignment":
        note("", statement.expression);
        break;
      default:
    }
  }
  return { values, everythingOf };
}

const memberName = (name: string, key: string): string => (name === "" ? key : `${name}.${key}`);

function nameIn(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  const name = node.type === "Identifier" ? node.name : node.value;
  return name === "default" ? "" : name;
}

function declaredIn(declaration: TSESTree.ExportNamedDeclaration["declaration"]): TSESTree.Identifier[] {
  switch (declaration?.type) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
      return declaration.id ? [declaration.id] : [];
    case "VariableDeclaration":
      return declaration.declarations.flatMap(({ id }) => namesIn(id));
    default:
      return [];
  }
}

/** `module.exports` is the default, `exports.create` and `module.exports.create` are named; other targets have no name. */
function nameAssigned(target: TSESTree.Node): string | null {
  if (target.type === "Identifier") return target.name === "exports" ? "" : null;
  if (target.type !== "MemberExpression") return null;
  const key = keyOf(target);
  if (target.object.type === "Identifier" && target.object.name === "module") return key === "exports" ? "" : null;
  const outer = nameAssigned(target.object);
  return outer === null || key === null ? null : key === "default" ? outer : memberName(outer, key);
}
