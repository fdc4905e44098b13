/** Which HTTP methods reach a handler, which role it has, and where that is known from. */
import type { Bindings } from "../ast/bindings.ts";
import { describedStatuses } from "../project/api-description.ts";
import type { Conventions } from "../settings.ts";
import type { LateWord, MisplacedStatus, Repetition, Unanswered, Unsent } from "./courses/courses.ts";
import type { Place } from "./fold.ts";
import type { Handler } from "./handlers/handlers.ts";
import { documentedRoute } from "./handlers/jsdoc.ts";
import type { CircumstanceKind, Exchange, MethodFrom, Response, Role } from "./model.ts";
import type { Methods, Path } from "./walk/path.ts";
import { askedBefore } from "./handlers/asked-before.ts";
import { sureParameters } from "./handlers/route-parameters.ts";
import { isLogin, purposeOf, wordsOf } from "./handlers/purpose.ts";
import type { Reached } from "./responses/responses.ts";
import type { Refusal } from "./reasons/refusals.ts";

interface Known {
  readonly method: string | null;
  readonly from: MethodFrom;
  readonly route: string | null;
  readonly hasItems?: boolean | undefined;
  readonly declares?: readonly number[];
}

/** How the paths of a handler run. */
interface Courses {
  readonly ends: readonly Path[];
  readonly repetitions: readonly Repetition[];
  readonly unanswered: readonly Unanswered[];
  readonly lateWords: readonly LateWord[];
  readonly unsent: readonly Unsent[];
  readonly misplaced: readonly MisplacedStatus[];
}

/** Splits what a handler answers by HTTP method. */
export function exchangesOf(
  handler: Handler, reached: readonly Reached[], { ends, ...courses }: Courses, bindings: Bindings, place: Place, conventions: Conventions,
): Exchange[] {
  const role = roleOf(handler, reached.map(({ response }) => response), ends);
  const known = knownMethods(handler, role, bindings);
  // Most paths share what they know about the method.
  const narrowings = new Set([...reached.flatMap(({ methods }) => methods), ...ends.map(({ state }) => state.methods)]);
  const guarded = [...new Set([...narrowings].flatMap(({ only, not }) => [...(only ?? []), ...not]))];
  const code = place.tellsPurpose ? bindings.textOf(handler.fn) : "";
  const isUnfinished = ends.some((path) => !path.isAnswered && !path.state.isHandedOn);
  const cases = byGuard(known, guarded);
  const reaching = ({ methods }: Reached) => cases.filter(({ method }) => methods.some((one) => admits(one, method, guarded)));
  const isServed = (method: string) => {
    const answers = reached.filter(({ methods }) => methods.some((one) => admits(one, method, guarded)));
    return !guarded.includes(method) || answers.length === 0 || answers.some(({ response: { status } }) => status.code !== 405);
  };
  const answers = reached.map((one) => {
    const reachedBy = reaching(one);
    const response = refusing(one.response, refusalIn(one, handler, role, known), isServed);
    return { response: reachedBy.length > 1 ? { ...response, isShared: true } : response, cases: reachedBy };
  });
  const parameters = sureParameters(handler.registrations);
  const asked = askedBefore(handler.registrations);
  return cases.flatMap((one) => {
    const { method, from, route, hasItems = false, declares = [] } = one;
    const responses = answers.filter((answer) => answer.cases.includes(one))
      .map(({ response }) => forMethod(forCaller(response, role, handler.name, route, place.filename), method, conventions));
    if (responses.length === 0 && guarded.length > 0) return [];
    const described = method === null || route === null ? [] : describedStatuses(place.filename, method, route);
    return [{
      framework: handler.framework.name, major: place.major, role, method, methodFrom: from, route, parameters, askedBefore: asked, hasItems, declares: [...declares, ...described],
      name: handler.name, purpose: purposeOf(route, handler.name, place.filename, code),
      handler: handler.fn, responses, inheritsStatus: false, unfinished: isUnfinished, ...courses,
    }];
  });
}

const authentication = new Set(["auth", "authenticate", "authenticated", "authentication", "authorize", "protect", "protected", "jwt", "token", "login", "admin", "guard"]);

/** Who lets callers in does not tell one that a user is missing, but that the caller is not known. */
function forCaller(response: Response, role: Role, name: string | null, route: string | null, filename: string): Response {
  if (response.because.kind !== "missing") return response;
  const unknown = (others: readonly number[]): Response =>
    ({ ...response, because: { ...response.because, kind: "unauthenticated", certainty: "weak", codes: [401, ...others] } });
  const { codes } = response.because;
  if (isLogin(route, name)) return unknown(codes.filter((code) => code === 404));
  const isGuard = role === "middleware" && wordsOf(name ?? filename.split(/[\\/]/).at(-1) ?? "").some((word) => authentication.has(word));
  return isGuard ? unknown(codes.filter((code) => code !== 401)) : response;
}

/** By convention a DELETE may answer that something is gone in the same way whether it was there or not. */
function forMethod(response: Response, method: string | null, { deletedMissing }: Conventions): Response {
  if (method !== "DELETE" || deletedMissing === 404 || response.because.kind !== "missing") return response;
  return { ...response, because: { ...response.because, codes: [deletedMissing] } };
}

/** A response refuses the method where the handler, or its route, has asked for every other. */
function refusalIn({ response, refusal, isConditional }: Reached, { registrations }: Handler, role: Role, known: readonly Known[]): Refusal | undefined {
  const isFailure = response.content.failure !== undefined || (response.status.codes.length > 0 && response.status.codes.every((code) => code >= 400));
  const isOpen = known.every(({ method }) => method === null || method === "ANY");
  const takesAll = registrations.some(({ isMount, route }) => isCatchAll(route) && (isMount || (route !== null && route !== "/")));
  if (!isFailure || !isOpen || takesAll || role === "middleware" || role === "error-handler") return undefined;
  if (refusal) return role === "endpoint" ? refusal : undefined;
  const [first, ...others] = registrations;
  if (isConditional || !first || registrations.some(({ before }) => before.length === 0)) return undefined;
  const isOne = others.every(({ before }) => before.join() === first.before.join());
  return { quote: "all", asked: isOne ? first.before : [] };
}

/** Words may be loose where the comparisons are plain. */
const loose = new Set<CircumstanceKind>(["none", "wrong-method", "missing", "invalid", "unexpected"]);

function refusing(response: Response, refusal: Refusal | undefined, isServed: (method: string) => boolean): Response {
  const { kind, certainty } = response.because;
  if (!refusal || certainty === "strong" || !loose.has(kind)) return response;
  return {
    ...response,
    because: { kind: "wrong-method", certainty: "strong", quote: refusal.quote, codes: [405] },
    allows: refusal.asked.filter(isServed),
  };
}

/** A guard on the method splits what registration leaves open, and narrows what it says. */
function byGuard(known: readonly Known[], guarded: readonly string[]): Known[] {
  if (guarded.length === 0) return [...known];
  const [first] = known;
  const isOpen = known.every(({ method }) => method === null || method === "ANY");
  if (!isOpen) return [...known];
  const route = first?.route ?? null;
  return [...guarded.map((method): Known => ({ method, from: "guard", route })), { method: "ANY", from: "guard", route }];
}

/** Whether a request with that method can walk a path; `ANY` stands for a method that no guard names. */
function admits({ only, not }: Methods, method: string | null, guarded: readonly string[]): boolean {
  if (method === null) return true;
  const isOther = method === "ANY" || !guarded.includes(method);
  if (only) return !isOther && only.includes(method);
  return isOther || !not.includes(method);
}

/** Verbs of handler names that told the method right for at least nine in ten registered handlers. */
const verbs: readonly (readonly [method: string, verb: RegExp])[] = [
  ["GET", /^(?:get|list|find|show|read|render|view)(?![a-z])/],
  ["POST", /^(?:create|post|add|upload|login|register|sign[uU]p|sign[iI]n|store|verify|validate|forgot|refresh)(?![a-z])/],
  ["PATCH", /^patch(?![a-z])/],
  ["DELETE", /^delete(?![a-z])/],
];

function knownMethods({ registrations, name, fn, request, response }: Handler, role: Role, bindings: Bindings): Known[] {
  const byMethod = new Map<string, Known>();
  for (const { method, route, from = "registration", hasItems, declares = [] } of registrations) {
    const known = byMethod.get(method) ?? { method, from, route, hasItems };
    byMethod.set(method, { ...known, declares: [...(known.declares ?? []), ...declares] });
  }
  if (byMethod.size > 0) return [...byMethod.values()];
  const documented = documentedRoute(fn, bindings);
  if (documented) return [{ ...documented, from: "comment" }];
  // What gets no request helps a handler, and its name tells what it does for that.
  const verb = role === "endpoint" && name && (request || response) ? verbs.find(([, pattern]) => pattern.test(name)) : undefined;
  // What a DELETE removes is named by its route; an id in the content speaks for a POST.
  const speaksForPost = (text: string) => /\.body\b/.test(text) && !/\.(?:params|query)\b/.test(text);
  const isRefuted = verb?.[0] === "DELETE" && speaksForPost(bindings.textOf(fn));
  return [verb && !isRefuted ? { method: verb[0], from: "name", route: null } : { method: null, from: "unknown", route: null }];
}

function roleOf({ registrations, error, next, name }: Handler, responses: readonly Response[], ends: readonly Path[]): Role {
  if (error) return "error-handler";
  if (registrations.some(({ isMiddleware }) => isMiddleware)) return "middleware";
  const passes = ends.some((path) => path.state.isPassedOn && !path.isAnswered);
  const mayPass = passes || ends.some((path) => path.state.givesNext && !path.isAnswered);
  // What hands an answer back and gives the request to another function is wrapped around that.
  if (registrations.length === 0) return mayPass ? "middleware" : isNotFoundName(name) ? "not-found" : "endpoint";
  if (registrations.some(({ isMount, isLast }) => !isMount && isLast)) {
    const isCatchingAll = registrations.some(({ method, route }) => method === "ANY" && isCatchAll(route));
    // What hands some requests on answers them elsewhere.
    const handsOn = ends.some((path) => path.state.isHandedOn && !path.isAnswered);
    return isCatchingAll && !handsOn && answersMissing(responses) ? "not-found" : passes ? "middleware" : "endpoint";
  }
  // What cannot pass a request on ends it, wherever it stands.
  const isFinal = next === undefined && responses.length > 0;
  if (passes || (!isFinal && !registrations.every(({ isLast }) => isLast))) return "middleware";
  return registrations.every(({ isMount, route }) => isMount && isCatchAll(route)) && (answersMissing(responses) || isNotFoundName(name)) ? "not-found" : "endpoint";
}

const isNotFoundName = (name: string | null): boolean => name !== null && /not_?found|404/i.test(name) && !/^(?:get|find|is|has)/.test(name);

/** A route that takes whatever no other route took. */
const isCatchAll = (route: string | null): boolean => route === null || /^(?:\/?\(?\.?\*\)?\w*|\/\{?\*\w+\}?|\/)$/.test(route);

const answersMissing = (responses: readonly Response[]): boolean =>
  responses.length > 0 && responses.every(({ status, because, content }) => status.code === 404 || because.kind === "missing" || content.failure !== undefined);
