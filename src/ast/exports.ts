/** What a file exports by name: `default` for the default export. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "./bindings.ts";
import { functionsIn } from "./denoted-functions.ts";
import { bare, keyOf } from "./functions.ts";
import type { FunctionNode } from "./functions.ts";

/** The functions that each name stands for, through wrappers such as `withAuth(handler)`; `default.fetch` is a member of the default. */
export function exportedFunctions(bindings: Bindings): ReadonlyMap<string, readonly FunctionNode[]> {
  const found = new Map<string, readonly FunctionNode[]>();
  const note = (name: string | null, node: TSESTree.Node | null | undefined): void => {
    const functions = name !== null && node ? functionsIn(node, bindings, { fewest: 0 }) : [];
    if (name !== null && functions.length > 0) found.set(name, functions);
  };
  for (const statement of bindings.sourceCode.ast.body) {
    switch (statement.type) {
      case "ExportDefaultDeclaration":
        note("default", statement.declaration);
        for (const [name, value] of membersOf(statement.declaration, bindings)) note(`default.${name}`, value);
        break;
      case "ExportNamedDeclaration":
        for (const { local, exported } of statement.specifiers) if (!statement.source) note(nameIn(exported), local);
        if (statement.declaration?.type === "FunctionDeclaration") note(statement.declaration.id?.name ?? null, statement.declaration);
        if (statement.declaration?.type === "VariableDeclaration") {
          for (const { id, init } of statement.declaration.declarations) note(id.type === "Identifier" ? id.name : null, init);
        }
        break;
      case "ExpressionStatement":
        if (statement.expression.type === "AssignmentExpression") note(nameAssigned(statement.expression.left), statement.expression.right);
        break;
      default:
    }
  }
  return found;
}

/** The members of an object literal, also of one that has a name. */
function membersOf(node: TSESTree.Node, bindings: Bindings): [name: string, value: TSESTree.Node][] {
  const value = bare(node);
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  const init = variable ? bindings.initOf(variable) : null;
  const object = init ? bare(init) : value;
  if (object.type !== "ObjectExpression") return [];
  return object.properties.flatMap((property) => (property.type === "Property" ? [[keyOf(property) ?? "", property.value]] : []));
}

const nameIn = (node: TSESTree.Identifier | TSESTree.StringLiteral): string => (node.type === "Identifier" ? node.name : node.value);

/** `module.exports = …` is the default, `exports.GET = …` and `module.exports.GET = …` are named. */
function nameAssigned(target: TSESTree.Node): string | null {
  if (target.type !== "MemberExpression") return null;
  const name = keyOf(target);
  const { object } = target;
  if (object.type === "Identifier") return object.name === "exports" ? name : object.name === "module" && name === "exports" ? "default" : null;
  return object.type === "MemberExpression" && object.object.type === "Identifier" && object.object.name === "module" && keyOf(object) === "exports" ? name : null;
}
