/** How an answer that a function beside the handler gives is said anew. */
import { describe, expect, it } from "vitest";
import type { Change, Response } from "../../src/exchange/model.ts";
import { express, lineOf } from "./handler.ts";
import { read } from "./source.ts";

const speaking = (call: string): string => express(`
function send(res, status, data) { res.status(status).json(data); }
function ok(res, data, status = 200) { res.status(status).json(data); }
function last(res, data, status = 200, isNew = false) { res.status(status).json({ data, isNew }); }
function missing(res) { res.status(404).json({ error: "No user" }); }
function failing(res, data) { ok(res, data); }
function plain(res, data) { res.json(data); }
function either(res, status) { if (res.locals.a) return res.status(status).end(); res.status(status).json({ id: 1 }); }
app.get("/", (req, res) => {
  ${call}
});`);

const making = (call: string): string => `
const json = (data, status = 200) => new Response(JSON.stringify(data), { status });
const withInit = (data, init = {}) => new Response(JSON.stringify(data), { ...init, headers: { a: "b" } });
const missing = (message) => json({ error: message }, 404);
export const GET = async (request) => {
  ${call}
};`;

/** The answers of the handler, which is the last of each program. */
const answersOf = (source: string): readonly Response[] => read(source).at(-1)!.responses;

/** The call after the change, or undefined. */
function said(source: string, change: Change): string | undefined {
  const [response] = answersOf(source);
  const edits = response!.say(change);
  const after = edits?.toReversed().reduce((text, { range: [start, end], text: put }) => text.slice(0, start) + put + text.slice(end), source);
  return after?.split("\n")[response!.node.loc.start.line - 1]?.trim();
}

type Row = readonly [before: string, after: string | undefined];

const spoken: readonly Row[] = [
  [`send(res, 500, { id: 1 });`, `send(res, 409, { id: 1 });`],
  [`ok(res, { id: 1 }, 201);`, `ok(res, { id: 1 }, 409);`],
  [`ok(res, { id: 1 });`, `ok(res, { id: 1 }, 409);`],
  [`last(res, { id: 1 });`, `last(res, { id: 1 }, 409);`],
  [`const status = 500; send(res, status, { id: 1 });`, `const status = 500; send(res, 409, { id: 1 });`],
  // The function writes the status for others too, or the argument decides on several answers.
  [`missing(res);`, undefined],
  [`plain(res, { id: 1 });`, undefined],
  // The argument that is left out belongs to another function.
  [`failing(res, { id: 1 });`, undefined],
  [`either(res, 500);`, undefined],
  [`send(res, a ? 500 : 503, { id: 1 });`, undefined],
  [`send(res, choose(), { id: 1 });`, undefined],
  [`ok(res);`, undefined],
];

const made: readonly Row[] = [
  [`return json({ id: 1 }, 500);`, `return json({ id: 1 }, 409);`],
  [`return json({ id: 1 });`, `return json({ id: 1 }, 409);`],
  [`return withInit({ id: 1 }, { status: 500 });`, `return withInit({ id: 1 }, { status: 409 });`],
  [`return withInit({ id: 1 });`, undefined],
  [`return missing("No user");`, undefined],
];

describe.each([["speaks", speaking, spoken], ["makes", making, made]] as const)("a function that %s", (_kind, program, rows) => {
  it.each(rows)("%s", (before, after) => {
    expect(said(program(before), { status: 409 })).toBe(after);
  });

  it.each(rows.filter(([, after]) => after !== undefined))("reads back: %s", (_before, after) => {
    expect(lineOf(answersOf(program(after!))[0]!)).toMatch(/^409 /);
  });

  it("gets nothing that it would say for others too", () => {
    const before = rows[0]![0];
    expect(said(program(before), { content: "none" })).toBeUndefined();
    expect(said(program(before), { fields: { "Retry-After": "60" } })).toBeUndefined();
    expect(said(program(before), { status: 204, content: "none" })).toBeUndefined();
  });
});
