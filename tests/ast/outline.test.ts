import { describe, expect, it } from "vitest";
import type { TSESTree } from "@typescript-eslint/utils";
import { nameOf } from "../../src/ast/functions.ts";
import { outlineOf, within } from "../../src/ast/outline.ts";
import type { Outline, Outlined } from "../../src/ast/outline.ts";
import { parse } from "./parse.ts";

/** Each entry as `owner: text`; `top` for what no function owns, `anonymous` for an owner without a name. */
function listIn(text: string, list: keyof Outline, language?: "js" | "ts"): string[] {
  const { sourceCode } = parse(text, language);
  return outlineOf(sourceCode)[list].map((entry: Outlined) => {
    const owner = entry.owner === null ? "top" : nameOf(entry.owner) ?? "anonymous";
    return `${owner}: ${sourceCode.getText(entry.node)}`;
  });
}

describe("the calls of a file", () => {
  it.each([
    [`a(); new B();`, ["top: a()", "top: new B()"]],
    [`new B;`, ["top: new B"]],
    [`function f() { a(); } b();`, ["f: a()", "top: b()"]],
    [`const f = () => a();`, ["f: a()"]],
    [`function f() { function g() { a(); } b(); }`, ["g: a()", "f: b()"]],
    [`a(b());`, ["top: a(b())", "top: b()"]],
    [`a(b(), c());`, ["top: a(b(), c())", "top: b()", "top: c()"]],
    [`a?.b();`, ["top: a?.b()"]],
    [`function f(a = b()) {}`, ["f: b()"]],
    [`class A { f = a(); g() { b(); } static { c(); } }`, ["top: a()", "g: b()", "top: c()"]],
    [`import("a");`, []],
    ["a`b`;", []],
    [`const x = [, a()];`, ["top: a()"]],
    [`({ f() { a(); }, get g() { return b(); } });`, ["f: a()", "g: b()"]],
    [`app.get("/", async (req, res) => { res.json(await load()); });`, [
      `top: app.get("/", async (req, res) => { res.json(await load()); })`, "anonymous: res.json(await load())", "anonymous: load()",
    ]],
  ])("%s", (text, expected) => {
    expect(listIn(text, "calls")).toEqual(expected);
  });

  it("stand in the order in which they begin, even in a chain", () => {
    expect(listIn(`a().b().c(); d();`, "calls")).toEqual(["top: a().b().c()", "top: a().b()", "top: a()", "top: d()"]);
  });

  it("are found inside types' expressions", () => {
    expect(listIn(`const a = (b() as C)!; enum D { E = f() }`, "calls", "ts")).toEqual(["top: b()", "top: f()"]);
  });
});

describe("the awaits of a file", () => {
  it.each([
    [`async () => { await a; };`, ["anonymous: await a"]],
    [`async function f() { await a; async function g() { await b; } }`, ["f: await a", "g: await b"]],
    [`async function f() { await (await a); }`, ["f: await (await a)", "f: await a"]],
    ["async function f() { sql`a`; }", ["f: sql`a`"]],
    [`function* f() { yield a; }`, []],
  ])("%s", (text, expected) => {
    expect(listIn(text, "awaits")).toEqual(expected);
  });
});

describe("the exits of a file", () => {
  it.each([
    [`function f() { return; }`, ["f: return;"]],
    [`function f() { if (a) return 1; throw b; }`, ["f: return 1;", "f: throw b;"]],
    [`for (;;) { break; }`, ["top: break;"]],
    [`function f() { for (const a of b) { if (a) continue; break; } }`, ["f: continue;", "f: break;"]],
    [`function f() { c: for (;;) { for (;;) continue c; } }`, ["f: continue c;"]],
    [`function f() { return () => { return 1; }; }`, ["f: return () => { return 1; };", "anonymous: return 1;"]],
    [`switch (a) { case 1: break; default: throw b; }`, ["top: break;", "top: throw b;"]],
    [`const f = () => 1;`, []],
    [`function f() { try { return 1; } finally { done(); } }`, ["f: return 1;"]],
  ])("%s", (text, expected) => {
    expect(listIn(text, "exits")).toEqual(expected);
  });
});

describe("the route objects of a file", () => {
  it.each([
    [`x = { handler: f };`, ["top: { handler: f }"]],
    [`x = { handler() {} };`, ["top: { handler() {} }"]],
    [`x = { handler };`, ["top: { handler }"]],
    [`x = { ...a };`, []],
    [`x = { handle: f };`, []],
    [`x = [{ a: { handler: f } }];`, ["top: { handler: f }"]],
    [`const { handler } = x;`, []],
  ])("%s", (text, expected) => {
    expect(listIn(text, "routeObjects")).toEqual(expected);
  });
});

describe("within a node", () => {
  const callsWithin = (text: string, type: "BlockStatement" | "IfStatement" | "Program" | "CallExpression"): string[] => {
    const { sourceCode, nodes } = parse(text);
    return within(outlineOf(sourceCode).calls, nodes(type)[0]!).map(({ node }) => sourceCode.getText(node));
  };

  it.each([
    [`a(); if (ok) { b(); c(); } d();`, "IfStatement", ["b()", "c()"]],
    [`a(); { b(); } c();`, "BlockStatement", ["b()"]],
    [`a(); {} b();`, "BlockStatement", []],
    [`{} b();`, "BlockStatement", []],
    [`a(); {}`, "BlockStatement", []],
    [`a();{b();}c();`, "BlockStatement", ["b()"]],
    [`a(); b();`, "Program", ["a()", "b()"]],
    [``, "Program", []],
    [`if (a()) { b(() => c()); }`, "BlockStatement", ["b(() => c())", "c()"]],
    [`a(b); c();`, "CallExpression", ["a(b)"]],
    [`a().b(); c();`, "CallExpression", ["a().b()", "a()"]],
  ] as const)("%s, in the first %s", (text, type, expected) => {
    expect(callsWithin(text, type)).toEqual(expected);
  });

  it("finds the same as looking at every entry", () => {
    const text = Array.from({ length: 40 }, (_, index) => `f${index}(g(${index})); if (a) { h${index}(i()); }`).join("\n");
    const { sourceCode, nodes } = parse(text);
    const { calls } = outlineOf(sourceCode);
    const isIn = (inner: TSESTree.Node, outer: TSESTree.Node) => inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
    for (const block of nodes("BlockStatement", "ExpressionStatement", "IfStatement", "Program")) {
      expect(within(calls, block)).toEqual(calls.filter(({ node }) => isIn(node, block)));
    }
  });

  it("finds nothing in an empty list", () => {
    expect(within([], parse(`a();`).sourceCode.ast)).toEqual([]);
  });
});
