/** What a handler stores, and whether an answer shows it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../ast/bindings.ts";
import { bare, isFunction, keyOf } from "../ast/functions.ts";
import { isWithin } from "../ast/outline.ts";
import { visit } from "../ast/visit.ts";
import type { Certainty, Creation } from "./model.ts";
import type { Reading } from "./reading.ts";
import type { Delivery } from "./walk.ts";
import { textIn } from "./words.ts";

export interface StoringCall extends Creation {
  /** Variables that hold what was stored. */
  readonly holders: ReadonlySet<Variable>;
}

const inserts = /^(?:create|insert|insertOne|insertMany|createMany|bulkCreate|insertAndFetch|createOne)$/;
/** Words of receivers whose `create` makes no resource of this server: other services, side records, the language itself. */
const elsewhere = new Set([
  "session", "checkout", "stripe", "paypal", "razorpay", "braintree", "intent", "intents", "token", "jwt", "otp", "log", "logger", "logs", "audit",
  "notification", "notifications", "mail", "mailer", "email", "sms", "twilio", "axios", "http", "https", "socket", "crypto", "cache", "redis", "openai",
  "anthropic", "gemini", "completions", "embeddings", "zip", "stream", "window", "reflect", "promise", "object", "schema", "validator", "instance",
]);
/** Names of a model that would be another service in lower case: `Document.create` stores a document. */
const services = new Set(["client", "clients", "document", "payment", "payments", "chat", "messages", "customers"]);

/** Every call of the handler that stores something new. */
export function storingCallsIn(calls: readonly TSESTree.CallExpression[], bindings: Bindings): StoringCall[] {
  return calls.flatMap((call) => {
    const certainty = certaintyOf(call, bindings);
    return certainty ? [{ node: call, certainty, holders: holdersOf(call, bindings) }] : [];
  });
}

function certaintyOf(call: TSESTree.CallExpression, bindings: Bindings): Certainty | undefined {
  const callee = bare(call.callee);
  if (callee.type === "Identifier") return /^(?:create|insert)[A-Z]/.test(callee.name) && !isElsewhere([callee.name]) ? "weak" : undefined;
  if (callee.type !== "MemberExpression") return undefined;
  const name = keyOf(callee) ?? "";
  const receivers = namesOfReceiver(callee.object);
  if (inserts.test(name)) return call.arguments.length > 0 && !isElsewhere(receivers) ? (receivers.some(isService) ? "weak" : "strong") : undefined;
  if (/^(?:create|insert)[A-Z]/.test(name)) return isElsewhere([...receivers, name]) ? undefined : "weak";
  if (name === "save") return savesNew(call, callee.object, bindings) ? "strong" : undefined;
  if (name === "query" || name === "execute" || name === "run") {
    const sql = call.arguments[0] && textIn(call.arguments[0]);
    return sql && /^\s*insert\s+into\b/i.test(sql) && !/on\s+(?:conflict|duplicate)/i.test(sql) ? "strong" : undefined;
  }
  return undefined;
}

/** Every name in a receiver: `stripe.checkout.sessions` has three. */
const namesOfReceiver = (node: TSESTree.Node): string[] => {
  const value = bare(node);
  if (value.type === "Identifier") return [value.name];
  if (value.type === "CallExpression") return namesOfReceiver(value.callee);
  return value.type === "MemberExpression" ? [...namesOfReceiver(value.object), keyOf(value) ?? ""] : [];
};

const isElsewhere = (names: readonly string[]): boolean =>
  names.some((name) => {
    const isModel = /^[A-Z]/.test(name) && names.length === 1;
    // `req.user.createBookmark()` may as well find one; `api` and `paymentApi` are another server.
    if (/^(?:req|request)$|^api$|Api$/.test(name)) return true;
    return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z]+/).some((word) => elsewhere.has(word) || (!isModel && services.has(word)));
  });

const isService = (receiver: string): boolean => /service|controller|manager|helper/i.test(receiver);

/** `save()` stores something new only on what this handler constructed; on what it found, it updates. */
function savesNew(call: TSESTree.CallExpression, object: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(object);
  if (value.type === "NewExpression") return isModel(value);
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  const init = variable && bindings.initOf(variable);
  if (init) {
    const made = bare(init);
    if (made.type === "NewExpression") return isModel(made);
  }
  // repository.save(repository.create(data))
  const [first] = call.arguments;
  const inner = first && bare(first);
  if (inner?.type === "CallExpression" && inner.callee.type === "MemberExpression") return keyOf(inner.callee) === "create";
  return false;
}

const isModel = ({ callee }: TSESTree.NewExpression): boolean => !isElsewhere(namesOfReceiver(callee));

/** The variables that hold what was stored: the result, the saved document, a callback's parameter. */
function holdersOf(call: TSESTree.CallExpression, bindings: Bindings): Set<Variable> {
  const holders = new Set<Variable>();
  const add = (node: TSESTree.Node | null | undefined) => {
    const target = node?.type === "ArrayPattern" ? node.elements[0] : node;
    if (target?.type === "ObjectPattern") {
      for (const property of target.properties) if (property.type === "Property") add(property.value);
      return;
    }
    const variable = target ? bindings.variableOf(target) : undefined;
    if (variable) holders.add(variable);
  };
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression" && keyOf(callee) === "save" && callee.object.type === "Identifier") add(callee.object);
  const last = call.arguments.at(-1);
  if (isFunction(last)) add(last.params[1]);
  for (let at: TSESTree.Node = call; at.type !== "Program"; at = at.parent) {
    const { parent }: { parent: TSESTree.Node } = at;
    if (parent.type === "MemberExpression" && parent.object === at) {
      const after = parent.parent;
      if (after.type === "CallExpression" && keyOf(parent) === "then" && isFunction(after.arguments[0])) add(after.arguments[0].params[0]);
      continue;
    }
    if (parent.type === "AwaitExpression" || (parent.type === "CallExpression" && parent.callee === at)) continue;
    if (parent.type === "VariableDeclarator") add(parent.id);
    else if (parent.type === "AssignmentExpression" && parent.right === at) add(parent.left);
    break;
  }
  return holders;
}

/** What was stored for certain before the response, and what of it the content shows. */
export function creationFor(
  { node: delivery, content, path, deputy }: Delivery, storing: readonly StoringCall[], bindings: Bindings,
): { readonly stored: Creation | undefined; readonly shows: Creation | undefined } {
  const before = storing.filter(({ node }) => runsBefore(node, delivery));
  const shown = content ? before.filter((call) => isShown(call, content.node, { bindings, values: deputy?.values ?? path.state.values })) : [];
  return { stored: before.at(-1), shows: shown.find(({ certainty }) => certainty === "strong") ?? shown[0] };
}

/** The call stands in a block around the delivery and before it, or the delivery stands in its callbacks or arguments. */
function runsBefore(call: TSESTree.Node, delivery: TSESTree.Node): boolean {
  if (isWithin(call, delivery)) return true;
  if (call.range[0] > delivery.range[0]) return false;
  for (let from = call, at = call.parent; at; from = at, at = at.parent) {
    if (isOptional(from, at)) return isWithin(delivery, from);
    if (at.type === "BlockStatement" || at.type === "SwitchCase" || isFunction(at)) {
      if (isSureAttempt(at)) continue;
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
  const value = bare(init);
  const made = value.type === "AwaitExpression" ? bare(value.argument) : value;
  if (made.type !== "CallExpression") return made;
  return made.callee.type === "MemberExpression" && bare(made.callee.object).type === "Identifier" ? made.callee.object : made.callee;
}

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
