import { defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { MisplacedStatus } from "../exchange/courses/courses.ts";
import { titleOf } from "../http/status.ts";

type MessageId = "content" | "ignored" | "throws" | "old" | "dropped" | "put" | "drop" | "set";

export const rule = defineRule<object, MessageId>({
  name: "no-misplaced-status",
  type: "problem",
  docs: {
    description: "Disallow a status that stands where the framework reads none",
    presets: { recommended: {}, strict: {} },
    fixes: ["safe", "evident", "choice"],
    codes: [],
  },
  defaultOptions: {},
  messages: {
    content: "Clients do not get {{title}}, because this status is sent as content.",
    ignored: "Clients do not get {{title}}, because nothing reads this status.",
    throws: "Clients do not get {{title}}, because a status in this place throws.",
    old: "Clients get {{title}} in this version only, because the next one reads no status here.",
    dropped: "Clients get {{title}} whatever {{name}} says, because nothing here sets it as the status.",
    put: "Put it where it is read.",
    drop: "Take it away.",
    set: "Set {{name}} as the status.",
  },

  check({ misplaced }, report) {
    for (const status of misplaced) {
      const { node, code, becomes, isReadYet } = status;
      report({ node, messageId: isReadYet ? "old" : becomes, data: { title: titleOf(code) }, cures: [curing(status)] });
    }
  },

  checkBeside({ dropped }, report) {
    for (const status of dropped) {
      const { node, name, code, isEvident } = status;
      const cure: Cure<MessageId> = { tier: isEvident ? "evident" : "choice", messageId: "set", data: { name }, edits: status.put() };
      report({ node, messageId: "dropped", data: { title: titleOf(code), name }, cures: [cure] });
    }
  },
});

/** A number that is sent as content may be meant as one, and a redirect that has a status may be meant to have none. */
function curing(status: MisplacedStatus): Cure<MessageId> {
  const { isReadYet, becomes, isTakenAway } = status;
  const tier = isReadYet ? "safe" : becomes === "content" || isTakenAway ? "choice" : "evident";
  return { tier, messageId: isTakenAway ? "drop" : "put", edits: status.put() };
}
