/** What rules say of errors that others answer: of the status that is thrown, and nothing of what an error handler sends. */
import { rule as noBody } from "../../src/rules/no-body-on-bodyless-status.ts";
import { rule as noDuplicate } from "../../src/rules/no-duplicate-response.ts";
import { rule as noErrorInSuccess } from "../../src/rules/no-error-in-success.ts";
import { rule as noSuccessInError } from "../../src/rules/no-success-in-error.ts";
import { rule as noUnregistered } from "../../src/rules/no-unregistered-status-code.ts";
import { rule as preferAuth } from "../../src/rules/prefer-auth-status.ts";
import { rule as preferConflict } from "../../src/rules/prefer-conflict.ts";
import { rule as preferCreated } from "../../src/rules/prefer-created.ts";
import { rule as preferMethod } from "../../src/rules/prefer-method-not-allowed.ts";
import { rule as preferNoContent } from "../../src/rules/prefer-no-content.ts";
import { rule as preferNotFound } from "../../src/rules/prefer-not-found.ts";
import { rule as preferTooMany } from "../../src/rules/prefer-too-many-requests.ts";
import { rule as preferValidation } from "../../src/rules/prefer-validation-status.ts";
import { rule as requireAllow } from "../../src/rules/require-allow.ts";
import { rule as requireDetails } from "../../src/rules/require-error-details.ts";
import { rule as requireResponse } from "../../src/rules/require-response.ts";
import { rule as requireRetryAfter } from "../../src/rules/require-retry-after.ts";
import { rule as validStatus } from "../../src/rules/valid-status-code.ts";
import { throwing } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const get = (statements: string, around?: { before?: string; after?: string }): string => throwing('get("/users/:id"', statements, around);
const post = (statements: string, around?: { before?: string; after?: string }): string => throwing('post("/users"', statements, around);

const answering = (statements: string): { after: string } => ({ after: `app.use((err, req, res, next) => { ${statements} });` });
const missing = (error: string): string => `const user = users.find(req.params.id); if (!user) throw ${error}; res.json({ user });`;

/** The error handler that keeps what the error says, and one that forgets it. */
const keeping = answering(`res.status(err.status || 500).json({ error: err.message });`);
const forgetting = answering(`res.status(500).json({ error: err.message });`);
const succeeding = answering(`res.json({ error: err.message });`);

run(noErrorInSuccess, {
  silent: { "an error that the framework answers": get(missing(`createError(404, "User not found")`)) },
  reports: {
    "an error handler without a status is told, not each error": {
      code: get(missing(`createError(404, "User not found")`), succeeding), at: `res.json({ error: err.message })`, messageId: "unset",
      data: { title: "200 OK", failure: "error: err.message", role: "error handler" },
      cures: [{ tier: "choice", messageId: "answer", data: { title: "500 Internal Server Error" }, output: get(missing(`createError(404, "User not found")`), answering(`res.status(500).json({ error: err.message });`)) }],
    },
  },
});

run(noSuccessInError, { silent: { "a message of an error": { code: get(`throw createError(400, "User created successfully");`), options: { checkWords: true } } }, reports: {} });
run(requireDetails, {
  silent: {
    "an error without a message": { code: post(`if (!req.body.name) throw createError(400);`), options: { checkClientErrors: true } },
    "an error whose message says no more": { code: post(`if (!req.body.name) throw createError(400, "Bad Request");`, keeping), options: { checkClientErrors: true } },
  },
  reports: {},
});
run(requireRetryAfter, { silent: { "a limit": get(`throw createError(429, "Slow down");`) }, reports: {} });
run(requireAllow, { silent: { "a method": { code: throwing('all("/users"', `throw createError(405);`), options: { checkUntold: true } } }, reports: {} });
run(noBody, { silent: { "an error handler that answers nothing": get(`throw createError(404);`, answering(`res.status(204).json({});`)).replace("json({})", "end()") }, reports: {} });
run(preferCreated, { silent: { "an error handler that answers 200": post(`users.create(req.body); throw new Error("User created");`, succeeding) }, reports: {} });
run(preferNoContent, { silent: { "an error handler that answers 200": throwing('delete("/users/:id"', `throw new Error("no");`, answering(`res.end();`)) }, reports: {} });
run(requireResponse, {
  silent: {
    "an error on every way": { code: get(`throw createError(404);`), options: { checkOpenPaths: true } },
    "an error or an answer": { code: get(missing(`createError(404)`)), options: { checkOpenPaths: true } },
  },
  reports: {},
});
run(noDuplicate, {
  silent: {
    "an error after an answer, for the log": { code: get(`res.json({ id: 1 }); next(createError(500));`), options: { checkHandingOn: true } },
    "an error in the place of an answer": { code: get(`if (!req.query.id) return next(createError(400)); res.json({ id: 1 });`), options: { checkHandingOn: true } },
  },
  reports: {},
});

run(preferNotFound, {
  silent: {
    "404": get(missing(`createError(404, "User not found")`)),
    "404 that the error handler forgets": get(missing(`createError(404, "User not found")`), forgetting),
    "what an unknown error handler answers": get(missing(`createError(400, "User not found")`), { after: `app.use(errorHandler);` }),
    "an error that is caught": get(`try { ${missing(`createError(400, "User not found")`)} } catch (error) { res.status(404).json({ error: "User not found" }); }`),
  },
  reports: {
    "400 by http-errors": {
      code: get(missing(`createError(400, "User not found")`)), at: `throw createError(400, "User not found");`,
      messageId: "missing", data: { title: "400 Bad Request", right: "404 Not Found" },
      cures: [{ tier: "evident", messageId: "answer", data: { title: "404 Not Found" }, output: get(missing(`createError(404, "User not found")`)) }],
    },
    "400 by name, answered by an error handler": {
      code: get(missing(`createError.BadRequest("User not found")`), keeping), at: `throw createError.BadRequest("User not found");`,
      messageId: "missing", data: { title: "400 Bad Request", right: "404 Not Found" },
      cures: [{ tier: "evident", messageId: "answer", data: { title: "404 Not Found" }, output: get(missing(`createError.NotFound("User not found")`), keeping) }],
    },
    "500 for want of a status": {
      code: get(missing(`new Error("User not found")`)), at: `throw new Error("User not found");`,
      messageId: "missing", data: { title: "500 Internal Server Error", right: "404 Not Found" }, cures: [],
    },
  },
});

const session = (error: string): string => `if (!req.headers.authorization) return next(${error}); next();`;

run(preferAuth, {
  silent: { "401": throwing("use(", session("createError(401)")).replace("(, ", "(") },
  reports: {
    "403 for nobody": {
      code: throwing("use(", session("createError(403)")).replace("(, ", "("), at: "next(createError(403))",
      messageId: "unauthenticated", data: { title: "403 Forbidden", right: "401 Unauthorized" },
      cures: [{ tier: "evident", messageId: "answer", data: { title: "401 Unauthorized" }, output: throwing("use(", session("createError(401)")).replace("(, ", "(") }],
    },
  },
});

const taken = (code: number): string => `const user = users.findOne({ email: req.body.email }); if (user) throw createError(${code}, "Email already exists"); res.status(201).end();`;

run(preferConflict, {
  silent: { "409": post(taken(409)) },
  reports: {
    "400 for what exists": {
      code: post(taken(400)), at: `throw createError(400, "Email already exists");`, messageId: "duplicate", data: { title: "400 Bad Request", right: "409 Conflict" },
      cures: [{ tier: "evident", messageId: "answer", data: { title: "409 Conflict" }, output: post(taken(409)) }],
    },
  },
});

const invalid = (code: number): string => `if (!req.body.name) throw createError(${code}, "Name is required"); res.status(201).end();`;

run(preferValidation, {
  silent: { "400": post(invalid(400)), "422": post(invalid(422)) },
  reports: {
    "500 for input": {
      code: post(invalid(500)), at: `throw createError(500, "Name is required");`, messageId: "invalid", data: { title: "500 Internal Server Error", right: "400 Bad Request" },
      cures: [{ tier: "evident", messageId: "answer", data: { title: "400 Bad Request" }, output: post(invalid(400)) }],
    },
  },
});

const limited = (code: number): string => `if (attempts > 5) throw createError(${code}, "Too many requests"); res.end();`;

run(preferTooMany, {
  silent: { "429": post(limited(429)) },
  reports: {
    "403 for a limit": {
      code: post(limited(403)), at: `throw createError(403, "Too many requests");`, messageId: "limited", data: { title: "403 Forbidden", right: "429 Too Many Requests" },
      cures: [{ tier: "evident", messageId: "answer", data: { title: "429 Too Many Requests" }, output: post(limited(429)) }],
    },
  },
});

const only = (code: number): string => `if (req.method === "GET") return res.end(); throw createError(${code});`;

run(preferMethod, {
  silent: { "405": throwing('all("/users"', only(405)) },
  reports: {
    "400 for a method": {
      code: throwing('all("/users"', only(400)), at: `throw createError(400);`, messageId: "refused", data: { title: "400 Bad Request", quote: 'req.method === "GET"' },
      cures: [{ tier: "evident", messageId: "answer", data: { title: "405 Method Not Allowed" }, output: throwing('all("/users"', only(405)) }],
    },
  },
});

const odd = `class Odd extends Error { constructor() { super("no"); this.status = 498; } }`;

run(noUnregistered, {
  silent: {
    "a class that all throw": get(`throw new Odd();`, { before: odd }),
    "an error handler that answers all": get(`throw new Error("no");`, { after: `app.use(errorHandler);` }),
  },
  reports: {
    "a code that is thrown": {
      code: get(`throw createError(498, "no");`), at: `throw createError(498, "no");`, messageId: "unregistered", data: { title: "498 Invalid Token", likeness: "400 Bad Request" },
      cures: [{ tier: "choice", messageId: "answer", data: { title: "401 Unauthorized" }, output: get(`throw createError(401, "no");`) }],
    },
  },
});

run(validStatus, {
  silent: { "an error handler that answers all": get(`throw new Error("no");`, answering(`res.status(500).end();`)), "a status beyond the range": get(`throw Object.assign(new Error("no"), { status: 1000 });`) },
  reports: {},
});
