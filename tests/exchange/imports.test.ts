/** Values of other files, in projects on the disk. */
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import type * as FileSystem from "node:fs";
import * as typescript from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TSESLint } from "@typescript-eslint/utils";
import { Bindings } from "../../src/ast/bindings.ts";
import { visit } from "../../src/ast/visit.ts";
import { importerFor } from "../../src/exchange/elsewhere/imports.ts";
import { parsed } from "../../src/project/language.ts";
import type * as Language from "../../src/project/language.ts";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof FileSystem>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

vi.mock("../../src/project/language.ts", async (original) => {
  const language = await original<typeof Language>();
  return { ...language, parsed: vi.fn(language.parsed) };
});

let project: Project | undefined;

afterEach(() => {
  project?.remove();
  project = undefined;
});

/** The value that `at(…)` in the file stands for: its text, and the members of it that are meant. */
function valueIn(made: Project, path: string, text: string): string | undefined {
  const linter = new Linter({ cwd: made.root });
  const parser = path.endsWith(".ts") ? { parser: typescript } : {};
  let found: string | undefined;
  const read = {
    create: ({ sourceCode, languageOptions }: { sourceCode: unknown; languageOptions: object }) => {
      const code = sourceCode as TSESLint.SourceCode;
      const bindings = new Bindings(code, importerFor(made.at(path), languageOptions, code.visitorKeys));
      visit(code.ast, code.visitorKeys, (node) => {
        if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "at" || !node.arguments[0]) return;
        const imported = bindings.importedBy(node.arguments[0]);
        found = imported && [bindings.textOf(imported.node), ...imported.path].join(" . ");
      });
      return {};
    },
  };
  linter.verify(text, [{
    files: ["**/*.{js,ts}"], plugins: { test: { rules: { read } } }, rules: { "test/read": "error" },
    languageOptions: { sourceType: /\bimport\b|\bexport\b/.test(text) ? "module" : "commonjs", ...parser },
  }], { filename: made.at(path) });
  return found;
}

function valueOf(files: Readonly<Record<string, string>>): string | undefined {
  project = projectOf(files);
  const [path = "", text = ""] = Object.entries(files)[0] ?? [];
  return valueIn(project, path, text);
}

const fail = `function fail() {}`;

describe("a value of another file", () => {
  it.each<[what: string, value: string, files: Readonly<Record<string, string>>]>([
    ["exported by name", "fail", { "a.js": `import { fail } from "./b.js"; at(fail);`, "b.js": `export ${fail}` }],
    ["under another name", "fail", { "a.js": `import { no as not } from "./b.js"; at(not);`, "b.js": `${fail}\nexport { fail as no };` }],
    ["by default", fail, { "a.js": `import no from "./b.js"; at(no);`, "b.js": `export default ${fail}` }],
    ["of a constant", "404", { "a.js": `import { codes } from "./b.js"; at(codes.missing);`, "b.js": `export const codes = { missing: 404 };` }],
    ["of an enum", "Codes . missing", { "a.ts": `import { Codes } from "./b"; at(Codes.missing);`, "b.ts": `export enum Codes { missing = 404 }` }],
    ["of a class by default", "() {}", { "a.js": `import Reply from "./b.js"; at(Reply.fail);`, "b.js": `export default class Reply { static fail() {} }` }],
    ["of an instance", "() {}", { "a.js": `import reply from "./b.js"; at(reply.fail);`, "b.js": `class Reply { fail() {} }\nexport default new Reply();` }],
    ["of a namespace", "fail", { "a.js": `import * as reply from "./b.js"; at(reply.fail);`, "b.js": `export ${fail}` }],
    ["that is required", "fail", { "a.js": `const { fail } = require("./b"); at(fail);`, "b.js": `${fail} module.exports = { fail };` }],
    ["that is a member of what is required", "() => {}", { "a.js": `const reply = require("./b"); at(reply.fail);`, "b.js": `exports.fail = () => {};` }],
    ["of a module that is a class", "class {}", { "a.js": `const Reply = require("./b"); at(Reply);`, "b.js": `module.exports = class {};` }],
    ["that is imported where it is required", "fail", { "a.js": `import { fail } from "./b.cjs"; at(fail);`, "b.cjs": `${fail} exports.fail = fail;` }],
    ["through an index file", "fail", { "src/a.js": `import { fail } from "./lib"; at(fail);`, "src/lib/index.js": `export * from "./b"; export * from "./c";`, "src/lib/b.js": `export const other = 1;`, "src/lib/c.js": `export ${fail}` }],
    ["through an index file that imports it first", "fail", { "a.js": `import { fail } from "./lib"; at(fail);`, "lib/index.js": `import { fail } from "./b.js";\nexport { fail };`, "lib/b.js": `export ${fail}` }],
    ["of an object that an index file hands on", "fail", { "a.js": `import { reply } from "./lib/index.js"; at(reply.fail);`, "lib/index.js": `export { reply } from "./b.js";`, "lib/b.js": `${fail}\nexport const reply = { fail };` }],
    ["through an index file that renames", fail, { "a.js": `import { no } from "./lib"; at(no);`, "lib/index.js": `export { default as no } from "./b.js";`, "lib/b.js": `export default ${fail}` }],
    ["through an object of modules", "fail", { "a.js": `const { reply } = require("./lib"); at(reply.fail);`, "lib/index.js": `module.exports = { reply: require("./b") };`, "lib/b.js": `${fail} module.exports = { fail };` }],
    ["through what is spread", "fail", { "a.js": `const { fail } = require("./lib"); at(fail);`, "lib/index.js": `module.exports = { ...require("./b") };`, "lib/b.js": `${fail} module.exports = { fail };` }],
    ["through a namespace that is exported", "fail", { "a.js": `import { reply } from "./lib/index.js"; at(reply.fail);`, "lib/index.js": `export * as reply from "./b.js";`, "lib/b.js": `export ${fail}` }],
    ["by the paths of a tsconfig.json", "fail", { "src/a.ts": `import { fail } from "@/lib/b"; at(fail);`, "src/lib/b.ts": `export ${fail}`, "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }` }],
    ["by the imports of a package.json", "fail", {
      "src/a.js": `import { fail } from "#lib/b.js"; at(fail);`, "src/lib/b.js": `export ${fail}`,
      "package.json": `{ "imports": { "#lib/*": { "default": "./src/lib/*" } }, "dependencies": { "express": "5" } }`,
    }],
    ["of another package of the workspace", "fail", {
      "apps/api/a.js": `import { fail } from "@acme/http"; at(fail);`,
      "apps/api/package.json": `{ "dependencies": { "express": "5", "@acme/http": "*" } }`,
      "packages/http/package.json": `{ "name": "@acme/http", "main": "dist/index.js" }`, "packages/http/src/index.js": `export ${fail}`,
      "package.json": `{ "workspaces": ["apps/*", "packages/*"] }`,
    }],
    ["of a part of another package", "fail", {
      "apps/api/a.ts": `import { fail } from "@acme/http/replies"; at(fail);`,
      "apps/api/package.json": `{ "dependencies": { "express": "5" } }`,
      "packages/http/package.json": `{ "name": "@acme/http", "exports": { "./*": { "import": "./source/*.ts" } } }`, "packages/http/source/replies.ts": `export ${fail}`,
      "pnpm-workspace.yaml": "packages:\n  - 'apps/*'\n  - packages/*\n",
    }],
  ])("%s", (_, value, files) => {
    expect(valueOf(files)).toBe(value);
  });

  it("knows what its own names mean, beside those of the linted file", () => {
    project = projectOf({ "b.js": `import { c } from "./c.js"; const own = 1; export const b = [own, c];`, "c.js": `export const c = 2;` });
    const path = project.at("a.js");
    const linter = new Linter({ cwd: project.root });
    const told: unknown[] = [];
    const read = {
      create: ({ sourceCode, languageOptions }: { sourceCode: unknown; languageOptions: object }) => {
        const code = sourceCode as TSESLint.SourceCode;
        const bindings = new Bindings(code, importerFor(path, languageOptions, code.visitorKeys));
        const [, statement] = code.ast.body;
        const name = statement?.type === "ExpressionStatement" ? statement.expression : code.ast;
        const { node } = bindings.importedBy(name)!;
        const init = bindings.initOf(bindings.variableOf(node)!)!;
        const [own, other] = init.type === "ArrayExpression" ? init.elements : [];
        told.push(bindings.textOf(init), bindings.textOf(bindings.initOf(bindings.variableOf(own!)!)!), bindings.originOf(other!)?.source);
        told.push(bindings.textOf(bindings.importedBy(other!)!.node), bindings.isOwn(name), bindings.isOwn(init));
        return {};
      },
    };
    linter.verify(`import { b } from "./b.js"; b;`, [{ plugins: { test: { rules: { read } } }, rules: { "test/read": "error" } }], { filename: path });
    expect(told).toEqual(["[own, c]", "1", "./c.js", "c", true, false]);
  });
});

describe("nothing is known", () => {
  const a = `import { fail } from "./b.js"; at(fail);`;

  it.each<[what: string, files: Readonly<Record<string, string>>]>([
    ["of a file that is missing", { "a.js": a }],
    ["of a file with a syntax error", { "a.js": a, "b.js": `export ${fail} (` }],
    ["of a file of 2 MB", { "a.js": a, "b.js": `export ${fail} //${"x".repeat(2_000_000)}` }],
    ["of what is not exported", { "a.js": a, "b.js": fail }],
    ["of what is exported twice", { "a.js": `const { fail } = require("./b"); at(fail);`, "b.js": `if (a) run(); exports.fail = () => {}; exports.fail = () => 1;` }],
    ["of imports that go round", { "a.js": a, "b.js": `export * from "./c.js"; export { fail } from "./c.js";`, "c.js": `export * from "./b.js"; import { fail } from "./b.js"; export { fail };` }],
    ["of a file that hands on what it imports from itself", { "a.js": a, "b.js": `export * from "./b.js";` }],
    ["at the end of a long way", { "a.js": a, "b.js": `export * from "./c.js";`, "c.js": `export * from "./d.js";`, "d.js": `export * from "./e.js";`, "e.js": `export * from "./f.js";`, "f.js": `export ${fail}` }],
    ["of a package", { "a.js": `import { fail } from "fails"; at(fail);`, "node_modules/fails/index.js": `export ${fail}`, "node_modules/fails/package.json": `{ "name": "fails" }` }],
    ["of a file in a package", { "a.js": `import { fail } from "./node_modules/fails/index.js"; at(fail);`, "node_modules/fails/index.js": `export ${fail}` }],
    ["of data", { "a.js": `const { fail } = require("./b.json"); at(fail);`, "b.json": `{ "fail": 1 }` }],
    ["of a type", { "a.ts": `import type { fail } from "./b"; at(fail);`, "b.ts": `export ${fail}` }],
    ["of a module that run time chooses", { "a.js": `const { fail } = require("./" + name); at(fail);`, "b.js": `exports.fail = ${fail}` }],
    ["of a name that is no path", { "a.js": `import { fail } from "./\\0"; at(fail);` }],
    ["of a workspace that lists nothing", {
      "a.js": `import { fail } from "@acme/http"; at(fail);`, "package.json": `{ "workspaces": ["../*", "missing/*", 1], "dependencies": { "express": "5" } }`,
    }],
  ])("%s", (_, files) => {
    expect(valueOf(files)).toBeUndefined();
  });

  it("outside of the project", () => {
    project = projectOf({ "api/package.json": `{ "dependencies": { "express": "*" } }`, "b.js": `export ${fail}` });
    expect(valueIn(project, "api/a.js", a.replace("./b", "../b"))).toBeUndefined();
    symlinkSync(project.at("b.js"), project.at("api/b.js"));
    expect(valueIn(project, "api/a.js", a)).toBeUndefined();
  });

  it("where links go round", () => {
    project = projectOf({});
    symlinkSync(project.at("b.js"), project.at("c.js"));
    symlinkSync(project.at("c.js"), project.at("b.js"));
    expect(valueIn(project, "a.js", a)).toBeUndefined();
  });

  it("without a parser, and of a text that is no file", () => {
    expect(importerFor("/a.js", {}, {})).toBeUndefined();
    expect(importerFor("a.js", { parser: typescript as never }, {})).toBeUndefined();
  });
});

describe("a file that is imported again", () => {
  const a = `import { fail } from "./b.js"; at(fail);`;
  const reads = (path: string): number => vi.mocked(readFileSync).mock.calls.filter(([read]) => read === path).length;
  const parses = (path: string): number => vi.mocked(parsed).mock.calls.filter(([, parse]) => parse === path).length;
  const later = (milliseconds: number): void => { vi.setSystemTime(Date.now() + milliseconds); };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.mocked(readFileSync).mockClear();
    vi.mocked(parsed).mockClear();
  });

  afterEach(() => { vi.useRealTimers(); });

  it("is read once, and again when it changes", () => {
    project = projectOf({ "b.js": `export const fail = () => 1;` });
    const path = project.at("b.js");
    for (let run = 0; run < 10; run++) {
      expect(valueIn(project, "a.js", a)).toBe("fail");
      later(700);
    }
    expect(reads(path)).toBe(1);
    project.write({ "b.js": `export { fail } from "./c.js";`, "c.js": `export default 1; export { one as fail }; const one = 1;` });
    later(1000);
    expect(valueIn(project, "a.js", a)).toBe("one");
    expect(reads(path)).toBe(2);
    rmSync(path);
    later(1000);
    expect(valueIn(project, "a.js", a)).toBeUndefined();
  });

  it("is parsed again where many others were parsed since", () => {
    const others = Array.from({ length: 100 }, (_, index) => `b${index}`);
    project = projectOf({ "b.js": `export const fail = 1;`, ...Object.fromEntries(others.map((name) => [`${name}.js`, `export const fail = 1;`])) });
    for (const name of ["b", ...others, "b"]) expect(valueIn(project, "a.js", a.replace("./b", `./${name}`))).toBe("fail");
    expect([reads(project.at("b.js")), parses(project.at("b.js"))]).toEqual([1, 2]);
  });

  it("is parsed once, however many files were looked into since that have not the name", () => {
    const others = Array.from({ length: 100 }, (_, index) => `b${index}`);
    project = projectOf({ "b.js": `export const fail = 1;`, ...Object.fromEntries(others.map((name) => [`${name}.js`, `export const pass = 1;`])) });
    expect(valueIn(project, "a.js", a)).toBe("fail");
    for (const name of others) expect(valueIn(project, "a.js", a.replace("./b", `./${name}`))).toBeUndefined();
    expect(valueIn(project, "a.js", a)).toBe("fail");
    expect(parses(project.at("b.js"))).toBe(1);
  });
});
