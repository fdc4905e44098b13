/** Paths that tell the same story from here on become one, so that a handler has few of them. */
import type { Carrier, Written } from "./carrier.ts";
import type { Path, PathState } from "./path.ts";

/** At most this many paths are followed at once; beyond it, paths are joined and their parts become alternatives. */
const mostPaths = 32;

/**
 * Joins the paths that tell the same story from here on. What only some of them know is forgotten; what the carrier was
 * told stays apart, unless there are too many paths.
 */
export function join(paths: readonly Path[]): readonly Path[] {
  if (paths.length < 2) return paths;
  const joined = joinAll(paths);
  return joined.length > mostPaths ? [joined.reduce((first, second) => common(first, second, either(first, second))).with({ isBlurred: true })] : joined;
}

/** The same without a bound. */
export function joinAll(paths: readonly Path[]): Path[] {
  const joined: Path[] = [];
  for (const path of paths) {
    const twin = joined.findIndex((other) => isSameStory(path.state, other.state));
    const other = joined[twin];
    if (other) joined[twin] = common(other, path, other.state.carriers);
    else joined.push(path);
  }
  return joined;
}

const isSameStory = (one: PathState, other: PathState): boolean =>
  one.values === other.values && one.methods === other.methods && one.callSite === other.callSite
  && one.isHandedOn === other.isHandedOn && one.isPassedOn === other.isPassedOn && one.givesNext === other.givesNext
  && isSameAnswer(one.carriers, other.carriers);

type Carriers = PathState["carriers"];

/** After delivery only the fact counts, not what was sent. */
function isSameAnswer(one: Carriers, other: Carriers): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [born, carrier] of one) {
    const twin = other.get(born);
    if (twin === undefined || (carrier !== twin && !isSameCarrier(carrier, twin))) return false;
  }
  return true;
}

const isSameCarrier = (one: Carrier, other: Carrier): boolean =>
  (one.delivered !== undefined && other.delivered !== undefined)
  || (one.delivered === other.delivered && one.location === other.location && one.phrase === other.phrase && one.mayBeDefault === other.mayBeDefault
    && one.made?.content?.node === other.made?.content?.node && one.isSealed === other.isSealed && one.isBroken === other.isBroken && one.streamed === other.streamed && one.isShared === other.isShared
    && one.status.length === other.status.length && one.status.every((written, index) => isSameWord(written, other.status[index]))
    && one.hasOpenFields === other.hasOpenFields && one.fields.size === other.fields.size && [...one.fields].every(([name, value]) => other.fields.get(name) === value));

const isSameWord = (one: Written, other: Written | undefined): boolean => one.word === other?.word && one.value === other.value;

function common(one: Path, other: Path, carriers: Carriers): Path {
  const rest = new Set(other.state.guards);
  return one.with({
    carriers,
    guards: one.state.guards.filter((guard) => rest.has(guard)),
    facts: new Map([...one.state.facts].filter(([key, truth]) => other.state.facts.get(key) === truth)),
    values: one.state.values === other.state.values
      ? one.state.values
      : new Map([...one.state.values].map(([variable, value]) => [variable, other.state.values.get(variable) === value ? value : null])),
    methods: one.state.methods === other.state.methods ? one.state.methods : { only: null, not: [] },
    isHandedOn: one.state.isHandedOn || other.state.isHandedOn,
    isPassedOn: one.state.isPassedOn || other.state.isPassedOn,
    givesNext: one.state.givesNext || other.state.givesNext,
    spent: one.state.spent === other.state.spent ? one.state.spent : new Set([...one.state.spent, ...other.state.spent]),
    isBlurred: one.state.isBlurred || other.state.isBlurred,
  });
}

/** Too many paths: what each says of a carrier becomes alternatives. */
const either = (one: Path, other: Path): Carriers =>
  new Map([...new Set([...one.state.carriers.keys(), ...other.state.carriers.keys()])].map((born) => {
    const [first, second] = [one.carrierAt(born), other.carrierAt(born)];
    return [born, {
      ...first,
      status: [...first.status, ...second.status.filter((written) => !first.status.some((known) => isSameWord(known, written)))],
      mayBeDefault: first.mayBeDefault || second.mayBeDefault || (first.status.length === 0) !== (second.status.length === 0),
      fields: commonFields(first.fields, second.fields),
      hasOpenFields: first.hasOpenFields || second.hasOpenFields || !hasSameNames(first.fields, second.fields),
      phrase: first.phrase === second.phrase ? first.phrase : null,
      isShared: first.isShared || second.isShared,
      delivered: first.delivered && second.delivered,
    }];
  }));

/** The fields that both have; where their values differ, the value is unknown. */
export const commonFields = (one: Carrier["fields"], other: Carrier["fields"]): Carrier["fields"] =>
  new Map([...one].filter(([name]) => other.has(name)).map(([name, value]) => [name, other.get(name) === value ? value : null]));

/** Each sets the fields that the other sets. */
export const hasSameNames = (one: Carrier["fields"], other: Carrier["fields"]): boolean =>
  one.size === other.size && [...one.keys()].every((name) => other.has(name));
