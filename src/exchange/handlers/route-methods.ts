/** The methods that a route has before a handler takes the rest: `route("/users").get(list).post(create).all(refuse)`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { Call } from "../../ast/outline.ts";
import type { ParameterHandlers } from "../../frameworks/framework.ts";

/** The methods registered before this call on the same application and path, in the order of the source, each once. */
export function methodsBefore(call: TSESTree.CallExpression, handlers: ParameterHandlers, bindings: Bindings): readonly string[] {
  const place = placeOf(call, handlers, bindings);
  if (!place) return [];
  const methods = bindings.outline.calls
    .filter(({ node }) => node.range[1] < call.range[1])
    .sort((one, other) => one.node.range[1] - other.node.range[1])
    .flatMap(({ node }) => {
      const method = methodOf(node, handlers);
      return method !== undefined && placeOf(node, handlers, bindings) === place ? [method] : [];
    });
  return [...new Set(methods)];
}

function methodOf({ callee }: Call, { registrations }: ParameterHandlers): string | undefined {
  const word = callee.type === "MemberExpression" ? keyOf(callee) : null;
  const method = word !== null && Object.hasOwn(registrations, word) ? registrations[word] : undefined;
  return method === "ANY" ? undefined : method;
}

/** The application and the path of a registration, as they are written: from its arguments, or from the route that it is chained to. */
function placeOf({ callee, arguments: [path, handler] }: Call, { route }: ParameterHandlers, bindings: Bindings): string | undefined {
  if (callee.type !== "MemberExpression") return undefined;
  const placed = (receiver: TSESTree.Node, at: TSESTree.Node | undefined) => at && `${bindings.textOf(receiver)} ${bindings.textOf(at)}`;
  for (let at = bare(callee.object); at.type === "CallExpression" && at.callee.type === "MemberExpression"; at = bare(at.callee.object)) {
    if (keyOf(at.callee) === route) return placed(at.callee.object, at.arguments[0]);
  }
  return handler && placed(callee.object, path);
}
