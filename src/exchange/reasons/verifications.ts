/** Attempts that verify or read something which the client sent. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import type { CircumstanceKind } from "../model.ts";
import type { PathGuard } from "../walk/path.ts";

/** What a failure of the attempt tells, and whether nothing else in it may fail. */
export interface Called {
  readonly kind: CircumstanceKind;
  readonly isAll: boolean;
}

const verifying = /\b(?:jwt|jsonwebtoken|token\w*)\.verify\(|\bverify(?:Token|Jwt|JWT|IdToken)\(|\bjwtVerify\(/;

/** What was tried where the guard is a catch clause. */
export const triedBefore = (guard: PathGuard): TSESTree.BlockStatement | undefined =>
  (guard.caught !== undefined && guard.at.type === "CatchClause" ? guard.at.parent.block : undefined);

/** A `try` that verifies a token or parses text fails for what the client sent, if for anything. */
export function calledIn(guard: PathGuard, bindings: Bindings): Called | undefined {
  const block = triedBefore(guard);
  if (!block) return undefined;
  const text = bindings.textOf(block);
  if (verifying.test(text)) return { kind: "unauthenticated", isAll: !hasOtherWork(block, bindings) };
  // Where the try awaits something else too, that is the likelier to fail.
  return /\bJSON\.parse\(|\bnew URL\(|\bdecodeURI/.test(text) && !/\bawait\b/.test(text) ? { kind: "invalid", isAll: false } : undefined;
}

/** Beside the verification something is awaited, or thrown by hand. */
function hasOtherWork(block: TSESTree.BlockStatement, bindings: Bindings): boolean {
  let hasOther = false;
  visit(block, bindings.sourceCode.visitorKeys, (node, isOwn) => {
    if (!isOwn) return;
    if (node.type === "ThrowStatement" || (node.type === "ForOfStatement" && node.await)) hasOther = true;
    if (node.type === "AwaitExpression" && !isVerification(node.argument)) hasOther = true;
  });
  return hasOther;
}

const isVerification = (node: TSESTree.Node): boolean => {
  const call = bare(node);
  return call.type === "CallExpression" && /^(?:verify(?:Token|Jwt|JWT|IdToken)?|jwtVerify)$/.test(calleeNameOf(call) ?? "");
};
