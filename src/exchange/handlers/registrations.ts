/** Where a file hands functions to a framework, and with which method and route. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { functionsIn } from "../../ast/denoted-functions.ts";
import { foundOnce } from "../../ast/found-once.ts";
import { bare, keyOf, namesInChain } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { propertyOf } from "../../ast/static-members.ts";
import { staticTextOf } from "../../ast/static-value.ts";
import type { Framework } from "../../frameworks/framework.ts";
import { evidenceOf, isOneOf } from "./evidence.ts";
import { declaredIn } from "./declared-answers.ts";
import type { Evidence } from "./evidence.ts";
import { fileRegistrations, handlerFile } from "./file-handlers.ts";
import { collectionsIn, isCollection } from "./item-routes.ts";
import type { MethodFrom } from "../model.ts";
import { mayRegister, wordsOf } from "./registering-words.ts";
import { methodsBefore } from "./route-methods.ts";

export interface Registration {
  readonly framework: Framework;
  /** Upper case, or `ANY`. */
  readonly method: string;
  readonly route: string | null;
  /** Without the path under which its router is mounted, where the route has that. */
  readonly ownRoute?: string | null;
  readonly isMount: boolean;
  /** Whether the function stands last, where the endpoint belongs. */
  readonly isLast: boolean;
  /** The names of the functions that get each request before it, as far as the same call tells them. */
  readonly behind?: readonly string[];
  /** How sure it is that the receiver belongs to the framework. */
  readonly evidence: Evidence;
  /** Methods that were registered for the same route before, for one that takes them all. */
  readonly before: readonly string[];
  /** Where the method is known from, if no call registers the handler. */
  readonly from?: MethodFrom;
  /** The function that the file exports as this handler, where no call registers it. */
  readonly exported?: FunctionNode;
  /** A route for a single thing of its own stands beside its route. */
  readonly hasItems?: boolean;
  /** The statuses that the route is described with. */
  readonly declares?: readonly number[];
  /** Another file hands it over within a call. */
  readonly isWrapped?: boolean;
  /** The framework asks it before it asks the handlers. */
  readonly isMiddleware?: boolean;
}

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
export type Note = (handler: TSESTree.Node, registration: Registration, at: TSESTree.Node) => unknown;

/** Notes everything that the file hands to a framework, wherever it was written. */
export function readRegistrations(bindings: Bindings, frameworks: readonly Framework[], note: Note): void {
  for (const framework of frameworks) for (const noted of notedIn(bindings, framework)) note(...noted);
}

type Noted = readonly [...Parameters<Note>];

/** By file, since the way of its errors is asked for after its handlers, and the application of a project for each file. */
const known = foundOnce((_: Bindings) => new Map<Framework, readonly Noted[]>());

function notedIn(bindings: Bindings, framework: Framework): readonly Noted[] {
  const byFramework = known(bindings);
  const noted = byFramework.get(framework) ?? read(bindings, framework);
  byFramework.set(framework, noted);
  return noted;
}

function read(bindings: Bindings, framework: Framework): readonly Noted[] {
  const words = wordsOf(framework);
  if (framework.made || words.size === 0) return [];
  const noted: Noted[] = [];
  const gather: Note = (...one) => noted.push(one);
  for (const { node } of bindings.outline.calls) if (mayRegister(node, words, framework)) readCall(node, framework, bindings, gather);
  for (const { node } of bindings.outline.routeObjects) readRouteObject(node, framework, bindings, gather);
  const collections = collectionsIn(noted.map(([, registration]) => registration));
  return noted.map(([handler, registration, at]) => [handler, isCollection(registration.route, collections) ? { ...registration, hasItems: true } : registration, at]);
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
    const declares = declaredIn(node);
    // `requireAuth`, `auth.required`, `requireAuth({ role })`; a function that is written there has no name.
    const names = flat.map((handler) => namesInChain(handler).join("."));
    for (const [index, handler] of flat.entries()) {
      note(handler, {
        framework,
        method: handlers.registrations[name] ?? "ANY",
        route: route ? route.text : hasRoute ? readRoute(node.arguments[0], bindings) : null,
        isMount: handlers.mounts.includes(name),
        isLast: index === flat.length - 1,
        behind: names.slice(0, index),
        evidence,
        before,
        declares,
      }, node);
    }
    return;
  }
  const isServer = isOneOf(handlers.servers, callee, bindings);
  const [event, listener, ...others] = node.arguments;
  const isListener = name === "on" && event && listener && others.length === 0 && staticTextOf(event, bindings) === "request";
  if (!isServer && !(isListener && handlers.servers.length > 0)) return;
  const handler = node.arguments.at(-1);
  if (handler) note(handler, { framework, method: "ANY", route: null, isMount: false, isLast: true, evidence: isServer ? "origin" : "form", before: [] }, node);
}

/** `{ method: "get", path: "/tags", handler: this.list }`, the form that many projects build their own routers on. */
function readRouteObject(node: TSESTree.ObjectExpression, framework: Framework, bindings: Bindings, note: Note): void {
  const handler = propertyOf(node, "handler");
  const method = handler && propertyOf(node, "method");
  const path = method && (propertyOf(node, "path") ?? propertyOf(node, "url"));
  const word = path && staticTextOf(method.value, bindings)?.toLowerCase();
  const registered = word === undefined || word === null ? undefined : framework.handlers.registrations[word];
  if (!handler || !path || !registered) return;
  note(handler.value, {
    framework, method: registered, route: readRoute(path.value, bindings), isMount: false, isLast: true, evidence: "form", before: [],
    declares: declaredIn(node),
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
    || staticTextOf(value, bindings) !== undefined;
}

function readRoute(node: TSESTree.Node | undefined, bindings: Bindings): string | null {
  if (!node) return null;
  const value = bare(node);
  if (value.type === "ArrayExpression") return readRoute(value.elements[0] ?? undefined, bindings);
  if (value.type === "Literal" && "regex" in value) return value.raw;
  return staticTextOf(value, bindings) ?? null;
}
