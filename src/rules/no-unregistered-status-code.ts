import { answering, defineRule } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { classOf, statusOf, titleOf, unregisteredOf } from "../http/status.ts";

interface Options {
  /** Codes that clients of the project know all the same. */
  readonly allow: readonly number[];
}

type MessageId = "unregistered" | "withdrawn" | "answer";

/** What clients take a code for that they do not know: the first of its class (RFC 9110 §15). */
const likeness = (code: number): number => Math.floor(code / 100) * 100;

export const rule = defineRule<Options, MessageId>({
  name: "no-unregistered-status-code",
  type: "problem",
  docs: {
    description: "Disallow statuses that are not registered, or no longer in use",
    presets: { recommended: {}, strict: {} },
    fixes: ["choice"],
    codes: [305, 306, 418, 510],
  },
  options: {
    allow: {
      type: "array", items: { type: "integer", minimum: 100, maximum: 599 }, uniqueItems: true,
      description: "Codes that the clients of the project know all the same.",
    },
  },
  defaultOptions: { allow: [] },
  messages: {
    unregistered: "No registry knows {{title}}, so clients read it as {{likeness}}.",
    withdrawn: "{{title}} is no longer in use, so clients read it as {{likeness}}.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    for (const response of exchange.responses) {
      if (isSaidElsewhere(response)) continue;
      const code = response.status.codes.find((each) => isOutOfUse(each) && !options.allow.includes(each));
      if (code === undefined || isAgreed(code, exchange, response)) continue;
      report({
        node: response.node,
        messageId: statusOf(code) ? "withdrawn" : "unregistered",
        data: { title: titleOf(code), likeness: titleOf(likeness(code)) },
        cures: instead(code, response).map((status) => answering(status, response, "choice")),
      });
    }
  },
});

/** What answers an error, or makes it, says the status for all that throw it. */
const isSaidElsewhere = ({ thrown, status }: Response): boolean => thrown !== undefined && status.origin !== "explicit";

/** Final codes only: an interim one is wrong as an answer whatever the registry says. */
function isOutOfUse(code: number): boolean {
  const place = classOf(code);
  const registration = statusOf(code)?.status;
  return place !== undefined && place !== "informational" && registration !== "standard" && registration !== "temporary";
}

/** A draft that both sides follow, or the joke that 418 is reserved for. */
function isAgreed(code: number, { purpose, route, name }: Exchange, { content }: Response): boolean {
  if (code === 294) return purpose === "graphql";
  return code === 418 && /tea|coffee|brew/i.test([route, name, content.says].join(" "));
}

/** What the code tells about the case comes first, then what others mean by the code, then what clients take it for. */
function instead(code: number, { because }: Response): number[] {
  const meant = unregisteredOf(code)?.usages.flatMap((usage) => usage.instead ?? []) ?? [];
  const told = [...because.codes, ...meant];
  const general = classOf(code) === "redirection" ? [] : [likeness(code)];
  return [...new Set(told.length > 0 ? told : general)];
}
