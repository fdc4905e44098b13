/** A comparison of the method leaves fewer methods that may walk a path. */
import type { Methods } from "./path.ts";

/** The methods that are left when the method is one of these, or none of them. */
export function narrow({ only, not: excluded }: Methods, methods: readonly string[], isOne: boolean): Methods {
  if (isOne) return { only: methods.filter((method) => (only ? only.includes(method) : !excluded.includes(method))), not: [] };
  if (only) return { only: only.filter((method) => !methods.includes(method)), not: [] };
  return { only: null, not: [...excluded, ...methods] };
}

/** Whether the method is one of these, as far as the path knows. */
export function isOneOf({ only, not: excluded }: Methods, methods: readonly string[]): boolean | undefined {
  if (!only) return methods.every((method) => excluded.includes(method)) ? false : undefined;
  const inside = only.filter((method) => methods.includes(method));
  return inside.length === 0 ? false : inside.length === only.length || undefined;
}
