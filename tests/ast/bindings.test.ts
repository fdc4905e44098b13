import { describe, expect, it } from "vitest";
import { isWrittenLater } from "../../src/ast/bindings.ts";
import { parse } from "./parse.ts";

/** `express Router` for the marked value, or null. */
function origin(text: string, language?: "js" | "ts"): string | null {
  const { bindings, marked } = parse(text, language);
  const found = bindings.originOf(marked);
  return found && [found.source, ...found.path].join(" ");
}

const origins: readonly (readonly [text: string, origin: string | null])[] = [
  [`import a from "m"; at(a);`, "m"],
  [`import * as a from "m"; at(a);`, "m"],
  [`import { b } from "m"; at(b);`, "m b"],
  [`import { b as c } from "m"; at(c);`, "m b"],
  [`import { default as c } from "m"; at(c);`, "m"],
  [`import { "not a name" as c } from "m"; at(c);`, "m not a name"],
  [`import a, { b } from "m"; at(b);`, "m b"],
  [`import * as a from "m"; at(a.b);`, "m b"],
  [`import * as a from "m"; at(a.default);`, "m"],
  [`import a from "m"; at(a.b.c);`, "m b c"],
  [`import a from "m"; at(a["b"]);`, "m b"],
  [`import a from "m"; at(a[b]);`, null],
  [`import a from "m"; at(a?.b);`, "m b"],
  [`const a = require("m"); at(a);`, "m"],
  [`const a = require("m"); at(a.b);`, "m b"],
  [`const a = require("m").b; at(a);`, "m b"],
  [`const a = require("m").default; at(a);`, "m"],
  [`at(require("m").b);`, "m b"],
  [`const { b } = require("m"); at(b);`, "m b"],
  [`const { b: c } = require("m"); at(c);`, "m b"],
  [`const { b = 1 } = require("m"); at(b);`, "m b"],
  [`const { "b": c } = require("m"); at(c);`, "m b"],
  [`const { b: { c } } = require("m"); at(c);`, "m b c"],
  [`const { [b]: c } = require("m"); at(c);`, null],
  [`const { b, ...rest } = require("m"); at(rest);`, null],
  [`const { b, ...rest } = require("m"); at(b);`, "m b"],
  [`import a from "m"; const { b } = a; at(b);`, "m b"],
  [`import a from "m"; const c = a; at(c.b);`, "m b"],
  [`import a from "m"; const c = a.b; at(c);`, "m b"],
  [`const [a] = require("m"); at(a);`, null],
  ["const a = require(`m`); at(a);", "m"],
  [`const a = require(name); at(a);`, null],
  [`const a = require(7); at(a);`, null],
  [`const a = module.require("m"); at(a);`, null],
  [`const require = load; const a = require("m"); at(a);`, null],
  [`async function f() { const a = await import("m"); at(a.b); }`, "m b"],
  [`async function f() { const { b } = await import("m"); at(b); }`, "m b"],
  [`async function f() { const { default: b } = await import("m"); at(b); }`, "m"],
  [`async function f() { at(await import(name)); }`, null],
  [`at(unknown);`, null],
  [`at(1);`, null],
  [`const a = make(); at(a);`, null],
  [`const a = a; at(a);`, null],
  [`const a = b; const b = a; at(a);`, null],
  [`import { a } from "m"; function f(a) { at(a); }`, null],
  [`import { a } from "m"; { const a = 1; at(a); }`, null],
  [`let a = require("m"); a = other(); at(a);`, null],
  [`let a; a = require("m"); at(a);`, null],
  [`var a = require("m"); var a = other(); at(a);`, null],
];

describe("where a value comes from", () => {
  it.each(origins)("%s", (text, expected) => {
    expect(origin(text)).toBe(expected);
  });

  it.each([
    [`import a = require("m"); at(a);`, "m"],
    [`import a = require("m"); at(a.b);`, "m b"],
    [`import * as m from "m"; import b = m.b; at(b);`, "m b"],
    [`import a from "m"; at(a as any);`, "m"],
    [`import a from "m"; at(a!.b);`, "m b"],
    [`import a from "m"; at((a satisfies A).b);`, "m b"],
    [`import a from "m"; at((<any>a).b);`, "m b"],
    [`import type { b } from "m"; at(b);`, "m b"],
  ])("%s", (text, expected) => {
    expect(origin(text, "ts")).toBe(expected);
  });

  it.each([
    [`import type { A } from "m"; let a: A;`, "m A", true],
    [`import { type A } from "m"; let a: A;`, "m A", true],
    [`import type m from "m"; let a: m.A;`, "m A", true],
    [`import * as m from "m"; let a: m.A.B;`, "m A B", false],
    [`import { A } from "m"; let a: A<string>;`, "m A", false],
  ])("tells the types of %s", (text, expected, isType) => {
    const { bindings, nodes } = parse(text, "ts");
    const [reference] = nodes("TSTypeReference");
    if (reference?.type !== "TSTypeReference") throw new Error("no type");
    const found = bindings.originOf(reference.typeName)!;
    expect([found.source, ...found.path].join(" ")).toBe(expected);
    expect(found.isType ?? false).toBe(isType);
  });
});

describe("variables", () => {
  const init = (text: string): string | null => {
    const { bindings, marked, sourceCode } = parse(text);
    const variable = bindings.variableOf(marked);
    const found = variable && bindings.initOf(variable);
    return found ? sourceCode.getText(found) : null;
  };

  it.each([
    [`const a = 1; at(a);`, "1"],
    [`let a = 1; at(a);`, "1"],
    [`let a = 1; a = 2; at(a);`, null],
    [`let a = 1; a++; at(a);`, null],
    [`let a = 1; a += 1; at(a);`, null],
    [`let a = 1; [a] = [2]; at(a);`, null],
    [`let a = 1; ({ a } = { a: 2 }); at(a);`, null],
    [`let a = 1; for (a of [2]) {} at(a);`, null],
    [`let a = 1; function f() { a = 2; } at(a);`, null],
    [`let a; at(a);`, null],
    [`let a; a = 1; at(a);`, null],
    [`var a = 1; var a = 2; at(a);`, null],
    [`var a = 1; function a() {} at(a);`, null],
    [`const { a } = b; at(a);`, null],
    [`const [a] = b; at(a);`, null],
    [`function f(a) { at(a); }`, null],
    [`for (const a of b) at(a);`, null],
    [`for (const a in b) at(a);`, null],
    [`try {} catch (a) { at(a); }`, null],
    [`const a = 1; { const a = 2; at(a); }`, "2"],
    [`const a = 1; { at(a); const a = 2; }`, "2"],
    [`const a = 1; a.b = 2; at(a);`, "1"],
  ])("%s is declared with %s", (text, expected) => {
    expect(init(text)).toBe(expected);
  });

  it("are the same wherever they are named", () => {
    const { bindings, nodes } = parse(`const a = 1; function f() { return a; } a;`);
    const named = nodes("Identifier").filter((node) => node.type === "Identifier" && node.name === "a").map((node) => bindings.variableOf(node));
    expect(new Set(named).size).toBe(1);
    expect(named[0]).toBeDefined();
  });

  it("do not exist for globals, members and keys", () => {
    const { bindings, nodes } = parse(`console.log({ key: 1 }.key);`);
    expect(nodes("Identifier").map((node) => bindings.variableOf(node))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("tell whether they are written later", () => {
    const written = (text: string) => {
      const { bindings, marked } = parse(text);
      return isWrittenLater(bindings.variableOf(marked)!);
    };
    expect(written(`let a = 1; at(a);`)).toBe(false);
    expect(written(`let a; a = 1; at(a);`)).toBe(true);
    expect(written(`function f(a) { a = 1; at(a); }`)).toBe(true);
  });
});
