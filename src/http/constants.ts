/**
 * The matcher of spellings: which code a constant or an error helper of a library stands for, and back.
 *
 * Most names follow from the title of the code, so the registry writes down only those that do not.
 */
import { codeNamed, isRegistered, plainName, statusOf } from "./status.ts";
import { statusCodes, unregisteredCodes } from "./status-codes.ts";
import type { Library, StatusCode, UnregisteredCode } from "./status-codes.ts";

type Style = (words: readonly string[]) => string;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const screaming: Style = (words) => words.join("_").toUpperCase();
const pascal: Style = (words) => words.map(capital).join("");
const camel: Style = ([first = "", ...rest]) => first.toLowerCase() + pascal(rest);

interface Naming {
  /** How a name follows from a title; without it, only the names that the registry writes down exist. */
  readonly style?: Style;
  /** The lowest code that has a name. */
  readonly from?: number;
  /** The export that holds the names. */
  readonly holder?: string;
  /** An older form of the library exports the names without a holder. */
  readonly bare?: true;
}

const namings: Readonly<Record<Library, Naming>> = {
  statusCodes: { style: screaming, holder: "StatusCodes", bare: true },
  httpStatus: { style: screaming, holder: "status", bare: true },
  nest: { style: screaming, holder: "HttpStatus" },
  axios: { style: pascal, holder: "HttpStatusCode" },
  http2: { style: (words) => `HTTP_STATUS_${screaming(words)}`, holder: "constants" },
  httpErrors: { style: (words) => words.join(""), from: 400 },
  boom: { style: camel, from: 400 },
  sensible: { style: camel, from: 400, holder: "httpErrors" },
  nestException: {},
  trpc: {},
  next: {},
};

const constantLibraries: ReadonlyMap<string, Library> = new Map([
  ["http-status-codes", "statusCodes"],
  ["http-status", "httpStatus"],
  ["@nestjs/common", "nest"],
  ["axios", "axios"],
  ["node:http2", "http2"],
  ["http2", "http2"],
]);

const errorLibraries: ReadonlyMap<string, Library> = new Map([
  ["http-errors", "httpErrors"],
  ["@hapi/boom", "boom"],
  ["@fastify/sensible", "sensible"],
  ["@nestjs/common", "nestException"],
  ["@trpc/server", "trpc"],
  ["next/navigation", "next"],
]);

/** The form of http-status-codes that is older than `StatusCodes` lacks what was added later. */
const missingInBareForm: ReadonlySet<string> = new Set([
  "EARLY_HINTS", "MISDIRECTED_REQUEST", "FAILED_DEPENDENCY", "UPGRADE_REQUIRED", "UNAVAILABLE_FOR_LEGAL_REASONS",
]);

/** What a library calls a code, the current name first; empty if it has no name for it. */
export function namesIn(library: Library, row: StatusCode | UnregisteredCode): readonly string[] {
  const written = row.names?.[library];
  if (written === null) return [];
  if (written !== undefined) return typeof written === "string" ? [written] : written;

  const { style, from = 100 } = namings[library];
  return style === undefined || row.code < from || !("title" in row) ? [] : [style(row.title.split(/[ -]/))];
}

const codesByLibrary = new Map<Library, ReadonlyMap<string, number>>();

function codeIn(library: Library, name: string): number | undefined {
  let codes = codesByLibrary.get(library);
  if (codes === undefined) {
    const rows = [...statusCodes, ...unregisteredCodes];
    codes = new Map(rows.flatMap((row) => namesIn(library, row).map((each) => [each, row.code] as const)));
    codesByLibrary.set(library, codes);
  }
  return codes.get(name);
}

/** The members of a path behind what merely wraps the module: a namespace (`*`), a default export. */
function unwrapped(path: readonly string[]): readonly string[] {
  return path.slice(path.findIndex((step) => step !== "*" && step !== "default"));
}

function nameAt({ holder, bare }: Naming, path: readonly string[]): string | undefined {
  const [first, second, ...rest] = unwrapped(path);
  if (rest.length > 0) return undefined;
  if (holder !== undefined && first === holder) return second;
  return second === undefined && (holder === undefined || bare) ? first : undefined;
}

/** http-status keeps the unregistered codes apart: `status.extra.nginx.NO_RESPONSE`. */
function extraOfHttpStatus(path: readonly string[]): number | undefined {
  const name = path.at(-3) === "extra" ? path.at(-1) : undefined;
  return name === undefined ? undefined : codeIn("httpStatus", name);
}

/**
 * The code of a constant, given the module that it comes from and the exported name with the members behind it:
 * `("http-status-codes", ["StatusCodes", "NOT_FOUND"])` is 404. The path of a namespace import starts with `*`.
 */
export function codeOfConstant(source: string, path: readonly string[]): number | undefined {
  const library = constantLibraries.get(source);
  if (library === undefined) return undefined;

  const name = nameAt(namings[library], path);
  if (name === undefined) return library === "httpStatus" ? extraOfHttpStatus(path) : undefined;
  if (library === "statusCodes" && !path.includes("StatusCodes") && missingInBareForm.has(name)) return undefined;

  const code = codeIn(library, name);
  return code !== undefined && library === "httpStatus" && !isRegistered(code) ? undefined : code;
}

/** The current name of a registered code in a library of constants; the inverse of `codeOfConstant`. */
export function constantFor(code: number, source: string): string | undefined {
  const library = constantLibraries.get(source);
  const status = statusOf(code);
  return library === undefined || status === undefined ? undefined : namesIn(library, status)[0];
}

/**
 * The code that an error helper answers: `("http-errors", ["NotFound"])`, `("@nestjs/common", ["NotFoundException"])`.
 * Of tRPC the name is the one in `new TRPCError({ code })`.
 */
export function errorCodeOf(source: string, path: readonly string[]): number | undefined {
  const library = errorLibraries.get(source);
  const name = library === undefined ? undefined : nameAt(namings[library], path);
  return library === undefined || name === undefined ? undefined : codeIn(library, name);
}

/** Libraries whose helpers give an error to whoever throws it; those of `next/navigation` throw it themselves. */
const givingErrors: ReadonlySet<string> = new Set(["http-errors", "@hapi/boom", "@nestjs/common"]);

/** Whether a call makes an error and leaves it to the caller to throw it: `createError(404)`, `Boom.notFound()`. */
export const makesError = (source: string, path: readonly string[]): boolean =>
  givingErrors.has(source) && (errorCodeOf(source, path) !== undefined || (source === "http-errors" && unwrapped(path).length === 0));

/** The current name of the error that a library has for a code; the inverse of `errorCodeOf`. */
export function errorNameFor(code: number, source: string): string | undefined {
  const library = errorLibraries.get(source);
  const status = statusOf(code);
  return library === undefined || status === undefined ? undefined : namesIn(library, status)[0];
}

/** What a project's own names carry around the title: `HTTP_STATUS_NOT_FOUND`, `NotFoundError`. */
const decorated = /^(?:https?)?(?:status)?(?:code)?(.+?)(?:http)?(?:status)?(?:code|error|exception)?$/;

let ownNames: ReadonlyMap<string, number> | undefined;

/** Own tables often copy the names of a library, such as `REQUEST_TOO_LONG`. */
function codeOfPlainName(name: string): number | undefined {
  ownNames ??= new Map([
    ...statusCodes.filter(({ status }) => status !== "unused").flatMap((row) =>
      [...new Set(constantLibraries.values())].flatMap((library) =>
        namesIn(library, row).map((each) => [plainName(each), row.code] as const))),
    ["success", 200],
  ]);
  return codeNamed(name) ?? ownNames.get(name);
}

/**
 * The code that a name in a project's own table promises: `NOT_FOUND`, `NotFoundError`, `HTTP_404_NOT_FOUND`. Only a
 * whole title counts, or a number that the rest of the name does not contradict.
 */
export function codeOfOwnName(name: string): number | undefined {
  const plain = plainName(name);
  const words = plain.replace(/\d+/g, "");
  const said = codeOfPlainName(words) ?? codeOfPlainName(decorated.exec(words)?.[1] ?? "");
  const carried = plain.replace(/\D/g, "");

  if (carried === "") return said;
  if (!/^[1-5]\d\d$/.test(carried)) return undefined;
  return said === Number(carried) || /^(?:https?)?(?:status)?(?:code)?$/.test(words) ? Number(carried) : undefined;
}
