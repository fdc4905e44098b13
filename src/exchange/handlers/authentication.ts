/** Whether callers are known before a handler is asked. */
import type { Registration } from "./registrations.ts";

/** Names of functions that let nobody pass whom they do not know. */
const letting = /auth(?!ors?\b)|protect|jwt|verifyToken|logged_?in|signed_?in|require_?(?:user|login)/i;

/** In each registration a function that asks who is there comes first. */
export const isBehindAuthentication = (registrations: readonly Registration[]): boolean =>
  registrations.length > 0 && registrations.every(({ behind = [] }) => behind.some((name) => letting.test(name)));
