import { defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { Response } from "../exchange/model.ts";
import { isRetryAfter } from "../http/retry-after.ts";
import { titleOf } from "../http/status.ts";

interface Options {
  /** The statuses that must say when to come back. */
  readonly checkCodes: readonly number[];
}

type MessageId = "missing" | "unreadable" | "set" | "guess";

/** What is not set up does not come by waiting. */
const lasting = /\bnot (?:configured|enabled|supported|set up|available in)\b|\bdisabled\b/i;

/** Other fields in which servers say when to come back. */
const otherwise = /^(?:x-)?rate-?limit(?:-|$)/;

export const rule = defineRule<Options, MessageId>({
  name: "require-retry-after",
  type: "suggestion",
  docs: {
    description: "Require Retry-After in each 429 Too Many Requests, with a value that clients can read",
    presets: { recommended: {}, strict: { checkCodes: [429, 503] } },
    widest: { checkCodes: [429, 503, 413] },
    fixes: ["choice"],
    codes: [413, 429, 503],
  },
  options: {
    checkCodes: {
      type: "array", items: { type: "integer", enum: [413, 429, 503] }, uniqueItems: true,
      description: "The statuses that must say when to come back.",
    },
  },
  defaultOptions: { checkCodes: [429] },
  messages: {
    missing: "Clients that meet {{title}} cannot tell when to come back; Retry-After says it.",
    unreadable: "Clients cannot read {{value}} in Retry-After; it takes whole seconds or an HTTP date.",
    set: "Set Retry-After to {{wait}}, the window of the limit.",
    guess: "Set Retry-After to 60 seconds, to be adjusted to what is known.",
  },

  check(exchange, report, { options }) {
    for (const response of exchange.responses) {
      const { status, fields, node } = response;
      if (response.isCommitted) continue;
      const value = fields.get("retry-after");
      if (typeof value === "string" && !isRetryAfter(value)) {
        report({ node, messageId: "unreadable", data: { value: JSON.stringify(value) } });
        continue;
      }
      // Who asks whether the service is well comes back by a clock of its own.
      if (status.code === undefined || !options.checkCodes.includes(status.code) || exchange.purpose === "health") continue;
      if (value !== undefined || mayTell(response) || mayBeAnything(response) || isSaidElsewhere(response) || lasting.test(response.content.says ?? "")) continue;
      report({
        node,
        messageId: "missing",
        data: { title: titleOf(status.code) },
        cures: [cureOf(response)],
      });
    }
  },
});

/** How long to wait only the limit tells; without it a minute is a beginning. */
const cureOf = (response: Response): Cure<MessageId> => {
  const { window } = response;
  return {
    tier: "choice",
    ...(window === undefined ? { messageId: "guess" } : { messageId: "set", data: { wait: window === 1 ? "1 second" : `${window} seconds` } }),
    edits: response.say({ fields: { "Retry-After": String(window ?? 60) } }),
  };
};

/** Fields that cannot be read, or that say the same in other words. */
const mayTell = ({ fields, hasOpenFields }: Response): boolean => hasOpenFields || [...fields.keys()].some((name) => otherwise.test(name));

/** The words of what was caught, which may tell how long to wait: `{ error: error.message }`. */
const isSaidElsewhere = ({ onFailure, content: { isWritten, says, words } }: Response): boolean =>
  onFailure === "caught" && isWritten && says === undefined && words === undefined;

/** A catch clause that calls every error a limit. */
const mayBeAnything = ({ onFailure, because }: Response): boolean => onFailure === "caught" && because.codes.includes(500);
