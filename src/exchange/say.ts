/** The only way to change code: a response is said anew in its framework's own words, or not at all. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../ast/bindings.ts";
import { bare, keyOf } from "../ast/functions.ts";
import { isWithin } from "../ast/outline.ts";
import { memberOf, readValue } from "../ast/static-value.ts";
import { constantFor } from "../http/constants.ts";
import { forbidsContent } from "../http/status.ts";
import type { Written } from "./carrier.ts";
import type { Change, Edit } from "./model.ts";
import { inChain, inFront, isAlone, withFields } from "./say-fields.ts";
import type { Delivery, Walk } from "./walk.ts";

/** What a change must not touch: nodes that feed several answers. */
export interface Shared {
  /** How many responses a node feeds. */
  readonly uses: ReadonlyMap<TSESTree.Node, number>;
  /** Status expressions of the file, from which the style of a new one is taken. */
  readonly written: readonly TSESTree.Node[];
}

/** The edits that make one response say something else, or undefined when they would touch another one or drop an effect. */
export function say(change: Change, delivery: Delivery, statuses: readonly Written[], walk: Walk, shared: Shared): readonly Edit[] | undefined {
  const willBeEmpty = change.content === "none" && (change.status === undefined || !forbidsContent(change.status));
  const content = change.content === "none" ? emptied(delivery, walk, shared, willBeEmpty) : [];
  const status = change.status === undefined ? [] : withStatus(change.status, delivery, statuses, walk, shared);
  const fields = change.fields === undefined ? [] : withFields(change.fields, delivery, statuses, walk, shared);
  return content && status && fields ? merged([...status, ...fields, ...content]) : undefined;
}

function withStatus(code: number, delivery: Delivery, statuses: readonly Written[], walk: Walk, shared: Shared): Edit[] | undefined {
  const [written, ...others] = statuses;
  if (others.length > 0) return undefined;
  if (!written) return inserted(code, delivery, walk, shared);
  const { argument, value } = written;
  if (!argument || !value) return undefined;
  const target = isWithin(value, argument) ? value : argument;
  return isAlone(target, shared) && isPure(target) ? [{ range: target.range, text: statusText(code, target, delivery.node, walk.bindings, shared) }] : undefined;
}

/** Writes a status where the source says none. */
function inserted(code: number, delivery: Delivery, walk: Walk, shared: Shared): Edit[] | undefined {
  const { node } = delivery;
  if (!isAlone(node, shared) || delivery.carrier.isSealed) return undefined;
  const text = statusText(code, undefined, node, walk.bindings, shared);
  const { phrasing } = walk.framework;
  const { status } = phrasing;
  return "call" in status ? inChain(`.${status.call}(${text})`, delivery, walk) : inFront((carrier) => `${carrier}.${status.property} = ${text};`, delivery, walk);
}

/** Takes the content away, unless evaluating it does something or another response needs the words. */
function emptied(delivery: Delivery, walk: Walk, shared: Shared, mustBeEmpty: boolean): Edit[] | undefined {
  const { node, word, name, fixedContent, carrier } = delivery;
  if (carrier.streamed || node.type !== "CallExpression") return undefined;
  // The reason phrase goes by itself when the status allows no content.
  if (fixedContent === "reason-phrase") return mustBeEmpty ? undefined : [];
  const { phrasing } = walk.framework;
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

/** Evaluating it does nothing but give a value. */
function isPure(node: TSESTree.Node): boolean {
  const value = bare(node);
  switch (value.type) {
    case "Literal":
    case "Identifier":
    case "ThisExpression":
      return true;
    case "MemberExpression":
      return isPure(value.object) && (!value.computed || isPure(value.property));
    case "TemplateLiteral":
      return value.expressions.every(isPure);
    case "UnaryExpression":
      return value.operator !== "delete" && isPure(value.argument);
    case "BinaryExpression":
    case "LogicalExpression":
      return isPure(value.left) && isPure(value.right);
    case "ConditionalExpression":
      return isPure(value.test) && isPure(value.consequent) && isPure(value.alternate);
    case "ArrayExpression":
      return value.elements.every((element) => element !== null && isPure(element));
    case "ObjectExpression":
      return value.properties.every((property) => property.type === "Property" && !property.computed && isPure(property.value));
    default:
      return false;
  }
}

/** A status in the file's own style: as the expression that it replaces, else as most of the file's statuses, else a number. */
function statusText(code: number, replaced: TSESTree.Node | undefined, delivery: TSESTree.Node, bindings: Bindings, shared: Shared): string {
  const names = shared.written.filter((node) => bare(node).type === "MemberExpression");
  const inReach = names.find((node) => isInReach(bare(node), delivery, bindings));
  const model = replaced ?? (names.length > shared.written.length / 2 ? inReach : undefined);
  return (model && constantLike(bare(model), code, bindings)) ?? String(code);
}

/** The table of constants is declared around the place where it would be used. */
function isInReach(model: TSESTree.Node, place: TSESTree.Node, bindings: Bindings): boolean {
  let at = model;
  while (at.type === "MemberExpression") at = bare(at.object);
  const scope = bindings.variableOf(at)?.scope.block.range;
  return scope !== undefined && scope[0] <= place.range[0] && scope[1] >= place.range[1];
}

function constantLike(model: TSESTree.Node, code: number, bindings: Bindings): string | undefined {
  if (model.type !== "MemberExpression") return undefined;
  const table = bindings.sourceCode.getText(model.object);
  const origin = bindings.originOf(model);
  const name = origin ? constantFor(code, origin.source) : ownNameOf(model.object, code, bindings);
  if (name === undefined) return undefined;
  return /^[\p{L}_$][\p{L}\d_$]*$/u.test(name) ? `${table}.${name}` : `${table}[${JSON.stringify(name)}]`;
}

/** The member of a local table of codes that has this value. */
function ownNameOf(table: TSESTree.Node, code: number, bindings: Bindings): string | undefined {
  const variable = bindings.variableOf(bare(table));
  const declaration = variable?.defs[0]?.node;
  const init = variable && bindings.initOf(variable);
  const object = init ? bare(init) : null;
  const frozen = object?.type === "CallExpression" && object.arguments[0] ? bare(object.arguments[0]) : object;
  const names = declaration?.type === "TSEnumDeclaration"
    ? declaration.body.members.map(({ id }) => (id.type === "Identifier" ? id.name : id.value))
    : frozen?.type === "ObjectExpression" ? frozen.properties.flatMap((property) => keyOf(property) ?? []) : [];
  return names.find((name) => {
    const value = memberOf(table, name, bindings);
    return value === code || (value !== null && typeof value !== "number" && readValue(value, bindings, () => undefined)?.value === code);
  });
}

/** Edits in the order of the source; two that overlap cannot both be made. */
function merged(edits: readonly Edit[]): readonly Edit[] | undefined {
  const sorted = edits.toSorted((one, other) => one.range[0] - other.range[0]);
  return sorted.every((edit, index) => index === 0 || (sorted[index - 1]?.range[1] ?? 0) <= edit.range[0]) ? sorted : undefined;
}
