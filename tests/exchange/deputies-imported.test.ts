/** Functions of other files that get the carrier and answer for the handler. */
import { readFileSync } from "node:fs";
import type * as FileSystem from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Exchange } from "../../src/exchange/model.ts";
import type { SettingsInput } from "../../src/settings.ts";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";
import { express, lineOf, linesOf } from "./handler.ts";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof FileSystem>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

let project: Project | undefined;

afterEach(() => {
  project?.remove();
  project = undefined;
});

const program = (imports: string, statements: string): string =>
  express(`${imports}\napp.get("/", async (req, res, next) => {\n${statements}\n});`);

function read(files: Readonly<Record<string, string>>, text: string, settings?: SettingsInput, path = "users.js"): readonly Exchange[] {
  project ??= projectOf({ ...files, [path]: text });
  return project.read(path, text, settings);
}

type Row = readonly [name: string, files: Readonly<Record<string, string>>, imports: string, statements: string, lines: readonly string[]];

const sendError = `exports.sendError = (res, status, message) => { res.status(status).json({ error: message }); };`;
const required = `const { sendError } = require("./reply");`;

const unknown: readonly Row[] = [
  ["one that may not answer", { "reply.js": `exports.check = (res) => { if (!ok) res.status(403).end(); };` }, `const { check } = require("./reply");`, `check(res); res.json({ id });`, ["200 resource"]],
  ["one that only speaks of the status", { "reply.js": `exports.bad = (res) => { res.status(400); };` }, `const { bad } = require("./reply");`, `bad(res); res.json({ id });`, ["? resource"]],
  ["one that answers later", { "reply.js": `exports.load = (res) => { db.load((error, user) => res.json({ user })); };` }, `const { load } = require("./reply");`, `load(res);`, []],
  ["spread arguments", { "reply.js": sendError }, required, `sendError(...[res, 404, "No user"]);`, []],
  ["one that is reassigned", { "reply.js": `let fail = (res) => res.status(400).end();\nfail = other; exports.fail = fail;` }, `const { fail } = require("./reply");`, `fail(res);`, []],
  ["what a wrapper gives back", { "reply.js": `exports.fail = wrap((res) => res.status(400).end());` }, `const { fail } = require("./reply");`, `fail(res);`, []],
  ["one that another handler is", { "reply.js": `exports.fail = (req, res) => { res.status(req.body ? 400 : 404).end(); };` }, `const { fail } = require("./reply");`, `fail(req, res);`, []],
  ["recursion over two files", { "a.js": `const { b } = require("./b"); exports.a = (res) => b(res);`, "b.js": `const { a } = require("./a"); exports.b = (res) => a(res);` }, `const { a } = require("./a");`, `a(res);`, []],
  ["one of a package", { "node_modules/reply/index.js": sendError }, `const { sendError } = require("reply");`, `sendError(res, 404, "No user");`, []],
  ["one that calls another one of a package", { "reply.js": `const { send } = require("reply"); exports.sendError = (res) => send(res, 404);` }, required, `sendError(res);`, []],
];

const known: readonly Row[] = [
  ["a status and a message", { "reply.js": sendError }, required, `if (!user) return sendError(res, 404, "No user"); res.json({ id });`, ["404 failure", "200 resource"]],
  ["a member of a module", { "reply.js": sendError }, `const reply = require("./reply");`, `reply.sendError(res, 404, "No user");`, ["404 failure"]],
  ["an imported name", { "reply.js": `export function sendError(res, status = 500) { res.status(status).end(); }` }, `import { sendError as fail } from "./reply.js";`, `if (a) return fail(res, 404); fail(res);`, ["404 none", "500 none"]],
  ["a namespace", { "reply.js": `export const fail = (res) => res.sendStatus(400);` }, `import * as reply from "./reply.js";`, `reply.fail(res);`, ["400 failure"]],
  ["a default export that is an object", { "reply.js": `export default { fail(res) { res.sendStatus(400); } };` }, `import reply from "./reply.js";`, `reply.fail(res);`, ["400 failure"]],
  ["a class of static methods", { "reply.js": `export default class ApiResponse {\n static ok(res, data) { return this.send(res, 200, data); }\n static send(res, status, data) { return res.status(status).json(data); } }` }, `import ApiResponse from "./reply.js";`, `ApiResponse.ok(res, { id });`, ["200 resource"]],
  ["an instance", { "reply.js": `class Reply { fail(res) { res.sendStatus(400); } }\nmodule.exports = new Reply();` }, `const reply = require("./reply");`, `reply.fail(res);`, ["400 failure"]],
  ["one that is handed on", { "lib/index.js": `export * from "./reply.js";`, "lib/reply.js": `export const fail = (res) => res.sendStatus(400);` }, `import { fail } from "./lib/index.js";`, `fail(res);`, ["400 failure"]],
  ["one that calls another of its file", { "reply.js": `const send = (res, status, data) => res.status(status).json(data);\nexports.missing = (res) => send(res, 404, { error: "No user" });` }, `const { missing } = require("./reply");`, `missing(res);`, ["404 failure"]],
  ["one that calls another of its file by exports", { "reply.js": `exports.send = (res, status) => res.status(status).end();\nexports.missing = (res) => exports.send(res, 404);` }, `const { missing } = require("./reply");`, `missing(res);`, ["404 none"]],
  ["one that calls another of a third file", { "lib/send.js": `module.exports = (res, status, data) => res.status(status).json(data);`, "lib/reply.js": `const send = require("./send"); exports.missing = (res) => send(res, 404, { error: "No user" });` }, `const { missing } = require("./lib/reply");`, `missing(res);`, ["404 failure"]],
  ["constants of the helper's own", { "reply.js": `const { codes, words } = require("./codes"); exports.missing = (res) => res.status(codes.MISSING).json({ error: words.MISSING });`, "codes.js": `exports.codes = { MISSING: 410 }; exports.words = { MISSING: "Gone" };` }, `const { missing } = require("./reply");`, `missing(res);`, ["410 failure"]],
  ["one of the same names as the handler's", { "reply.js": `exports.send = (res, user) => { const id = 1; if (!user) return res.status(404).end(); res.json({ user, id }); };` }, `const { send } = require("./reply");`, `const user = await find(); const id = 2; if (!user) return send(res, other); res.end();`, ["404 none", "200 resource", "200 none"]],
  ["a catch", { "reply.js": sendError }, required, `try { res.json(await load()); } catch (error) { sendError(res, 500, error.message); }`, ["200 unknown", "500 failure"]],
  ["one that is looked into for what it sets", { "reply.js": `exports.prepare = (res) => { res.type("json"); };` }, `const { prepare } = require("./reply");`, `prepare(res); res.json({ id });`, ["200 resource"]],
  ["one that reads no request", { "reply.js": `exports.missing = (req, res) => { res.sendStatus(404); };` }, `const { missing } = require("./reply");`, `missing(req, res);`, ["404 failure"]],
];

describe("a function of another file stays unknown", () => {
  it.each(unknown)("%s", (_name, files, imports, statements, lines) => {
    expect(linesOf(read(files, program(imports, statements)))).toEqual(lines);
  });

  it("where the settings say so", () => {
    expect(linesOf(read({ "reply.js": sendError }, program(required, `sendError(res, 404, "No user");`), { imports: false }))).toEqual([]);
  });
});

describe("a function of another file answers for the handler", () => {
  it.each(known)("%s", (_name, files, imports, statements, lines) => {
    expect(linesOf(read(files, program(imports, statements)))).toEqual(lines);
  });

  it("in a file that says no word itself, and whose handlers are registered in another", () => {
    const text = `const { sendError } = require("./reply");\nexports.list = async (req, res) => { sendError(res, 404, "No user"); };`;
    const files = { "reply.js": sendError, "routes.js": `const router = require("express").Router(); router.get("/", require("./users").list);` };
    expect(linesOf(read(files, text))).toEqual(["404 failure"]);
  });

  it("in TypeScript, by an alias", () => {
    const text = `import type { Request, Response } from "express";\nimport { Reply } from "@/reply";\nexport const list = (req: Request, res: Response) => Reply.fail(res, Codes.Missing);\nimport { Codes } from "@/codes";`;
    expect(linesOf(read({
      "src/reply.ts": `import type { Response } from "express";\nexport class Reply { static fail(res: Response, status: number): void { res.status(status).json({ error: "No user" }); } }`,
      "src/codes.ts": `export enum Codes { Gone = 410, Missing = 404 }`,
      "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
    }, text, {}, "src/users.ts"))).toEqual(["404 failure"]);
  });

  it("at the call, for the reasons there, and is said anew there", () => {
    const text = program(required, `const user = await User.findById(req.params.id);\nif (!user) return sendError(res, 400, "User not found");`);
    const [response] = read({ "reply.js": `// A comment that moves everything.\n${sendError}` }, text)[0]!.responses;
    expect([response!.node, response!.word, response!.status.node].map(({ range }) => text.slice(...range))).toEqual([`sendError(res, 400, "User not found")`, "sendError", "sendError"]);
    expect(response).toMatchObject({ because: { kind: "missing", certainty: "strong" }, onFailure: "guard", via: "sendError", content: { says: "User not found" } });
    const [edit] = response!.say({ status: 404 })!;
    expect([text.slice(...edit!.range), edit!.text]).toEqual(["400", "404"]);
  });

  it("and changes nothing that stands there", () => {
    const files = { "reply.js": `exports.missing = (res) => res.status(400).json({ error: "No user" }); exports.ok = (res, data, status = 200) => res.status(status).json(data);` };
    const text = program(`const { missing, ok } = require("./reply");`, `if (!user) return missing(res);\nok(res, { id });`);
    const [one, other] = read(files, text)[0]!.responses;
    expect(one!.say({ status: 404 })).toBeUndefined();
    const [edit] = other!.say({ status: 201 })!;
    expect([text.slice(0, edit!.range[0]).endsWith("ok(res, { id }"), edit!.text]).toEqual([true, ", 201"]);
  });

  it("and whatever is odd there is left to its own file", () => {
    const files = { "reply.js": `exports.fail = (res) => res.status("404").end(); exports.late = (res) => { res.end(); res.status(404); };` };
    const [exchange] = read(files, program(`const { fail, late } = require("./reply");`, `if (a) return fail(res); late(res);`));
    expect(exchange!.responses.map(({ status }) => status.odd)).toEqual([[], []]);
    expect(exchange!.lateWords).toEqual([]);
  });

  it("with a status in the style of the constants that the file imports", () => {
    const files = { "reply.js": sendError, "codes.js": `module.exports = Object.freeze({ BAD: 400, MISSING: 404 });` };
    const text = program(`${required} const codes = require("./codes");`, `sendError(res, codes.BAD, "User not found");`);
    const [response] = read(files, text)[0]!.responses;
    expect(lineOf(response!)).toBe("400 failure");
    expect(response!.say({ status: 404 })?.map((edit) => edit.text)).toEqual(["codes.MISSING"]);
  });

  it("and is read once, however often the handler is linted", () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    project = projectOf({ "reply.js": sendError });
    vi.mocked(readFileSync).mockClear();
    for (let run = 0; run < 20; run++) {
      expect(linesOf(read({}, program(required, `sendError(res, ${400 + run}, "No user");`)))).toEqual([`${400 + run} failure`]);
      vi.setSystemTime(Date.now() + 700);
    }
    vi.useRealTimers();
    expect(vi.mocked(readFileSync).mock.calls.filter(([path]) => path === project!.at("reply.js"))).toHaveLength(1);
  });
});

describe("a constant of another file", () => {
  it.each<[what: string, files: Readonly<Record<string, string>>, imports: string, statements: string, line: string]>([
    ["in an object", { "codes.js": `module.exports = { MISSING: 404 };` }, `const codes = require("./codes");`, `res.status(codes.MISSING).end();`, "404 none"],
    ["in a frozen object", { "codes.js": `export const HTTP = Object.freeze({ MISSING: 404 });` }, `import { HTTP } from "./codes.js";`, `res.status(HTTP.MISSING).end();`, "404 none"],
    ["by itself", { "codes.js": `export const MISSING = 404;` }, `import { MISSING } from "./codes.js";`, `res.status(MISSING).end();`, "404 none"],
    ["in an object in an object", { "codes.js": `module.exports = { client: { MISSING: 404 } };` }, `const { client } = require("./codes");`, `res.status(client.MISSING).end();`, "404 none"],
    ["that tells a failure", { "words.js": `module.exports = { MISSING: { error: "No user" } };` }, `const words = require("./words");`, `res.json(words.MISSING);`, "200 failure"],
    ["whose name says another code than its value", { "status.js": `module.exports = { NOT_FOUND: 410 };` }, `const status = require("./status");`, `res.status(status.NOT_FOUND).end();`, "410 none"],
    ["that changes", { "codes.js": `const codes = { MISSING: 404 };\ncodes.MISSING = 410;\nmodule.exports = codes;` }, `const codes = require("./codes");`, `res.status(codes.MISSING).end();`, "? none"],
    ["that run time gives", { "codes.js": `exports.MISSING = Number(process.env.MISSING);` }, `const codes = require("./codes");`, `res.status(codes.MISSING).end();`, "? none"],
  ])("%s", (_, files, imports, statements, line) => {
    expect(linesOf(read(files, program(imports, statements)))).toEqual([line]);
  });
});
