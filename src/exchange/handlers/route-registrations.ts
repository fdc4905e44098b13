/**
 * With which method and route somebody hands out a function that makes answers: `app.get("/users", list)`,
 * `{ "/users": { POST: create } }`. A word that registers and a path tell it, whoever made the router.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { staticTextOf } from "../../ast/static-value.ts";
import type { Framework } from "../../frameworks/framework.ts";
import type { Registration } from "./registrations.ts";

/** Every registration of the function, where it stands or by its name. */
export function routeRegistrations(fn: FunctionNode, framework: Framework, bindings: Bindings): Registration[] {
  const told = { framework, isLast: true, evidence: "form", before: [] } as const;

  const around = (start: TSESTree.Node, isNamed: boolean): Registration[] => {
    for (let at = start; at.parent; at = at.parent) {
      const { parent } = at;
      if (parent.type === "CallExpression") {
        const isGiven = parent.callee !== at;
        const registration = isGiven ? byCall(parent, at) : undefined;
        if (registration) return [registration];
        // A wrapper hands the function on: `app.get("/users", cached(list))`.
        if (!isGiven) return [];
      } else if (parent.type === "Property") {
        return parent.value === at ? inTable(parent) : [];
      } else if (parent.type === "VariableDeclarator") {
        return parent.id.type === "Identifier" && !isNamed ? bindings.usesOf(parent.id).flatMap((use) => around(use, true)) : [];
      } else if (parent.type !== "ArrayExpression" && bare(parent) === parent) {
        return [];
      }
    }
    return [];
  };

  const byCall = (node: TSESTree.CallExpression, handler: TSESTree.Node): Registration | undefined => {
    const { registrations, mounts } = framework.handlers;
    const word = node.callee.type === "MemberExpression" ? keyOf(node.callee) ?? "" : "";
    const [first] = node.arguments;
    const route = first && first !== handler ? pathIn(first, bindings) : null;
    const isMount = mounts.includes(word);
    const method = Object.hasOwn(registrations, word) ? registrations[word] : undefined;
    if (!isMount && (method === undefined || route === null)) return undefined;
    return { ...told, method: method ?? "ANY", route, isMount, isMiddleware: isMount };
  };

  /** A member that is named after a path answers every method, one that is named after a method answers that. */
  const inTable = (member: TSESTree.Property): Registration[] => {
    const key = keyOf(member) ?? "";
    if (key.startsWith("/")) return [{ ...told, method: "ANY", route: key, isMount: false }];
    const method = Object.values(framework.handlers.registrations).find((one) => one === key);
    const outer = member.parent.parent;
    const path = outer.type === "Property" ? keyOf(outer) ?? "" : "";
    return method === undefined ? [] : [{ ...told, method, route: path.startsWith("/") ? path : null, isMount: false }];
  };

  return fn.type === "FunctionDeclaration" && fn.id ? bindings.usesOf(fn.id).flatMap((use) => around(use, true)) : around(fn, false);
}

function pathIn(node: TSESTree.Node, bindings: Bindings): string | null {
  const text = staticTextOf(node, bindings);
  return text !== undefined && /^[/*]/.test(text) ? text : null;
}
