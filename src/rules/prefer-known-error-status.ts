import { answeringFailure, defineRule } from "../define-rule.ts";
import { otherwiseAgreed } from "../define-status-rule.ts";
import type { CircumstanceKind, Exchange, Response } from "../exchange/model.ts";
import { classOf, titleOf } from "../http/status.ts";

interface Options {
  /** Report a client error too, where another one tells what happened. */
  readonly checkClientErrors: boolean;
}

type MessageId = "server" | "client" | "other" | "answer";

/** Client errors that are wrong for what a known error tells; others may be meant. */
const mistaken: Readonly<Partial<Record<CircumstanceKind, readonly number[]>>> = {
  invalid: [400, 401, 403, 409],
  duplicate: [400, 401, 403, 404, 406],
  missing: [400, 422],
  unauthenticated: [400, 407, 409, 422],
  forbidden: [400, 407, 409, 422],
  limited: [400, 401, 403, 404, 409, 422],
};

/** What blames the client, for something that happened behind the server. */
const ofClient = [400, 401, 403, 404, 408, 409, 422];

export const rule = defineRule<Options, MessageId>({
  name: "prefer-known-error-status",
  type: "suggestion",
  docs: {
    description: "Prefer the status that a known error of a library tells",
    presets: { recommended: {}, strict: { checkClientErrors: true } },
    widest: { checkClientErrors: true },
    fixes: ["evident", "choice"],
    codes: [400, 401, 404, 409, 413, 415, 422, 500, 502, 503, 504],
  },
  options: {
    checkClientErrors: { type: "boolean", description: "Whether to report a client error too, where another one tells what happened." },
  },
  defaultOptions: { checkClientErrors: false },
  messages: {
    server: "Clients send the same again after {{title}}, but {{quote}} tells that they must not.",
    client: "Clients look for a fault of theirs after {{title}}, but {{quote}} tells of none.",
    other: "Clients cannot tell from {{title}} what {{quote}} tells; {{right}} says it.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report, { options }) {
    if (exchange.purpose !== undefined && otherwiseAgreed.has(exchange.purpose)) return;
    for (const response of exchange.responses) {
      const { because: { codes, quote }, status: { code }, content, node, isCommitted } = response;
      const [right] = codes;
      if (code === undefined || right === undefined || codes.includes(code) || isCommitted || content.success) continue;
      const messageId = faultOf(code, response, exchange, options);
      if (messageId === undefined) continue;
      report({
        node,
        messageId,
        data: { title: titleOf(code), quote, ...(messageId === "other" && { right: titleOf(right) }) },
        // A server that is out of reach may be told by 500 as well.
        cures: answeringFailure(codes, response, codes.length === 1 && messageId !== "client" ? "evident" : "choice"),
      });
    }
  },
});

function faultOf(code: number, { because: { kind, error }, attempt }: Response, exchange: Exchange, { checkClientErrors }: Options): MessageId | undefined {
  if (!error) return undefined;
  if (kind === "upstream") return ofClient.includes(code) && (error.isSure || attempt?.isServersOwn === true) ? "client" : undefined;
  const wrong = mistaken[kind];
  if (!wrong || !error.isSure || (kind === "unauthenticated" && exchange.role !== "middleware" && isAboutLink(exchange))) return undefined;
  if (code === 500) return "server";
  return checkClientErrors && classOf(code) === "client-error" && wrong.includes(code) ? "other" : undefined;
}

/** The token of a link is the subject of the request, no credential. */
const isAboutLink = ({ route, name }: Exchange): boolean => /reset|forgot|invit|verif|activat|confirm|unsubscrib/i.test(`${route ?? ""} ${name ?? ""}`);
