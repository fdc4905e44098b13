/** The only rule factory: it hands every rule the file's model and turns tiers of change into fixes and suggestions. */
import type { JSONSchema, TSESLint, TSESTree } from "@typescript-eslint/utils";
import { exchangesIn } from "./exchange/exchanges-in.ts";
import type { Edit, Exchange, Model, Response } from "./exchange/model.ts";
import { classOf, forbidsContent, titleOf } from "./http/status.ts";
import { settingsOf } from "./settings.ts";
import type { Conventions } from "./settings.ts";

/**
 * What a change does on the wire. safe: the same bytes. evident: exactly one change follows from strong evidence.
 * choice: more than one would do, or the evidence is weak.
 */
export type Tier = "safe" | "evident" | "choice";

export type Preset = "recommended" | "strict" | "client" | "tests" | "style" | "rfc";

export interface RuleDocs<Options> {
  readonly description: string;
  /** Each config that the rule belongs to, with the options it sets there. */
  readonly presets: Readonly<Partial<Record<Preset, Partial<Options>>>>;
  /** The options of the `all` config: the rule at its widest. */
  readonly widest?: Partial<Options>;
  /** The tiers of change that the rule offers, the safest first. */
  readonly fixes: readonly Tier[];
  /** The codes that the rule speaks about, for the reference of status codes. */
  readonly codes: readonly number[];
}

/** One way to mend a report; a report lists the likeliest first. */
export interface Cure<MessageId extends string> {
  readonly tier: Tier;
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  /** What `response.say` returned; a cure that cannot be written is left out. */
  readonly edits: readonly Edit[] | undefined;
}

export interface RuleReport<MessageId extends string> {
  readonly node: TSESTree.Node;
  readonly messageId: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly cures?: readonly Cure<MessageId>[];
}

export interface RuleDefinition<Options extends object, MessageId extends string> {
  /** The file's name, the page's name and the rule's id. */
  readonly name: string;
  readonly type: "problem" | "suggestion" | "layout";
  readonly docs: RuleDocs<Options>;
  /** One JSON schema for each option; each has a description. */
  readonly options?: Readonly<Record<keyof Options & string, JSONSchema.JSONSchema4>>;
  readonly defaultOptions: Options;
  readonly messages: Readonly<Record<MessageId, string>>;
  readonly check: (
    exchange: Exchange,
    report: (report: RuleReport<MessageId>) => void,
    house: { readonly options: Options; readonly conventions: Conventions },
  ) => void;
  /** What the file tells beside its exchanges. */
  readonly checkBeside?: (model: Model, report: (report: RuleReport<MessageId>) => void) => void;
}

export interface DefinedRule {
  readonly name: string;
  readonly meta: {
    readonly type: "problem" | "suggestion" | "layout";
    readonly docs: RuleDocs<object> & { readonly url: string };
    readonly fixable?: "code";
    readonly hasSuggestions: boolean;
    readonly schema: readonly JSONSchema.JSONSchema4[];
    readonly defaultOptions: readonly [object];
    readonly messages: Readonly<Record<string, string>>;
  };
  readonly create: (context: Readonly<TSESLint.RuleContext<string, readonly [object]>>) => TSESLint.RuleListener;
}

const pages = "https://github.com/eslint-plugin-http-status/eslint-plugin-http-status/blob/main/docs/rules";

/** Defines a rule; see CONTRIBUTING.md for the recipe. */
export function defineRule<Options extends object, MessageId extends string>(
  definition: RuleDefinition<Options, MessageId>,
): DefinedRule {
  const { name, type, docs, options = {}, defaultOptions, messages, check, checkBeside } = definition;
  const changesOnFix = docs.fixes.includes("safe") || docs.fixes.includes("evident");
  return {
    name,
    meta: {
      type,
      docs: { ...docs, url: `${pages}/${name}.md` },
      ...(changesOnFix && { fixable: "code" as const }),
      hasSuggestions: docs.fixes.some((tier) => tier !== "safe"),
      schema: [{ type: "object", properties: options, additionalProperties: false }],
      defaultOptions: [defaultOptions],
      messages,
    },
    create(context) {
      // Reads the settings too, so that a misspelt one fails in every file.
      const model = exchangesIn(context);
      if (model.exchanges.length === 0 && model.dropped.length === 0) return {};
      const { fix, conventions } = settingsOf(context.settings);
      const house = { options: { ...defaultOptions, ...context.options[0] }, conventions };
      // A response that several methods share is one fault, not one for each method.
      const reports = new Map<TSESTree.Node, RuleReport<MessageId>>();
      const report = (one: RuleReport<MessageId>): void => {
        if (!reports.has(one.node)) reports.set(one.node, one);
      };
      for (const exchange of model.exchanges) check(exchange, report, house);
      checkBeside?.(model, report);
      // A listener costs in each file, and most rules have nothing to say.
      if (reports.size === 0) return {};
      return {
        Program() {
          for (const report of reports.values()) context.report(descriptorOf(report, fix));
        },
      };
    },
  };
}

function descriptorOf<MessageId extends string>(
  { node, messageId, data, cures = [] }: RuleReport<MessageId>,
  fix: "safe" | "evident",
): TSESLint.ReportDescriptor<string> {
  const written = cures.flatMap((cure) => (cure.edits === undefined ? [] : [{ ...cure, edits: cure.edits }]));
  const applied = written.find(({ tier }) => tier === "safe" || (tier === "evident" && fix === "evident"));
  const suggested = written.filter((cure) => cure !== applied && cure.tier !== "safe");
  return {
    node,
    messageId,
    ...(data && { data }),
    ...(applied && { fix: (fixer) => fixesOf(fixer, applied.edits) }),
    // An evident change that `--fix` makes needs no other offers beside it.
    suggest: applied ? [] : suggested.map((cure) => ({
      messageId: cure.messageId,
      ...(cure.data && { data: cure.data }),
      fix: (fixer: TSESLint.RuleFixer) => fixesOf(fixer, cure.edits),
    })),
  };
}

/** No request gets the response: it is given for want of a parameter that each known route has. */
export const isNeverGiven = ({ because: { lacks } }: Response, { parameters }: Exchange): boolean => lacks !== undefined && parameters.has(lacks);

/** The cure that leaves all but the status as it is. */
export const answering = (code: number, response: Response, tier: Tier): Cure<"answer"> =>
  ({ tier, messageId: "answer", data: { title: titleOf(code) }, edits: response.say({ status: code }) });

/** A longer list would not be read. */
const mostCures = 3;

/** The cures of a failure. It has no place in a success, and where a code forbids content it goes with it, which is never evident. */
export const answeringFailure = (codes: readonly number[], response: Response, tier: Tier): Cure<"answer">[] =>
  codes.filter((code) => forbidsContent(code) || classOf(code) !== "success").slice(0, mostCures).map((code) => ({
    ...answering(code, response, tier),
    ...(forbidsContent(code) && { tier: "choice", edits: response.say({ status: code, content: "none" }) }),
  }));

const fixesOf = (fixer: TSESLint.RuleFixer, edits: readonly Edit[]): TSESLint.RuleFix[] =>
  edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text));
