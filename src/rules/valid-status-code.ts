import { answering, defineRule } from "../define-rule.ts";
import type { Cure } from "../define-rule.ts";
import type { OddStatus, Response } from "../exchange/model.ts";
import { classOf, codeNamed, forbidsContent, isRegistered, titleOf, unregisteredOf } from "../http/status.ts";

type MessageId = "refused" | "converted" | "unsure" | "beyond" | "interim" | "unfollowed" | "answer";

interface Fault {
  readonly messageId: MessageId;
  readonly data: Readonly<Record<string, string>>;
  readonly cures: readonly Cure<MessageId>[];
}

export const rule = defineRule<object, MessageId>({
  name: "valid-status-code",
  type: "problem",
  docs: {
    description: "Enforce statuses that can be sent and that end an exchange",
    presets: { recommended: {}, strict: {} },
    fixes: ["safe", "choice"],
    codes: [100, 101, 102, 103],
  },
  defaultOptions: {},
  messages: {
    refused: "Sending {{value}} as the status throws, so clients never get this answer.",
    converted: "{{value}} is sent as {{title}} only after a conversion that other frameworks refuse.",
    unsure: "{{value}} is sent as {{title}} by some versions of the framework, and throws in others.",
    beyond: "Clients read {{title}} as a server error, because no status lies beyond 599.",
    interim: "Clients go on waiting after {{title}}, which only announces a final answer.",
    unfollowed: "Clients follow no redirect under {{title}}, so they stay where they are.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report) {
    for (const response of exchange.responses) {
      const { odd, codes, origin } = response.status;
      // What answers an error, or makes it, says the status for all that throw it.
      if (response.thrown && origin !== "explicit") continue;
      const [first] = odd;
      const fault = first ? oddness(first, response) : codes.map((code) => faultOf(code, response, exchange.method)).find((found) => found !== undefined);
      if (fault) report({ node: response.node, ...fault });
    }
  },
});

/** A value that is no status as it stands. */
function oddness(odd: OddStatus, response: Response): Fault {
  const { text, means, throws } = odd;
  const code = Math.trunc(means);
  // A code that throws as it stands is not the cure.
  const isCode = classOf(code) !== undefined && !(throws && String(code) === text);
  // What has no content is often recognised by its number alone, so that a text changes more than the status.
  const isSame = throws === false && Number.isInteger(means) && !forbidsContent(code);
  return {
    messageId: throws === undefined ? "unsure" : throws ? "refused" : "converted",
    data: { value: text, title: titleOf(code) },
    cures: answers(isCode ? [code] : meantBy(odd), response, isSame && isCode ? "safe" : "choice"),
  };
}

/** The codes that a value may stand for: a title, or a number with a digit too few or too many. */
function meantBy({ text, means }: OddStatus): number[] {
  const named = codeNamed(text);
  if (named !== undefined) return [named];
  return [means * 10, Math.trunc(means / 10)].filter((code) => isRegistered(code) && classOf(code) !== "informational");
}

/** A code that can be sent, but not as the final answer that it is meant to be. */
function faultOf(code: number, response: Response, method: string | null): Fault | undefined {
  const data = { title: titleOf(code) };
  const { content, because, fields } = response;
  switch (classOf(code)) {
    case undefined:
      return { messageId: "beyond", data, cures: answers(unregisteredOf(code)?.usages.flatMap(({ instead }) => instead ?? []) ?? [], response) };
    case "informational": {
      // 101 is the last word of HTTP on a connection that changes its protocol.
      if (code === 101 && fields.has("upgrade")) return undefined;
      const success = code === 102 ? 202 : 200;
      return { messageId: "interim", data, cures: answers(because.codes.length > 0 ? because.codes : content.failure ? [400, 500] : [success], response) };
    }
    default:
      if (content.shape !== "redirect" || isFollowed(code) || !isRegistered(code)) return undefined;
      return { messageId: "unfollowed", data, cures: answers(method === "GET" || method === "HEAD" ? [302, 301] : [303, 302], response) };
  }
}

/** Clients go to the place that a 3xx names; of a 201 it is where the new resource is. */
const isFollowed = (code: number): boolean => code === 201 || (classOf(code) === "redirection" && code !== 304);

const answers = (codes: readonly number[], response: Response, tier: "safe" | "choice" = "choice"): Cure<MessageId>[] =>
  codes.map((code) => answering(code, response, tier));
