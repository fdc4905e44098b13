/** Answers that are made as values: born where they are made, delivered where the handler hands them back. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import { propertyOf } from "../../ast/static-members.ts";
import { isUndefined } from "../../ast/static-value.ts";
import type { Source } from "../../frameworks/framework.ts";
import { newCarrier } from "./carrier.ts";
import { placeOf } from "../deputies/deputy-calls.ts";
import { apply, contentOf, takesArgument } from "./effects.ts";
import { evaluate, evaluateAll } from "./evaluate.ts";
import { spreadOut } from "./held.ts";
import type { Making } from "../handlers/makings.ts";
import { chooseEffect } from "./overloads.ts";
import type { Path, Value } from "./path.ts";
import { whereThrown } from "./throwing.ts";
import type { Outcome, Walk } from "./walk.ts";

/** What was made, for the delivery that may follow. */
export function makeAnswer(making: Making, path: Path, walk: Walk): Outcome[] {
  const { node, word, name, via } = making;
  const spoken = { node, word, name, arguments: node.arguments };
  const plain = chooseEffect(making.effect, spoken, walk);
  // What is spread over the arguments may bring a record too.
  const chosen = node.arguments.some(({ type }) => type === "SpreadElement") ? { ...plain, isStatusUnsure: true } : plain;
  const { effect } = chosen;
  const rows = evaluateAll(node.arguments, path, walk, (index) => takesArgument(chosen, index));
  return rows.flatMap((row) => withMember(effect.status, row, walk)).flatMap(({ path: before, values }) => {
    const told = apply(chosen, spoken, values, node, before.withCarrier(node, newCarrier), walk);
    const made = { via, ...placeOf(spoken, path), passes: effect.passes ?? false, leaves: effect.leaves ?? false, ...contentOf(effect, values), statusAt: effect.status };
    const outcome = {
      path: told.withCarrier(node, { ...told.carrierAt(node), streamed: false, made }),
      value: { node, carrier: node },
    };
    if (!effect.leaves) return [outcome];
    whereThrown(walk).push(outcome);
    return [];
  });
}

type Row = ReturnType<typeof evaluateAll>[number];

/** A choice in the status of the record splits the path, as it does in an argument. */
function withMember(source: Source | undefined, row: Row, walk: Walk): Row[] {
  const record = source?.from === "member" ? row.values[source.index] : undefined;
  const init = record && spreadOut(record, row.path.state.values, walk.bindings);
  const property = source?.from === "member" && init?.node.type === "ObjectExpression" ? propertyOf(init.node, source.key) : null;
  if (source?.from !== "member" || !init) return [row];
  if (!property) return [{ ...row, values: row.values.with(source.index, init) }];
  return evaluate(property.value, row.path, walk, true).map(({ path, value }) => ({
    path,
    values: row.values.with(source.index, { ...init, patches: new Map(init.patches).set(source.key, value.node) }),
  }));
}

/** The answers that words threw and nothing caught. */
export const leavingAnswers = ({ thrown }: Walk): Outcome[] =>
  thrown.filter(({ path, value }) => value.carrier && path.carrierAt(value.carrier).made?.leaves);

/** What a handler hands back: an answer that was made leaves with it, and whatever else is somebody else's answer. */
export function handBack({ path, value }: Outcome, walk: Walk): Path[] {
  if (value.later) return value.later.flatMap((outcome) => handBack(outcome, walk));
  if (!value.carrier) return [isNothing(value.node) ? path : path.with({ isHandedOn: true, isPassedOn: path.state.isPassedOn || isGiven(value, walk) })];
  const carrier = path.carrierAt(value.carrier);
  const { made } = carrier;
  if (!made) return [path];
  if (made.passes) return [path.with({ isHandedOn: true, isPassedOn: true })];
  const told = { ...carrier, delivered: made.node };
  const after = path.withCarrier(value.carrier, told);
  walk.deliveries.push({ ...made, path: after, carrier: told });
  return [after];
}

const isNothing = (node: TSESTree.Node): boolean =>
  node.type === "ReturnStatement" || isUndefined(node);

/** `return handler(request)`, where somebody gave the handler, and `return context.next()`: the request goes on to it. */
function isGiven({ node }: Value, { bindings, handler }: Walk): boolean {
  const words: string[] = [];
  let at = bare(node);
  while (at.type === "AwaitExpression" || at.type === "CallExpression" || at.type === "MemberExpression") {
    if (at.type === "MemberExpression") words.push(keyOf(at) ?? "");
    at = bare(at.type === "AwaitExpression" ? at.argument : at.type === "CallExpression" ? at.callee : at.object);
  }
  const definition = node.type !== "Identifier" && at.type === "Identifier" ? bindings.variableOf(at)?.defs[0] : undefined;
  if (definition?.type !== "Parameter" || at.type !== "Identifier") return false;
  // What the handler itself gets may answer too: `return context.json(user)`.
  return definition.node !== handler || [at.name, ...words].some((word) => handsOn.has(word));
}

/** The names of what lets a request go on, among what a handler is given. */
const handsOn = new Set(["next", "resolve", "fetch"]);
