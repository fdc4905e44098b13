/** The methods that a route has before a handler takes the rest: `route("/users").get(list).post(create).all(refuse)`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../ast/bindings.ts";
import { bare, keyOf } from "../ast/functions.ts";
import type { ParameterHandlers } from "../frameworks/framework.ts";

/** In the order of the source, each once. */
export function methodsBefore(
  call: TSESTree.CallExpression, callee: TSESTree.MemberExpression, { registrations, route }: ParameterHandlers, bindings: Bindings,
): readonly string[] {
  const chained = route === undefined ? undefined : methodsInChain(callee.object, route, registrations);
  if (chained) return chained;
  const [path] = call.arguments;
  if (!path) return [];
  const [receiver, text] = [callee.object, path].map((node) => bindings.sourceCode.getText(node));
  const methods = bindings.outline.calls.flatMap(({ node }) => {
    const { callee: other, arguments: [first, handler] } = node;
    if (node.range[1] > call.range[0] || other.type !== "MemberExpression" || !first || !handler) return [];
    const isSame = bindings.sourceCode.getText(other.object) === receiver && bindings.sourceCode.getText(first) === text;
    return isSame ? methodOf(keyOf(other), registrations) : [];
  });
  return [...new Set(methods)];
}

const methodOf = (word: string | null, registrations: ParameterHandlers["registrations"]): readonly string[] => {
  const method = word !== null && Object.hasOwn(registrations, word) ? registrations[word] : undefined;
  return method === undefined || method === "ANY" ? [] : [method];
};

/** The links between the word that begins a route and the place where it goes on. */
function methodsInChain(links: TSESTree.Node, route: string, registrations: ParameterHandlers["registrations"]): readonly string[] | undefined {
  const methods: string[] = [];
  let at = bare(links);
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") {
    const word = keyOf(at.callee);
    if (word === route) return [...new Set(methods)];
    methods.unshift(...methodOf(word, registrations));
    at = bare(at.callee.object);
  }
  return undefined;
}
