/** What a question about the request's method leaves of the methods that may walk a path. */
import type { Methods } from "./path.ts";

export function narrow({ only, not: excluded }: Methods, methods: readonly string[], isOneOf: boolean): Methods {
  if (isOneOf) return { only: methods.filter((method) => (only ? only.includes(method) : !excluded.includes(method))), not: [] };
  if (only) return { only: only.filter((method) => !methods.includes(method)), not: [] };
  return { only: null, not: [...excluded, ...methods] };
}
