/** Names under which code knows who is asking, and by what they prove it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { calleeNameOf } from "../../ast/functions.ts";

/** Whoever asks: a person, a session, an account. */
export const principalName = /^(?:(?:current|auth|session|active)_?)?(?:user|session|auth|account|userId|user_id|uid|admin|principal|viewer)$/i;

/** The field of a request holds a credential: `authorization`, `x-api-key`, any token but one of those that serve another end. */
export const isCredentialField = (name: string): boolean =>
  /^(?:authorization|x-api-key|x-auth|token)|token$/i.test(name) && !/csrf|xsrf|captcha|turnstile|invit|reset|verif|confirm|idempot|device|push|fcm|apns|page|sync|continu|unsubscri/i.test(name);

/** A cookie that says who is asking; others hold a state, a preference, a proof of origin. */
export const isSessionCookie = (name: string): boolean =>
  /session|token|jwt|sid$|auth/i.test(name) && !/state|nonce|verifier|csrf|xsrf|pkce|challenge|oauth/i.test(name);

/** Functions that tell who is asking: `getServerSession()`, `auth()`, `currentUser()`, `supabase.auth.getUser()`. */
const callerFunction = /^(?:(?:get|fetch|load|require|verify|current|unstable_get)(?:Current|Server|Auth|Authenticated|LoggedIn|Signed|Optional)*(?:User|Session|Auth|Viewer)(?:Id)?|auth|getIronSession|getToken|validateRequest|authenticate(?:User|Request)?)$/i;

/** Something of the request, or how to read it. */
const askedOf = /\b(?:req|request|headers|cookies|cookieStore|\w*(?:auth|session)\w*|context|ctx|event)\b/i;

/** The call asks who is asking: it is given nothing, or something of the request. */
export function isCallerCall(call: TSESTree.CallExpression, bindings: Bindings): boolean {
  const name = calleeNameOf(call);
  if (name === null || !callerFunction.test(name)) return false;
  const [first] = call.arguments;
  if (first === undefined) return name !== "getToken";
  const given = bindings.textOf(first);
  return name !== "validateRequest" && (askedOf.test(given) || (given === "options" && /session/i.test(name))) && !/\.(?:params|query|body|id)\b|Id\b/.test(given);
}
