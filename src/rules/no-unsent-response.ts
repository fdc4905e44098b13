import { defineRule } from "../define-rule.ts";

type MessageId = "response" | "error" | "return" | "send";

export const rule = defineRule<object, MessageId>({
  name: "no-unsent-response",
  type: "problem",
  docs: {
    description: "Disallow a response or an HTTP error that is made and not sent",
    presets: { recommended: {}, strict: {} },
    fixes: ["choice"],
    codes: [],
  },
  defaultOptions: {},
  messages: {
    response: "Clients never get this response, because nothing returns it.",
    error: "Clients never hear of this error, because nothing throws it.",
    return: "Return it.",
    send: "Throw it, or hand it on.",
  },

  check({ unsent }, report) {
    for (const dropped of unsent) {
      const { node, what } = dropped;
      report({ node, messageId: what, cures: [{ tier: "choice", messageId: what === "response" ? "return" : "send", edits: dropped.send() }] });
    }
  },
});
