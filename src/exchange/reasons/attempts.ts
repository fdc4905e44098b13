/** What may have failed where an answer stands in a catch: a call that waits for a database or another server. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { calledBy } from "../../ast/called-function.ts";
import { bare, calleeNameOf, isFunction, keyOf, namesInChain, nameOf, outermostFunction, parametersOf } from "../../ast/functions.ts";
import { isWithin, someWithin, within } from "../../ast/outline.ts";
import type { Call } from "../../ast/outline.ts";
import { visit } from "../../ast/visit.ts";
import { isErrorVariable } from "./errors.ts";
import type { Attempt } from "../model.ts";
import { requestPartOf } from "./request-parts.ts";
import type { Delivery, Walk } from "../walk/walk.ts";
import { triedBefore } from "./verifications.ts";
import type { PathGuard } from "../walk/path.ts";
import { inOneLine } from "./words.ts";

const reading = /^(?:find|findAll|findMany|findOne|findFirst|findUnique|findById|findAndCountAll|findAndCount|count|countDocuments|estimatedDocumentCount|aggregate|distinct|fetch)$/;
const writing = /^(?:create|createMany|insert|insertOne|insertMany|bulkCreate|bulkWrite|update|updateOne|updateMany|upsert|delete|deleteOne|deleteMany|destroy|save|findOneAnd(?:Update|Delete|Replace)|findByIdAnd(?:Update|Delete)|query|execute|\$transaction|\$queryRaw|\$executeRaw|commitTransaction)$/;
/** Words of receivers that are the project's own, and may throw for what the client did. */
const own = /service|controller|manager|helper|handler|usecase|^this$/i;
const requesting = /^(?:axios|got|ky)$/;

/** Calls that fail for what the client sent, if for anything. */
const blaming = /pars|valid|verif|decod|check|assert|ensure|require|auth|sanitiz|sign_?in|sign_?up|log_?in|compare|decrypt|token|jwt|upload|permission|access|guard|OrFail|OrThrow|^URL$|^RegExp$|ObjectId|constructEvent|readFile|sendFile|download|unlink|stat$/i;

/** The call that may have failed, if nothing in the attempt tells that the client is to blame. */
export function attemptFor(delivery: Delivery, { bindings, carrier, next }: Walk): Attempt | undefined {
  const attempt = attemptOf(delivery, bindings);
  if (!attempt) return undefined;
  const root = outermostFunction(attempt);
  const io: TSESTree.CallExpression[] = [];
  const told = { isBlamed: false, isOwn: true };
  const caught: TSESTree.Node[] = [];
  visit(attempt, bindings.sourceCode.visitorKeys, (node) => {
    if (node.type === "TryStatement" && node.handler) caught.push(node.block);
    // What fails in an attempt within it has a catch of its own.
    const leaves = caught.every((block) => !isWithin(node, block));
    if (node.type === "ThrowStatement" && leaves) told.isBlamed = true;
    if (leaves && (node.type === "CallExpression" || node.type === "NewExpression")) {
      const name = calleeNameOf(node) ?? "";
      if (blaming.test(name) || (/^(?:json|formData|text)$/.test(name) && requestPartOf(node, bindings) === "content")) told.isBlamed = true;
      if (node.type === "CallExpression" && waitsOutside(node) && !isLocal(node, attempt)) io.push(node);
    }
    if (node.type === "Identifier" && told.isOwn) {
      const variable = bindings.variableOf(node);
      const [definition] = variable?.defs ?? [];
      const isGiven = definition !== undefined && root !== undefined && isWithin(definition.name, root) && !isWithin(definition.name, attempt);
      if (isGiven && variable !== carrier && variable !== next && !isCaller(node, bindings) && !isErrorVariable(variable)) told.isOwn = false;
    }
  });
  const [first] = io;
  if (!first || told.isBlamed) return undefined;
  return {
    quote: inOneLine(first.callee, bindings),
    isServersOwn: told.isOwn && io.every(isReading),
    isAsked: delivery.path.state.guards.some((guard) => guard.caught === undefined && asksWhich(guard.test, bindings)),
  };
}

/** The block of the try calls nothing but the answer, the next handler and what catches for itself, so that hardly anything can be caught. */
export function triesNothing(guard: PathGuard, { bindings, carrier, next }: Pick<Walk, "bindings" | "carrier" | "next">): boolean {
  const block = triedBefore(guard);
  if (!block || !carrier) return false;
  const mayFail = (call: Call): boolean => {
    if (call.type === "NewExpression") return true;
    const root = rootOf(call);
    const called = bindings.variableOf(root);
    const isNote = root.type === "Identifier" && root.name === "console";
    const isOwn = isNote || (called !== undefined && (called === carrier || called === next));
    // What is waited for may be rejected, whoever is called, unless it catches for itself.
    return (!isOwn || call.parent.type === "AwaitExpression") && !isCaughtInside(call, bindings);
  };
  const { calls, awaits, exits } = bindings.fileOf(block).outline;
  return !someWithin(calls, block, ({ node }) => mayFail(node))
    && !someWithin(exits, block, ({ node }) => node.type === "ThrowStatement")
    && !someWithin(awaits, block, ({ node }) => node.type === "AwaitExpression" && node.argument.type !== "CallExpression");
}

/** The function does nothing outside of a try whose catch throws nothing on. */
function isCaughtInside(call: TSESTree.CallExpression, bindings: Bindings): boolean {
  const body = calledBy(call, bindings)?.fn.body;
  const [attempt, ...others] = body?.type === "BlockStatement" ? body.body : [];
  if (attempt?.type !== "TryStatement" || !attempt.handler || others.length > 0) return false;
  let isSilent = true;
  for (const part of [attempt.handler, attempt.finalizer]) {
    if (part) visit(part, bindings.sourceCode.visitorKeys, ({ type }) => { isSilent &&= type !== "ThrowStatement" && type !== "AwaitExpression"; });
  }
  return isSilent;
}

/** The try throws words of the file's own, or calls a function of the file that does: somebody wrote them for whoever reads them. */
export function throwsOwnWords(guard: PathGuard, bindings: Bindings): boolean {
  const block = triedBefore(guard);
  if (!block) return false;
  const { calls, exits } = bindings.outline;
  const called = new Set(within(calls, block).map(({ node }) => calleeNameOf(node)));
  return exits.some(({ node, owner }) => node.type === "ThrowStatement" && isWorded(node.argument)
    && (isWithin(node, block) || (isFunction(owner) && called.has(nameOf(owner)))));
}

const isWorded = (thrown: TSESTree.Node): boolean =>
  thrown.type === "NewExpression" && (thrown.arguments[0]?.type === "Literal" || thrown.arguments[0]?.type === "TemplateLiteral");

/** The try stores an account of which it has not asked whether there is one: an address that is taken shows in what it throws. */
export function mayClash(guard: PathGuard, bindings: Bindings): boolean {
  const block = triedBefore(guard);
  const text = block ? bindings.textOf(block) : "";
  return /\b(?:email|username|userName)\b/.test(text) && /\bnew\s+\w+\([^]*\.save\(|\.(?:create|insertOne|insert)\(/.test(text)
    && !/\.(?:findOne|findUnique|findFirst|findBy\w+|exists|countDocuments)\(/.test(text);
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  const value = bare(node);
  return value.type === "CallExpression" ? rootOf(value.callee) : value.type === "MemberExpression" ? rootOf(value.object) : value;
}

/** `error.code === 17`, `error.response`, `isPostError(error)`; not `error` alone, which asks whether there is one. */
function asksWhich(test: TSESTree.Node, bindings: Bindings): boolean {
  let isAsked = false;
  if (bare(test).type !== "Identifier") {
    visit(test, bindings.sourceCode.visitorKeys, (node) => {
      if (node.type === "Identifier" && isErrorVariable(bindings.variableOf(node))) isAsked = true;
    });
  }
  return isAsked;
}

/** The block of the try, the promise before the catch, or the call that was given the callback. */
function attemptOf({ word, path, deputy }: Delivery, bindings: Bindings): TSESTree.Node | undefined {
  const places = deputy ? [word, deputy.word] : [word];
  const caught = path.state.guards.findLast((guard) => guard.caught !== undefined && places.some((place) => isWithin(place, guard.at)));
  const at = caught?.caught === undefined ? undefined : caught.at;
  if (at?.type === "CatchClause") return at.parent.block;
  if (at?.parent?.type === "CallExpression") return at.parent.callee.type === "MemberExpression" ? at.parent.callee.object : undefined;
  for (let fn: TSESTree.Node | undefined = word; fn; fn = fn.parent) {
    if (!isFunction(fn) || fn.parent.type !== "CallExpression") continue;
    const error = parametersOf(fn)[0];
    if (error && isErrorVariable(bindings.variableOf(error))) return fn.parent;
  }
  return undefined;
}

/** `await User.find()`, `fetch(url)`, `axios.get(url)`; not `list.find(…)`, and no service of the project. */
function waitsOutside(call: TSESTree.CallExpression): boolean {
  const callee = bare(call.callee);
  if (callee.type === "Identifier") return callee.name === "fetch" || requesting.test(callee.name);
  if (callee.type !== "MemberExpression") return false;
  const name = keyOf(callee) ?? "";
  const receivers = namesInChain(callee.object);
  if (receivers.some((receiver) => requesting.test(receiver))) return true;
  return (reading.test(name) || writing.test(name)) && receivers.length > 0 && !receivers.some((receiver) => own.test(receiver));
}

const isReading = (call: TSESTree.CallExpression): boolean =>
  reading.test(calleeNameOf(call) ?? "") || (calleeNameOf(call) === "get" && namesInChain(call.callee).some((receiver) => requesting.test(receiver)));

/** Nothing waits for it: a method of an array has such a name as well. A promise chain waits by itself. */
function isLocal(call: TSESTree.CallExpression, attempt: TSESTree.Node): boolean {
  if (call === attempt) return false;
  if (call.arguments.some((argument) => isFunction(argument))) return true;
  for (let at: TSESTree.Node = call; at !== attempt; at = at.parent) {
    if (at.type === "AwaitExpression") return false;
    if (at.type.endsWith("Statement") || at.type === "VariableDeclaration") return true;
    if (!at.parent) return true;
  }
  return attempt.type === "BlockStatement";
}

const isCaller = (node: TSESTree.Identifier, bindings: Bindings): boolean => {
  const read = node.parent.type === "MemberExpression" && node.parent.object === node ? node.parent : node;
  return requestPartOf(read, bindings) === "caller";
};
