import { rule } from "../../src/rules/no-success-in-error.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];

const get = (statements: string): string => on('get("/users/:id"', statements);

const says = (title: string, success: string) => ({ messageId: "success", data: { title, success } });

/** A success where nothing fails: another status mends it. */
const done = (status: string, title: string, content: string, success: string): Report => ({
  code: get(`await save(); res.status(${status}).json(${content});`),
  at: `res.status(${status}).json(${content})`,
  ...says(title, success),
  cures: [{ tier: "choice", messageId: "answer", data: { title: "200 OK" }, output: get(`await save(); res.status(200).json(${content});`) }],
});

/** A success where something fails: the content is wrong, and is not rewritten. */
const copied = (statements: string, at: string, title: string, success = "success: true"): Report => ({ code: get(statements), at, ...says(title, success) });

run(rule, {
  silent: {
    ...withOptions({ checkWords: true }, {
      // A failure that says so.
      "a flag that is false": get('res.status(400).json({ success: false });'),
      "an error": get('res.status(404).json({ error: "User not found" });'),
      "a status word": get('res.status(400).json({ status: "error", message: "Name is required" });'),
      "words that tell a failure": get('res.status(400).json({ message: "User could not be created successfully" });'),
      "words that tell both": get('res.status(500).json({ message: "User created, but the mail failed to send" });'),
      "an error beside words that tell a success": get('res.status(500).json({ message: "User created", error: "No mail was sent" });'),
      "a false flag beside words that tell a success": get('res.status(500).json({ success: false, message: "User created" });'),
      "a number for a flag": get('res.status(400).json({ success: 0 });'),
      "the reason phrase": get('res.sendStatus(400);'),
      "nothing": get('res.status(400).end();'),

      // A success that says so.
      "a flag under 200": get('res.json({ success: true });'),
      "a flag under 201": get('res.status(201).json({ success: true });'),
      "a flag with a redirect": get('res.status(302).json({ success: true });'),
      "a status in an earlier statement": get('res.status(200); res.json({ success: true });'),
      "a status that was written anew": get('res.status(400); res.status(200).json({ success: true });'),

      // Only run time knows which of them it is.
      "a status in a variable": get('const status = await load(); res.status(status).json({ success: true });'),
      "a status with a fallback": get('res.status(outcome.status || 400).json({ success: true });'),
      "one of two statuses": get('res.status(isSaved ? 200 : 400).json({ success: true });'),
      "a status and a flag that are chosen together": get('res.status(isSaved ? 200 : 400).json({ success: isSaved });'),
      "a status and a word that are chosen together": get('res.status(isSaved ? 200 : 400).json({ status: isSaved ? "success" : "error" });'),
      "a status and content that are chosen together": get('res.status(isSaved ? 200 : 400).json(isSaved ? { success: true } : { success: false });'),
      "a status and content that are chosen by other names for one thing": get('const failed = !isSaved; res.status(isSaved ? 200 : 400).json(failed ? { success: false } : { success: true });'),
      "the same under a method": on('all("/users"', 'if (req.method === "POST") { const failed = !isSaved; res.status(isSaved ? 200 : 400).json(failed ? { success: false } : { success: true }); }'),
      "a flag in a variable that changes": get('let success = true; if (!(await save())) success = false; res.status(success ? 200 : 400).json({ success });'),
      "a flag in an object that changes": get('const body = { success: true }; if (!(await save())) body.success = false; res.status(body.success ? 200 : 400).json(body);'),
      "a flag from elsewhere": get('const { success } = await save(); res.status(400).json({ success });'),
      "a status that a function of another file sets": get('setStatus(res); res.json({ success: true });'),
      "content from elsewhere": get('res.status(400).json(await save());'),

      // It is about something else.
      "a flag of a part": get('res.status(422).json({ rows: [{ success: true }, { success: false }] });'),
      "an outcome of a part": get('res.status(500).json({ database: { ok: true }, mail: { ok: false } });'),
      "the health of a server": on('get("/health"', 'res.status(503).json({ status: "ok" });'),
      "what is there already": get('const user = await User.findOne({ email: req.body.email }); if (user) return res.status(409).json({ success: true, message: "User already exists" }); next();'),
      "what was there already, by its words": get('res.status(409).json({ success: true, message: "You are already subscribed" });'),
      "an empty list, which another rule reports": get('const users = await User.find(); if (users.length === 0) return res.status(404).json({ success: true, users: [] }); next();'),
      "a refusal": get('if (order.isCompleted) return res.status(400).json({ message: "Not allowed once the order is completed" }); next();'),
      "what is gone": get('res.status(410).json({ message: "Post deleted" });'),
      "a session that is gone": get('res.status(401).json({ message: "Session cleared" });'),
      "a title": get('res.status(400).json({ message: "Bad Request" });'),
      "a page": get('res.status(404).render("success");'),

      // It is no server's answer.
      "a client": 'import axios from "axios"; const res = await axios.get("/users"); if (res.status === 400) use({ success: true });',
      "a mock in a test": 'import { vi } from "vitest"; const res = { status: vi.fn().mockReturnThis(), json: vi.fn() }; res.status(400).json({ success: true });',
      "an answer under way": get('res.writeHead(400); res.write("a"); res.end(JSON.stringify({ success: true }));'),
    }),

    "words alone": get('res.status(400).json({ message: "User created" });'),
    "a text": get('res.status(500).send("User created");'),
    "a flag that a spread may write anew": get('res.status(400).json({ success: true, ...outcome });'),
    "the reason of a refusal in words": {
      code: get('const user = await User.findById(req.params.id); if (!user.isActive) return res.status(403).json({ message: "Account registered" }); next();'),
    },
    "the reason of a refusal, words checked": {
      code: get('if (!req.user) return res.status(400).json({ message: "Account registered" }); next();'), options: { checkWords: true },
    },
  },
  reports: {
    "a flag": done("400", "400 Bad Request", "{ success: true }", "success: true"),
    "a flag and data": done("500", "500 Internal Server Error", "{ success: true, users }", "success: true"),
    "ok": done("422", "422 Unprocessable Content", "{ ok: true }", "ok: true"),
    "a status word": done("400", "400 Bad Request", '{ status: "success", data: { id } }', 'status: "success"'),
    "a flag and words": done("500", "500 Internal Server Error", '{ success: true, message: "Ingredients added" }', "success: true"),
    "a status in an earlier statement": {
      code: get("res.status(400); res.json({ success: true });"), at: "res.json({ success: true })", ...says("400 Bad Request", "success: true"),
      cures: [{ tier: "choice", messageId: "answer", data: { title: "200 OK" }, output: get("res.status(200); res.json({ success: true });") }],
    },
    "a creation": {
      code: on('post("/users"', "const user = await User.create(req.body); res.status(400).json({ success: true, user });"),
      at: "res.status(400).json({ success: true, user })", ...says("400 Bad Request", "success: true"),
      cures: [201, 200].map((code) => ({
        tier: "choice", messageId: "answer", data: { title: code === 201 ? "201 Created" : "200 OK" },
        output: on('post("/users"', `const user = await User.create(req.body); res.status(${code}).json({ success: true, user });`),
      })),
    },
    "a server of Node.js": {
      code: 'import http from "node:http"; http.createServer((req, res) => { res.statusCode = 500; res.end(JSON.stringify({ ok: true })); });',
      at: "res.end(JSON.stringify({ ok: true }))", ...says("500 Internal Server Error", "ok: true"),
      cures: [{
        tier: "choice", messageId: "answer", data: { title: "200 OK" },
        output: 'import http from "node:http"; http.createServer((req, res) => { res.statusCode = 200; res.end(JSON.stringify({ ok: true })); });',
      }],
    },

    // Copied from a success.
    "a caught error": copied("try { await save(); next(); } catch (error) { res.status(500).json({ success: true, message: error.message }); }",
      "res.status(500).json({ success: true, message: error.message })", "500 Internal Server Error"),
    "a caught error in words": copied('try { await save(); next(); } catch (error) { res.status(500).json({ success: true, message: "Internal Server Error" }); }',
      'res.status(500).json({ success: true, message: "Internal Server Error" })', "500 Internal Server Error"),
    "a missing user": copied('const user = await User.findById(req.params.id); if (!user) return res.status(404).json({ success: true, message: "User not found" }); next();',
      'res.status(404).json({ success: true, message: "User not found" })', "404 Not Found"),
    "a missing input": copied('if (!req.body.name) return res.status(400).json({ success: true, error: "Name is required" }); next();',
      'res.status(400).json({ success: true, error: "Name is required" })', "400 Bad Request"),
    "words that tell a failure": copied('res.status(401).json({ success: true, message: "Invalid token" });', 'res.status(401).json({ success: true, message: "Invalid token" })', "401 Unauthorized"),
    "a status word beside an error": copied('save().catch((err) => res.status(400).json({ status: "success", err: err.message }));',
      'res.status(400).json({ status: "success", err: err.message })', "400 Bad Request", 'status: "success"'),
    "an error handler": {
      code: 'import express from "express"; express().use((err, req, res, next) => { res.status(500).json({ success: true, message: err.message }); });',
      at: "res.status(500).json({ success: true, message: err.message })", ...says("500 Internal Server Error", "success: true"),
    },
    "a handler for what is not found": {
      code: 'import express from "express"; express().use((req, res) => { res.status(404).json({ success: true, message: "Path not found" }); });',
      at: 'res.status(404).json({ success: true, message: "Path not found" })', ...says("404 Not Found", "success: true"),
    },

    // Words, when they are checked.
    "words": { ...done("400", "400 Bad Request", '{ message: "User created" }', '"User created"'), options: { checkWords: true } },
    "words and data": { ...done("500", "500 Internal Server Error", '{ message: "Saved successfully", user }', '"Saved successfully"'), options: { checkWords: true } },
    "words of a caught error": {
      ...copied('try { await save(); next(); } catch { res.status(500).send("User created"); }', 'res.status(500).send("User created")', "500 Internal Server Error", '"User created"'),
      options: { checkWords: true },
    },
    "a flag before a spread": { ...done("400", "400 Bad Request", "{ success: true, ...outcome }", "success: true"), options: { checkWords: true } },
  },
});
