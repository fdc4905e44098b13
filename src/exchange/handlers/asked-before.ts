/** What was asked before a handler gets a request, by the functions that stand in front of it. */
import type { Registration } from "./registrations.ts";

/** Names of functions that let nobody pass whom they do not know, and of those that let nobody pass without a right. */
const names = {
  caller: /auth(?!ors?\b)|protect|jwt|verifyToken|logged_?in|signed_?in|require_?(?:user|login)/i,
  right: /admin|authori[sz]|roles?(?![a-z])|permi|restrict|allow_?only/i,
} as const;

export type Asked = keyof typeof names;

/** What is asked before on each known route. */
export const askedBefore = (registrations: readonly Registration[]): readonly Asked[] =>
  (["caller", "right"] as const).filter((what) => registrations.length > 0 && registrations.every(({ behind = [] }) => behind.some((name) => names[what].test(name))));
