import { rule } from "../../src/rules/no-duplicate-response.ts";
import { on, server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

/** The statements of a handler; `elsewhere` stands beside it. */
const handler = (statements: string, elsewhere = ""): string => on('get("/users"', statements, elsewhere);
const middleware = (statements: string): string => `
  import express from "express";
  const app = express();
  app.use(async (req, res, next) => { ${statements} });
  app.get("/users", (req, res) => res.json(users));
`;
const strict = (code: string) => ({ code, options: { checkHandingOn: true } });

const missing = 'res.status(404).json({ error: "No such user" });';
const failed = "res.status(500).end();";

const branches = {
  "a return": handler(`if (!user) { return ${missing} } res.json(user);`),
  "a return on its own": handler(`if (!user) { ${missing} return; } res.json(user);`),
  "else": handler(`if (!user) { ${missing} } else { res.json(user); }`),
  "else if": handler(`if (!user) { ${missing} } else if (user.old) { res.sendStatus(410); } else { res.json(user); }`),
  "a ternary": handler("user ? res.json(user) : res.sendStatus(404);"),
  "and": handler("user && res.json(user); user || res.sendStatus(404);"),
  "a condition and its opposite": handler(`if (!user) { ${missing} } if (user) { res.json(user); }`),
  "a comparison and its opposite": handler(`if (user === null) { ${missing} } if (user !== null) { res.json(user); }`),
  "two values of one thing": handler('if (req.query.a === "x") { res.send("x"); } if (req.query.a === "y") { res.send("y"); }'),
  "three values of one thing": handler('if (kind === "x") { res.send("x"); } if (kind === "y") { res.send("y"); } if (kind === "z") { res.send("z"); }'),
  "conditions that may exclude each other": handler(`if (err) { ${failed} } if (data) { res.json(data); }`),
  "a condition with another in it": handler(`if (!a) { ${missing} } if (a && b) { res.json(b); }`),
  "two refusals, and one condition for both": handler(`if (!a) { ${missing} } else if (!b) { ${failed} } if (a && b) { res.json(b); }`),
  "a flag": handler(`let isDone = false; if (!user) { ${missing} isDone = true; } if (!isDone) { res.json(user); }`),
  "a throw": handler(`if (!user) { ${missing} throw new Error("missing"); } res.json(user);`),
  "the end of the process": handler(`if (!user) { ${failed} process.exit(1); } res.json(user);`),
  "a function that throws": handler(`if (!user) { ${missing} stop(); } res.json(user);`, ' function stop() { throw new Error("stop"); }'),
  "an arrow that throws": handler(`if (!user) { ${missing} stop(); } res.json(user);`, ' const stop = () => { log("stop"); throw new Error("stop"); };'),
  "a switch with breaks": handler('switch (kind) { case "a": res.send("a"); break; case "b": res.send("b"); break; default: res.sendStatus(400); }'),
  "a switch with returns": handler('switch (kind) { case "a": return res.send("a"); case "b": return res.send("b"); } res.sendStatus(400);'),
  "a switch with a flag": handler('let isKnown = true; switch (kind) { case "a": res.send("a"); break; default: isKnown = false; } if (!isKnown) res.sendStatus(400);'),
  "a labelled block": handler(`check: { if (!user) { ${missing} break check; } res.json(user); }`),
  "nested conditions": handler(`if (a) { if (b) { res.json(b); } else { ${missing} } } else { ${failed} }`),
  "a function that answers, returned": handler(`const fail = () => res.sendStatus(400); if (!a) return fail(); if (!b) return fail(); res.json(b);`),
  "a function that answers once for each call": handler("const send = (value) => res.json(value); if (a) send(a); else send(b);"),
  "void": handler("if (!user) return void res.sendStatus(404); res.json(user);"),
  "a sequence": handler("if (!user) return res.sendStatus(404), undefined; res.json(user);"),
};

const guards = {
  "headersSent": handler(`if (!user) { ${missing} } if (!res.headersSent) { res.json(user); }`),
  "headersSent, returned": handler(`if (!user) { ${missing} } if (res.headersSent) return; res.json(user);`),
  "headersSent with else": handler(`if (!user) { ${missing} } if (res.headersSent) { log("sent"); } else { res.json(user); }`),
  "writableEnded": handler(`if (!user) { ${missing} } if (!res.writableEnded) { res.json(user); }`),
  "headersSent in the catch": handler(`try { res.json(await load()); } catch (err) { if (!res.headersSent) { ${failed} } }`),
  "headersSent in an error handler": 'import express from "express"; express().use((err, req, res, next) => { if (res.headersSent) { return next(err); } res.status(500).end(); });',
};

const errors = {
  "try and catch": handler(`try { res.json(await load()); } catch { ${failed} }`),
  "an await after the answer": handler(`try { res.json(user); await log(user); } catch { ${failed} }`),
  "a return in try": handler(`try { return res.json(await load()); } catch { return res.sendStatus(500); } finally { close(); }`),
  "finally that ends": handler(`try { res.json(await load()); } catch { ${failed} } finally { res.end(); }`),
  "catch that returns": handler(`let user; try { user = await load(); } catch { ${failed} return; } res.json(user);`),
  "catch that answers what was awaited": handler(`const user = await load().catch(() => { ${failed} }); if (!user) return; res.json(user);`),
  "a caught error that is thrown again": handler(`try { await load(); } catch (err) { ${failed} throw err; } res.json(user);`),
};

const later = {
  "then and catch": handler(`load().then((user) => res.json(user)).catch(() => res.status(500).end());`),
  "then with two functions": handler(`load().then((user) => res.json(user), () => res.status(500).end());`),
  "then, catch and finally": handler(`load().then((user) => res.json(user)).catch(next).finally(() => res.end());`),
  "a link that stops": handler(`load().then((user) => { if (!user) { ${missing} throw new Error("stop"); } return user; }).then((user) => res.json(user)).catch(log);`),
  "a link that asks": handler(`load().then((user) => { if (!user) { ${missing} return null; } return user; }).then((user) => { if (user) res.json(user); });`),
  "a chain that is awaited, and asked": handler(`const user = await load().then((it) => { if (!it) { ${missing} } return it; }); if (user) res.json(user);`),
  "a callback with an error first": handler(`load((err, user) => { if (err) { return ${failed} } res.json(user); });`),
  "a callback with else": handler(`load((err, user) => { if (err) { ${failed} } else { res.json(user); } });`),
  "a callback of a database, and an answer for what it refuses": handler("User.find((err, users) => { if (err) { return res.sendStatus(500); } res.json(users); });"),
  "two callbacks": handler(`first(() => { ${failed} }); second(() => { res.json(user); });`),
  "callbacks in an object": handler(`run({ success: () => res.json(user), error: () => res.sendStatus(500) });`),
  "events of a stream": handler(`stream.on("error", () => { ${failed} }); stream.on("end", () => { res.end("done"); });`),
  "events of the request": server('req.on("data", (chunk) => { if (chunk.length > 9) { res.writeHead(413); res.end(); } }); req.on("end", () => { res.end("done"); });'),
  "an error of what is piped": handler(`stream.on("error", () => { ${failed} }); stream.pipe(res);`),
  "a pipe, and an error after it": handler(`stream.pipe(res); stream.on("error", () => { ${failed} });`),
  "a pipe that ends": handler(`stream.pipe(res); stream.on("end", () => res.end());`),
  "a pipeline": handler(`pipeline(stream, res, (err) => { if (err) { ${failed} } });`),
  "a timeout": handler(`const timer = setTimeout(() => { res.sendStatus(504); }, 100); res.json(await load());`),
  "a callback of the answer": handler(`res.sendFile(file, (err) => { if (err) { ${missing} } });`),
  "a callback of the answer by name": handler(`const done = (err) => { if (err) { ${missing} } }; res.sendFile(file, done);`),
  "a page that is handed over": handler(`res.render("users", (err, page) => { if (err) { return next(err); } res.send(page); });`),
  "a page for a mail": handler(`res.render("mail", (err, page) => { send(page); }); res.json({ sent: true });`),
  "a listener of the answer": handler(`res.on("finish", () => { log(); }); res.json(user);`),
  "an answer that may come before": handler(`if (slow) { setTimeout(() => { res.sendStatus(202); }, 10); } res.json(user);`),
  "a callback after the answer": handler(`res.sendStatus(202); work((err) => { if (err) log(err); });`),
};

const loops = {
  "a return in a loop": handler(`for (const user of users) { if (!user) return ${missing} } res.json(users);`),
  "an answer and break": handler(`let isBad = false; for (const user of users) { if (!user) { ${missing} isBad = true; break; } } if (!isBad) res.json(users);`),
  "a loop that ends with an answer": handler(`while (true) { const user = await poll(); if (user) { res.json(user); break; } }`),
  "every, then a question": handler(`const isFine = users.every((user) => { if (!user) { ${missing} return false; } return true; }); if (isFine) res.json(users);`),
  "recursion": handler("const attempt = (left) => { if (left === 0) return res.sendStatus(503); return attempt(left - 1); }; attempt(3);"),
  "pieces": handler('res.write("a"); for (const user of users) { res.write(user); } res.end();'),
  "events for the browser": handler('res.writeHead(200, { "Content-Type": "text/event-stream" }); const timer = setInterval(() => res.write("data\\n\\n"), 100); req.on("close", () => { clearInterval(timer); res.end(); });'),
};

const words = {
  "end after json": handler("res.json(user); res.end();"),
  "end after redirect": handler('res.redirect("/login"); res.end();'),
  "end after send, returned": handler("res.send(user); return res.end();"),
  "end after end": server("res.end(text); res.end();"),
  "a function that gets the carrier": handler("if (!user) { sendError(res, 404); } res.json(user);"),
  "a function that gets it, and next": handler("if (!user) { return refuse(req, res, next); } res.json(user);"),
  "a word that somebody added": handler("if (!user) { res.notFound(); } res.json(user);"),
  "a log of the carrier": handler("res.json(user); log(res.statusCode);"),
  "another carrier": handler("res.json(user); other.json(user);"),
  "a client": 'const res = await fetch("/users"); res.json(); res.json();',
  "the word that is replaced": middleware("const json = res.json; res.json = function (content) { return json.call(this, content); }; next();"),
};

const handing = {
  "next, returned": middleware("if (!req.user) { return res.sendStatus(401); } next();"),
  "next in else": middleware("if (!req.user) { res.sendStatus(401); } else { next(); }"),
  "next with an error, returned": handler("if (!user) { return next(new Error()); } res.json(user);"),
  "next with an error in else": handler("if (!user) { next(new Error()); } else { res.json(user); }"),
  "an error for the log": handler("try { res.json(await load()); } catch (err) { next(err); }"),
  "an error after the answer": handler("res.json(user); next(new Error());"),
  "next for some": middleware('if (req.path === "/") { next(); } else if (!req.user) { res.sendStatus(401); } else { next(); }'),
  "an awaited next": middleware("const result = await next(); res.json(result);"),
};

run(rule, {
  silent: {
    "a parameter of the route, which no request lacks": on('get("/users/:id"', "const { id } = req.params; if (!id) { res.sendStatus(400); } res.json(await load(id));"),
    ...Object.fromEntries(Object.entries({ ...branches, ...guards, ...errors, ...later, ...loops, ...words, ...handing })
      .flatMap(([name, code]) => [[name, code], [`${name}, all checked`, strict(code)]])),
    "next after each answer": middleware("res.sendStatus(202); next();"),
    "an answer after next": middleware('next(); res.end("late");'),
    "a function that is typed to never come back": {
      code: handler(`if (!user) { ${missing} stop(); } res.json(user);`, " const stop = (): never => exit();"), filename: "file.ts",
    },
  },
  reports: {
    "a parameter of the route, which a request may lack": {
      code: on('get("/users/:id?"', "const { id } = req.params; if (!id) { res.sendStatus(400); } res.json(await load(id));"), at: "res.sendStatus(400)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: on('get("/users/:id?"', "const { id } = req.params; if (!id) { return res.sendStatus(400); } res.json(await load(id));") }],
    },
    "a missing return": {
      code: handler(`if (!user) { res.sendStatus(404); }\nres.json(user);`),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "6" },
      cures: [{ tier: "choice", messageId: "end", output: handler(`if (!user) { return res.sendStatus(404); }\nres.json(user);`) }],
    },
    "a missing return without braces": {
      code: handler("if (!user) res.sendStatus(404); res.json(user);"),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("if (!user) return res.sendStatus(404); res.json(user);") }],
    },
    "more to do in the block": {
      code: handler("if (!user) { res.sendStatus(404); log(id); } res.json(user);"),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("if (!user) { res.sendStatus(404); log(id); return; } res.json(user);") }],
    },
    "a redirect": {
      code: handler('if (!user) { res.redirect("/login"); } res.render("user", { user });'),
      at: 'res.redirect("/login")', messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler('if (!user) { return res.redirect("/login"); } res.render("user", { user });') }],
    },
    "two answers one after the other": {
      code: handler('res.send("a"); res.send("b");'),
      at: 'res.send("a")', messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "drop", data: { line: "5" }, output: handler('res.send("a");') }],
    },
    "two answers of which the second does something": {
      code: handler('res.send("a"); res.send(save());'),
      at: 'res.send("a")', messageId: "answered", data: { line: "5" },
    },
    "a second answer on either side": {
      code: handler("if (!user) { res.sendStatus(404); } if (user.isOld) { res.sendStatus(410); } else { res.json(user); }"),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("if (!user) { return res.sendStatus(404); } if (user.isOld) { res.sendStatus(410); } else { res.json(user); }") }],
    },
    "a second answer on either side, on lines of their own": {
      code: handler(`if (!id) { res.status(400).json({ error: "id is missing" }); }\nconst user = await find(id);\nif (user) {\nres.json(user);\n} else {\nres.sendStatus(404);\n}`),
      at: 'res.status(400).json({ error: "id is missing" })', messageId: "answered", data: { line: "8 or 10" },
      cures: [{
        tier: "choice", messageId: "end",
        output: handler(`if (!id) { return res.status(400).json({ error: "id is missing" }); }\nconst user = await find(id);\nif (user) {\nres.json(user);\n} else {\nres.sendStatus(404);\n}`),
      }],
    },
    "a second answer on either side of one that always comes": {
      code: handler('res.send("a");\nif (user) { res.send("b"); }\nelse { res.send("c"); }'),
      at: 'res.send("a")', messageId: "answered", data: { line: "6 or 7" },
    },
    "a second answer in try and in catch": {
      code: handler("if (!user) { res.sendStatus(404); } try { res.json(await load()); } catch { res.sendStatus(500); }"),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("if (!user) { return res.sendStatus(404); } try { res.json(await load()); } catch { res.sendStatus(500); }") }],
    },
    "a throw to a catch that answers": {
      code: handler("try { if (!user) { res.sendStatus(404); throw new Error(); } res.json(user); } catch { res.sendStatus(500); }"),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "5" },
    },
    "catch, and on": {
      code: handler("try { await load(); } catch { res.sendStatus(500); } res.json(user);"),
      at: "res.sendStatus(500)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("try { await load(); } catch { return res.sendStatus(500); } res.json(user);") }],
    },
    "finally that answers": {
      code: handler("try { res.json(await load()); } finally { res.sendStatus(204); }"),
      at: "res.json(await load())", messageId: "answered", data: { line: "5" },
    },
    "a case that falls through": {
      code: handler('switch (kind) { case "a": res.send("a"); case "b": res.send("b"); break; default: res.sendStatus(400); }'),
      at: 'res.send("a")', messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler('switch (kind) { case "a": return res.send("a"); case "b": res.send("b"); break; default: res.sendStatus(400); }') }],
    },
    "a callback with an error first": {
      code: handler("load((err, user) => { if (err) { res.sendStatus(500); } res.json(user); });"),
      at: "res.sendStatus(500)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("load((err, user) => { if (err) { return res.sendStatus(500); } res.json(user); });") }],
    },
    "a link and the next one": {
      code: handler("load().then((user) => { if (!user) { return res.sendStatus(404); } return save(user); }).then((saved) => res.json(saved)).catch(next);"),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "5" },
    },
    "a chain that is awaited": {
      code: handler("const user = await load().catch(() => { res.sendStatus(500); }); res.json(user);"),
      at: "res.sendStatus(500)", messageId: "answered", data: { line: "5" },
    },
    "a return in forEach": {
      code: handler("users.forEach((user) => { if (!user.name) { return res.sendStatus(400); } }); res.json(users);"),
      at: "res.sendStatus(400)", messageId: "answered", data: { line: "5" },
    },
    "an answer in a loop": {
      code: handler("for (const user of users) { if (!user.name) { res.sendStatus(400); } } res.json(users);"),
      at: "res.sendStatus(400)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("for (const user of users) { if (!user.name) { return res.sendStatus(400); } } res.json(users);") }],
    },
    "a function that answers, not returned": {
      code: handler("const fail = () => res.sendStatus(400); if (!a) return fail(); if (!b) { fail(/* b */); } res.json(b);"),
      at: "fail(/* b */)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("const fail = () => res.sendStatus(400); if (!a) return fail(); if (!b) { return fail(/* b */); } res.json(b);") }],
    },
    "an answer where headersSent is asked too late": {
      code: handler("if (!user) { res.sendStatus(404); } if (res.headersSent) { log(); } res.json(user);"),
      at: "res.sendStatus(404)", messageId: "answered", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("if (!user) { return res.sendStatus(404); } if (res.headersSent) { log(); } res.json(user);") }],
    },
    "end with content after an answer": {
      code: server('if (!user) { res.end("no"); } res.end("yes");'),
      at: 'res.end("no")', messageId: "answered", data: { line: "4" },
      cures: [{ tier: "choice", messageId: "end", output: server('if (!user) { return res.end("no"); } res.end("yes");') }],
    },
    "a middleware that refuses and passes on": {
      code: middleware("if (!req.user) { res.sendStatus(401); } next();"),
      at: "res.sendStatus(401)", messageId: "passed", data: { line: "4" },
      cures: [{ tier: "choice", messageId: "end", output: middleware("if (!req.user) { return res.sendStatus(401); } next();") }],
    },
    "an error that is handed on, and an answer": {
      code: handler("if (!user) { next(new Error()); } res.json(user);"),
      at: "next(new Error())", messageId: "taken", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("if (!user) { return next(new Error()); } res.json(user);") }],
    },
    "an error of a callback, and an answer": {
      code: handler("load((err, user) => { if (err) next(err); res.json(user); });"),
      at: "next(err)", messageId: "taken", data: { line: "5" },
      cures: [{ tier: "choice", messageId: "end", output: handler("load((err, user) => { if (err) return next(err); res.json(user); });") }],
    },
    "an error that is handed on, and the request": {
      code: middleware("if (!req.user) { next(new Error()); } next();"),
      at: "next(new Error())", messageId: "handed", data: { line: "4" },
      cures: [{ tier: "choice", messageId: "end", output: middleware("if (!req.user) { return next(new Error()); } next();") }],
    },
    "next after each answer, checked": {
      ...strict(middleware("res.sendStatus(202); next();")),
      at: "res.sendStatus(202)", messageId: "passed", data: { line: "4" },
      cures: [{ tier: "choice", messageId: "drop", data: { line: "4" }, output: middleware("res.sendStatus(202);") }],
    },
    "an answer after next, checked": {
      ...strict(middleware('next(); res.end("late");')),
      at: "next()", messageId: "taken", data: { line: "4" },
      cures: [{ tier: "choice", messageId: "drop", data: { line: "4" }, output: middleware("next();") }],
    },
  },
});
