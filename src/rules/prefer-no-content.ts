import { defineRule } from "../define-rule.ts";
import type { Response } from "../exchange/model.ts";
import { classOf, titleOf } from "../http/status.ts";

interface Options {
  /** Report content that only says that it was done. */
  readonly checkAcknowledgements: boolean;
  /** Report an answer that the description of its route promises. */
  readonly checkDeclared: boolean;
}

/** It was not deleted, and the content says what was done instead. */
const otherDeed = /cancel|deactivat|disabl|archiv|suspend|trash|revok|schedul|queue/i;

type MessageId = "empty" | "acknowledged" | "answer";

export const rule = defineRule<Options, MessageId>({
  name: "prefer-no-content",
  type: "suggestion",
  docs: {
    description: "Prefer 204 No Content for a DELETE that has nothing to say",
    presets: { recommended: {}, strict: { checkAcknowledgements: true } },
    widest: { checkAcknowledgements: true, checkDeclared: true },
    fixes: ["evident", "choice"],
    codes: [200, 204],
  },
  options: {
    checkAcknowledgements: { type: "boolean", description: "Whether to report content that only says that it was done." },
    checkDeclared: { type: "boolean", description: "Whether to report also where the description of the route declares 200 OK." },
  },
  defaultOptions: { checkAcknowledgements: false, checkDeclared: false },
  messages: {
    empty: "Clients look for content after {{title}}; this DELETE has nothing to say, as 204 No Content tells.",
    acknowledged: "Clients read content that repeats what {{title}} says already; 204 No Content needs none.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options, conventions }) {
    if (exchange.method !== "DELETE" || exchange.role !== "endpoint") return;
    const isDeclared = exchange.declares.includes(200);
    if (isDeclared && !options.checkDeclared) return;
    const isWeakMethod = exchange.methodFrom === "name";
    // Where a failure is a success as well, only the content tells them apart.
    const tellsByContent = exchange.responses.some(({ onFailure, status: { code } }) => onFailure !== undefined && code !== undefined && classOf(code) === "success");
    const checksAcknowledgements = options.checkAcknowledgements || conventions.acknowledgement === "no-content";
    for (const response of exchange.responses) {
      if (response.status.code !== 200 || response.thrown || response.onFailure !== undefined || response.content.failure) continue;
      const isEmpty = saysNothing(response);
      // An acknowledgement is a weak sign, and so is a name: two of them make no strong one.
      const isAcknowledged = checksAcknowledgements && !isWeakMethod && !tellsByContent && acknowledges(response);
      if (isEmpty ? isWeakMethod && !options.checkAcknowledgements : !isAcknowledged) continue;
      report({
        node: response.node,
        messageId: isEmpty ? "empty" : "acknowledged",
        data: { title: titleOf(200) },
        cures: [{
          tier: isEmpty && !isWeakMethod && !isDeclared ? "evident" : "choice",
          messageId: "answer",
          data: { title: titleOf(204) },
          edits: response.isShared ? undefined : response.say(isEmpty ? { status: 204 } : { status: 204, content: "none" }),
        }],
      });
    }
  },
});

/** It says that it was done, and nothing else. */
const acknowledges = ({ content: { shape, isFilled, says = "" } }: Response): boolean =>
  shape === "acknowledgement" && !isFilled && !otherDeed.test(says);

/** No content, or only the reason phrase that `sendStatus` writes. */
const saysNothing = ({ content }: Response): boolean => content.shape === "none" || (content.shape === "acknowledgement" && content.node === undefined);
