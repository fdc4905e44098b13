/** How a new status is written, so that it looks like the others of the file. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { memberOf } from "../../ast/static-members.ts";
import { staticValueOf } from "../../ast/static-value.ts";
import { constantFor } from "../../http/constants.ts";
import type { Shared } from "./say.ts";

/** A status in the file's own style: as the expression that it replaces, else as most of the file's statuses, else a number. */
export function statusText(code: number, replaced: TSESTree.Node | undefined, delivery: TSESTree.Node, bindings: Bindings, shared: Shared): string {
  const written = shared.written.filter((node) => bindings.isOwn(node));
  const names = written.filter((node) => bare(node).type === "MemberExpression");
  const inReach = names.find((node) => isInReach(bare(node), delivery, bindings));
  const model = replaced ?? (names.length > written.length / 2 ? inReach : undefined);
  return (model && constantLike(bare(model), code, bindings)) ?? String(code);
}

/** The table of constants is declared around the place where it would be used. */
function isInReach(model: TSESTree.Node, place: TSESTree.Node, bindings: Bindings): boolean {
  let at = model;
  while (at.type === "MemberExpression") at = bare(at.object);
  const scope = bindings.variableOf(at)?.scope.block.range;
  return scope !== undefined && scope[0] <= place.range[0] && scope[1] >= place.range[1];
}

function constantLike(model: TSESTree.Node, code: number, bindings: Bindings): string | undefined {
  if (model.type !== "MemberExpression") return undefined;
  const table = bindings.textOf(model.object);
  const origin = bindings.originOf(model);
  const name = (origin ? constantFor(code, origin.source) : undefined) ?? ownNameOf(model.object, code, bindings);
  if (name === undefined) return undefined;
  return /^[\p{L}_$][\p{L}\d_$]*$/u.test(name) ? `${table}.${name}` : `${table}[${JSON.stringify(name)}]`;
}

/** The member of a table of codes in the project that has this value. */
function ownNameOf(named: TSESTree.Node, code: number, bindings: Bindings): string | undefined {
  const imported = bindings.importedBy(named);
  const table = bare(imported?.path.length === 0 ? imported.node : named);
  const variable = bindings.variableOf(table);
  const declaration = variable?.defs[0]?.node;
  const init = variable ? bindings.initOf(variable) : table;
  const object = init ? bare(init) : null;
  const frozen = object?.type === "CallExpression" && object.arguments[0] ? bare(object.arguments[0]) : object;
  const names = declaration?.type === "TSEnumDeclaration"
    ? declaration.body.members.map(({ id }) => (id.type === "Identifier" ? id.name : id.value))
    : frozen?.type === "ObjectExpression" ? frozen.properties.flatMap((property) => keyOf(property) ?? []) : [];
  return names.find((name) => {
    const value = memberOf(table, name, bindings);
    return value === code || (value !== null && typeof value !== "number" && staticValueOf(value, bindings) === code);
  });
}
