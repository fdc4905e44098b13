import { defineRule } from "../define-rule.ts";
import type { ErrorPart, Exchange, Response } from "../exchange/model.ts";
import { isMisnamed } from "../http/misnomers.ts";
import { classOf, titleOf } from "../http/status.ts";

interface Options {
  /** Report the message of an error too. */
  readonly checkMessages: boolean;
}

/** Callers that belong to the house. */
const internal = new Set(["health", "job"]);

export const rule = defineRule<Options, ErrorPart>({
  name: "no-error-leak",
  type: "problem",
  docs: {
    description: "Disallow the stack of an error in any response, and the error itself in a 5xx",
    presets: { recommended: {}, strict: { checkMessages: true } },
    widest: { checkMessages: true },
    fixes: [],
    codes: [500],
  },
  options: {
    checkMessages: { type: "boolean", description: "Whether to report the message of an error in a 5xx." },
  },
  defaultOptions: { checkMessages: false },
  messages: {
    stack: "Clients read paths and names of the source in a stack, but {{quote}} is meant for the log.",
    error: "Clients read all that a library noted in its error, but {{quote}} is meant for the log.",
    message: "Clients of {{title}} read what {{quote}} says, which nobody wrote for them.",
  },

  check(exchange, report, { options }) {
    if (exchange.purpose !== undefined && internal.has(exchange.purpose)) return;
    for (const response of exchange.responses) {
      const { content: { exposes }, node } = response;
      if (!exposes || response.isCommitted || isOwnedElsewhere(response) || !isLeak(exposes.part, response, exchange, options)) continue;
      report({ node, messageId: exposes.part, data: { quote: exposes.quote, ...(exposes.part === "message" && { title: titleOf(response.status.code ?? 500) }) } });
    }
  },
});

/** A stack is for nobody; the rest may explain a client's own fault. */
function isLeak(part: ErrorPart, { status: { code, origin } }: Response, { inheritsStatus }: Exchange, { checkMessages }: Options): boolean {
  if (part === "stack") return code === undefined || (classOf(code) !== "success" && !(inheritsStatus && origin === "default"));
  return code !== undefined && classOf(code) === "server-error" && (part === "error" || checkMessages);
}

/** The status or the words are wrong, which comes first. */
const isOwnedElsewhere = ({ because: { kind, codes }, status: { code }, content }: Response): boolean =>
  content.success !== undefined || isMisnamed(code, content.names)
  || (code !== undefined && kind !== "unexpected" && codes.length > 0 && !codes.includes(code));
