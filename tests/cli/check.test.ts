import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { pluginBeside, project, read, run, runWith, withoutTypeScript } from "../support/command-line.ts";
import type { Ran } from "../support/command-line.ts";

const failing = `import express from "express";
const app = express();
app.get("/users/:id", async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.json({ error: "User not found" });
  res.json(user);
});
`;

const fine = failing.replace("res.json({", "res.status(404).json({");

/** The file and the line of each report, with the rule or, for a file that does not parse, the message. */
const reportsIn = ({ stdout }: Ran, folder: string): string[] =>
  (JSON.parse(stdout) as ESLint.LintResult[]).flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${filePath.slice(folder.length + 1)}:${line} ${ruleId?.split("/")[1] ?? message}`)).sort();

describe("check", { timeout: 60_000 }, () => {
  it("lints a project without any set-up, and exits with 1", async () => {
    const folder = project({ "src/users.js": failing });
    expect(await run(folder, "check")).toEqual({ code: 1, stderr: "", stdout: `
${folder}/src/users.js
  5:21  error  Clients read 200 OK as success, but the content tells a failure: error: "User not found"  http-status/no-error-in-success

✖ 1 problem (1 error, 0 warnings)
  1 error and 0 warnings potentially fixable with the \`--fix\` option.
` });
  });

  it("says nothing and exits with 0 where all is well", async () => {
    expect(await run(project({ "users.js": fine, "sum.js": "export const sum = (a, b) => a + b;" }), "check")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it.skipIf(process.platform !== "linux")("tells a person how much it looked at", async () => {
    expect((await runWith({ cwd: project({ "users.js": fine }), onTerminal: true }, "check")).stdout).toBe("Nothing to report in 1 handler.\r\n");
    expect((await runWith({ cwd: project({ "sum.js": "export default 1;" }), onTerminal: true }, "check")).stdout).toBe("No handler of a server was found.\r\n");
  });

  it("reads modules, CommonJS, scripts, JSX and TypeScript", async () => {
    const commonjs = failing.replace(/^import.*$/m, `const express = require("express");`);
    const folder = project({
      "module.js": failing,
      "module.mjs": failing,
      "hashbang.js": `#!/usr/bin/env node\n${failing}`,
      "commonjs.cjs": commonjs,
      "script.js": `var mode = 0644; if (mode < 0) return;\n${commonjs}`,
      "page.jsx": `${failing}export const Page = () => <main />;\n`,
      "typed.ts": `${failing}export type Id = string;\n`,
      "page.tsx": `${failing}export const Page = (): unknown => <main />;\n`,
    });
    const ran = await run(folder, "check", "--format", "json");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(reportsIn(ran, folder)).toEqual([
      "commonjs.cjs:5", "hashbang.js:6", "module.js:5", "module.mjs:5", "page.jsx:5", "page.tsx:5", "script.js:6", "typed.ts:5",
    ].map((place) => `${place} no-error-in-success`));
  });

  it.each([
    ["a flat one", { "eslint.config.js": `throw new Error("It was read.");` }],
    ["one of ESLint 8", { ".eslintrc.json": `{ "root": true, "extends": "nobody", "ignorePatterns": ["*"] }`, ".eslintignore": "*" }],
  ])("reads no configuration of the project: %s", async (_, files) => {
    const folder = project({ ...files, "users.js": failing });
    const ran = await run(folder, "check", "--format", "json");
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(reportsIn(ran, folder)).toEqual(["users.js:5 no-error-in-success"]);
  });

  it("leaves out packages, build output and tests, unless they are named", async () => {
    const left = [
      "node_modules/a/index.js", "dist/a.js", "packages/api/build/a.js", ".next/server/a.js", "coverage/a.js", "vendor/a.js", "public/a.min.js",
      "test/a.js", "src/__tests__/a.js", "src/a.test.js", "src/a.spec.js", "cypress/a.js", "src/mocks/a.js", "e2e/a.js",
    ];
    const folder = project({ "src/a.js": failing, ...Object.fromEntries(left.map((path) => [path, failing])) });
    const reports = async (...args: string[]) => reportsIn(await run(folder, "check", "--format", "json", ...args), folder);
    expect(await reports()).toEqual(["src/a.js:5 no-error-in-success"]);
    expect(await reports("src")).toEqual(["src/a.js:5 no-error-in-success"]);
    expect(await reports(...left)).toEqual(left.map((path) => `${path}:5 no-error-in-success`).sort());
  });

  it("obeys comments about its own rules and overhears those about others", async () => {
    const folder = project({
      "disabled.js": failing.replace("  if", "  // eslint-disable-next-line http-status/no-error-in-success -- agreed\n  if"),
      "off.js": `/* eslint http-status/no-error-in-success: "off" */\n${failing}`,
      "foreign.js": `/* eslint other/rule: 2, no-undef: 2, eqeqeq: [2, "never", "ever"] */
/* eslint-env node */
/* eslint no-alert: [2 */
${fine.replace("  if", "  // eslint-disable-next-line other/rule, no-console\n  if")}`,
    });
    expect(await run(folder, "check")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("tells in one line what it cannot read, and lints the rest", async () => {
    const folder = project({ "a.js": failing, "broken.js": `import "express";\nconst app = ;\n`, "front-end.js": "type A = string;" });
    symlinkSync(join(folder, "nowhere.js"), join(folder, "dangling.js"));
    const ran = await run(folder, "check", "--format", "json");
    expect(ran).toMatchObject({ code: 1, stderr: "dangling.js: cannot be opened: ENOENT\n" });
    expect(reportsIn(ran, folder)).toEqual(["a.js:5 no-error-in-success", "broken.js:2 Parsing error: Unexpected token ;"]);
  });

  it.skipIf(process.getuid?.() === 0)("tells of a file that may not be read", async () => {
    const folder = project({ "a.js": failing, "secret.js": failing });
    chmodSync(join(folder, "secret.js"), 0o000);
    expect(await run(folder, "check")).toMatchObject({ code: 1, stderr: "secret.js: cannot be opened: EACCES\n" });
  });

  it("tells how TypeScript would be read where no parser is installed", async () => {
    const bare = pluginBeside({ "eslint": "eslint", "markdown-table": "markdown-table" }, withoutTypeScript);
    const left = "TypeScript is left out (1 file); to read it: npm install --save-dev @typescript-eslint/parser\n";
    expect(await runWith({ cwd: project({ ...withoutTypeScript, "a.js": fine, "b.ts": failing }), plugin: bare }, "check")).toEqual({ code: 0, stdout: "", stderr: left });
    expect(await runWith({ cwd: project({ ...withoutTypeScript, "b.ts": failing }), plugin: bare }, "check")).toEqual({ code: 2, stdout: "", stderr: left });
  });

  it("tells how to come by an ESLint", async () => {
    const noESLint = { "node_modules/eslint/package.json": `{ "exports": {} }` };
    const bare = pluginBeside({ "markdown-table": "markdown-table" }, noESLint);
    expect(await runWith({ cwd: project({ ...noESLint, "a.js": fine }), plugin: bare }, "check"))
      .toEqual({ code: 2, stdout: "", stderr: "ESLint 9.15 or later is needed: npm install --save-dev eslint\n" });
  });

  it("prefers the ESLint of the project, if it is recent", async () => {
    const folder = project({ "users.js": failing, "formatter.cjs": `module.exports = (results, { cwd }) => require("eslint").ESLint.version + " " + cwd;` }, { eslint: "eslint9" });
    expect((await run(folder, "check", "--format", "./formatter.cjs", "users.js")).stdout).toBe(`9.39.5 ${folder}`);
    const old = project({
      "users.js": failing,
      "node_modules/eslint/package.json": `{ "main": "index.js" }`,
      "node_modules/eslint/index.js": `exports.ESLint = class { static version = "8.57.1" };`,
    });
    expect(await run(old, "check")).toMatchObject({ code: 1, stderr: "" });
  });

  it("takes a preset", async () => {
    for (const preset of Object.keys(plugin.configs)) {
      expect(await run(project({ "users.js": failing }), "check", "--preset", preset)).toMatchObject({ code: 1, stderr: "" });
    }
  });

  it.each(["eslint", "eslint9"])("gives each formatter of %s what it asks for", async (eslint) => {
    const script = `var mode = 0644;\n${failing.replace(/^import.*$/m, `var express = require("express");`)}`;
    const { stdout } = await run(project({ "users.js": failing, "script.js": script }, { eslint }), "check", "--format", "json-with-metadata");
    const { results, metadata } = JSON.parse(stdout) as { results: ESLint.LintResult[]; metadata: ESLint.LintResultData };
    expect(results).toHaveLength(2);
    expect(metadata.rulesMeta["http-status/no-error-in-success"]?.docs?.url).toMatch(/no-error-in-success\.md$/);
  });
});

describe("check --fix", { timeout: 60_000 }, () => {
  const users = `import express from "express";
const app = express();
app.post("/users", async (req, res) => {
  const user = await User.create(req.body);
  res.json(user);
});
app.get("/users/:id", async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.json({ error: "User not found" });
  res.json(user);
});
export function listUsers(store) {
  return (req, res) => { store.list().then((users) => res.json(users), () => res.json({ error: "Failed" })); };
}
app.get("/users", listUsers(store));
app.all("/status", (req, res) => {
  if (req.method === "GET") { res.json({ up: true }); return; }
  res.status(405).json({ error: "Method not allowed" });
});
`;

  it("writes what has exactly one cure, and tells what is answered now", async () => {
    const folder = project({ "src/users.js": users, "src/fine.js": fine });
    const ran = await run(folder, "check", "--fix");
    expect(read(folder, "src/users.js")).toBe(users
      .replace("  res.json(user);", "  res.status(201).json(user);")
      .replace("return res.json", "return res.status(404).json")
      .replace("() => res.json", "() => res.status(500).json")
      .replace("status(405)", `status(405).set("Allow", "GET")`));
    expect(ran).toMatchObject({ code: 0, stdout: "" });
    expect(ran.stderr).toBe(`POST /users  200 OK → 201 Created  src/users.js:5
GET /users/:id  200 OK → 404 Not Found  src/users.js:9
listUsers  200 OK → 500 Internal Server Error  src/users.js:13
ANY /status  405 Method Not Allowed with Allow: GET  src/users.js:18
`);
    expect(read(folder, "src/fine.js")).toBe(fine);
  });

  it("keeps the report apart, so that other programs can read it", async () => {
    const folder = project({ "users.js": users.replace(/app\.put.*/s, "") });
    const ran = await run(folder, "check", "--fix", "--format", "json");
    expect(ran.code).toBe(0);
    expect(reportsIn(ran, folder)).toEqual([]);
  });
});

describe("bad usage of check", { timeout: 60_000 }, () => {
  it.each([
    [["--preset", "loose"], "--preset takes recommended, strict or all, not loose."],
    [["--no-config"], "Unknown option '--no-config'; check takes --preset, --fix, --format, --help and files."],
    [["empty"], "There is no JavaScript or TypeScript in empty, besides packages, build output and tests."],
    [["nothing.js"], "No files matching 'nothing.js' were found."],
    [[".."], ".. lies outside of the working directory; run the command there."],
    [["../other/a.js"], "../other/a.js lies outside of the working directory; run the command there."],
    [["notes.md"], "notes.md: File ignored because no matching configuration was supplied."],
  ])("%j", async (args, line) => {
    const folder = project({ "a.js": fine, "empty/notes.txt": "", "notes.md": "" });
    expect(await run(folder, "check", ...args)).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  });

  it("an unknown formatter", async () => {
    expect(await run(project({ "a.js": fine }), "check", "--format", "pretty"))
      .toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(/^--format takes the name of an ESLint formatter, not pretty: Cannot find module .*\n$/) as string });
  });

  it("an empty folder", async () => {
    const line = "There is no JavaScript or TypeScript here, besides packages, build output and tests.\n";
    expect(await run(project({}), "check")).toEqual({ code: 2, stdout: "", stderr: line });
  });

  it("--help tells what it takes", async () => {
    expect(await run(project({}), "check", "--help")).toMatchObject({ code: 0, stdout: expect.stringMatching(/--preset.*--fix.*--format/s) as string });
  });
});
