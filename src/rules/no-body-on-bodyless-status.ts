import { answering, defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { Response } from "../exchange/model.ts";
import { classOf, forbidsContent, titleOf } from "../http/status.ts";

type MessageId = "dropped" | "refused" | "lost" | "sent" | "described" | "answer" | "remove";

export const rule = defineRule<object, MessageId>({
  name: "no-body-on-bodyless-status",
  type: "problem",
  docs: {
    description: "Disallow content in a response whose status allows none",
    presets: { recommended: {}, strict: {} },
    fixes: ["safe", "evident", "choice"],
    codes: [204, 205, 304],
  },
  defaultOptions: {},
  messages: {
    dropped: "Clients never get this content: {{title}} has none, so it is dropped on the way.",
    refused: "Clients get 500 Internal Server Error: {{title}} has no content, and writing some throws.",
    lost: "Clients get 500 Internal Server Error, or no content from a lenient server: {{title}} has none.",
    sent: "Clients expect no content after {{title}}, but this is sent.",
    described: "{{title}} has no content that {{field}} could describe, and some clients wait for it.",
    answer: "Answer {{title}}.",
    remove: "Take the content away.",
  },

  check(exchange, report) {
    // One call answers with each of several statuses, and with content where one of them has some.
    const mayHaveContent = new Set(exchange.responses.filter(({ status }) => !isBodyless(status)).map(({ node }) => node));
    for (const response of exchange.responses) {
      const { status, content, outcome } = response;
      const [code] = status.codes;
      if (code === undefined || response.thrown || mayHaveContent.has(response.node)) continue;
      const data = { title: titleOf(code) };
      if (!content.isWritten) {
        const field = describingField(response, code);
        if (field !== undefined) report({ node: response.node, messageId: "described", data: { ...data, field } });
        continue;
      }
      if (outcome === "throws" || content.shape === "redirect" || isFailureOfAnother(response, code)) continue;
      report({ node: response.node, messageId: messageFor[outcome], data, cures: curesFor(response, code) });
    }
  },
});

const messageFor = { "sends": "sent", "drops-content": "dropped", "refuses-content": "refused", "loses-content": "lost" } as const;

/** 1xx allow no content either, but are wrong as a final answer already. */
const isBodyless = ({ origin, codes }: Response["status"]): boolean =>
  origin !== "dynamic" && codes.every((code) => classOf(code) !== "informational" && forbidsContent(code));

/** A failure under a success is a fault of the status, whether its content arrives or not. */
const isFailureOfAnother = ({ content, onFailure }: Response, code: number): boolean =>
  classOf(code) === "success" && content.failure !== undefined && (content.failure.certainty === "strong" || onFailure !== undefined);

/** What 304 says of a content is about another answer. A length of 0 is no lie, and some clients wait without it. */
function describingField({ fields }: Response, code: number): string | undefined {
  if (code === 304) return undefined;
  if (code === 204 && fields.has("transfer-encoding")) return "Transfer-Encoding";
  const length = fields.get("content-length");
  return typeof length === "string" && Number(length) !== 0 ? "Content-Length" : undefined;
}

function curesFor(response: Response, code: number): Cure<MessageId>[] {
  const { content, outcome } = response;
  const remove = (tier: Cure<MessageId>["tier"]): Cure<MessageId> => ({ tier, messageId: "remove", edits: response.say({ content: "none" }) });
  const answer = answering(200, response, "choice");
  const leavesNoTrace = outcome === "drops-content" && !content.shapesFields;
  const isRefused = outcome === "refuses-content" || outcome === "loses-content";
  if (code === 304) return [remove(leavesNoTrace ? "safe" : isRefused ? "evident" : "choice")];
  // Today it fails; what was meant is the status that is written.
  if (isRefused) return [remove("evident"), answer];
  if (leavesNoTrace) return [remove("safe"), answer];
  if (content.isBlank) return [remove("evident")];
  // What was only done needs no words; what was asked for does.
  return content.shape === "acknowledgement" && code !== 205 ? [remove("choice"), answer] : [answer, remove("choice")];
}
