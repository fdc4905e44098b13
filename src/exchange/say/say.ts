/** The only way to change code: a response is said anew in its framework's own words, or not at all. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin } from "../../ast/outline.ts";
import { isPure } from "../../ast/purity.ts";
import type { ChainPhrasing } from "../../frameworks/framework.ts";
import { forbidsContent } from "../../http/status.ts";
import type { Written } from "../walk/carrier.ts";
import type { Change, Edit } from "../model.ts";
import { inChain, inFront, isAlone, withFields } from "./say-fields.ts";
import { sayAtCall } from "./say-at-call.ts";
import { sayInInit } from "./say-init.ts";
import { sayThrown } from "./say-thrown.ts";
import { statusText } from "./status-text.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

/** What a change must not touch: nodes that feed several answers. */
export interface Shared {
  /** How many responses a node feeds. */
  readonly uses: ReadonlyMap<TSESTree.Node, number>;
  /** Status expressions of the file, from which the style of a new one is taken. */
  readonly written: readonly TSESTree.Node[];
}

/** The edits that make one response say something else, or undefined when they would touch another one or drop an effect. */
export function say(change: Change, delivery: Delivery, statuses: readonly Written[], walk: Walk, shared: Shared): readonly Edit[] | undefined {
  if (delivery.thrown) return merged(sayThrown(change, delivery, delivery.thrown, walk, shared));
  if (delivery.deputy) return sayAtCall(change, delivery.deputy, statuses, walk, shared);
  const { phrasing } = walk.framework;
  if ("init" in phrasing) return merged(sayInInit(change, delivery, statuses, phrasing, walk, shared));
  const willBeEmpty = change.content === "none" && (change.status === undefined || !forbidsContent(change.status));
  const content = change.content === "none" ? emptied(delivery, phrasing, walk, shared, willBeEmpty) : [];
  const status = change.status === undefined ? [] : withStatus(change.status, delivery, statuses, phrasing, walk, shared);
  const fields = change.fields === undefined ? [] : withFields(change.fields, delivery, statuses, phrasing, walk, shared);
  return content && status && fields ? merged([...status, ...fields, ...content]) : undefined;
}

function withStatus(code: number, delivery: Delivery, statuses: readonly Written[], phrasing: ChainPhrasing, walk: Walk, shared: Shared): Edit[] | undefined {
  const [written, ...others] = statuses;
  if (others.length > 0) return undefined;
  if (!written) return inserted(code, delivery, phrasing, walk, shared);
  const { argument, value } = written;
  if (!argument || !value) return undefined;
  const target = isWithin(value, argument) ? value : argument;
  return isAlone(target, shared) && isPure(target) ? [{ range: target.range, text: statusText(code, target, delivery.node, walk.bindings, shared) }] : undefined;
}

/** Writes a status where the source says none. */
function inserted(code: number, delivery: Delivery, phrasing: ChainPhrasing, walk: Walk, shared: Shared): Edit[] | undefined {
  const { node } = delivery;
  if (!isAlone(node, shared) || delivery.carrier.isSealed) return undefined;
  const text = statusText(code, undefined, node, walk.bindings, shared);
  const { status } = phrasing;
  return "call" in status ? inChain(`.${status.call}(${text})`, delivery, walk) : inFront((carrier) => `${carrier}.${status.property} = ${text};`, delivery, walk);
}

/** Takes the content away, unless evaluating it does something or another response needs the words. */
function emptied(delivery: Delivery, phrasing: ChainPhrasing, walk: Walk, shared: Shared, mustBeEmpty: boolean): Edit[] | undefined {
  const { node, word, name, fixedContent, carrier } = delivery;
  if (carrier.streamed || node.type !== "CallExpression") return undefined;
  // The reason phrase goes by itself when the status allows no content.
  if (fixedContent === "reason-phrase") return mustBeEmpty ? undefined : [];
  if (!phrasing.emptied.includes(name) || !isAlone(node, shared)) return undefined;
  if (node.arguments.length === 0) return [];
  if (!node.arguments.every(isPure)) return undefined;
  const { sourceCode } = walk.bindings;
  // A computed or parenthesised word would leave brackets behind, and a comment is somebody's words.
  const isPlain = word.type === "Identifier" && /^\s*\(/.test(sourceCode.text.slice(word.range[1], node.range[1]));
  if (!isPlain || isComputed(word) || sourceCode.getCommentsInside(node).some(({ range }) => range[0] > word.range[1])) return undefined;
  return [{ range: [word.range[0], node.range[1]], text: `${phrasing.empty}()` }];
}

const isComputed = ({ parent }: TSESTree.Node): boolean => parent?.type === "MemberExpression" && parent.computed;

/** Edits in the order of the source; two that overlap cannot both be made. */
function merged(edits: readonly Edit[] | undefined): readonly Edit[] | undefined {
  if (!edits) return undefined;
  const sorted = edits.toSorted((one, other) => one.range[0] - other.range[0]);
  return sorted.every((edit, index) => index === 0 || (sorted[index - 1]?.range[1] ?? 0) <= edit.range[0]) ? sorted : undefined;
}
