/** What the project's own error handlers answer to an error of which something is known. */
import { describe, expect, it } from "vitest";
import { throwing, thrownLines } from "./thrown.ts";

const own = `
class HttpError extends Error { constructor(statusCode, message) { super(message); this.statusCode = statusCode; this.status = "error"; } }
class Missing extends HttpError { constructor(message) { super(404, message); this.name = "Missing"; this.code = "E_MISSING"; } }
`;

const handler = (statements: string): string => `app.use((err, req, res, next) => {\n${statements}\n});`;

type Row = readonly [name: string, statements: string, after: string, lines: readonly string[]];

const unclear: readonly Row[] = [
  ["a status of run time", `throw createError(404);`, handler(`res.status(code()).json({});`), ["? unknown by throw"]],
  ["a member that only run time knows", `throw createError(404);`, handler(`res.status(err.extra ?? other).json({});`), ["? unknown by throw"]],
  ["a status by a table of run time", `throw createError(404);`, handler(`res.status(codes[err.name]).json({});`), ["? unknown by throw"]],
  ["one that answers on some ways", `throw createError(404);`, handler(`if (req.query.a) res.status(err.status).end();`), ["? unknown by throw"]],
  ["one that lets the request pass", `throw createError(404);`, handler(`next();`), ["? unknown by throw"]],
  ["one that hands on another error", `throw createError(404);`, handler(`next(new HttpError(500));`), ["? unknown by throw"]],
  ["one that throws", `throw createError(404);`, handler(`throw err;`), ["? unknown by throw"]],
  ["one that gives the response away", `throw createError(404);`, handler(`sendError(err, res);`), ["? unknown by throw"]],
  ["one that answers later", `throw createError(404);`, handler(`log(err, () => res.status(500).end());`), ["? unknown by throw"]],
  ["one of another file", `throw createError(404);`, `app.use(require("./errors"));`, ["? unknown by throw"]],
  ["one that a function makes", `throw createError(404);`, `app.use(errorHandler());`, ["? unknown by throw"]],
  ["one of a package", `throw createError(404);`, `const celebrate = require("celebrate"); app.use(celebrate.errors());`, ["? unknown by throw"]],
  ["one for some of the paths", `throw createError(404);`, `app.use("/users", (err, req, res, next) => res.status(500).end());`, ["? unknown by throw"]],
  ["a class of another file", `throw new HttpError(404);`, `const { ApiError } = require("./errors"); ${handler(`if (err instanceof ApiError) return res.status(err.statusCode).end(); res.status(500).end();`)}`, ["404|500 failure by throw"]],
];

const known: readonly Row[] = [
  ["the status of the error", `throw createError(404);`, handler(`res.status(err.status).json({ error: err.message });`), ["404 failure by throw"]],
  ["a fallback that is not needed", `throw new HttpError(404, "No user");`, handler(`res.status(err.statusCode || 500).json({ error: err.message });`), ["404 failure by throw"]],
  ["a fallback", `throw new Error("down");`, handler(`res.status(err.statusCode ?? 503).json({ error: err.message });`), ["503 failure by throw"]],
  ["one of several members", `throw createError(404);`, handler(`const status = err.code || err.status || err.statusCode || 500; res.status(status).json({});`), ["404 failure by throw"]],
  ["an optional chain", `throw createError(404);`, handler(`res.status(err?.status ?? 500).json({});`), ["404 failure by throw"]],
  ["members that are taken out", `throw createError(404);`, handler(`const { status = 500, message } = err; res.status(status).json({ message });`), ["404 failure by throw"]],
  ["a member that is taken out, and its default", `throw new Error("down");`, handler(`const { status = 503, message } = err; res.status(status).json({ message });`), ["503 failure by throw"]],
  ["members that are taken out and changed", `throw new Error("down");`, handler(`let { statusCode, message } = err; if (!statusCode) statusCode = 503; res.status(statusCode).json({ message });`), ["503 failure by throw"]],
  ["a member that is set", `throw new Error("down");`, handler(`err.statusCode = err.statusCode || 503; res.status(err.statusCode).json({});`), ["503 failure by throw"]],
  ["a copy", `throw new HttpError(404, "No user");`, handler(`let error = { ...err }; error.message = err.message; if (err.name === "CastError") error = new HttpError(400, "no"); res.status(error.statusCode || 500).json({ error: error.message });`), ["404 failure by throw"]],
  ["another name", `throw createError(404);`, handler(`const error = err; res.status(error.status).json({});`), ["404 failure by throw"]],
  ["a class", `throw new HttpError(404, "No user");`, handler(`if (err instanceof HttpError) return res.status(err.statusCode).json({}); res.status(500).json({});`), ["404 failure by throw"]],
  ["a derived class", `throw new Missing("No user");`, handler(`if (err instanceof HttpError) return res.status(err.statusCode).json({}); res.status(500).json({});`), ["404 failure by throw"]],
  ["another class", `throw new Error("down");`, handler(`if (err instanceof HttpError) return res.status(err.statusCode).json({}); res.status(503).json({});`), ["503 failure by throw"]],
  ["a class of a package", `throw new HttpError(404, "No user");`, `const { ZodError } = require("zod"); ${handler(`if (err instanceof ZodError) return res.status(422).json({}); res.status(err.statusCode).json({});`)}`, ["404 failure by throw"]],
  ["the class of the library", `throw createError(404);`, handler(`if (err instanceof createError.HttpError) return res.status(err.status).json({}); res.status(500).json({});`), ["404 failure by throw"]],
  ["a choice by class", `throw new Error("down");`, handler(`const status = err instanceof HttpError ? err.statusCode : 503; res.status(status).json({});`), ["503 failure by throw"]],
  ["names", `throw new Missing("No user");`, handler(`switch (err.name) { case "CastError": return res.status(400).end(); case "Missing": return res.status(410).end(); default: return res.status(500).end(); }`), ["410 failure by throw"]],
  ["another name than those", `throw new Error("down");`, handler(`switch (err.name) { case "CastError": return res.status(400).end(); case "Missing": return res.status(410).end(); default: return res.status(503).end(); }`), ["503 failure by throw"]],
  ["a code", `throw new Missing("No user");`, handler(`if (err.code === "E_MISSING") return res.status(410).end(); res.status(500).end();`), ["410 failure by throw"]],
  ["a code that is not there", `throw new Error("down");`, handler(`if (err.code === 11000) return res.status(409).end(); res.status(503).end();`), ["503 failure by throw"]],
  ["a range", `throw createError(404);`, handler(`if (err.status >= 500) log(err); res.status(err.status < 500 ? err.status : 503).end();`), ["404 failure by throw"]],
  ["whether anything was sent", `throw createError(404);`, handler(`if (res.headersSent) return next(err); res.status(err.status).end();`), ["404 failure by throw"]],
  ["boom by its output", `throw Boom.notFound("No user");`, handler(`if (err.isBoom) return res.status(err.output.statusCode).json(err.output.payload); res.status(500).end();`), ["404 failure by throw"]],
  ["boom by its status", `throw Boom.notFound("No user");`, handler(`res.status(err.status || 500).end();`), ["500 failure by throw"]],
  ["the status that was set before", `res.status(401); throw new Error("no");`, handler(`const status = res.statusCode === 200 ? 500 : res.statusCode; res.status(status); res.json({});`), ["401 failure by throw"]],
  ["none that was set before", `throw new Error("no");`, handler(`const status = res.statusCode === 200 ? 500 : res.statusCode; res.status(status); res.json({});`), ["500 failure by throw"]],
  ["a status that is always there", `throw new Error("no");`, handler(`const status = res.statusCode ? res.statusCode : 500; res.status(status).json({});`), ["200 unknown by throw"]],
  ["no status", `throw createError(404);`, handler(`res.json({ error: err.message });`), ["200 unknown by throw"]],
  ["one status for all", `throw createError(404);`, handler(`res.status(500).json({ error: err.message });`), ["500 failure by throw"]],
  ["either of two", `throw createError(404);`, handler(`if (req.accepts("html")) return res.status(err.status).render("error"); res.status(500).json({});`), ["404|500 failure by throw"]],
  ["a function of the file", `throw createError(404);`, `const fail = (err, res) => res.status(err.status || 500).json({}); ${handler(`fail(err, res);`)}`, ["404 failure by throw"]],
  ["a handler by name", `throw createError(404);`, `function onError(err, req, res, next) { res.status(err.status).end(); } app.use(onError);`, ["404 failure by throw"]],
  ["one that hands on", `throw createError(404);`, handler(`log(err); next(err);`), ["404 failure by throw"]],
  ["one that hands some on", `throw new Missing("No user");`, handler(`if (err.code === "E_MISSING") return res.status(410).end(); next(err);`), ["410 failure by throw"]],
  ["one that hands this one on", `throw new HttpError(403, "No");`, handler(`if (err.code === "E_MISSING") return res.status(410).end(); next(err);`), ["403 failure by throw"]],
  ["the first of two", `throw createError(404);`, `${handler(`res.status(410).end();`)} ${handler(`res.status(500).end();`)}`, ["410 failure by throw"]],
  ["the second of two", `throw createError(404);`, `${handler(`next(err);`)} ${handler(`res.status(503).end();`)}`, ["503 failure by throw"]],
  ["what is no error handler", `throw createError(404);`, `app.use((req, res) => res.status(404).end()); app.use(express.static("public")); ${handler(`res.status(503).end();`)}`, ["503 failure by throw"]],
  ["one before something unknown", `throw createError(404);`, `${handler(`res.status(503).end();`)} app.use(errorHandler());`, ["503 failure by throw"]],
];

const read = ([, statements, after]: Row): string[] => thrownLines(throwing(statements, { before: own, after }));

describe("error handlers that cannot be read to the end", () => {
  it.each(unclear)("%s", (...row) => {
    expect(read(row)).toEqual(row[3]);
  });
});

describe("error handlers that answer", () => {
  it.each(known)("%s", (...row) => {
    expect(read(row)).toEqual(row[3]);
  });
});
