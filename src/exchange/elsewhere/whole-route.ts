/** A route with the path in front of it under which its router is mounted. */
import type { Registration } from "../handlers/registrations.ts";

/** What takes every path, or is a regular expression, stays as it is written. */
const isOpen = /^\/?[({]?\.?\*|^\/\^|\\/;

export const isWhole = (route: string | null): boolean => route === null || isOpen.test(route);

export function underPrefix(prefix: string, { route, isMount }: Registration): string | null {
  if (prefix === "" || route === null || isWhole(route)) return route;
  if (route === "" || route === "/") return isMount ? route : prefix;
  return prefix + (route.startsWith("/") ? route : `/${route}`);
}

/** What stands before the handlers of several routes belongs to none of them. */
export function withOneRoute(registrations: readonly Registration[]): readonly Registration[] {
  const passing = registrations.filter(({ isLast }) => !isLast);
  const isShared = new Set(passing.map(({ route }) => route)).size > 1;
  return isShared ? registrations.map((one) => (one.isLast ? one : { ...one, route: null })) : registrations;
}
