/** What it tells that something is not there: a record, a part of the request, a right, a match. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { foundMember, isListLength, isLookedUp, isRowCount, lookedUpBy } from "./look-ups.ts";
import { isOwnRecord } from "./own-records.ts";
import { principalName } from "./principals.ts";
import { assignedTo, isCallerResult, isComparison, isLimiterResult, isNeverAbsent, isSetting, isValidation, verifiedPart } from "./provenance.ts";
import { codesForState } from "./records.ts";
import { parameterOf, requestPartOf } from "./request-parts.ts";
import type { RequestPart } from "./request-parts.ts";
import { nameIn, roleName, toldByRole } from "./rights.ts";
import { isSigningIn, wrongSecret } from "./sign-ins.ts";
import type { Telling, Told } from "./told.ts";

const credentialName = /(?:token|jwt|apiKey|api_key|authorization|authHeader|bearer|sessionId|credentials?)$/i;
const matchName = /^(?:is)?(?:match|matched|passwordMatch|passwordsMatch|validPassword|isPasswordValid|passwordValid|isMatch|isPasswordMatch|passwordIsValid|isPasswordCorrect|isValidPassword|checkPassword|comparePassword|isCorrect)$/i;
const heldRight = /(?:^|[a-z_])(?:[Rr]oles?|[Pp]ermissions?)$/;

/** Members that count what was found or changed. */
export const countName = /^(?:rowCount|affectedRows|matchedCount|deletedCount|modifiedCount|nModified|n|length|count|size)$/;

export function toldByAbsence(node: TSESTree.Identifier | TSESTree.MemberExpression, bindings: Bindings): Told | undefined {
  const name = nameIn(node);
  if (isLimiterResult(node, bindings)) return "limited";
  if (name === "success" && isValidation(node, bindings)) return "invalid";
  if (isNeverAbsent(node, bindings)) return { kind: "none", isPlain: true };
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
  if (roleName.test(name)) return toldByRole(node, bindings);
  if (name === "length") return isRowCount(node, bindings) ? missing(node, bindings) : isListLength(node, bindings) ? "empty" : undefined;
  if (countName.test(name)) return "missing";
  // A member of what was found is one of its facts (`!doctor.available`), unless it holds the find: `rows[0]`, `result.data`.
  const isFind = node.type === "Identifier" || node.computed || foundMember.test(name);
  if (isFind && isLookedUp(node, bindings)) return missing(node, bindings);
  const perhaps = codesForState(node, bindings);
  return perhaps && { kind: "none", perhaps };
}

/** What it tells that the request lacks something. */
export function absentPart(part: RequestPart, node: TSESTree.Node, bindings: Bindings): Told | undefined {
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
      return withParameter({ kind: "invalid", also: [404] }, node, bindings);
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

function withParameter(told: Telling, node: TSESTree.Node, bindings: Bindings): Telling {
  const lacks = parameterOf(node, bindings);
  return lacks === undefined ? told : { ...told, lacks };
}

/** What the path names is the resource; what the content or another record names may as well be bad input, or a clash. */
export function missing(node: TSESTree.Node, bindings: Bindings): Told {
  // A login may tell that there is no such account, or answer as for a wrong password.
  if (isSigningIn(node, bindings)) return { kind: "unauthenticated", also: [404], isPlain: true };
  // Whoever asked is gone: somebody who is not known any more, or a fault of the server's own.
  if (isOwnRecord(node, bindings)) return { kind: "missing", also: [401, 500], isPlain: true };
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

const isReadFromRequest = (text: string): boolean =>
  /\breq(?:uest)?\b(?!\s*\??\.\s*(?:body|params|query)\b)/.test(text) && !/generate|create|sign|issue/i.test(text);

/** The variable is a parameter, or is made of something of the request. */
function isFromRequest(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  return variable?.defs[0]?.type === "Parameter"
    || (variable !== undefined && assignedTo(variable).some((init) => isReadFromRequest(bindings.textOf(init))));
}
