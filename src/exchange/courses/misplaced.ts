/** Statuses that stand where the framework reads none. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { isPure } from "../../ast/purity.ts";
import { propertyOf } from "../../ast/static-members.ts";
import type { Effect, Misplacement } from "../../frameworks/framework.ts";
import { classOf } from "../../http/status.ts";
import type { Carrier } from "../walk/carrier.ts";
import type { MisplacedStatus } from "./courses.ts";
import type { Spoken } from "../walk/effects.ts";
import { movedIn } from "../say/moved-status.ts";
import type { Value } from "../walk/path.ts";
import type { Walk } from "../walk/walk.ts";

/** What the word does with a status that it was not to get, if it got one. */
export function misplacedIn(effect: Effect, spoken: Spoken, values: readonly Value[], before: Carrier, walk: Walk): MisplacedStatus | undefined {
  const { misplaces, ignoresStatus, status } = effect;
  if (misplaces) return byTable(misplaces, spoken, walk);
  if (ignoresStatus) return inChain(spoken, before, walk);
  return status?.from === "member" && status.otherwise === undefined ? inRecord(status, spoken, values, walk) : undefined;
}

function byTable({ status, becomes, since, instead }: Misplacement, spoken: Spoken, walk: Walk): MisplacedStatus | undefined {
  const node = status.from === "assigned" ? assignedIn(spoken.node) : status.from === "argument" ? spoken.arguments[status.index] : undefined;
  const code = node && codeAt(node, walk);
  if (!node || code === undefined || !isPure(node)) return undefined;
  const isReadYet = since !== undefined && walk.major !== undefined && walk.major < since;
  return { node, code, becomes, isReadYet, isTakenAway: false, put: () => movedIn(instead, spoken, node, walk) };
}

const assignedIn = (node: TSESTree.Node): TSESTree.Node | undefined =>
  (node.type === "AssignmentExpression" && node.operator === "=" ? node.right : undefined);

/** `res.status(301).redirect("/new")`: the redirect has a status of its own. */
function inChain(spoken: Spoken, { status: [written, ...others] }: Carrier, walk: Walk): MisplacedStatus | undefined {
  const { node } = spoken;
  const call = written?.word.parent?.parent;
  const isChained = node.type === "CallExpression" && call?.type === "CallExpression" && isWithin(call, node.callee);
  const [argument] = isChained ? call.arguments : [];
  const code = argument && codeAt(argument, walk);
  if (!argument || code === undefined || others.length > 0 || !isPure(argument)) return undefined;
  // With one argument the redirect takes its own status, and with two it is given one.
  const isAlone = classOf(code) === "redirection" && spoken.arguments.length === 1;
  return { node: argument, code, becomes: "ignored", isReadYet: false, isTakenAway: !isAlone, put: () => movedIn(isAlone ? "first" : "none", spoken, argument, walk) };
}

/** `Response.json(user, 404)`, `{ statusCode: 404 }` */
function inRecord({ index, key }: { readonly index: number; readonly key: string }, spoken: Spoken, values: readonly Value[], walk: Walk): MisplacedStatus | undefined {
  const argument = spoken.arguments[index];
  const record = values[index]?.node;
  if (!argument || !record) return undefined;
  const code = codeAt(argument, walk);
  if (code !== undefined) return { node: argument, code, becomes: "throws", isReadYet: false, isTakenAway: false, put: () => movedIn(`{ ${key} }`, spoken, argument, walk) };
  if (record.type !== "ObjectExpression" || !isWithin(record, argument) || propertyOf(record, key)) return undefined;
  const property = ["status", "statusCode", "code"].flatMap((name) => (name === key ? [] : propertyOf(record, name) ?? []))[0];
  const said = property && codeAt(property.value, walk);
  if (!property || said === undefined) return undefined;
  const edits = [{ range: property.shorthand ? property.range : property.key.range, text: property.shorthand ? `${key}: ${keyOf(property) ?? ""}` : key }];
  return { node: property.value, code: said, becomes: "ignored", isReadYet: false, isTakenAway: false, put: () => edits };
}

/** Only a number that is a status of HTTP was meant as one. */
function codeAt(node: TSESTree.Node, walk: Walk): number | undefined {
  const value = walk.readAt(bare(node))?.value;
  return typeof value === "number" && classOf(value) !== undefined && Number.isInteger(value) ? value : undefined;
}
