/** Where a file hands functions to a framework, and with which method and route. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../ast/bindings.ts";
import { functionsIn } from "../ast/denoted-functions.ts";
import { bare, keyOf } from "../ast/functions.ts";
import type { FunctionNode } from "../ast/functions.ts";
import { propertyOf, readValue } from "../ast/static-value.ts";
import type { Framework } from "../frameworks/framework.ts";
import { fileRegistrations, handlerFile } from "./file-handlers.ts";
import type { MethodFrom } from "./model.ts";
import { mayRegister, wordsOf } from "./registering-words.ts";
import { methodsBefore } from "./route-methods.ts";

export interface Registration {
  readonly framework: Framework;
  /** Upper case, or `ANY`. */
  readonly method: string;
  readonly route: string | null;
  readonly isMount: boolean;
  /** Whether the function stands last, where the endpoint belongs. */
  readonly isLast: boolean;
  /** How sure it is that the receiver belongs to the framework. */
  readonly evidence: Evidence;
  /** Methods that were registered for the same route before, for one that takes them all. */
  readonly before: readonly string[];
  /** Where the method is known from, if no call registers the handler. */
  readonly from?: MethodFrom;
  /** The function that the file exports as this handler, where no call registers it. */
  readonly exported?: FunctionNode;
  /** Another file hands it over within a call. */
  readonly isWrapped?: boolean;
  /** The framework asks it before it asks the handlers. */
  readonly isMiddleware?: boolean;
}

/** origin: the framework made the receiver. name and form: it looks like it. foreign: another package made it. */
export type Evidence = "origin" | "name" | "form" | "foreign";

export type Registrations = ReadonlyMap<FunctionNode, readonly Registration[]>;

/** Finds every registration of the file in one pass. */
export function registrationsIn(bindings: Bindings, frameworks: readonly Framework[], filename: string): Registrations {
  const found = new Map<FunctionNode, Registration[]>();
  const note = (handler: TSESTree.Node, registration: Registration) => {
    for (const fn of functionsIn(handler, bindings)) {
      const list = found.get(fn);
      if (list) list.push(registration);
      else found.set(fn, [registration]);
    }
  };
  for (const framework of frameworks) {
    const file = framework.files && !framework.made && handlerFile(framework, filename);
    if (file) for (const [fn, own] of fileRegistrations(framework, file, bindings)) found.set(fn, own);
  }
  readRegistrations(bindings, frameworks, note);
  return found;
}

/** Takes what is handed over, with what the call says of it, and the call. */
export type Note = (handler: TSESTree.Node, registration: Registration, at: TSESTree.Node) => void;

/** Notes everything that the file hands to a framework, wherever it was written. */
export function readRegistrations(bindings: Bindings, frameworks: readonly Framework[], note: Note): void {
  for (const framework of frameworks) {
    if (framework.made) continue;
    const words = wordsOf(framework);
    for (const { node } of bindings.outline.calls) if (mayRegister(node, words, framework)) readCall(node, framework, bindings, note);
    for (const { node } of bindings.outline.routeObjects) readRouteObject(node, framework, bindings, note);
  }
}

function readCall(node: TSESTree.CallExpression | TSESTree.NewExpression, framework: Framework, bindings: Bindings, note: Note): void {
  const { handlers } = framework;
  const callee = bare(node.callee);
  const name = callee.type === "MemberExpression" ? keyOf(callee) : null;
  const isWord = name !== null && (Object.hasOwn(handlers.registrations, name) || handlers.mounts.includes(name));
  if (callee.type === "MemberExpression" && isWord && node.arguments.length > 0) {
    const route = routeOfChain(callee.object, framework, bindings);
    const handed = route ? node.arguments : argumentsAfterRoute(node.arguments, handlers.mounts.includes(name), bindings);
    // `app.get("setting")` asks for a setting, and `cache.get(key, callback)` has no route.
    if (handed.length === 0) return;
    const evidence = evidenceOf(callee.object, framework, bindings);
    if (evidence === "foreign" || (evidence === "form" && !route && !startsWithRoute(node.arguments[0], bindings))) return;
    const flat = handed.flatMap((argument) => (argument.type === "ArrayExpression" ? argument.elements : [argument])).filter((argument) => argument !== null);
    const hasRoute = route !== null || handed.length < node.arguments.length;
    const isForAll = handlers.registrations[name] === "ANY" && node.type === "CallExpression";
    const before = isForAll ? methodsBefore(node, handlers, bindings) : [];
    for (const [index, handler] of flat.entries()) {
      note(handler, {
        framework,
        method: handlers.registrations[name] ?? "ANY",
        route: route ? route.text : hasRoute ? readRoute(node.arguments[0], bindings) : null,
        isMount: handlers.mounts.includes(name),
        isLast: index === flat.length - 1,
        evidence,
        before,
      }, node);
    }
    return;
  }
  const isServer = isOneOf(handlers.servers, callee, bindings);
  const isListener = name === "on" && node.arguments.length === 2 && readText(node.arguments[0], bindings) === "request";
  if (!isServer && !(isListener && handlers.servers.length > 0)) return;
  const handler = node.arguments.at(-1);
  if (handler) note(handler, { framework, method: "ANY", route: null, isMount: false, isLast: true, evidence: isServer ? "origin" : "form", before: [] }, node);
}

/** `{ method: "get", path: "/tags", handler: this.list }`, the form that many projects build their own routers on. */
function readRouteObject(node: TSESTree.ObjectExpression, framework: Framework, bindings: Bindings, note: Note): void {
  const handler = propertyOf(node, "handler");
  const method = handler && propertyOf(node, "method");
  const path = method && (propertyOf(node, "path") ?? propertyOf(node, "url"));
  const word = path && readText(method.value, bindings)?.toLowerCase();
  const registered = word === undefined || word === null ? undefined : framework.handlers.registrations[word];
  if (!handler || !path || !registered) return;
  note(handler.value, {
    framework, method: registered, route: readRoute(path.value, bindings), isMount: false, isLast: true, evidence: "form", before: [],
  }, node);
}

/** The route of `router.route("/x").get(a).post(b)`, from any of its links. */
function routeOfChain(receiver: TSESTree.Node, framework: Framework, bindings: Bindings): { text: string | null } | null {
  let at = bare(receiver);
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") {
    if (keyOf(at.callee) === framework.handlers.route) return { text: readRoute(at.arguments[0], bindings) };
    at = bare(at.callee.object);
  }
  return null;
}

function argumentsAfterRoute(given: readonly TSESTree.CallExpressionArgument[], isMount: boolean, bindings: Bindings): TSESTree.CallExpressionArgument[] {
  const [first, ...rest] = given;
  if (!first) return [];
  const isHandler = isMount && (functionsIn(first, bindings).length > 0 || (given.length === 1 && !startsWithRoute(first, bindings)));
  return isHandler ? [...given] : rest;
}

function startsWithRoute(node: TSESTree.Node | undefined, bindings: Bindings): boolean {
  if (!node) return false;
  const value = bare(node);
  if (value.type === "ArrayExpression") return startsWithRoute(value.elements[0] ?? undefined, bindings);
  return value.type === "TemplateLiteral" || (value.type === "Literal" && (typeof value.value === "string" || "regex" in value))
    || readText(value, bindings) !== null;
}

function readRoute(node: TSESTree.Node | undefined, bindings: Bindings): string | null {
  if (!node) return null;
  const value = bare(node);
  if (value.type === "ArrayExpression") return readRoute(value.elements[0] ?? undefined, bindings);
  if (value.type === "Literal" && "regex" in value) return value.raw;
  return readText(value, bindings);
}

function readText(node: TSESTree.Node | undefined, bindings: Bindings): string | null {
  const read = node && readValue(node, bindings, () => undefined);
  return typeof read?.value === "string" ? read.value : null;
}

function evidenceOf(receiver: TSESTree.Node, framework: Framework, bindings: Bindings): Evidence {
  let at = bare(receiver);
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") at = bare(at.callee.object);
  if (isApplication(at, framework, bindings)) return "origin";
  if (isForeign(at, bindings)) return "foreign";
  const name = at.type === "Identifier" ? at.name : at.type === "MemberExpression" ? keyOf(at) : null;
  return name !== null && framework.handlers.applicationNames.test(name) ? "name" : "form";
}

/** The value was made by the framework: `express()`, `new Router()`, directly or through a variable. */
function isApplication(node: TSESTree.Node, framework: Framework, bindings: Bindings): boolean {
  if (node.type === "CallExpression" || node.type === "NewExpression") {
    return isOneOf(framework.handlers.applications, bare(node.callee), bindings);
  }
  if (node.type !== "Identifier") return false;
  const variable = bindings.variableOf(node);
  const init = variable && bindings.initOf(variable);
  return init ? isApplication(bare(init), framework, bindings) : false;
}

/** The receiver was made by a package that is none of the project's files: `Fastify()`, `restify.createServer()`. */
function isForeign(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  const init = variable && bindings.initOf(variable);
  let made = init ? bare(init) : null;
  // A call that requires the package is its origin.
  while (made && !bindings.originOf(made) && (made.type === "AwaitExpression" || made.type === "CallExpression" || made.type === "NewExpression")) {
    made = bare(made.type === "AwaitExpression" ? made.argument : made.callee);
  }
  const origin = made === null ? null : bindings.originOf(made);
  return origin !== null && /^(?:@[\w-]+\/)?[a-z]/i.test(origin.source) && !origin.source.startsWith("express");
}

type Exported = Framework["handlers"]["servers"][number];

/** The value is one of these exports: `[source, ...path]`. */
function isOneOf(exported: readonly Exported[], node: TSESTree.Node, bindings: Bindings): boolean {
  const origin = bindings.originOf(node);
  return origin !== null && exported.some((each) =>
    each[0] === origin.source && each.length === origin.path.length + 1 && origin.path.every((key, index) => key === each[index + 1]));
}
