import { defineStatusRule } from "../define-status-rule.ts";

export const rule = defineStatusRule({
  name: "prefer-conflict",
  docs: { description: "Prefer 409 Conflict for what exists already, or clashes with the state", codes: [409] },
  subjects: [{
    kind: "duplicate",
    message: "Clients cannot tell from {{title}} that the state stands in the way; {{right}} says it.",
    wrong: [400, 401, 403, 404, 406, 500, 501, 503],
    unlessConventional: ({ conflict }) => (conflict === 422 ? 409 : undefined),
    // A login tells who may not come in; that the account exists is no clash there.
    isExempt: ({ purpose }) => purpose === "session",
  }],
});
