/** Which HTTP methods reach a handler, which role it has, and where that is known from. */
import type { Bindings } from "../ast/bindings.ts";
import type { Place } from "./fold.ts";
import type { Handler } from "./handlers.ts";
import { documentedRoute } from "./jsdoc.ts";
import type { Exchange, MethodFrom, Response, Role } from "./model.ts";
import type { Methods, Path } from "./path.ts";
import { purposeOf, wordsOf } from "./purpose.ts";
import type { Reached } from "./responses.ts";

interface Known {
  readonly method: string | null;
  readonly from: MethodFrom;
  readonly route: string | null;
}

/** Splits what a handler answers by HTTP method. */
export function exchangesOf(handler: Handler, reached: readonly Reached[], ends: readonly Path[], bindings: Bindings, place: Place): Exchange[] {
  const role = roleOf(handler, reached.map(({ response }) => response), ends);
  const known = knownMethods(handler, role, bindings);
  // Most paths share what they know about the method.
  const narrowings = new Set([...reached.flatMap(({ methods }) => methods), ...ends.map(({ state }) => state.methods)]);
  const guarded = [...new Set([...narrowings].flatMap(({ only, not }) => [...(only ?? []), ...not]))];
  const code = bindings.sourceCode.getText(handler.fn);
  const isUnfinished = ends.some((path) => !path.isAnswered && !path.state.isHandedOn);
  const cases = byGuard(known, guarded);
  const reaching = ({ methods }: Reached) => cases.filter(({ method }) => methods.some((one) => admits(one, method, guarded)));
  const answers = reached.map((one) => ({ response: { ...one.response, isShared: reaching(one).length > 1 }, cases: reaching(one) }));
  return cases.flatMap((one) => {
    const { method, from, route } = one;
    const responses = answers.filter((answer) => answer.cases.includes(one)).map(({ response }) => forRole(response, role, handler.name, place.filename));
    if (responses.length === 0 && guarded.length > 0) return [];
    return [{
      framework: handler.framework.name, major: place.major, role, method, methodFrom: from, route,
      name: handler.name, purpose: purposeOf(route, handler.name, place.filename, code),
      handler: handler.fn, responses, inheritsStatus: false, unfinished: isUnfinished,
    }];
  });
}

const authentication = new Set(["auth", "authenticate", "authenticated", "authentication", "authorize", "protect", "protected", "jwt", "token", "login", "admin", "guard"]);

/** Who authenticates does not tell a caller that a user is missing, but that the caller is not known. */
function forRole(response: Response, role: Role, name: string | null, filename: string): Response {
  if (role !== "middleware" || response.because.kind !== "missing") return response;
  const words = wordsOf(name ?? filename.split(/[\\/]/).at(-1) ?? "");
  if (!words.some((word) => authentication.has(word))) return response;
  return { ...response, because: { ...response.because, kind: "unauthenticated", certainty: "weak", codes: [401, ...response.because.codes] } };
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

function knownMethods({ registrations, name, fn }: Handler, role: Role, bindings: Bindings): Known[] {
  const byMethod = new Map<string, Known>();
  for (const { method, route } of registrations) {
    if (!byMethod.has(method)) byMethod.set(method, { method, from: "registration", route });
  }
  if (byMethod.size > 0) return [...byMethod.values()];
  const documented = documentedRoute(fn, bindings);
  if (documented) return [{ ...documented, from: "comment" }];
  const verb = role === "endpoint" && name ? verbs.find(([, pattern]) => pattern.test(name)) : undefined;
  // What a DELETE removes is named by its route; an id in the content speaks for a POST.
  const speaksForPost = (text: string) => /\.body\b/.test(text) && !/\.(?:params|query)\b/.test(text);
  const isRefuted = verb?.[0] === "DELETE" && speaksForPost(bindings.sourceCode.getText(fn));
  return [verb && !isRefuted ? { method: verb[0], from: "name", route: null } : { method: null, from: "unknown", route: null }];
}

function roleOf({ registrations, error, next, name }: Handler, responses: readonly Response[], ends: readonly Path[]): Role {
  if (error) return "error-handler";
  const passes = next !== undefined && ends.some((path) => path.state.isPassedOn && !path.isAnswered);
  const mayPass = passes || ends.some((path) => path.state.givesNext && !path.isAnswered);
  if (registrations.length === 0) return mayPass ? "middleware" : isNotFoundName(name) ? "not-found" : "endpoint";
  if (registrations.some(({ isMount, isLast }) => !isMount && isLast)) {
    const isCatchingAll = registrations.some(({ method, route }) => method === "ANY" && isCatchAll(route));
    return isCatchingAll && answersMissing(responses) ? "not-found" : passes ? "middleware" : "endpoint";
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
