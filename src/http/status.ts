/** Look-ups in the registry. All of them are pure; an unknown code is an answer, not an error. */
import { classOf, statusCodes, unregisteredCodes } from "./status-codes.ts";
import type { StatusCode, UnregisteredCode } from "./status-codes.ts";

export { classOf };
export type { StatusCode, UnregisteredCode };

const byCode: ReadonlyMap<number, StatusCode> = new Map(statusCodes.map((status) => [status.code, status]));
const unregistered: ReadonlyMap<number, UnregisteredCode> = new Map(unregisteredCodes.map((row) => [row.code, row]));

/** The row of a registered code, be it in force or not. */
export function statusOf(code: number): StatusCode | undefined {
  return byCode.get(code);
}

/** What people mean by a well-known code that is not registered. */
export function unregisteredOf(code: number): UnregisteredCode | undefined {
  return unregistered.get(code);
}

/** Whether the code stands in the IANA registry; 306 and 418 do, as unused. */
export function isRegistered(code: number): boolean {
  return byCode.has(code);
}

/** The code with its title, as messages say it: `404 Not Found`. */
export function titleOf(code: number): string {
  const title = statusOf(code)?.title ?? unregisteredOf(code)?.usages[0].title;
  return title === undefined ? String(code) : `${code} ${title}`;
}

/** A name without case, spaces and signs, so that `NOT_FOUND`, `notFound` and `Not Found` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

let codesByName: ReadonlyMap<string, number> | undefined;

/** The registered code of a title or former title, in any spelling; “(Unused)” names two and therefore none. */
export function codeNamed(name: string): number | undefined {
  codesByName ??= new Map(
    statusCodes.flatMap(({ code, title, formerNames }) =>
      [title, ...formerNames].filter((each) => each !== "(Unused)").map((each) => [plainName(each), code] as const)),
  );
  return codesByName.get(plainName(name));
}

/** Answers with this code have no content (RFC 9110 §6.4.1). */
export const forbidsContent = (code: number): boolean => statusOf(code)?.content === "forbidden";

/** Statuses that owe a field, `Allow` or `Retry-After`: what is said of them is the question of the rules about these. */
export const owesField = (code: number): boolean => code === 405 || code === 429;
