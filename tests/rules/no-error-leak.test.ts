import { rule } from "../../src/rules/no-error-leak.ts";
import { on, route, routeFile, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];

const post = 'post("/posts"';
const caught = (statements: string): string => on(post, `try { await save(req.body); } catch (err) { ${statements} } next();`);
const answered = (content: string, status: string | number = 500): string => caught(`return res.status(${status}).json(${content});`);
const handler = (statements: string): string => `import express from "express"; express().use((err, req, res, next) => { ${statements} });`;
const called = (statements: string): string => on(post, `db.query("select 1", (err, rows) => { ${statements} res.json(rows); });`);

const leak = (messageId: string, quote: string, code: string, at: string): Report =>
  ({ code, at, messageId, data: { quote, ...(messageId === "message" && { title: "500 Internal Server Error" }) }, ...(messageId === "message" && { options: { checkMessages: true } }) });
const shown = (messageId: string, quote: string, content: string, status: string | number = 500): Report =>
  leak(messageId, quote, answered(content, status), `res.status(${status}).json(${content})`);

run(rule, {
  silent: {
    ...withOptions({ checkMessages: true }, {
      "a text": answered('{ error: "Internal Server Error" }'),
      "nothing": caught("return res.sendStatus(500);"),
      "another member of the error": answered("{ code: err.code }"),
      "what was asked for": answered("{ error: text }"),
      "an error that the code makes": answered('new PostError("No")'),
      "a function's result": answered("{ error: describe(err) }"),
      "an identifier for the log": caught("const id = log(err); return res.status(500).json({ error: id });"),
      "words that the try throws": on(post, 'try { if (!req.body.size) throw new Error("Choose a size"); await save(req.body); next(); } catch (err) { return res.status(500).json({ error: err.message }); }'),
      "words that a function of the file throws": `${on(post, "try { await store(req.file); next(); } catch (err) { return res.status(500).json({ error: err.message }); }")} async function store(file) { if (file.size > 9) throw new Error(\`Larger than \${9}\`); await put(file); }`,
      "an error of a try in which only a function is tried that catches all": `${on(post, "try { const sent = await send(req.body.phone); console.log(sent); return res.json(sent); } catch (err) { return res.status(500).json({ error: err.message }); }")} const send = async (phone) => { try { return await client.create({ phone }); } catch (err) { console.log(err); } };`,
      "an error of a try that tries nothing": on(post, "try { if (!req.user) return res.status(401).end(); next(); } catch (err) { return res.status(500).json({ error: err.message }); }"),
      "a page": caught('return res.status(500).render("error", { error: err });'),

      // A client's own fault may be explained to it, and then the answer is for that client.
      "the message with a 400": answered("{ error: err.message }", 400),
      "the error with a 400": answered("err", 400),
      "the message with a status of run time": answered("{ error: err.message }", "err.status || 500"),
      "the error with a status of run time": answered("err", "err.status"),
      "a kind of error": caught("if (err instanceof PostError) return res.status(500).json(err); throw err;"),
      "an error by its name": caught('if (err.name === "PostError") return res.status(500).json({ error: err.message }); throw err;'),
      "an error by its code": caught("if (err.code === 17) return res.status(500).json({ error: err.message }); throw err;"),
      "an error that says so": caught("if (err.isPublic) return res.status(500).json({ error: err.message }); throw err;"),
      "an error that a function knows": caught("if (isPostError(err)) return res.status(500).json({ error: err.message }); throw err;"),
      "a message for some": answered('{ error: err.isPublic ? err.message : "No" }'),

      // Developers see more.
      "development": caught('if (process.env.NODE_ENV !== "production") return res.status(500).json({ stack: err.stack }); return res.sendStatus(500);'),
      "no production": caught('if (process.env.NODE_ENV === "production") return res.sendStatus(500); return res.status(500).json({ stack: err.stack });'),
      "the environment of the application": caught('if (req.app.get("env") === "development") return res.status(500).json(err); return res.sendStatus(500);'),
      "a flag": caught("if (isDev) return res.status(500).json(err); return res.sendStatus(500);"),
      "a flag of the configuration": caught("if (config.debug) return res.status(500).json(err); return res.sendStatus(500);"),
      "a name for the environment": caught('const local = process.env.NODE_ENV === "development"; if (local) return res.status(500).json(err); return res.sendStatus(500);'),
      "a member for developers": answered('{ error: "No", stack: process.env.NODE_ENV === "production" ? undefined : err.stack }'),
      "a member with a flag": answered('{ error: "No", stack: isDev && err.stack }'),
      "a member that is spread": answered('{ error: "No", ...(isDev && { stack: err.stack }) }'),
      "a member that is added": caught('const body = { error: "No" }; if (process.env.NODE_ENV === "development") body.stack = err.stack; return res.status(500).json(body);'),
      "a choice of contents": answered('process.env.NODE_ENV === "production" ? { error: "No" } : err'),

      // Callers of the house, other rules' faults, no server's answer.
      "a health check": on('get("/health"', "try { await ping(); } catch (err) { return res.status(500).json({ error: err.message }); } res.json({ ok: true });"),
      "a job": on('post("/cron/clean"', "try { await clean(); } catch (err) { return res.status(500).json(err); } res.json({ ok: true });"),
      "a success": answered("{ error: err.stack }", 200),
      "a success in words": answered("{ success: true, error: err }"),
      "the title of another status": answered('{ error: "Bad Request", reason: err.message }'),
      "a refusal of what is there": caught('if (err.code === "P2002") return res.status(500).json({ error: err }); throw err;'),
      "an answer that is on its way": caught("if (res.headersSent) return res.status(500).json(err); throw err;"),
      "a parameter of a function that is given words": 'import express from "express"; const fail = (error, res) => res.status(500).json({ error }); express().get("/a", (req, res) => fail("No", res));',
      "a client": "try { await fetch(url); } catch (err) { show(err.stack); }",
    }),
    "a message": answered("{ error: err.message }"),
    "a message in a text": answered("{ error: `Failed: ${err.message}` }"),
    "an object where text is needed, which throws": caught("return res.status(500).end(err);"),
  },
  reports: {
    "a stack": shown("stack", "err.stack", "{ error: err.stack }"),
    "a stack with a 400": shown("stack", "err.stack", '{ error: "No", stack: err.stack }', 400),
    "a stack with a status of run time": shown("stack", "err.stack", "{ stack: err.stack }", "err.status || 500"),
    "a stack in a text": shown("stack", "`Failed: ${err.stack}`", "{ error: `Failed: ${err.stack}` }"),
    "a stack in an error": shown("stack", "err.stack", '{ error: { message: "No", stack: err.stack } }'),
    "a stack with something in its place": shown("stack", "err.stack || err.message", "{ error: err.stack || err.message }"),
    "a stack that has its own name": leak(
      "stack", "stack", caught("const { message, stack } = err; return res.status(500).json({ message, stack });"), "res.status(500).json({ message, stack })"),
    "a stack in an error handler": leak("stack", "err.stack", handler('res.status(500).send("Failed: " + err.stack);').replace('"Failed: " + ', ""), "res.status(500).send(err.stack)"),
    "a stack that is added": leak(
      "stack", "err.stack", caught('const body = { error: "No" }; body.stack = err.stack; return res.status(500).json(body);'), "res.status(500).json(body)"),

    "the error": shown("error", "err", "err"),
    "the error beside a function that throws on": leak(
      "error", "err", `${on(post, "try { res.json(await send(req.body.phone)); } catch (err) { return res.status(500).json(err); }")} const send = async (phone) => { try { return await client.create({ phone }); } catch (err) { throw new Error("sms"); } };`,
      "res.status(500).json(err)"),
    "the error beside a function that tries only half of what it does": leak(
      "error", "err", `${on(post, "try { res.json(await send(req.body.phone)); } catch (err) { return res.status(500).json(err); }")} const send = async (phone) => { const client = await connect(); try { return await client.create({ phone }); } catch (err) { console.log(err); } };`,
      "res.status(500).json(err)"),
    "the error in a member": shown("error", "err", '{ message: "No", error: err }'),
    "the error with a short name": shown("error", "err", '{ message: "No", err }'),
    "the members of the error": shown("error", "err", '{ message: "No", ...err }'),
    "the error as a text of JSON": leak("error", "err", caught("return res.status(500).end(JSON.stringify({ err }));"), "res.status(500).end(JSON.stringify({ err }))"),
    "the error under another name": leak("error", "cause", caught("const cause = err; return res.status(500).json({ cause });"), "res.status(500).json({ cause })"),
    "the error of a callback": leak("error", "err", called("if (err) return res.status(500).json(err);"), "res.status(500).json(err)"),
    "a rejection": leak("error", "reason", on(post, "save(req.body).then(() => next()).catch((reason) => res.status(500).json(reason));"), "res.status(500).json(reason)"),
    "the error of an error handler": leak("error", "err", handler("res.status(500).json({ error: err });"), "res.status(500).json({ error: err })"),
    "a gateway": shown("error", "err", "err", 502),
    "a status in an earlier statement": leak("error", "err", caught("res.status(500); return res.send(err);"), "res.send(err)"),
    "a guard that is about something else": leak("error", "err", caught("if (req.body.name) return res.status(500).json(err); throw err;"), "res.status(500).json(err)"),
    "a key of the environment that was asked before": leak(
      "error", "err", on(post, "if (!process.env.API_KEY) return res.sendStatus(503); try { await save(req.body); } catch (err) { return res.status(500).json(err); } next();"),
      "res.status(500).json(err)"),
    "an answer that a function gives": leak(
      "error", "err", 'import express from "express"; const fail = (res, error) => res.status(500).json({ error }); express().get("/a", async (req, res) => { try { await load(); } catch (err) { return fail(res, err); } res.end(); });',
      "fail(res, err)"),
    "a made answer": {
      code: route("GET", "try { await load(); } catch (err) { return NextResponse.json({ error: err }, { status: 500 }); } return NextResponse.json({});"),
      filename: routeFile, at: "NextResponse.json({ error: err }, { status: 500 })", messageId: "error", data: { quote: "err" },
    },

    "a message": shown("message", "err.message", "{ error: err.message }"),
    "a message with something in its place": shown("message", 'err.message || "No"', '{ error: err.message || "No" }'),
    "a message if there is one": shown("message", 'err instanceof Error ? err.message : "N…', '{ error: err instanceof Error ? err.message : "No" }'),
    "a message in a text": shown("message", "`Failed: ${err.message}`", "{ error: `Failed: ${err.message}` }"),
    "the error in a text": shown("message", '"Failed: " + err', '{ error: "Failed: " + err }'),
    "the text of the error": shown("message", "String(err)", "{ error: String(err) }"),
    "the text of the error, asked of it": shown("message", "err.toString()", "{ error: err.toString() }"),
    "a response of the error, which is a text": {
      code: route("GET", "try { await load(); } catch (err) { return new Response(err, { status: 500 }); } return NextResponse.json({});"),
      filename: routeFile, at: "new Response(err, { status: 500 })", messageId: "message", data: { quote: "err", title: "500 Internal Server Error" }, options: { checkMessages: true },
    },
  },
});
