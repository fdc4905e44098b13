/** Handlers that hand back an answer which they made: what they do is the evidence, the name of their export tells the method. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { calleeNameOf, enclosingFunction, keyOf, nameOf, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { annotationOf } from "./annotations.ts";
import { registrationsOfCallers } from "./callers.ts";
import { Deputies } from "../deputies/deputies.ts";
import { fileRegistrations } from "./file-handlers.ts";
import type { Handler } from "./handlers.ts";
import type { MakingDialect } from "./making-dialect.ts";
import type { Makings } from "./makings.ts";
import type { Registration } from "./registrations.ts";
import { routeRegistrations } from "./route-registrations.ts";

export interface Answering {
  /** In the order of the source. */
  readonly handlers: readonly Handler[];
  /** The functions that make answers for them. */
  readonly deputies: Deputies;
}

export function answeringFunctionsIn(bindings: Bindings, { framework, file }: MakingDialect, major: number | undefined, makings: Makings): Answering {
  const registrations = file ? fileRegistrations(framework, file, bindings) : new Map<FunctionNode, Registration[]>();
  const isRegistered = (fn: FunctionNode): boolean => {
    if (!registrations.has(fn)) {
      const own = routeRegistrations(fn, framework, bindings);
      if (own.length > 0) registrations.set(fn, own);
    }
    return registrations.has(fn);
  };
  // Who reads the request decides what to answer, and stands for itself.
  const isHandler = (fn: FunctionNode): boolean => isRegistered(fn) || isStandIn(fn) || (requestOf(fn, bindings)?.references.length ?? 0) > 0;
  const deputies = new Deputies({ framework, major, bindings, makings, helpers: {}, isHandler });
  const owners = new Map<FunctionNode, { readonly leaves: boolean }[]>();
  for (const { node, owner } of bindings.outline.calls) {
    const making = makings.get(node) ?? (node.type === "CallExpression" ? deputies.making(node) : undefined);
    if (making && owner) owners.set(owner, [...(owners.get(owner) ?? []), making]);
  }
  const handlers = new Map<FunctionNode, Handler>();
  for (const [owner, own] of owners) {
    const fn = outermost(owner, (one) => owners.has(one) || isRegistered(one));
    if (handlers.has(fn)) continue;
    // Who only throws an answer helps a handler; and a stand-in for a server answers nobody.
    if (!isRegistered(fn) && (own.every(({ leaves }) => leaves) || isStandIn(fn))) continue;
    handlers.set(fn, {
      fn, framework, name: nameOf(fn), response: undefined, request: requestOf(fn, bindings), next: undefined, error: undefined,
      registrations: registrations.get(fn) ?? [],
    });
  }
  for (const [fn, handler] of handlers) {
    if (deputies.isReadAtCalls(fn, (one) => handlers.has(one))) handlers.delete(fn);
    else if (handler.registrations.length === 0) handlers.set(fn, { ...handler, registrations: registrationsOfCallers(fn, registrations, bindings) });
  }
  return { handlers: [...handlers.values()].sort((one, other) => one.fn.range[0] - other.fn.range[0]), deputies };
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
const contextName = /^_?(?:c|ctx|context|event)$/;

/** The parameter that is the request or the part of one that is, or else the context that holds it. */
function requestOf(fn: FunctionNode, bindings: Bindings): Variable | undefined {
  const parameters = parametersOf(fn);
  for (const parameter of parameters) {
    const named = parameter.type === "ObjectPattern" ? requestIn(parameter) : parameter;
    if (named?.type === "Identifier" && (requestName.test(named.name) || isRequest(named))) return bindings.variableOf(named);
  }
  const context = parameters.find((parameter) => parameter.type === "Identifier" && contextName.test(parameter.name));
  return context && bindings.variableOf(context);
}

const requestIn = ({ properties }: TSESTree.ObjectPattern): TSESTree.Node | undefined =>
  properties.find((property): property is TSESTree.Property => property.type === "Property" && requestName.test(keyOf(property) ?? ""))?.value;

function isRequest(parameter: TSESTree.Node): boolean {
  const type = annotationOf(parameter);
  return type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && /^(?:Next)?Request$/.test(type.typeName.name);
}
