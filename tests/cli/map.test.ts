import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { ProjectMap } from "../../src/cli/map.ts";
import { version } from "../../src/version.ts";
import { pluginBeside, project, run, runWith, withoutTypeScript } from "../support/command-line.ts";
import type { Ran } from "../support/command-line.ts";

const mapIn = ({ stdout }: Ran): ProjectMap => JSON.parse(stdout) as ProjectMap;
const pathsIn = (ran: Ran): string[] => mapIn(ran).files.map(({ path }) => path);

const cart = `import express from "express";
const app = express();
app.post("/carts/:id", (req, res) => {
  /* eslint-disable */
  if (!req.body.items) {
    return res.status(400).json({ error: "Items are missing" });
  }
  res.status(201);
  res.json({ id: carts.add(req.body) });
});
`;

const old = `var express = require("express");
var mode = 0644;
express().get("/health", function (req, res) { res.sendStatus(204); });
`;

const typed = `import express, { type Request, type Response } from "express";
express().all("/x", (req: Request, res: Response): void => { res.status(req.query.a ? 200 : 404).end(); });
`;

const manifest = JSON.stringify({ type: "module", dependencies: { express: "^5.1.0" } });

describe("map --no-config", { timeout: 60_000 }, () => {
  it("prints every handler of the files, and one line for each file that does not parse", async () => {
    const folder = project({
      "package.json": manifest,
      "src/cart.js": cart,
      "src/old.cjs": old,
      "src/typed.ts": typed,
      "src/broken.js": `import "express";\nconst app = ;\n`,
      "src/plain.js": "export const sum = (a, b) => a + b;\n",
      "dist/cart.js": cart,
      "cart.min.js": cart,
    });
    symlinkSync(join(folder, "nowhere.js"), join(folder, "src/dangling.js"));
    const ran = await run(folder, "map", "--format", "json", "--no-config");
    expect(ran.code).toBe(0);
    expect(ran.stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^src\/broken\.js:2:13: Parsing error: Unexpected token ;$/) as string,
      "src/dangling.js: cannot be opened: ENOENT",
    ]);
    expect(pathsIn(ran)).toEqual(["src/cart.js", "src/old.cjs", "src/typed.ts"]);
    expect(mapIn(ran).files[0]).toEqual({
      path: "src/cart.js",
      handlers: [{
        framework: "express", major: 5, role: "endpoint", method: "POST", methodFrom: "registration", route: "/carts/:id", name: null,
        start: { line: 3, column: 24 }, end: { line: 10, column: 2 },
        responses: [
          { line: 6, column: 16, sentLine: 6, status: 400, origin: "explicit", body: "failure", via: "res.status().json", circumstance: "invalid" },
          { line: 8, column: 7, sentLine: 9, status: 201, origin: "explicit", body: "resource", via: "res.status().json", circumstance: "none" },
        ],
      }],
    });
    expect(mapIn(ran).files[2]?.handlers).toMatchObject([{ method: "ANY", responses: [{ status: 200, body: "none" }, { status: 404 }] }]);
  });

  it("tells how TypeScript files would be read where no parser is installed", async () => {
    const plugin = pluginBeside({ "eslint": "eslint", "markdown-table": "markdown-table" }, withoutTypeScript);
    const left = "TypeScript is left out (1 file); to read it: npm install --save-dev @typescript-eslint/parser\n";
    const some = await runWith({ cwd: project({ ...withoutTypeScript, "a.js": cart, "b.ts": typed, "c.ts": "export {};" }), plugin }, "map");
    expect(some).toMatchObject({ code: 0, stderr: left });
    expect(pathsIn(some)).toEqual(["a.js"]);
    const none = await runWith({ cwd: project({ ...withoutTypeScript, "b.ts": typed, "api.js": "export const load = (url) => fetch(url).then((res) => res.json());" }), plugin }, "map");
    expect(none).toEqual({ code: 2, stdout: "", stderr: left });
  });

  it("reads only the named files", async () => {
    const folder = project({ "[id].js": cart, "b.js": cart });
    expect(pathsIn(await run(folder, "map", "--no-config", "[id].js"))).toEqual(["[id].js"]);
  });
});

describe.each([["ESLint 10", "eslint"], ["ESLint 9", "eslint9"]])("map with the project's configuration on %s", { timeout: 60_000 }, (_, eslint) => {
  const config = `import parser from "@typescript-eslint/parser";
export default [
  { ignores: ["old/**"] },
  { files: ["**/*.js", "**/*.ts"], settings: { "http-status": { frameworks: { express: 4 } } }, languageOptions: { parser } },
  { rules: { "no-undef": "error" } },
];
`;

  it("uses its parser, its ignores and its settings", async () => {
    const folder = project(
      { "package.json": manifest, "eslint.config.js": config, "b.ts": typed, "a.js": cart, "old/c.js": cart },
      { eslint, "@typescript-eslint/parser": "@typescript-eslint/parser" },
    );
    const ran = await run(folder, "map");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(pathsIn(ran)).toEqual(["a.js", "b.ts"]);
    expect(mapIn(ran).files[0]?.handlers[0]?.major).toBe(4);
  });

  it.each([
    ["where there is none", {}],
    ["where there is only one of ESLint 8", { ".eslintrc.json": `{ "extends": "airbnb" }`, "package.json": `{ "eslintConfig": { "root": true } }` }],
  ])("does without %s", async (_where, files) => {
    const ran = await run(project({ ...files, "a.js": cart, "old.js": old, "dist/a.js": cart }, { eslint }), "map");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(pathsIn(ran)).toEqual(["a.js", "old.js"]);
  });

  it("does without one that needs packages which are not installed", async () => {
    const ran = await run(project({ "a.js": cart, "eslint.config.mjs": `import "eslint-config-of-nobody"; export default [];` }, { eslint }), "map");
    expect(ran.stderr).toMatch(/^Read without the project's ESLint configuration: Cannot find package 'eslint-config-of-nobody'.*\n$/);
    expect(pathsIn(ran)).toEqual(["a.js"]);
  });

  it("says in one line why it could not start", async () => {
    const broken = await run(project({ "a.js": cart, "eslint.config.mjs": `throw new Error("No such preset");` }, { eslint }), "map");
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringMatching(/^No such preset.*--no-config.*\n$/) as string });
    const settings = `export default [{ settings: { "http-status": { fix: "all" } } }];`;
    const wrong = await run(project({ "a.js": cart, "b.js": cart, "eslint.config.mjs": settings }, { eslint }), "map");
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^settings\["http-status"\]\.fix takes .*\n$/) as string });
  });
});

describe("map for people", { timeout: 60_000 }, () => {
  const folder = project({
    "package.json": manifest,
    "src/cart.js": cart,
    "src/users.js": `import express from "express";
const app = express();
app.get(/^\\/(a|b)_c$/, (req, res) => res.redirect("/users"));
app.get("/users/:id", (req, res) => { res.status(req.query.ok ? 200 : 404).json(user); });
app.get("/now", (req, res) => { res.status(Number(req.query.status)).end(); });
app.use((error, req, res, next) => { res.status(500).json({ error: error.message }); });
app.use((req, res, next) => { next(); });
`,
    "src/auth.js": `import express from "express";
export function auth(role) {
  return (req, res, next) => { if (req.role !== role) { res.sendStatus(403); return; } next(); };
}
express().use(auth("admin"));
`,
  });

  it("prints a table with a line for each answer", async () => {
    const ran = await run(folder, "map", "--format", "table");
    expect(ran).toEqual({ code: 0, stderr: "", stdout: `
Method | Route or handler  | Status                    | Content  | Line

src/auth.js
       | auth (middleware) | 403 Forbidden             | failure  |    3

src/cart.js
POST   | /carts/:id        | 400 Bad Request           | failure  |    6
POST   | /carts/:id        | 201 Created               | resource |    8

src/users.js
GET    | /^\\/(a|b)_c$/     | 302 Found                 | redirect |    3
GET    | /users/:id        | 200 OK                    |          |    4
GET    | /users/:id        | 404 Not Found             |          |    4
GET    | /now              | at run time               | none     |    5
ANY    | (error handler)   | 500 Internal Server Error | failure  |    6
`.trimStart() });
  });

  it("prints a table for a wiki", async () => {
    const { stdout } = await run(folder, "map", "--format", "markdown", "src/cart.js");
    expect(stdout).toBe(`
## src/cart.js

| Method | Route or handler | Status          | Content  | Line |
| ------ | ---------------- | --------------- | -------- | ---: |
| POST   | /carts/:id       | 400 Bad Request | failure  |    6 |
| POST   | /carts/:id       | 201 Created     | resource |    8 |
`.trimStart());
  });

  it("keeps the signs of a route out of the hands of Markdown", async () => {
    const { stdout } = await run(project({ "a_b.js": `require("express")().get("/a|b/*_c_", (req, res) => res.sendStatus(204));` }), "map", "--format", "markdown");
    expect(stdout).toContain("## a\\_b.js\n");
    expect(stdout).toContain("| GET    | /a\\|b/\\*\\_c\\_    |");
  });

  const green = "\u001B[32m201 Created\u001B[39m";

  it("colours each class of status, and only where colours are wanted", async () => {
    const coloured = (await runWith({ cwd: folder, env: { FORCE_COLOR: "1" } }, "map", "--format", "table")).stdout;
    for (const sign of [green, "\u001B[36m302 Found\u001B[39m", "\u001B[33m400 Bad Request\u001B[39m", "\u001B[31m500 Internal Server Error\u001B[39m"]) {
      expect(coloured).toContain(sign);
    }
    // Colours have no width: the columns stand where they stand without them.
    expect(stripVTControlCharacters(coloured)).toBe((await run(folder, "map", "--format", "table")).stdout);
  });

  it.skipIf(process.platform !== "linux")("is a coloured table on a terminal, unless NO_COLOR is set", async () => {
    const { stdout } = await runWith({ cwd: folder, onTerminal: true, env: { TERM: "xterm-256color" } }, "map");
    expect(stdout).toContain(green);
    const plain = await runWith({ cwd: folder, onTerminal: true, env: { TERM: "xterm-256color", NO_COLOR: "1" } }, "map");
    expect(plain.stdout).toContain("| 201 Created ");
  });

  it("says so if there is no server", async () => {
    const empty = project({ "sum.js": "export const sum = (a, b) => a + b;" });
    expect(await run(empty, "map", "--format", "table")).toEqual({ code: 0, stdout: "No handler of a server was found.\n", stderr: "" });
    expect(mapIn(await run(empty, "map")).files).toEqual([]);
  });
});

describe("bad usage", { timeout: 60_000 }, () => {
  it.each([
    [["map", "--format", "html"], "--format takes table, json or markdown, not html."],
    [["map", "--fix"], "Unknown option '--fix'; map takes --format, --no-config, --help and files."],
    [["map", "--format"], "Option '--format <value>' argument missing; map takes --format, --no-config, --help and files."],
    [["map", "nothing/*.js"], "No files matching 'nothing/*.js' were found."],
    [["map", "nothing.js"], "No files matching 'nothing.js' were found."],
    [["map", "empty"], "There is no JavaScript or TypeScript in empty, besides packages, build output and tests."],
    [["map", "tests"], "There is no JavaScript or TypeScript in tests, besides packages, build output and tests."],
    [["map", "notes.md"], "notes.md: File ignored because no matching configuration was supplied."],
    [["draw"], "The first word is a command, check or map, not draw; --help tells more."],
    [["--fix"], "The first word is a command, check or map, not --fix; --help tells more."],
    [[], "The first word is a command, check or map; --help tells more."],
  ])("%j", async (args, line) => {
    const folder = project({ "a.js": cart, "empty/notes.txt": "", "notes.md": "", "tests/a.js": cart });
    expect(await run(folder, ...args)).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  });

  it("--help and --version print and do nothing else", async () => {
    const folder = project({});
    expect(await run(folder, "--help")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: .*\n {2}check .*\n {2}map /s) as string });
    expect(await run(folder, "map", "--help")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: .* map .*--no-config/s) as string });
    expect(await run(folder, "--version")).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});
