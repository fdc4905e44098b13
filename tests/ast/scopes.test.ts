import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { Bindings } from "../../src/ast/bindings.ts";
import { scopesOf } from "../../src/ast/scopes.ts";
import { parse } from "./parse.ts";

/** Every name of the text with the place of what it means, and whether it is written there, by ESLint's scopes and by ours. */
function meanings(text: string): { readonly ours: string[]; readonly theirs: string[] } {
  const { sourceCode, nodes } = parse(text);
  const own = { ast: sourceCode.ast, text, visitorKeys: sourceCode.visitorKeys, scopeManager: scopesOf(sourceCode.ast, sourceCode.visitorKeys) };
  const tell = (bindings: Bindings): string[] => nodes("Identifier").map((node) => {
    const variable = bindings.variableOf(node);
    const [definition] = variable?.defs ?? [];
    const reference = variable?.references.find(({ identifier }) => identifier === node);
    const init = variable && bindings.initOf(variable);
    // ESLint has variables for globals and for `arguments`, which nothing declares.
    return `${(node as TSESTree.Identifier).name} ${definition ? [definition.name.range[0], definition.node.type, variable?.defs.length, reference?.isWrite() ?? "", init?.type ?? ""].join(" ") : "-"}`;
  });
  return { ours: tell(new Bindings(own as unknown as typeof sourceCode)), theirs: tell(new Bindings(sourceCode)) };
}

describe("the scopes of a file say what ESLint's say:", () => {
  it.each([
    `const a = 1, { b, c: [d = a, ...e], ...f } = a; let g; g = b; g++; [g, f.x] = e; ({ d: g } = f);`,
    `function f(a, { b = a }, ...c) { var d = b; { let d = c; use(d, e); } return d; } var e = f;`,
    `const f = function g() { return g(f); }; const h = (x) => x(y => y + x);`,
    `import a, { b as c, default as d } from "x"; import * as e from "y"; export { c as f }; export default e; export const g = a(d);`,
    `export * from "x"; export { a } from "y"; export function b() {} export class C extends b {}`,
    `class A extends B { static c = A; #d = 1; [e]() { return this.#d; } static { var e = A; } } var B, e;`,
    `try { a(); } catch ({ message }) { message; } try { a(); } catch { var a; }`,
    `for (const a of b) a; for (let i = 0, n = i; i < n; i++) { var b = i; } for (c in b) c; let c; for ([c] of b);`,
    `switch (a) { case b: let b = 1; } outer: while (a) { if (b) break outer; continue outer; } var a; var a;`,
    `const o = { a, b: a, [a]: 1, c() { return o; }, get d() { return a; } }; var a = \`\${o.a} \${o[a]}\`;`,
    `hoisted(); function hoisted() { later(); } const later = async () => { await import(later); }; function Made() { return new.target; }`,
  ])("%s", (text) => {
    const { ours, theirs } = meanings(text);
    expect(ours).toEqual(theirs);
  });
});
