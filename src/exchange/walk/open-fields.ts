/** Fields whose names the source does not tell: `res.set(headers)`, a spread, a name that a loop fills in. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { propertyOf } from "../../ast/static-members.ts";
import { staticTextOf } from "../../ast/static-value.ts";
import type { Effect, FieldSource } from "../../frameworks/framework.ts";

type RecordSource = Extract<FieldSource, { from: "record" }>;

/** Whether a word sets fields of which only run time knows the names. */
export const opensFields = ({ fields = [] }: Effect, spoken: readonly TSESTree.Node[], bindings: Bindings): boolean =>
  fields.some((source) => {
    if (source.from === "word") return false;
    const told = source.from === "pair" ? spoken[source.name] : recordIn(source, spoken, bindings);
    if (told === null) return true;
    if (!told) return spoken.some(({ type }) => type === "SpreadElement");
    return source.from === "pair" ? !isReadable(told, bindings) : isOpenRecord(told, bindings);
  });

/** The record of fields; undefined where none is written, null where it cannot be seen. */
export function recordIn({ index, key }: RecordSource, spoken: readonly TSESTree.Node[], bindings: Bindings): TSESTree.Node | undefined | null {
  const told = spoken[index];
  if (!told || key === undefined) return told;
  const init = literalOf(told, bindings);
  if (init.type !== "ObjectExpression") return null;
  const property = propertyOf(init, key);
  if (property) return literalOf(property.value, bindings);
  return init.properties.some(({ type }) => type === "SpreadElement") ? null : undefined;
}

/** The literal that a name stands for; `new Headers({ … })` is its argument. */
function literalOf(node: TSESTree.Node, bindings: Bindings): TSESTree.Node {
  const value = bare(node);
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  const init = variable && bindings.initOf(variable);
  const literal = init ? bare(init) : value;
  if (literal.type !== "NewExpression") return literal.type === "ObjectExpression" && !isUsedBefore(variable, node) ? literal : value;
  const [first] = literal.arguments;
  const isHeaders = literal.callee.type === "Identifier" && literal.callee.name === "Headers" && literal === value;
  return isHeaders && first ? bare(first) : value;
}

/** Something else than this place uses the name, and may have put more into its object. */
const isUsedBefore = (variable: Variable | undefined, node: TSESTree.Node): boolean =>
  variable !== undefined && variable.references.some(({ identifier, init }) =>
    !init && identifier !== node && (identifier.parent.type === "MemberExpression" || identifier.parent.type === "CallExpression"));

const isReadable = (name: TSESTree.Node, bindings: Bindings): boolean => staticTextOf(name, bindings) !== undefined;

function isOpenRecord(record: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(record);
  switch (value.type) {
    case "ObjectExpression":
      return value.properties.some((property) => property.type !== "Property" || keyOf(property) === null);
    case "ArrayExpression":
      if (value.elements.every((element) => element?.type === "ArrayExpression")) {
        return value.elements.some(({ elements: [name] }) => !name || !isReadable(name, bindings));
      }
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
