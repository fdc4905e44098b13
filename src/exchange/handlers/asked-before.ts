/** What was asked before a handler gets a request, by the functions that stand in front of it. */
import type { Asked } from "../model.ts";
import type { Registration } from "./registrations.ts";

/** Names of functions that let nobody pass whom they do not know, who has no right, or who asks for what is not there. */
const names: readonly (readonly [Asked, RegExp])[] = [
  ["caller", /auth(?!ors?\b)|protect|jwt|verifyToken|logged_?in|signed_?in|require_?(?:user|login)/i],
  ["right", /admin|authori[sz]|roles?(?![a-z])|permi|restrict|allow_?only/i],
  ["record", /[eE]xists?(?![a-z])|[bB]yI[dD](?![a-z])|^(?:load|find|fetch|preload)(?=[A-Z_])|(?:[vV]alid|check|ensure)\w*I[dD](?![a-z])|[iI]d_?(?:[vV]alid|[cC]heck)/],
];

/** What is asked before on each known route. */
export const askedBefore = (registrations: readonly Registration[]): readonly Asked[] =>
  names.flatMap(([asked, pattern]) => (isAlwaysBehind(registrations, pattern) ? [asked] : []));

/** Whether the input is looked at before on each known route: of what is wrong, which cannot be seen, nothing gets through. */
export const isValidatedBefore = (registrations: readonly Registration[]): boolean =>
  isAlwaysBehind(registrations, /valid(?!\w*I[dD](?![a-z]))|schema|celebrate|sanitiz/i);

const isAlwaysBehind = (registrations: readonly Registration[], pattern: RegExp): boolean =>
  registrations.length > 0 && registrations.every(({ behind = [] }) => behind.some((name) => pattern.test(name)));
