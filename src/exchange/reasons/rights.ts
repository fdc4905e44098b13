/** Conditions that ask for a right: who owns it, who has the role, who may do that. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, keyOf } from "../../ast/functions.ts";
import { isLookedUp, lookedUpBy } from "./look-ups.ts";
import { isCredentialField, isSessionCookie } from "./principals.ts";
import { requestPartOf } from "./request-parts.ts";
import type { Told } from "./told.ts";

/** Members that say what somebody may do. */
export const roleName = /^(?:role|roles|isAdmin|is_admin|isOwner|isSeller|permissions?|userType|userRole)$/i;

/** The name of a variable or a member. */
export const nameIn = (node: TSESTree.Node): string => (node.type === "Identifier" ? node.name : keyOf(node) ?? "");

const right = /^(?:checkCan|hasPermission|hasRole|hasAccess|isOwner|isAdmin|checkAccess|checkPermission|isAllowedTo)/;
const mayBeRight = /^(?:can[A-Z]|isAllowed)/;
const somebody = /(?:^|\.)(?:req|request|ctx|\w*(?:user|session|member|role|actor|viewer|account|caller|permissions?|ability)(?:Id)?)\b/i;

/** `hasPermission("edit")`, `canEdit(post, user)`; but `canCancel(order)` and `isAllowedType(file)` ask about something else. */
export function asksForRight(call: TSESTree.CallExpression, bindings: Bindings): boolean {
  const name = calleeNameOf(call) ?? "";
  if (right.test(name)) return true;
  return mayBeRight.test(name) && [call.callee, ...call.arguments].some((node) => somebody.test(bindings.textOf(node)) || requestPartOf(node, bindings) === "caller");
}

/** `roles.includes(user.role)`, `user.roles.includes("admin")` */
export const isAboutRole = (node: TSESTree.Node): boolean => {
  const value = bare(node);
  const named = value.type === "MemberExpression" && keyOf(value) === "includes" ? bare(value.object) : value;
  return /^(?:roles?|permissions?|userRoles?|allowedRoles|requiredRoles)$/i.test(nameIn(named));
};

/** `authHeader !== `Bearer ${process.env.SECRET}``: a credential against the server's own. */
export const isCredentialTest = (left: TSESTree.Node, right: TSESTree.Node, bindings: Bindings): boolean =>
  [[left, right], [right, left]].some(([one, other]) => one && other && requestPartOf(one, bindings) === "credential"
    && /\benv\b|bearer|secret|api_?key/i.test(bindings.textOf(other)));

/** `stored.token !== req.cookies.refreshToken`: a credential that came against the one that is kept. */
export const isKeptCredentialTest = (left: TSESTree.Node, right: TSESTree.Node, bindings: Bindings): boolean =>
  [[left, right], [right, left]].some(([one, other]) => one && other && requestPartOf(one, bindings) === "credential"
    && isSessionCookie(nameIn(bare(one))) && isCredentialField(nameIn(bare(one)))
    && bare(other).type === "MemberExpression" && /token(?:hash)?$/i.test(nameIn(bare(other))) && requestPartOf(other, bindings) === undefined);

/** Who is asking, by a name that tells them apart from others. */
const isCaller = (node: TSESTree.Node, bindings: Bindings): boolean =>
  /\breq(?:uest)?\.(?:user|userId|auth|session)\b/.test(bindings.textOf(node))
  || (/^_?(?:id|userId|user_id|uid|sub|email)$/.test(nameIn(bare(node))) && requestPartOf(node, bindings) === "caller");

/** `post.author.toString() !== req.user.id`: a resource's owner against the caller. */
export const isOwnership = (left: TSESTree.Node, right: TSESTree.Node, bindings: Bindings): boolean =>
  isCaller(left, bindings) !== isCaller(right, bindings) || isOwnerOf(left, right, bindings) || isOwnerOf(right, left, bindings);

/** `appointment.userId` of a record that was looked up, against an id from somewhere else. */
function isOwnerOf(owner: TSESTree.Node, other: TSESTree.Node, bindings: Bindings): boolean {
  let at = bare(owner);
  if (at.type === "CallExpression") at = bare(at.callee.type === "MemberExpression" ? at.callee.object : at.callee);
  return at.type === "MemberExpression" && /^(?:user|userId|user_id|owner|ownerId|author|authorId|createdBy)$/.test(keyOf(at) ?? "")
    && isLookedUp(at.object, bindings) && bare(other).type !== "Literal";
}

/** The role of somebody who was looked up, and not by who is asking, is a fact like any other; that of the content is input. */
export const toldByRole = (role: TSESTree.Node, bindings: Bindings): Told => {
  const part = requestPartOf(role, bindings);
  const isFound = part !== "caller" && role.type === "MemberExpression" && isLookedUp(role.object, bindings) && lookedUpBy(role.object, bindings) !== "caller";
  const isOther = isFound || part === "content" || part === "query" || part === "path";
  return isOther ? { kind: "forbidden", isHint: true } : "forbidden";
};
