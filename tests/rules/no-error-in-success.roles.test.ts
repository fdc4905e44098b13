/** Handlers whose role tells that they answer a failure, and servers of Node.js itself. */
import { rule } from "../../src/rules/no-error-in-success.ts";
import { run } from "../support/rule-tester.ts";

const app = (statements: string): string => `
  import express from "express";
  const app = express();
  ${statements}
`;

const server = (statements: string): string => `
  import http from "node:http";
  http.createServer(async (req, res) => {
    ${statements}
  });
`;

const unset = (role: "error handler" | "not-found handler", failure: string) =>
  ({ messageId: "unset", data: { title: "200 OK", failure, role } });
const failure = (quote: string) => ({ messageId: "failure", data: { title: "200 OK", failure: quote, role: "endpoint" } });

const evident = (title: string, output: string) => [{ tier: "evident" as const, messageId: "answer", data: { title }, output }];
const unexpected = (output: string) => evident("500 Internal Server Error", output);
/** Another file may have set a status before it handed the error on. */
const perhaps = (output: string) => unexpected(output).map((cure) => ({ ...cure, tier: "choice" as const }));
const missing = (output: string) => evident("404 Not Found", output);

run(rule, {
  silent: {
    "an error handler with a status": app('app.use((err, req, res, next) => { res.status(500).json({ error: err.message }); });'),
    "an error handler that falls back to 500": app('app.use((err, req, res, next) => { res.status(err.statusCode || 500).json({ error: err.message }); });'),
    "an error handler that redirects": app('app.use((err, req, res, next) => { res.redirect("/sorry"); });'),
    "an error handler that lets another handler answer": app('app.use((err, req, res, next) => { log(err); next(err); });'),
    "an error handler whose callers set the status": app(`
      app.get("/users/:id", async (req, res, next) => {
        const user = await User.findById(req.params.id);
        if (!user) {
          res.status(404);
          return next(new Error("User not found"));
        }
        res.json(user);
      });
      app.use((err, req, res, next) => { res.json({ message: err.message }); });
    `),
    "a not-found handler with a status": app('app.use((req, res) => { res.status(404).json({ error: "Not found" }); });'),
    "a not-found handler that throws": app('app.use((req, res, next) => { next(createError(404)); });'),
    "a single-page application behind the API": app('app.get("*", (req, res) => { res.sendFile(index); });'),
    "a page for whatever no route took": app('app.use((req, res) => { res.render("index"); });'),
    "a status of Node.js in a statement before": server('res.statusCode = 404; res.end(JSON.stringify({ error: "Not found" }));'),
    "a status of Node.js in writeHead": server('res.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify({ error: "Not found" }));'),
    "a health check of Node.js": server('if (req.url === "/healthz") { res.end("ok"); return; } res.statusCode = 404; res.end("Not found");'),
  },
  reports: {
    "an error handler with the error's message": {
      code: app("app.use((err, req, res, next) => { res.json({ message: err.message }); });"),
      at: "res.json({ message: err.message })",
      ...unset("error handler", "message: err.message"),
      settings: { fix: "evident" },
      cures: perhaps(app("app.use((err, req, res, next) => { res.status(500).json({ message: err.message }); });")),
    },
    "an error handler with a text": {
      code: app('app.use((err, req, res, next) => { res.send("Something broke!"); });'),
      at: 'res.send("Something broke!")',
      ...unset("error handler", "an error handler"),
      settings: { fix: "evident" },
      cures: perhaps(app('app.use((err, req, res, next) => { res.status(500).send("Something broke!"); });')),
    },
    "an error handler with a page": {
      code: app('app.use((err, req, res, next) => { res.render("error", { message: err.message }); });'),
      at: 'res.render("error", { message: err.message })',
      ...unset("error handler", "an error handler"),
      settings: { fix: "evident" },
      cures: perhaps(app('app.use((err, req, res, next) => { res.status(500).render("error", { message: err.message }); });')),
    },
    "an error handler that a function holds": {
      code: app("function onError(err, req, res, next) { res.json({ error: err }); } app.use(onError);"),
      at: "res.json({ error: err })",
      ...unset("error handler", "error: err"),
      settings: { fix: "evident" },
      cures: perhaps(app("function onError(err, req, res, next) { res.status(500).json({ error: err }); } app.use(onError);")),
    },
    "an error handler with a written 200": {
      code: app("app.use((err, req, res, next) => { res.status(200).json({ error: err.message }); });"),
      at: "res.status(200).json({ error: err.message })",
      messageId: "failure",
      data: { title: "200 OK", failure: "error: err.message", role: "error handler" },
      cures: unexpected(app("app.use((err, req, res, next) => { res.status(500).json({ error: err.message }); });")),
    },
    "an error handler with a type": {
      code: 'import type { ErrorRequestHandler } from "express"; export const onError: ErrorRequestHandler = (err, _req, res, _next) => { res.json({ error: err.message }); };',
      filename: "errors.ts",
      at: "res.json({ error: err.message })",
      ...unset("error handler", "error: err.message"),
      settings: { fix: "evident" },
      cures: perhaps('import type { ErrorRequestHandler } from "express"; export const onError: ErrorRequestHandler = (err, _req, res, _next) => { res.status(500).json({ error: err.message }); };'),
    },
    "a not-found handler": {
      code: app('app.use((req, res) => { res.json({ error: "Not found" }); });'),
      at: 'res.json({ error: "Not found" })',
      ...unset("not-found handler", 'error: "Not found"'),
      cures: missing(app('app.use((req, res) => { res.status(404).json({ error: "Not found" }); });')),
    },
    "a not-found handler with a text": {
      code: app('app.use((req, res) => { res.send("Page not found"); });'),
      at: 'res.send("Page not found")',
      ...unset("not-found handler", '"Page not found"'),
      cures: missing(app('app.use((req, res) => { res.status(404).send("Page not found"); });')),
    },
    "a not-found handler behind a route for all": {
      code: app('app.all("*", (req, res) => { res.json({ success: false, message: "Route not found" }); });'),
      at: 'res.json({ success: false, message: "Route not found" })',
      ...unset("not-found handler", "success: false"),
      cures: missing(app('app.all("*", (req, res) => { res.status(404).json({ success: false, message: "Route not found" }); });')),
    },
    "a not-found handler with a page": {
      code: app('app.use((req, res) => { res.render("404"); });'),
      at: 'res.render("404")',
      ...unset("not-found handler", '"404"'),
      cures: missing(app('app.use((req, res) => { res.status(404).render("404"); });')),
    },
    "a server of Node.js": {
      code: server(`const user = await users.find(req.url);
    if (!user) {
      return res.end(JSON.stringify({ error: "User not found" }));
    }
    res.end(JSON.stringify(user));`),
      at: 'res.end(JSON.stringify({ error: "User not found" }))',
      ...failure('error: "User not found"'),
      cures: missing(server(`const user = await users.find(req.url);
    if (!user) {
      res.statusCode = 404;
      return res.end(JSON.stringify({ error: "User not found" }));
    }
    res.end(JSON.stringify(user));`)),
    },
    "a server of Node.js with a written status": {
      code: server('try { res.end(await load()); } catch (error) { res.statusCode = 200; res.end(JSON.stringify({ error: String(error) })); }'),
      at: "res.end(JSON.stringify({ error: String(error) }))",
      ...failure("error: String(error)"),
      cures: unexpected(server('try { res.end(await load()); } catch (error) { res.statusCode = 500; res.end(JSON.stringify({ error: String(error) })); }')),
    },
    "a server of Node.js with writeHead": {
      code: server('try { res.end(await load()); } catch (error) { res.writeHead(200).end(JSON.stringify({ error: error.message })); }'),
      at: "res.writeHead(200).end(JSON.stringify({ error: error.message }))",
      ...failure("error: error.message"),
      cures: unexpected(server('try { res.end(await load()); } catch (error) { res.writeHead(500).end(JSON.stringify({ error: error.message })); }')),
    },
    "a head that is on its way without a place for a status": {
      code: server('if (!req.headers.cookie) { res.flushHeaders(); return res.end(JSON.stringify({ success: false })); } res.end("ok");'),
      at: "res.end(JSON.stringify({ success: false }))",
      ...failure("success: false"),
    },
  },
});
