/** Paths that tell the same story from here on become one, so that a handler has few of them. */
import type { Path, PathState } from "./path.ts";

/** At most this many paths are followed at once; beyond it, paths are joined and their parts become alternatives. */
const mostPaths = 32;

/**
 * Joins the paths that tell the same story from here on. What only some of them know is forgotten; what the carrier was
 * told stays apart, unless there are too many paths.
 */
export function join(paths: readonly Path[]): Path[] {
  if (paths.length < 2) return [...paths];
  const joined: Path[] = [];
  for (const path of paths) {
    const twin = joined.findIndex((other) => isSameStory(path.state, other.state));
    const other = joined[twin];
    if (other) joined[twin] = common(other, path, other.state.carriers);
    else joined.push(path);
  }
  return joined.length > mostPaths ? [joined.reduce((first, second) => common(first, second, either(first, second)))] : joined;
}

const isSameStory = (one: PathState, other: PathState): boolean =>
  isSameAnswer(one.carriers, other.carriers) && one.values === other.values
  && one.methods === other.methods && one.isHandedOn === other.isHandedOn && one.isPassedOn === other.isPassedOn;

type Carriers = PathState["carriers"];

/** After delivery only the fact counts, not what was sent. */
const isSameAnswer = (one: Carriers, other: Carriers): boolean =>
  one === other || (one.size === other.size && [...one].every(([born, carrier]) => {
    const twin = other.get(born);
    return carrier === twin || (carrier.delivered !== undefined && twin?.delivered !== undefined);
  }));

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
  });
}

/** Too many paths: what each says of a carrier becomes alternatives. */
const either = (one: Path, other: Path): Carriers =>
  new Map([...one.state.carriers].map(([born, first]) => {
    const second = other.carrierAt(born);
    return [born, {
      ...first,
      status: [...new Set([...first.status, ...second.status])],
      fields: new Map([...first.fields].filter(([name]) => second.fields.has(name))),
      delivered: first.delivered && second.delivered,
    }];
  }));
