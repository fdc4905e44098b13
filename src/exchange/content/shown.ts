/** Which of the things that a handler stores an answer comes after, and which it shows. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { awaited, bare, calleeNameOf, isFunction, keyOf } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { visit } from "../../ast/visit.ts";
import type { StoringCall } from "./creation.ts";
import type { Creation } from "../model.ts";
import type { Reading } from "../walk/reading.ts";
import { transactionOf } from "./transactions.ts";
import type { Delivery } from "../walk/walk.ts";

/** What was stored for certain before the response, and what of it the content shows. */
export function creationFor(
  { node: delivery, content, path, deputy }: Delivery, storing: readonly StoringCall[], bindings: Bindings,
): { readonly stored: Creation | undefined; readonly shows: Creation | undefined } {
  const before = storing.filter(({ node }) => runsBefore(node, delivery));
  const shown = content ? before.filter((call) => isShown(call, content.node, { bindings, values: deputy?.values ?? path.state.values })) : [];
  return { stored: before.at(-1), shows: shown.find(({ certainty }) => certainty === "strong") ?? shown[0] };
}

/** The call stands in a block around the delivery and before it, or the delivery stands in its callbacks or arguments. */
export function runsBefore(call: TSESTree.Node, delivery: TSESTree.Node): boolean {
  if (isWithin(call, delivery)) return true;
  if (call.range[0] > delivery.range[0]) return false;
  for (let from = call, at = call.parent; at; from = at, at = at.parent) {
    if (isOptional(from, at)) return isWithin(delivery, from);
    if (at.type === "BlockStatement" || at.type === "SwitchCase" || isFunction(at)) {
      if (isSureAttempt(at) || transactionOf(at)) continue;
      return isWithin(delivery, at);
    }
    if (at.type === "CallExpression" && isWithin(delivery, at)) return !isInRejection(delivery, at);
  }
  return false;
}

/** The block of a try whose catch always leaves: what comes after the try comes after all of the block. */
function isSureAttempt(block: TSESTree.Node): boolean {
  const attempt = block.parent;
  if (attempt?.type !== "TryStatement" || attempt.block !== block) return false;
  const last = attempt.handler?.body.body.at(-1)?.type;
  return !attempt.handler || last === "ReturnStatement" || last === "ThrowStatement";
}

/** A part that runs on some paths only: a branch, the right side of `??`. */
function isOptional(part: TSESTree.Node, whole: TSESTree.Node): boolean {
  switch (whole.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return part !== whole.test;
    case "LogicalExpression":
      return part === whole.right;
    default:
      return false;
  }
}

/** A `.catch()` at the end of the chain runs when nothing was stored. */
function isInRejection(delivery: TSESTree.Node, chain: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = delivery; at && at !== chain; at = at.parent) {
    const { parent } = at;
    if (isFunction(at) && parent?.type === "CallExpression" && parent.callee.type === "MemberExpression" && keyOf(parent.callee) === "catch") return true;
  }
  return false;
}

/** What a value shows of another: a call shows the object that it is made on, `collection.toJSON()`, not its arguments. */
function shownBy(init: TSESTree.Node): TSESTree.Node {
  const made = awaited(init);
  if (made.type !== "CallExpression") return made;
  // `schema.parse(user)` shows the user.
  const name = calleeNameOf(made) ?? "";
  const [first] = made.arguments;
  if (first && (/^parse(?:Async)?$/.test(name) || isReadAgain(name, first))) return first;
  return made.callee.type === "MemberExpression" && bare(made.callee.object).type === "Identifier" ? made.callee.object : made.callee;
}

/** What was stored is looked up by its own id: `getUser(created.id)` */
const isReadAgain = (name: string, by: TSESTree.Node): boolean =>
  /^(?:find|get|fetch|load|read|retrieve)/.test(name) && by.type === "MemberExpression" && /^_?id$/.test(keyOf(by) ?? "");

function isShown(call: StoringCall, content: TSESTree.Node, { bindings, values }: Reading): boolean {
  let shown = false;
  const look = (root: TSESTree.Node, depth: number): void => visit(root, bindings.sourceCode.visitorKeys, (node) => {
    if (node === call.node) shown = true;
    if (node.type !== "Identifier") return;
    const variable = bindings.variableOf(node);
    if (!variable) return;
    if (call.holders.has(variable)) shown = true;
    // What a local function was given.
    const held = depth < 2 ? values.get(variable) : undefined;
    if (held && held.node !== node) look(held.node, depth + 1);
    const init = depth < 2 ? bindings.initOf(variable) : null;
    // One more step: const { password, ...rest } = user._doc
    if (init && depth < 2) look(shownBy(init), depth + 1);
    const declaration = variable.defs[0]?.node;
    if (depth < 2 && declaration?.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern" && declaration.init) look(declaration.init, depth + 1);
  });
  look(content, 0);
  return shown;
}
