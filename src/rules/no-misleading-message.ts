import { answering, defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { isLoose, misnomerOf } from "../http/misnomers.ts";
import { classOf, codeNamed, forbidsContent, owesField, titleOf } from "../http/status.ts";

interface Options {
  /** Report “Unauthorized” with 403 and “Forbidden” with 401 too. */
  readonly checkRefusals: boolean;
}

type MessageId = "message" | "phrase" | "answer";

/** Protocols in which a name tells of the call, and the status of its transport. */
const otherwiseAgreed = new Set(["rpc", "graphql"]);

export const rule = defineRule<Options, MessageId>({
  name: "no-misleading-message",
  type: "problem",
  docs: {
    description: "Disallow a text that names another failure than the status tells",
    presets: { recommended: {}, strict: { checkRefusals: true } },
    widest: { checkRefusals: true },
    fixes: ["choice"],
    codes: [400, 401, 403, 404, 409, 422, 500],
  },
  options: {
    checkRefusals: { type: "boolean", description: "Whether to report \"Unauthorized\" with 403 and \"Forbidden\" with 401." },
  },
  defaultOptions: { checkRefusals: false },
  messages: {
    message: "Programs act on {{title}} while people read {{other}}, which the content names.",
    phrase: "Programs act on {{title}} while people read {{phrase}} beside it.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    if (exchange.purpose !== undefined && otherwiseAgreed.has(exchange.purpose)) return;
    for (const response of exchange.responses) {
      const { status: { code }, phrase, node } = response;
      if (code === undefined || response.isCommitted || owesField(code) || isOwnedElsewhere(response, code)) continue;
      const fits = response.because.codes.length === 0 || response.because.codes.includes(code);
      const named = misnomerOf(code, response.content.names);
      // A login or a right that is missing by its words alone is compared with the status by the rule about these.
      if (named !== undefined && (!isLoose(named, code) || (options.checkRefusals && fits))) {
        report({ node, messageId: "message", data: { title: titleOf(code), other: titleOf(named) }, cures: curesFor(named, response, code, exchange) });
        continue;
      }
      const said = phrase ? codeNamed(phrase) : undefined;
      if (!phrase || said === undefined || !fits || !contradicts(said, code, options)) continue;
      report({ node, messageId: "phrase", data: { title: titleOf(code), phrase: JSON.stringify(phrase) }, cures: curesFor(said, response, code, exchange) });
    }
  },
});

/** Another rule says that the status is wrong, or that the content tells the opposite of it. */
function isOwnedElsewhere({ because, content }: Response, code: number): boolean {
  if (classOf(code) === "success") return content.failure !== undefined || forbidsContent(code);
  if (content.success) return true;
  return because.certainty === "strong" && because.codes.length > 0 && !because.codes.includes(code);
}

/** A phrase may be a success of another kind, “OK” with 201. */
const contradicts = (said: number, code: number, { checkRefusals }: Options): boolean =>
  said !== code && !(classOf(said) === "success" && classOf(code) === "success") && (checkRefusals || !isLoose(said, code));

/** The status that the text names, unless the branch or the handler tells that the other one is right. */
function curesFor(named: number, response: Response, code: number, { role }: Exchange): Cure<MessageId>[] {
  const isRight = response.because.codes.includes(code) || role === "error-handler" || role === "not-found";
  return isRight || named < 400 ? [] : [answering(named, response, "choice")];
}
