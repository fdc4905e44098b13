/** The values at the end of imports, in the other files of a project. Whatever cannot be followed there is unknown. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isAbsolute, sep } from "node:path";
import { placesOfOthers } from "../../ast/bindings.ts";
import type { Bindings, Imported, Importer } from "../../ast/bindings.ts";
import { exportsOf } from "../../ast/exported-values.ts";
import { foundOnce } from "../../ast/found-once.ts";
import type { Origin } from "../../ast/origins.ts";
import { fileAt, keepLast, keeping, realPathOf, textAt } from "../../project/kept-files.ts";
import { follow } from "../../project/follow.ts";
import { sourceHandedOn } from "../../project/handed-on.ts";
import type { Handing } from "../../project/follow.ts";
import type { Language } from "../../project/language.ts";
import { moduleOf } from "../../project/modules.ts";
import { projectRootOf } from "../../project/package-json.ts";
import { workspaceAround } from "../../project/workspace.ts";
import { bindingsOf } from "./parsed-file.ts";
import type { Reader } from "./parsed-file.ts";

/** Larger files are bundles, which nobody wrote. The syntax of so many files is kept, which takes far more room than texts. */
const most = { size: 1024 * 1024, parsed: 64 };

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
  readonly path: string;
  readonly text: string;
}

class Imports {
  readonly #reader: Reader;
  readonly #fileAt: (path: string) => OtherFile | undefined;
  readonly #parsed = new Map<OtherFile, Bindings | undefined>();
  /** What was found lately, by the file that names a module, and the name. */
  readonly #modules = new Map<string, string | undefined>();
  #foundAt = -Infinity;
  #place = placesOfOthers;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#fileAt = keeping((path, { size }) => (size > most.size ? undefined : { path, text: textAt(path) }));
  }

  importerOf(from: string): Importer {
    return (origin) => follow<Handed, Imported>(origin, from, {
      moduleOf: (name, file) => this.#moduleOf(name, file),
      handingOf: (module, [name]) => this.#handingOf(this.#fileAt(module), name),
      onFrom: (one, rest) => ("node" in one ? { end: { ...one, path: rest } } : { source: one.origin.source, path: [...one.origin.path, ...rest] }),
    });
  }

  bindingsAt(path: string): Bindings | undefined {
    const file = this.#fileAt(path);
    return file && this.#bindingsOf(file);
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

  /** Nothing is parsed for a text without the name, nor for one that hands the name on. */
  #handingOf(file: OtherFile | undefined, name: string | undefined): Handing<Handed> | undefined {
    if (!file) return undefined;
    const { text } = file;
    const source = this.#parsed.has(file) || name === undefined ? undefined : sourceHandedOn(text, name);
    if (source !== undefined && name !== undefined) return { exported: new Map([[name, [{ origin: { source, path: [name] } }]]]), everythingOf: [] };
    if (name !== undefined && !text.includes(name) && !/\bexport\s*\*|\.\.\.\s*require\b/.test(text)) return undefined;
    const bindings = this.#bindingsOf(file);
    return bindings && handingOf(bindings);
  }

  #bindingsOf(file: OtherFile): Bindings | undefined {
    const bindings = this.#parsed.has(file) ? this.#parsed.get(file) : this.#parse(file);
    keepLast(this.#parsed, file, bindings, most.parsed);
    return bindings;
  }

  #parse({ text, path }: OtherFile): Bindings | undefined {
    const start = this.#place;
    this.#place += text.length + 1;
    return bindingsOf(text, path, this.#reader, start, this.importerOf(path));
  }
}

const handingOf = foundOnce((bindings: Bindings): Handing<Handed> => {
  const { values, everythingOf } = exportsOf(bindings);
  // A name that stands for several values stands for none that is sure.
  const exported = [...values].flatMap(([name, [one, ...others]]): [string, Handed[]][] =>
    (one && others.length === 0 ? [[name, ["node" in one ? { node: one.node, bindings } : one]]] : []));
  return { exported: new Map(exported), everythingOf };
});

const isInside = (path: string | undefined, folder: string | undefined): boolean =>
  path !== undefined && folder !== undefined && path.startsWith(folder + sep) && !path.includes(`${sep}node_modules${sep}`);
