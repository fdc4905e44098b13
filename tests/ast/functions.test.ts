import { describe, expect, it } from "vitest";
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, enclosingFunction, holderOf, isFunction, keyOf, nameOf, parametersOf } from "../../src/ast/functions.ts";
import type { FunctionNode } from "../../src/ast/functions.ts";
import { parse } from "./parse.ts";

const functionTypes = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"] as const;

/** The function with `here` in its body, else the first of the file. */
function functionIn(text: string, language?: "js" | "ts"): FunctionNode {
  const { nodes } = parse(text, language);
  const all = nodes(...functionTypes) as FunctionNode[];
  const here = nodes("Identifier").find((node) => node.type === "Identifier" && node.name === "here");
  return (here && enclosingFunction(here)) ?? all[0]!;
}

const nameIn = (text: string, language?: "js" | "ts"): string | null => nameOf(functionIn(text, language));

describe("the name of a function", () => {
  it.each([
    [`function a() {}`, "a"],
    [`async function a() {}`, "a"],
    [`export function a() {}`, "a"],
    [`export default function a() {}`, "a"],
    [`export default function () {}`, null],
    [`export default () => {};`, null],
    [`const a = () => {};`, "a"],
    [`let a = function () {};`, "a"],
    [`const a = function b() {};`, "b"],
    [`export const a = () => {};`, "a"],
    [`const a = asyncHandler(() => {});`, "a"],
    [`const a = wrap(catching(() => {}));`, "a"],
    [`const a = wrap(options, () => {});`, "a"],
    [`const a = wrap(schema)(() => {});`, "a"],
    [`const a = wrap(() => {}, options);`, "a"],
    [`const { a } = { a: () => {} };`, "a"],
    [`const { a } = wrap(() => {});`, null],
    [`a = () => {};`, "a"],
    [`a = wrap(() => {});`, "a"],
    [`exports.a = () => {};`, "a"],
    [`exports["a"] = () => {};`, "a"],
    [`exports[a] = () => {};`, null],
    [`exports.a = asyncHandler(function () {});`, "a"],
    [`exports.a = exports.b = () => {};`, "b"],
    [`module.exports.a = () => {};`, "a"],
    [`module.exports = { a: () => {} };`, "a"],
    [`module.exports = { a() {} };`, "a"],
    [`module.exports = { async a() {} };`, "a"],
    [`module.exports = { "a": () => {} };`, "a"],
    [`module.exports = { a: wrap(() => {}) };`, "a"],
    [`module.exports = { [a]: () => {} };`, null],
    [`module.exports = { ["a"]: () => {} };`, "a"],
    [`const controller = { users: { a: () => {} } };`, "a"],
    [`class Users { a() {} }`, "a"],
    [`class Users { static a() {} }`, "a"],
    [`class Users { #a() {} }`, "a"],
    [`class Users { "a"() {} }`, "a"],
    [`class Users { a = () => {}; }`, "a"],
    [`class Users { a = wrap(async () => {}); }`, "a"],
    [`class Users { static a = () => {}; }`, "a"],
    [`class Users { [a]() {} }`, null],
    [`class Users { get a() { return 1; } }`, "a"],
    [`class Users { constructor() {} }`, "constructor"],
    [`this.a = () => {};`, "a"],
    [`Users.prototype.a = function () {};`, "a"],
    [`(() => {})();`, null],
    [`list = [() => {}];`, null],
    [`const a = () => () => { here; };`, null],
    [`const a = ok ? () => {} : null;`, null],
    [`new Thing(() => {});`, null],
  ])("%s → %o", (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  it.each([
    `app.get("/a", (req, res) => {});`,
    `router.route("/a").get((req, res) => {});`,
    `router.route("/a").get((req, res) => {}).post(other);`,
    `load((error, user) => {}).catch(next);`,
  ])("is not a word of the call that takes it: %s", (text) => {
    expect(nameIn(text)).toBeNull();
  });

  it.each([
    [`const a = (() => {}) as Handler;`, "a"],
    [`const a = (() => {}) satisfies Handler;`, "a"],
    [`const a: Handler = () => {};`, "a"],
    [`const a = <Handler>(() => {});`, "a"],
    [`const a = wrap((() => {}) as Handler)!;`, "a"],
    [`export const a = wrap<Body>(async () => {});`, "a"],
    [`class Users { public a = (): void => {}; }`, "a"],
    [`class Users { private async a(): Promise<void> {} }`, "a"],
    [`export default (() => {}) satisfies Handler;`, null],
  ])("in TypeScript: %s → %o", (text, name) => {
    expect(nameIn(text, "ts")).toBe(name);
  });

  it("does not go to what only calls the function", () => {
    // The wrapper gets another value: what the function in the callee's place gives back.
    expect(nameIn(`const a = (() => 1)();`)).toBeNull();
  });
});

describe("the holder of a function", () => {
  it.each([
    [`const a = wrap(() => {});`, "VariableDeclarator"],
    [`app.get("/a", wrap(() => {}));`, "ExpressionStatement"],
    [`exports.a = () => {};`, "AssignmentExpression"],
    [`({ a: wrap(() => {}) });`, "Property"],
    [`class A { a = () => {}; }`, "PropertyDefinition"],
    [`class A { a() {} }`, "MethodDefinition"],
    [`list.push([() => {}]);`, "ArrayExpression"],
    [`function a() {}`, "Program"],
  ])("%s is a %s", (text, type) => {
    expect(holderOf(functionIn(text)).type).toBe(type);
  });
});

describe("the parameters of a function", () => {
  const parametersIn = (text: string, language?: "js" | "ts"): string[] => {
    const { sourceCode, nodes } = parse(text, language);
    const fn = (nodes(...functionTypes) as FunctionNode[])[0]!;
    return parametersOf(fn).map((node) => `${node.type}: ${sourceCode.getText(node)}`);
  };

  it.each([
    [`function f() {}`, []],
    [`(a, b) => {};`, ["Identifier: a", "Identifier: b"]],
    [`(a, b = 1) => {};`, ["Identifier: a", "Identifier: b"]],
    [`({ a }, [b]) => {};`, ["ObjectPattern: { a }", "ArrayPattern: [b]"]],
    [`({ a } = {}) => {};`, ["ObjectPattern: { a }"]],
    [`(a, ...rest) => {};`, ["Identifier: a", "RestElement: ...rest"]],
    [`(_, __) => {};`, ["Identifier: _", "Identifier: __"]],
  ])("%s", (text, parameters) => {
    expect(parametersIn(text)).toEqual(parameters);
  });

  it.each([
    [`function f(this: Server, a: A) {}`, ["Identifier: a: A"]],
    [`function f(this: void) {}`, []],
    [`class A { f(this: this, a?: A) {} }`, ["Identifier: a?: A"]],
    [`class A { constructor(private readonly a: A, public b = 1) {} }`, ["Identifier: a: A", "Identifier: b"]],
    [`(a: A, b: B = c) => {};`, ["Identifier: a: A", "Identifier: b: B"]],
  ])("in TypeScript: %s", (text, parameters) => {
    expect(parametersIn(text, "ts")).toEqual(parameters);
  });
});

describe("the key of a member", () => {
  const keyIn = (text: string): string | null => {
    const { nodes } = parse(text);
    return keyOf(nodes("MemberExpression", "Property", "MethodDefinition", "PropertyDefinition")[0]!);
  };

  it.each([
    [`a.b;`, "b"],
    [`a?.b;`, "b"],
    [`a["b"];`, "b"],
    [`a["b c"];`, "b c"],
    [`a[404];`, "404"],
    [`a[b];`, null],
    [`a[b()];`, null],
    ["a[`b`];", null],
    [`class A { #b; f() { return this.#b; } }`, "b"],
    [`({ b: 1 });`, "b"],
    [`({ "b": 1 });`, "b"],
    [`({ 404: 1 });`, "404"],
    [`({ b });`, "b"],
    [`({ b() {} });`, "b"],
    [`({ [b]: 1 });`, null],
    [`({ ["b"]: 1 });`, "b"],
    [`class A { b() {} }`, "b"],
    [`class A { b = 1; }`, "b"],
    [`class A { [b] = 1; }`, null],
    [`const { b } = a;`, "b"],
  ])("%s → %o", (text, key) => {
    expect(keyIn(text)).toBe(key);
  });

  it("is nothing for other nodes", () => {
    expect(keyOf(parse(`a;`).nodes("Identifier")[0]!)).toBeNull();
  });
});

describe("a bare expression", () => {
  const bareIn = (text: string, language: "js" | "ts" = "ts"): string => {
    const { sourceCode, marked } = parse(text, language);
    return sourceCode.getText(bare(marked));
  };

  it.each([
    [`at(a);`, "a"],
    [`at((a));`, "a"],
    [`at(a as B);`, "a"],
    [`at(a as unknown as B);`, "a"],
    [`at(a satisfies B);`, "a"],
    [`at(a!);`, "a"],
    [`at(<B>a);`, "a"],
    [`at(a?.b);`, "a?.b"],
    [`at((a as B)!.c);`, "(a as B)!.c"],
    [`at((a?.b)!);`, "a?.b"],
    [`at(await a);`, "await a"],
    [`at((0, a));`, "0, a"],
  ])("%s → %s", (text, expected) => {
    expect(bareIn(`async () => { ${text} };`)).toBe(expected);
  });

  it("takes the chain off, not the access in it", () => {
    expect(bare(parse(`at(a?.b);`).marked).type).toBe("MemberExpression");
  });
});

describe("the enclosing function", () => {
  it.each([
    [`at(1);`, null],
    [`function f() { at(1); }`, "f"],
    [`function f() { const g = () => at(1); }`, "g"],
    [`class A { f() { if (ok) { at(1); } } }`, "f"],
    [`class A { f = at(1); }`, null],
  ])("%s → %o", (text, name) => {
    const fn = enclosingFunction(parse(text).marked);
    expect(fn && nameOf(fn)).toBe(name);
  });

  it("of a function is the one around it", () => {
    const [outer, inner] = parse(`function f() { return () => {}; }`).nodes(...functionTypes) as [TSESTree.Node, TSESTree.Node];
    expect(enclosingFunction(inner)).toBe(outer);
    expect(enclosingFunction(outer)).toBeNull();
  });
});

describe("what a function is", () => {
  it.each([null, undefined])("%s is none", (nothing) => expect(isFunction(nothing)).toBe(false));
  it("a class and a method's place are none", () => {
    const { nodes } = parse(`class A { f() {} }`);
    expect(nodes("ClassDeclaration", "MethodDefinition").map(isFunction)).toEqual([false, false]);
    expect(nodes("FunctionExpression").map(isFunction)).toEqual([true]);
  });
});
