/** The map for people: a row for each answer, the same for every way of showing it. */
import { isDeepStrictEqual } from "node:util";
import type { MappedHandler, MappedResponse, ProjectMap } from "./map.ts";
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

/** The files with something to show, and their rows. */
export const rowsIn = ({ files }: ProjectMap): { readonly path: string; readonly rows: readonly Row[] }[] =>
  files.map(({ path, handlers }) => ({ path, rows: handlers.flatMap(rowsOf) })).filter(({ rows }) => rows.length > 0);

function rowsOf({ method, role, route, name, start, responses }: MappedHandler): Row[] {
  const who = { method: method ?? "", target: `${route ?? name ?? ""}${role === "endpoint" ? "" : ` (${role.replace("-", " ")})`}`.trim() };
  // What hands on and answers nothing is no news; an endpoint that leaves the answer to other code is.
  if (responses.length === 0 && role === "endpoint") return [{ ...who, codes: [], status: "none here", content: "", line: String(start.line) }];
  const rows = responses.map((response) => ({ ...who, ...answerOf(response) }));
  // Paths that differ in nothing that a row shows are one row.
  return rows.filter((row, index) => rows.findIndex((other) => isDeepStrictEqual(other, row)) === index);
}

const answerOf = ({ status, body, line }: MappedResponse): Omit<Row, "method" | "target"> => {
  const codes = status === null ? [] : [status].flat();
  return { codes, status: titlesOf(codes), content: body === "unknown" ? "" : body, line: String(line) };
};
