import { defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { classOf, titleOf } from "../http/status.ts";

interface Options {
  /** Report failures that only the words of the content tell. */
  readonly checkWords: boolean;
}

type MessageId = "failure" | "unset" | "answer";

/** Uses of HTTP in which a 2xx says that the message arrived, not that all went well. */
const acknowledging = new Set(["webhook", "job", "graphql", "rpc", "batch", "validation"]);

/** What a failure may be when the code tells no more than that. */
const likely = [400, 404, 500];

export const rule = defineRule<Options, MessageId>({
  name: "no-error-in-success",
  type: "problem",
  docs: {
    description: "Disallow a failure in a response that says success",
    presets: { recommended: {}, strict: { checkWords: true } },
    widest: { checkWords: true },
    fixes: ["evident", "choice"],
  },
  options: {
    checkWords: { type: "boolean", description: "Whether to report failures that only the words of the content tell." },
  },
  defaultOptions: { checkWords: false },
  messages: {
    failure: "Clients read {{title}} as success, but the content tells a failure: {{failure}}.",
    unset: "This {{role}} sets no status, so clients read its failure as {{title}}.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    if (exchange.purpose !== undefined && acknowledging.has(exchange.purpose)) return;
    for (const response of exchange.responses) {
      const { status, content, because } = response;
      if (status.code === undefined || classOf(status.code) !== "success" || status.code === 207) continue;
      const failure = failureIn(response, exchange, options);
      if (failure === undefined) continue;
      const isCatchAll = exchange.role === "error-handler" || exchange.role === "not-found";
      report({
        node: response.node,
        messageId: isCatchAll && status.origin === "default" ? "unset" : "failure",
        data: { title: titleOf(status.code), failure, role: exchange.role.replace("-", " ") },
        cures: curesFor(response, exchange, content.failure?.certainty === "strong" && because.codes.length === 1),
      });
    }
  },
});

/** The words of the code that tell the failure, if it is told clearly enough. */
function failureIn({ content, because, onFailure, status }: Response, { role }: Exchange, { checkWords }: Options): string | undefined {
  const { failure } = content;
  if (failure?.certainty === "strong") return failure.quote;
  // The branch and the words together leave no doubt.
  if (failure && (onFailure !== undefined || because.kind !== "none") && (checkWords || onFailure !== undefined)) return failure.quote;
  if (failure && checkWords) return failure.quote;
  const isAnswer = content.shape === "acknowledgement" || content.shape === "failure";
  return role === "error-handler" && status.origin === "default" && isAnswer ? content.failure?.quote ?? "an error handler" : undefined;
}

function curesFor(response: Response, { role, purpose }: Exchange, isEvident: boolean): Cure<MessageId>[] {
  // A login that does not know the user may say so, or answer as for a wrong password.
  const isLogin = purpose === "session" && response.because.kind === "missing";
  const told = isLogin ? [401, ...response.because.codes] : response.because.codes;
  const codes = told.length > 0 ? told : role === "error-handler" ? [500] : role === "not-found" ? [404] : likely;
  const isOnly = codes.length === 1 && (isEvident || told.length === 0) && !isLogin;
  return codes.map((code): Cure<MessageId> => ({
    tier: isOnly ? "evident" : "choice",
    messageId: "answer",
    data: { title: titleOf(code) },
    edits: response.say({ status: code }),
  }));
}
