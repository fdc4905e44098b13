/** What a file says about routes, as plain data: its syntax is forgotten once it is read. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { exportsOf } from "../../ast/exported-values.ts";
import { bare } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";
import { readRegistrations } from "../handlers/registrations.ts";
import type { Registration } from "../handlers/registrations.ts";
import { routerOf, targetsOf } from "./targets.ts";
import type { Target } from "./targets.ts";

/** Something that the file hands to a router. */
export interface Handed {
  /** The router, by its place in the source; null where it cannot be told. */
  readonly to: number | null;
  readonly registration: Registration;
  readonly targets: readonly Target[];
  /** Set where the file hands one of its own routers to another. */
  readonly router: number | null;
}

export interface RouteFile {
  readonly handed: readonly Handed[];
  /** By the module that the file names for it, what it hands over from there. */
  readonly bySource: ReadonlyMap<string, readonly { readonly handed: Handed; readonly target: Target }[]>;
  /** By the dotted name of an export: where it comes from, or which router it is. */
  readonly exported: ReadonlyMap<string, readonly (Target | number)[]>;
  readonly everythingOf: readonly string[];
}

export function routeFileOf(bindings: Bindings, frameworks: readonly Framework[]): RouteFile {
  const chaining = new Set(frameworks.flatMap(({ handlers: { registrations, mounts, route = [] } }) => [...Object.keys(registrations), ...mounts, ...[route].flat()]));
  const handed: Handed[] = [];
  readRegistrations(bindings, frameworks, (handler, registration, at) => {
    const to = receiverOf(at);
    const targets = targetsOf(handler, bindings);
    const router = registration.isMount ? routerOf(handler, chaining, bindings) : null;
    if (targets.length > 0 || router !== null) handed.push({ to: to && routerOf(to, chaining, bindings), registration, targets, router });
  });
  const { values, everythingOf } = exportsOf(bindings);
  const exported = new Map([...values].map(([name, all]) => [name, all.flatMap((one): (Target | number)[] => {
    if ("origin" in one) return [{ source: one.origin.source, path: one.origin.path, isWrapped: false }];
    const router = routerOf(one.node, chaining, bindings);
    return [...(router === null ? [] : [router]), ...targetsOf(one.node, bindings)];
  })] as const));
  const bySource = new Map<string, { handed: Handed; target: Target }[]>();
  for (const one of handed) {
    for (const target of one.targets) {
      const list = bySource.get(target.source);
      if (list) list.push({ handed: one, target });
      else bySource.set(target.source, [{ handed: one, target }]);
    }
  }
  return { handed, bySource, exported, everythingOf };
}

/** The application or router of `router.get(…)`. */
function receiverOf(at: TSESTree.Node): TSESTree.Node | null {
  const callee = at.type === "CallExpression" ? bare(at.callee) : null;
  return callee?.type === "MemberExpression" ? callee.object : null;
}
