import { defineRule } from "../define-rule.ts";
import { isMisnamed } from "../http/misnomers.ts";
import { titleOf } from "../http/status.ts";

interface Options {
  /** Report refusals that only the words of the content tell. */
  readonly checkWords: boolean;
}

type MessageId = "refused" | "answer";

/** What a refused method gets in place of 405. A failure in a 2xx belongs to no-error-in-success; 501 may be meant. */
const mistaken = new Set([400, 403, 404, 500]);

export const rule = defineRule<Options, MessageId>({
  name: "prefer-method-not-allowed",
  type: "suggestion",
  docs: {
    description: "Prefer 405 Method Not Allowed where the method of the request is refused",
    presets: { recommended: {}, strict: { checkWords: true } },
    widest: { checkWords: true },
    fixes: ["evident", "choice"],
    codes: [400, 403, 404, 405, 500],
  },
  options: {
    checkWords: { type: "boolean", description: "Whether to report refusals that only the words of the content tell." },
  },
  defaultOptions: { checkWords: false },
  messages: {
    refused: "Clients cannot tell from {{title}} that another method works, but it refuses one: {{quote}}.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    for (const response of exchange.responses) {
      const { status, because, allows } = response;
      if (status.code === undefined || !mistaken.has(status.code) || response.isCommitted) continue;
      if (because.kind !== "wrong-method" || (because.certainty === "weak" && (!options.checkWords || isMisnamed(status.code, response.content.names)))) continue;
      const allow = allows.length > 0 && !response.hasOpenFields ? response.say({ status: 405, fields: { Allow: allows.join(", ") } }) : undefined;
      report({
        node: response.node,
        messageId: "refused",
        data: { title: titleOf(status.code), quote: because.quote },
        cures: [{
          tier: because.certainty === "strong" ? "evident" : "choice",
          messageId: "answer",
          data: { title: titleOf(405) },
          edits: allow ?? response.say({ status: 405 }),
        }],
      });
    }
  },
});
