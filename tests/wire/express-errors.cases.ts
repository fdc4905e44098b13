/** Errors that leave a handler, and what Express 4 and 5 answer to them. The application is served here, so that nobody adds to it. */
import { bare, full } from "./case.ts";
import type { WireCase } from "./case.ts";

const program = (text: string): string => `
const express = require("express");
const app = express();
${text.trim()}
module.exports = require("node:http").createServer(app);
`;

/** One endpoint with the given statements. */
const endpoint = (statements: string): string => program(`
app.get("/", (req, res, next) => {
  ${statements}
});`);

const asyncEndpoint = (statements: string, after = ""): string => program(`
app.get("/", async (req, res, next) => {
  await null;
  ${statements}
});
${after}`);

const httpErrors = `const createError = require("http-errors");`;
const boom = `const Boom = require("@hapi/boom");`;

/** Errors and what answers them. */
export const errors: readonly WireCase[] = [
  { name: "a thrown error", source: endpoint(`throw new Error("down");`), expect: full(500) },
  {
    name: "a thrown error with a status",
    source: endpoint(`
      const error = new Error("gone");
      error.status = 410;
      throw error;
    `),
    expect: full(410),
  },
  {
    name: "a thrown error with statusCode",
    source: endpoint(`throw Object.assign(new Error("gone"), { statusCode: 410 });`),
    expect: full(410),
  },
  {
    name: "an error with a status in text",
    source: endpoint(`throw Object.assign(new Error("gone"), { status: "410" });`),
    expect: full(500),
  },
  {
    name: "an error with a successful status",
    source: endpoint(`throw Object.assign(new Error("fine"), { status: 200 });`),
    expect: full(500),
  },
  {
    name: "http-errors, thrown",
    source: program(`
      const createError = require("http-errors");
      app.get("/", (req, res) => {
        throw createError(404, "missing");
      });
    `),
    expect: full(404),
  },
  {
    name: "http-errors, handed on",
    source: program(`
      const createError = require("http-errors");
      app.get("/", (req, res, next) => next(new createError.Conflict()));
    `),
    expect: full(409),
  },
  {
    name: "boom keeps its status to itself",
    source: program(`
      const Boom = require("@hapi/boom");
      app.get("/", (req, res) => {
        throw Boom.notFound("missing");
      });
    `),
    expect: full(500),
  },
  {
    name: "an error keeps the status set before",
    source: program(`
      app.get("/", (req, res, next) => {
        res.status(422);
        next(new Error("invalid"));
      });
    `),
    expect: full(422),
  },
  {
    name: "an error drops a success set before",
    source: program(`
      app.get("/", (req, res, next) => {
        res.status(201);
        next(new Error("down"));
      });
    `),
    expect: full(500),
  },
  {
    name: "next() with no one left",
    source: program(`
      app.get("/", (req, res, next) => {
        res.status(422);
        next();
      });
    `),
    expect: full(404), model: "optional",
  },
  { name: "throwing null is no error", source: endpoint(`throw null;`), expect: full(404), model: "optional" },
  {
    name: "an error handler with a status",
    source: program(`
      app.get("/", () => {
        throw new Error("down");
      });
      app.use((err, req, res, next) => {
        res.status(503).json({ error: err.message });
      });
    `),
    expect: full(503), model: "some", unread: ["content"],
  },
  {
    name: "an error handler without a status",
    source: program(`
      app.get("/", () => {
        throw new Error("down");
      });
      app.use((err, req, res, next) => {
        res.json({ error: err.message });
      });
    `),
    expect: full(200), model: "some", unread: ["content"],
  },
  {
    name: "err.status or 500",
    source: program(`
      app.get("/", (req, res, next) => next(new Error("down")));
      app.use((err, req, res, next) => {
        res.status(err.status || 500).json({ error: err.message });
      });
    `),
    expect: full(500), model: "some", unread: ["content"],
  },
  {
    name: "err.status, present",
    source: program(`
      app.get("/", (req, res, next) => next(Object.assign(new Error("no"), { status: 403 })));
      app.use((err, req, res, next) => {
        const { status = 500, message } = err;
        res.status(status).json({ message });
      });
    `),
    expect: full(403), model: "some", unread: ["content"],
  },
  {
    name: "an error handler that hands on",
    source: program(`
      app.get("/", (req, res, next) => next(new Error("down")));
      app.use((err, req, res, next) => {
        if (err.code === "LIMIT") return res.status(413).end();
        next(err);
      });
    `),
    expect: full(500), model: "none",
  },
  {
    name: "asyncHandler",
    source: program(`
      const asyncHandler = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);
      app.get("/", asyncHandler(async (req, res) => {
        await null;
        res.status(202).json({ queued: true });
      }));
    `),
    expect: full(202),
  },
  {
    name: "express-async-handler",
    source: program(`
      const asyncHandler = require("express-async-handler");
      app.get("/", asyncHandler(async (req, res) => {
        await null;
        throw Object.assign(new Error("gone"), { status: 410 });
      }));
    `),
    expect: full(410),
  },
  {
    name: "express-promise-router",
    source: program(`
      const router = require("express-promise-router")();
      router.get("/", async (req, res) => {
        await null;
        throw Object.assign(new Error("gone"), { status: 410 });
      });
      app.use(router);
    `),
    expect: full(410), majors: [4],
  },
  {
    name: "express-async-errors",
    source: `require("express-async-errors");\n${asyncEndpoint(`throw Object.assign(new Error("gone"), { status: 410 });`)}`,
    expect: full(410), majors: [4],
  },
  {
    name: "asyncHandler over a rejection",
    source: program(`
      const asyncHandler = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);
      app.get("/", asyncHandler(async (req, res) => {
        throw Object.assign(new Error("gone"), { status: 410 });
      }));
    `),
    expect: full(410),
  },
  { name: "a rejected handler", source: asyncEndpoint(`throw Object.assign(new Error("gone"), { status: 410 });`), expect: { 4: "crashes", 5: full(410) } },
  { name: "next in a handler that waits", source: asyncEndpoint(`next(Object.assign(new Error("gone"), { status: 410 }));`), expect: full(410) },
  { name: "a list of digits is no status", source: endpoint(`next({ statusCode: [410] });`), expect: full(500) },
  { name: "a plain object with a status", source: endpoint(`next({ status: 404, message: "missing" });`), expect: full(404) },
  { name: "statusCode where status is a text", source: endpoint(`throw Object.assign(new Error("gone"), { status: "fail", statusCode: 410 });`), expect: full(410) },
  { name: "a status above the range", source: endpoint(`throw Object.assign(new Error("odd"), { status: 600, statusCode: 409 });`), expect: full(409) },
  { name: "a status below the range", source: endpoint(`throw Object.assign(new Error("odd"), { status: 302 });`), expect: full(500) },
  { name: "the error wins over the status set before", source: endpoint(`res.status(422); throw Object.assign(new Error("gone"), { status: 410 });`), expect: full(410) },
  { name: "an error of the language", source: endpoint(`throw new TypeError("no");`), expect: full(500) },
  { name: "an error that is caught and handed on", source: endpoint(`try { throw Object.assign(new Error("gone"), { status: 410 }); } catch (error) { next(error); }`), expect: full(410) },
  { name: "an unregistered status", source: endpoint(`throw Object.assign(new Error("closed"), { status: 499 });`), expect: full(499) },
  {
    name: "an error in a timer takes the process down",
    source: endpoint(`setTimeout(() => { throw Object.assign(new Error("gone"), { status: 410 }); });`),
    expect: "crashes", model: "none",
  },
  { name: "http-errors, constructed", source: program(`${httpErrors} app.get("/", (req, res) => { throw new createError.Conflict("taken"); });`), expect: full(409) },
  { name: "http-errors without a status", source: program(`${httpErrors} app.get("/", (req, res) => { throw createError("down"); });`), expect: full(500) },
  { name: "http-errors with a successful status", source: program(`${httpErrors} app.get("/", (req, res) => { throw createError(200, "fine"); });`), expect: full(500) },
  { name: "http-errors with more members", source: program(`${httpErrors} app.get("/", (req, res) => { throw createError(403, "no", { status: 404, code: "no" }); });`), expect: full(403) },
  { name: "http-errors in another order", source: program(`${httpErrors} app.get("/", (req, res) => { throw createError(403, { code: "no" }, "no"); });`), expect: full(403) },
  { name: "boom, constructed", source: program(`${boom} app.get("/", (req, res) => { throw new Boom.Boom("missing", { statusCode: 404 }); });`), expect: full(500) },
  {
    name: "boom, answered by its output",
    source: program(`
      ${boom}
      app.get("/", (req, res) => { throw Boom.notFound("missing"); });
      app.use((err, req, res, next) => { res.status(err.isBoom ? err.output.statusCode : 500).json({ error: err.message }); });
    `),
    expect: full(404), model: "some", unread: ["content"],
  },
  {
    name: "a class of the project",
    source: program(`
      class HttpError extends Error { constructor(message, statusCode) { super(message); this.statusCode = statusCode; } }
      class NotFound extends HttpError { constructor(message = "missing") { super(message, 404); } }
      app.get("/", (req, res) => { throw new NotFound(); });
    `),
    expect: full(404),
  },
  {
    name: "a class with a field",
    source: program(`
      class Gone extends Error { status = 410; }
      app.get("/", (req, res) => { throw new Gone("gone"); });
    `),
    expect: full(410),
  },
  {
    name: "a class with a getter",
    source: program(`
      class Gone extends Error { get statusCode() { return 410; } }
      app.get("/", (req, res) => { throw new Gone("gone"); });
    `),
    expect: full(410),
  },
  {
    name: "a class whose name alone tells a status",
    source: program(`
      class NotFoundError extends Error {}
      app.get("/", (req, res) => { throw new NotFoundError("missing"); });
    `),
    expect: full(500),
  },
  {
    name: "an error handler before the handler is not asked",
    source: program(`
      app.use((err, req, res, next) => res.status(418).end());
      app.get("/", (req, res) => { throw Object.assign(new Error("gone"), { status: 410 }); });
    `),
    expect: full(410), model: "some",
  },
  {
    name: "an error handler of the same route",
    source: program(`
      app.get("/", (req, res) => { throw Object.assign(new Error("gone"), { status: 410 }); }, (err, req, res, next) => res.status(503).end());
    `),
    expect: bare(503), model: "some", unread: ["content"],
  },
  {
    name: "an error handler of a router that is mounted before is not asked",
    source: program(`
      const router = express.Router();
      router.use((err, req, res, next) => res.status(418).end());
      app.get("/", (req, res) => { throw Object.assign(new Error("gone"), { status: 410 }); });
      app.use(router);
    `),
    expect: full(410), model: "some",
  },
  {
    name: "a router with an error handler of its own",
    source: program(`
      const router = express.Router();
      router.get("/", (req, res) => { throw new Error("down"); });
      router.use((err, req, res, next) => res.status(503).end());
      app.use(router);
      app.use((err, req, res, next) => res.status(418).end());
    `),
    expect: bare(503), model: "some", unread: ["content"],
  },
  {
    name: "two error handlers, the first hands on",
    source: program(`
      app.get("/", (req, res) => { throw new Error("down"); });
      app.use((err, req, res, next) => { console.assert(err); next(err); });
      app.use((err, req, res, next) => res.status(503).end());
    `),
    expect: bare(503), model: "some", unread: ["content"],
  },
  {
    name: "an error handler that keeps the status set before",
    source: program(`
      app.get("/", (req, res) => { res.status(401); throw new Error("no"); });
      app.use((err, req, res, next) => {
        const statusCode = res.statusCode === 200 ? 500 : res.statusCode;
        res.status(statusCode);
        res.json({ error: err.message });
      });
    `),
    expect: full(401), model: "some", unread: ["content"],
  },
  {
    name: "an error handler that asks for the class",
    source: program(`
      class HttpError extends Error { constructor(status, message) { super(message); this.status = status; } }
      app.get("/", (req, res) => { throw new HttpError(409, "taken"); });
      app.use((err, req, res, next) => {
        if (err instanceof HttpError) return res.status(err.status).json({ error: err.message });
        res.status(503).json({ error: "down" });
      });
    `),
    expect: full(409), model: "some", unread: ["content"],
  },
  {
    name: "an error handler that does not know the class",
    source: program(`
      class HttpError extends Error { constructor(status, message) { super(message); this.status = status; } }
      app.get("/", (req, res) => { throw new Error("down"); });
      app.use((err, req, res, next) => {
        if (err instanceof HttpError) return res.status(err.status).json({ error: err.message });
        res.status(503).json({ error: "down" });
      });
    `),
    expect: full(503), model: "some", unread: ["content"],
  },
];
