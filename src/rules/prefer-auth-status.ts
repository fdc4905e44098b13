import { defineStatusRule } from "../define-status-rule.ts";

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
      // The token of a link is the subject of the request, no credential. What asks again who is there answers nobody.
      isExempt: ({ route, name, askedBefore }, { because }) =>
        (askedBefore.includes("caller") && /^!?\w+(?:\??\.(?:locals|session|auth))?\??\.(?:user|session|auth|userId|currentUser)(?:\??\.\w*[iI]d)?$/.test(because.quote))
        || because.certainty === "weak" && /reset|forgot|invit|verif|activat|confirm|unsubscrib/i.test(`${route ?? ""} ${name ?? ""}`),
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
