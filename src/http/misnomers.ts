/** Texts that are nothing but the name of a failure, and statuses with which such a name tells something else. */
import { codeNamed, statusOf } from "./status.ts";

/** The longest title has fewer characters, with its code in front of it. */
const mostCharacters = 48;

/** What run time fills in is no part of a title. */
const plain = /^[\w\s'.:!()-]+$/;

/** Titles that people say without a thought of HTTP: “Payment required”, “Not acceptable”, “Gone”, “Locked”. */
const everyday: ReadonlySet<number> = new Set([402, 406, 410, 423]);

/** The failure that a text names, if it does nothing else: `Not Found`, `404 Not Found`, `NOT_FOUND`, `NotFoundError`. */
export function failureNamed(text: string): number | undefined {
  if (text.length > mostCharacters || !plain.test(text)) return undefined;
  const name = text.replace(/^\s*[45]\d\d\b/, "");
  const code = codeNamed(name) ?? (/\s/.test(text.trim()) ? undefined : codeNamed(name.replace(/(?:Error|Exception)$/, "")));
  return code !== undefined && code >= 400 && !everyday.has(code) ? code : undefined;
}

const timeouts: ReadonlySet<number> = new Set([500, 503, 504]);
const ofUpstream: ReadonlySet<number> = new Set([502, 503, 504]);

/** The name is said of that status as well, rightly or not. */
const isSaidOf = (named: number, code: number): boolean =>
  // What is gone is not found either.
  (named === 404 && code === 410)
  // The request of the server may have timed out, and another server may have refused it.
  || (named === 408 && timeouts.has(code)) || (named < 500 && ofUpstream.has(code));

/** “Unauthorized” is what many call a missing right, and “Forbidden” a missing login. */
export const isLoose = (named: number, code: number): boolean => (named === 401 && code === 403) || (named === 403 && code === 401);

/**
 * The failure that goes by one of these names and is not the one that the status tells; undefined where the status is no
 * registered failure, and where a name beside it tells the right one.
 */
export function misnomerOf(code: number | undefined, named: readonly number[]): number | undefined {
  if (code === undefined || code < 400 || statusOf(code)?.status !== "standard" || named.includes(code)) return undefined;
  return named.find((each) => !isSaidOf(each, code));
}

/** One of the names is wrong whoever says it; the rules about circumstances leave such words alone. */
export function isMisnamed(code: number | undefined, named: readonly number[]): boolean {
  const other = misnomerOf(code, named);
  return other !== undefined && !isLoose(other, code ?? 0);
}
