/** Functions of the file that get the carrier and answer for the handler. */
import { describe, expect, it } from "vitest";
import { express, lineOf, linesOf } from "./handler.ts";
import { read } from "./source.ts";

/** A function beside a handler, and the statements of the handler. */
const program = (beside: string, statements: string): string =>
  express(`${beside}\napp.get("/", async (req, res, next) => {\n${statements}\n});`);

const sendError = `function sendError(res, status, message) { res.status(status).json({ error: message }); }`;

/** An answer with the source to which it points. */
const pointed = (source: string): string[] => read(source).flatMap(({ responses }) => responses.map((response) => {
  const at = ({ range }: { readonly range: readonly [number, number] }) => source.slice(...range);
  return `${lineOf(response)}: ${at(response.node)} by ${at(response.word)}, status by ${at(response.status.node)}`;
}));

type Row = readonly [name: string, beside: string, statements: string, lines: readonly string[]];

const unknown: readonly Row[] = [
  ["one that may not answer", `const check = (res) => { if (!ok) res.status(403).end(); };`, `check(res); res.json({ id });`, ["200 resource"]],
  ["one that only speaks of the status", `const bad = (res) => { res.status(400); };`, `bad(res); res.json({ id });`, ["? resource"]],
  ["one that answers later", `const load = (res) => { db.load((error, user) => res.json({ user })); };`, `load(res);`, []],
  ["one that waits, where the handler does not", `const load = async (res) => { await wait(); res.status(201).end(); };`, `load(res);`, []],
  ["spread arguments", sendError, `sendError(...[res, 404, "No user"]);`, []],
  ["some arguments that are spread", sendError, `sendError(res, ...[404, "No user"]);`, []],
  ["one that is reassigned", `let fail = (res) => res.status(400).end(); fail = other;`, `fail(res);`, []],
  ["a declaration that is reassigned", `function fail(res) { res.status(400).end(); } fail = other;`, `fail(res);`, []],
  ["a member that is reassigned", `const reply = { fail: (res) => res.status(400).end() }; reply.fail = other;`, `reply.fail(res);`, []],
  ["a member by a name of run time", `const reply = { fail: (res) => res.status(400).end() }; reply[name] = other;`, `reply.fail(res);`, []],
  ["a parameter that is reassigned", `function fail(res) { res = other; res.status(400).end(); }`, `fail(res);`, []],
  ["what a wrapper gives back", `const fail = wrap((res) => res.status(400).end());`, `fail(res);`, []],
  ["a generator", `function* fail(res) { res.status(400).end(); }`, `fail(res);`, []],
  ["a function of another file", `const { fail } = require("./fail");`, `fail(res);`, []],
  ["recursion without an end", `const fail = (res) => fail(res);`, `fail(res);`, []],
  ["two that call each other", `const a = (res) => b(res); const b = (res) => a(res);`, `a(res);`, []],
  ["one that hands on", `const fail = (res, next) => { if (!ok) return next(); res.status(400).end(); };`, `fail(res, next);`, []],
  ["the carrier in an object", `const fail = ({ res }) => res.status(400).end();`, `fail({ res });`, []],
];

const known: readonly Row[] = [
  ["a status and a message", sendError, `if (!user) return sendError(res, 404, "No user"); res.json({ id });`, ["404 failure", "200 resource"]],
  ["the same twice", sendError, `if (!a) return sendError(res, 400, "No a"); sendError(res, 409, "No b");`, ["400 failure", "409 failure"]],
  ["a fixed status", `const missing = (res) => res.sendStatus(404);`, `missing(res);`, ["404 failure"]],
  ["the status of the framework", `const ok = (res, data) => res.json(data);`, `ok(res, { id });`, ["200 resource"]],
  ["a default", `const ok = (res, data, status = 201) => res.status(status).json(data);`, `ok(res, { id });`, ["201 resource"]],
  ["a default that is overridden", `const ok = (res, data, status = 201) => res.status(status).json(data);`, `ok(res, { id }, 202);`, ["202 resource"]],
  ["a default for undefined", `const ok = (res, data, status = 201) => res.status(status).json(data);`, `ok(res, { id }, undefined);`, ["201 resource"]],
  ["a default by ||", `const fail = (res, status) => res.status(status || 500).end();`, `if (a) return fail(res); fail(res, 400);`, ["500 none", "400 none"]],
  ["a default by ??", `const fail = (res, status) => res.status(status ?? 500).end();`, `if (a) return fail(res); fail(res, 400);`, ["500 none", "400 none"]],
  ["options", `const fail = (res, { status = 500, message }) => res.status(status).json({ error: message });`, `if (a) return fail(res, { status: 404, message: "No user" }); fail(res, { message: "No" });`, ["404 failure", "500 resource"]],
  ["a member of options", `const fail = (res, options) => res.status(options.status).json({ error: options.message });`, `fail(res, { status: 404, message: "Not here" });`, ["404 failure"]],
  ["a constant", sendError, `const status = 404; sendError(res, status, "No user");`, ["404 failure"]],
  ["a choice", sendError, `sendError(res, a ? 404 : 410, "No user");`, ["404|410 failure"]],
  ["a status of run time", sendError, `sendError(res, error.status, "No user");`, ["? failure"]],
  ["a flag that decides", `const send = (res, data, isNew) => res.status(isNew ? 201 : 200).json(data);`, `if (a) return send(res, { id }, true); send(res, { id }, false);`, ["201 resource", "200 resource"]],
  ["a flag that follows from the status", `const send = (res, status, message) => res.status(200).json({ success: status >= 200 && status < 300, message });`, `if (a) return send(res, 404, "No"); send(res, 201, "Yes");`, ["200 failure", "200 acknowledgement"]],
  ["a flag in what is spread", `const send = (res, status, data) => { const body = { success: status < 400 }; res.status(200).json({ ...body, ...data }); };`, `if (a) return send(res, 404, {}); send(res, 201, {});`, ["200 failure", "200 resource"]],
  ["a flag that is written anew in what is spread", `const send = (res, data) => { const body = { success: false }; body.success = true; res.json({ ...body, data }); };`, `send(res, req.query.id);`, ["200 resource"]],
  ["a way that the status decides", `const send = (res, status, data) => (status >= 400 ? res.status(status).json({ error: "No user" }) : res.status(status).json(data));`, `if (a) return send(res, 404); send(res, 200, { id });`, ["404 failure", "200 resource"]],
  ["one within another", `${sendError} const missing = (res) => sendError(res, 404, "No user");`, `missing(res);`, ["404 failure"]],
  ["a declaration below", "", `return fail(res); } ); function fail(res) { res.status(400).end(); } app.post("/", (req, res) => { fail(res);`, ["400 none", "400 none"]],
  ["a static method", `class Reply { static fail(res, status) { res.status(status).end(); } }`, `Reply.fail(res, 400);`, ["400 none"]],
  ["a method of an object", `const reply = { fail(res, status) { res.status(status).end(); } };`, `reply.fail(res, 400);`, ["400 none"]],
  ["a method that calls another by this", `const reply = { send(res, status) { res.status(status).end(); }, fail(res) { reply.send(res, 400); } };`, `reply.fail(res);`, ["400 none"]],
  ["call", `function fail(res, status) { res.status(status).end(); }`, `fail.call(null, res, 400);`, ["400 none"]],
  ["one that waits, and is awaited", `const load = async (res) => { const user = await findOne(); res.status(201).json({ user }); };`, `await load(res);`, ["201 resource"]],
  ["one that waits, and is returned", `const load = async (res) => { const user = await findOne(); res.status(201).json({ user }); };`, `return load(res);`, ["201 resource"]],
  ["one that answers in each of two ways", `const send = (res, user) => { if (!user) return res.status(404).end(); res.json({ user }); };`, `send(res, await findOne());`, ["404 none", "200 resource"]],
  ["one that answers unless somebody did", `const fail = (res) => { if (!res.headersSent) res.status(500).end(); };`, `fail(res);`, ["500 none"]],
  ["a catch", sendError, `try { res.json(await load()); } catch (error) { sendError(res, 500, "No"); }`, ["200 unknown", "500 resource"]],
  ["an answer and what follows it", `const fail = (res) => { res.status(400).end(); };`, `if (!ok) fail(res); res.json({ id });`, ["400 none", "200 resource"]],
  ["a closure that calls one", sendError, `const fail = (message) => sendError(res, 400, message); if (!ok) return fail("No user"); res.end();`, ["400 failure", "200 none"]],
  ["words of node:http", `const send = (res, status, data) => { res.writeHead(status, { "Content-Type": "application/json" }); res.end(JSON.stringify(data)); };`, `send(res, 404, { error: "No user" });`, ["404 failure"]],
  ["names that the handler has too", `const send = (res, user) => { if (!user) return res.status(404).end(); res.json({ user }); };`, `const user = await find(); if (!user) return send(res, other); res.end();`, ["404 none", "200 resource", "200 none"]],
];

describe("a function beside the handler stays unknown", () => {
  it.each(unknown)("%s", (_name, beside, statements, lines) => {
    expect(linesOf(read(program(beside, statements)))).toEqual(lines);
  });
});

describe("a function beside the handler answers for it", () => {
  it.each(known)("%s", (_name, beside, statements, lines) => {
    expect(linesOf(read(program(beside, statements)))).toEqual(lines);
  });

  it("at the call", () => {
    expect(pointed(program(sendError, `return sendError(res, 404, "No user");`))).toEqual([
      `404 failure: sendError(res, 404, "No user") by sendError, status by sendError`,
    ]);
    expect(pointed(program(`class Reply { static fail(res) { res.sendStatus(404); } }`, `Reply.fail(res);`))).toEqual([
      `404 failure: Reply.fail(res) by fail, status by fail`,
    ]);
    expect(pointed(program(`${sendError} const missing = (res) => sendError(res, 404, "No user");`, `missing(res);`))).toEqual([
      `404 failure: missing(res) by missing, status by missing`,
    ]);
  });

  it("a handler of its own only if somebody else may call it", () => {
    const missing = `const missing = (_req, res) => res.status(404).json({ error: "No user" });`;
    const handlers = (text: string) => read(text).map(({ name, responses }) => [name, responses.length]);
    expect(handlers(program(missing, `return missing(req, res);`))).toEqual([[null, 1]]);
    expect(handlers(program(`${missing} app.use(missing);`, `return missing(req, res);`))).toEqual([["missing", 1], [null, 0]]);
    expect(handlers(express(missing))).toEqual([["missing", 1]]);
  });

  it("for the reasons and in the words of the call", () => {
    const [response] = read(program(sendError, `const user = await User.findById(req.params.id); if (!user) return sendError(res, 400, "User not found");`))[0]!.responses;
    expect(response).toMatchObject({ because: { kind: "missing", certainty: "strong" }, onFailure: "guard", via: "sendError", content: { says: "User not found" } });
  });

  it("with the fields that both say", () => {
    const send = `const send = (res, data) => { res.set("Cache-Control", "no-store").json(data); };`;
    const [response] = read(program(send, `res.set("Vary", "Accept"); send(res, { id });`))[0]!.responses;
    expect([...response!.fields]).toEqual([["vary", "Accept"], ["cache-control", "no-store"]]);
  });

  it("and leaves no way without an answer", () => {
    const fail = `const fail = (res) => { if (!res.headersSent) res.status(500).end(); };`;
    expect(read(program(fail, `fail(res);`))[0]!.unfinished).toBe(false);
    expect(read(program(sendError, `if (!user) return sendError(res, 404, "No user");`))[0]!.unfinished).toBe(true);
  });

  it("and shows what the handler stored", () => {
    const source = express(`const ok = (res, data) => res.json({ data });\napp.post("/", async (req, res) => { const user = await User.create(req.body); ok(res, user); });`);
    expect(read(source)[0]!.responses[0]!.shows).toMatchObject({ certainty: "strong" });
  });

  it("hundreds of times", () => {
    const source = express(`${sendError}\n${Array.from({ length: 50 }, (_, index) =>
      `app.get("/${index}", (req, res) => { ${Array.from({ length: 10 }, (_one, at) => `if (!req.query.a${at}) return sendError(res, 400, "No a${at}");`).join(" ")} res.end(); });`).join("\n")}`);
    expect(linesOf(read(source))).toHaveLength(550);
  });
});
