import { defineStatusRule } from "../define-status-rule.ts";
import type { Exchange } from "../exchange/model.ts";

const asksForCaller = /^!?\w+(?:\??\.(?:locals|session|auth))?\??\.(?:user|session|auth|userId|currentUser)(?:\??\.\w*[iI]d)?$/;

/** The token of a link is the subject of the request, no credential; what a middleware verifies is one, and a code that authenticates. */
function isAboutLink({ route, name, role }: Exchange, quote: string): boolean {
  const about = `${route ?? ""} ${name ?? ""}`;
  return /reset|forgot|invit|activat|active\W?_?account|confirm|unsubscrib/i.test(about) || (role !== "middleware" && !/authenticat/i.test(quote) && /verif/i.test(about));
}

export const rule = defineStatusRule({
  name: "prefer-auth-status",
  docs: { description: "Prefer 401 Unauthorized for callers who are not known, 403 Forbidden for those who are", codes: [401, 403, 407] },
  subjects: [
    {
      kind: "unauthenticated",
      message: "Clients cannot tell from {{title}} that valid credentials are lacking; {{right}} says it.",
      // 404 hides what is there from those who are not known.
      wrong: [400, 403, 407, 409, 422, 500, 501, 503],
      inCatch: true,
      // What asks again who is there answers nobody.
      isExempt: (exchange, { because: { certainty, quote } }) => (certainty === "weak" && isAboutLink(exchange, quote))
        || (exchange.askedBefore.includes("caller") && (certainty === "weak" || asksForCaller.test(quote))),
    },
    {
      kind: "forbidden",
      message: "Clients cannot tell from {{title}} that the caller lacks the right; {{right}} says it.",
      wrong: [400, 401, 407, 409, 422, 500, 501, 503],
      // Words alone do not tell whether somebody who is shut out is known. What asks again for a role answers nobody.
      isExempt: ({ askedBefore }, { because, status }) => (because.certainty === "weak" && status.code === 401)
        || (askedBefore.includes("right") && /^!?\w+\??\.(?:user|session|auth)\??\.(?:\w*[rR]oles?|isAdmin|type)\b/.test(because.quote)),
      unlessConventional: ({ hidden }) => (hidden === 404 ? 403 : undefined),
    },
  ],
});
