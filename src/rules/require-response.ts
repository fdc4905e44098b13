import { defineRule } from "../define-rule.ts";
import type { Unanswered } from "../exchange/courses/courses.ts";
import type { Exchange } from "../exchange/model.ts";

interface Options {
  /** Report paths of which only run time knows whether they are walked. */
  readonly checkOpenPaths: boolean;
}

type MessageId = "unsent" | "caught" | "failed" | "open" | "empty" | "send";

export const rule = defineRule<Options, MessageId>({
  name: "require-response",
  type: "problem",
  docs: {
    description: "Require a response, an error or a call of the next handler on every path of a handler",
    presets: { recommended: {}, strict: { checkOpenPaths: true } },
    widest: { checkOpenPaths: true },
    fixes: ["choice"],
    codes: [],
  },
  options: {
    checkOpenPaths: { type: "boolean", description: "Whether to report also a path of which only run time knows whether it is walked." },
  },
  defaultOptions: { checkOpenPaths: false },
  messages: {
    unsent: "Clients wait until they give up: this status is set, but nothing sends it.",
    caught: "Clients wait until they give up: after this error nothing is sent.",
    failed: "Clients get 500 Internal Server Error: after this error nothing is returned.",
    open: "Clients wait until they give up: a path ends here, and nothing is sent on it.",
    empty: "Clients get 500 Internal Server Error: a path ends here, and nothing is returned on it.",
    send: "Send it without content.",
  },

  check(exchange, report, { options }) {
    for (const unanswered of exchange.unanswered) {
      if (!isKnown(exchange, unanswered) || (unanswered.because === "open" && !options.checkOpenPaths)) continue;
      const { node, because } = unanswered;
      report({
        node,
        messageId: messageFor(unanswered),
        cures: because === "unsent" ? [{ tier: "choice", messageId: "send", edits: unanswered.send() }] : [],
      });
    }
  },
});

/** A middleware may leave the rest to whoever calls it. */
const isKnown = ({ role }: Exchange, { because }: Unanswered): boolean => role === "endpoint" || (role === "middleware" && because === "unsent");

function messageFor({ because, outcome }: Unanswered): MessageId {
  if (outcome === "hangs") return because;
  return because === "caught" ? "failed" : "empty";
}
