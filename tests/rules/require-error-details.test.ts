import { rule } from "../../src/rules/require-error-details.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];

const post = (statements: string): string => on('post("/users"', statements);

/** An answer to input without a name. */
const nameless = (answer: string): string => post(`const { name } = req.body; if (!name) return ${answer}; res.json(await save(req.body));`);

const empty = (at: string, title = "400 Bad Request"): Report => ({ code: nameless(at), at, messageId: "empty", data: { title } });
const vague = (at: string, words: string, title = "400 Bad Request"): Report => ({ code: nameless(at), at, messageId: "vague", data: { title, words } });
const checked = (code: string, at: string, title: string): Report => ({ code, at, messageId: "empty", data: { title }, options: { checkClientErrors: true } });

/** A route whose description explains its 400. */
const described = on('post("/users", describe({ responses: { 400: { description: "The name is missing" } } })', "const { name } = req.body; if (!name) return res.sendStatus(400); res.json(await save(req.body));");

run(rule, {
  silent: {
    "an answer that the description of the route explains": described,
    ...withOptions({ checkClientErrors: true }, {
      "a file outside of what is served": post("if (!isInside(root, filePath)) return res.sendStatus(400); res.sendFile(filePath);"),
      // It says what was wrong.
      "a message": nameless('res.status(400).json({ message: "Name is required" })'),
      "an error": nameless('res.status(400).json({ error: "Name is required" })'),
      "a text": nameless('res.status(400).send("Name is required")'),
      "a title and a message": nameless('res.status(400).json({ error: "Bad Request", message: "Name is required" })'),
      "a failing status and a message": nameless('res.status(400).json({ status: "fail", message: "Name is required" })'),
      "a code": nameless('res.status(400).json({ code: "NAME_MISSING" })'),
      "a number of your own": nameless("res.status(400).json({ code: 1001 })"),
      "a field": nameless('res.status(400).json({ error: "Bad Request", field: "name" })'),
      "a field with a word": nameless('res.status(400).json({ name: "invalid" })'),
      "a list": nameless('res.status(400).json({ errors: [{ message: "Name is required" }] })'),
      "text of a server of Node.js": 'import http from "node:http"; http.createServer((req, res) => { res.statusCode = 400; res.end("No name"); });',
      "content in pieces": nameless('res.status(400).write("Name is required"); res.end()'),

      // No request comes without what the route has.
      "a parameter of the route": on('get("/users/:id"', "const id = req.params.id; if (!id) return res.sendStatus(400); res.json(await load(id));"),
      "a destructured one": on('get("/users/:id"', "const { id: key } = req.params; if (!key) return res.status(400).end(); res.json(await load(key));"),
      "one of two": on('get("/teams/:team/users/:id"', "if (!req.params.team) return res.sendStatus(400); next();"),
      "one of each route": `import express from "express"; const app = express(); const show = (req, res) => { if (!req.params.id) return res.sendStatus(400); res.json(load(req.params.id)); }; app.get("/users/:id", show); app.get("/people/:id", show);`,

      // Only run time knows what it says.
      "a variable": nameless("res.status(400).json(errors)"),
      "a member in a variable": nameless("res.status(400).json({ error })"),
      "an object that changes": post('const errors = {}; if (!req.body.name) errors.name = "required"; if (!req.body.name) return res.status(400).json(errors); next();'),
      "an object that a function fills": post("const errors = {}; check(req.body, errors); if (!req.body.name) return res.status(400).json(errors); res.json(await save(req.body));"),
      "the errors of a validator": post("const errors = validationResult(req); if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() }); res.json(await save(req.body));"),
      "a text with values": nameless("res.status(400).send(`Bad ${field}`)"),
      "a text from a table": nameless("res.status(400).send(texts.bad)"),
      "a page": nameless('res.status(400).render("error")'),
      "a file": nameless('res.status(400).sendFile("/errors/400.html")'),
      "what a spread brings": nameless('res.status(400).json({ error: "Bad Request", ...details })'),
      "a status in a variable": nameless("res.sendStatus(status)"),
      "one of two statuses": nameless("res.sendStatus(isNew ? 400 : 200)"),

      // Silence is right.
      "a success": nameless("res.sendStatus(204)"),
      "a missing resource": nameless("res.sendStatus(404)"),
      "a missing login": nameless("res.sendStatus(401)"),
      "a refused caller": nameless("res.sendStatus(403)"),
      "a refused method": nameless("res.sendStatus(405)"),
      "a failing server": nameless("res.sendStatus(500)"),
      "a webhook": on('post("/webhooks/payments"', "if (!req.body.type) return res.sendStatus(400); res.json(await save(req.body));"),
      "a login": on('post("/login"', "if (!req.body.password) return res.sendStatus(400); res.json(await save(req.body));"),
      "a confirmation that fails": on('post("/confirm-email"', "const ok = await confirm(req.body.code); if (!ok) return res.sendStatus(400); res.json(await save(req.body));"),
      "a HEAD": on('head("/users"', "if (!req.query.name) return res.sendStatus(400); res.json(await save(req.body));"),

      // Another status comes first.
      "a missing user, answered 400": post("const user = await User.findById(req.body.id); if (!user) return res.sendStatus(400); res.json(await save(req.body));"),
      "a duplicate, answered 400": post("const existing = await User.findOne({ email: req.body.email }); if (existing) return res.sendStatus(400); res.json(await save(req.body));"),
      "a caller without a login, answered 400": post("if (!req.user) return res.sendStatus(400); res.json(await save(req.body));"),
      "a caught error": post("try { await save(req.body); next(); } catch { res.sendStatus(400); }"),
      "a rejected promise": post("save(req.body).then(() => next()).catch(() => res.sendStatus(400));"),

      // It is about something else, or no server's answer.
      "a middleware": 'import express from "express"; express().use((req, res, next) => { if (!isOurs(req)) return res.sendStatus(400); next(); });',
      "an error handler": 'import express from "express"; express().use((err, req, res, next) => { res.sendStatus(400); });',
      "a client": 'import axios from "axios"; const res = await axios.post("/users"); if (!res.data) res.end();',
      "a mock in a test": 'import { vi } from "vitest"; const res = { sendStatus: vi.fn() }; res.sendStatus(400);',
    }),

    "a 400 that no guard explains": post("if (await isBlocked(req.body)) return res.sendStatus(400); res.json(await save(req.body));"),
    "a title that no guard explains": post('res.status(400).send("Bad Request");'),
    "vague words that no guard explains": { code: post('res.status(400).json({ message: "Invalid request" });'), options: { checkClientErrors: true } },
    "a conflict": post("const existing = await User.findOne({ email: req.body.email }); if (existing) return res.sendStatus(409); res.json(await save(req.body));"),
    "a 400 where the house answers 422": { code: nameless("res.sendStatus(400)"), settings: { conventions: { validation: 422 } } },
    "a confirmation without its code": on('post("/confirm-email"', "if (!req.body.code) return res.sendStatus(400); res.json(await save(req.body));"),
  },
  reports: {
    "an answer that a description explains, in strict": { code: described, options: { checkDeclared: true }, at: "res.sendStatus(400)", messageId: "empty", data: { title: "400 Bad Request" } },
    ...Object.fromEntries(([
      ["a parameter that may be missing", 'get("/users/:id?"', "if (!req.params.id)"],
      ["a parameter that may be missing, in braces", 'get("/users{/:id}"', "if (!req.params.id)"],
      ["a parameter that the route has under another name", 'get("/users/:user"', "if (!req.params.id)"],
      ["a parameter of an unknown route", "get(route", "if (!req.params.id)"],
      ["a parameter of which something is made", 'get("/users/:id"', "const id = Number(req.params.id); if (!id)"],
      ["a parameter of another form", 'get("/users/:id"', "if (!isValidObjectId(req.params.id))"],
      ["a parameter or a part of the query", 'get("/users/:id"', "if (!req.params.id || !req.query.page)"],
    ] as const).map(([name, route, test]): [string, Report] => [name, {
      code: on(route, `${test} return res.sendStatus(400); next();`), at: "res.sendStatus(400)", messageId: "empty", data: { title: "400 Bad Request" },
    }])),
    "a parameter that one of two routes has": {
      code: `import express from "express"; const app = express(); const show = (req, res) => { if (!req.params.id) return res.sendStatus(400); res.json(load(req.params.id)); }; app.get("/users/:id", show); app.get("/me", show);`,
      at: "res.sendStatus(400)", messageId: "empty", data: { title: "400 Bad Request" },
    },
    "a confirmation without its code, client errors checked": {
      options: { checkClientErrors: true },
      code: on('post("/confirm-email"', "if (!req.body.code) return res.sendStatus(400); res.json(await save(req.body));"),
      at: "res.sendStatus(400)", messageId: "empty", data: { title: "400 Bad Request" },
    },
    "the reason phrase": empty("res.sendStatus(400)"),
    "end": empty("res.status(400).end()"),
    "send": empty("res.status(400).send()"),
    "json": empty("res.status(400).json()"),
    "null": empty("res.status(400).json(null)"),
    "an empty object": empty("res.status(400).json({})"),
    "a flag": empty("res.status(400).json({ success: false })"),
    "a 422": { ...empty("res.status(422).end()", "422 Unprocessable Content"), settings: { conventions: { validation: "either" } } },
    "the title": vague('res.status(400).send("Bad Request")', '"Bad Request"'),
    "the title with a full stop": vague('res.status(400).send("Bad request.")', '"Bad request."'),
    "the title and the code": vague('res.status(400).send("400 Bad Request")', '"400 Bad Request"'),
    "the title as an error": vague('res.status(400).json({ error: "Bad Request" })', '"Bad Request"'),
    "the code and the title": vague('res.status(400).json({ status: 400, message: "Bad Request" })', '"400"'),
    "the title as a code": vague('res.status(400).json({ code: "BAD_REQUEST" })', '"BAD_REQUEST"'),
    "vague words": vague('res.status(400).json({ message: "Invalid request" })', '"Invalid request"'),
    "a vague status": vague('res.status(400).json({ status: "error", message: "Invalid" })', '"error"'),
    "a former title": {
      ...vague('res.status(422).json({ message: "Unprocessable Entity" })', '"Unprocessable Entity"', "422 Unprocessable Content"),
      settings: { conventions: { validation: 422 } },
    },
    "a middleware that refuses input": {
      code: 'import express from "express"; const requireName = (req, res, next) => { if (!req.body.name) return res.sendStatus(400); next(); }; express().post("/users", requireName, save);',
      at: "res.sendStatus(400)", messageId: "empty", data: { title: "400 Bad Request" },
    },
    "authors, which are no authentication": {
      code: on('post("/authors"', "if (!req.body.name) return res.sendStatus(400); res.json(await save(req.body));"),
      at: "res.sendStatus(400)", messageId: "empty", data: { title: "400 Bad Request" },
    },
    "a status in an earlier statement": {
      code: post("if (!req.body.name) { res.status(400); return res.end(); } res.json(await save(req.body));"), at: "res.end()", messageId: "empty", data: { title: "400 Bad Request" },
    },

    // Other client errors, when they are checked.
    "a 400 that no guard explains": checked(post("if (await isBlocked(req.body)) return res.sendStatus(400); res.json(await save(req.body));"), "res.sendStatus(400)", "400 Bad Request"),
    "a conflict": checked(
      post("const existing = await User.findOne({ email: req.body.email }); if (existing) return res.sendStatus(409); res.json(await save(req.body));"), "res.sendStatus(409)", "409 Conflict"),
    "a limit": checked(post("if (await isBlocked(req.ip)) return res.status(429).end(); res.json(await save(req.body));"), "res.status(429).end()", "429 Too Many Requests"),
  },
});
