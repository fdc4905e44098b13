/** Handlers that hand back an answer which they made: what they do is the evidence, the name of their export tells the method. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../ast/bindings.ts";
import { calleeNameOf, enclosingFunction, keyOf, nameOf, parametersOf } from "../ast/functions.ts";
import type { FunctionNode } from "../ast/functions.ts";
import { annotationOf } from "./annotations.ts";
import { fileRegistrations } from "./file-handlers.ts";
import type { Handler } from "./handlers.ts";
import type { MakingDialect } from "./making-dialect.ts";
import type { Making, Makings } from "./makings.ts";
import type { Registrations } from "./registrations.ts";

/** Finds them in the order of the source. */
export function answeringFunctionsIn(bindings: Bindings, { framework, file }: MakingDialect, makings: Makings): Handler[] {
  const registrations: Registrations = file ? fileRegistrations(framework, file, bindings) : new Map();
  const owners = new Map<FunctionNode, Making[]>();
  for (const making of makings.values()) {
    if (making.owner) owners.set(making.owner, [...(owners.get(making.owner) ?? []), making]);
  }
  const makes = (fn: FunctionNode): boolean => owners.has(fn) || registrations.has(fn);
  const handlers = new Map<FunctionNode, Handler>();
  for (const [owner, own] of owners) {
    const fn = outermost(owner, makes);
    if (handlers.has(fn)) continue;
    const registered = registrations.get(fn) ?? [];
    // Who only throws an answer helps a handler; and a stand-in for a server answers nobody.
    if (registered.length === 0 && (own.every(({ leaves }) => leaves) || isStandIn(fn))) continue;
    handlers.set(fn, {
      fn, framework, name: nameOf(fn), response: undefined, request: requestOf(fn, bindings), next: undefined, error: undefined, registrations: registered,
    });
  }
  return [...handlers.values()].sort((one, other) => one.fn.range[0] - other.fn.range[0]);
}

/** The outermost function around that makes answers too: what is inside it is part of it. */
function outermost(owner: FunctionNode, makes: (fn: FunctionNode) => boolean): FunctionNode {
  let found = owner;
  for (let at = enclosingFunction(owner); at; at = enclosingFunction(at)) if (makes(at)) found = at;
  return found;
}

/** `vi.fn(() => new Response())`, `globalThis.fetch = async () => Response.json([])` */
function isStandIn({ parent }: FunctionNode): boolean {
  if (parent.type === "CallExpression") return /^(?:fn|spyOn)$|mock/i.test(calleeNameOf(parent) ?? "");
  return parent.type === "AssignmentExpression" && (parent.left.type === "Identifier" ? parent.left.name : keyOf(parent.left)) === "fetch";
}

const requestName = /^_?(?:req|request)$/i;

/** The parameter that is the request, or the part of one that is. */
function requestOf(fn: FunctionNode, bindings: Bindings): Variable | undefined {
  for (const parameter of parametersOf(fn)) {
    const named = parameter.type === "ObjectPattern" ? requestIn(parameter) : parameter;
    if (named?.type === "Identifier" && (requestName.test(named.name) || isRequest(named))) return bindings.variableOf(named);
  }
  return undefined;
}

const requestIn = ({ properties }: TSESTree.ObjectPattern): TSESTree.Node | undefined =>
  properties.find((property): property is TSESTree.Property => property.type === "Property" && requestName.test(keyOf(property) ?? ""))?.value;

function isRequest(parameter: TSESTree.Node): boolean {
  const type = annotationOf(parameter);
  return type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && /^(?:Next)?Request$/.test(type.typeName.name);
}
