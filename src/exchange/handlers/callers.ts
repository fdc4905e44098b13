/** Functions that answer for the handlers which call them: what is known of those holds for them. */
import type { Bindings } from "../../ast/bindings.ts";
import { enclosingFunction } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Registration, Registrations } from "./registrations.ts";

/** The registrations of the handlers that call the function; none if anybody else can. */
export function registrationsOfCallers(fn: FunctionNode, registrations: Registrations, bindings: Bindings): readonly Registration[] {
  const { parent } = fn;
  const name = fn.type === "FunctionDeclaration" ? fn.id : parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : null;
  if (!name) return [];
  const found = bindings.usesOf(name).map((use) => (use.parent?.type === "CallExpression" && use.parent.callee === use ? registrationsAround(use, registrations) : []));
  const declaration = fn.type === "FunctionDeclaration" ? parent : parent.parent?.parent;
  const isExported = declaration?.type === "ExportNamedDeclaration" || declaration?.type === "ExportDefaultDeclaration";
  return isExported || found.some((some) => some.length === 0) ? [] : [...new Set(found.flat())];
}

function registrationsAround(use: Parameters<typeof enclosingFunction>[0], registrations: Registrations): readonly Registration[] {
  for (let at = enclosingFunction(use); at; at = enclosingFunction(at)) {
    const some = registrations.get(at);
    if (some) return some;
  }
  return [];
}
