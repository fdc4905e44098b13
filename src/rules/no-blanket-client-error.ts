import { answeringFailure, defineRule } from "../define-rule.ts";
import type { CircumstanceKind, Exchange, Response } from "../exchange/model.ts";
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

/** What words may tell that the status does not; who is asking has a rule of its own. */
const otherwiseTold = new Set<CircumstanceKind>(["missing", "duplicate"]);

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
      if (response.because.certainty === "weak" && !options.checkInput) continue;
      // What the client sent may be at fault as well: then no answer is right before somebody asks which error it was.
      const cures = attempt.isServersOwn ? answeringFailure(response.because.codes, response, "choice") : [];
      report({ node, messageId: "blanket", data: { title: titleOf(code), quote: attempt.quote }, cures });
    }
  },
});

/** Nothing was asked about the error, and no words tell of the client; or they tell of something that the status does not say either. */
function isBlanket({ because, onFailure, content, isCommitted }: Response, code: number, { role, purpose }: Exchange): boolean {
  if (onFailure !== "caught" || isCommitted) return false;
  const isOther = because.certainty === "weak" && otherwiseTold.has(because.kind) && because.codes.includes(500) && !because.codes.includes(code);
  if (!isOther && (because.kind !== "unexpected" || because.certainty !== "strong")) return false;
  if (classOf(code) !== "client-error" || statusOf(code)?.status !== "standard" || owesField(code)) return false;
  if (ofCallers.has(code) && (role !== "endpoint" || purpose === "session")) return false;
  return !content.success && content.exposes?.part !== "stack" && !isMisnamed(code, content.names);
}
