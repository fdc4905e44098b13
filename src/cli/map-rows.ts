/** The map for people: a row for each answer, the same for every way of showing it. */
import type { MappedHandler, MappedResponse } from "./map.ts";
import { titlesOf } from "./titles.ts";

export const heads = ["Method", "Route or handler", "Status", "Content", "Line"] as const;

export interface Row {
  readonly method: string;
  readonly target: string;
  /** Every code that the answer can have; empty when only run time knows. */
  readonly codes: readonly number[];
  readonly status: string;
  readonly content: string;
  readonly line: string;
}

/** A handler without an answer of its own hands on, or leaves the answer to code that runs later. */
export function rowsOf({ method, role, route, name, start, responses }: MappedHandler): Row[] {
  const who = { method: method ?? "", target: `${route ?? name ?? ""}${role === "endpoint" ? "" : ` (${role.replace("-", " ")})`}`.trim() };
  if (responses.length === 0) return [{ ...who, codes: [], status: "none here", content: "", line: String(start.line) }];
  return responses.map((response) => ({ ...who, ...answerOf(response) }));
}

const answerOf = ({ status, body, line }: MappedResponse): Omit<Row, "method" | "target"> => {
  const codes = status === null ? [] : [status].flat();
  return { codes, status: titlesOf(codes), content: body === "unknown" ? "" : body, line: String(line) };
};
