/** From a name that a file imports to what stands at the end of the way, through files that hand it on. */

/** A specifier, and the members that lead to the value there. */
interface Name {
  readonly source: string;
  readonly path: readonly string[];
}

/** What a module hands out. */
export interface Handing<One> {
  /** By the dotted name. */
  readonly exported: ReadonlyMap<string, readonly One[]>;
  /** The modules whose exports are all exported again. */
  readonly everythingOf: readonly string[];
}

export interface Way<One, End> {
  moduleOf(source: string, from: string): string | undefined;
  /** The module is the end of the way, whatever it exports. */
  arrivesAt?(module: string, path: readonly string[]): End | undefined;
  handingOf(module: string, path: readonly string[]): Handing<One> | undefined;
  /** Where the module itself has the value from, or else what it is. `rest`: the members of it that are meant. */
  onFrom(one: One, rest: readonly string[]): Name | { readonly end: End } | undefined;
}

/** Imports that go round end here, and nobody hands a value on more often. */
const mostHops = 4;

/**
 * The longest part of the name that a module knows counts. What it does not know by name may be in one of those that it
 * exports whole, and last of all in its default.
 */
export function follow<One, End>(name: Name, from: string, way: Way<One, End>, hop = 0): End | undefined {
  const { source, path } = name;
  const module = way.moduleOf(source, from);
  if (module === undefined || hop >= mostHops) return undefined;
  const arrived = way.arrivesAt?.(module, path);
  if (arrived !== undefined) return arrived;
  const handing = way.handingOf(module, path);
  if (!handing) return undefined;
  const by = (length: number): End | undefined => firstOf(handing.exported.get(path.slice(0, length).join(".")) ?? [], (one) => {
    const on = way.onFrom(one, path.slice(length));
    return on && ("end" in on ? on.end : follow(on, module, way, hop + 1));
  });
  const lengths = Array.from(path, (_, index) => path.length - index);
  return firstOf(lengths, by) ?? firstOf(handing.everythingOf, (every) => follow({ source: every, path }, module, way, hop + 1)) ?? by(0);
}

function firstOf<One, Found>(list: readonly One[], look: (one: One) => Found | undefined): Found | undefined {
  for (const one of list) {
    const found = look(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
