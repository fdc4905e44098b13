/** How an answer that is made as a value is said anew. */
import { describe, expect, it } from "vitest";
import type { Change, Edit, Response } from "../../src/exchange/model.ts";
import { read } from "./source.ts";

const head = `import { NextResponse } from "next/server";\nexport const GET = (request, init, rest) => `;

const apply = (text: string, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((after, { range: [start, end], text: put }) => after.slice(0, start) + put + after.slice(end), text);

const responses = (text: string): readonly Response[] => read(text).flatMap((exchange) => exchange.responses);

/** What an expression becomes when the answer that it makes is said anew, or undefined. */
function said(expression: string, change: Change): string | undefined {
  const [response] = responses(head + expression);
  const edits = response!.say(change);
  return edits && apply(head + expression, edits).slice(head.length);
}

type Row = readonly [before: string, after: string | undefined];

const statuses: readonly Row[] = [
  [`Response.json({ id })`, `Response.json({ id }, { status: 404 })`],
  [`Response.json({ id }, {})`, `Response.json({ id }, { status: 404 })`],
  [`Response.json({ id }, { headers: { a: "b" } })`, `Response.json({ id }, { headers: { a: "b" }, status: 404 })`],
  [`Response.json({ id }, { status: 200 })`, `Response.json({ id }, { status: 404 })`],
  [`Response.json({ id }, { "status": 200 })`, `Response.json({ id }, { "status": 404 })`],
  [`NextResponse.json({ id })`, `NextResponse.json({ id }, { status: 404 })`],
  [`new Response("text")`, `new Response("text", { status: 404 })`],
  [`new Response("text", { status: 200 })`, `new Response("text", { status: 404 })`],
  [`new Response()`, `new Response(null, { status: 404 })`],
  [`new NextResponse(null)`, `new NextResponse(null, { status: 404 })`],
  [`{ const status = 200; return new Response("text", { status }); }`, `{ const status = 200; return new Response("text", { status: 404 }); }`],
  // The record is not there to be read, or belongs to somebody else.
  [`new Response`, undefined],
  [`Response.json({ id }, init)`, undefined],
  [`Response.json({ id }, { ...init })`, undefined],
  [`Response.json({ id }, { status: init.status })`, `Response.json({ id }, { status: 404 })`],
  [`Response.json({ id }, { status: choose() })`, undefined],
  [`Response.json(...rest)`, undefined],
  [`Response.redirect("https://a.example/")`, undefined],
];

const contents: readonly Row[] = [
  [`Response.json({ id })`, `new Response(null)`],
  [`Response.json({ id }, { status: 204 })`, `new Response(null, { status: 204 })`],
  [`NextResponse.json(null, { status: 204 })`, `new NextResponse(null, { status: 204 })`],
  [`new Response("", { status: 204 })`, `new Response(null, { status: 204 })`],
  [`new Response(null, { status: 204 })`, `new Response(null, { status: 204 })`],
  [`new Response()`, `new Response()`],
  // Evaluating it may do something, and fields would describe what is gone.
  [`Response.json(load())`, undefined],
  [`new Response("a", { headers: { "Content-Type": "text/plain" } })`, undefined],
  [`new Response("a" /* for old clients */)`, `new Response(null /* for old clients */)`],
];

const fields: readonly Row[] = [
  [`Response.json({ id })`, `Response.json({ id }, { headers: { "Retry-After": "60" } })`],
  [`Response.json({ id }, { status: 429 })`, `Response.json({ id }, { status: 429, headers: { "Retry-After": "60" } })`],
  [`Response.json({ id }, { status: 429, headers: {} })`, `Response.json({ id }, { status: 429, headers: { "Retry-After": "60" } })`],
  [`Response.json({ id }, { headers: { a: "b" } })`, `Response.json({ id }, { headers: { a: "b", "Retry-After": "60" } })`],
  [`new Response()`, `new Response(null, { headers: { "Retry-After": "60" } })`],
  [`Response.json({ id }, { headers: init.headers })`, undefined],
  [`Response.json({ id }, { headers: { "retry-after": "5" } })`, undefined],
  [`Response.redirect("https://a.example/")`, undefined],
];

const all: readonly Row[] = [
  [`Response.json({ id }, { status: 200 })`, `new Response(null, { status: 204, headers: { Allow: "GET" } })`],
  [`Response.json({ id })`, `new Response(null, { status: 204, headers: { Allow: "GET" } })`],
  [`new Response("text")`, `new Response(null, { status: 204, headers: { Allow: "GET" } })`],
];

const themes: readonly (readonly [theme: string, change: Change, rows: readonly Row[]])[] = [
  ["a status", { status: 404 }, statuses],
  ["no content", { content: "none" }, contents],
  ["a field", { fields: { "Retry-After": "60" } }, fields],
  ["all at once", { status: 204, content: "none", fields: { Allow: "GET" } }, all],
];

describe.each(themes)("%s", (_theme, change, rows) => {
  it.each(rows)("%s", (before, after) => {
    expect(said(before, change)).toBe(after);
  });

  it.each(rows.filter(([, after]) => after !== undefined))("%s reads as it was said", (before) => {
    const [response] = responses(head + said(before, change)!);
    if (change.status !== undefined) expect(response?.status.code).toBe(change.status);
    if (change.content) expect(response?.content.shape).toBe("none");
    for (const [name, value] of Object.entries(change.fields ?? {})) expect(response?.fields.get(name.toLowerCase())).toBe(value);
  });
});
