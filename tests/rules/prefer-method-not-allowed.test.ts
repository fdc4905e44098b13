import { rule as noErrorInSuccess } from "../../src/rules/no-error-in-success.ts";
import { rule } from "../../src/rules/prefer-method-not-allowed.ts";
import { describe, expect, it } from "vitest";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import { all, server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const created = "res.status(201).json(create(req.body));";
const words = { options: { checkWords: true } };

const refused = (title: string, quote: string) => ({ messageId: "refused", data: { title, quote } });
const answer = (output: string, tier: "evident" | "choice" = "evident") => [{ tier, messageId: "answer", data: { title: "405 Method Not Allowed" }, output }];

/** A refusal, by its answer before and after, in a handler that serves POST. */
const guarded = (before: string, after: string, title: string) => ({
  code: all(`if (req.method !== "POST") return ${before}; ${created}`), at: before,
  ...refused(title, 'req.method !== "POST"'), cures: answer(all(`if (req.method !== "POST") return ${after}; ${created}`)),
});

run(rule, {
  silent: {
    "405": all(`if (req.method !== "POST") return res.status(405).set("Allow", "POST").end(); ${created}`),
    "405 by sendStatus": all(`if (req.method !== "POST") return res.sendStatus(405); ${created}`),
    "501 for a method that is known nowhere": all(`if (req.method !== "POST") return res.status(501).end(); ${created}`),
    "401 for whoever is not known": all(`if (req.method !== "GET") return res.status(401).end(); res.json([]);`),
    "503 in maintenance": all(`if (req.method !== "GET") return res.status(503).end(); res.json([]);`),
    "a redirect": all(`if (req.method !== "GET") return res.redirect("/"); res.json([]);`),
    "a failure that says success, which another rule reports": all(`if (req.method !== "POST") return res.json({ error: "Method not allowed" }); ${created}`),
    "a preflight": all(`if (req.method === "OPTIONS") return res.sendStatus(204); res.status(404).json({ error: "Not found" });`),
    "a HEAD": all(`if (req.method === "HEAD") return res.end(); res.status(404).json({ error: "Not found" });`),
    "what the other methods get": all(`if (req.method === "POST") return ${created} res.json([]);`),
    "a failing POST where GET shows the form": all(`if (req.method === "GET") return res.render("login"); if (!req.body.name) return res.status(400).end(); res.redirect("/");`),
    "a missing user where GET shows the form": all(`if (req.method === "GET") return res.render("reset"); const user = users.find((one) => one.id === req.body.id); if (!user) return res.status(404).end(); res.end();`),
    "an error where GET shows the form": all(`if (req.method === "GET") return res.render("reset"); try { save(req.body); res.end(); } catch (error) { res.status(500).end(); }`),
    "the end of a POST after its successes": all(`if (req.method === "GET") return res.render("login"); if (isKnown(req.body)) return res.redirect("/"); res.status(403).render("login");`),
    "a method and a role": all(`if (req.method !== "GET" && !req.user.isAdmin) return res.status(403).end(); res.json([]);`),
    "a method and a flag": all(`if (readOnly && req.method !== "GET") return res.status(403).end(); res.json([]);`),
    "words about the caller": all(`if (req.method !== "GET") return res.status(403).json({ error: "Access denied" }); res.json([]);`),
    "what is left of one method too": all(`if (req.method === "GET") { if (req.query.id) return res.json({ id: 1 }); } res.status(404).end();`),
    "a middleware": all(`if (req.method !== "GET") return res.status(403).end(); next();`),
    "a check of forged requests": 'import express from "express"; express().use((req, res, next) => { if (["GET", "HEAD"].includes(req.method)) return next(); if (req.get("x-csrf") !== token) return res.status(403).end(); next(); });',
    "the catch-all of an application": 'import express from "express"; express().use((req, res) => { if (req.method !== "GET") return res.status(404).end(); res.sendFile(index); });',
    "a catch-all by pattern": 'import express from "express"; express().all("*", (req, res) => { if (req.method !== "GET") return res.status(404).end(); res.sendFile(index); });',
    "one method by registration": 'import express from "express"; express().post("/users", (req, res) => { if (req.method !== "GET") return res.status(404).end(); res.end(); });',
    "a method and a path": server('if (req.method === "GET" && req.url === "/users") return res.end("[]"); res.writeHead(404); res.end();'),
    "paths behind a method": server('if (req.method === "GET") { return res.end(files[req.url]); } res.writeHead(404); res.end();'),
    "paths behind methods": server('if (req.method === "GET") { if (req.url === "/a") return res.end("a"); } else if (req.method === "POST") { return save(req.url, res); } else { res.writeHead(404); res.end(); }'),
    "a method that run time knows": all(`if (req.method !== wanted) return res.status(404).end(); ${created}`),
    "another request's method": all(`if (upstream.method !== "POST") return res.status(404).end(); ${created}`),
    "a status that run time knows": all(`if (req.method !== "POST") return res.status(refusal).end(); ${created}`),
    "a client": 'const res = await fetch("/users", { method: "PUT" }); if (res.status === 404) console.log("Method not allowed");',
    "a title alone, which another rule reports": { ...words, code: 'import express from "express"; express().put("/users", (req, res) => { res.status(400).json({ error: "Method not allowed" }); });' },
    "words, by default": 'import express from "express"; express().put("/users", (req, res) => { res.status(400).json({ error: "Method not allowed" }); });',
    "a route's methods before other routes": 'import express from "express"; const router = express.Router(); router.get("/users", list); router.all("/posts", (req, res) => { res.sendStatus(404); });',
    "a route that takes all methods first": 'import express from "express"; const router = express.Router(); router.route("/users").all((req, res, next) => { if (!req.user) return res.sendStatus(403); next(); }).get(list);',
    "a last handler that asks something": 'import express from "express"; const router = express.Router(); router.route("/users").get(list).all((req, res) => { if (!req.user) return res.sendStatus(403); res.end(); });',
  },
  reports: {
    "404": guarded("res.status(404).end()", 'res.status(405).set("Allow", "POST").end()', "404 Not Found"),
    "400": guarded('res.status(400).json({ error: "Invalid request" })', 'res.status(405).set("Allow", "POST").json({ error: "Invalid request" })', "400 Bad Request"),
    "403": guarded("res.sendStatus(403)", 'res.set("Allow", "POST").sendStatus(405)', "403 Forbidden"),
    "500": guarded('res.status(500).send("Method not allowed")', 'res.status(405).set("Allow", "POST").send("Method not allowed")', "500 Internal Server Error"),
    "Allow is there": guarded('res.set("Allow", "POST").status(404).end()', 'res.set("Allow", "POST").status(405).end()', "404 Not Found"),
    "fields that cannot be read": guarded("res.set(headers).status(404).end()", "res.set(headers).status(405).end()", "404 Not Found"),
    "else": {
      code: all(`if (req.method === "GET") { res.json([]); } else if (req.method === "POST") { ${created} } else { res.status(404).json({ error: "Not found" }); }`),
      at: 'res.status(404).json({ error: "Not found" })', ...refused("404 Not Found", 'req.method === "POST"'),
      cures: answer(all(`if (req.method === "GET") { res.json([]); } else if (req.method === "POST") { ${created} } else { res.status(405).set("Allow", "GET, POST").json({ error: "Not found" }); }`)),
    },
    "default": {
      code: all(`switch (req.method) { case "GET": return res.json([]); case "POST": return ${created} default: return res.status(400).end(); }`),
      at: "res.status(400).end()", ...refused("400 Bad Request", "switch (req.method)"),
      cures: answer(all(`switch (req.method) { case "GET": return res.json([]); case "POST": return ${created} default: return res.status(405).set("Allow", "GET, POST").end(); }`)),
    },
    "a handler that is exported": {
      code: `export default function handler(req, res) { if (req.method !== "POST") { return res.status(404).end(); } ${created} }`,
      at: "res.status(404).end()", ...refused("404 Not Found", 'req.method !== "POST"'),
      cures: answer(`export default function handler(req, res) { if (req.method !== "POST") { return res.status(405).set("Allow", "POST").end(); } ${created} }`),
    },
    "the end of a route": {
      code: 'import express from "express"; express.Router().route("/users").get(list).post(create).all((req, res) => { res.status(404).end(); });',
      at: "res.status(404).end()", ...refused("404 Not Found", "all"),
      cures: answer('import express from "express"; express.Router().route("/users").get(list).post(create).all((req, res) => { res.status(405).set("Allow", "GET, POST").end(); });'),
    },
    "a server of Node.js": {
      code: server('if (req.method !== "GET") {\n      res.writeHead(404);\n      res.end();\n      return;\n    }\n    res.end(files[req.url]);'),
      at: "res.end()", ...refused("404 Not Found", 'req.method !== "GET"'),
      cures: answer(server('if (req.method !== "GET") {\n      res.writeHead(405, { Allow: "GET" });\n      res.end();\n      return;\n    }\n    res.end(files[req.url]);')),
    },
    "words, when they are checked": {
      ...words,
      code: 'import express from "express"; express().put("/users", (req, res) => { res.status(400).json({ error: "PUT: method not allowed" }); });',
      at: 'res.status(400).json({ error: "PUT: method not allowed" })', ...refused("400 Bad Request", '"method not allowed"'),
      cures: answer('import express from "express"; express().put("/users", (req, res) => { res.status(405).json({ error: "PUT: method not allowed" }); });', "choice"),
    },
  },
});

describe("a refusal under a success", () => {
  it.each([
    all(`if (req.method !== "POST") return res.json({ error: "Method not allowed" }); ${created}`),
    all(`if (req.method !== "POST") return res.status(404).json({ error: "Method not allowed" }); ${created}`),
  ])("is reported once: %s", (code) => {
    const messages = new Linter().verify(code, [{
      plugins: { it: { rules: { one: noErrorInSuccess as unknown as Rule.RuleModule, other: rule as unknown as Rule.RuleModule } } },
      rules: { "it/one": ["error", { checkWords: true }], "it/other": ["error", { checkWords: true }] },
    }]);
    expect(messages).toHaveLength(1);
  });
});
