/** Which routes a project registers for the functions that one of its files exports, wherever it does so. */
import type { Framework } from "../../frameworks/framework.ts";
import { follow } from "../../project/follow.ts";
import { moduleOf } from "../../project/modules.ts";
import { SourceFiles } from "../../project/source-files.ts";
import type { Glance, Interest } from "../../project/source-files.ts";
import { bindingsOf } from "./parsed-file.ts";
import type { Reader } from "./parsed-file.ts";
import { routeFileOf } from "./route-file.ts";
import type { RouteFile } from "./route-file.ts";
import type { Registration } from "../handlers/registrations.ts";
import type { Target } from "./targets.ts";
import { isWhole, underPrefix, withOneRoute } from "./whole-route.ts";

/** Bounds that no project reaches which a person could still read. */
const most = { files: 300, imports: 3, mounts: 5 };

/** Milliseconds after which modules are found anew, since what tells where they lie (tsconfig.json, package.json) is no source file. */
const freshness = 30_000;

const nothing: RouteFile = { handed: [], bySource: new Map(), exported: new Map(), everythingOf: [] };

export interface ProjectOptions extends Reader {
  readonly root: string;
  /** The folders and files in which routes are looked for. */
  readonly starts: readonly string[];
  readonly frameworks: readonly Framework[];
}

export class ProjectRoutes {
  readonly #options: ProjectOptions;
  readonly #files: SourceFiles;
  readonly #read = new WeakMap<Glance, RouteFile>();
  /** What was found since a file changed. */
  readonly #found = { near: new Map<string, ReadonlySet<string>>(), prefixes: new Map<string, readonly string[]>(), modules: new Map<string, string | undefined>() };

  #foundAt = -Infinity;

  /** The names that linted files export. */
  readonly #exports = new Map<string, ReadonlySet<string>>();

  constructor(options: ProjectOptions, interestIn: (text: string) => Interest) {
    this.#options = options;
    this.#files = new SourceFiles(options.starts, interestIn);
  }

  /** By the dotted name of the export, the registrations that other files make for it. `names` are those of all exports. */
  to(path: string, names: readonly string[]): ReadonlyMap<string, readonly Registration[]> {
    const isNew = this.#files.include(path);
    // A text that is no file of the project, as in tests of rules, has no routes elsewhere.
    if (!this.#files.has(path)) return new Map();
    this.#refresh(isNew);
    this.#noteExports(path, new Set(names.map((name) => name.split(".")[0] ?? "").filter(Boolean)));
    const found = new Map<string, Registration[]>();
    const near = this.#near(path);
    for (const file of [...near].sort()) {
      for (const [source, list] of this.#at(file).bySource) {
        const module = this.#moduleOf(source, file);
        if (module === undefined || (module !== path && !near.has(module))) continue;
        for (const { handed: { to, registration }, target } of list) {
          const name = this.#follow(target, file, path)?.join(".");
          if (name === undefined) continue;
          const evidence = target.isWrapped && registration.evidence !== "foreign" ? "form" : registration.evidence;
          const prefixes = isWhole(registration.route) ? [""] : this.#prefixesOf(file, to);
          const whole = prefixes.map((prefix): Registration =>
            ({ ...registration, evidence, route: underPrefix(prefix, registration), ownRoute: registration.route, from: "other-file", ...(target.isWrapped && { isWrapped: true }) }));
          found.set(name, [...(found.get(name) ?? []), ...whole]);
        }
      }
    }
    return new Map([...found].map(([name, all]) => [name, withOneRoute(all)]));
  }

  /** The text of a linted file may be newer than the disk, so that other files are near from now on. */
  #noteExports(path: string, names: ReadonlySet<string>): void {
    const known = this.#exports.get(path);
    if (known && (known.size !== names.size || ![...names].every((name) => known.has(name)))) this.#found.near.delete(path);
    this.#exports.set(path, names);
  }

  #refresh(isNew: boolean): void {
    const now = Date.now();
    if (!this.#files.refresh() && !isNew && now - this.#foundAt < freshness) return;
    this.#foundAt = now;
    for (const known of Object.values(this.#found)) known.clear();
  }

  /** The files that make applications, and those that seem to register what takes errors. */
  applications(): { readonly applying: readonly string[]; readonly catching: readonly string[] } {
    this.#refresh(false);
    const all = this.#files.all();
    return { applying: all.filter(({ applies }) => applies).map(({ path }) => path), catching: all.filter(({ catches }) => catches).map(({ path }) => path) };
  }

  /** The files that import the file, and those that import something of it from a file which hands it on. */
  #near(path: string): ReadonlySet<string> {
    let near = this.#found.near.get(path);
    if (near) return near;
    const found = new Set<string>();
    this.#found.near.set(path, near = found);
    const gather = (imported: string, names: ReadonlySet<string> | undefined, hops: number): void => {
      for (const importer of this.#importersOf(imported)) {
        const isKnown = importer.path === path || found.has(importer.path) || found.size >= most.files;
        if (isKnown || (names && imported !== path && !this.#files.mentions(importer, names))) continue;
        found.add(importer.path);
        if (importer.handsOn && hops > 1) gather(importer.path, this.#namesOf(imported, importer.path, names), hops - 1);
      }
    };
    gather(path, this.#exports.get(path), most.imports);
    return near;
  }

  /** The names under which a file hands on what it imports from another; undefined where others may choose the name. */
  #namesOf(imported: string, path: string, names: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
    const { exported, everythingOf } = this.#at(path);
    const isFrom = (one: Target | number) => typeof one !== "number" && this.#moduleOf(one.source, path) === imported;
    const own = [...exported].flatMap(([name, all]) => (all.some(isFrom) ? [name.split(".")[0] ?? ""] : []));
    const passed = everythingOf.some((source) => this.#moduleOf(source, path) === imported);
    return own.includes("") || (passed && !names) ? undefined : new Set([...own, ...(passed && names ? names : [])]);
  }

  #importersOf(path: string): Set<Glance> {
    return new Set(this.#files.mayName(path).flatMap(({ glance, specifier }) =>
      ((glance.routes || glance.handsOn) && this.#moduleOf(specifier, glance.path) === path ? [glance] : [])));
  }

  #moduleOf(specifier: string, from: string): string | undefined {
    const key = `${from}\n${specifier}`;
    const { modules } = this.#found;
    if (!modules.has(key)) modules.set(key, moduleOf(specifier, from, this.#options.root, (path) => this.#files.has(path)));
    return modules.get(key);
  }

  /** The name under which the file at the end of the way exports the value, if the way leads there. */
  #follow(target: Target, from: string, end: string): readonly string[] | undefined {
    const near = this.#near(end);
    return follow<Target | number, readonly string[]>(target, from, {
      moduleOf: (source, module) => this.#moduleOf(source, module),
      arrivesAt: (module, path) => (module === end ? path : undefined),
      handingOf: (module) => (near.has(module) ? this.#at(module) : undefined),
      onFrom: (one, rest) => (typeof one === "number" ? undefined : { source: one.source, path: [...one.path, ...rest] }),
    });
  }

  /** The paths under which a router of the file is mounted; an empty one if nothing mounts it. */
  #prefixesOf(path: string, router: number | null, depth = 0): readonly string[] {
    if (router === null || depth > most.mounts) return [""];
    const key = `${path}\n${router}`;
    const known = this.#found.prefixes.get(key);
    if (known) return known;
    // Set first, so that routers which mount each other end the search.
    this.#found.prefixes.set(key, [""]);
    const { handed, exported } = this.#at(path);
    const names = new Set([...exported].flatMap(([name, all]) => (all.includes(router) ? [name] : [])));
    const inside = handed.filter((one) => one.router === router && one.to !== router).map((one) => ({ file: path, ...one }));
    const mounting = names.size === 0 ? [] : [...this.#near(path)].filter((file) => this.#files.at(file)?.mounts);
    const outside = mounting.flatMap((file) => this.#at(file).handed
      .filter(({ registration, targets }) => registration.isMount && targets.some((target) => names.has(this.#follow(target, file, path)?.join(".") ?? "\n")))
      .map((one) => ({ file, ...one })));
    const found = [...inside, ...outside].flatMap(({ file, to, registration: { route } }) =>
      this.#prefixesOf(file, to, depth + 1).map((prefix) => prefix + (route ?? "").replace(/\/$/, "")));
    const prefixes = found.length === 0 ? [""] : [...new Set(found)];
    this.#found.prefixes.set(key, prefixes);
    return prefixes;
  }

  #at(path: string): RouteFile {
    const glance = this.#files.at(path);
    if (!glance) return nothing;
    let file = this.#read.get(glance);
    if (!file) this.#read.set(glance, file = this.#parse(glance));
    return file;
  }

  #parse(glance: Glance): RouteFile {
    const text = this.#files.take(glance);
    const bindings = text === undefined ? undefined : bindingsOf(text, glance.path, this.#options);
    return bindings ? routeFileOf(bindings, this.#options.frameworks) : nothing;
  }
}
