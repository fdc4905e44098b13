/** A comparison of the method leaves fewer methods that may walk a path. */
import type { Methods } from "./path.ts";

/** The methods that are left when the method is one of these, or none of them. */
export function narrow({ only, not: excluded }: Methods, methods: readonly string[], isOneOf: boolean): Methods {
  if (isOneOf) return { only: methods.filter((method) => (only ? only.includes(method) : !excluded.includes(method))), not: [] };
  if (only) return { only: only.filter((method) => !methods.includes(method)), not: [] };
  return { only: null, not: [...excluded, ...methods] };
}
