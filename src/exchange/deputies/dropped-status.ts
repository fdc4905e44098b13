/** A function that answers, takes a status, and never sets it: whatever its callers say, clients get the framework's own. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { nameOf, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";
import { annotationOf, isTypedOtherwise, typeIs } from "../handlers/annotations.ts";
import { chainFrom } from "../walk/chains.ts";
import type { Link } from "../walk/chains.ts";
import { chooseEffect } from "../walk/overloads.ts";
import { saysStatus } from "../walk/sharing.ts";
import { readIn } from "../walk/start.ts";
import type { Walk } from "../walk/walk.ts";
import { callsOf, isGivenAway, isImposed } from "./given-calls.ts";
import type { GivenCall } from "./given-calls.ts";
import { isOnlyShown } from "./shown-values.ts";
import { isHttpStatus, statusParameterOf } from "./status-parameters.ts";
import type { StatusParameter } from "./status-parameters.ts";

export interface DroppedParameter extends StatusParameter {
  /** The words that deliver without it. */
  readonly answers: readonly Link[];
  /** A call of its own file leaves it out. */
  readonly isLeftOut: boolean;
}

/** What the function is judged by. */
type Bench = Pick<Walk, "framework" | "major" | "bindings" | "helpers">;

/** The parameter, if the function as it stands leaves no doubt; `carrier` is the parameter that carries the answer. */
export function droppedParameterOf(fn: FunctionNode, carrier: TSESTree.Node, bench: Bench): DroppedParameter | undefined {
  const { bindings, framework } = bench;
  const status = statusParameterOf(fn, bindings);
  const variable = bindings.variableOf(carrier);
  if (!status || !variable || status.node === carrier || !isCarrier(carrier, framework, bindings)) return undefined;
  const answers = answersOf(variable, bench);
  if (!answers || !isFree(fn, bench) || status.variable.references.some((reference) => reference.isWrite() && !reference.init)) return undefined;
  const isContent = (argument: TSESTree.Node): boolean => answers.some(({ call }) => call === argument.parent && argument.type !== "Identifier");
  if (!isOnlyShown(status.variable, { bindings, inside: fn, isContent })) return undefined;
  const calls = callsOf(fn, bindings);
  const place = parametersOf(fn).indexOf(carrier);
  if (!isHttpStatus(status, calls, bindings) || calls.some((call) => isSetBefore(call, place, bench))) return undefined;
  return { ...status, answers, isLeftOut: calls.some(({ given }) => given.length <= status.place) };
}

const carrierName = /^_*(?:res|resp|response)$/i;

const isNamed = (parameter: TSESTree.Node): boolean => parameter.type === "Identifier" && carrierName.test(parameter.name);

/** Whether a name or a type makes it worth a look. */
export const mayBeCarrier = (parameter: TSESTree.Node): boolean => isNamed(parameter) || annotationOf(parameter) !== null;

/** A type of the framework tells it, or the name where no type speaks against it. */
export const isCarrier = (parameter: TSESTree.Node, framework: Framework, bindings: Bindings): boolean =>
  typeIs("response", parameter, framework, bindings) || (isNamed(parameter) && !isTypedOtherwise(parameter, bindings));

/** It says of itself what it takes, and nobody else knows better. */
function isFree(fn: FunctionNode, { helpers, bindings }: Bench): boolean {
  const name = nameOf(fn);
  if (name === null && fn.parent.type !== "ExportDefaultDeclaration") return false;
  const isNamedInSettings = Object.keys(helpers).some((helper) => helper.split(".").at(-1) === name);
  // A function with `next` is a handler for somebody: `router.param("code", (req, res, next, code) => …)`.
  const isPassing = parametersOf(fn).some((parameter) => parameter.type === "Identifier" && /^_*next$/.test(parameter.name));
  return !isNamedInSettings && !isPassing && !isImposed(fn) && !isGivenAway(fn, bindings);
}

/** The words that deliver, if every word on the carrier is known and none of them says a status; undefined else. */
function answersOf(carrier: Variable, { framework, major, bindings }: Bench): readonly Link[] | undefined {
  const reader = { major, readAt: readIn(bindings) };
  const answers: Link[] = [];
  for (const { identifier } of carrier.references) {
    if (isAsked(identifier)) continue;
    const links = chainFrom(identifier);
    if (!links) return undefined;
    let isDelivered = false;
    for (const link of links) {
      const { call, name, word } = link;
      const known = Object.hasOwn(framework.calls, name) ? framework.calls[name] : undefined;
      const chosen = known && chooseEffect(known, { node: call, word, name, arguments: call.arguments }, reader);
      if (!chosen || chosen.isStatusUnsure) return undefined;
      const { status, throws, misplaces, sealsHead, delivers } = chosen.effect;
      if (status || throws || misplaces || sealsHead) return undefined;
      isDelivered = delivers === true;
      if (delivers) answers.push(link);
    }
    // A chain that goes on elsewhere may say a status there.
    if (!isDelivered && links.at(-1)?.call.parent.type !== "ExpressionStatement") return undefined;
  }
  // `res.end()` behind an answer is none.
  const told = answers.filter(({ call }) => call.arguments.length > 0);
  return told.length > 0 ? told : undefined;
}

/** `if (res.headersSent)` */
const isAsked = ({ parent }: TSESTree.Node): boolean =>
  parent?.type === "MemberExpression" && !parent.computed && parent.property.type === "Identifier" && parent.property.name === "headersSent";

/** `res.status(404); send(res, 404, error)`: who calls it sets the status. */
function isSetBefore({ node, given }: GivenCall, place: number, { framework, bindings }: Bench): boolean {
  const carrier = given[place];
  const variable = carrier && bindings.variableOf(carrier);
  // Whatever else is given may have been told already: `res.status(404)`.
  if (!variable) return true;
  return variable.references.some(({ identifier }) => identifier.range[1] <= node.range[0] && saysStatus(identifier.parent, framework));
}
