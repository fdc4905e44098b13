/** The parameter that a function takes as a status of HTTP: its name says so, and where that is not enough, what it is given. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { StaticValue } from "../../ast/static-value.ts";
import { classOf } from "../../http/status.ts";
import { annotationOf, isUnknownType } from "../handlers/annotations.ts";
import { readIn } from "../walk/start.ts";
import type { GivenCall } from "./given-calls.ts";

export interface StatusParameter {
  readonly variable: Variable;
  readonly node: TSESTree.Identifier;
  /** Among the parameters, counted from 0. */
  readonly place: number;
  /** What it is where it is left out. */
  readonly initial: TSESTree.Node | undefined;
}

/** Names of parameters by what else has to tell that they are a status: `form` is a type, a default, a comparison or a call. */
const names: Readonly<Record<string, "nothing" | "form" | "call">> = {
  statusCode: "nothing", status_code: "nothing", httpStatus: "nothing", http_status: "nothing", httpStatusCode: "nothing",
  httpCode: "nothing", http_code: "nothing",
  // Orders and jobs have a status, and applications have codes of their own.
  status: "form",
  code: "call",
};

/** Whether a name alone makes it worth a look. */
export const mayBeStatus = (parameter: TSESTree.Node): parameter is TSESTree.Identifier =>
  parameter.type === "Identifier" && Object.hasOwn(names, parameter.name);

/** The parameter, if there is one, with the surest name. */
export function statusParameterOf(fn: FunctionNode, bindings: Bindings): StatusParameter | undefined {
  const parameters = parametersOf(fn);
  const node = Object.keys(names).flatMap((name) => parameters.filter((one) => mayBeStatus(one) && one.name === name))[0];
  const variable = node && bindings.variableOf(node);
  if (node?.type !== "Identifier" || !variable) return undefined;
  const initial = node.parent.type === "AssignmentPattern" ? node.parent.right : undefined;
  return { variable, node, place: parameters.indexOf(node), initial };
}

/** Nothing speaks against a status of HTTP, and enough speaks for it. */
export function isHttpStatus({ variable, node, place, initial }: StatusParameter, calls: readonly GivenCall[], bindings: Bindings): boolean {
  const readAt = readIn(bindings);
  const type = annotationOf(node);
  if (type && !isNumeric(type) && !isUnknownType(node)) return false;
  const given = calls.flatMap((call) => call.given[place] ?? []).flatMap((value) => readAt(value) ?? []);
  const values = [...given, ...(initial ? [readAt(initial) ?? { value: null }] : [])].filter(({ value }) => value !== undefined);
  if (!values.every(({ value }) => isCode(value))) return false;
  const needed = names[node.name];
  if (needed === "nothing") return true;
  const isGiven = given.some(({ value }) => isCode(value));
  // Content that tells a code has a table of its own for it.
  if (needed === "call") return isGiven && !variable.references.some(({ identifier: { parent } }) => parent.type === "Property");
  if (isGiven) return true;
  const isUnused = variable.references.every(({ init }) => init);
  return isUnused || values.length > 0 || (type !== null && isNumeric(type)) || variable.references.some(({ identifier }) => isCompared(identifier, readAt));
}

const isCode = (value: StaticValue): boolean => typeof value === "number" && Number.isInteger(value) && classOf(value) !== undefined;

/** `number`, or a type of a library that names them. */
const isNumeric = (type: TSESTree.TypeNode): boolean =>
  type.type === "TSNumberKeyword"
  || (type.type === "TSTypeReference" && type.typeName.type === "Identifier" && /^HttpStatus|^StatusCodes?$/.test(type.typeName.name));

/** `status >= 400` */
const isCompared = ({ parent }: TSESTree.Node, readAt: ReturnType<typeof readIn>): boolean =>
  parent?.type === "BinaryExpression" && /^(?:[<>]=?|[!=]==?)$/.test(parent.operator) && [parent.left, parent.right].some((side) => isCode(readAt(side)?.value));
