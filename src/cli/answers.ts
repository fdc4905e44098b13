/** What the handlers of a file answer, in words, and how that differs after a fix. */
import type { Exchange, Model, Response } from "../exchange/model.ts";
import { nameOfHandler } from "./handler-name.ts";
import { titlesOf } from "./titles.ts";

interface Answer {
  readonly line: number;
  readonly status: string;
  /** Content and fields, as far as a fix changes them. */
  readonly details: readonly string[];
}

/** The answers of one handler. */
export interface Answers {
  readonly who: string;
  readonly line: number;
  readonly answers: readonly Answer[];
}

export const answersIn = ({ exchanges }: Model): readonly Answers[] => exchanges.map(answersOf);

const answersOf = (exchange: Exchange): Answers => ({
  who: [exchange.method, exchange.route ?? nameOfHandler(exchange) ?? exchange.role].filter((word) => word !== null).join(" "),
  line: exchange.handler.loc.start.line,
  answers: exchange.responses.map(answerOf),
});

const answerOf = ({ status, content, fields }: Response): Answer => ({
  line: status.node.loc.start.line,
  status: titlesOf(status.origin === "dynamic" ? [] : status.codes),
  details: [
    ...(content.present === false ? ["without content"] : []),
    ...Array.from(fields, ([name, value]) => `with ${titleCase(name)}${value === null ? "" : `: ${value}`}`),
  ],
});

/** A line for each answer that is another one now. A fix leaves the handlers as they are and in their order. */
export function changesBetween(path: string, before: readonly Answers[], after: readonly Answers[]): string[] {
  const lines = after.flatMap(({ who, line, answers }, index) => {
    const old = before[index]?.answers ?? [];
    if (old.length === answers.length) {
      return answers.flatMap((answer, at) => {
        const change = changeOf(old[at], answer);
        return change === undefined ? [] : [`${who}  ${change}  ${path}:${answer.line}`];
      });
    }
    const [were, are] = [old, answers].map((each) => [...new Set(each.map(({ status }) => status))].join(", "));
    return were === are ? [] : [`${who}  ${were ?? ""} → ${are ?? ""}  ${path}:${line}`];
  });
  // A handler of several methods gives each answer once for each of them.
  return [...new Set(lines)];
}

function changeOf(old: Answer | undefined, { status, details }: Answer): string | undefined {
  if (old === undefined) return undefined;
  if (old.status !== status) return `${old.status} → ${status}`;
  const gained = details.filter((detail) => !old.details.includes(detail));
  return gained.length === 0 ? undefined : `${status} ${gained.join(", ")}`;
}

const titleCase = (name: string): string => name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
