import { rule } from "../../src/rules/require-response.ts";
import { on, server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

/** The statements of a handler. */
const handler = (statements: string): string => on('get("/users"', statements);
const route = (statements: string, elsewhere = "") => ({
  code: `${elsewhere} export async function GET(request) { ${statements} }`, filename: "app/users/route.js",
});
const checkOpenPaths = { options: { checkOpenPaths: true } };

const answered = {
  "each side answers": handler("if (user) res.json(user); else res.sendStatus(404);"),
  "an early return": handler("if (!user) return res.sendStatus(404); res.json(user);"),
  "a ternary": handler("user ? res.json(user) : res.sendStatus(404);"),
  "and, or": handler("user && res.json(user); user || res.sendStatus(404);"),
  "a condition and its opposite": handler("if (user) { res.json(user); } if (!user) { res.sendStatus(404); }"),
  "a switch with default": handler('switch (kind) { case "a": res.send("a"); break; default: res.sendStatus(400); }'),
  "a loop, and an answer": handler("for (const user of users) { if (!user) return res.sendStatus(404); } res.json(users);"),
  "a loop without an end": handler("while (true) { const user = await poll(); if (user) return res.json(user); }"),
  "a catch that answers": handler("try { res.json(await load()); } catch (err) { res.sendStatus(500); }"),
  "a catch that hands on": handler("try { res.json(await load()); } catch (err) { console.error(err); next(err); }"),
  "a catch that throws": handler("try { res.json(await load()); } catch (err) { console.error(err); throw err; }"),
  "a catch before an answer": handler("let user = null; try { user = await load(); } catch (err) { console.error(err); } res.json(user);"),
  "a catch of what follows the answer": handler("res.json(user); try { await log(user); } catch (err) { console.error(err); }"),
  "a catch inside an answered try": handler("try { try { await log(); } catch (err) { console.error(err); } res.json(user); } catch (err) { next(err); }"),
  "finally that answers": handler("let user; try { user = await load(); } catch (err) { console.error(err); } finally { res.json(user ?? null); }"),
  "a throw": handler("if (!user) throw new Error(); res.json(user);"),
  "a status, and a throw": handler('if (!user) { res.status(404); throw new Error("missing"); } res.json(user);'),
  "a status, and next": handler("if (!user) { res.status(404); return next(new Error()); } res.json(user);"),
  "a status for either answer": handler("res.status(user ? 200 : 404); if (user) { res.json(user); } else { res.end(); }"),
  "a status before a helper": handler("if (!user) { res.status(404); return render(res); } res.json(user);"),
  "a status before a callback": handler("res.status(201); save(() => { res.json(user); });"),
  "a status before a promise": handler("res.status(201); save().then(() => res.json(user)).catch(next);"),
};

const elsewhere = {
  "next": handler("if (!user) return next(); res.json(user);"),
  "next that is given away": handler("if (user) { return res.json(user); } check(next);"),
  "the carrier that is given away": handler("if (user) { return res.json(user); } refuse(req, res);"),
  "a status that is returned after the carrier was given away": handler("refuse(res); if (!user) return res.status(404); res.json(user);"),
  "a status that is returned in a loop that gives the carrier away": handler("for (const user of users) { if (!user) return res.status(404); send(user, res); }"),
  "a status that is kept before the carrier is given away": handler("if (!user) { res.status(404); return; } send(user, res);"),
  "a status that is returned to a function of the handler": handler("const refuse = () => { return res.status(404); }; if (!user) refuse().end(); else send(user, res);"),
  "the carrier in an object": handler("const context = { req, res }; if (user) { return res.json(user); } context.res.end();"),
  "the carrier in a list": handler("const both = [req, res]; if (user) { return res.json(user); } refuse(...both);"),
  "the carrier that is kept": handler("clients.push(res); if (user) { res.json(user); }"),
  "the carrier that is kept in an object": handler("clients[id] = res; if (user) { res.json(user); }"),
  "a helper that decides": handler("if (!(await isAllowed(req, res))) return; res.json(user);"),
  "a callback that answers": handler("load((err, user) => { if (err) { res.sendStatus(500); } else { res.json(user); } });"),
  "a callback of a database": handler("User.find((err, users) => { if (err) { return res.sendStatus(500); } res.json(users); });"),
  "an event": server('req.on("end", () => { res.end("done"); });'),
  "a chain": handler("load().then((user) => res.json(user)).catch(next);"),
  "a pipe": handler("stream.pipe(res);"),
  "pieces": handler("res.write(a); if (done) { res.end(); }"),
  "events for the browser": handler('res.writeHead(200, { "Content-Type": "text/event-stream" }); if (done) { res.end(); }'),
  "a head that is flushed": handler("res.flushHeaders(); if (done) { res.end(); }"),
  "a handler for tests": handler(""),
  "a handler that only logs": handler("console.log(req.url);"),
  "a word that somebody added": handler("if (user) { res.json(user); } else { res.notFound(); }"),
  "a function with the same parameters": "const check = (req, res, isStrict) => { if (isStrict) { res.sendStatus(401); } }; check(a, b, true);",
  "a middleware": 'import express from "express"; const app = express(); app.use((req, res, next) => { if (!req.user) { res.sendStatus(401); } else if (req.user.isFine) { next(); } }); app.get("/", list);',
  "a listener": server('if (req.headers.upgrade) { return; } else { handle(req, res); }'),
  "an argument more": 'import express from "express"; export const upload = async (req, res, answers = true) => { await save(); if (answers) { res.json(req.file); } }; express().put("/", upload);',
  "nobody is asking, where that is asked before": 'import express from "express"; express().get("/me", requireAuth, (req, res) => { if (req.user) { res.json(req.user); } });',
  "input of neither form, where it is validated before": 'import express from "express"; express().post("/users", validateUser, (req, res) => { const { account } = req.body; if (isEmail(account)) { return res.json(mail(account)); } else if (isPhone(account)) { return res.json(call(account)); } });',
  "a function that gets the request decides": handler("if (!isFine(req)) return; res.json(user);"),
};

const open = {
  "if without else": handler("if (user) { res.json(user); }"),
  "a bare return": handler("if (!user) return; res.json(user);"),
  "a switch without default": handler('switch (kind) { case "a": res.send("a"); break; case "b": res.send("b"); }'),
  "a closed connection": handler("if (req.destroyed) return; res.json(user);"),
  "a sent head": handler("if (res.headersSent) return; res.json(user);"),
  "a catch that calls something": handler("try { res.json(await load()); } catch (err) { report(err); }"),
  "a catch that ends the process": handler("try { res.json(await load()); } catch (err) { console.error(err); process.exit(1); }"),
  "a catch where nothing is awaited": handler("try { res.json(user); } catch (err) { console.error(err); }"),
  "a catch beside another silence": handler("try { if (user) { res.json(await load()); } } catch (err) { console.error(err); }"),
  "a status that another path sends": handler("res.status(201); if (user) { res.json(user); }"),
};

const madeElsewhere: Cases["silent"] = {
  "a route that answers": route("return Response.json(users);"),
  "a part of a route": route("return check(request) ?? Response.json(users);", "const check = (request) => { if (!request.user) { return new Response(null, { status: 401 }); } };"),
  "a catch that answers in a route": route('try { return Response.json(await load()); } catch (err) { console.error(err); return new Response("down", { status: 500 }); }'),
  "a worker": 'export default { async fetch(request) { if (request.url === "/") { return new Response("a"); } } };',
};

const opened = (statements: string, at: string): Cases["reports"][string] => ({ ...checkOpenPaths, code: handler(statements), at, messageId: "open" });

run(rule, {
  silent: {
    ...Object.fromEntries(Object.entries({ ...answered, ...elsewhere }).flatMap(([name, code]): [string, Cases["silent"][string]][] =>
      [[name, code], [`${name}, all checked`, { code, ...checkOpenPaths }]])),
    ...open,
    ...madeElsewhere,
  },
  reports: {
    "a status that nothing sends": {
      code: handler("if (!user) { res.status(404); return; } res.json(user);"), at: "status", messageId: "unsent",
      cures: [{ tier: "choice", messageId: "send", output: handler("if (!user) { res.status(404).end(); return; } res.json(user);") }],
    },
    "a status that is returned": {
      code: handler("if (!user) return res.status(404); res.json(user);"), at: "status", messageId: "unsent",
      cures: [{ tier: "choice", messageId: "send", output: handler("if (!user) return res.status(404).end(); res.json(user);") }],
    },
    "a status at the end": {
      code: handler("if (user) { return res.json(user); } res.status(404);"), at: "status", messageId: "unsent",
      cures: [{ tier: "choice", messageId: "send", output: handler("if (user) { return res.json(user); } res.status(404).end();") }],
    },
    "a handler that only sets a status": {
      code: handler("res.status(501);"), at: "status", messageId: "unsent",
      cures: [{ tier: "choice", messageId: "send", output: handler("res.status(501).end();") }],
    },
    "a returned status before a stream takes the response": {
      code: handler("if (!file) return res.status(404); if (!file.isOpen) return res.sendStatus(403); await stream(file, res);"), at: "status", messageId: "unsent",
      cures: [{ tier: "choice", messageId: "send", output: handler("if (!file) return res.status(404).end(); if (!file.isOpen) return res.sendStatus(403); await stream(file, res);") }],
    },
    "a status that is assigned": { code: server('if (req.url !== "/") { res.statusCode = 404; return; } res.end("a");'), at: "statusCode", messageId: "unsent" },
    "a middleware that refuses in silence": {
      code: 'import express from "express"; express().use((req, res, next) => { if (!req.user) { res.status(401); return; } next(); });', at: "status", messageId: "unsent",
      cures: [{ tier: "choice", messageId: "send", output: 'import express from "express"; express().use((req, res, next) => { if (!req.user) { res.status(401).end(); return; } next(); });' }],
    },
    "a status in the catch": {
      code: handler("try { res.json(await load()); } catch (err) { res.status(500); }"), at: "status", messageId: "unsent",
      cures: [{ tier: "choice", messageId: "send", output: handler("try { res.json(await load()); } catch (err) { res.status(500).end(); }") }],
    },
    "an error that is only logged": {
      code: handler("try { res.json(await load()); } catch (err) { console.error(err); }"), at: "catch (err) { console.error(err); }", messageId: "caught",
    },
    "an error that is not even logged": {
      code: handler("try { const user = await load(); if (!user) return res.sendStatus(404); res.json(user); } catch {}"), at: "catch {}", messageId: "caught",
    },
    "an error that is logged, and a return": {
      code: handler("try { return res.json(await load()); } catch (err) { logger.warn(err); return; }"), at: "catch (err) { logger.warn(err); return; }", messageId: "caught",
    },
    "an error of a route that is only logged": {
      ...route("try { return Response.json(await load()); } catch (err) { console.error(err); }"), at: "catch (err) { console.error(err); }", messageId: "failed",
    },
    "nobody is asking, where that is not asked before": opened("if (req.user) { res.json({ known: true }); }", "req.user"),
    "input of neither form, where nobody has validated it": opened("const { account } = req.body; if (isEmail(account)) { return res.json(mail(account)); } else if (isPhone(account)) { return res.json(call(account)); }", "isPhone(account)"),
    "input of neither form, where only an id is validated before": {
      ...checkOpenPaths, code: 'import express from "express"; express().post("/a/:id", validateUserId, (req, res) => { if (isEmail(req.body.account)) { res.end(); } });', at: "isEmail(req.body.account)", messageId: "open",
    },
    "what was found, where the input is validated before": {
      ...checkOpenPaths, code: 'import express from "express"; express().get("/a", validateQuery, (req, res) => { if (isFound) { res.json(found); } });', at: "isFound", messageId: "open",
    },
    "something else, where it is asked before who is asking": {
      ...checkOpenPaths, code: 'import express from "express"; express().get("/me", requireAuth, (req, res) => { if (isDone) { res.json(req.user); } });', at: "isDone", messageId: "open",
    },
    "if without else, checked": opened("if (known) { res.json(user); }", "known"),
    "a bare return, checked": opened("if (!user) return; res.json(user);", "return;"),
    "a value that is returned, checked": opened('if (!user) return { error: "missing" }; res.json(user);', 'return { error: "missing" };'),
    "a switch without default, checked": opened('switch (kind) { case "a": res.send("x"); break; case "b": res.send("y"); }', '"b"'),
    "a catch that calls something, checked": opened("try { res.json(await load()); } catch (err) { report(err); }", "catch (err) { report(err); }"),
    "a route with a silent path, checked": { ...checkOpenPaths, ...route("if (request.body) { return Response.json(users); }"), at: "request.body", messageId: "empty" },
  },
});
