import { answering, defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { classOf, titleOf } from "../http/status.ts";

interface Options {
  /** Report successes that only the words of the content tell. */
  readonly checkWords: boolean;
}

type MessageId = "success" | "answer";

/** What was taken away may be the reason of these: “Session cleared”, “Post deleted”. */
const ofWhatIsGone = new Set([401, 404, 410]);

export const rule = defineRule<Options, MessageId>({
  name: "no-success-in-error",
  type: "problem",
  docs: {
    description: "Disallow a success in a response that says failure",
    presets: { recommended: {}, strict: { checkWords: true } },
    widest: { checkWords: true },
    fixes: ["choice"],
    codes: [200, 201, 400, 500],
  },
  options: {
    checkWords: { type: "boolean", description: "Whether to report successes that only the words of the content tell." },
  },
  defaultOptions: { checkWords: false },
  messages: {
    success: "Clients read {{title}} as a failure, but the content tells a success: {{success}}.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    for (const response of exchange.responses) {
      const { status: { code }, content: { success, shape } } = response;
      if (!isFailure(code) || !success || response.isCommitted || response.thrown) continue;
      // A word with several statuses may choose its content by the same condition under another name.
      if (exchange.responses.some(({ word, status }) => word === response.word && !isFailure(status.code))) continue;
      // What is there already may be as good as done, and an empty list is a success with the wrong status.
      if (response.because.kind === "duplicate" || (code === 404 && shape === "collection")) continue;
      if (success.certainty === "weak" && !(options.checkWords && isDone(response, code))) continue;
      report({
        node: response.node,
        messageId: "success",
        data: { title: titleOf(code), success: success.quote },
        cures: curesFor(response, exchange),
      });
    }
  },
});

const isFailure = (code: number | undefined): code is number => code !== undefined && ["client-error", "server-error"].includes(classOf(code) ?? "");

/** The words tell what the request did, not why it was refused: “Order completed” after a guard. */
const isDone = ({ onFailure }: Response, code: number): boolean => onFailure !== "guard" && !ofWhatIsGone.has(code);

/** Another status, unless the branch or the words tell a failure: there the content is wrong, and only its author knows how. */
function curesFor(response: Response, { method, role }: Exchange): Cure<MessageId>[] {
  const { onFailure, because, content, shows } = response;
  const isForFailures = role === "error-handler" || role === "not-found";
  if (isForFailures || onFailure !== undefined || because.kind !== "none" || content.failure) return [];
  const codes = method === "POST" && shows ? [201, 200] : [200];
  return codes.map((code) => answering(code, response, "choice"));
}
