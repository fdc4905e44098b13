/** What a handler stores, and which variables hold it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, calleeNameOf, isFunction, keyOf, namesInChain } from "../../ast/functions.ts";
import type { Certainty, Creation } from "../model.ts";
import { transactionOf } from "./transactions.ts";
import { textIn } from "../reasons/words.ts";

export interface StoringCall extends Creation {
  /** Variables that hold what was stored. */
  readonly holders: ReadonlySet<Variable>;
}

const inserts = /^(?:create|insert|insertOne|insertMany|createMany|bulkCreate|insertAndFetch|createOne)$/;
/** Words of receivers whose `create` makes no resource of this server: other services, side records, the language itself. */
const elsewhere = new Set([
  "session", "checkout", "stripe", "paypal", "razorpay", "braintree", "intent", "intents", "token", "jwt", "otp", "log", "logger", "logs", "audit",
  "notification", "notifications", "mail", "mailer", "transport", "transporter", "email", "sms", "twilio", "axios", "http", "https", "socket", "crypto", "cache", "redis", "openai",
  "anthropic", "gemini", "completions", "embeddings", "id", "ids", "uuid", "hash", "hmac", "signature", "context", "zip", "stream", "window", "reflect", "promise", "object", "schema", "validator", "instance", "like", "likes", "follow", "vote", "votes",
]);
/** Names of a model that would be another service in lower case: `Document.create` stores a document. */
const services = new Set(["client", "clients", "document", "payment", "payments", "chat", "messages", "customers"]);

/** The calls of a handler that store something. */
export interface Stores {
  /** They store something new. */
  readonly new: readonly StoringCall[];
  /** They may store something, of whatever kind: a log, a code that is mailed, a record of another service. */
  readonly any: readonly TSESTree.CallExpression[];
  /** Whether one may change what was there before. */
  readonly mayChange: () => boolean;
}

export function storesIn(calls: readonly TSESTree.CallExpression[], bindings: Bindings): Stores {
  const any = calls.filter(mayStore);
  return {
    new: any.flatMap((call) => {
      const certainty = certaintyOf(call, bindings);
      return certainty ? [{ node: call, certainty, holders: holdersOf(call, bindings) }] : [];
    }),
    any,
    mayChange: () => calls.some((call) => changing.test(calleeNameOf(call) ?? "")),
  };
}

/** Names of calls that change what is there. */
const changing = /^(?:update|set|replace|patch|edit|save|findByIdAnd|findOneAnd)(?![a-z])/;

/** Names of calls that store something, new or not. */
const storing = /^(?:create|insert|save|upsert|findOrCreate|bulkCreate|bulkWrite)(?:$|[A-Z])/;

function mayStore(call: TSESTree.CallExpression): boolean {
  const [first] = call.arguments;
  const name = calleeNameOf(call) ?? "";
  return storing.test(name) || (first !== undefined && /^(?:query|execute|run)$/.test(name) && /\binsert\s+into\b/i.test(textIn(first) ?? ""));
}

/** What somebody leaves in a form may be for the house alone, and no resource that clients come back to. */
const ofForm = /^(?:contact|feedback|enquiry|inquiry|newsletter)/i;

function certaintyOf(call: TSESTree.CallExpression, bindings: Bindings): Certainty | undefined {
  const callee = bare(call.callee);
  const certainty = certaintyByName(call, callee, bindings);
  return certainty && callee.type === "MemberExpression" && namesOfReceiver(callee.object).some((name) => ofForm.test(name)) ? "weak" : certainty;
}

function certaintyByName(call: TSESTree.CallExpression, callee: TSESTree.Node, bindings: Bindings): Certainty | undefined {
  if (callee.type === "Identifier") return /^(?:create|insert)[A-Z]/.test(callee.name) && !isElsewhere([callee.name]) ? "weak" : undefined;
  if (callee.type !== "MemberExpression") return undefined;
  const name = keyOf(callee) ?? "";
  if (inserts.test(name)) {
    const receivers = namesOfReceiver(callee.object);
    return call.arguments.length > 0 && !isElsewhere(receivers) ? (receivers.some(isService) ? "weak" : "strong") : undefined;
  }
  if (/^(?:create|insert)[A-Z]/.test(name)) return isElsewhere([...namesOfReceiver(callee.object), name]) ? undefined : "weak";
  if (name === "save") return savesNew(call, callee.object, bindings) ? "strong" : undefined;
  if (name === "query" || name === "execute" || name === "run") {
    const sql = call.arguments[0] && textIn(call.arguments[0]);
    return sql && /^\s*insert\s+into\b/i.test(sql) && !/on\s+(?:conflict|duplicate)/i.test(sql) ? "strong" : undefined;
  }
  return undefined;
}

/** Every name in a receiver: `stripe.checkout.sessions` has three. */
const namesOfReceiver = (node: TSESTree.Node): string[] => namesInChain(node).filter((name) => name !== "this");

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
    // What the callback of a transaction gives back, the transaction does.
    const transaction: TSESTree.CallExpression | undefined = parent.type === "ReturnStatement" || isFunction(parent) ? transactionOf(parent) : undefined;
    if (transaction) {
      at = transaction;
      continue;
    }
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
