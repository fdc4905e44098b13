/** Express programs as people write them, and what Express 4 and 5 answer to one request each. */
import { bare, full, worded } from "./case.ts";
import { errors } from "./express-errors.cases.ts";
import type { WireCase } from "./case.ts";

const program = (text: string): string => `
const express = require("express");
const app = express();
${text.trim()}
module.exports = app;
`;

/** One endpoint with the given statements. */
const endpoint = (statements: string): string => program(`
app.get("/", (req, res) => {
  ${statements}
});`);

const asyncEndpoint = (statements: string): string => program(`
app.get("/", async (req, res) => {
  ${statements}
});`);

const at = (path: string) => ({ path });
const byMethod = (method: string, path = "/") => ({ method, path });

/** What each way of delivering sends when nothing else is said. */
const deliveries: readonly WireCase[] = [
  { name: "json of an object", source: endpoint(`res.json({ ok: true });`), expect: full(200) },
  { name: "json of a list, returned", source: endpoint(`return res.json([1, 2]);`), expect: full(200) },
  { name: "json of null is the text null", source: endpoint(`res.json(null);`), expect: full(200) },
  { name: "json of nothing is empty", source: endpoint(`res.json();`), expect: bare(200) },
  { name: "jsonp", source: endpoint(`res.jsonp({ ok: true });`), expect: full(200) },
  { name: "send of a string", source: endpoint(`res.send("hello");`), expect: full(200) },
  { name: "send of an object", source: endpoint(`res.send({ ok: true });`), expect: full(200) },
  { name: "send of true", source: endpoint(`res.send(true);`), expect: full(200) },
  { name: "send of bytes", source: endpoint(`res.send(Buffer.from("hello"));`), expect: full(200), unread: ["content"] },
  { name: "send of nothing", source: endpoint(`res.send();`), expect: bare(200) },
  { name: "send of null", source: endpoint(`res.send(null);`), expect: bare(200) },
  { name: "send of undefined", source: endpoint(`res.send(undefined);`), expect: bare(200) },
  { name: "send of the empty string", source: endpoint(`res.send("");`), expect: bare(200) },
  { name: "end of nothing", source: endpoint(`res.end();`), expect: bare(200) },
  { name: "end of a string", source: endpoint(`res.end("hello");`), expect: full(200) },
  { name: "write, then end", source: endpoint(`res.write("a"); res.end();`), expect: full(200) },
  { name: "sendStatus(200) says OK", source: endpoint(`res.sendStatus(200);`), expect: full(200) },
  { name: "sendStatus(404) says Not Found", source: endpoint(`res.sendStatus(404);`), expect: full(404) },
  { name: "sendStatus of a code without a phrase", source: endpoint(`res.sendStatus(299);`), expect: full(299) },
  { name: "an arrow without a block", source: program(`app.get("/", (_req, res) => res.status(201).json({ id: 1 }));`), expect: full(201) },
  {
    name: "a function expression",
    source: program(`app.get("/", function (req, response) { response.status(202).end(); });`),
    expect: bare(202),
  },
  { name: "a returned value is not an answer", source: endpoint(`return { ok: true };`), expect: "hangs" },
  { name: "a handler that never answers", source: endpoint(`console.assert(req.url);`), expect: "hangs" },
  { name: "a status alone is no answer", source: endpoint(`res.status(404);`), expect: "hangs" },
  { name: "writeHead alone is no answer", source: endpoint(`res.writeHead(404);`), expect: "hangs" },
];

/** Where a status may stand, and which of several holds. */
const statuses: readonly WireCase[] = [
  { name: "status().json()", source: endpoint(`res.status(404).json({ error: "missing" });`), expect: full(404) },
  { name: "status().send()", source: endpoint(`res.status(400).send("bad");`), expect: full(400) },
  { name: "status().send() of nothing", source: endpoint(`res.status(202).send();`), expect: bare(202) },
  { name: "status().end()", source: endpoint(`res.status(401).end();`), expect: bare(401) },
  {
    name: "status in the statement before",
    source: endpoint(`res.status(404); return res.json({ error: "missing" });`),
    expect: full(404),
  },
  { name: "statusCode =", source: endpoint(`res.statusCode = 422; res.json({ error: "invalid" });`), expect: full(422) },
  {
    name: "writeHead, then end",
    source: endpoint(`res.writeHead(201, { "X-Id": "7" }); res.end("done");`),
    expect: full(201, { "x-id": "7" }),
  },
  { name: "statusMessage", source: endpoint(`res.statusMessage = "Nope"; res.status(404).end();`), expect: worded("Nope", bare(404)) },
  { name: "writeHead with a phrase", source: endpoint(`res.writeHead(404, "Nope").end();`), expect: worded("Nope", bare(404)) },
  { name: "writeHead().end()", source: endpoint(`res.writeHead(503).end();`), expect: bare(503) },
  { name: "the second status() holds", source: endpoint(`res.status(200); res.status(409).json({ error: "taken" });`), expect: full(409) },
  { name: "two status() in one chain", source: endpoint(`res.status(500).status(404).json({});`), expect: full(404) },
  {
    name: "statusCode = after status()",
    source: endpoint(`
      res.status(404);
      res.statusCode = 410;
      res.end();
    `),
    expect: bare(410),
  },
  {
    name: "writeHead overrides status()",
    source: endpoint(`
      res.status(404);
      res.writeHead(201);
      res.end();
    `),
    expect: bare(201),
  },
  {
    name: "status() after writeHead is dead",
    source: endpoint(`
      res.writeHead(201);
      res.status(404);
      res.end();
    `),
    expect: bare(201),
  },
  { name: "status() after json is dead", source: endpoint(`res.json({ ok: true }); res.status(500);`), expect: full(200) },
  { name: "sendStatus overrides status()", source: endpoint(`res.status(404).sendStatus(403);`), expect: full(403) },
  { name: "sendStatus().end() adds nothing", source: endpoint(`res.sendStatus(403).end();`), expect: full(403) },
  { name: "end() after json adds nothing", source: endpoint(`res.status(201).json({ id: 1 }); res.end();`), expect: full(201) },
  {
    name: "a second send throws, the first stands",
    source: endpoint(`
      res.status(400).json({ error: "bad" });
      res.json({ ok: true });
    `),
    expect: full(400), model: "some",
  },
  {
    name: "a chain that begins with set",
    source: endpoint(`res.set("X-A", "1").status(201).type("json").json({});`),
    expect: full(201, { "x-a": "1" }),
  },
  { name: "a chain that begins with type", source: endpoint(`res.type("json").status(201).send();`), expect: bare(201) },
  {
    name: "status between header and cookie",
    source: endpoint(`res.header("X-A", "1").status(202).cookie("a", "b").end();`),
    expect: bare(202, { "x-a": "1" }),
  },
  { name: "a registered but unusual code", source: endpoint(`res.status(418).send("teapot");`), expect: full(418) },
  { name: "an unregistered code", source: endpoint(`res.status(600).send("odd");`), expect: full(600) },
];

/** Statuses that carry no content, and HEAD. */
const contentless: readonly WireCase[] = [
  { name: "status(204).end()", source: endpoint(`res.status(204).end();`), expect: bare(204) },
  { name: "status(204).send()", source: endpoint(`res.status(204).send();`), expect: bare(204) },
  { name: "sendStatus(204)", source: endpoint(`res.sendStatus(204);`), expect: bare(204) },
  { name: "204 drops the content of json", source: endpoint(`res.status(204).json({ deleted: true });`), expect: bare(204) },
  { name: "204 drops the content of send", source: endpoint(`res.status(204).send("deleted");`), expect: bare(204) },
  { name: "204 drops the content of end", source: endpoint(`res.status(204).end("deleted");`), expect: bare(204) },
  { name: "304 drops the content of json", source: endpoint(`res.status(304).json({ same: true });`), expect: bare(304) },
  { name: "304 drops the content of end", source: endpoint(`res.status(304).end("same");`), expect: bare(304) },
  { name: "205 empties send", source: endpoint(`res.status(205).send("reset");`), expect: bare(205) },
  { name: "205 empties json", source: endpoint(`res.status(205).json({ reset: true });`), expect: bare(205) },
  { name: "205 lets the content of end through", source: endpoint(`res.status(205).end("reset");`), expect: full(205) },
  { name: "sendStatus(205) is empty", source: endpoint(`res.sendStatus(205);`), expect: bare(205) },
  {
    name: "a conditional request turns 204 into 304",
    source: endpoint(`res.status(204).send();`),
    request: { headers: { "If-None-Match": "*" } }, expect: bare(304), model: "none",
  },
  {
    name: "HEAD is answered by the GET handler",
    source: endpoint(`res.status(200).json({ ok: true });`),
    request: byMethod("HEAD"), expect: bare(200),
  },
  {
    name: "HEAD has its own handler",
    source: program(`app.head("/", (req, res) => res.status(404).end());`),
    request: byMethod("HEAD"), expect: bare(404),
  },
];

const redirects: readonly WireCase[] = [
  { name: "redirect answers 302", source: endpoint(`res.redirect("/login");`), expect: full(302, { location: "/login" }) },
  { name: "redirect with a status", source: endpoint(`res.redirect(301, "/new");`), expect: full(301, { location: "/new" }) },
  { name: "status is no member to assign", source: endpoint(`res.status = 404; res.json({ error: "missing" });`), expect: full(200) },
  { name: "statusCode is no word to call", source: endpoint(`res.statusCode(404); res.json({ error: "missing" });`), expect: full(500) },
  { name: "redirect ignores status()", source: endpoint(`res.status(301).redirect("/new");`), expect: full(302, { location: "/new" }) },
  {
    name: "redirect ignores statusCode =",
    source: endpoint(`res.statusCode = 308; res.redirect("/new");`),
    expect: full(302, { location: "/new" }),
  },
  {
    name: "redirect to a computed place",
    source: endpoint("return res.redirect(303, `/users/${req.query.id}`);"),
    request: at("/?id=5"), expect: full(303, { location: "/users/5" }),
  },
  {
    name: "redirect with the status last",
    source: endpoint(`res.redirect("/new", 301);`),
    expect: { 4: full(301, { location: "/new" }), 5: full(500) },
  },
  {
    name: "redirect back",
    source: endpoint(`res.redirect("back");`),
    request: { headers: { Referer: "/before" } }, expect: { 4: full(302, { location: "/before" }), 5: full(302, { location: "back" }) },
  },
  {
    name: "a redirect status without a redirect",
    source: endpoint(`res.status(307).set("Location", "/there").end();`),
    expect: bare(307, { location: "/there" }),
  },
  {
    name: "location() keeps 200",
    source: endpoint(`res.location("/users/1").json({ id: 1 });`),
    expect: full(200, { location: "/users/1" }),
  },
  {
    name: "location() with 201",
    source: endpoint(`res.status(201).location("/users/1").json({ id: 1 });`),
    expect: full(201, { location: "/users/1" }),
  },
];

const fields: readonly WireCase[] = [
  {
    name: "set of a pair",
    source: endpoint(`res.set("Retry-After", "120").status(429).json({ error: "slow down" });`),
    expect: full(429, { "retry-after": "120" }),
  },
  {
    name: "set of a record",
    source: endpoint(`
      res.set({ Allow: "GET, HEAD", "X-A": "1" });
      res.status(405).end();
    `),
    expect: bare(405, { allow: "GET, HEAD", "x-a": "1" }),
  },
  { name: "header()", source: endpoint(`res.header("Allow", "GET").sendStatus(405);`), expect: full(405, { allow: "GET" }) },
  {
    name: "setHeader()",
    source: endpoint(`
      res.setHeader("WWW-Authenticate", "Bearer");
      res.status(401).end();
    `),
    expect: bare(401, { "www-authenticate": "Bearer" }),
  },
  {
    name: "setHeader() of a number",
    source: endpoint(`
      res.setHeader("Retry-After", 60);
      res.sendStatus(503);
    `),
    expect: full(503, { "retry-after": "60" }),
  },
  {
    name: "append and vary",
    source: endpoint(`res.append("Link", "</a>; rel=next").vary("Accept").status(200).json([]);`),
    expect: full(200, { link: "</a>; rel=next", vary: "Accept" }),
  },
  {
    name: "type()",
    source: endpoint(`res.status(400).type("application/problem+json").send("{}");`),
    expect: full(400, { "content-type": "application/problem+json; charset=utf-8" }),
  },
  {
    name: "a field known at run time only",
    source: endpoint(`res.set("X-Path", req.path).status(202).end();`),
    expect: bare(202, { "x-path": "/" }),
  },
  {
    name: "writeHead brings fields",
    source: endpoint(`
      res.writeHead(303, { Location: "/done" });
      res.end();
    `),
    expect: bare(303, { location: "/done" }),
  },
  {
    name: "a removed field",
    source: endpoint(`
      res.set("X-A", "1");
      res.removeHeader("X-A");
      res.status(200).end();
    `),
    expect: bare(200),
  },
];

/** One answer of several: the branch taken decides. */
const paths: readonly WireCase[] = [
  { name: "a status by ternary", source: endpoint(`res.status(req.query.ok ? 200 : 400).json({});`), expect: full(400), model: "some" },
  {
    name: "a status by ternary, the other way",
    source: endpoint(`res.status(req.query.ok ? 201 : 400).json({});`),
    request: at("/?ok=1"), expect: full(201), model: "some",
  },
  {
    name: "status and content by the same test",
    source: endpoint(`
      const ok = Boolean(req.query.ok);
      res.status(ok ? 200 : 404).json(ok ? { id: 1 } : { error: "missing" });
    `),
    expect: full(404), model: "some",
  },
  {
    name: "content by ternary",
    source: endpoint(`res.status(200).json(req.query.id ? { id: 1 } : { id: 2 });`),
    expect: full(200), model: "some",
  },
  {
    name: "content or none",
    source: endpoint(`res.status(200).send(req.query.id ? "found" : undefined);`),
    expect: bare(200), model: "some", unread: ["content"],
  },
  {
    name: "two ternary calls",
    source: endpoint(`req.query.id ? res.json({ id: 1 }) : res.status(404).json({ error: "missing" });`),
    expect: full(404), model: "some",
  },
  {
    name: "an answer behind &&",
    source: endpoint(`
      if (!req.query.id && res.status(400).end()) return;
      res.json({});
    `),
    expect: bare(400), model: "some",
  },
  {
    name: "an early return",
    source: endpoint(`
      if (!req.query.id) return res.status(400).json({ error: "id" });
      res.json({ id: 1 });
    `),
    expect: full(400), model: "some",
  },
  {
    name: "past an early return",
    source: endpoint(`
      if (!req.query.id) {
        res.status(400).json({ error: "id" });
        return;
      }
      res.status(202).json({ id: 1 });
    `),
    request: at("/?id=1"), expect: full(202), model: "some",
  },
  {
    name: "if and else",
    source: endpoint(`if (req.query.id) { res.status(201).end(); } else { res.status(403).end(); }`),
    expect: bare(403), model: "some",
  },
  {
    name: "a status in one branch, sent after it",
    source: endpoint(`
      if (!req.query.id) res.status(400);
      res.json({});
    `),
    expect: full(400), model: "some",
  },
  {
    name: "a status in no branch taken",
    source: endpoint(`
      if (!req.query.id) res.status(400);
      res.json({});
    `),
    request: at("/?id=1"), expect: full(200), model: "some",
  },
  {
    name: "a code in a variable, set in a branch",
    source: endpoint(`
      let code = 200;
      if (!req.query.id) code = 404;
      res.status(code).json({});
    `),
    expect: full(404), model: "some",
  },
  {
    name: "switch",
    source: endpoint(`
      switch (req.query.kind) {
        case "a": return res.status(201).end();
        case "b":
        case "c": return res.status(202).end();
        default: return res.status(400).json({ error: "kind" });
      }
    `),
    request: at("/?kind=b"), expect: bare(202), model: "some",
  },
  {
    name: "the default of a switch",
    source: endpoint(`
      let code;
      switch (req.query.kind) {
        case "a": code = 201; break;
        default: code = 400;
      }
      res.status(code).end();
    `),
    expect: bare(400), model: "some",
  },
  { name: "a branch without an answer", source: endpoint(`if (req.query.id) res.json({ id: 1 });`), expect: "hangs", model: "some" },
  {
    name: "an answer within a loop",
    source: endpoint(`
      for (const key of ["id", "name"]) {
        if (!(key in req.query)) return res.status(400).json({ missing: key });
      }
      res.status(200).end();
    `),
    request: at("/?id=1"), expect: full(400), model: "some",
  },
  {
    name: "an answer after a loop",
    source: endpoint(`
      let total = 0;
      for (let i = 0; i < 3; i++) total += i;
      res.status(200).json({ total });
    `),
    expect: full(200),
  },
  {
    name: "a thrown error answered in catch",
    source: endpoint(`
      try {
        JSON.parse("{");
        res.json({ ok: true });
      } catch (error) {
        res.status(400).json({ error: error.message });
      }
    `),
    expect: full(400), model: "some",
  },
  {
    name: "try without a throw",
    source: endpoint(`
      try {
        JSON.parse("{}");
        return res.status(200).json({ ok: true });
      } catch {
        return res.status(500).end();
      }
    `),
    expect: full(200), model: "some",
  },
  {
    name: "a throw within try",
    source: endpoint(`
      try {
        throw new Error("no");
      } catch (error) {
        res.status(503).end();
      }
    `),
    expect: bare(503),
  },
  {
    name: "a status set before the throw survives",
    source: endpoint(`
      try {
        res.status(409);
        throw new Error("no");
      } catch (error) {
        res.json({ error: error.message });
      }
    `),
    expect: full(409),
  },
  {
    name: "an answer in finally",
    source: endpoint(`
      let code = 200;
      try {
        JSON.parse("{");
      } catch {
        code = 422;
      } finally {
        res.status(code).end();
      }
    `),
    expect: bare(422), model: "some",
  },
  {
    name: "finally without an answer",
    source: endpoint(`
      try {
        return res.status(201).json({});
      } finally {
        Date.now();
      }
    `),
    expect: full(201),
  },
  {
    name: "a method guard",
    source: program(`
      app.all("/", (req, res) => {
        if (req.method !== "POST") {
          res.set("Allow", "POST");
          return res.status(405).end();
        }
        res.status(201).json({ id: 1 });
      });
    `),
    expect: bare(405, { allow: "POST" }), model: "some",
  },
  {
    name: "a switch over the method",
    source: program(`
      app.all("/", (req, res) => {
        switch (req.method) {
          case "GET": return res.json([]);
          case "DELETE": return res.status(204).end();
          default: return res.sendStatus(405);
        }
      });
    `),
    request: byMethod("DELETE"), expect: bare(204), model: "some",
  },
  {
    name: "format picks by Accept",
    source: endpoint(`
      res.status(201).format({
        json: () => res.json({ id: 1 }),
        text: () => res.send("1"),
      });
    `),
    request: { headers: { Accept: "text/plain" } }, expect: full(201), model: "some",
  },
];

/** How a status, a carrier or a content may be written. */
const values: readonly WireCase[] = [
  {
    name: "a constant",
    source: program(`
      const NOT_FOUND = 404;
      app.get("/", (req, res) => res.status(NOT_FOUND).json({ error: "missing" }));
    `),
    expect: full(404),
  },
  {
    name: "a member of a constant object",
    source: program(`
      const HTTP = { OK: 200, GONE: 410 };
      app.get("/", (req, res) => res.status(HTTP.GONE).end());
    `),
    expect: bare(410),
  },
  {
    name: "a frozen object, by string",
    source: program(`
      const HTTP = Object.freeze({ CONFLICT: 409 });
      app.get("/", (req, res) => res.status(HTTP["CONFLICT"]).end());
    `),
    expect: bare(409),
  },
  { name: "a local constant", source: endpoint(`const status = 202; return res.status(status).json({ status });`), expect: full(202) },
  {
    name: "http-status-codes",
    source: program(`
      const { StatusCodes } = require("http-status-codes");
      app.get("/", (req, res) => res.status(StatusCodes.CREATED).json({}));
    `),
    expect: full(201),
  },
  {
    name: "http-status",
    source: program(`
      const { status } = require("http-status");
      app.get("/", (req, res) => res.status(status.UNPROCESSABLE_ENTITY).json({}));
    `),
    expect: full(422),
  },
  {
    name: "http-status, its default",
    source: program(`
      const httpStatus = require("http-status").default;
      app.get("/", (req, res) => res.status(httpStatus.FORBIDDEN).json({}));
    `),
    expect: full(403),
  },
  {
    name: "constants of http2",
    source: program(`
      const { constants } = require("node:http2");
      app.get("/", (req, res) => res.sendStatus(constants.HTTP_STATUS_FORBIDDEN));
    `),
    expect: full(403),
  },
  {
    name: "a logical default",
    source: program(`
      const settings = {};
      app.get("/", (req, res) => res.status(settings.code || 503).end());
    `),
    expect: bare(503), unread: ["status"],
  },
  {
    name: "a nullish default",
    source: endpoint(`
      const code = Number(req.query.code) || undefined;
      res.status(code ?? 202).end();
    `),
    expect: bare(202), unread: ["status"],
  },
  {
    name: "a computed status",
    source: endpoint(`res.status(Number(req.query.code)).end();`),
    request: at("/?code=451"), expect: bare(451), unread: ["status"],
  },
  { name: "an arithmetic constant", source: endpoint(`res.status(400 + 4).end();`), expect: bare(404), unread: ["status"] },
  { name: "an alias of the response", source: endpoint(`const r = res; r.status(403).json({ error: "no" });`), expect: full(403) },
  { name: "a chain kept in a variable", source: endpoint(`const reply = res.status(201); reply.json({ id: 1 });`), expect: full(201) },
  { name: "optional chaining", source: endpoint(`res?.status(404)?.json({ error: "missing" });`), expect: full(404) },
  { name: "a computed member", source: endpoint(`res["status"](404)["json"]({ error: "missing" });`), expect: full(404) },
  { name: "a template literal as content", source: endpoint("res.status(404).send(`no ${req.path}`);"), expect: full(404) },
  {
    name: "an unknown value as content",
    source: endpoint(`res.status(200).send(req.query.q);`),
    request: at("/?q=hi"), expect: full(200), unread: ["content"],
  },
  { name: "a variable as content", source: endpoint(`const user = { id: 1 }; res.status(200).json(user);`), expect: full(200) },
];

/** Work that ends later. */
const deferred: readonly WireCase[] = [
  {
    name: "after await",
    source: asyncEndpoint(`const user = await Promise.resolve({ id: 1 }); res.status(200).json(user);`),
    expect: full(200),
  },
  {
    name: "missing after await",
    source: program(`
      const db = { find: async () => null };
      app.get("/", async (req, res) => {
        const user = await db.find(req.query.id);
        if (!user) return res.status(404).json({ error: "missing" });
        return res.json(user);
      });
    `),
    expect: full(404), model: "some",
  },
  {
    name: "a rejection caught",
    source: program(`
      const db = { save: async () => { throw new Error("down"); } };
      app.get("/", async (req, res) => {
        try {
          const saved = await db.save();
          res.status(201).json(saved);
        } catch (error) {
          res.status(500).json({ error: error.message });
        }
      });
    `),
    expect: full(500), model: "some",
  },
  {
    name: "a callback",
    source: endpoint(`
      setTimeout(() => {
        res.status(202).json({ queued: true });
      }, 5);
    `),
    expect: full(202),
  },
  {
    name: "an error-first callback",
    source: program(`
      const fs = require("node:fs");
      app.get("/", (req, res) => {
        fs.readFile("/does/not/exist", (err, data) => {
          if (err) return res.status(404).json({ error: "missing" });
          res.send(data);
        });
      });
    `),
    expect: full(404), model: "some",
  },
  {
    name: "callbacks in callbacks",
    source: endpoint(`
      setImmediate(() => {
        process.nextTick(function () {
          res.status(203).send("late");
        });
      });
    `),
    expect: full(203),
  },
  { name: "then", source: endpoint(`Promise.resolve({ id: 1 }).then((user) => res.status(201).json(user));`), expect: full(201) },
  {
    name: "then and catch",
    source: endpoint(`
      Promise.reject(new Error("down"))
        .then((user) => res.json(user))
        .catch((error) => res.status(502).json({ error: error.message }));
    `),
    expect: full(502), model: "some",
  },
  {
    name: "a status set before the callback",
    source: endpoint(`
      res.status(404);
      setImmediate(() => res.json({ error: "missing" }));
    `),
    expect: full(404),
  },
  {
    name: "an async arrow in a variable",
    source: program(`
      const show = async (req, res) => {
        await null;
        return res.status(200).json({});
      };
      app.get("/", show);
    `),
    expect: full(200),
  },
  {
    name: "an async handler that rejects",
    source: asyncEndpoint(`
      await null;
      throw new Error("down");
    `),
    expect: { 4: "crashes", 5: full(500) }, model: "optional", unread: ["status", "content"],
  },
  {
    name: "a second send after await",
    source: asyncEndpoint(`
      res.status(400).json({ error: "bad" });
      await null;
      res.json({ ok: true });
    `),
    expect: { 4: { ...full(400), dies: true }, 5: full(400) }, model: "some",
  },
];

/** How a handler gets its place. */
const routing: readonly WireCase[] = [
  {
    name: "no route",
    source: program(`app.get("/here", (req, res) => res.json({}));`),
    request: at("/there"), expect: full(404), model: "none",
  },
  {
    name: "no such method",
    source: program(`app.get("/", (req, res) => res.json({}));`),
    request: byMethod("POST"), expect: full(404), model: "none",
  },
  {
    name: "a catch-all without a status",
    source: program(`
      app.use((req, res) => {
        res.json({ error: "not found" });
      });
    `),
    request: at("/any"), expect: full(200),
  },
  {
    name: "a catch-all with a status",
    source: program(`app.use((req, res) => res.status(404).json({ error: "not found" }));`),
    request: at("/any"), expect: full(404),
  },
  {
    name: "a middleware sets the status",
    source: program(`
      app.use((req, res, next) => {
        res.status(202);
        next();
      });
      app.get("/", (req, res) => res.json({}));
    `),
    expect: full(202), unread: ["status"],
  },
  {
    name: "a middleware answers",
    source: program(`
      app.use((req, res, next) => {
        if (!req.headers.authorization) return res.status(401).json({ error: "who" });
        next();
      });
      app.get("/", (req, res) => res.json({}));
    `),
    expect: full(401), model: "some",
  },
  {
    name: "several handlers",
    source: program(`
      const check = (req, res, next) => req.query.id ? next() : res.sendStatus(400);
      app.get("/", check, (req, res) => res.status(206).json({}));
    `),
    request: at("/?id=1"), expect: full(206), model: "some",
  },
  {
    name: "a list of handlers",
    source: program(`app.get("/", [(req, res, next) => next(), (req, res) => res.status(207).json([])]);`),
    expect: full(207),
  },
  {
    name: "several paths",
    source: program(`app.get(["/a", "/b"], (req, res) => res.status(200).end());`),
    request: at("/b"), expect: bare(200),
  },
  {
    name: "a path with a parameter",
    source: program(`app.delete("/users/:id", (req, res) => res.status(204).end());`),
    request: byMethod("DELETE", "/users/1"), expect: bare(204),
  },
  {
    name: "post",
    source: program(`app.post("/", (req, res) => res.status(201).location("/1").json({ id: 1 }));`),
    request: byMethod("POST"), expect: full(201, { location: "/1" }),
  },
  { name: "app.all", source: program(`app.all("/", (req, res) => res.status(501).end());`), request: byMethod("PUT"), expect: bare(501) },
  {
    name: "route().get().post()",
    source: program(`
      app.route("/things")
        .get((req, res) => res.json([]))
        .post((req, res) => res.status(201).json({ id: 1 }));
    `),
    request: byMethod("POST", "/things"), expect: full(201), model: "some",
  },
  {
    name: "a router",
    source: program(`
      const router = express.Router();
      router.patch("/:id", (req, res) => {
        res.status(200).json({ id: req.params.id });
      });
      app.use("/things", router);
    `),
    request: byMethod("PATCH", "/things/1"), expect: full(200),
  },
  {
    name: "Router taken out of the package",
    source: program(`
      const { Router } = require("express");
      const router = Router();
      router.route("/").put((req, res) => res.sendStatus(204));
      app.use(router);
    `),
    request: byMethod("PUT"), expect: bare(204),
  },
  {
    name: "a declared function",
    source: program(`
      app.get("/", show);
      function show(req, res) {
        res.status(200).json({ id: 1 });
      }
    `),
    expect: full(200),
  },
  {
    name: "an exported handler",
    source: program(`
      exports.show = (req, res) => {
        res.status(203).json({ id: 1 });
      };
      app.get("/", exports.show);
    `),
    expect: full(203),
  },
  {
    name: "a bound function",
    source: program(`
      function show(req, res) {
        res.status(200).json({ name: this.name });
      }
      app.get("/", show.bind({ name: "x" }));
    `),
    expect: full(200),
  },
  {
    name: "a class method",
    source: program(`
      class Users {
        show(req, res) {
          return res.status(200).json({ id: 1 });
        }
      }
      const users = new Users();
      app.get("/", (req, res) => users.show(req, res));
    `),
    expect: full(200), model: "some",
  },
  {
    name: "a bound class method",
    source: program(`
      class Users {
        constructor() {
          this.code = 1;
        }
        create(req, res) {
          res.status(201).json({ id: this.code });
        }
      }
      const users = new Users();
      app.post("/", users.create.bind(users));
    `),
    request: byMethod("POST"), expect: full(201),
  },
  {
    name: "a static method",
    source: program(`
      class Users {
        static remove(req, res) {
          res.status(204).send();
        }
      }
      app.delete("/", Users.remove);
    `),
    request: byMethod("DELETE"), expect: bare(204),
  },
  {
    name: "a class field",
    source: program(`
      class Users {
        list = async (req, res) => {
          res.status(200).json([]);
        };
      }
      app.get("/", new Users().list);
    `),
    expect: full(200),
  },
  {
    name: "an object of handlers",
    source: program(`
      const users = {
        list(req, res) {
          res.status(200).json([]);
        },
      };
      app.get("/", users.list);
    `),
    expect: full(200),
  },
  {
    name: "a factory of handlers",
    source: program(`
      const fail = (message) => (req, res) => {
        res.status(400).json({ message });
      };
      app.get("/", fail("bad"));
    `),
    expect: full(400),
  },
  {
    name: "a helper that answers",
    source: program(`
      function sendError(res, status, message) {
        return res.status(status).json({ message });
      }
      app.get("/", (req, res) => {
        sendError(res, 409, "taken");
      });
    `),
    expect: full(409), model: "optional", unread: ["status", "content"],
  },
];

/** Values that the majors take differently, and values that no one takes. */
const oddValues: readonly WireCase[] = [
  { name: "a status in text", source: endpoint(`res.status("404").json({});`), expect: { 4: full(404), 5: full(500) } },
  { name: "sendStatus of a text", source: endpoint(`res.sendStatus("404");`), expect: { 4: full(404), 5: full(500) } },
  { name: "a status of zero", source: endpoint(`res.status(0).json({});`), expect: full(500) },
  { name: "a status above 999", source: endpoint(`res.status(1000).json({});`), expect: full(500) },
  { name: "a fraction", source: endpoint(`res.status(200.5).json({});`), expect: { 4: full(200), 5: full(500) } },
  { name: "an undefined status", source: endpoint(`res.status(undefined).json({});`), expect: full(500) },
  { name: "a status of null", source: endpoint(`res.status(null).json({});`), expect: full(500) },
  { name: "an empty text as status", source: endpoint(`res.status("").json({});`), expect: full(500) },
  { name: "a word as status", source: endpoint(`res.status("OK").json({});`), expect: { 5: full(500) }, majors: [5] },
  { name: "sendStatus of a fraction", source: endpoint(`res.sendStatus(404.5);`), expect: { 4: full(404), 5: full(500) } },
  { name: "statusCode = a fraction", source: endpoint(`res.statusCode = 404.5; res.end();`), expect: bare(404) },
  { name: "statusCode = a number above 999", source: endpoint(`res.statusCode = 4040; res.json({});`), expect: full(500) },
  { name: "redirect with a status in text", source: endpoint(`res.redirect("301", "/new");`), expect: full(500) },
  {
    name: "redirect with a status in text last",
    source: endpoint(`res.redirect("/new", "301");`),
    expect: { 4: full(301, { location: "/new" }), 5: full(500) },
  },
  { name: "redirect with a place alone and something else", source: endpoint(`res.redirect("/new", { flash: "x" });`), expect: full(500), unread: ["status"] },
  { name: "redirect with 200", source: endpoint(`res.redirect(200, "/new");`), expect: full(200, { location: "/new" }) },
  { name: "end with a callback", source: endpoint(`res.status(202).end(() => undefined);`), expect: bare(202) },
  { name: "204 and end with a callback", source: endpoint(`res.status(204).end(() => undefined);`), expect: bare(204) },
  { name: "either of two statuses without content", source: endpoint(`res.status(req.query.a ? 204 : 304).json({ a: 1 });`), expect: bare(304), model: "some" },
  { name: "send of digits", source: endpoint(`res.send("404");`), expect: full(200) },
  { name: "send of a number", source: endpoint(`res.send(404);`), expect: { 4: full(404), 5: full(200) } },
  { name: "send of a number that is no status", source: endpoint(`res.send(42);`), expect: { 4: full(500), 5: full(200) } },
  { name: "send with the status first", source: endpoint(`res.send(404, "missing");`), expect: { 4: full(404), 5: full(200) } },
  { name: "send with the status last", source: endpoint(`res.send("missing", 404);`), expect: { 4: full(404), 5: full(200) } },
  { name: "json with the status first", source: endpoint(`res.json(404, { error: "missing" });`), expect: { 4: full(404), 5: full(200) } },
  { name: "json with the status last", source: endpoint(`res.json({ error: "missing" }, 404);`), expect: { 4: full(404), 5: full(200) } },
  {
    name: "the last status of send beats status()",
    source: endpoint(`res.status(404).send("x", 200);`),
    expect: { 4: full(200), 5: full(404) },
  },
  { name: "statusCode = text", source: endpoint(`res.statusCode = "404"; res.end();`), expect: bare(404) },
  { name: "an interim status as the last word", source: endpoint(`res.status(102).json({});`), expect: bare(102) },
  {
    name: "app.del",
    majors: [4],
    source: program(`app.del("/", (req, res) => res.sendStatus(204));`),
    request: byMethod("DELETE"), expect: bare(204),
  },
];

/** Requests that are answered twice, where the first answer stands and the second one throws, or not at all. */
const repetitions: readonly WireCase[] = [
  { name: "a missing return", source: endpoint(`if (!req.query.id) { res.status(404).json({ error: "missing" }); } res.json({ id: 1 });`), expect: full(404), model: "some" },
  {
    name: "a missing return after await",
    source: asyncEndpoint(`await null; if (!req.query.id) { res.status(404).json({ error: "missing" }); } res.json({ id: 1 });`),
    expect: { 4: { ...full(404), dies: true }, 5: full(404) }, model: "some",
  },
  {
    name: "a missing return in a callback",
    source: endpoint(`setTimeout(() => { if (!req.query.id) { res.status(404).json({ error: "missing" }); } res.json({ id: 1 }); }, 1);`),
    expect: { ...full(404), dies: true }, model: "some",
  },
  {
    name: "a missing return in a link of a promise chain",
    source: endpoint(`Promise.resolve().then(() => { if (!req.query.id) { return res.sendStatus(404); } }).then(() => res.json({ id: 1 }));`),
    expect: { ...full(404), dies: true }, model: "some",
  },
  {
    name: "a return in forEach",
    source: endpoint(`[1, 2].forEach((id) => { if (id === 1) { return res.sendStatus(400); } }); res.json({ id: 1 });`),
    expect: full(400), model: "some",
  },
  {
    name: "a second answer that is caught, and answered once more",
    source: asyncEndpoint(`try { res.sendStatus(404); await null; res.json({ id: 1 }); } catch { res.sendStatus(500); }`),
    expect: { 4: { ...full(404), dies: true }, 5: full(404) }, model: "some",
  },
  { name: "a second answer whose error is caught", source: asyncEndpoint(`try { res.sendStatus(404); res.json({ id: 1 }); } catch { }`), expect: full(404), model: "some" },
  { name: "a redirect without return", source: endpoint(`if (!req.query.id) { res.redirect("/login"); } res.json({ id: 1 });`), expect: full(302), model: "some" },
  { name: "a status that is returned", source: endpoint(`if (!req.query.id) { return res.status(404); } res.json({ id: 1 });`), expect: "hangs", model: "some" },
  { name: "an error that is only noted", source: asyncEndpoint(`try { await Promise.reject(new Error("down")); res.json({ id: 1 }); } catch { }`), expect: "hangs", model: "some" },
  { name: "words that read a member of nothing", source: endpoint(`const user = [].find(Boolean); if (!user) { res.json({ error: user.name }); }`), expect: full(500), model: "optional" },
  {
    name: "a status before words that read a member of nothing",
    source: endpoint(`const user = [].find(Boolean); if (!user) { res.status(404).json({ error: user.name }); }`),
    // The framework's own page keeps the status that was set.
    expect: full(404), model: "optional",
  },
  { name: "an error that is made and dropped", source: endpoint(`if (!req.query.id) { new Error("missing"); } res.json({ id: 1 });`), expect: full(200) },
  {
    name: "the status of an error that bears none",
    source: endpoint(`try { throw new Error("down"); } catch (err) { res.status(err.status).json({ error: err.message }); }`),
    expect: full(500), model: "some", unread: ["status"],
  },
  {
    name: "the status of an error that bears none, after an await",
    source: asyncEndpoint(`try { await Promise.reject(new Error("down")); res.end(); } catch (err) { res.status(err.status).json({ error: err.message }); }`),
    expect: { 4: "crashes", 5: full(500) }, model: "none",
  },
  {
    name: "the code of an error",
    source: asyncEndpoint(`try { await require("node:fs/promises").readFile("/nowhere/at/all"); res.end(); } catch (err) { res.status(err.code || 500).json({ error: err.message }); }`),
    expect: { 4: "crashes", 5: full(500) }, model: "none",
  },
  { name: "a field after the answer", source: endpoint(`res.json({ id: 1 }); res.set("X-A", "1");`), expect: full(200) },
  {
    name: "a field after the answer and an await",
    source: asyncEndpoint(`res.json({ id: 1 }); await null; res.set("X-A", "1");`),
    expect: { 4: { ...full(200), dies: true }, 5: full(200) },
  },
  { name: "a status after the answer", source: asyncEndpoint(`res.json({ id: 1 }); await null; res.status(404);`), expect: full(200) },
  { name: "a status at the end of the chain", source: asyncEndpoint(`res.json({ id: 1 }).status(404);`), expect: full(200) },
  { name: "end after json", source: asyncEndpoint(`res.json({ id: 1 }); res.end();`), expect: full(200) },
  { name: "end with content after json", source: asyncEndpoint(`res.json({ id: 1 }); res.end("more");`), expect: { ...full(200), dies: true } },
  { name: "end twice", source: asyncEndpoint(`res.status(201).end("a"); res.end();`), expect: full(201) },
  {
    name: "a middleware that refuses and passes on",
    source: program(`
      app.use((req, res, next) => { if (!req.query.user) { res.sendStatus(401); } next(); });
      app.get("/", async (req, res) => { res.json({ id: 1 }); });
    `),
    expect: { 4: { ...full(401), dies: true }, 5: full(401) }, model: "some",
  },
  {
    name: "a middleware that refuses and passes on to nothing",
    source: program(`app.use((req, res, next) => { if (!req.query.user) { res.sendStatus(401); } next(); });`),
    expect: full(401), model: "some",
  },
  {
    name: "an error that is handed on to nobody, and an answer",
    source: program(`app.get("/", (req, res, next) => { if (!req.query.id) { next(new Error("missing")); } res.json({ id: 1 }); });`),
    // The error page waits for the end of the request, and the answer is quicker.
    expect: full(200), model: "some",
  },
  {
    name: "an error that is handed on to a handler, and an answer",
    source: program(`
      app.get("/", async (req, res, next) => { await null; if (!req.query.id) { next(new Error("missing")); } res.json({ id: 1 }); });
      app.use((err, req, res, next) => { res.status(500).json({ error: err.message }); });
    `),
    expect: { 4: { ...full(500), dies: true }, 5: full(500) }, model: "some",
  },
  {
    name: "a request that is passed on, and an answer",
    source: program(`
      app.use((req, res, next) => { if (!req.query.id) { next(); } res.json({ id: 1 }); });
      app.get("/", (req, res) => { res.status(201).json({ id: 2 }); });
    `),
    expect: full(201), model: "some",
  },
];

/** Functions beside the handler that answer for it. */
const deputies: readonly WireCase[] = [
  {
    name: "a function with a status and a message",
    source: program(`
const sendError = (res, status, message) => res.status(status).json({ error: message });
app.get("/", (req, res) => sendError(res, 404, "No user"));`),
    expect: full(404),
  },
  {
    name: "a function with a default",
    source: program(`
function ok(res, data, status = 201) { res.set("Cache-Control", "no-store").status(status).json(data); }
app.get("/", (req, res) => { ok(res, { id: 1 }); });`),
    expect: full(201, { "cache-control": "no-store" }),
  },
  {
    name: "a function with a default that undefined takes",
    source: program(`
function ok(res, data, status = 201) { res.status(status).json(data); }
app.get("/", (req, res) => { ok(res, { id: 1 }, undefined); });`),
    expect: full(201),
  },
  {
    name: "a static method that calls another function",
    source: program(`
const send = (res, { status = 500, message }) => { res.status(status).json({ error: message }); };
class Reply { static missing(res) { send(res, { status: 404, message: "No user" }); } }
app.get("/", (req, res) => Reply.missing.call(Reply, res));`),
    expect: full(404),
  },
  {
    name: "a function that answers in one of two ways",
    source: program(`
const send = (res, user) => { if (!user) return res.sendStatus(404); res.status(203).json({ user }); };
app.get("/", (req, res) => send(res, req.query.user));`),
    expect: full(404), model: "some",
  },
  {
    name: "a function that takes a status and sets none",
    source: program(`
const send = (res, statusCode, message) => { res.json({ success: statusCode < 400, message }); };
app.get("/", (req, res) => send(res, 404, "No user"));`),
    expect: full(200),
  },
  {
    name: "a method that hands a status to one that sets none",
    source: program(`
class Reply {
  static send(res, statusCode, message) { res.set("Cache-Control", "no-store"); res.json({ message }); res.end(); }
  static missing(res, message) { this.send(res, 404, message); }
}
app.get("/", (req, res) => { Reply.missing(res, "No user"); });`),
    expect: full(200, { "cache-control": "no-store" }),
  },
  {
    name: "a status before a function that takes it and sets none",
    source: program(`
const send = (res, statusCode, message) => { res.json({ statusCode, message }); };
app.get("/", (req, res) => { res.status(404); send(res, 404, "No user"); });`),
    expect: full(404),
  },
  {
    name: "what follows the answer of a function says nothing",
    source: program(`
const fail = (res) => { res.status(400).end(); };
app.get("/", (req, res) => { fail(res); res.statusCode = 500; });`),
    expect: bare(400),
  },
];

export const cases: readonly WireCase[] = [
  ...deliveries, ...statuses, ...contentless, ...redirects, ...fields, ...paths, ...values, ...deferred, ...errors, ...routing,
  ...oddValues, ...repetitions, ...deputies,
];
