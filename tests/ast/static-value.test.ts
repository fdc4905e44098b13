import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { memberOf, propertyOf } from "../../src/ast/static-members.ts";
import { readValue } from "../../src/ast/static-value.ts";
import { parse } from "./parse.ts";

const library = (source: string, path: readonly string[]): number | undefined =>
  source === "codes" && path.join(".") === "Codes.MISSING" ? 404 : source === "codes" && path.join(".") === "MISSING" ? 404 : undefined;

/** The marked value as `{ value }`, or null when only run time knows it. */
function value(text: string, language?: "js" | "ts"): unknown {
  const { bindings, marked } = parse(text, language);
  return readValue(marked, bindings, library);
}

const known: readonly (readonly [text: string, value: unknown])[] = [
  [`at(404);`, 404],
  [`at("404");`, "404"],
  [`at(true);`, true],
  [`at(null);`, null],
  [`at(undefined);`, undefined],
  [`at(void 0);`, undefined],
  [`at(-1);`, -1],
  [`at(+"404");`, 404],
  [`at(!0);`, true],
  [`at(0x194);`, 404],
  [`at(4_04);`, 404],
  [`at(4.04e2);`, 404],
  ["at(`404`);", "404"],
  ["const a = 4; at(`${a}04`);", "404"],
  ["at(`a\\nb`);", "a\nb"],
  [`const a = 404; at(a);`, 404],
  [`let a = 404; at(a);`, 404],
  [`const a = 404; const b = a; at(b);`, 404],
  [`const a = { b: 404 }; at(a.b);`, 404],
  [`const a = { b: 404 }; at(a["b"]);`, 404],
  [`const a = { b: 404 }; const k = "b"; at(a[k]);`, 404],
  [`const a = { "b-c": 404 }; at(a["b-c"]);`, 404],
  [`const a = { 7: 404 }; at(a[7]);`, 404],
  [`const a = { b: { c: 404 } }; at(a.b.c);`, 404],
  [`const c = { d: 404 }; const a = { b: c }; at(a.b.d);`, 404],
  [`const b = 404; const a = { b }; at(a.b);`, 404],
  [`const a = { b: 1, b: 404 }; at(a.b);`, 404],
  [`const a = Object.freeze({ b: 404 }); at(a.b);`, 404],
  [`const a = Object.freeze({ b: Object.freeze({ c: 404 }) }); at(a.b.c);`, 404],
  [`class A { static b = 404; } at(A.b);`, 404],
  [`const A = class { static b = 404; }; at(A.b);`, 404],
  [`class A { b = 404; } const a = new A(); at(a.b);`, 404],
  [`class A extends Error { b = 404; } at(new A("c").b);`, 404],
  [`const a = { b: 404 }; const { b } = a; at(b);`, 404],
  [`const a = { b: 404 }; const { b: c } = a; at(c);`, 404],
  [`import { Codes } from "codes"; at(Codes.MISSING);`, 404],
  [`import * as c from "codes"; at(c.Codes.MISSING);`, 404],
  [`const { Codes } = require("codes"); at(Codes.MISSING);`, 404],
  [`const { MISSING } = require("codes"); at(MISSING);`, 404],
  [`const { MISSING: M } = require("codes"); const a = M; at(a);`, 404],
  [`import { Codes } from "codes"; const a = { b: Codes.MISSING }; at(a.b);`, 404],
  [`import { Codes } from "codes"; const a = Codes; at(a.MISSING);`, 404],
];

const knownInTypeScript: readonly (readonly [text: string, value: unknown])[] = [
  [`at(404 as const);`, 404],
  [`at(404 satisfies number);`, 404],
  [`at(<number>404);`, 404],
  [`at(a!); const a = 404;`, 404],
  [`const a = { b: 404 } as const; at(a.b);`, 404],
  [`const a = { b: 404 } as const satisfies Codes; at(a.b);`, 404],
  [`const a = Object.freeze({ b: 404 } as const); at(a.b);`, 404],
  [`const a: Codes = { b: 404 }; at(a.b);`, 404],
  [`enum A { B = 404 } at(A.B);`, 404],
  [`const enum A { B = 404 } at(A.B);`, 404],
  [`export enum A { B = 404 } at(A.B);`, 404],
  [`enum A { "b-c" = 404 } at(A["b-c"]);`, 404],
  [`enum A { B = "404" } at(A.B);`, "404"],
  [`enum A { B = 400, C = 404 } at(A.C);`, 404],
  [`enum A { B = 403, C } at(A.C);`, 404],
  [`enum A { B } at(A.B);`, 0],
  [`class A { static readonly b = 404; } at(A.b);`, 404],
  [`class A { public static b: number = 404; } at(A.b);`, 404],
];

const unknown: readonly string[] = [
  `class A { b = 404; constructor(b) { this.b = b; } } const a = new A(); at(a.b);`,
  `class A { b = 404; } const a = new A(); a.b = 410; at(a.b);`,
  `class A { get b() { return 404; } } const a = new A(); at(a.b);`,
  `class A {} const a = new A(); at(a.b);`,
  `at(a);`,
  `at(a.b);`,
  `at(make());`,
  `at(/a/);`,
  `at(1n);`,
  `at([404]);`,
  `at({ a: 404 });`,
  `at(() => 404);`,
  `at(await404);`,
  "at(`${a}04`);",
  `let a = 404; a = 500; at(a);`,
  `let a = 404; a++; at(a);`,
  `function f(a = 404) { at(a); }`,
  `for (const a of [404]) at(a);`,
  `const a = { b: 404 }; a.b = 500; at(a.b);`,
  `const a = { b: 404 }; a["b"] = 500; at(a.b);`,
  `const a = { b: 404 }; Object.assign(a, { b: 500 }); at(a.b);`,
  `const a = { b: 404 }; at(a.c);`,
  `const a = { b: 404, ...other }; at(a.b);`,
  `const a = { get b() { return 404; } }; at(a.b);`,
  `const a = { b() {} }; at(a.b);`,
  `const a = { [k]: 404 }; at(a.k);`,
  `const a = make({ b: 404 }); at(a.b);`,
  `class A { b = 404; } at(A.b);`,
  `class A { static b = 404; } A.b = 500; at(A.b);`,
  `const a = { b: 404 }; at(a[k]);`,
  `import { Codes } from "codes"; at(Codes.OTHER);`,
  `import { Codes } from "other"; at(Codes.MISSING);`,
  `const a = a; at(a);`,
  `const a = { b: a.b }; at(a.b);`,
  `const a = { b: c.d }, c = { d: a.b }; at(a.b);`,
  `const undefined_ = 1; function f(undefined_) { at(undefined_); }`,
  `at(ok ? 404 : 500);`,
];

describe("values that the source decides", () => {
  it.each(known)("%s", (text, expected) => {
    expect(value(text)).toEqual({ value: expected });
  });

  it.each(knownInTypeScript)("%s", (text, expected) => {
    expect(value(text, "ts")).toEqual({ value: expected });
  });
});

describe("values that only run time knows", () => {
  it.each(unknown)("%s", (text) => {
    expect(value(text)).toBeNull();
  });

  it("follow names only so far", () => {
    const chain = Array.from({ length: 30 }, (_, index) => `const a${index + 1} = a${index};`).join(" ");
    expect(value(`const a0 = 404; ${chain} at(a30);`)).toBeNull();
    expect(value(`const a0 = 404; ${chain} at(a4);`)).toEqual({ value: 404 });
  });
});

describe("members", () => {
  it("are the expressions behind a key", () => {
    const { bindings, marked, sourceCode } = parse(`const a = { b: make(1) }; at(a);`);
    expect(sourceCode.getText(memberOf(marked, "b", bindings) as TSESTree.Node)).toBe("make(1)");
    expect(memberOf(marked, "c", bindings)).toBeNull();
  });

  it("are the last of their name", () => {
    const { marked, sourceCode } = parse(`at({ a: 1, b: 2, a: 3 });`);
    if (marked.type !== "ObjectExpression") throw new Error("no object");
    expect(sourceCode.getText(propertyOf(marked, "a")!)).toBe("a: 3");
    expect(propertyOf(marked, "c")).toBeNull();
  });
});
