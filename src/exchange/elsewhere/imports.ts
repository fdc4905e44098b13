/** The values at the end of imports, in the other files of a project. Whatever cannot be followed there is unknown. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isAbsolute, sep } from "node:path";
import { placesOfOthers } from "../../ast/bindings.ts";
import type { Bindings, Imported, Importer } from "../../ast/bindings.ts";
import { exportsOf } from "../../ast/exported-values.ts";
import type { Origin } from "../../ast/origins.ts";
import { fileAt, keeping, realPathOf, textAt } from "../../project/kept-files.ts";
import { follow } from "../../project/follow.ts";
import { sourceHandedOn } from "../../project/handed-on.ts";
import type { Handing } from "../../project/follow.ts";
import type { Language } from "../../project/language.ts";
import { moduleOf } from "../../project/modules.ts";
import { projectRootOf } from "../../project/package-json.ts";
import { workspaceAround } from "../../project/workspace.ts";
import { bindingsOf } from "./parsed-file.ts";
import type { Reader } from "./parsed-file.ts";

/** Larger files are bundles, which nobody wrote; the syntax of more files is not kept. */
const most = { size: 1024 * 1024, files: 64 };

/** Modules are found anew at most this often (milliseconds). */
const freshness = 1000;

const source = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** A parser reads a project in its own way, and a process may have several. */
const readers = new WeakMap<object, Imports>();

/** Follows the imports of a file, which is on the disk. */
export function importerFor(filename: string, language: Language | undefined, visitorKeys: Reader["visitorKeys"]): Importer | undefined {
  return isAbsolute(filename) ? importsFor(language, visitorKeys)?.importerOf(filename) : undefined;
}

/** The whole of another file, which the linted file knows from then on. */
export function fileKnownTo(linted: Bindings, path: string, language: Language | undefined): Bindings | undefined {
  const file = importsFor(language, linted.sourceCode.visitorKeys)?.bindingsAt(path);
  if (file) linted.join(file);
  return file;
}

function importsFor(language: Language | undefined, visitorKeys: Reader["visitorKeys"]): Imports | undefined {
  if (!language?.parser) return undefined;
  const imports = readers.get(language.parser) ?? new Imports({ language, visitorKeys });
  readers.set(language.parser, imports);
  return imports;
}

/** What a file hands out: where it has it from, or what it is. */
type Handed = { readonly origin: Origin } | { readonly node: TSESTree.Node; readonly bindings: Bindings };

interface OtherFile {
  readonly bindings: () => Bindings | undefined;
  /** Nothing is parsed for a text without the name, nor for one that hands the name on. */
  handing(name: string | undefined): Handing<Handed> | undefined;
}

class Imports {
  readonly #reader: Reader;
  readonly #fileAt: (path: string) => OtherFile | undefined;
  /** What was found lately, by the file that names a module, and the name. */
  readonly #modules = new Map<string, string | undefined>();
  #foundAt = -Infinity;
  #place = placesOfOthers;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#fileAt = keeping((path, { size }) => (size > most.size ? undefined : this.#read(path)), most.files);
  }

  importerOf(from: string): Importer {
    return (origin) => follow<Handed, Imported>(origin, from, {
      moduleOf: (name, file) => this.#moduleOf(name, file),
      handingOf: (module, [name]) => this.#fileAt(module)?.handing(name),
      onFrom: (one, rest) => ("node" in one ? { end: { ...one, path: rest } } : { source: one.origin.source, path: [...one.origin.path, ...rest] }),
    });
  }

  bindingsAt(path: string): Bindings | undefined {
    return this.#fileAt(path)?.bindings();
  }

  #moduleOf(name: string, from: string): string | undefined {
    const now = Date.now();
    if (now - this.#foundAt >= freshness) {
      this.#modules.clear();
      this.#foundAt = now;
    }
    const key = `${from}\n${name}`;
    if (!this.#modules.has(key)) this.#modules.set(key, this.#find(name, from));
    return this.#modules.get(key);
  }

  #find(name: string, from: string): string | undefined {
    const root = projectRootOf(from);
    if (root === undefined) return undefined;
    const around = realPathOf(workspaceAround(from) ?? root);
    return moduleOf(name, from, root, (path) => source.test(path) && fileAt(path) !== undefined && isInside(realPathOf(path), around));
  }

  #read(path: string): OtherFile {
    const text = textAt(path);
    let bindings: Bindings | undefined;
    let isParsed = false;
    const parse = (): Bindings | undefined => {
      if (!isParsed) bindings = this.#parse(text, path);
      isParsed = true;
      return bindings;
    };
    let known: Handing<Handed> | undefined;
    let isHanding = false;
    return {
      bindings: parse,
      handing: (name) => {
        const source = isParsed || name === undefined ? undefined : sourceHandedOn(text, name);
        if (source !== undefined && name !== undefined) return { exported: new Map([[name, [{ origin: { source, path: [name] } }]]]), everythingOf: [] };
        if (!isHanding && (name === undefined || text.includes(name) || /\bexport\s*\*|\.\.\.\s*require\b/.test(text))) {
          isHanding = true;
          const file = parse();
          known = file && handingOf(file);
        }
        return known;
      },
    };
  }

  #parse(text: string, path: string): Bindings | undefined {
    const start = this.#place;
    this.#place += text.length + 1;
    return bindingsOf(text, path, this.#reader, start, this.importerOf(path));
  }
}

function handingOf(bindings: Bindings): Handing<Handed> {
  const { values, everythingOf } = exportsOf(bindings);
  // A name that stands for several values stands for none that is sure.
  const exported = [...values].flatMap(([name, [one, ...others]]): [string, Handed[]][] =>
    (one && others.length === 0 ? [[name, ["node" in one ? { node: one.node, bindings } : one]]] : []));
  return { exported: new Map(exported), everythingOf };
}

const isInside = (path: string | undefined, folder: string | undefined): boolean =>
  path !== undefined && folder !== undefined && path.startsWith(folder + sep) && !path.includes(`${sep}node_modules${sep}`);
