import { answering, defineRule } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { isMisnamed } from "../http/misnomers.ts";
import { classOf, owesField, statusOf, titleOf } from "../http/status.ts";

interface Options {
  /** Report it also where the client sent something that may be at fault. */
  readonly checkInput: boolean;
}

type MessageId = "blanket" | "answer";

/** Callers that are programs, whose statuses tell whether to send again. */
const otherwiseAgreed = new Set(["webhook", "job", "rpc", "graphql", "health"]);

/** Who is asking was looked up, and is not known if that fails; these hide what went wrong on purpose. */
const ofCallers = new Set([401, 403, 407]);

export const rule = defineRule<Options, MessageId>({
  name: "no-blanket-client-error",
  type: "problem",
  docs: {
    description: "Disallow a client error for whatever was caught",
    presets: { recommended: {}, strict: { checkInput: true } },
    widest: { checkInput: true },
    fixes: ["choice"],
    codes: [400, 404, 409, 422, 500],
  },
  options: {
    checkInput: { type: "boolean", description: "Whether to report it also where something that the client sent may be at fault." },
  },
  defaultOptions: { checkInput: false },
  messages: {
    blanket: "Clients look for a fault of theirs after {{title}}, but {{quote}} may fail without one.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    if (exchange.purpose !== undefined && otherwiseAgreed.has(exchange.purpose)) return;
    for (const response of exchange.responses) {
      const { status: { code }, attempt, node } = response;
      if (code === undefined || !attempt || attempt.isAsked || !(attempt.isServersOwn || options.checkInput) || !isBlanket(response, code, exchange)) continue;
      report({ node, messageId: "blanket", data: { title: titleOf(code), quote: attempt.quote }, cures: [answering(500, response, "choice")] });
    }
  },
});

/** Nothing was asked about the error, and no words tell of the client. */
function isBlanket({ because, onFailure, content, isCommitted }: Response, code: number, { role, purpose }: Exchange): boolean {
  if (onFailure !== "caught" || because.kind !== "unexpected" || because.certainty !== "strong" || isCommitted) return false;
  if (classOf(code) !== "client-error" || statusOf(code)?.status !== "standard" || owesField(code)) return false;
  if (ofCallers.has(code) && (role !== "endpoint" || purpose === "session")) return false;
  return !content.success && content.exposes?.part !== "stack" && !isMisnamed(code, content.names);
}
