/** By which name a reader finds a handler that has no route. */
import { isFunction, nameOf } from "../ast/functions.ts";
import type { Exchange, Node } from "../exchange/model.ts";

/** Its own name, else that of the function that makes it: `auth` for the middleware that `auth()` returns. */
export function nameOfHandler({ name, handler }: Exchange): string | null {
  if (name !== null) return name;
  for (let node: Node | undefined = handler.parent; node; node = node.parent) {
    const outer = isFunction(node) ? nameOf(node) : null;
    if (outer !== null) return outer;
  }
  return null;
}
