/** What the members of an object literal tell: how it went, a message, or what was asked for. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, isFunction, keyOf } from "../../ast/functions.ts";
import { isUndefined } from "../../ast/static-value.ts";
import type { Description } from "./content.ts";
import { isErrorExpression, isResultError } from "../reasons/errors.ts";
import { resolved } from "../walk/reading.ts";
import type { Reading } from "../walk/reading.ts";
import { quoteOf, short, tellsFailure, tellsSuccess, textIn } from "../reasons/words.ts";

const successFlag = /^(?:success|ok|successful|isSuccess|succeeded|succes)$/i;
const errorMember = /^(?:errors?|err|issues|errorMessage|error_message|errorMsg|errMsg|errormsg)$/;
const messageMember = /^(?:message|msg|detail|details|reason|info|text|description|title|statusMessage|response|mssg)$/i;
const statusMember = /^(?:status|result|type|state|outcome)$/i;
/** Members that may stand beside an error without being what was asked for. */
const sideMember = /^(?:code|status|statusCode|errorCode|error_code|type|name|path|field|param|value|timestamp|requestId|data|payload|result|token|user|stack|stringKey|key|title|instance|auth|valid|isAuthenticated|authenticated|loggedIn|url|method)$/i;

export interface Member {
  readonly key: string;
  readonly value: TSESTree.Node;
}

export function membersOf(object: TSESTree.ObjectExpression, patches: ReadonlyMap<string, TSESTree.Node>, reading: Reading, depth = 0): Member[] {
  const members = new Map<string, TSESTree.Node>();
  for (const property of object.properties) {
    if (property.type === "SpreadElement") for (const { key, value } of spreadMembers(property, reading, depth)) members.set(key, value);
    const key = property.type === "Property" ? keyOf(property) : null;
    if (property.type === "Property" && key !== null) members.set(key, property.value);
  }
  for (const [key, value] of patches) {
    // A member that was deleted is undefined, and is not sent.
    if (isUndefined(value)) members.delete(key);
    else members.set(key, value);
  }
  return [...members].map(([key, value]) => ({ key, value: resolved(value, reading) }));
}

/** An object is spread by its name as it is written, with what was assigned to its members on the path. */
function spreadMembers({ argument }: TSESTree.SpreadElement, reading: Reading, depth: number): Member[] {
  const name = bare(argument);
  const variable = name.type === "Identifier" ? reading.bindings.variableOf(name) : undefined;
  const held = variable && reading.values.get(variable);
  if (held === null || depth > 3) return [];
  const object = held ? bare(held.node) : resolved(name, reading);
  return object.type === "ObjectExpression" ? membersOf(object, held?.patches ?? new Map(), reading, depth + 1) : [];
}

export function messageIn(members: readonly Member[], reading: Reading): string | undefined {
  for (const { key, value } of members) {
    if (!messageMember.test(key) && !errorMember.test(key)) continue;
    const inner = bare(value);
    const text = inner.type === "ObjectExpression" ? messageIn(membersOf(inner, new Map(), reading), reading) : textIn(inner);
    if (text) return text;
  }
  return undefined;
}

export const weakFailure = (members: readonly Member[], says: string | undefined): Pick<Description, "failure"> =>
  says !== undefined && tellsFailure(says) && !members.some(({ key, value }) => successFlag.test(key) && isLiteral(value, true))
    ? { failure: { certainty: "weak", quote: short(says) } }
    : {};

/** A failure that the form of the object tells, whatever its words. */
export function failureIn(members: readonly Member[], reading: Reading): Description["failure"] {
  const says = ({ key, value }: Member) => `${key}: ${literal(value) === false ? "false" : quoteOf(value, reading.bindings)}`;
  const flag = members.find(({ key }) => successFlag.test(key));
  // An empty list beside the flag may be the right answer to a search; only the branch can tell.
  const isEmptyList = members.some(({ key, value }) => !errorMember.test(key) && value.type === "ArrayExpression" && value.elements.length === 0);
  if (flag && isLiteral(flag.value, false)) return { certainty: isEmptyList ? "weak" : "strong", quote: says(flag), ...(isEmptyList && { isOpen: true as const }) };
  if (flag && isLiteral(flag.value, true)) return undefined;
  const status = members.find(({ key, value }) => statusMember.test(key) && typeof literal(value) === "string" && /^(?:error|fail|failure)$/i.test(String(literal(value))));
  const error = members.find(({ key, value }) => errorMember.test(key) && tellsError(value, reading));
  if (status && (error ?? members.some(({ key }) => messageMember.test(key)))) return { certainty: "strong", quote: says(status) };
  if (error) {
    const beside = members.filter((member) => member !== error && !isRemark(member) && !sideMember.test(member.key) && !errorMember.test(member.key));
    return { certainty: beside.length === 0 ? "strong" : "weak", quote: says(error) };
  }
  // What a validator or a look-up returned as its error may be empty: only the branch can tell.
  const result = members.find(({ key, value }) => (errorMember.test(key) || messageMember.test(key)) && isResultError(value, reading.bindings));
  if (result) return { certainty: "weak", quote: says(result), isOpen: true };
  const message = members.find(({ key, value }) => messageMember.test(key) && isErrorExpression(value, reading.bindings));
  return message && members.every((member) => isRemark(member) || sideMember.test(member.key) || member === message)
    ? { certainty: "strong", quote: says(message) }
    : undefined;
}

/** A success that a flag or a status word tells, or else the message alone, if nothing beside it tells a failure. */
export function successIn(
  members: readonly Member[],
  { says, failure, hasSpread }: { readonly says: string | undefined; readonly failure: Description["failure"]; readonly hasSpread: boolean },
  reading: Reading,
): Description["success"] {
  const flag = members.find(({ key, value }) => successFlag.test(key) && isLiteral(value, true))
    ?? members.find(({ key, value }) => /^(?:status|result)$/i.test(key) && /^success$/i.test(String(literal(value))));
  // What a spread brings may write the flag anew.
  if (flag) return { certainty: hasSpread ? "weak" : "strong", quote: `${flag.key}: ${quoteOf(flag.value, reading.bindings)}` };
  return says !== undefined && !failure && tellsSuccess(says) ? { certainty: "weak", quote: short(says) } : undefined;
}

/** The value of an `error` member that can only mean an error: words, the error itself, `true`. */
function tellsError(node: TSESTree.Node, reading: Reading): boolean {
  const value = resolved(node, reading);
  if (value.type === "ConditionalExpression") return tellsError(value.consequent, reading) && tellsError(value.alternate, reading);
  if (isErrorExpression(value, reading.bindings)) return true;
  if (value.type === "Literal") return value.value === true || (typeof value.value === "string" && !/^(?:|ok|no|none|null|false|success)$/i.test(value.value.trim()));
  if (value.type === "TemplateLiteral") return true;
  if (value.type === "NewExpression") return value.callee.type === "Identifier" && value.callee.name.endsWith("Error");
  if (value.type === "BinaryExpression") return textIn(value) !== undefined;
  if (value.type === "ObjectExpression") return messageIn(membersOf(value, new Map(), reading), reading) !== undefined;
  if (value.type === "ArrayExpression") return value.elements.some((element) => element !== null && tellsError(element, reading));
  return false;
}

/** A member that only tells how it went: a flag, a message, a status word. */
export const isRemark = ({ key, value }: Member): boolean => {
  if (isFunction(value)) return false;
  if (successFlag.test(key)) return typeof literal(value) === "boolean";
  if (messageMember.test(key)) return textIn(value) !== undefined;
  if (/^(?:status|statusCode|code)$/i.test(key)) return typeof literal(value) === "number" || typeof literal(value) === "string";
  return literal(value) === true;
};

const literal = (node: TSESTree.Node): unknown => {
  const value = bare(node);
  return value.type === "Literal" ? value.value : undefined;
};

const isLiteral = (node: TSESTree.Node, wanted: boolean): boolean => literal(node) === wanted;
