import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { ProjectMap } from "../../src/cli/map.ts";
import { version } from "../../src/version.ts";

const sources = fileURLToPath(new URL("../../src", import.meta.url));
const main = join(sources, "cli/main.ts");
const tsx = import.meta.resolve("tsx");
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const folders: string[] = [];
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true }); });

/** A project on disk; packages are links into our own node_modules, by the name the project knows them by. */
function project(files: Readonly<Record<string, string>>, packages: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "http-status-map-")));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [name, target] of Object.entries(packages)) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(join(modules, target), join(folder, "node_modules", name));
  }
  return folder;
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line, or that of a copy of the plugin. */
const run = (cwd: string, ...args: string[]): Promise<Ran> => runOf(main, cwd, ...args);

const runOf = (bin: string, cwd: string, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, ["--import", tsx, bin, ...args], { cwd }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });

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

describe("map --no-config", { timeout: 30_000 }, () => {
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
        framework: "express", major: 5, role: "endpoint", method: "POST", methodFrom: "registration", route: "/carts/:id",
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
    const absent = {
      "node_modules/@typescript-eslint/parser/package.json": `{ "exports": {} }`,
      "node_modules/typescript-eslint/package.json": `{ "exports": {} }`,
    };
    const plugin = project({ ...absent, "package.json": `{ "type": "module" }` }, { eslint: "eslint" });
    cpSync(sources, join(plugin, "src"), { recursive: true });
    const ran = await runOf(join(plugin, "src/cli/main.ts"), project({ ...absent, "a.js": cart, "b.ts": typed }), "map", "--no-config");
    expect(ran.stderr).toBe("TypeScript is left out (1 files); to read it: npm install --save-dev @typescript-eslint/parser typescript\n");
    expect(pathsIn(ran)).toEqual(["a.js"]);
  });

  it("reads only the named files", async () => {
    const folder = project({ "[id].js": cart, "b.js": cart });
    expect(pathsIn(await run(folder, "map", "--no-config", "[id].js"))).toEqual(["[id].js"]);
  });
});

describe.each([["ESLint 10", "eslint"], ["ESLint 9", "eslint9"]])("map with the project's configuration on %s", { timeout: 30_000 }, (_, eslint) => {
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

  it("says what helps where there is none", async () => {
    const ran = await run(project({ "a.js": cart }, { eslint }), "map");
    expect(ran).toEqual({ code: 2, stdout: "", stderr: "There is no ESLint configuration here; --no-config reads the files without one.\n" });
  });

  it("says in one line why it could not start", async () => {
    const broken = await run(project({ "a.js": cart, "eslint.config.mjs": `throw new Error("No such preset");` }, { eslint }), "map");
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringMatching(/^No such preset.*--no-config.*\n$/) as string });
    const settings = `export default [{ settings: { "http-status": { fix: "all" } } }];`;
    const wrong = await run(project({ "a.js": cart, "b.js": cart, "eslint.config.mjs": settings }, { eslint }), "map");
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/^settings\["http-status"\]\.fix takes .*\n$/) as string });
  });
});

describe("bad usage", { timeout: 30_000 }, () => {
  it.each([
    [["map", "--format", "html"], "--format takes json, not html."],
    [["map", "--fix"], "Unknown option '--fix'; map takes --format json, --no-config, --help, --version and files."],
    [["map", "--no-config", "nothing/*.js"], "No files matching 'nothing/*.js' were found."],
    [["draw"], "The command is map, not draw; --help tells more."],
    [[], "The command is map; --help tells more."],
  ])("%j", async (args, line) => {
    expect(await run(project({ "a.js": cart }), ...args)).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  });

  it("--help and --version print and do nothing else", async () => {
    const folder = project({});
    expect(await run(folder, "--help")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: .*--no-config/s) as string });
    expect(await run(folder, "--version")).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});
