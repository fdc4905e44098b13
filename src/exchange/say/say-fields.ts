/** How fields are said: in the chain that delivers, in a statement before it, or in the record of the word that writes the head. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import type { ChainPhrasing } from "../../frameworks/framework.ts";
import type { Written } from "../walk/carrier.ts";
import type { Edit } from "../model.ts";
import type { Shared } from "./say.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

/** The node feeds one answer only. */
export const isAlone = (node: TSESTree.Node, shared: Shared): boolean => (shared.uses.get(node) ?? 0) <= 1;

/** The edits that add fields, or undefined when another answer would get them or one of them is said already. */
export function withFields(
  fields: Readonly<Record<string, string>>, delivery: Delivery, statuses: readonly Written[], phrasing: ChainPhrasing, walk: Walk, shared: Shared,
): Edit[] | undefined {
  const { carrier } = delivery;
  const pairs = Object.entries(fields);
  if (pairs.some(([name]) => carrier.fields.has(name.toLowerCase()))) return undefined;
  // With several statuses the delivery gives several answers.
  if (statuses.length > 1 || carrier.mayBeDefault) return undefined;
  if (carrier.isSealed) return inHead(pairs, statuses[0], phrasing, shared);
  if (!isAlone(delivery.node, shared)) return undefined;
  const { field } = phrasing;
  const said = pairs.map(([name, value]) => `(${JSON.stringify(name)}, ${JSON.stringify(value)})`);
  return "call" in field
    ? inChain(said.map((pair) => `.${field.call}${pair}`).join(""), delivery, walk)
    : inFront((name) => said.map((pair) => `${name}.${field.statement}${pair};`).join(" "), delivery, walk);
}

/** A call in the chain right before the delivering word. */
export function inChain(call: string, { name, word }: Pick<Delivery, "name" | "word">, { framework }: Pick<Walk, "framework">): Edit[] | undefined {
  const access = word.parent;
  // `file.pipe(res)` has no chain of the carrier.
  if (access?.type !== "MemberExpression" || access.optional || framework.sinks.includes(name)) return undefined;
  const [, end] = access.object.range;
  return [{ range: [end, end], text: call }];
}

/** A statement of its own before the one that delivers. */
export function inFront(say: (carrier: string) => string, { node, word }: Pick<Delivery, "node" | "word">, walk: Pick<Walk, "bindings" | "carrier">): Edit[] | undefined {
  const statement = node.parent;
  const isInBlock = statement && (statement.type === "ExpressionStatement" || statement.type === "ReturnStatement")
    && ["BlockStatement", "SwitchCase", "Program"].includes(statement.parent.type);
  const access = word.parent;
  const carrier = access?.type === "MemberExpression" ? firstOf(access.object) : undefined;
  if (!isInBlock || carrier?.type !== "Identifier" || access?.type !== "MemberExpression") return undefined;
  if (carrier !== access.object && walk.bindings.variableOf(carrier) !== walk.carrier) return undefined;
  const indent = " ".repeat(statement.loc.start.column);
  return [{ range: [statement.range[0], statement.range[0]], text: `${say(carrier.name)}\n${indent}` }];
}

/** Where a chain begins. */
function firstOf(chain: TSESTree.Node): TSESTree.Node {
  let at = chain;
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") at = at.callee.object;
  return at;
}

/** A member of the record that goes with the head. */
function inHead(pairs: readonly (readonly [string, string])[], written: Written | undefined, phrasing: ChainPhrasing, shared: Shared): Edit[] | undefined {
  const access = written?.word.parent;
  const head = access?.parent;
  if (head?.type !== "CallExpression" || head.callee !== access || written?.name !== phrasing.head) return undefined;
  if (written.argument && !isAlone(written.argument, shared)) return undefined;
  const members = membersFor(pairs);
  const last = head.arguments.at(-1);
  const record = last && bare(last);
  if (!last || !record) return undefined;
  if (record.type !== "ObjectExpression") {
    // Behind the status or the reason phrase; any other value may be a record itself.
    const isStatus = head.arguments.length === 1 && last.type !== "SpreadElement";
    const isPhrase = record.type === "Literal" && typeof record.value === "string";
    return isStatus || isPhrase ? [{ range: [last.range[1], last.range[1]], text: `, { ${members} }` }] : undefined;
  }
  return withMembers(record, members);
}

/** The fields as members of a record. */
export const membersFor = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${/^[a-z]+$/i.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(value)}`).join(", ");

/** Members behind the last one of a record; undefined where that may hold them already. */
export function withMembers(record: TSESTree.ObjectExpression, members: string): Edit[] | undefined {
  const member = record.properties.at(-1);
  if (member) return member.type === "Property" && keyOf(member) !== null ? [{ range: [member.range[1], member.range[1]], text: `, ${members}` }] : undefined;
  return [{ range: record.range, text: `{ ${members} }` }];
}
