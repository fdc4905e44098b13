/** The factory of rules that hold the status of a failure against what happened. */
import { answeringFailure, defineRule } from "./define-rule.ts";
import type { DefinedRule, RuleDocs, Tier } from "./define-rule.ts";
import type { Certainty, CircumstanceKind, Exchange, Purpose, Response } from "./exchange/model.ts";
import { isMisnamed } from "./http/misnomers.ts";
import { classOf, titleOf } from "./http/status.ts";
import type { Conventions } from "./settings.ts";

/** A circumstance that the rule owns. Its codes come with the model; here stands which others are wrong for it. */
export interface Subject<Option extends string> {
  readonly kind: CircumstanceKind;
  /** The id of the message, where the kind is none. */
  readonly id?: string;
  /** Where the subject stands for others of its kind. */
  readonly isMeant?: (exchange: Exchange, conventions: Conventions) => boolean;
  /** The message, which gets the titles of the code that is answered and of the one that fits. */
  readonly message: string;
  /** Codes for which nobody would argue. Others are left alone, and so are the circumstance's own. */
  readonly wrong: readonly number[];
  /** The code that is wrong only under a convention other than the default. */
  readonly unlessConventional?: (conventions: Conventions) => number | undefined;
  /** Whether the words of a catch clause count as words. */
  readonly inCatch?: true;
  /** The option without which the circumstance is left alone. */
  readonly option?: Option;
  /** `certainty` is that of the circumstance, or weak where it is doubtful. */
  readonly isExempt?: (exchange: Exchange, response: Response, certainty: Certainty) => boolean;
  /** Whether the guard proves as little as words do. */
  readonly isDoubtful?: (exchange: Exchange, response: Response) => boolean;
}

interface StatusRule<Option extends string> {
  readonly name: string;
  readonly docs: Pick<RuleDocs<object>, "description" | "codes">;
  /** What each option of the rule checks beside `checkWords`; strict sets all of them. */
  readonly options?: Readonly<Record<Option, string>>;
  readonly subjects: readonly Subject<Option>[];
  /** A success that also comes where another answer was due. */
  readonly overlooked?: {
    readonly id: string;
    readonly message: string;
    readonly option: Option;
    readonly right: number;
    readonly isMeant: (exchange: Exchange, response: Response) => boolean;
  };
}

/** Uses of HTTP in which a status tells of the transport, not of what happened. A batch that fails as a whole tells why, like any other. */
export const otherwiseAgreed: ReadonlySet<Purpose> = new Set(["webhook", "job", "graphql", "rpc", "health"]);

export function defineStatusRule<Option extends string = never>({ name, docs, options, subjects, overlooked }: StatusRule<Option>): DefinedRule {
  const described: Record<string, string> = { checkWords: "Whether to report what only the words of the content tell.", ...options };
  const names = Object.keys(described);
  const all = (value: boolean) => Object.fromEntries(names.map((option) => [option, value])) as Record<string, boolean>;
  return defineRule<Record<string, boolean>, string>({
    name,
    type: "suggestion",
    docs: { ...docs, presets: { recommended: {}, strict: all(true) }, widest: all(true), fixes: ["evident", "choice"] },
    options: Object.fromEntries(names.map((option) => [option, { type: "boolean" as const, description: described[option] ?? "" }])),
    defaultOptions: all(false),
    messages: { ...Object.fromEntries(subjects.map(({ kind, id = kind, message }) => [id, message])), ...(overlooked && { [overlooked.id]: overlooked.message }), answer: "Answer {{title}}." },

    check(exchange, report, { options: chosen, conventions }) {
      if (exchange.role === "error-handler" || (exchange.purpose && otherwiseAgreed.has(exchange.purpose))) return;
      for (const response of exchange.responses) {
        const { because: { kind, codes, error }, status: { code }, isCommitted } = response;
        if (overlooked && code !== undefined && classOf(code) === "success" && chosen[overlooked.option] === true && overlooked.isMeant(exchange, response)) {
          report({ node: response.node, messageId: overlooked.id, data: { title: titleOf(code), right: titleOf(overlooked.right) } });
        }
        const subject = subjects.find((one) => one.kind === kind && (one.isMeant?.(exchange, conventions) ?? true));
        const [right] = codes;
        // What a known error deserves is another question.
        if (!subject || error || code === undefined || right === undefined || codes.includes(code) || isCommitted) continue;
        if (!subject.wrong.includes(code) && subject.unlessConventional?.(conventions) !== code) continue;
        if (subject.option !== undefined && chosen[subject.option] !== true) continue;
        // What a caught error means is another question.
        if (response.onFailure === "caught" && subject.inCatch !== true) continue;
        const certainty = subject.isDoubtful?.(exchange, response) ? "weak" : response.because.certainty;
        // A message that is the title of another status is a fault of its own.
        if (certainty === "weak" && (chosen["checkWords"] !== true || isMisnamed(code, response.content.names))) continue;
        if (subject.isExempt?.(exchange, response, certainty)) continue;
        // Whoever answers the error forgets the status that it carries: a fault of theirs.
        if (response.thrown?.carries.some((carried) => codes.includes(carried))) continue;
        const tier: Tier = certainty === "strong" && codes.length === 1 ? "evident" : "choice";
        report({
          node: response.node,
          messageId: subject.id ?? kind,
          data: { title: titleOf(code), right: titleOf(right) },
          cures: answeringFailure(codes, response, tier),
        });
      }
    },
  });
}
