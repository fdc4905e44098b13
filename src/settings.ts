/** settings["http-status"]: its shape, its defaults, its validation. The only reader of it. */
import * as frameworks from "./frameworks/index.ts";

export interface Conventions {
  /** The code for content that fails validation. */
  readonly validation: 400 | 422 | "either";
  /** The code for a duplicate or a version clash. */
  readonly conflict: 409 | 422;
  /** The code for what a caller may not see. */
  readonly hidden: 403 | 404;
  /** The code for deleting what is not there. */
  readonly deletedMissing: 404 | 204;
  /** How a success with nothing to say is answered. */
  readonly acknowledgement: "content" | "no-content";
}

export interface Settings {
  /** What `eslint --fix` applies: only changes that leave the bytes on the wire alone, or the evident ones too. */
  readonly fix: "safe" | "evident";
  readonly conventions: Conventions;
  /** Framework name to false (never read), true (read on weaker evidence) or a major version. */
  readonly frameworks: Readonly<Record<string, boolean | number>>;
  /** Whether routes are looked for in other files of the project, or in which files and folders of it. */
  readonly routes: boolean | readonly string[];
  /** Whether the values of imports are looked for in other files of the project. */
  readonly imports: boolean;
  /** Functions that answer and cannot be followed: by their names as they are called. */
  readonly helpers: Readonly<Record<string, Helper>>;
}

/** Where a function that answers takes what it answers with: the places of its arguments, counted from 0. */
export interface Helper {
  readonly status?: number;
  /** The status that it always has. */
  readonly code?: number;
  readonly content?: number;
}

/** What a configuration file writes: any part of it. */
export interface SettingsInput {
  readonly fix?: Settings["fix"];
  readonly conventions?: Partial<Conventions>;
  readonly frameworks?: Settings["frameworks"];
  readonly routes?: Settings["routes"];
  readonly imports?: Settings["imports"];
  readonly helpers?: Settings["helpers"];
}

type Choices<Shape> = { readonly [Key in keyof Shape]: readonly [Shape[Key], ...Shape[Key][]] };

/** What each key takes; the first value is the default. */
export const choices: { readonly fix: Choices<Settings>["fix"]; readonly conventions: Choices<Conventions> } = {
  fix: ["safe", "evident"],
  conventions: {
    validation: [400, 422, "either"],
    conflict: [409, 422],
    hidden: [403, 404],
    deletedMissing: [404, 204],
    acknowledgement: ["content", "no-content"],
  },
};

const validated = new WeakMap<object, Settings>();

/** The plugin's settings, from the settings object that ESLint shares among all rules of a file. */
export function settingsOf(shared: Readonly<Record<string, unknown>>): Settings {
  let settings = validated.get(shared);
  if (settings === undefined) {
    const input = shared["http-status"];
    settings = input === undefined ? defaults : validate(input);
    validated.set(shared, settings);
  }
  return settings;
}

const root = 'settings["http-status"]';
const defaults = validate({});

function validate(input: unknown): Settings {
  const written = recordAt(root, input, ["fix", "conventions", "frameworks", "routes", "imports", "helpers"]);
  const conventions = recordAt(`${root}.conventions`, written["conventions"], Object.keys(choices.conventions));
  return Object.freeze({
    fix: choiceAt(`${root}.fix`, written["fix"], choices.fix),
    conventions: Object.freeze(
      Object.fromEntries(
        Object.entries<readonly [unknown, ...unknown[]]>(choices.conventions).map(([key, values]) => [
          key,
          choiceAt(`${root}.conventions.${key}`, conventions[key], values),
        ]),
      ) as unknown as Conventions,
    ),
    frameworks: frameworksAt(`${root}.frameworks`, written["frameworks"]),
    routes: routesAt(`${root}.routes`, written["routes"]),
    imports: choiceAt(`${root}.imports`, written["imports"], [true, false]),
    helpers: helpersAt(`${root}.helpers`, written["helpers"]),
  });
}

function frameworksAt(path: string, input: unknown): Settings["frameworks"] {
  const written = recordAt(path, input, Object.keys(frameworks));
  for (const { name, majors } of Object.values(frameworks)) {
    choiceAt(`${path}${memberOf(name)}`, written[name], [true, false, ...majors]);
  }
  return Object.freeze({ ...written }) as Settings["frameworks"];
}

/** Paths start at the folder of the project's package.json and stay in it. */
function routesAt(path: string, input: unknown): Settings["routes"] {
  if (input === undefined) return true;
  if (typeof input === "boolean") return input;
  const isInside = (one: unknown): one is string => typeof one === "string" && one !== "" && !/^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(one);
  if (!Array.isArray(input)) refuse(path, "true, false or a list of paths", input);
  return Object.freeze(input.map((one: unknown, index) => (isInside(one) ? one : refuse(`${path}[${index}]`, "a path inside the project", one))));
}

function helpersAt(path: string, input: unknown): Settings["helpers"] {
  const helpers = Object.entries(recordAt(path, input)).map(([name, written]): [string, Helper] => {
    const at = `${path}${memberOf(name)}`;
    const helper = recordAt(at, written, ["status", "code", "content"]);
    for (const [key, value] of Object.entries(helper)) {
      if (key === "code") numberAt(`${at}.code`, value, 100, 999, "a status code");
      else numberAt(`${at}.${key}`, value, 0, 99, "the place of an argument, counted from 0");
    }
    return [name, Object.freeze({ ...helper })];
  });
  return Object.freeze(Object.fromEntries(helpers));
}

function numberAt(path: string, input: unknown, least: number, most: number, takes: string): void {
  if (!Number.isInteger(input) || Number(input) < least || Number(input) > most) refuse(path, takes, input);
}

/** Without `keys` any will do. */
function recordAt(path: string, input: unknown, keys?: readonly string[]): Readonly<Record<string, unknown>> {
  if (input === undefined) return {};
  if (typeof input !== "object" || input === null || Array.isArray(input)) refuse(path, "an object", input);
  for (const key of Object.keys(input)) {
    if (keys && !keys.includes(key)) refuse(path, listOf(keys, "and"), key);
  }
  return input as Record<string, unknown>;
}

/** The written value if it is one of these; the first of them if nothing is written. */
function choiceAt<Value>(path: string, input: unknown, values: readonly [Value, ...Value[]]): Value {
  if (input === undefined) return values[0];
  const chosen = values.find((value) => value === input);
  return chosen ?? refuse(path, listOf(values.map((value) => JSON.stringify(value)), "or"), input);
}

function refuse(path: string, takes: string, found: unknown): never {
  throw new TypeError(`${path} takes ${takes}, not ${found === undefined || typeof found === "function" ? String(found) : JSON.stringify(found)}.`);
}

function memberOf(name: string): string {
  return /^[a-z]+$/i.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function listOf(items: readonly string[], word: "and" | "or"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1) ?? ""}`;
}
