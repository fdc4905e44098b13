/** What a single condition tells when it holds, or fails: who is asking, what is missing, what is wrong with the input. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf } from "../../ast/functions.ts";
import type { Guard } from "../../ast/guards.ts";
import { absentPart, countName, missing, toldByAbsence } from "./absences.ts";
import { isErrorExpression, isResultError } from "./errors.ts";
import { toldByForm, toldByMeasure } from "./input-checks.ts";
import { foundByValue, isFoundByValue, isLookedUp } from "./look-ups.ts";
import { isCallerResult, isOwnCheck, isValidation, passwordComparison, verifiedPart } from "./provenance.ts";
import { codesForBelonging, codesForState } from "./records.ts";
import { requestPartOf } from "./request-parts.ts";
import { asksForRight, isAboutRole, isCredentialTest, isKeptCredentialTest, isOwnership, nameIn, roleName, toldByRole } from "./rights.ts";
import { isPasswordTest, isSigningIn, wrongSecret } from "./sign-ins.ts";
import type { Told } from "./told.ts";

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
  if (!isLookedUp(node, bindings) && !/exist|taken|duplicate/i.test(nameIn(node))) return undefined;
  const perhaps = codesForState(node, bindings);
  return { kind: "duplicate", isHint: true, ...(perhaps && { perhaps }) };
}

function toldByCall(node: TSESTree.CallExpression, truth: boolean, bindings: Bindings): Told | undefined {
  const callee = bare(node.callee);
  const name = calleeNameOf(node) ?? "";
  const [first] = node.arguments;
  const form = toldByForm(node, truth, bindings);
  if (form) return form;
  if (truth) return foundByValue.test(name) || /exists?$/i.test(name) ? { kind: "duplicate", isHint: true } : undefined;
  if (keepsWithin(node)) return { kind: "none", perhaps: [403, 404] };
  if (passwordComparison.test(name)) return wrongSecret(node, bindings);
  if (name === "isAuthenticated") return "unauthenticated";
  const part = requestPartOf(node, bindings);
  if (part !== undefined) return absentPart(part, node, bindings);
  if (/^(?:find|get)|exists/i.test(name) && node.arguments.length > 0) return missing(node, bindings);
  if (asksForRight(node, bindings)) return "forbidden";
  if (name === "includes" && first && [first, callee].some((side) => isAboutRole(side))) return "forbidden";
  if (name === "equals" && callee.type === "MemberExpression" && first && isOwnership(callee.object, first, bindings)) return "forbidden";
  return name === "isEmpty" && callee.type === "MemberExpression" && isValidation(callee.object, bindings) ? "invalid" : undefined;
}

const placeName = /(?:path|file|dir|directory)$/i;

/** `!file.startsWith(root)`, `!isInside(root, filePath)`: whoever asks for what lies outside is told no more than that there is none. */
const keepsWithin = (call: TSESTree.CallExpression): boolean =>
  /startsWith|inside|within|contain|valid|safe|sub_?path/i.test(calleeNameOf(call) ?? "") && call.arguments.some((argument) => placeName.test(nameIn(bare(argument))))
  && (call.arguments.length > 1 || calleeNameOf(call) === "startsWith");

/** `path.extname(req.params.file) !== ".ts"`: a file of another kind is none that is served. */
function isKindOfFile(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  const value = bare((variable && bindings.initOf(variable)) ?? node);
  return value.type === "CallExpression" && calleeNameOf(value) === "extname" && value.arguments[0] !== undefined && requestPartOf(value.arguments[0], bindings) === "path";
}

function toldByComparison(node: TSESTree.BinaryExpression, truth: boolean, bindings: Bindings): Told | undefined {
  const isEqual = /^={2,3}$/.test(node.operator) ? truth : /^!={1,2}$/.test(node.operator) ? !truth : undefined;
  const [one, other] = [bare(node.left), bare(node.right)];
  const [left, right] = one.type === "Literal" ? [other, one] : [one, other];
  const constant = right.type === "Literal" ? right.value : right.type === "Identifier" && right.name === "undefined" ? undefined : right;
  const name = nameIn(left);
  if (isEqual === false && isKindOfFile(left, bindings)) return { kind: "none", perhaps: [403, 404, 415] };
  const measured = toldByMeasure(node, truth, bindings);
  if (measured) return measured;
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
  if (!isEqual && roleName.test(name)) return toldByRole(left, bindings);
  if (!isEqual && isCredentialTest(left, right, bindings)) return { kind: "unauthenticated", also: [403] };
  if (!isEqual && isKeptCredentialTest(left, right, bindings)) return { kind: "unauthenticated", also: [403], isHint: true };
  if (!isEqual && isPasswordTest(left, right, bindings)) return wrongSecret(node, bindings);
  if (!isEqual && isOwnership(left, right, bindings)) {
    if (right.type === "Literal") return { kind: "forbidden", isHint: true };
    return isOfToken(left, bindings) || isOfToken(right, bindings) ? { kind: "forbidden", also: [400] } : "forbidden";
  }
  const perhaps = isEqual ? undefined : codesForBelonging(left, right, bindings);
  return perhaps && { kind: "none", perhaps };
}

/** Something that a token says which came in the content or a link: one for somebody else is bad input as well. */
function isOfToken(node: TSESTree.Node, bindings: Bindings): boolean {
  const part = node.type === "MemberExpression" ? verifiedPart(node.object, bindings, /^(?:verify|decode)/) : undefined;
  return part !== undefined && part !== "credential";
}
