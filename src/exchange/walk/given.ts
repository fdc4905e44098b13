/** What the parameters of a local function hold when it is called. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isUndefined } from "../../ast/static-value.ts";
import { memberOfValue, undefinedAt } from "./held.ts";
import type { Path, Value } from "./path.ts";
import type { Walk } from "./walk.ts";

/** The path on which the function begins. A parameter takes its default where it is given nothing, or `undefined`. */
export function withArguments(fn: FunctionNode, values: readonly Value[], path: Path, walk: Walk): Path {
  const parameters = fn.params.filter((parameter) => !(parameter.type === "Identifier" && parameter.name === "this"));
  return parameters.reduce((bound, parameter, index) =>
    bind(parameter, parameter.type === "RestElement" ? null : values[index] ?? { node: undefinedAt(parameter) }, bound, walk), path);
}

/** Binds a pattern to a value; null where only run time knows it. */
function bind(pattern: TSESTree.Node, value: Value | null, path: Path, walk: Walk): Path {
  switch (pattern.type) {
    case "Identifier": {
      const variable = walk.bindings.variableOf(pattern);
      return variable ? path.assign(variable, value) : path;
    }
    case "AssignmentPattern":
      return bind(pattern.left, value && isUndefined(value.node) ? { node: bare(pattern.right) } : value, path, walk);
    case "TSParameterProperty":
      return bind(pattern.parameter, value, path, walk);
    case "RestElement":
      return bind(pattern.argument, null, path, walk);
    case "ObjectPattern":
      return pattern.properties.reduce((bound, property) => {
        if (property.type === "RestElement") return bind(property, null, bound, walk);
        const key = keyOf(property);
        const member = value && key !== null ? memberOfValue(value, key) : undefined;
        return bind(property.value, member ? { node: member } : null, bound, walk);
      }, path);
    default:
      return path;
  }
}
