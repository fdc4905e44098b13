/** Fields whose names the source does not tell: `res.set(headers)`, a spread, a name that a loop fills in. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../ast/bindings.ts";
import { bare, keyOf } from "../ast/functions.ts";
import type { FunctionNode } from "../ast/functions.ts";
import { readValue } from "../ast/static-value.ts";
import type { Effect } from "../frameworks/framework.ts";

/** Whether a word sets fields of which only run time knows the names. */
export const opensFields = ({ fields = [] }: Effect, spoken: readonly TSESTree.Node[], bindings: Bindings): boolean =>
  fields.some((source) => {
    if (source.from === "word") return false;
    const told = spoken[source.from === "pair" ? source.name : source.index];
    if (!told) return spoken.some(({ type }) => type === "SpreadElement");
    return source.from === "pair" ? !isReadable(told, bindings) : isOpenRecord(told, bindings);
  });

const isReadable = (name: TSESTree.Node, bindings: Bindings): boolean => typeof readValue(name, bindings, () => undefined)?.value === "string";

function isOpenRecord(record: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(record);
  switch (value.type) {
    case "ObjectExpression":
      return value.properties.some((property) => property.type !== "Property" || keyOf(property) === null);
    case "ArrayExpression":
      return value.elements.some((element, index) => index % 2 === 0 && (!element || !isReadable(element, bindings)));
    default:
      // The reason phrase may stand in the record's place.
      return !isReadable(value, bindings);
  }
}

/** A library calls the function and may have set fields: `rateLimit({ handler: (req, res) => … })`. */
export function isOption(fn: FunctionNode, bindings: Bindings): boolean {
  const name = fn.type === "FunctionDeclaration" ? fn.id : null;
  const own = fn.parent.type === "VariableDeclarator" ? fn.parent.id : name;
  const variable = own?.type === "Identifier" ? bindings.variableOf(own) : undefined;
  return [fn, ...(variable?.references ?? []).map(({ identifier }) => identifier)].some(isMemberOfArgument);
}

function isMemberOfArgument({ parent: property }: TSESTree.Node): boolean {
  if (property?.type !== "Property" || property.parent.type !== "ObjectExpression") return false;
  const { parent } = property.parent;
  return parent.type === "CallExpression" || parent.type === "NewExpression" || keyOf(property) === "handler";
}
