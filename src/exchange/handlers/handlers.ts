/** Which functions of a file are handlers, on what evidence, and where their carrier is. Names alone prove nothing. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { isFunction, keyOf, nameOf, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework, ParameterPlaces } from "../../frameworks/framework.ts";
import { annotationOf, functionTypesOf, hasTypeNamed, isHandlerType, isTypedOtherwise, isUnknownType, mayBeCarrierType, typeIs } from "./annotations.ts";
import { documentedType } from "./jsdoc.ts";
import type { Registration, Registrations } from "./registrations.ts";
import { checkedDistance } from "./response-types.ts";

export interface Handler {
  readonly fn: FunctionNode;
  readonly framework: Framework;
  readonly name: string | null;
  readonly request: Variable | undefined;
  /** The parameter that carries the answer; undefined where the handler hands the answer back. */
  readonly response: Variable | undefined;
  readonly next: Variable | undefined;
  readonly error: Variable | undefined;
  readonly registrations: readonly Registration[];
}

/** Whether a pair of parameters that nothing else explains may belong to a framework; `named`: the file names its package. */
export type Likelihood = "named" | "possible" | "none";

type Likelihoods = ReadonlyMap<Framework, Likelihood>;

/** It may be given a request and what carries the answer. Whatever takes less is no handler. */
export const takesPair = ({ params }: FunctionNode): boolean => params.length > 1;

/** Whether a file has a function that could be a handler. Asked before anything is looked up. */
export function mayHaveHandlers({ scopeManager, text }: Readonly<TSESLint.SourceCode>, isPackageNamed: boolean): boolean {
  let hasPair = false;
  for (const scope of scopeManager?.scopes ?? []) {
    const { type, block } = scope;
    if (type !== "function" || !isFunction(block) || !takesPair(block)) continue;
    hasPair = true;
    if (isPackageNamed) break;
    if (parametersOf(block).slice(1, 3).some((parameter) => isNamed(parameter, responseName) || mayBeTyped(parameter, scope))) return true;
  }
  return hasPair && (isPackageNamed || /@(?:param|type)\s*\{[^}]*(?:Response|Handler)\b/.test(text));
}

/** The parameter may have the type of a carrier under another name, and something happens to it. */
function mayBeTyped(parameter: TSESTree.Node, scope: TSESLint.Scope.Scope): boolean {
  return parameter.type === "Identifier" && mayBeCarrierType(parameter) && (scope.set.get(parameter.name)?.references.length ?? 0) > 0;
}

/** Finds the handlers among the functions of a file, in the order of the source. */
export function handlersIn(bindings: Bindings, registrations: Registrations, likely: Likelihoods): Handler[] {
  const handlers: Handler[] = [];
  for (const scope of bindings.sourceCode.scopeManager?.scopes ?? []) {
    const fn = scope.block as TSESTree.Node;
    if (scope.type !== "function" || !isFunction(fn)) continue;
    const handler = handlerOf(fn, bindings, registrations.get(fn) ?? [], likely);
    if (handler) handlers.push(handler);
  }
  return handlers.sort((one, other) => one.fn.range[0] - other.fn.range[0]);
}

export function handlerOf(fn: FunctionNode, bindings: Bindings, registrations: readonly Registration[], likely: Likelihoods): Handler | null {
  if (!takesPair(fn)) return null;
  const parameters = requiredParametersOf(fn);
  if (parameters.length < 2 || hasDecorators(fn)) return null;
  const registered = registrations.find(({ evidence }) => evidence === "origin") ?? registrations[0];
  const types = functionTypesOf(fn);
  const candidates = [...likely].flatMap(([framework, likelihood]) => {
    const isTyped = types.some((type) => isHandlerType(type, framework, bindings));
    const places = placesOf(parameters, framework, registrations.some((one) => one.framework === framework), isTyped);
    const response = places && parameters[places.response];
    const variable = response?.type === "Identifier" ? bindings.variableOf(response) : undefined;
    if (!places || !variable) return [];
    const at = (place: number | undefined) => {
      const parameter = place === undefined ? undefined : parameters[place];
      return parameter?.type === "Identifier" ? bindings.variableOf(parameter) : undefined;
    };
    const own = registrations.filter((one) => one.framework === framework);
    const handler: Handler = {
      fn, framework, name: nameOf(fn), response: variable,
      request: at(places.request), next: at(places.next), error: at(places.error), registrations: own,
    };
    return [{ handler, weight: weigh(handler, variable, parameters, places, own, bindings, likelihood, isTyped) }];
  });
  const best = candidates.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight)[0];
  return best && (registered === undefined || best.handler.framework === registered.framework || best.weight > 1) ? best.handler : null;
}

/** A third parameter with a default is for other callers: the framework gives a pair. */
function requiredParametersOf(fn: FunctionNode): readonly TSESTree.Node[] {
  const parameters = parametersOf(fn);
  return parameters.length === 3 && fn.params.at(-1)?.type === "AssignmentPattern" ? parameters.slice(0, 2) : parameters;
}

/** Nest hands a method its parts through decorators; such a method is no `(req, res)` pair. */
const hasDecorators = (fn: FunctionNode): boolean =>
  fn.params.some((parameter) => "decorators" in parameter && parameter.decorators.length > 0);

/** Which parameter is what, or null when the parameters fit no handler of the framework. */
function placesOf(parameters: readonly TSESTree.Node[], { handlers }: Framework, isRegistered: boolean, isTyped: boolean): ParameterPlaces | null {
  const places = handlers.places[parameters.length];
  if (!places) return null;
  if (places.error !== undefined) {
    // `router.param("id", (req, res, next, id) => …)` and helpers have four parameters too.
    const isErrorHandler = isRegistered || isNamed(parameters[places.error], errorName) || isTyped;
    return isErrorHandler && !isNamed(parameters[places.error], requestName) ? places : null;
  }
  if (isNamed(parameters[0], errorName) && !isTyped) return null;
  const isThirdNext = parameters.length < 3 || isRegistered || isTyped || isNamed(parameters[2], nextName) || hasTypeNamed(parameters[2], "NextFunction");
  return isThirdNext ? places : null;
}

/** Four kinds of proof, strongest first; 0 is none. A refutation outweighs everything but a registration by the framework itself. */
function weigh(
  handler: Handler, variable: Variable, parameters: readonly TSESTree.Node[], places: ParameterPlaces, registrations: readonly Registration[],
  bindings: Bindings, likelihood: Likelihood, isTyped: boolean,
): number {
  const { framework, fn } = handler;
  const response = parameters[places.response];
  const request = parameters[places.request];
  // A typed response beside something that is no request belongs to a helper.
  const isHelper = registrations.length === 0 && !isNamed(request, requestName) && annotationOf(request) !== null && !typeIs("request", request, framework, bindings)
    && !isUnknownType(request);
  if (isHelper) return 0;
  if (typeIs("response", response, framework, bindings) || documentedType(fn, response, framework, bindings)) return 5;
  if (typeIs("request", request, framework, bindings)) return 4;
  if (isTyped) return 4;
  if (isTypedOtherwise(response, bindings)) return 0;
  const isOrigin = registrations.some(({ evidence }) => evidence === "origin");
  const isPair = isNamed(response, responseName) && isNamed(request, requestName);
  const isLikely = likelihood !== "none" && (isPair || registrations.some(({ evidence }) => evidence === "name"));
  // Asking the type checker takes long, so that only a pair is asked for.
  const distance = isOrigin || isPair || annotationOf(response) !== null ? checkedDistance(response, framework, bindings) : undefined;
  if (distance !== undefined) return distance === Infinity ? 0 : 5 - distance / 10;
  if (!isOrigin && !isLikely) return 0;
  const use = useOf(variable, framework);
  if (use.isClient) return 0;
  if (isOrigin) return 4;
  // The bare pair counts by how it is used: the more of a dialect's own words, the surer.
  return use.words === 0 ? (registrations.length > 0 && framework.calls["json"] ? 1 : 0) : 2 + (use.words / (use.words + use.foreign + 1)) + (likelihood === "named" ? 1 : 0);
}

const requestName = /^_*(?:req|request|rq)\d*$|^_+$|(?:Req|Request)$/i;
const responseName = /^_*(?:res|resp|response|rsp|reply)\d*$|(?:Res|Response)$/i;
const nextName = /^_*(?:next|nxt|done|cb|callback|n)(?:fn|function|_)?$/i;
const errorName = /^_*(?:e|er|err|error|ex|exception)\d*$|(?:Err|Error)$/i;

const isNamed = (node: TSESTree.Node | undefined, pattern: RegExp): boolean => {
  if (node?.type === "ObjectPattern") return pattern === requestName;
  return node?.type === "Identifier" && pattern.test(node.name);
};

interface Use {
  /** Uses as a carrier of the framework. */
  readonly words: number;
  /** Calls that are no word of the framework. */
  readonly foreign: number;
  /** It is what a client got: its body is read, or it is awaited. */
  readonly isClient: boolean;
}

/** How a parameter is used decides whether it is a server's response or a client's. */
function useOf(response: Variable, framework: Framework): Use {
  let words = 0;
  let foreign = 0;
  let isClient = false;
  for (const { identifier } of response.references) {
    const { parent } = identifier;
    if (parent.type === "CallExpression" && parent.callee === identifier) isClient = true;
    if (parent.type === "AwaitExpression") isClient = true;
    if (parent.type !== "MemberExpression" || parent.object !== identifier) continue;
    const name = keyOf(parent) ?? "";
    const isCalled = parent.parent.type === "CallExpression" && parent.parent.callee === parent;
    const isAssigned = parent.parent.type === "AssignmentExpression" && parent.parent.left === parent;
    if (isCalled && (name === "text" || name === "blob" || name === "arrayBuffer" || name === "then")) isClient = true;
    else if (isCalled && name === "json" && (parent.parent as TSESTree.CallExpression).arguments.length === 0 && isTaken(parent.parent)) isClient = true;
    else if (isCalled && Object.hasOwn(framework.calls, name)) words++;
    else if (isAssigned && Object.hasOwn(framework.assignments, name)) words++;
    else if (!isCalled && !isAssigned && (name === "ok" || name === "data")) isClient = true;
    else if (isCalled) foreign++;
  }
  return { words, foreign, isClient: isClient && words === 0 };
}

/** The call's value is used: a server's `res.json()` is a statement or returned. */
const isTaken = ({ parent }: TSESTree.Node): boolean =>
  parent?.type === "AwaitExpression" || parent?.type === "MemberExpression" || parent?.type === "VariableDeclarator";
