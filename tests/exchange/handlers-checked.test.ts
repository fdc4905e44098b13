/** What the type checker proves and refutes of a `(req, res)` pair, with the types of Express as they are published. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import { exchangesIn } from "../../src/exchange/exchanges-in.ts";
import type { Linted } from "../../src/exchange/exchanges-in.ts";
import type { Exchange } from "../../src/exchange/model.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "checked-")));
afterAll(() => { rmSync(root, { recursive: true }); });
symlinkSync(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(root, "node_modules"));
writeFileSync(join(root, "package.json"), `{ "dependencies": { "koa": "^3.0.0" } }`);
writeFileSync(join(root, "tsconfig.json"), `{ "compilerOptions": { "strict": true, "module": "nodenext", "skipLibCheck": true }, "include": ["src"] }`);
mkdirSync(join(root, "src"));
writeFileSync(join(root, "src/types.ts"), `
import type { Request, Response } from "express";
import type { ServerResponse } from "node:http";
export interface Answer extends Response { fail(status: number): void }
export interface Reply { status(code: number): Reply; json(content: unknown): void }
export type Handler = (req: Request, res: Response) => void;
export type Raw = ServerResponse;
export const route = (handler: Handler) => handler;
`);

/** The file is written anew for each case, so the parser must not take the process for a single run, as it does where `CI` is set. */
const checked = { project: "./tsconfig.json", tsconfigRootDir: root, disallowAutomaticSingleRunInference: true };

/** What is read with the type checker or without. */
function readIn(text: string, isChecked: boolean): readonly Exchange[] {
  const filename = join(root, "src/code.ts");
  writeFileSync(filename, text);
  let exchanges: readonly Exchange[] = [];
  const rule: Rule.RuleModule = {
    create(context) {
      ({ exchanges } = exchangesIn(context as unknown as Linted));
      return {};
    },
  };
  const messages = new Linter({ cwd: root }).verify(text, [{
    files: ["**/*.ts"],
    plugins: { test: { rules: { read: rule } } },
    rules: { "test/read": "error" },
    languageOptions: { parser, parserOptions: isChecked ? checked : {} },
  }], { filename });
  expect(messages).toEqual([]);
  return exchanges;
}

const frameworksIn = (text: string, isChecked: boolean): string[] => readIn(text, isChecked).map(({ framework }) => framework);
const codesIn = (text: string, isChecked: boolean) => readIn(text, isChecked).flatMap(({ responses }) => responses.map(({ status: { codes, origin } }) => [...codes, origin]));

describe("the type of a parameter", () => {
  it.each<[name: string, text: string, unchecked: string[], checked: string[]]>([
    ["comes from the function that takes the handler", `import { route } from "./types.js"; export const show = route((req, res) => { res.status(404).json({}); });`, [], ["express"]],
    ["comes from the one of Express", `import type { Answer } from "./types.js"; export const show = (req: unknown, res: Answer) => { res.status(404).json({}); };`, [], ["express"]],
    ["is another name for the one of Node.js", `import type { Raw } from "./types.js"; export const show = (req: unknown, res: Raw) => { res.statusCode = 404; res.end(); };`, [], ["node-http"]],
    ["is one of the project that only looks like it", `import express from "express"; import type { Reply } from "./types.js"; export const app = express(); export const show = (req: unknown, res: Reply) => { res.status(404).json({}); };`, ["express"], []],
    ["says nothing", `import express from "express"; export const app = express(); export const show = (req: any, res: any) => { res.status(404).json({}); };`, ["express"], ["express"]],
    ["is written, and needs no checker", `import type { Request, Response } from "express"; export const show = (req: Request, res: Response) => { res.status(404).json({}); };`, ["express"], ["express"]],
  ])("%s", (_, text, unchecked, checked) => {
    expect({ unchecked: frameworksIn(text, false), checked: frameworksIn(text, true) }).toEqual({ unchecked, checked });
  });
});

describe("the type of a status", () => {
  const program = (declared: string, status: string): string =>
    `import express from "express"; ${declared} express().get("/", (req, res) => { res.status(${status}).end(); });`;

  it.each<[name: string, text: string, checked: unknown[][]]>([
    ["is one number", program("declare const missing: 404;", "missing"), [[404, "explicit"]]],
    ["is a member of an enumeration", program("declare enum Answers { Missing = 404 }", "Answers.Missing"), [[404, "explicit"]]],
    ["is a member of a record", program("declare const codes: { readonly missing: 404 };", "codes.missing"), [[404, "explicit"]]],
    ["is a number", program("declare const code: number;", "code"), [["dynamic"]]],
    ["is one of two numbers", program("declare const code: 400 | 404;", "code"), [["dynamic"]]],
    ["says nothing", program("declare const code: any;", "code"), [["dynamic"]]],
  ])("%s", (_, text, checked) => {
    expect(codesIn(text, true)).toEqual(checked);
  });

  it("is not known without a type checker", () => {
    expect(codesIn(program("declare const missing: 404;", "missing"), false)).toEqual([["dynamic"]]);
  });
});
