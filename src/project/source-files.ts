/** The files of one project as text: which modules each of them names, read once and again when it changes. */
import { basename, dirname } from "node:path";
import { sourceFilesUnder } from "./folder-walk.ts";
import { fileAt, textAt } from "./kept-files.ts";

/** What makes a file worth parsing; the others never are. */
export interface Interest {
  readonly routes: boolean;
  /** It hands one router to another. */
  readonly mounts: boolean;
  /** It exports what it imports. */
  readonly handsOn: boolean;
  /** It makes an application, and it seems to register what takes errors. */
  readonly applies: boolean;
  readonly catches: boolean;
}

/** What a glance at the text of a file tells. A changed file gets a new one. */
export interface Glance extends Interest {
  readonly path: string;
  /** The modules that it names, as it writes them. */
  readonly specifiers: readonly string[];
  readonly modifiedAt: number;
  readonly size: number;
}

const tells = ({ routes, handsOn, applies, catches }: Interest): boolean => routes || handsOn || applies || catches;

interface Naming {
  readonly glance: Glance;
  readonly specifier: string;
}

/** Milliseconds between two looks at the files that tell of routes, and between two at all files, of which a large project takes longer. */
const freshness = { telling: 1000, all: 3000, eachFile: 5 };

/** Larger files are bundles, which nobody wrote. */
const largest = 512 * 1024;

/** `{import("./users").User}` in a comment is a type. */
const specifier = /(?:\bfrom|\brequire\s*\(|(?<!\{\s*)\bimport\s*\(?)\s*(["'`])([^"'`\n]+)\1/g;

export class SourceFiles {
  readonly #starts: readonly string[];
  /** Files that are wanted although no start leads to them. */
  readonly #wanted = new Set<string>();
  readonly #interestIn: (text: string) => Interest;
  #glances = new Map<string, Glance>();
  /** Kept from the glance to the parsing, so that no file is read twice. */
  readonly #texts = new Map<string, string>();
  #naming = new Map<string, Naming[]>();
  #lookedAt = -Infinity;
  #lookedAtAll = -Infinity;

  constructor(starts: readonly string[], interestIn: (text: string) => Interest) {
    this.#starts = starts;
    this.#interestIn = interestIn;
  }

  /** Brings up to date what may be out of date by now. Tells whether something changed. */
  refresh(): boolean {
    const now = Date.now();
    if (now - this.#lookedAt < freshness.telling) return false;
    this.#lookedAt = now;
    if (now - this.#lookedAtAll < Math.max(freshness.all, this.#glances.size * freshness.eachFile)) return this.#lookAgain();
    this.#lookedAtAll = now;
    return this.#lookAtAll();
  }

  /** Lists the folders too. */
  #lookAtAll(): boolean {
    const paths = new Set([...sourceFilesUnder(this.#starts), ...this.#wanted]);
    const glances = [...paths].flatMap((path) => this.#glanceAt(path) ?? []);
    if (glances.length === this.#glances.size && glances.every((glance) => this.at(glance.path) === glance)) return false;
    this.#glances = new Map(glances.map((glance) => [glance.path, glance]));
    this.#naming = namingIn(glances);
    return true;
  }

  #lookAgain(): boolean {
    const changes = this.all().filter(tells).map((known) => ({ known, now: this.#glanceAt(known.path) })).filter(({ known, now }) => known !== now);
    for (const { known, now } of changes) {
      if (now) this.#glances.set(now.path, now);
      else this.#glances.delete(known.path);
    }
    if (changes.length > 0) this.#naming = namingIn(this.#glances.values());
    return changes.length > 0;
  }

  /** Makes a file known that the folders do not lead to. Tells whether it is new. */
  include(path: string): boolean {
    const glance = this.has(path) ? undefined : this.#glanceAt(path);
    if (!glance) return false;
    this.#wanted.add(path);
    this.#glances.set(path, glance);
    return true;
  }

  has(path: string): boolean {
    return this.#glances.has(path);
  }

  all(): Glance[] {
    return [...this.#glances.values()];
  }

  at(path: string): Glance | undefined {
    return this.#glances.get(path);
  }

  /** The files that may name the module at the path, and how: the last part of a specifier is like its name. */
  mayName(path: string): readonly Naming[] {
    const stem = stemOf(path);
    const names = stem === "index" ? [stem, ".", basename(dirname(path))] : [stem];
    return names.flatMap((name) => this.#naming.get(name) ?? []);
  }

  /** Whether the text has one of the words; what was given out is read already, which costs no more. */
  mentions({ path }: Glance, words: ReadonlySet<string>): boolean {
    const text = this.#texts.get(path);
    return text === undefined || [...words].some((word) => text.includes(word));
  }

  /** The text behind a glance, which is given out once. */
  take({ path }: Glance): string | undefined {
    const text = this.#texts.get(path);
    this.#texts.delete(path);
    return text;
  }

  #glanceAt(path: string): Glance | undefined {
    const found = fileAt(path);
    if (!found) return undefined;
    const { modifiedAt, size } = found;
    const known = this.#glances.get(path);
    if (known?.modifiedAt === modifiedAt && known.size === size) return known;
    const text = size > largest ? "" : textAt(path);
    const interest = this.#interestIn(text);
    if (interest.routes || interest.handsOn) this.#texts.set(path, text);
    return { ...interest, path, modifiedAt, size, specifiers: Array.from(text.matchAll(specifier), ([, , name]) => name ?? "") };
  }
}

function namingIn(glances: Iterable<Glance>): Map<string, Naming[]> {
  const naming = new Map<string, Naming[]>();
  for (const glance of glances) {
    for (const specifier of new Set(glance.specifiers)) {
      const name = stemOf(specifier);
      const list = naming.get(name);
      if (list) list.push({ glance, specifier });
      else naming.set(name, [{ glance, specifier }]);
    }
  }
  return naming;
}

/** `../routes/users.js` is `users`; `..` and `./` are `.`. */
function stemOf(path: string): string {
  const last = path.split(/[\\/]/).filter(Boolean).at(-1) ?? "";
  return /^\.*$/.test(last) ? "." : last.replace(/\.[cm]?[jt]sx?$/, "");
}
