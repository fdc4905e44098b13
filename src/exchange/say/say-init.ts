/** An answer that is made as a value is said anew in its making: the content first, the status and the fields in the record behind it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { isPure } from "../../ast/purity.ts";
import { propertyOf } from "../../ast/static-members.ts";
import type { InitPhrasing } from "../../frameworks/framework.ts";
import type { Written } from "../walk/carrier.ts";
import type { Change, Edit } from "../model.ts";
import { isAlone, membersFor, withMembers } from "./say-fields.ts";
import type { Shared } from "./say.ts";
import { statusText } from "./status-text.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

/** Either edits of the source, or members that the record gets. */
interface Said {
  readonly edits: readonly Edit[];
  readonly members: readonly string[];
}

export function sayInInit(
  change: Change, delivery: Delivery, statuses: readonly Written[], phrasing: InitPhrasing, walk: Walk, shared: Shared,
): readonly Edit[] | undefined {
  const { node } = delivery;
  if ((node.type !== "CallExpression" && node.type !== "NewExpression") || !isAlone(node, shared)) return undefined;
  const status = change.status === undefined ? nothing : withStatus(change.status, delivery, statuses, phrasing, walk, shared);
  const fields = change.fields === undefined ? nothing : withFields(change.fields, node, delivery, statuses, phrasing);
  const content = change.content === undefined ? [] : emptied(node, delivery, phrasing, walk);
  if (!status || !fields || !content) return undefined;
  const members = [...status.members, ...fields.members];
  const added = members.length === 0 ? [] : intoRecord(members.join(", "), node, delivery);
  return added && [...status.edits, ...fields.edits, ...content, ...added];
}

const nothing: Said = { edits: [], members: [] };

function withStatus(code: number, delivery: Delivery, statuses: readonly Written[], { init }: InitPhrasing, walk: Walk, shared: Shared): Said | undefined {
  const { node, statusAt } = delivery;
  const [written, ...others] = statuses;
  if (others.length > 0) return undefined;
  const text = (replaced?: TSESTree.Node): string => statusText(code, replaced, node, walk.bindings, shared);
  if (!written || written.constant !== undefined) return statusAt?.from === "member" ? { edits: [], members: [`${init.status}: ${text()}`] } : undefined;
  const { argument, value } = written;
  if (!argument || !value) return undefined;
  const property = statusAt?.from === "member" ? propertyIn(argument, statusAt.key) : null;
  const target = isWithin(value, argument) ? value : statusAt?.from === "member" ? property?.value : argument;
  if (!target || !isAlone(target, shared) || !isPure(target)) return undefined;
  // `{ status }` has one word for the name and the value.
  const said = property?.shorthand && target === property.value ? { range: property.range, text: `${init.status}: ${text(target)}` } : { range: target.range, text: text(target) };
  return { edits: [said], members: [] };
}

const propertyIn = (record: TSESTree.Node, key: string): TSESTree.Property | null => {
  const literal = bare(record);
  return literal.type === "ObjectExpression" ? propertyOf(literal, key) : null;
};

function withFields(
  fields: Readonly<Record<string, string>>, node: TSESTree.CallExpression | TSESTree.NewExpression, { carrier, statusAt }: Delivery,
  statuses: readonly Written[], { init }: InitPhrasing,
): Said | undefined {
  const pairs = Object.entries(fields);
  if (statuses.length > 1 || statusAt?.from !== "member" || pairs.some(([name]) => carrier.fields.has(name.toLowerCase()))) return undefined;
  const record = node.arguments[statusAt.index];
  const written = record && propertyIn(record, init.fields)?.value;
  if (!written) return { edits: [], members: [`${init.fields}: { ${membersFor(pairs)} }`] };
  const literal = bare(written);
  const edits = literal.type === "ObjectExpression" ? withMembers(literal, membersFor(pairs)) : undefined;
  return edits && { edits, members: [] };
}

/** Members into the record, or the record itself where there is none. */
function intoRecord(members: string, node: TSESTree.CallExpression | TSESTree.NewExpression, { statusAt }: Delivery): Edit[] | undefined {
  if (statusAt?.from !== "member") return undefined;
  const written = node.arguments[statusAt.index];
  if (written) {
    const record = bare(written);
    return record.type === "ObjectExpression" ? withMembers(record, members) : undefined;
  }
  const last = node.arguments.at(-1);
  if (last) return node.arguments.length === statusAt.index ? [{ range: [last.range[1], last.range[1]], text: `, { ${members} }` }] : undefined;
  // Without arguments the content goes in front; `new Response` without brackets has no place for it.
  const [, end] = node.range;
  return end > node.callee.range[1] && statusAt.index === 1 ? [{ range: [end - 1, end - 1], text: `null, { ${members} }` }] : undefined;
}

/** Fields that describe content would speak of none. */
const describing = /^content-(?:type|length|encoding|language)$/;

function emptied(
  node: TSESTree.CallExpression | TSESTree.NewExpression, { name, fixedContent, carrier }: Delivery, phrasing: InitPhrasing, walk: Walk,
): Edit[] | undefined {
  const [content] = node.arguments;
  if (fixedContent !== undefined || !content) return [];
  const { sourceCode } = walk.bindings;
  const isNull = content.type === "Literal" && content.value === null;
  if (node.type === "NewExpression" && isNull) return [];
  if (!isPure(content) || [...carrier.fields.keys()].some((field) => describing.test(field)) || sourceCode.getCommentsInside(content).length > 0) return undefined;
  if (node.type === "NewExpression") return [{ range: content.range, text: "null" }];
  const callee = bare(node.callee);
  if (callee.type !== "MemberExpression" || !phrasing.emptied.includes(name)) return undefined;
  return [{ range: [node.range[0], content.range[1]], text: `new ${walk.bindings.textOf(callee.object)}(null` }];
}
