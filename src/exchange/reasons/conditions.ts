/** What a single condition tells when it holds, or fails: who is asking, what is missing, what is wrong with the input. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf } from "../../ast/functions.ts";
import type { Guard } from "../../ast/guards.ts";
import { principalName } from "./principals.ts";
import { isErrorExpression, isResultError } from "./errors.ts";
import { foundByValue, foundMember, isFoundByValue, isListLength, isLookedUp, isRowCount, lookedUpBy } from "./look-ups.ts";
import type { CircumstanceKind } from "../model.ts";
import {
  assignedTo, isCallerResult, isComparison, isLimiterResult, isOwnCheck, isSetting, isValidation, passwordComparison, verifiedPart,
} from "./provenance.ts";
import { asksForRight, isAboutRole, isCredentialTest, isOwnership, nameIn, roleName } from "./rights.ts";
import { requestPartOf } from "./request-parts.ts";
import type { RequestPart } from "./request-parts.ts";
import { changesPassword, isPasswordTest, isSigningIn } from "./sign-ins.ts";

/**
 * A circumstance, with codes that are as right as its own. A hint counts only beside words that say the same; what is plain,
 * whatever the words say.
 */
export type Told = CircumstanceKind | {
  readonly kind: CircumstanceKind; readonly code?: number; readonly also?: readonly number[]; readonly isHint?: true; readonly isPlain?: true;
};

const credentialName = /(?:token|jwt|apiKey|api_key|authorization|authHeader|bearer|sessionId|credentials?)$/i;
const matchName = /^(?:is)?(?:match|matched|passwordMatch|passwordsMatch|validPassword|isPasswordValid|passwordValid|isMatch|isPasswordMatch|passwordIsValid|isPasswordCorrect|isValidPassword|checkPassword|comparePassword|isCorrect)$/i;
const countName = /^(?:rowCount|affectedRows|matchedCount|deletedCount|modifiedCount|nModified|n|length|count|size)$/;
const heldRight = /(?:^|[a-z_])(?:[Rr]oles?|[Pp]ermissions?)$/;
const attemptName = /attempt|tries|retr(?:y|ies)|requests?|hits|rate/i;

export function toldBy({ test, truth }: Guard, bindings: Bindings): Told | undefined {
  const node = test.type === "AwaitExpression" ? bare(test.argument) : test;
  switch (node.type) {
    case "Identifier":
    case "MemberExpression":
      return truth ? toldByPresence(node, bindings) : toldByAbsence(node, bindings);
    case "CallExpression":
      return toldByCall(node, truth, bindings);
    case "BinaryExpression":
      return toldByComparison(node, truth, bindings);
    default:
      return undefined;
  }
}

function toldByPresence(node: TSESTree.Identifier | TSESTree.MemberExpression, bindings: Bindings): Told | undefined {
  if (isResultError(node, bindings)) return isCallerResult(node, bindings) ? { kind: "unauthenticated", also: [500] } : isOwnCheck(node, bindings) ? { kind: "invalid", also: [500] } : isValidation(node, bindings) ? "invalid" : "unexpected";
  if (isErrorExpression(node, bindings) || isSigningIn(node, bindings)) return undefined;
  if (isFoundByValue(node, bindings) && /exist|already|taken|duplicate|found|user|email/i.test(nameIn(node))) return "duplicate";
  return isLookedUp(node, bindings) || /exist|taken|duplicate/i.test(nameIn(node)) ? { kind: "duplicate", isHint: true } : undefined;
}

function toldByAbsence(node: TSESTree.Identifier | TSESTree.MemberExpression, bindings: Bindings): Told | undefined {
  const name = nameIn(node);
  if (isLimiterResult(node, bindings)) return "limited";
  if (name === "success" && isValidation(node, bindings)) return "invalid";
  if (isComparison(node, bindings) || matchName.test(name)) return wrongSecret(node, bindings);
  if (isSetting(node, bindings)) return { kind: "unexpected", code: 500 };
  const part = requestPartOf(node, bindings);
  if (part !== undefined) return absentPart(part, node, bindings);
  const verified = verifiedPart(node, bindings);
  if (verified !== undefined) return verified === "credential" ? "unauthenticated" : { kind: "invalid", also: [401, 403, 404, 410] };
  // A token that was looked up is a record like any other.
  if (isLookedUp(node, bindings) && node.type === "Identifier") return heldRight.test(name) && lookedUpBy(node, bindings) === "caller" ? "forbidden" : missing(node, bindings);
  // A server's own token, from its environment or just made, is no caller's.
  if (credentialName.test(name)) return isFromRequest(node, bindings) ? "unauthenticated" : { kind: "unauthenticated", isHint: true };
  if (roleName.test(name)) return ofCaller(node, bindings);
  if (name === "length") return isRowCount(node, bindings) ? missing(node, bindings) : isListLength(node, bindings) ? "empty" : undefined;
  if (countName.test(name)) return "missing";
  // A member of what was found is one of its facts (`!doctor.available`), unless it holds the find: `rows[0]`, `result.data`.
  const isFind = node.type === "Identifier" || node.computed || foundMember.test(name);
  return isFind && isLookedUp(node, bindings) ? missing(node, bindings) : undefined;
}

/** What it tells that the request lacks something. */
function absentPart(part: RequestPart, node: TSESTree.Node, bindings: Bindings): Told | undefined {
  const name = nameIn(node);
  switch (part) {
    case "credential":
      return "unauthenticated";
    case "caller":
      if (node.type === "CallExpression" || principalName.test(name) || name === "id" || (node.type === "Identifier" && isCallerResult(node, bindings))) return "unauthenticated";
      // An account may have none; an optional chain asks for the session.
      if (name === "email") return bindings.textOf(node).includes("?.") ? "unauthenticated" : { kind: "unauthenticated", isHint: true };
      return /^(?:can|is|has)[A-Z]/.test(name) || roleName.test(name) ? "forbidden" : undefined;
    case "path":
      // Without the id in its path there is no such resource, or no such request.
      return { kind: "invalid", also: [404] };
    case "field":
      return { kind: "invalid", also: [401, 403] };
    case "attached":
      return undefined;
    case "query":
    case "content":
      // A token in the content may be a credential, or the subject of the request.
      return credentialName.test(name) ? { kind: "invalid", also: [401, 403] } : "invalid";
  }
}

/** What the path names is the resource; what the content or another record names may as well be bad input, or a clash. */
function missing(node: TSESTree.Node, bindings: Bindings): Told {
  // A login may tell that there is no such account, or answer as for a wrong password.
  if (isSigningIn(node, bindings)) return { kind: "unauthenticated", also: [404], isPlain: true };
  switch (lookedUpBy(node, bindings)) {
    case "content":
    case "credential":
      return { kind: "missing", also: [400, 401, 409, 422] };
    case "query":
    case "field":
    case "elsewhere":
      return { kind: "missing", also: [400, 409, 422] };
    case "attached":
    case "caller":
      return { kind: "missing", also: [400, 401, 403, 500] };
    case "path":
      return "missing";
    case undefined:
      // What nobody asked for by name may be the server's own to have.
      return { kind: "missing", also: [500] };
  }
}

/** Who changes a password is known already: an old one that is wrong is bad input as well. */
const wrongSecret = (node: TSESTree.Node, bindings: Bindings): Told =>
  changesPassword(node, bindings) ? { kind: "unauthenticated", also: [400, 403, 422] } : "unauthenticated";

function toldByCall(node: TSESTree.CallExpression, truth: boolean, bindings: Bindings): Told | undefined {
  const callee = bare(node.callee);
  const name = calleeNameOf(node) ?? "";
  const [first] = node.arguments;
  if (truth) return foundByValue.test(name) || /exists?$/i.test(name) ? { kind: "duplicate", isHint: true } : undefined;
  if (passwordComparison.test(name)) return wrongSecret(node, bindings);
  if (name === "isAuthenticated") return "unauthenticated";
  const part = requestPartOf(node, bindings);
  if (part !== undefined) return absentPart(part, node, bindings);
  if (/^(?:find|get)|exists/i.test(name) && node.arguments.length > 0) return missing(node, bindings);
  if (asksForRight(node, bindings)) return "forbidden";
  if (name === "includes" && first && [first, callee].some((side) => isAboutRole(side))) return "forbidden";
  if (name === "equals" && callee.type === "MemberExpression" && first && isOwnership(callee.object, first, bindings)) return "forbidden";
  if (name === "isEmpty" && callee.type === "MemberExpression" && isValidation(callee.object, bindings)) return "invalid";
  return /^(?:isValid|isValidObjectId|isMongoId|isEmail|isUUID)$/.test(name) ? { kind: "invalid", also: [404] } : undefined;
}

function toldByComparison(node: TSESTree.BinaryExpression, truth: boolean, bindings: Bindings): Told | undefined {
  const isEqual = /^={2,3}$/.test(node.operator) ? truth : /^!={1,2}$/.test(node.operator) ? !truth : undefined;
  const [one, other] = [bare(node.left), bare(node.right)];
  const [left, right] = one.type === "Literal" ? [other, one] : [one, other];
  const constant = right.type === "Literal" ? right.value : right.type === "Identifier" && right.name === "undefined" ? undefined : right;
  const name = nameIn(left);
  if (isEqual === undefined) {
    if (node.operator === "<" && truth && constant === 1 && countName.test(name)) return "missing";
    if (node.operator === ">" && truth && constant === 0 && countName.test(name)) return { kind: "duplicate", isHint: true };
    return truth && /^>=?$/.test(node.operator) && attemptName.test(bindings.textOf(node)) ? { kind: "limited", isHint: true } : undefined;
  }
  if (isEqual && (constant === null || constant === undefined)) {
    return left.type === "Identifier" || left.type === "MemberExpression" ? toldByAbsence(left, bindings) : undefined;
  }
  if (isEqual && constant === 0 && countName.test(name)) {
    return name !== "length" ? "missing" : left.type === "MemberExpression" ? toldByAbsence(left, bindings) : undefined;
  }
  if (isEqual && name !== "" && right.type === "UnaryExpression" && /index/i.test(name)) return "missing";
  if (!isEqual && roleName.test(name)) return ofCaller(left, bindings);
  if (!isEqual && isCredentialTest(left, right, bindings)) return { kind: "unauthenticated", also: [403] };
  if (!isEqual && isPasswordTest(left, right, bindings)) return wrongSecret(node, bindings);
  if (!isEqual && isOwnership(left, right, bindings)) {
    if (right.type === "Literal") return { kind: "forbidden", isHint: true };
    return isOfToken(left, bindings) || isOfToken(right, bindings) ? { kind: "forbidden", also: [400] } : "forbidden";
  }
  return undefined;
}

/** Something that a token says which came in the content or a link: one for somebody else is bad input as well. */
function isOfToken(node: TSESTree.Node, bindings: Bindings): boolean {
  const part = node.type === "MemberExpression" ? verifiedPart(node.object, bindings, /^(?:verify|decode)/) : undefined;
  return part !== undefined && part !== "credential";
}

/** The role of somebody who was looked up, and not by who is asking, is a fact like any other; that of the content is input. */
const ofCaller = (role: TSESTree.Node, bindings: Bindings): Told => {
  const part = requestPartOf(role, bindings);
  const isFound = part !== "caller" && role.type === "MemberExpression" && isLookedUp(role.object, bindings) && lookedUpBy(role.object, bindings) !== "caller";
  const isOther = isFound || part === "content" || part === "query" || part === "path";
  return isOther ? { kind: "forbidden", isHint: true } : "forbidden";
};

const isReadFromRequest = (text: string): boolean =>
  /\breq(?:uest)?\b(?!\s*\??\.\s*(?:body|params|query)\b)/.test(text) && !/generate|create|sign|issue/i.test(text);

/** The variable is a parameter, or is made of something of the request. */
function isFromRequest(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  return variable?.defs[0]?.type === "Parameter"
    || (variable !== undefined && assignedTo(variable).some((init) => isReadFromRequest(bindings.textOf(init))));
}
