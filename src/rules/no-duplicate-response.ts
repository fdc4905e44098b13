import { defineRule, isNeverGiven } from "../define-rule.ts";
import type { Exchange } from "../exchange/model.ts";
import type { Repetition } from "../exchange/courses/courses.ts";

interface Options {
  /** Report what the code does on purpose: an answered request is handed on, or one that was handed on is answered. */
  readonly checkHandingOn: boolean;
}

type MessageId = "answered" | "passed" | "taken" | "handed" | "end" | "drop";

export const rule = defineRule<Options, MessageId>({
  name: "no-duplicate-response",
  type: "problem",
  docs: {
    description: "Disallow a second response, or handing a request on, after the response on the same path",
    presets: { recommended: {}, strict: { checkHandingOn: true } },
    widest: { checkHandingOn: true },
    fixes: ["choice"],
    codes: [],
  },
  options: {
    checkHandingOn: { type: "boolean", description: "Whether to report also where each request that is answered is handed on, or the other way round." },
  },
  defaultOptions: { checkHandingOn: false },
  messages: {
    answered: "The response leaves here, yet the path goes on; line {{line}} would fail to answer again.",
    passed: "The response leaves here, yet the path goes on; line {{line}} would hand the request on.",
    taken: "The request is handed on here, yet the path goes on; line {{line}} would answer it too.",
    handed: "The request is handed on here, yet the path goes on; line {{line}} would hand it on again.",
    end: "End the path here.",
    drop: "Take line {{line}} away.",
  },

  check(exchange, report, { options }) {
    for (const repetition of exchange.repetitions) {
      if ((!isFault(repetition) && !options.checkHandingOn) || isNeverSpent(repetition, exchange)) continue;
      const { node, isMeant } = repetition;
      const data = { line: linesOf(repetition) };
      report({
        node,
        messageId: messageFor(repetition),
        data,
        cures: [
          ...(isMeant ? [{ tier: "choice" as const, messageId: "end" as const, edits: repetition.endPath() }] : []),
          ...(isMeant ? [] : [{ tier: "choice" as const, messageId: "drop" as const, data, edits: repetition.dropSecond() }]),
        ],
      });
    }
  },
});

/** A path that was to end, or a second answer. A handler that does something after the next one may mean it. */
const isFault = ({ isMeant, first, second }: Repetition): boolean => isMeant || (second === "answers" && first !== "passes");

const isNeverSpent = ({ node }: Repetition, exchange: Exchange): boolean =>
  exchange.responses.some((response) => response.node === node && isNeverGiven(response, exchange));

/** `57`, `57 or 61`: which one it is depends on what is found on the way. */
function linesOf({ again, againElsewhere }: Repetition): string {
  const lines = [...new Set([again, ...againElsewhere].map(({ loc }) => loc.start.line))].sort((a, b) => a - b);
  return new Intl.ListFormat("en", { type: "disjunction" }).format(lines.map(String));
}

function messageFor({ first, second }: Repetition): MessageId {
  if (first === "answers") return second === "answers" ? "answered" : "passed";
  return second === "answers" ? "taken" : "handed";
}
