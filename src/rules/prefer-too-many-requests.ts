import { defineStatusRule } from "../define-status-rule.ts";

export const rule = defineStatusRule({
  name: "prefer-too-many-requests",
  docs: { description: "Prefer 429 Too Many Requests for a client that asks too often", codes: [429] },
  subjects: [{
    kind: "limited",
    message: "Clients do not slow down after {{title}}; {{right}} tells them to.",
    wrong: [400, 401, 403, 404, 409, 422, 500],
  }],
});
