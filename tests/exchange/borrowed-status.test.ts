/** Which statuses are taken from an error, and what is said instead. */
import { describe, expect, it } from "vitest";
import { exchangesOf } from "../support/read.ts";
import { endpoint } from "./handler.ts";

const borrowedIn = (statements: string) => exchangesOf(endpoint(`try { res.json(await load()); } catch (err) { ${statements} }`))
  .flatMap(({ responses }) => responses)
  .flatMap(({ borrowed }) => (borrowed ? [[borrowed.kind, borrowed.isCaught, borrowed.replace(502)?.map(({ text }) => text).join()]] : []));

describe("a status that is taken from an error", () => {
  it.each<[statements: string, kind: string, cure: string | undefined]>([
    ["res.status(err.status).end();", "status", "err.status ?? 502"],
    ["res.sendStatus(err.statusCode);", "status", "err.statusCode ?? 502"],
    ["res.status(err.response.status).end();", "status", "err.response?.status ?? 502"],
    ["res.status(err.response?.status).end();", "status", "err.response?.status ?? 502"],
    ["const { status } = err; res.status(status).end();", "status", undefined],
    ["const { response: { status } } = err; res.status(status).end();", "status", undefined],
    ["const status = err.status; res.status(status).end();", "status", undefined],
    ["res.status(err.status || 200).end();", "success", "502"],
    ["res.status(err.status ?? 302).end();", "success", "502"],
    ["res.status(err.code).end();", "code", "err.status ?? 502"],
    ["res.status(err.code || 500).end();", "code", "err.status"],
  ])("%s", (statements, kind, cure) => {
    expect(borrowedIn(statements)).toEqual([[kind, true, cure]]);
  });

  it.each([
    "res.status(err.status || 500).end();",
    "let { status } = err; status = 500; res.status(status).end();",
    "const { status = 500 } = err; res.status(status).end();",
    "if (err.status) res.status(err.status).end(); else next(err);",
    "res.status(err.response.code).end();",
    "res.status(err.status.code.value).end();",
    "res.status(err[name]).end();",
    "res.status(500).json(err.status);",
  ])("is not in: %s", (statements) => {
    expect(borrowedIn(statements)).toEqual([]);
  });
});
