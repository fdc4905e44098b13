/** What the guards of a path tell about why a response is given. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { guardsOf } from "../../ast/guards.ts";
import type { Guard } from "../../ast/guards.ts";
import { knownErrorOf } from "../../http/known-errors.ts";
import type { KnownError } from "../../http/known-errors.ts";
import { toldBy } from "./conditions.ts";
import { isErrorExpression } from "./errors.ts";
import { toldByRange } from "./input-checks.ts";
import type { CircumstanceKind } from "../model.ts";
import type { Telling, Told } from "./told.ts";

export interface Sign extends Telling {
  /** The known error that tells it. */
  readonly error?: KnownError;
  /** It is about an error that was caught. */
  readonly isOfError?: true;
  readonly test: TSESTree.Node;
}

/** The signs of one guard; empty when it tells nothing. */
export function signsOf(guard: Guard, bindings: Bindings): Sign[] {
  if (guard.test.type === "LogicalExpression") {
    const range = toldByRange(guard.test, guard.truth, bindings);
    if (range) return [signOf(range, guard.test)];
    const [left, right] = [guard.test.left, guard.test.right].map((side) => guardsOf(side, guard.truth).flatMap((part) => signsOf(part, bindings)).at(-1));
    return left && right ? eitherOf(left, right, guard.test) : [];
  }
  const known = guard.truth ? knownErrorIn(guard.test, bindings) : null;
  if (known) return [{ test: guard.test, ...known }];
  const told = toldBy(guard, bindings);
  return told ? [signOf(told, guard.test)] : [];
}

const signOf = (told: Told, test: TSESTree.Node): Sign => ({ test, ...(typeof told === "string" ? { kind: told } : told) });

/** What `!name || !email` tells: the same story, or one that both sides allow. */
function eitherOf(left: Sign, right: Sign, test: TSESTree.Node): Sign[] {
  const perhaps = perhapsOfEither(left, right);
  if (perhaps) return [{ kind: "none", perhaps, test }];
  const kinds = new Set([left.kind, right.kind]);
  // 404 for an account that is missing is none for a wrong password.
  const isForBoth = (code: number) => code !== 404 || !kinds.has("unauthenticated") || [left, right].every((side) => side.also?.includes(code));
  const also = [...new Set([...(left.also ?? []), ...(right.also ?? [])])].filter(isForBoth);
  const isHint = left.isHint ?? right.isHint;
  const isPlain = left.isPlain ?? right.isPlain;
  const shared = { test, ...(isHint && { isHint }), ...(isPlain && { isPlain }), ...(left.isOfError && right.isOfError && { isOfError: true as const }) };
  // Two errors with one meaning are as good as one.
  const known = left.error && right.error && left.code === right.code ? { error: left.error, code: left.error.code } : {};
  if (kinds.size === 1) return [{ kind: left.kind, ...known, ...(also.length > 0 && { also }), ...(right.perhaps && left.perhaps && { perhaps: left.perhaps }), ...shared }];
  // Nobody signed in, or somebody without the right: one answer serves both.
  return kinds.has("unauthenticated") && kinds.has("forbidden") ? [{ kind: "forbidden", also: [...also, 401], ...shared }] : [];
}

/** `!order || order.cancelled`, `!(order && order.userId === userId)`: it is not there, or stands in the way, or belongs to others. */
function perhapsOfEither(left: Sign, right: Sign): readonly number[] | undefined {
  const [missing, other] = left.kind === "missing" ? [left, right] : [right, left];
  if (missing.kind !== "missing" || other.kind === "missing") return undefined;
  const code = other.kind === "forbidden" ? 403 : other.perhaps?.find((one) => one !== 404);
  return code === undefined ? undefined : [404, code];
}

/** Errors of the project whose names say whose doing they are. */
const saysInvalid = /(?:Validation|InvalidInput|BadRequest)Error$/;

/** `err instanceof ZodError`, `err.code === 11000`, `err.name === "ValidationError"`: which error was caught. */
function knownErrorIn(test: TSESTree.Node, bindings: Bindings): Omit<Sign, "test"> | null {
  if (test.type !== "BinaryExpression" || test.left.type === "PrivateIdentifier") return null;
  const [left, right] = [bare(test.left), bare(test.right)];
  if (!isErrorExpression(left, bindings)) return null;
  if (test.operator !== "instanceof" && !/^={2,3}$/.test(test.operator)) return null;
  const name = right.type === "Literal" ? right.value : right.type === "Identifier" ? right.name : keyOf(right);
  const known = typeof name === "string" || typeof name === "number" ? knownErrorOf(name) : undefined;
  if (known) return { kind: known.circumstance, code: known.code, error: known, isOfError: true };
  return { kind: saysInvalid.test(String(name)) ? "invalid" : "none", isOfError: true };
}

export const isAboutCaller = (kind: CircumstanceKind): boolean => kind === "unauthenticated" || kind === "forbidden";

/** The sign that counts. Who may not ask is told before what was asked for; a closer question leaves a known error of its kind. */
export function decisive(signs: readonly Sign[]): Sign | undefined {
  const last = signs.at(-1);
  const ofCaller = signs.findLast(({ kind }) => isAboutCaller(kind));
  if (ofCaller || last?.kind !== "none") return ofCaller ?? last;
  const known = signs.findLast(({ kind, isOfError }) => isOfError && kind !== "none");
  return known ? { kind: known.kind, test: known.test } : last;
}
