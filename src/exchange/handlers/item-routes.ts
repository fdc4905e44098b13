/** Routes of single things beside the route of all of them: `GET /users/:id` beside `POST /users`. */
import type { Registration } from "./registrations.ts";

/** The last part of the route is a parameter. */
const item = /^(.*)\/(?::\w+|\{\w+\})\/?$/;

const itemMethods = new Set(["GET", "HEAD", "PUT", "PATCH", "DELETE"]);

const plain = (route: string): string => route.replace(/\/$/, "");

/** The routes of a file beside which one for a single thing stands. */
export function collectionsIn(registrations: readonly Registration[]): ReadonlySet<string> {
  return new Set(registrations.flatMap(({ method, route }) => {
    const collection = route !== null && itemMethods.has(method) ? item.exec(route)?.[1] : undefined;
    return collection === undefined ? [] : [collection];
  }));
}

export const isCollection = (route: string | null, collections: ReadonlySet<string>): boolean => route !== null && collections.has(plain(route));
