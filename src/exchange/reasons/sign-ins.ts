/** Signing in: a record whose password the handler holds against the one that came is somebody who is not known yet. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, isFunction, keyOf, namesInChain, outermostFunction } from "../../ast/functions.ts";
import { isLookedUp, lookedUpBy } from "./look-ups.ts";
import { passwordComparison } from "./provenance.ts";
import type { Told } from "./told.ts";

/** Words of a handler that serves somebody who is known already, or becomes somebody. */
const settingPassword = /\b(?:new|old|current|confirm)_?password\b|\breq(?:uest)?\.user\b|\.password\w*\s*=(?!=)(?!\s*(?:undefined|null|["'`]))/i;

/** The handler around the node changes a password, or its caller is known. */
const changesPassword = (node: TSESTree.Node, bindings: Bindings): boolean => settingPassword.test(bindings.textOf(outermostFunction(node) ?? node));

/** Who changes a password is known already: an old one that is wrong is bad input as well. */
export const wrongSecret = (node: TSESTree.Node, bindings: Bindings): Told =>
  changesPassword(node, bindings) ? { kind: "unauthenticated", also: [400, 403, 422] } : "unauthenticated";

/** Without this record nobody signs in: what is looked up by what was sent, and has a password that is compared later. */
export function isSigningIn(node: TSESTree.Node, bindings: Bindings): boolean {
  if (node.type !== "Identifier" || !isLookedUp(node, bindings) || !hasComparedPassword(node, bindings, node.range[0])) return false;
  if (changesPassword(node, bindings)) return false;
  // Who is asking, or whom the path names, is no stranger.
  const by = lookedUpBy(node, bindings);
  return by !== "path" && by !== "caller" && by !== "attached" && by !== "elsewhere";
}

/** The password of the record is compared, at this place or later. */
export const hasComparedPassword = (record: TSESTree.Node, bindings: Bindings, from = 0): boolean =>
  bindings.usesOf(record).some((use) => use.range[0] >= from && isHeldAgainst(use, bindings));

const passwordName = /^(?:password|passwd|pwd|pass|hash|hashed_?password|password_?hash|passwordDigest|encrypted_?password)$/i;
const password = /pass(?:word|wd|phrase)|pass\b|pwd/i;
/** Things that have a password, and nobody is one of them. */
const thing = /(?:room|link|url|paste|file|note|share|meeting|game|lobby|event|board|document|page|post|album|group|channel|poll|secret|otp|token|code)$/i;

/** `user.password !== password`: what a record has against what came. */
export const isPasswordTest = (left: TSESTree.Node, right: TSESTree.Node, bindings: Bindings): boolean =>
  [[left, right], [right, left]].some(([one, other]) => one && other && bare(one).type === "MemberExpression" && isLookedUp(one, bindings)
    && passwordName.test(keyOf(bare(one)) ?? "") && password.test(bindings.textOf(other)) && !thing.test(namesInChain(one)[0] ?? ""));

/** `user.comparePassword(password)`, `bcrypt.compare(password, user.hash)`, `user.password !== password` */
function isHeldAgainst(record: TSESTree.Node, bindings: Bindings): boolean {
  const member = record.parent?.type === "TSNonNullExpression" ? record.parent.parent : record.parent;
  if (member?.type !== "MemberExpression" || bare(member.object) !== record || thing.test(namesInChain(record)[0] ?? "")) return false;
  for (let at: TSESTree.Node = member; at.parent && !at.type.endsWith("Statement") && !isFunction(at); at = at.parent) {
    if (at.type === "CallExpression" && passwordComparison.test(calleeNameOf(at) ?? "") && password.test(bindings.textOf(at))) return true;
    if (at.type === "BinaryExpression" && /^[!=]==?$/.test(at.operator)) return isPasswordTest(at.left, at.right, bindings);
  }
  return false;
}
