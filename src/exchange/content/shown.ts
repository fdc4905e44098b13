/** Which of the things that a handler stores an answer comes after, and which it shows. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { foundOnce } from "../../ast/found-once.ts";
import { awaited, bare, calleeNameOf, isFunction, keyOf } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { visit } from "../../ast/visit.ts";
import type { Stores, StoringCall } from "./creation.ts";
import type { Creation } from "../model.ts";
import type { Reading } from "../walk/reading.ts";
import { transactionOf } from "./transactions.ts";
import type { Delivery } from "../walk/walk.ts";

/** What was stored for certain before the response, and what of it the content shows. */
export function creationFor(
  { node: delivery, content, path, deputy }: Delivery, stores: Stores, bindings: Bindings,
): { readonly stored: Creation | undefined; readonly shows: Creation | undefined } {
  const before = stores.new.filter(({ node }) => runsBefore(node, delivery));
  const reading = { bindings, values: deputy?.values ?? path.state.values };
  const shown = content ? before.filter((call) => isShown(call, content.node, reading)) : [];
  const isKept = content !== undefined && stores.any.length === 0 && namesFiles(bindings.sourceCode) && !stores.mayChange();
  return { stored: before.at(-1), shows: shown.find(({ certainty }) => certainty === "strong") ?? shown[0] ?? (isKept ? keptFileIn(content.node, reading) : undefined) };
}

/** Where a middleware has put the file that was sent: `req.file.filename`. One that stays in memory has neither name nor place. */
const keptFile = /^(?:req|request)\??\.files?\b.*\.(?:filename|path|location)$/;

const namesFiles = foundOnce(({ text }: Bindings["sourceCode"]): boolean => /\b(?:req|request)\??\.files?\b/.test(text));

function keptFileIn(content: TSESTree.Node, reading: Reading): Creation | undefined {
  let file: Creation | undefined;
  lookInto(content, reading, (node) => {
    if (node.type === "MemberExpression" && !file && keptFile.test(reading.bindings.textOf(node))) file = { node, certainty: "weak", isFile: true };
  });
  return file;
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

function isShown(call: StoringCall, content: TSESTree.Node, reading: Reading): boolean {
  let shown = false;
  lookInto(content, reading, (node, variable) => {
    if (node === call.node || (variable && call.holders.has(variable))) shown = true;
  });
  return shown;
}

/** Everything that is seen in content, also through what its variables hold. */
function lookInto(content: TSESTree.Node, { bindings, values }: Reading, see: (node: TSESTree.Node, variable: Variable | undefined) => void): void {
  const look = (root: TSESTree.Node, depth: number): void => visit(root, bindings.sourceCode.visitorKeys, (node) => {
    const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
    see(node, variable);
    if (!variable || depth > 1) return;
    // What a local function was given.
    const held = values.get(variable);
    if (held && held.node !== node) look(held.node, depth + 1);
    const init = bindings.initOf(variable);
    // One more step: const { password, ...rest } = user._doc
    if (init) look(shownBy(init), depth + 1);
    const declaration = variable.defs[0]?.node;
    if (declaration?.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern" && declaration.init) look(declaration.init, depth + 1);
  });
  look(content, 0);
}
