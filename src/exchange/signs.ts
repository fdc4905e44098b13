/** What a condition tells about why a response is given. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../ast/bindings.ts";
import { bare, keyOf } from "../ast/functions.ts";
import { guardsOf } from "../ast/guards.ts";
import type { Guard } from "../ast/guards.ts";
import { knownErrorOf } from "../http/known-errors.ts";
import { isErrorExpression, isResultError } from "./errors.ts";
import type { CircumstanceKind } from "./model.ts";
import { isComparison, isFoundByValue, isLookedUp, isRowCount, isValidation, passwordComparison, requestPartOf } from "./provenance.ts";

export interface Sign {
  /** `none` for a question about a caught error that nobody here knows. */
  readonly kind: CircumstanceKind;
  /** The code that a known error deserves. */
  readonly code?: number;
  readonly test: TSESTree.Node;
}

/** The signs of one guard; empty when it tells nothing. */
export function signsOf(guard: Guard, bindings: Bindings): Sign[] {
  // All sides of a disjunction must tell the same story: `!name || !email`.
  if (guard.test.type === "LogicalExpression") {
    const sides = [guard.test.left, guard.test.right].map((side) => guardsOf(side, guard.truth).flatMap((part) => signsOf(part, bindings)).at(-1));
    const [left, right] = sides;
    return left && right && left.kind === right.kind ? [{ kind: left.kind, test: guard.test }] : [];
  }
  const known = guard.truth ? knownErrorIn(guard.test, bindings) : null;
  if (known) return [{ ...known, test: guard.test }];
  const kind = kindOf(guard, bindings);
  return kind ? [{ kind, test: guard.test }] : [];
}

/** `err instanceof ZodError`, `err.code === 11000`, `err.name === "ValidationError"`: which error was caught. */
function knownErrorIn(test: TSESTree.Node, bindings: Bindings): { kind: CircumstanceKind; code?: number } | null {
  if (test.type !== "BinaryExpression" || test.left.type === "PrivateIdentifier") return null;
  const [left, right] = [bare(test.left), bare(test.right)];
  if (!isErrorExpression(left, bindings)) return null;
  if (test.operator !== "instanceof" && !/^={2,3}$/.test(test.operator)) return null;
  const name = right.type === "Literal" ? right.value : right.type === "Identifier" ? right.name : keyOf(right);
  const known = typeof name === "string" || typeof name === "number" ? knownErrorOf(name) : undefined;
  return known ? { kind: known.circumstance, code: known.code } : { kind: "none" };
}

const credentialName = /(?:token|jwt|apiKey|api_key|authorization|authHeader|bearer|sessionId|credentials?)$/i;
const principalName = /^(?:user|session|auth|account|userId|user_id|admin|principal)$/i;
const matchName = /^(?:is)?(?:match|matched|passwordMatch|passwordsMatch|validPassword|isPasswordValid|passwordValid|isMatch|isPasswordMatch|passwordIsValid|isPasswordCorrect|isValidPassword|checkPassword|comparePassword|isCorrect)$/i;
const countName = /^(?:rowCount|affectedRows|matchedCount|deletedCount|modifiedCount|nModified|n|length|count|size)$/;
const roleName = /^(?:role|roles|isAdmin|is_admin|isOwner|isSeller|permissions?|userType)$/i;

/** What a single condition tells when it holds or fails as said. */
function kindOf({ test, truth }: Guard, bindings: Bindings): CircumstanceKind | undefined {
  const node = test.type === "AwaitExpression" ? bare(test.argument) : test;
  switch (node.type) {
    case "Identifier":
    case "MemberExpression":
      return kindOfName(node, truth, bindings);
    case "CallExpression":
      return kindOfCall(node, truth, bindings);
    case "BinaryExpression":
      return kindOfComparison(node, truth, bindings);
    default:
      return undefined;
  }
}

function kindOfName(node: TSESTree.Identifier | TSESTree.MemberExpression, truth: boolean, bindings: Bindings): CircumstanceKind | undefined {
  const name = node.type === "Identifier" ? node.name : keyOf(node) ?? "";
  const input = requestPartOf(node, bindings);
  if (truth) {
    if (isResultError(node, bindings)) return isValidation(node, bindings) ? "invalid" : "unexpected";
    if (isErrorExpression(node, bindings)) return undefined;
    return isFoundByValue(node, bindings) && /exist|already|taken|duplicate|found|user|email/i.test(name) ? "duplicate" : undefined;
  }
  if (name === "success" && isValidation(node, bindings)) return "invalid";
  if (matchName.test(name) || isComparison(node, bindings)) return "unauthenticated";
  // A token that was looked up is a record like any other.
  if (isLookedUp(node, bindings) && node.type === "Identifier") return "missing";
  if (credentialName.test(name)) return "unauthenticated";
  if (input === "user") return principalName.test(name) ? "unauthenticated" : /^(?:can|is|has)[A-Z]/.test(name) || roleName.test(name) ? "forbidden" : undefined;
  if (input === "credential") return "unauthenticated";
  if (input === "input") return "invalid";
  if (roleName.test(name)) return "forbidden";
  if (name !== "length" && countName.test(name)) return "missing";
  if (name === "length") return isRowCount(node, bindings) ? "missing" : undefined;
  // A member of what was found is one of its facts (`!doctor.available`), unless it holds the find: `rows[0]`, `result.data`.
  const isFind = node.type === "Identifier" || node.computed || /^(?:rows?|data|doc|docs|value|item|result|record)$/i.test(name);
  return isFind && isLookedUp(node, bindings) ? "missing" : undefined;
}

function kindOfCall(node: TSESTree.CallExpression, truth: boolean, bindings: Bindings): CircumstanceKind | undefined {
  const callee = bare(node.callee);
  const name = callee.type === "MemberExpression" ? keyOf(callee) ?? "" : callee.type === "Identifier" ? callee.name : "";
  if (!truth && passwordComparison.test(name)) return "unauthenticated";
  if (!truth && name === "isAuthenticated") return "unauthenticated";
  if (!truth && /^(?:exists|find|get)/.test(name) && node.arguments.length > 0) return "missing";
  if (!truth && /^(?:can|checkCan|hasPermission|hasRole|isAllowed|isOwner|isAdmin|checkAccess|checkPermission)/.test(name)) return "forbidden";
  if (!truth && name === "equals" && callee.type === "MemberExpression" && node.arguments[0] && isOwnership(callee.object, node.arguments[0], bindings)) return "forbidden";
  if (name === "isEmpty" && callee.type === "MemberExpression" && isValidation(callee.object, bindings)) return truth ? undefined : "invalid";
  if (!truth && /^(?:isValid|isValidObjectId|isMongoId|isEmail)$/.test(name)) return "invalid";
  return undefined;
}

function kindOfComparison(node: TSESTree.BinaryExpression, truth: boolean, bindings: Bindings): CircumstanceKind | undefined {
  const isEqual = /^={2,3}$/.test(node.operator) ? truth : /^!={1,2}$/.test(node.operator) ? !truth : undefined;
  const [one, other] = [bare(node.left), bare(node.right)];
  const [left, right] = one.type === "Literal" ? [other, one] : [one, other];
  const constant = right.type === "Literal" ? right.value : right.type === "Identifier" && right.name === "undefined" ? undefined : right;
  const name = left.type === "Identifier" ? left.name : keyOf(left) ?? "";
  if (isEqual === undefined) return node.operator === "<" && truth && constant === 1 && countName.test(name) ? "missing" : undefined;
  if (isEqual && (constant === null || constant === undefined)) {
    return left.type === "Identifier" || left.type === "MemberExpression" ? kindOfName(left, false, bindings) : undefined;
  }
  if (isEqual && constant === 0 && countName.test(name)) {
    return name !== "length" || isRowCount(left, bindings) ? "missing" : undefined;
  }
  if (isEqual && name !== "" && right.type === "UnaryExpression" && /index/i.test(name)) return "missing";
  if (!isEqual && (roleName.test(name) || isOwnership(left, right, bindings))) return "forbidden";
  return undefined;
}

/** `post.author.toString() !== req.user.id`: a resource's owner against the caller. */
const isOwnership = (left: TSESTree.Node, right: TSESTree.Node, bindings: Bindings): boolean => {
  const text = (node: TSESTree.Node) => bindings.sourceCode.getText(node);
  const caller = /\breq(?:uest)?\.(?:user|userId|auth|session)\b/;
  const [one, other] = [text(left), text(right)];
  return caller.test(one) !== caller.test(other) || isOwnerOf(left, right, bindings) || isOwnerOf(right, left, bindings);
};

/** `appointment.userId` of a record that was looked up, against an id from somewhere else. */
function isOwnerOf(owner: TSESTree.Node, other: TSESTree.Node, bindings: Bindings): boolean {
  let at = bare(owner);
  if (at.type === "CallExpression") at = bare(at.callee.type === "MemberExpression" ? at.callee.object : at.callee);
  return at.type === "MemberExpression" && /^(?:user|userId|user_id|owner|ownerId|author|authorId|createdBy)$/.test(keyOf(at) ?? "")
    && isLookedUp(at.object, bindings) && bare(other).type !== "Literal";
}
