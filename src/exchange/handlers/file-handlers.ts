/** Handlers that a framework finds by the path of their file and the name of their export. */
import type { Bindings } from "../../ast/bindings.ts";
import { functionsIn } from "../../ast/denoted-functions.ts";
import { exportsOf } from "../../ast/exported-values.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework, HandlerFiles } from "../../frameworks/framework.ts";
import type { Registration } from "./registrations.ts";

/** The rule of the framework for a file, and the route that its path tells. */
export interface HandlerFile {
  readonly rule: HandlerFiles;
  readonly route: string | null;
}

/** What the path of a file means to the framework. */
export function handlerFile({ files = [] }: Framework, filename: string): HandlerFile | undefined {
  const path = filename.replaceAll("\\", "/");
  for (const rule of files) {
    const match = rule.path.exec(path);
    if (match) return { rule, route: match.groups?.["route"] === undefined ? null : routeOf(match.groups["route"]) };
  }
  return undefined;
}

/** The registrations that the exports of the file amount to. */
export function fileRegistrations(framework: Framework, { rule, route }: HandlerFile, bindings: Bindings): Map<FunctionNode, Registration[]> {
  const found = new Map<FunctionNode, Registration[]>();
  for (const [name, values] of exportsOf(bindings).values) {
    for (const value of values) {
      const as = value.byDefault ? ["default", name].filter(Boolean).join(".") : name;
      const method = Object.hasOwn(rule.exports, as) ? rule.exports[as] : undefined;
      if (method === undefined || !("node" in value)) continue;
      // Through wrappers too: `withAuth(handler)`.
      for (const fn of functionsIn(value.node, bindings, { fewest: 0 })) {
        const registration: Registration = {
          framework, method, route, isMount: false, isLast: true, evidence: "origin", before: [],
          exported: fn, from: as === "default" ? "file-name" : "export", isMiddleware: rule.isMiddleware ?? false,
        };
        found.set(fn, [...(found.get(fn) ?? []), registration]);
      }
    }
  }
  return found;
}

/** Folders as a route: groups and slots say nothing, `[id]` is a parameter, which `[[id]]` may miss, `[...path]` takes the rest. */
function routeOf(folders: string): string {
  const parts = folders.split("/").filter((part) => part !== "" && part !== "index" && !/^\(.*\)$|^@/.test(part));
  return `/${parts.map((part) => part.replaceAll(/\[\[?\.\.\.([^\]]+)\]\]?/g, "*$1").replaceAll(/\[\[([^\]]+)\]\]/g, ":$1?").replaceAll(/\[([^\]]+)\]/g, ":$1")).join("/")}`;
}
