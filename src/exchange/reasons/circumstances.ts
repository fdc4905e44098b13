/** Why a response is given: guards, caught errors and words, interpreted once for every rule. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { foundOnce } from "../../ast/found-once.ts";
import { bare, enclosingFunction, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { KnownError } from "../../http/known-errors.ts";
import { codesSaid } from "../../http/phrases.ts";
import type { Saying } from "../../http/phrases.ts";
import type { Conventions } from "../../settings.ts";
import { mayClash } from "./attempts.ts";
import { isErrorExpression } from "./errors.ts";
import { explains, leavesOver } from "./explaining.ts";
import type { Circumstance, CircumstanceKind } from "../model.ts";
import type { PathGuard } from "../walk/path.ts";
import { readsRequest } from "./request-parts.ts";
import { decisive, isAboutCaller, signsOf } from "./signs.ts";
import type { Sign } from "./signs.ts";
import { calledIn, triedBefore } from "./verifications.ts";
import { inOneLine } from "./words.ts";

/** The codes that fit each circumstance, the likeliest first. The one place where circumstances become codes. */
function codesFor(kind: CircumstanceKind, conventions: Conventions): readonly number[] {
  switch (kind) {
    case "missing":
      return [404];
    case "unauthenticated":
      return [401];
    case "forbidden":
      return [conventions.hidden];
    case "invalid":
      return conventions.validation === "either" ? [400, 422] : [conventions.validation];
    case "duplicate":
      return [conventions.conflict];
    case "limited":
      return [429];
    case "wrong-method":
      return [405];
    case "upstream":
      return [502, 503, 504];
    case "unexpected":
      return [500];
    case "empty":
      return [200];
    case "none":
      return [];
  }
}

const kindOfCode: Readonly<Record<number, CircumstanceKind>> = {
  400: "invalid", 401: "unauthenticated", 403: "forbidden", 404: "missing", 405: "wrong-method", 409: "duplicate", 410: "missing",
  413: "invalid", 415: "invalid", 422: "invalid", 429: "limited", 500: "unexpected", 501: "unexpected", 502: "upstream", 503: "upstream", 504: "upstream",
};

export interface Reason {
  readonly because: Circumstance;
  readonly onFailure: "caught" | "guard" | undefined;
  /** The guards that explain the response. */
  readonly near: readonly PathGuard[];
}

/**
 * Reads the reason for a response that stands at `places` (its delivery and its status) from the guards of its path and
 * the message in its content; `isFailure` where its status says so, which what stands before may explain then.
 */
export function reasonFor(
  guards: readonly PathGuard[], places: readonly TSESTree.Node[], says: string | undefined, bindings: Bindings, conventions: Conventions, isFailure: boolean,
): Reason {
  const near = guards.filter((guard) => explains(guard, places) || (isFailure && leavesOver(guard, places)));
  const caught = near.findLast((guard) => guard.caught !== undefined);
  const isCaught = caught !== undefined || places.some(isInErrorListener)
    || near.some((guard) => guard.caught === undefined && guard.truth && isErrorExpression(guard.test, bindings));
  const said = says === undefined ? [] : codesSaid(says);
  const signs = near.flatMap((guard) => (guard.caught === undefined ? signsOf(guard, bindings) : []));
  const told = signs.filter(({ isHint, kind, perhaps }) => (isHint ? said.some(({ code }) => kindOfCode[code] === kind) : kind !== "none" || !perhaps));
  const sign = decisive(told);
  const onFailure = isCaught ? "caught" : sign && sign.kind !== "empty" ? "guard" : undefined;
  const isClassKnown = near.some((guard) => guard.caught === undefined && guard.truth && asksForClass(guard.test, bindings));
  return { because: weigh({ sign, maybe: signs.at(-1), caught, isCaught, isClassKnown }, said, bindings, conventions), onFailure, near };
}

interface Evidence {
  readonly sign: Sign | undefined;
  /** The nearest sign, also where it tells nothing for certain. */
  readonly maybe: Sign | undefined;
  readonly caught: PathGuard | undefined;
  readonly isCaught: boolean;
  /** The path asks for the class of what was caught. */
  readonly isClassKnown: boolean;
}

/** `error instanceof InvalidTokenError` */
function asksForClass(test: TSESTree.Node, bindings: Bindings): boolean {
  const asked = bare(test);
  return asked.type === "BinaryExpression" && asked.operator === "instanceof" && isErrorExpression(asked.left, bindings);
}

const nothing: Circumstance = { kind: "none", certainty: "weak", quote: "", codes: [] };

function weigh({ sign, maybe, caught, isCaught, isClassKnown }: Evidence, said: readonly Saying[], bindings: Bindings, conventions: Conventions): Circumstance {
  const [words] = said;
  const wordsKind = words && kindOfCode[words.code];
  // Somebody who is missing may be told as somebody who is not known, or as something else that the words say.
  const isPlain = sign?.isPlain && !(sign.kind === "missing" && wordsKind);
  if (sign && sign.kind !== "none" && (sign.code !== undefined || !wordsKind || agrees(sign.kind, said) || isPlain)) {
    const isOwn = sign.code !== undefined && (sign.error?.isExact ?? (kindOfCode[sign.code] === sign.kind && ![400, 409].includes(sign.code)));
    const codes = isOwn ? [sign.code] : codesFor(sign.kind, conventions);
    // Words that blame the client leave nothing to the server; those of a failed login hide whether there is such an account.
    const isFailedLogin = sign.kind === "unauthenticated" && wordsKind === sign.kind;
    const also = (sign.also ?? []).filter((code) => !wordsKind || (code < 500 && !(isFailedLogin && code === 404)));
    const error = sign.error && { error: { isSure: isSure(sign.error, caught, sign.test, bindings), needs: sign.error.needs } };
    return { kind: sign.kind, certainty: "strong", quote: inOneLine(sign.test, bindings), codes: [...new Set([...codes, ...also])], ...error, ...(sign.lacks !== undefined && { lacks: sign.lacks }) };
  }
  // No client gets it, whatever it says.
  if (sign?.kind === "none" && sign.isPlain) return nothing;
  // What the try does may tell that the client is to blame.
  const called = caught && calledIn(caught, bindings);
  // Where nothing else was tried, or the class of the error is known, nothing of the server's own has failed.
  const ofServer = called?.isAll === true || isClassKnown ? [] : [500];
  // "Internal server error" is what the status says, and no reason where nothing of the server's own was tried.
  if (words && wordsKind && !(called?.isAll && wordsKind === "unexpected")) {
    // What the words call taken is not missing.
    const isTaken = wordsKind === "duplicate" && sign?.kind === "missing";
    const ofGuard = sign ? [...(isTaken ? [] : codesFor(sign.kind, conventions)), ...(sign.also ?? [])] : conventional(maybe?.perhaps ?? [], conventions);
    // Words are more exact than a guard that may mean many things: a user that is not found may be a failed login.
    const codes = new Set([...said.map(({ code }) => codeByConvention(code, conventions)), ...ofGuard, ...(isCaught ? ofServer : [])]);
    return { kind: wordsKind, certainty: "weak", quote: JSON.stringify(words.phrase), codes: [...codes] };
  }
  if (sign) return nothing;
  if (!isCaught) return maybe?.perhaps ? { ...nothing, perhaps: conventional(maybe.perhaps, conventions) } : nothing;
  const quote = caught?.caught ? `catch (${inOneLine(caught.caught, bindings)})` : "catch";
  if (called) return { kind: called.kind, certainty: "weak", quote, codes: [...codesFor(called.kind, conventions), ...ofServer] };
  return { kind: "unexpected", certainty: "strong", quote, codes: [500], ...(caught && mayClash(caught, bindings) && { perhaps: codesFor("duplicate", conventions) }) };
}

/**
 * The words confirm the guard, or are how people say what it tells: "Unauthorized" to a known caller, "Access denied" to
 * nobody, "Please provide a token".
 */
const agrees = (kind: CircumstanceKind, said: readonly Saying[]): boolean =>
  kind === "empty" || (isAboutCaller(kind) && said.every(({ certainty }) => certainty === "weak")) || said.some(({ code }) => {
    const words = kindOfCode[code];
    return words === kind || (words !== undefined && isAboutCaller(words) && isAboutCaller(kind));
  });

/** What must be true besides can be seen: the try works with something of the request. An error handler gets what routes threw. */
function isSure({ needs, library }: KnownError, caught: PathGuard | undefined, test: TSESTree.Node, bindings: Bindings): boolean {
  if (needs === undefined) return true;
  if (needs === "no-request") return false;
  const block = caught && triedBefore(caught);
  return block ? readsRequest(block, bindings) : /^(?:mongoose|bson)$/.test(library) && enclosingFunction(test)?.params.length === 4;
}

function isInErrorListener(place: TSESTree.Node): boolean {
  const fn = enclosingFunction(place);
  return fn !== null && isErrorListener(fn);
}

/** `stream.on("error", (error) => …)`, or a function inside of one. */
const isErrorListener: (fn: FunctionNode) => boolean = foundOnce((fn) => {
  const { parent } = fn;
  if (parent.type !== "CallExpression" || parent.callee.type !== "MemberExpression" || !/^on(?:ce)?$/.test(keyOf(parent.callee) ?? "")) return isInErrorListener(fn);
  const [event] = parent.arguments;
  return event?.type === "Literal" && event.value === "error";
});

const codeByConvention = (code: number, conventions: Conventions): number => {
  const kind = kindOfCode[code];
  return kind === "invalid" || kind === "duplicate" ? (code === 400 || code === 409 ? codesFor(kind, conventions)[0] ?? code : code) : code;
};

const conventional = (codes: readonly number[], conventions: Conventions): readonly number[] =>
  [...new Set(codes.map((code) => (code === 403 ? conventions.hidden : codeByConvention(code, conventions))))];
