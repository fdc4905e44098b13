import { defineStatusRule } from "../define-status-rule.ts";

export const rule = defineStatusRule({
  name: "prefer-validation-status",
  docs: { description: "Prefer 400 Bad Request or 422 Unprocessable Content for input that is not valid", codes: [400, 422] },
  subjects: [{
    kind: "invalid",
    message: "Clients cannot tell from {{title}} that their input is at fault; {{right}} says it.",
    wrong: [401, 403, 404, 409, 500, 501, 502, 503],
    // A house that answers 422 wants it everywhere.
    unlessConventional: ({ validation }) => (validation === 422 ? 400 : undefined),
    // A login may take input that is missing for credentials that are; and what a middleware checks may be anything.
    isExempt: ({ purpose, role }, { status }) => (purpose === "session" && status.code === 401)
      || (role === "middleware" && [401, 403, 404].includes(status.code ?? 0)),
  }],
});
