/** The registrations of a file's exports that stand in other files of the project. */
import type { Bindings } from "../../ast/bindings.ts";
import { functionsIn } from "../../ast/denoted-functions.ts";
import { exportsOf } from "../../ast/exported-values.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isAbsolute, join } from "node:path";
import type { Framework } from "../../frameworks/framework.ts";
import type { Language } from "../../project/language.ts";
import { projectRootOf } from "../../project/package-json.ts";
import type { Settings } from "../../settings.ts";
import { ProjectRoutes } from "./project-routes.ts";
import { takesPair } from "../handlers/handlers.ts";
import type { Registration, Registrations } from "../handlers/registrations.ts";
import { routeWordsIn } from "./route-words.ts";

/** A parser reads a project in its own way, and a process may have several. */
const projects = new WeakMap<object, Map<string, ProjectRoutes>>();

export interface LintedFile {
  readonly filename: string;
  readonly bindings: Bindings;
  readonly language: Language | undefined;
}

/** The registrations of the file itself, and those that other files make for what it exports. */
export function withOtherFiles(own: Registrations, file: LintedFile, frameworks: readonly Framework[], routes: Settings["routes"]): Registrations {
  const project = projectOf(file, frameworks, routes);
  if (!project) return own;
  const exported = new Map([...exportsOf(file.bindings).values].map(([name, ends]) =>
    [name, new Set(ends.flatMap((end) => ("node" in end ? functionsIn(end.node, file.bindings) : [])))]));
  if (![...exported.values()].some((functions) => [...functions].some(takesPair))) return own;
  const all = new Map<FunctionNode, readonly Registration[]>(own);
  for (const [name, registrations] of project.to(file.filename, [...exported.keys()])) {
    for (const fn of exported.get(name) ?? []) all.set(fn, [...(all.get(fn) ?? []), ...registrations]);
  }
  return all;
}

/** The files of the project that make applications, and those that seem to register what takes errors. */
export const applicationsAround = (file: LintedFile, frameworks: readonly Framework[], routes: Settings["routes"]) => projectOf(file, frameworks, routes)?.applications();

/** The project that the file belongs to, if there is anything to look up. */
function projectOf({ filename, bindings: { sourceCode }, language }: LintedFile, frameworks: readonly Framework[], routes: Settings["routes"]): ProjectRoutes | undefined {
  if (routes === false || !language?.parser || !isAbsolute(filename) || !/\bexports?\b/.test(sourceCode.text)) return undefined;
  const root = projectRootOf(filename);
  if (root === undefined) return undefined;
  const starts = routes === true ? [root] : routes.map((path) => join(root, path));
  let byRoot = projects.get(language.parser);
  if (!byRoot) projects.set(language.parser, byRoot = new Map<string, ProjectRoutes>());
  const key = [root, ...frameworks.map(({ name }) => name), ...(routes === true ? [] : routes)].join("\n");
  let project = byRoot.get(key);
  if (!project) byRoot.set(key, project = new ProjectRoutes({ root, starts, language, visitorKeys: sourceCode.visitorKeys, frameworks }, routeWordsIn(frameworks)));
  return project;
}
