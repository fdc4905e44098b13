import { defineRule } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { titleOf } from "../http/status.ts";

interface Options {
  /** Report a 405 whose methods the code does not tell. */
  readonly checkUntold: boolean;
}

type MessageId = "missing" | "omits" | "lists" | "set";

export const rule = defineRule<Options, MessageId>({
  name: "require-allow",
  type: "problem",
  docs: {
    description: "Require Allow in each 405 Method Not Allowed, with the methods that work",
    presets: { recommended: {}, strict: { checkUntold: true } },
    widest: { checkUntold: true },
    fixes: ["evident"],
    codes: [405],
  },
  options: {
    checkUntold: { type: "boolean", description: "Whether to report a 405 for which the code does not tell the methods that work." },
  },
  defaultOptions: { checkUntold: false },
  messages: {
    missing: "Clients that meet {{title}} need Allow to learn which methods work.",
    omits: "Clients learn from Allow which methods work, but it leaves out {{method}}.",
    lists: "Clients learn from Allow that {{method}} works, but this response refuses it.",
    set: "Set Allow to {{methods}}.",
  },

  check(exchange, report, { options }) {
    for (const response of exchange.responses) {
      if (response.status.code !== 405 || response.isCommitted) continue;
      const { fields, allows, node } = response;
      const allow = fields.get("allow");
      if (allow !== undefined) {
        const fault = allow === null ? undefined : faultOf(allow, response, exchange);
        if (fault) report({ node, ...fault });
        continue;
      }
      if (response.hasOpenFields || (allows.length === 0 && !options.checkUntold)) continue;
      const methods = allows.join(", ");
      report({
        node,
        messageId: "missing",
        data: { title: titleOf(405) },
        cures: allows.length === 0 ? [] : [{ tier: "evident", messageId: "set", data: { methods }, edits: response.say({ fields: { Allow: methods } }) }],
      });
    }
  },
});

/** What is wrong with a list that can be read. */
function faultOf(allow: string, { allows, isShared }: Response, { method }: Exchange): { messageId: MessageId; data: Record<string, string> } | undefined {
  const listed = allow.toUpperCase().split(",").map((name) => name.trim());
  const omitted = allows.find((name) => !listed.includes(name));
  if (omitted !== undefined) return { messageId: "omits", data: { method: omitted } };
  return method !== null && !isShared && listed.includes(method) ? { messageId: "lists", data: { method } } : undefined;
}
