import { defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { BorrowedStatus } from "../exchange/model.ts";
import { titleOf } from "../http/status.ts";

interface Options {
  /** Report a `code` of an error in the place of a status. */
  readonly checkCodes: boolean;
  /** Report the statuses of errors that the handler was given. */
  readonly checkGivenErrors: boolean;
}

type MessageId = "absent" | "code" | "success" | "fallback" | "status";

export const rule = defineRule<Options, MessageId>({
  name: "no-unsafe-status",
  type: "problem",
  docs: {
    description: "Disallow a status that is taken from an error without a fallback, or with a success as fallback",
    presets: { recommended: {}, strict: { checkCodes: true, checkGivenErrors: true } },
    widest: { checkCodes: true, checkGivenErrors: true },
    fixes: ["choice"],
    codes: [500],
  },
  options: {
    checkCodes: { type: "boolean", description: "Whether to report also the `code` of an error in the place of a status." },
    checkGivenErrors: { type: "boolean", description: "Whether to report also errors that the handler was given, which others may have prepared." },
  },
  defaultOptions: { checkCodes: false, checkGivenErrors: false },
  messages: {
    absent: "An error that bears no status makes this throw, so clients never get this answer.",
    code: "The code of an error may be a word such as ENOENT, which throws in the place of a status.",
    success: "Clients read an error that bears no status as a success, because the fallback is one.",
    fallback: "Fall back to {{title}}.",
    status: "Read the status of the error, and fall back to {{title}}.",
  },

  check(exchange, report, { options }) {
    for (const { borrowed, isCommitted } of exchange.responses) {
      if (!borrowed || isCommitted) continue;
      if (!borrowed.isCaught && !options.checkGivenErrors) continue;
      if (borrowed.kind === "code" && !options.checkCodes) continue;
      report({ node: borrowed.node, messageId: borrowed.kind === "status" ? "absent" : borrowed.kind, cures: [curing(borrowed)] });
    }
  },
});

/** What nobody expected is a 500. */
const curing = (borrowed: BorrowedStatus): Cure<MessageId> =>
  ({ tier: "choice", messageId: borrowed.kind === "code" ? "status" : "fallback", data: { title: titleOf(500) }, edits: borrowed.replace(500) });
