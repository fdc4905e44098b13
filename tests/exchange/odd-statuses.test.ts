/** What stands in the place of a status and is none, and what the framework makes of it. */
import { describe, expect, it } from "vitest";
import { exchangesOf } from "../support/read.ts";

const oddIn = (statements: string, major: number | undefined) => exchangesOf(`
  import express from "express";
  express().get("/", (req, res) => { ${statements} });
`, major === undefined ? { filename: "/nowhere/app.js" } : { framework: "express", major })
  .flatMap(({ responses }) => responses)
  .flatMap(({ status }) => status.odd.map(({ text, throws }) => [text, throws ?? "unsure", ...status.codes]));

describe("an odd status", () => {
  it.each<[statements: string, in4: unknown[], in5: unknown[]]>([
    ['res.status("404").end();', ['"404"', false, 404], ['"404"', true]],
    ["res.status(404.5).end();", ["404.5", false, 404], ["404.5", true]],
    ['res.statusCode = "404"; res.end();', ['"404"', false, 404], ['"404"', false, 404]],
    ["res.status(1000).end();", ["1000", true], ["1000", true]],
    ["res.status(20).end();", ["20", true], ["20", true]],
    ["res.status(0).end();", ["0", true], ["0", true]],
    ["res.status(undefined).end();", ["undefined", true], ["undefined", true]],
    ["res.status(null).end();", ["null", true], ["null", true]],
    ["res.status(true).end();", ["true", true], ["true", true]],
    ['res.status("OK").end();', ['"OK"', true], ['"OK"', true]],
    ["const answer = (code) => res.status(code).end(); answer(4040);", ["4040", true], ["4040", true]],
    ['const code = "4040"; res.status(code).end();', ['"4040"', true], ['"4040"', true]],
    ["res.status(req.query.id ? 4040 : 200).end();", ["4040", true], ["4040", true]],
    ['const codes = { missing: "404" }; res.sendStatus(codes.missing);', ['"404"', false, 404], ['"404"', true]],
    ['res.redirect("301", "/new");', ['"/new"', true], ['"301"', true]],
    ['res.redirect("/new", "301");', ['"301"', false, 301], ['"/new"', true]],
  ])("%s", (statements, in4, in5) => {
    expect(oddIn(statements, 4)).toEqual([in4]);
    expect(oddIn(statements, 5)).toEqual([in5]);
  });

  it("throws in an unknown version only if it throws in all", () => {
    expect(oddIn('res.status("404").end();', undefined)).toEqual([['"404"', "unsure", 404]]);
    expect(oddIn("res.status(4040).end();", undefined)).toEqual([["4040", true]]);
    expect(oddIn('res.redirect("/new", "301");', undefined)).toEqual([]);
  });

  it.each([
    "res.status(404).end();",
    "res.status(600).end();",
    "res.status(err.status).end();",
    "res.status().end();",
    "let code = 0; if (req.query.id) code = 404; if (code) return res.status(code).end(); res.end();",
    "let code = null; find((err) => { code = 404; }); res.status(code).end();",
    "let code; res.status(code).end();",
    "let code = undefined; if (req.query.id) code = 404; if (code !== undefined) res.status(code).end();",
    "const answer = (code) => { if (code) res.status(code); res.end(); }; answer();",
    "let code = -1; if (req.query.id) code = 404; if (code > 0) res.status(code).end();",
    'res.send("404");',
    "res.end(() => undefined);",
  ])("is none in %s", (statements) => {
    expect(oddIn(statements, 4)).toEqual([]);
    expect(oddIn(statements, 5)).toEqual([]);
  });
});

describe("an odd status of a Response", () => {
  const odd = (expression: string) => exchangesOf(`export const GET = (request) => ${expression};`)
    .flatMap(({ responses }) => responses)
    .flatMap(({ status }) => status.odd.map(({ text, throws }) => [text, throws ?? "unsure", ...status.codes]));

  it.each<[expression: string, odd: unknown[]]>([
    [`new Response("a", { status: "404" })`, [`"404"`, false, 404]],
    [`Response.json({}, { status: 404.5 })`, ["404.5", false, 404]],
    [`Response.json({}, { status: 101 })`, ["101", true]],
    [`Response.json({}, { status: 600 })`, ["600", true]],
    [`Response.json({}, { status: null })`, ["null", true]],
    [`Response.redirect("https://a.example", 200)`, ["200", true]],
    [`Response.redirect("https://a.example", 304)`, ["304", true]],
  ])("%s", (expression, expected) => {
    expect(odd(expression)).toEqual([expected]);
  });

  it.each([
    `new Response("a", { status: undefined })`, `new Response("a", {})`, `new Response("a")`, `Response.json({}, { status: 599 })`,
    `Response.redirect("https://a.example", 308)`, `Response.redirect("https://a.example")`, `Response.json({}, { status: choose() })`, `Response.json({}, init)`,
  ])("is none in %s", (expression) => {
    expect(odd(expression)).toEqual([]);
  });
});
