/** The parameters of a route without which no request reaches its handler. */
import type { Registration } from "./registrations.ts";

/** Signs of a route of which a part may be missing. */
const isOptional = /[{(?*]/;

/** Those that every known route has in its own path; that of a mount reaches a router only where it asks for it. */
export function sureParameters(registrations: readonly Registration[]): ReadonlySet<string> {
  const [first, ...others] = registrations.map(({ route, ownRoute = route }) => parametersIn(ownRoute));
  return new Set([...(first ?? [])].filter((name) => others.every((names) => names.has(name))));
}

const parametersIn = (route: string | null): ReadonlySet<string> =>
  new Set(route === null || isOptional.test(route) ? [] : route.split("/").flatMap((part) => (/^:\w+$/.test(part) ? [part.slice(1)] : [])));
