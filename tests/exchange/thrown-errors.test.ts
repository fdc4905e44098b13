/** What an error carries, as far as the code that makes it tells: read by what Express answers to it. */
import { describe, expect, it } from "vitest";
import { throwing, thrownIn, thrownLines } from "./thrown.ts";

type Row = readonly [name: string, statements: string, lines: readonly string[], before?: string];

const silent: readonly Row[] = [
  ["an error from elsewhere", `next(err);`, []],
  ["what a call gives back", `throw failure();`, []],
  ["a class of another file", `throw new HttpError(404);`, [], `const { HttpError } = require("./errors");`],
  ["nothing", `throw null;`, []],
  ["next without an error", `next();`, []],
  ["next with null", `next(null);`, []],
  ["the next route", `next("route");`, []],
  ["a text", `throw "missing";`, []],
  ["an error that is caught", `try { throw createError(404); } catch { res.status(404).end(); }`, []],
  ["an error after the answer", `res.status(404).end(); throw createError(404);`, []],
  ["an error for the log after the answer", `res.status(404).end(); next(createError(404));`, []],
  ["an error in a timer", `setTimeout(() => { throw createError(404); });`, []],
  ["an error in a callback", `db.load((error, user) => { if (!user) throw createError(404); });`, []],
  ["an error in a promise that nobody waits for", `load().then(() => { throw createError(404); });`, []],
  ["an error in a function that nobody waits for", `const check = async () => { res.locals.a = 1; throw createError(404); }; check();`, []],
  ["an error in a list of promises", `users.forEach(async (user) => { res.locals.a = user; throw createError(404); });`, []],
  ["an error that is kept", `const error = createError(404); errors.push(error);`, []],
];

const own = `
class HttpError extends Error {
  constructor(statusCode, message, details = {}) {
    super(message);
    this.name = this.constructor.name;
    this.statusCode = statusCode;
    this.status = \`\${statusCode}\`.startsWith("4") ? "fail" : "error";
    Object.assign(this, details);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  static missing(message) { return new HttpError(404, message); }
  static of(statusCode) { return new this(statusCode, "no"); }
  static taken = (message = "taken") => new HttpError(409, message);
}
class Missing extends HttpError { constructor(what = "User") { super(404, \`\${what} not found\`); } }
class Twice extends Missing {}
`;

const known: readonly Row[] = [
  ["http-errors", `throw createError(404);`, ["404 failure by throw"]],
  ["http-errors by next", `next(createError(404, "No user"));`, ["404 failure by next"]],
  ["http-errors by name", `throw createError.NotFound("No user");`, ["404 failure by throw"]],
  ["http-errors, constructed", `throw new createError.Conflict();`, ["409 failure by throw"]],
  ["http-errors by an imported name", `throw new NotFound();`, ["404 failure by throw"], `const { NotFound } = require("http-errors");`],
  ["http-errors of run time", `throw createError(req.query.status);`, []],
  ["http-errors with a constant", `throw createError(missing);`, ["404 failure by throw"], `const missing = 404;`],
  ["http-errors with a name of a library", `throw createError(StatusCodes.CONFLICT, "taken");`, ["409 failure by throw"], `const { StatusCodes } = require("http-status-codes");`],
  ["boom, which keeps it elsewhere", `throw Boom.notFound();`, ["500 failure by throw"]],
  ["sensible", `throw httpErrors.notFound();`, ["404 failure by throw"], `const { httpErrors } = require("@fastify/sensible");`],
  ["an error of the language", `throw new Error("down");`, ["500 failure by throw"]],
  ["without new", `throw Error("down");`, ["500 failure by throw"]],
  ["a member of a literal", `next({ status: 404, message: "No user" });`, ["404 failure by next"]],
  ["a literal without a status", `next({ message: "No user" });`, ["500 failure by next"]],
  ["a text in the place of a status", `next({ status: "404" });`, ["500 failure by next"]],
  ["a status that is no failure", `next({ status: 302, statusCode: 200 });`, ["500 failure by next"]],
  ["assigned members", `throw Object.assign(new Error("gone"), { status: 410 });`, ["410 failure by throw"]],
  ["a member that is assigned later", `const error = new Error("gone"); error.status = 410; throw error;`, ["410 failure by throw"]],
  ["the same by next", `const error = new Error("gone"); error.statusCode = 410; return next(error);`, ["410 failure by next"]],
  ["a member that is assigned on one way", `const error = new Error("gone"); if (old) error.status = 410; throw error;`, ["410 failure by throw", "500 failure by throw"]],
  ["a choice of statuses", `throw createError(old ? 410 : 404);`, []],
  ["a choice of errors", `throw old ? createError(410) : createError(404);`, ["410 failure by throw", "404 failure by throw"]],
  ["the status that was set before", `res.status(401); throw new Error("no");`, ["401 failure by throw"]],
  ["a success that was set before", `res.status(201); throw new Error("no");`, ["500 failure by throw"]],
  ["a status that run time set before", `res.status(code); throw new Error("no");`, ["? unknown by throw"]],
  ["an error that is caught and handed on", `try { throw createError(404); } catch (error) { next(error); }`, ["404 failure by next"]],
  ["an error that is caught and thrown again", `try { throw createError(404); } catch (error) { log(error); throw error; }`, ["404 failure by throw"]],
  ["an error past a finally", `try { throw createError(404); } finally { res.locals.done = true; }`, ["404 failure by throw"]],
  ["an error for what was caught", `try { await load(); } catch (error) { throw createError(502, error.message); }`, ["502 failure by throw"]],
  ["a function inside that is waited for", `const check = async () => { if (!res.locals.user) throw createError(404); }; await check();`, ["404 failure by throw"]],
  ["a class", `throw new HttpError(404, "No user");`, ["404 failure by throw"], own],
  ["a class without its argument", `throw new HttpError();`, ["500 failure by throw"], own],
  ["a class with a status of run time", `throw new HttpError(code);`, ["? unknown by throw"], own],
  ["members that a class takes over", `throw new HttpError(404, "No user", { statusCode: 410 });`, ["410 failure by throw"], own],
  ["members that run time tells", `throw new HttpError(404, "No user", details);`, ["? unknown by throw"], own],
  ["spread arguments", `throw new HttpError(...parts);`, ["? unknown by throw"], own],
  ["a derived class", `throw new Missing();`, ["404 failure by throw"], own],
  ["a class without a constructor", `throw new Twice("Post");`, ["404 failure by throw"], own],
  ["a static function", `throw HttpError.missing("No user");`, ["404 failure by throw"], own],
  ["a static function that makes its own class", `throw HttpError.of(410);`, ["410 failure by throw"], own],
  ["a static arrow function", `throw HttpError.taken();`, ["409 failure by throw"], own],
  ["a field", `throw new Gone();`, ["410 failure by throw"], `class Gone extends Error { statusCode = 410; }`],
  ["a getter", `throw new Gone();`, ["410 failure by throw"], `class Gone extends Error { get status() { return 410; } }`],
  ["a getter that asks for more", `throw new Gone();`, ["? unknown by throw"], `class Gone extends Error { get status() { return this.code; } }`],
  ["a default", `throw new Failure("no");`, ["400 failure by throw"], `class Failure extends Error { constructor(message, status = 400) { super(message); this.status = status; } }`],
  ["a fallback", `throw new Failure("no");`, ["400 failure by throw"], `class Failure extends Error { constructor(message, status) { super(message); this.status = status || 400; } }`],
  ["options", `throw new Failure("no", { status: 403 });`, ["403 failure by throw"], `class Failure extends Error { constructor(message, { status }) { super(message); this.status = status; } }`],
  ["a class expression", `throw new Failure();`, ["403 failure by throw"], `const Failure = class extends Error { status = 403; };`],
  ["a status under a condition", `throw new Failure(404);`, ["? unknown by throw"], `class Failure extends Error { constructor(status) { super("no"); if (ok) this.status = status; } }`],
  ["a name without a status", `throw new NotFoundError();`, ["500 failure by throw"], `class NotFoundError extends Error {}`],
  ["a base of another file", `throw new Missing();`, ["? unknown by throw"], `const Base = require("./base"); class Missing extends Base {}`],
  ["a base of another file, and a status of its own", `throw new Missing();`, ["404 failure by throw"], `const Base = require("./base"); class Missing extends Base { status = 404; }`],
  ["a function", `throw failure(404, "No user");`, ["404 failure by throw"], `const failure = (status, message) => Object.assign(new Error(message), { status });`],
  ["a function with statements", `next(failure(404, "No user"));`, ["404 failure by next"], `const failure = (status, message) => { const error = new Error(); error.status = status; error.message = message; return error; };`],
  ["a function that decides", `next(failure(404));`, [], `const failure = (status) => { if (odd) return new Error(); return createError(status); };`],
  ["a function that calls itself", `next(failure(404));`, [], `const failure = (status) => failure(status);`],
  ["a class that extends itself", `throw new Odd();`, ["? unknown by throw"], `class Odd extends Odd {}`],
];

const whole = ([name, statements, lines, before = ""]: Row) => [name, statements, lines, before] as const;

describe("errors of which nothing is known, or that leave nobody waiting", () => {
  it.each(silent.map(whole))("%s", (_name, statements, lines, before) => {
    expect(thrownLines(throwing(statements, { before }))).toEqual(lines);
  });
});

describe("errors that carry a status", () => {
  it.each(known.map(whole))("%s", (_name, statements, lines, before) => {
    expect(thrownLines(throwing(statements, { before }))).toEqual(lines);
  });
});

describe("the response to an error", () => {
  const [response] = thrownIn(throwing(`const user = await users.findById(req.params.id);\nif (!user) {\n  throw new HttpError(400, "User not found");\n}\nres.json({ user });`, { before: own }));

  it("says what the error says", () => {
    expect(response).toMatchObject({ content: { shape: "failure", says: "User not found", words: undefined }, outcome: "sends", hasOpenFields: true });
  });

  it("stands where the error leaves", () => {
    expect(response!.node.type).toBe("ThrowStatement");
    expect(response!.word.type).toBe("NewExpression");
    expect(response!.status).toMatchObject({ origin: "explicit", node: { type: "Literal", value: 400 } });
  });

  it("tells why by its guards", () => {
    expect(response).toMatchObject({ because: { kind: "missing", certainty: "strong", codes: [404] }, onFailure: "guard" });
  });

  it.each([
    [`throw Boom.notFound();`, [404]],
    [`throw new HttpError(409);`, [409]],
    [`throw new Error("no");`, []],
  ])("knows what the error carries: %s", (statements, carries) => {
    expect(thrownIn(throwing(statements, { before: own }))[0]!.thrown).toEqual({ carries });
  });
});
