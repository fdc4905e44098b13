import { defineRule, isNeverGiven } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { classOf, codeNamed, plainName, titleOf } from "../http/status.ts";

interface Options {
  /** Report other client errors too, and those of which no guard tells the reason. */
  readonly checkClientErrors: boolean;
  /** Report an answer that the description of its route explains. */
  readonly checkDeclared: boolean;
}

type MessageId = "empty" | "vague";

/** Codes for input that the client can mend. */
const ofInput = new Set([400, 422]);

/** Some hide the details on purpose, of others the status or a field tells all. */
const tellingNoMore = new Set([401, 403, 404, 405, 407, 410, 416, 426]);

/** Callers that are programs, and the answers of sessions, in which each detail helps an attacker. */
const silent = new Set(["webhook", "job", "rpc", "graphql", "health", "session"]);

/** Handlers whose answers an attacker would like to read, by their names and routes. */
const guarded = /auth(?!ors?\b)|login|password|token|confirm|verif|resend|otp\b/i;

/** Words that say no more than the status, as plain names. */
const vague = new Set(["error", "fail", "failed", "failure", "invalid", "invalidrequest", "requestfailed"]);

export const rule = defineRule<Options, MessageId>({
  name: "require-error-details",
  type: "suggestion",
  docs: {
    description: "Require that a 400 or 422 says what was wrong",
    presets: { recommended: {}, strict: { checkClientErrors: true } },
    widest: { checkClientErrors: true, checkDeclared: true },
    fixes: [],
    codes: [400, 406, 409, 422, 428, 429, 431, 451],
  },
  options: {
    checkClientErrors: { type: "boolean", description: "Whether to report other client errors too, and those of which no guard tells the reason." },
    checkDeclared: { type: "boolean", description: "Whether to report also where the description of the route declares the answer." },
  },
  defaultOptions: { checkClientErrors: false, checkDeclared: false },
  messages: {
    empty: "Clients cannot mend a request after {{title}} alone; the content can say what was wrong.",
    vague: "Clients learn no more from {{words}} than from {{title}}; the content can say what was wrong.",
  },

  check(exchange, report, { options }) {
    if (exchange.method === "HEAD" || (exchange.purpose !== undefined && silent.has(exchange.purpose))) return;
    const isGuarded = guarded.test(`${exchange.name ?? ""} ${exchange.route ?? ""}`);
    for (const response of exchange.responses) {
      const { status: { code }, content: { words } } = response;
      if (code === undefined || words === undefined || response.isCommitted) continue;
      if (exchange.declares.includes(code) && !options.checkDeclared) continue;
      if (isNeverGiven(response, exchange)) continue;
      // A phrase that names another status comes first.
      if (response.phrase && (codeNamed(response.phrase) ?? code) !== code) continue;
      // That a member is missing is no secret, even there.
      if (isGuarded && !(options.checkClientErrors && refusesInput(response, code) && response.because.codes.length === 1)) continue;
      if (!refusesInput(response, code) && !(options.checkClientErrors && mayExplain(response, code, exchange))) continue;
      if (!words.every((text) => isTitle(text, code) || (refusesInput(response, code) && vague.has(plainName(text))))) continue;
      const [first] = words;
      report({
        node: response.node,
        messageId: first === undefined ? "empty" : "vague",
        data: { title: titleOf(code), ...(first !== undefined && { words: JSON.stringify(first) }) },
      });
    }
  },
});

/** A guard tells that the input is invalid, and the status is the one for it; another one comes before details. */
const refusesInput = ({ because }: Response, code: number): boolean =>
  ofInput.has(code) && because.kind === "invalid" && because.certainty === "strong" && because.codes.includes(code);

/** A client error of an endpoint that nothing tells to be another one, which may be silent. */
const mayExplain = ({ because, onFailure }: Response, code: number, { role }: Exchange): boolean =>
  classOf(code) === "client-error" && !tellingNoMore.has(code) && role === "endpoint" && onFailure !== "caught"
  && ((because.kind === "none" && (because.perhaps?.includes(code) ?? true)) || because.codes[0] === code || (because.kind === "invalid" && because.codes.includes(code)));

/** Says nothing but the status itself, as a number or by its title. */
const isTitle = (text: string, code: number): boolean => /^\s*(?:\d{3})?\s*$/.test(text) || codeNamed(text.replace(/^\d{3}\b/, "")) === code;
