/** Cases of the rules about the status of a failure: one handler, one branch, one status that changes. */
import { titleOf } from "../../src/http/status.ts";
import { on } from "./handlers.ts";
import type { Cases } from "./rule-tester.ts";

type Report = Cases["reports"][string];

export interface Failing {
  readonly route: string;
  /** The statements before the answer; the last may be a condition. */
  readonly after: string;
  readonly status: number;
  /** The codes that fit, the likeliest first. */
  readonly right: readonly number[];
  readonly says?: string;
  readonly messageId: string;
  readonly options?: object;
  readonly settings?: Report["settings"];
  /** weak: only words tell why, so that every change is a choice. */
  readonly certainty?: "weak";
  /** The answer after the change where more than its status changes; none where nothing can be offered. */
  readonly becomes?: string | null;
}

/** A report of an answer that gives a message with the wrong status. Several right codes make the change a choice. */
export function failing({ route, after, status, right, says = "No", messageId, options, settings, certainty, becomes }: Failing): Report {
  const answer = (code: number): string => `res.status(${code}).json({ error: ${JSON.stringify(says)} })`;
  const code = (given: number): string => on(route, `${after} return ${answer(given)};`);
  const [likeliest = 0] = right;
  return {
    code: code(status), at: answer(status), messageId,
    data: { title: titleOf(status), right: titleOf(likeliest) },
    ...(options && { options }), ...(settings && { settings }),
    cures: becomes === null ? [] : right.slice(0, 3).map((fitting) => ({
      tier: right.length === 1 && certainty !== "weak" && becomes === undefined ? "evident" : "choice",
      messageId: "answer", data: { title: titleOf(fitting) },
      output: becomes === undefined ? code(fitting) : on(route, `${after} return ${becomes};`),
    })),
  };
}
