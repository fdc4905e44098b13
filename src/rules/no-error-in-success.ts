import { answeringFailure, defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { classOf, titleOf } from "../http/status.ts";

interface Options {
  /** Report failures that only the words of the content tell. */
  readonly checkWords: boolean;
  /** Report content of another server of which nobody asks whether it is an error. */
  readonly checkRelayed: boolean;
}

type MessageId = "failure" | "unset" | "relayed" | "answer";

/** Uses of HTTP in which a 2xx says that the message arrived, not that all went well. */
const acknowledging = new Set(["webhook", "job", "graphql", "rpc", "batch", "validation"]);

/** What a failure may be when the code tells no more than that. */
const likely = [400, 404, 500];

export const rule = defineRule<Options, MessageId>({
  name: "no-error-in-success",
  type: "problem",
  docs: {
    description: "Disallow a failure in a response that says success",
    presets: { recommended: {}, strict: { checkWords: true, checkRelayed: true } },
    widest: { checkWords: true, checkRelayed: true },
    fixes: ["evident", "choice"],
    codes: [200, 201, 202, 204],
  },
  options: {
    checkWords: { type: "boolean", description: "Whether to report failures that only the words of the content tell." },
    checkRelayed: { type: "boolean", description: "Whether to report content of another server of which nobody asks whether it is an error." },
  },
  defaultOptions: { checkWords: false, checkRelayed: false },
  messages: {
    failure: "Clients read {{title}} as success, but the content tells a failure: {{failure}}.",
    unset: "This {{role}} sets no status, so clients read its failure as {{title}}.",
    relayed: "Clients get {{title}} even if the other server answers with an error; its status is never asked.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    if (exchange.purpose !== undefined && acknowledging.has(exchange.purpose)) return;
    for (const response of exchange.responses) {
      const { status } = response;
      // Whoever answers an error is the one to be told.
      if (response.thrown) continue;
      if (status.code === undefined || classOf(status.code) !== "success" || status.code === 207 || response.isCommitted) continue;
      if (options.checkRelayed && response.isRelayed()) report({ node: response.node, messageId: "relayed", data: { title: titleOf(status.code) } });
      const failure = failureIn(response, exchange, options);
      if (failure === undefined) continue;
      report({
        node: response.node,
        messageId: isCatchAll(exchange) && status.origin === "default" ? "unset" : "failure",
        data: { title: titleOf(status.code), failure, role: exchange.role === "not-found" ? "not-found handler" : "error handler" },
        cures: curesFor(response, exchange),
      });
    }
  },
});

/** The words of the code that tell the failure, if it is told clearly enough. */
function failureIn({ content, because, onFailure, status, outcome }: Response, { role, inheritsStatus }: Exchange, options: Options): string | undefined {
  const { failure } = content;
  // Words that never reach the client are another fault.
  const checkWords = options.checkWords && outcome !== "drops-content";
  if (isInherited(status, role, inheritsStatus)) return undefined;
  if (failure?.certainty === "strong") return failure.quote;
  // The branch and the words together leave no doubt.
  if (failure && (onFailure !== undefined || because.kind !== "none") && (checkWords || onFailure !== undefined)) return failure.quote;
  if (failure && checkWords) return failure.quote;
  if (status.origin !== "default" || inheritsStatus) return undefined;
  if (role === "not-found") return failure?.quote;
  const isAnswer = content.shape === "acknowledgement" || content.shape === "failure" || content.shape === "page";
  return role === "error-handler" && isAnswer ? failure?.quote ?? "an error handler" : undefined;
}

const isCatchAll = ({ role }: Exchange): boolean => role === "error-handler" || role === "not-found";

/** A handler that errors reach answers with the status that the one before it set. */
const isInherited = ({ origin }: Response["status"], role: Exchange["role"], inheritsStatus: boolean): boolean =>
  inheritsStatus && origin === "default" && role === "error-handler";

function curesFor(response: Response, { role }: Exchange): Cure<MessageId>[] {
  const { because, content, status } = response;
  // Some of what may be caught deserves another answer: somebody has to ask which error it was.
  if (because.kind === "unexpected" && because.perhaps) return [];
  const codes = because.codes.length > 0 ? because.codes : role === "error-handler" ? [500] : role === "not-found" ? [404] : because.perhaps ?? likely;
  const isTold = content.failure?.certainty === "strong" || role === "not-found";
  // Another file may have set a status before it handed the error on.
  const isInherited = role === "error-handler" && status.origin === "default";
  const isOnly = codes.length === 1 && codes !== because.perhaps && isTold && !isInherited;
  return answeringFailure(codes, response, isOnly ? "evident" : "choice");
}
