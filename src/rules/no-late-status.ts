import { defineRule } from "../define-rule.ts";

type MessageId = "ignored" | "head" | "throws" | "first" | "drop";

export const rule = defineRule<object, MessageId>({
  name: "no-late-status",
  type: "problem",
  docs: {
    description: "Disallow a status or a field that is set after the response was sent",
    presets: { recommended: {}, strict: {} },
    fixes: ["safe", "choice"],
    codes: [],
  },
  defaultOptions: {},
  messages: {
    ignored: "Clients never see this status, because the response was sent before.",
    head: "Writing a second head throws, and clients never see it.",
    throws: "Setting a field after the response was sent throws, and clients never see it.",
    first: "Say it first.",
    drop: "Take it away.",
  },

  check({ lateWords }, report) {
    for (const late of lateWords) {
      const first = late.sayFirst();
      report({
        node: late.node,
        messageId: messageFor[late.writes],
        cures: [
          { tier: "choice", messageId: "first", edits: first },
          // In a chain it was meant to count, and nobody would look for it once it is gone.
          { tier: late.isUnseen && !first ? "safe" : "choice", messageId: "drop", edits: late.drop() },
        ],
      });
    }
  },
});

const messageFor = { status: "ignored", head: "head", field: "throws" } as const;
