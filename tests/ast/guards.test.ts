import { describe, expect, it } from "vitest";
import { guardsOf, questionOf } from "../../src/ast/guards.ts";
import type { Question } from "../../src/ast/guards.ts";
import { parse } from "./parse.ts";

/** What a condition demands when it holds, or does not: `user` and `!banned`. */
function demands(test: string, truth = true, language: "js" | "ts" = "js"): string[] {
  const { sourceCode, marked } = parse(`at(${test});`, language);
  return guardsOf(marked, truth).map((guard) => `${guard.truth ? "" : "!"}${sourceCode.getText(guard.test)}`);
}

function question(test: string, language: "js" | "ts" = "js"): Question | null {
  const { marked } = parse(`function f() { at(${test}); }`, language);
  return questionOf(marked);
}

/** A condition in its normal form: each leaf by its question, and the answer to it. */
function normalFormOf(test: string, truth = true): string[] {
  const { marked } = parse(`at(${test});`);
  return guardsOf(marked, truth).map((guard) => {
    const asked = questionOf(guard.test);
    return asked ? `${asked.key}: ${guard.truth !== asked.flips}` : "unsteady";
  });
}

describe("what must hold for a condition to be true", () => {
  it.each([
    [`a`, ["a"]],
    [`!a`, ["!a"]],
    [`!!a`, ["a"]],
    [`!!!a`, ["!a"]],
    [`Boolean(a)`, ["a"]],
    [`!Boolean(a)`, ["!a"]],
    [`Boolean(!a)`, ["!a"]],
    [`a && b`, ["a", "b"]],
    [`a && b && c`, ["a", "b", "c"]],
    [`a && !b`, ["a", "!b"]],
    [`a || b`, ["a || b"]],
    [`!(a || b)`, ["!a", "!b"]],
    [`!(a && b)`, ["!a && b"]],
    [`a && (b || c)`, ["a", "b || c"]],
    [`(a)`, ["a"]],
    [`a ?? b`, ["a ?? b"]],
    [`a ? b : c`, ["a ? b : c"]],
    [`a?.b`, ["a?.b"]],
    [`-a`, ["-a"]],
    [`typeof a`, ["typeof a"]],
    [`Boolean()`, ["Boolean()"]],
    [`Boolean(a, b)`, ["Boolean(a, b)"]],
    [`is.Boolean(a)`, ["is.Boolean(a)"]],
  ])("%s", (test, expected) => {
    expect(demands(test)).toEqual(expected);
  });
});

describe("what must hold for a condition to be false", () => {
  it.each([
    [`a`, ["!a"]],
    [`!a`, ["a"]],
    [`Boolean(a)`, ["!a"]],
    [`a || b`, ["!a", "!b"]],
    [`a || b || c`, ["!a", "!b", "!c"]],
    [`a && b`, ["!a && b"]],
    [`!a || !b`, ["a", "b"]],
    [`!(a && b)`, ["a", "b"]],
    [`!a || (b && c)`, ["a", "!b && c"]],
    [`a ?? b`, ["!a ?? b"]],
  ])("%s", (test, expected) => {
    expect(demands(test, false)).toEqual(expected);
  });
});

it.each([[`a!`, ["a"]], [`!(a as B)`, ["!a"]], [`(a as B) && b!`, ["a", "b"]], [`Boolean(a satisfies B)`, ["a"]]])(
  "types say nothing: %s", (test, expected) => expect(demands(test, true, "ts")).toEqual(expected),
);

describe("one question asked in two ways", () => {
  it.each([
    [`a`, `!!a`],
    [`a`, `Boolean(a)`],
    [`user === null`, `null === user`],
    [`user == null`, `null == user`],
    [`"admin" === role`, `role === "admin"`],
    [`0 == n`, `n == 0`],
    [`!(a === 1)`, `a !== 1`],
    [`!(a == null)`, `a != null`],
    [`!(a || b)`, `!a && !b`],
    [`a.b`, `a\n  .b`],
    [`a.has(b, c)`, `a.has(b,c)`],
    [`list.length === 0`, `list.length===0`],
    [`role === "admin"`, `role === 'admin'`],
    [`user.name`, `user?.name`],
  ])("%s and %s", (one, other) => {
    expect(normalFormOf(one)).not.toContain("unsteady");
    expect(normalFormOf(one)).toEqual(normalFormOf(other));
  });

  it.each([
    [`a`, `!a`],
    [`a === 1`, `a !== 1`],
    [`a === 1`, `1 !== a`],
    [`a == null`, `a != null`],
    [`a || b`, `!(a || b)`],
  ])("%s and its opposite %s", (one, other) => {
    expect(normalFormOf(one, false)).toEqual(normalFormOf(other, true));
  });

  it.each([
    [`a`, `b`],
    [`a.b`, `a.c`],
    [`a === 1`, `a === 2`],
    [`a === "1"`, `a === 1`],
    [`a < 1`, `a > 1`],
    [`a < 1`, `a <= 1`],
    [`a && b`, `a || b`],
    [`"a b"`, `"a  b"`],
    [`(a + b) * c`, `a + b * c`],
    [`(a || b) && c`, `a || (b && c)`],
    [`-(a + b)`, `-a + b`],
    [`typeof (a + b)`, `typeof a + b`],
  ])("%s is not %s", (one, other) => {
    expect(normalFormOf(one)).not.toEqual(normalFormOf(other));
  });

  it("with and without the type is the same thing", () => {
    expect(question(`(user as User) === null`, "ts")?.key).toBe(question(`user === null`)?.key);
    expect(question(`user!.name`, "ts")?.key).toBe(question(`user.name`)?.key);
  });
});

describe("an equality", () => {
  it.each([
    [`role === "admin"`, { key: `role = "admin"`, flips: false, subject: "role", constant: `"admin"` }],
    [`role !== "admin"`, { key: `role = "admin"`, flips: true, subject: "role", constant: `"admin"` }],
    [`"admin" === role`, { key: `role = "admin"`, flips: false, subject: "role", constant: `"admin"` }],
    [`err.code == 11000`, { key: `err.code = 11000`, flips: false, subject: "err.code", constant: "11000" }],
    [`user == null`, { key: `user = null`, flips: false, subject: "user", constant: "null" }],
    [`typeof a === "string"`, { key: `typeof a = "string"`, flips: false, subject: "typeof a", constant: `"string"` }],
  ])("%s names its subject and its constant", (test, expected) => {
    expect(question(test)).toEqual(expected);
  });

  it.each([`a === b`, `a.id !== b.id`, `a === undefined`])("%s has no constant", (test) => {
    expect(question(test)).not.toHaveProperty("constant");
  });

  it("is not the order of two values", () => {
    expect(question(`a < b`)).toEqual({ key: "a < b", flips: false });
  });
});

describe("a question whose answer stays", () => {
  it.each([
    `a`, `this.a`, `a.b.c`, `a?.b`, `a[0]`, `a[b]`, `1`, `"a"`, `null`, `!a`, `-a`, `typeof a`, `void 0`, `a + b`, `a && b`, `a ?? b`,
    "`a`", "`a ${b}`", `[a, b]`, `[a].includes(b)`, `list.includes(a)`, `list.isEmpty()`, `errors.isEmpty()`, `Array.isArray(a)`,
    `req.isAuthenticated()`, `set.has(a)`, `path.startsWith("/")`, `path.endsWith("/")`, `id.equals(other)`, `id.toString() === user.id`,
    `map.has(a) && map.has(b)`, `a in b`, `a instanceof B`,
  ])("%s", (test) => {
    expect(question(test)).not.toBeNull();
  });
});

describe("a question whose answer may change", () => {
  it.each([
    `load()`, `user.isAdmin()`, `await load()`, `i++`, `--i`, `a = b`, `delete a.b`, `new Date()`, `a.b().c`, `a[i++]`, `"a".includes(next())`,
    `iterator.next()`, `has(a)`, `a[key()]`, "`a ${load()}`", "sql`a`", `[load()]`, `[...list]`, `[, a]`, `{ a: 1 }`, `() => a`, `function () {}`,
    `a && load()`, `!load()`, `load() === 1`, `list().includes(a)`, `a, b`, `Math.random() > 0.5`, `Date.now()`, `import("a")`,
    `set.has(load())`, `user?.isAdmin()`,
  ])("%s", (test) => {
    const text = `async function f() { at((${test})); }`;
    const { marked } = parse(text);
    expect(questionOf(marked)).toBeNull();
  });
});
