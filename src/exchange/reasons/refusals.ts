/** Refusals of the request's method: the answer on the path where every comparison of the method failed. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { PathGuard, PathState } from "../walk/path.ts";
import { inOneLine } from "./words.ts";

/** Why a response refuses the method, and which methods were asked for before. */
export interface Refusal {
  /** The code's own words that tell it. */
  readonly quote: string;
  /** In the order of the source; all of them work unless a branch of their own refuses them. */
  readonly asked: readonly string[];
}

/** Methods that are often answered aside, so that asking for them alone refuses no other. */
const aside = new Set(["OPTIONS", "HEAD"]);

/** Whether the response at the end of this path is all that a method gets for which nobody asked. */
export function refusalOn({ methods, guards }: PathState, handler: FunctionNode, bindings: Bindings): Refusal | undefined {
  const { only, not, asked } = methods;
  if (only || !asked || not.every((method) => aside.has(method))) return undefined;
  // What else was asked since, or beside it, may be the reason.
  const isBare = guards.every((guard) => asked.guards.includes(guard) || isAboutRoute(guard, bindings));
  if (!isBare || guards.some(({ caught }) => caught !== undefined)) return undefined;
  // Behind one route a method may be missing that another route has.
  const isRouted = asked.flips || !readsRoute(bindings.textOf(handler)) || guards.some((guard) => settlesRoute(guard, bindings));
  return isRouted ? { quote: quoteOf(asked.test, bindings), asked: [...new Set(not)] } : undefined;
}

/** The paths to one response agree that it refuses. */
export function common(one: Refusal | undefined, other: Refusal | undefined): Refusal | undefined {
  if (!one || !other) return undefined;
  const isSame = one.asked.length === other.asked.length && one.asked.every((method) => other.asked.includes(method));
  return isSame ? one : { ...one, asked: [] };
}

const routeWord = /\b(?:url|originalUrl|path|pathname|baseUrl)\b/i;

const readsRoute = (code: string): boolean => routeWord.test(code);

const isAboutRoute = (guard: PathGuard, bindings: Bindings): boolean =>
  guard.caught === undefined && partsOf(guard.test).some((part) => routeWord.test(bindings.textOf(part)));

/** `pathname === "/users"` holds. */
const settlesRoute = (guard: PathGuard, bindings: Bindings): boolean =>
  guard.caught === undefined && isAboutRoute(guard, bindings) && guard.truth !== (guard.test.type === "BinaryExpression" && guard.test.operator.startsWith("!"));

/** A `case` is a comparison that stands in two places. */
const partsOf = (test: TSESTree.Node): readonly TSESTree.Node[] => (test.type === "BinaryExpression" ? [test.left, test.right] : [test]);

function quoteOf(test: TSESTree.Node, bindings: Bindings): string {
  const { parent } = test;
  return parent?.type === "SwitchCase" ? `switch (${inOneLine(parent.parent.discriminant, bindings)})` : inOneLine(test, bindings);
}
