/** Instances that keep the carrier, and answer for the handler when their methods are called. */
import { afterEach, describe, expect, it } from "vitest";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";
import { express, linesOf } from "./handler.ts";
import { read } from "./source.ts";

const reply = `class Reply {
  constructor(res) { this.res = res; }
  ok(data) { return this.res.status(200).json(data); }
  send(status, data) { this.res.status(status).json(data); }
  missing() { this.send(404, { error: "No user" }); }
  async later(data) { await wait(); this.res.status(202).json(data); }
  mark(status) { this.res.status(status); return this; }
  note(text) { log(text); }
}`;

const program = (beside: string, statements: string): string =>
  express(`${beside}\napp.get("/", async (req, res, next) => {\n${statements}\n});`);

type Row = readonly [name: string, beside: string, statements: string, lines: readonly string[]];

const unknown: readonly Row[] = [
  ["a class that nobody knows", "", `new Reply(res).ok({ id });`, []],
  ["a method that it does not have", reply, `new Reply(res).fail();`, []],
  ["a method that does not answer", reply, `new Reply(res).mark(404); res.json({ id });`, ["? resource"]],
  ["a method after one that gives the instance back", reply, `new Reply(res).mark(404).send({ id });`, []],
  ["one of its methods that does not answer", reply, `const reply = new Reply(res); if (a) return reply.note("a"); reply.ok({ id });`, []],
  ["an instance that goes elsewhere", reply, `const reply = new Reply(res); keep(reply); reply.ok({ id });`, []],
  ["an instance that is replaced", reply, `let reply = new Reply(res); reply = other; reply.ok({ id });`, []],
  ["a method that waits, where the handler does not", reply, `new Reply(res).later({ id });`, []],
  ["a method that is taken off", reply, `const reply = new Reply(res); const { ok } = reply; ok({ id });`, []],
  ["a class that keeps it twice", `class Reply { constructor(res) { this.res = res; this.other = res; } ok() { this.res.sendStatus(200); } }`, `new Reply(res).ok();`, []],
  ["a class that gives it away", `class Reply { constructor(res) { watch(res); this.res = res; } ok() { this.res.sendStatus(200); } }`, `new Reply(res).ok();`, []],
  ["a class that replaces it", `class Reply { constructor(res) { this.res = res; } set(res) { this.res = res; } ok() { this.res.sendStatus(200); } }`, `new Reply(res).ok();`, []],
  ["a class that inherits its constructor", `class Base { constructor(res) { this.res = res; } } class Reply extends Base { ok() { this.res.sendStatus(200); } }`, `new Reply(res).ok();`, []],
  ["a class that is replaced", `let Reply = class { constructor(res) { this.res = res; } ok() { this.res.sendStatus(200); } }; Reply = Other;`, `new Reply(res).ok();`, []],
];

const known: readonly Row[] = [
  ["a method at once", reply, `new Reply(res).ok({ id });`, ["200 resource"]],
  ["methods of a named instance", reply, `const reply = new Reply(res); if (!user) return reply.missing(); if (a) return reply.send(409, { error: "No" + a }); reply.ok({ id });`, ["404 failure", "409 failure", "200 resource"]],
  ["one of two instances", reply, `const reply = new Reply(res); const other = new Reply(away); other.ok(1); reply.send(201, { id });`, ["201 resource"]],
  ["what waits, and is awaited", reply, `await new Reply(res).later({ id });`, ["202 resource"]],
  ["a private member", `class Reply { #res; constructor(res) { this.#res = res; } ok(data) { this.#res.json(data); } }`, `new Reply(res).ok({ id });`, ["200 resource"]],
  ["a constructor of several", `class Reply { constructor(req, res) { this.req = req; this.res = res; } ok(data) { this.res.status(201).json({ data, of: this.req.path }); } }`, `new Reply(req, res).ok({ id });`, ["201 resource"]],
  ["an answer and what follows it", reply, `const reply = new Reply(res); if (!ok) reply.missing(); res.json({ id });`, ["404 failure", "200 resource"]],
  ["one that a function makes", `${reply} const fail = (res) => new Reply(res).missing();`, `fail(res);`, ["404 failure"]],
  ["a closure that uses one", reply, `const reply = new Reply(res); const fail = () => reply.missing(); if (!ok) return fail(); reply.ok({ id });`, ["404 failure", "200 resource"]],
];

describe("what an instance does stays unknown:", () => {
  it.each(unknown)("%s", (_name, beside, statements, lines) => {
    expect(linesOf(read(program(beside, statements)))).toEqual(lines);
  });
});

describe("an instance answers for the handler:", () => {
  it.each(known)("%s", (_name, beside, statements, lines) => {
    expect(linesOf(read(program(beside, statements)))).toEqual(lines);
  });

  it("where the compiler makes the member", () => {
    const beside = `class Reply { constructor(private readonly res: Response) {} ok(data: object): void { this.res.status(201).json(data); } }`;
    const text = `import type { Request, Response } from "express";\n${beside}\nexport const list = (req: Request, res: Response) => { new Reply(res).ok({ id }); };`;
    expect(linesOf(read(text, { language: "ts" }))).toEqual(["201 resource"]);
  });

  it("at the call, and is said anew there", () => {
    const text = program(reply, `const reply = new Reply(res);\nreply.send(400, { error: "No user" });`);
    const [response] = read(text)[0]!.responses;
    const [edit] = response!.say({ status: 404 })!;
    expect([text.slice(...response!.node.range), response!.via, text.slice(...edit!.range), edit!.text]).toEqual([`reply.send(400, { error: "No user" })`, "send", "400", "404"]);
  });
});

describe("a class of another file", () => {
  let project: Project | undefined;

  afterEach(() => { project?.remove(); });

  it.each([
    ["required", `module.exports = Reply;`, `const Reply = require("./reply");`],
    ["imported", `export default Reply;`, `import Reply from "./reply.js";`],
    ["named", `export { Reply };`, `import { Reply } from "./reply.js";`],
  ])("that is %s", (_, exported, imports) => {
    const text = program(imports, `const reply = new Reply(res); if (!user) return reply.missing(); new Reply(res).ok({ id });`);
    project = projectOf({ "reply.js": `${reply}\n${exported}`, "users.js": text });
    expect(linesOf(project.read("users.js", text))).toEqual(["404 failure", "200 resource"]);
  });
});
