/** Statuses that are read from an error, which may bear none or mean something else by the name. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, enclosingFunction, keyOf } from "../../ast/functions.ts";
import { isWithin, someWithin } from "../../ast/outline.ts";
import { keysTo } from "../../ast/patterns.ts";
import type { Written } from "../walk/carrier.ts";
import { isErrorVariable } from "../reasons/errors.ts";
import type { BorrowedStatus } from "../model.ts";
import type { PathGuard } from "../walk/path.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

/** A member of an error that stands in the place of the status. */
interface Borrowed {
  readonly error: Variable;
  /** The members that lead to it: `response.status`. */
  readonly keys: readonly string[];
}

/** The status of a response that some of its paths take from an error. */
export function borrowedStatusOf({ path, deputy }: Delivery, statuses: readonly Written[], walk: Walk): BorrowedStatus | undefined {
  // What a function beside the handler is given, others may give it too.
  if (deputy) return undefined;
  for (const { value } of statuses) {
    const fallback = value && fallbackOf(value, walk);
    if (fallback) return fallback;
    const found = value && borrowedFrom(value, walk.bindings);
    if (!value || !found || isProven(found, value, path.state.guards)) continue;
    const isCode = found.keys.at(-1) === "code";
    if (isSecured(value) && !isCode) continue;
    return { node: value, kind: isCode ? "code" : "status", isCaught: isCaught(found.error, walk), replace: (code) => replaced(value, found, code, walk) };
  }
  return undefined;
}

/** `err.status || 200`: the error that bears no status is the one that nobody expected. */
function fallbackOf(value: TSESTree.Node, walk: Walk): BorrowedStatus | undefined {
  const choice = value.parent;
  if (choice?.type !== "LogicalExpression" || choice.operator === "&&" || bare(choice.right) !== value) return undefined;
  const found = borrowedFrom(choice.left, walk.bindings);
  const code = found && walk.readAt(value)?.value;
  if (!found || typeof code !== "number" || code >= 400) return undefined;
  return { node: value, kind: "success", isCaught: true, replace: (other) => [{ range: value.range, text: String(other) }] };
}

/** `err.status`, also by a name of its own: `const { status } = err`. */
function borrowedFrom(node: TSESTree.Node, bindings: Bindings): Borrowed | undefined {
  const keys: string[] = [];
  let at = bare(node);
  const variable = at.type === "Identifier" ? bindings.variableOf(at) : undefined;
  const declared = variable?.defs[0]?.node;
  if (variable && declared?.type === "VariableDeclarator" && declared.init && !isErrorVariable(variable)) {
    const within = declared.id.type === "Identifier" ? [] : keysTo(variable.defs[0]?.name ?? at, declared.id);
    if (!within || variable.references.some((reference) => reference.isWrite() && !reference.init) || hasDefault(variable)) return undefined;
    keys.unshift(...within);
    at = bare(declared.init);
  }
  for (; at.type === "MemberExpression"; at = bare(at.object)) {
    const key = keyOf(at);
    if (key === null || isNarrowed(at.object)) return undefined;
    keys.unshift(key);
  }
  const error = at.type === "Identifier" ? bindings.variableOf(at) : undefined;
  const isStatus = /^(?:response\.)?(?:status|statusCode|code)$/.test(keys.join(".")) && keys.join(".") !== "response.code";
  return error && isStatus && isErrorVariable(error) && !isTyped(error) && !isPrepared(error) ? { error, keys } : undefined;
}

const hasDefault = ({ defs }: Variable): boolean => defs[0]?.name.parent.type === "AssignmentPattern";

/** `(err as ApiError).status`: its author knows better. */
const isNarrowed = (object: TSESTree.Node): boolean =>
  (object.type === "TSAsExpression" || object.type === "TSTypeAssertion") && isNamedType(object.typeAnnotation);

const isTyped = ({ defs }: Variable): boolean => {
  const name = defs[0]?.name;
  return name?.type === "Identifier" && name.typeAnnotation !== undefined && isNamedType(name.typeAnnotation.typeAnnotation);
};

const isNamedType = (type: TSESTree.TypeNode): boolean =>
  !["TSAnyKeyword", "TSUnknownKeyword"].includes(type.type) && !(type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "Error");

/** The handler gives the error what it lacks: `err.status ??= 500`, `Object.assign(err, …)`. */
const isPrepared = ({ references }: Variable): boolean => references.some(({ identifier }) => {
  const { parent } = identifier;
  if (parent.type === "MemberExpression") return parent.object === identifier && parent.parent.type === "AssignmentExpression" && parent.parent.left === parent;
  return parent.type === "CallExpression" && parent.arguments[0] === identifier && parent.callee.type === "MemberExpression" && keyOf(parent.callee) === "assign";
});

/** A condition asked the error before, whatever it asked. */
const isProven = ({ error }: Borrowed, value: TSESTree.Node, guards: readonly PathGuard[]): boolean =>
  guards.some((guard) => guard.caught === undefined && guard.test !== value && error.references.some(({ identifier }) => isWithin(identifier, guard.test)));

/** Something else stands in where it is missing. */
const isSecured = (value: TSESTree.Node): boolean => [value.parent, value.parent?.parent].some((around) => around?.type === "LogicalExpression");

/** The handler itself catches whatever it awaited. */
function isCaught({ defs }: Variable, { bindings: { outline } }: Walk): boolean {
  const clause = defs[0]?.node;
  return clause?.type === "CatchClause" && someWithin(outline.awaits, clause.parent.block, ({ owner }) => owner === enclosingFunction(clause));
}

function replaced(value: TSESTree.Node, { keys }: Borrowed, code: number, { bindings }: Walk) {
  const target = value.parent?.type === "ChainExpression" ? value.parent : value;
  if (bare(value).type !== "MemberExpression" || !bindings.isOwn(value)) return undefined;
  const text = bindings.textOf(target);
  const read = keys.at(-1) === "code" ? text.replace(/\bcode$/, "status") : text.replace(/\.response\.(?=status)/, ".response?.");
  return [{ range: target.range, text: isSecured(value) ? read : `${read} ?? ${code}` }];
}
