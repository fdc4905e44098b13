import { describe, expect, it } from "vitest";
import { endpoint, ends, express, linesOf } from "./handler.ts";
import type { Sample } from "./handler.ts";
import { read } from "./source.ts";

const closures: readonly Sample[] = [
  [
    "a closure with a message", `const fail = (message) => res.status(400).json({ error: message }); if (!a) return fail("a"); res.json({ id });`,
    ["400 failure", "200 resource"],
  ],
  ["a closure that is never called", `const fail = () => res.status(400).end(); res.json({ id });`, ["200 resource"]],
  ["a function declaration below its use", `if (!ok) return fail(); res.json({ id }); function fail() { res.status(400).end(); }`, ["200 resource", "400 none"]],
  [
    "a closure with a status", `const fail = (status, error) => res.status(status).json({ error }); if (!a) return fail(400, "a"); if (!b) return fail(404, "b"); res.end();`,
    ["400 failure", "404 failure", "200 none"],
  ],
  ["a default parameter", `const send = (data, status = 201) => res.status(status).json({ data }); send(req.body);`, ["201 resource"]],
  ["a default parameter that is overridden", `const send = (data, status = 201) => res.status(status).json({ data }); send(req.body, 202);`, ["202 resource"]],
  ["a closure that gets the carrier as an argument", `const fail = (r) => r.status(400).end(); if (!ok) return fail(res); res.end();`, ["400 none", "200 none"]],
  ["a closure that only sets the status", `const bad = () => { res.status(400); }; if (!ok) bad(); res.json({ id });`, ["400 resource", "200 resource"]],
  ["a closure that returns early", `const send = (data) => { if (!data) { res.status(204); return res.end(); } res.json({ data }); }; send(req.body);`, ["204 none", "200 resource"]],
  ["a closure that returns early without a word", `const note = (text) => { if (!text) return; res.status(400); }; note(req.query.a); res.end();`, ["200 none", "400 none"]],
  ["a closure in a closure", `const a = () => res.status(400).end(); const b = () => a(); if (!ok) return b(); res.end();`, ["400 none", "200 none"]],
  ["an async closure", `const fail = async () => { await log(); return res.status(400).end(); }; if (!ok) return await fail(); res.end();`, ["400 none", "200 none"]],
  ["recursion", `const retry = async (n) => { if (n > 3) return res.status(503).end(); return retry(n + 1); }; await retry(0);`, ["503 none"]],
  ["two closures that call each other", `const a = (n) => (n ? b(n) : res.status(201).end()); const b = (n) => (n > 9 ? res.status(400).end() : a(n - 1)); a(req.query.n);`, ["201 none", "400 none"]],
  ["a function that is called at once", `(() => { res.status(201).end(); })();`, ["201 none"]],
  ["an async function that is called at once", `(async () => { try { await save(); res.status(201).end(); } catch { res.status(500).end(); } })();`, ["201 none", "500 none"]],
  ["the return of a closure is not that of the handler", `const check = () => { if (!ok) return false; return true; }; check(); res.end();`, ["200 none"]],
  ["a closure that gives back the carrier", `const bad = () => res.status(400); bad().json({ error: "x" });`, ["400 failure"]],
  ["a method of a local object", `const reply = { fail: () => res.status(400).end() }; if (!ok) return reply.fail(); res.end();`, ["400 none", "200 none"]],
  ["call with this", `const fail = function () { res.status(400).end(); }; if (!ok) return fail.call(this); res.end();`, ["400 none", "200 none"]],
];

const callbacks: readonly Sample[] = [
  ["a callback with an error first", `db.load(id, (err, user) => { if (err) return res.status(500).end(); res.json({ user }); });`, ["500 none", "200 resource"]],
  ["a callback and a status before it", `res.status(201); db.save(body, () => { res.json({ id }); });`, ["201 resource"]],
  ["a callback that is silent on one path is left open", `db.load(id, (err, user) => { if (user) res.json({ user }); });`, ["200 resource"]],
  ["a return in a callback", `db.load(id, (err, user) => { if (err) { res.status(500); return; } res.json({ user }); });`, ["200 resource"]],
  ["a throw in a callback", `db.load(id, (err, user) => { if (err) { res.status(500); throw err; } res.json({ user }); });`, ["200 resource"]],
  ["a status in one then, the content in the next", `save().then((user) => { res.status(201); return user; }).then((user) => res.json({ user }));`, ["201 resource"]],
  ["a callback by name", `const done = (err) => { if (err) return res.status(500).end(); res.end(); }; db.save(body, done);`, ["500 none", "200 none"]],
  ["a callback that hands on", `db.load(id, (err, user) => { if (err) return next(err); res.json({ user }); });`, ["200 resource"]],
  ["then and catch", `load(id).then((user) => res.json({ user })).catch((err) => res.status(500).end());`, ["200 resource", "500 none"]],
  ["then with two functions", `load(id).then((user) => res.json({ user }), () => res.status(500).end());`, ["200 resource", "500 none"]],
  ["then, then, catch", `load(id).then((user) => { if (!user) return res.status(404).end(); return save(user); }).then(() => res.end()).catch(next);`, ["404 none", "200 none"]],
  ["catch that hands on", `load(id).then((user) => res.json({ user })).catch(next);`, ["200 resource"]],
  ["an awaited then", `await load(id).then((user) => { res.json({ user }); });`, ["200 resource"]],
  ["catch before an answer", `const user = await load(id).catch(() => null); if (!user) return res.status(404).end(); res.json({ user });`, ["404 none", "200 resource"]],
  ["catch that answers, and what follows it", `const user = await load(id).catch(() => { res.status(500).end(); }); res.json({ user });`, ["500 none", "200 resource"]],
  ["finally of a promise", `save().then(() => res.status(201)).finally(() => res.end());`, ["201 none"]],
  ["a promise constructor", `await new Promise((resolve) => { res.status(201).end(); resolve(); });`, ["201 none"]],
  ["a promise constructor with a callback", `return new Promise((resolve) => { db.save(body, (err) => { if (err) res.status(500).end(); else res.status(201).end(); resolve(); }); });`, ["500 none", "201 none"]],
  ["a timer", `setTimeout(() => res.status(504).end(), 100);`, ["504 none"]],
  ["an event", `stream.on("error", () => { res.status(500).end(); }); stream.pipe(res);`, ["500 none", "200 stream"]],
  ["an event of the request", `req.on("end", () => { res.status(201).end(); });`, ["201 none"]],
  ["an event of the carrier", `res.on("finish", () => log()); res.status(201).end();`, ["201 none"]],
  ["callbacks in an options object", `run({ success: (user) => res.json({ user }), error: () => res.status(500).end() });`, ["200 resource", "500 none"]],
  ["a transaction", `await db.transaction(async (tx) => { await tx.save(); res.status(201).end(); });`, ["201 none"]],
  ["a middleware that is called", `passport.authenticate("local", (err, user) => { if (!user) return res.status(401).end(); res.json({ user }); })(req, res, next);`, ["401 none", "200 resource"]],
  ["res.format", `res.format({ json: () => res.json({ id }), html: () => res.status(406).end() });`, ["200 resource", "406 none"]],
];

const handedOn: readonly Sample[] = [
  ["a helper that gets the carrier", `sendError(res, 404);`, []],
  ["a helper that gets it in an object", `sendError({ res, status: 404 });`, []],
  ["a helper that gets it in a list", `sendError(...[req, res]);`, []],
  ["a method that somebody added", `res.success({ id });`, []],
  ["a helper in one branch", `if (!ok) return sendError(res, 404); res.json({ id });`, ["200 resource"]],
  ["a helper that gets next", `authenticate(req, next);`, []],
  ["a helper of the request says nothing", `log(req);`, ["silence"]],
  ["a listener of the application", `app.handle(req, res, next);`, []],
  ["a constructed helper", `new Reply(res).send({ id });`, []],
  ["bind", `save(done.bind(null, res));`, []],
  ["the carrier in a member", `this.res = res; this.run();`, []],
];

describe.each([["closures", closures], ["callbacks", callbacks], ["what is handed on", handedOn]] as const)("%s", (_theme, samples) => {
  it.each(samples)("%s", (_name, statements, lines) => {
    expect(ends(statements).toSorted()).toEqual(lines.toSorted());
  });
});

describe("a function of the file that gets the carrier", () => {
  const answersAfter = (body: string): string[] => linesOf(read(express(`
    const check = (req, res) => { ${body} };
    app.get("/", (req, res) => { if (!check(req, res)) return; res.json({ id }); });
  `)));

  it.each([
    ["answers itself, and leaves the rest to nobody", `if (!req.user) { res.status(403).json({ error: "No" }); return false; } return true;`, "200 resource"],
    ["answers in one word", `if (!req.user) { res.sendStatus(403); return false; } return true;`, "200 resource"],
    ["may set the status of what follows", `if (!req.user) res.status(203); return true;`, "? resource"],
    ["assigns the status of what follows", `if (!req.user) res.statusCode = 203; return true;`, "? resource"],
    ["gives it to another", `return verify(res);`, "? resource"],
  ])("%s", (_name, body, line) => {
    expect(answersAfter(body).at(-1)).toBe(line);
  });
});

const typed: readonly Sample[] = [
  ["as", `(res as Response).status(404 as number).json({ error: "x" } as Body);`, ["404 failure"]],
  ["satisfies", `res.status(404).json({ error: "x" } satisfies Body);`, ["404 failure"]],
  ["non-null", `res!.status(404)!.json({ error: "x" });`, ["404 failure"]],
  ["an angle bracket", `(<any>res).status(404).end();`, ["404 none"]],
  ["as const", `const status = 404 as const; res.status(status).end();`, ["404 none"]],
  ["a typed let", `let status: number = 200; if (!ok) { status = 404; } res.status(status).end();`, ["404|200 none"]],
  ["type arguments", `res.status(404).json<Body>({ error: "x" });`, ["404 failure"]],
];

describe("types around the words", () => {
  it.each(typed)("%s", (_name, statements, lines) => {
    expect(linesOf(read(endpoint(statements), { language: "ts" }))).toEqual(lines);
  });
});
