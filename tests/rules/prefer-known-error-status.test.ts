import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/prefer-known-error-status.ts";
import { on, route, routeFile, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];

const put = 'put("/users/:id"';
const all = { checkClientErrors: true };
const update = "await User.update(req.params.id, req.body);";

/** A branch of a catch that answers an error of which it knows the kind. */
const caught = (test: string, status: number, attempt = update, path = put): string =>
  on(path, `try { ${attempt} } catch (err) { if (${test}) return res.status(${status}).json({ error: "No" }); throw err; } res.end();`);

interface Told {
  readonly attempt?: string;
  readonly path?: string;
  readonly options?: object;
  readonly settings?: Report["settings"];
  readonly quote?: string;
  readonly tier?: "choice";
  readonly messageId?: string;
}

/** The answer says one thing and the error another. */
const told = (test: string, status: number, right: readonly number[], { attempt, path, options, settings, quote = test, tier, messageId = status === 500 ? "server" : "other" }: Told = {}): Report => ({
  code: caught(test, status, attempt, path), at: `res.status(${status}).json({ error: "No" })`, messageId,
  data: { title: titleOf(status), quote, ...(messageId === "other" && { right: titleOf(right[0]!) }) },
  ...(options && { options }), ...(settings && { settings }),
  cures: right.map((code) => ({ tier: tier ?? (right.length === 1 ? "evident" as const : "choice" as const), messageId: "answer", data: { title: titleOf(code) }, output: caught(test, code, attempt, path) })),
});

/** A branch of a catch that words what it answers. */
const worded = (test: string, status: number, answered = "message"): string =>
  on(put, `try { ${update} } catch (err) { let message = "No"; if (${test}) { message = "Taken"; } return res.status(${status}).json({ error: ${answered} }); } res.end();`);

const parse = "filter = JSON.parse(req.query.filter);";

run(rule, {
  silent: {
    ...withOptions(all, {
      "409 for a duplicate that the message tells": worded("err.code === 11000", 409),
      "a duplicate of which the answer tells nothing": worded("err.code === 11000", 500, '"No"'),
      "a message for what is not known": worded('err.code === "X"', 500),
      "409 for a duplicate": caught('err.code === "P2002"', 409),
      "400 for bad input": caught("err instanceof ZodError", 400),
      "422 for bad input": caught("err instanceof ZodError", 422),
      "404 for a malformed identifier": caught('err.name === "CastError"', 404),
      "413 for a large file": caught('err.code === "LIMIT_FILE_SIZE"', 413),
      "415 of an upload": caught("err instanceof MulterError", 415),
      "401 for a token": caught('err.name === "TokenExpiredError"', 401),
      "403 for a token": caught('err.name === "TokenExpiredError"', 403),
      "404 that hides": caught("err instanceof JsonWebTokenError", 404),
      "500 for another server": caught('err.code === "ECONNREFUSED"', 500),
      "504 for another server": caught('err.name === "TimeoutError"', 504),
      "500 for the database": caught('err.code === "P1001"', 500),
      "410 for what is gone": caught('err.code === "P2025"', 410),

      // Nothing tells what the error means.
      "an error that nobody knows": caught("err instanceof PostError", 500),
      "an error of many meanings": caught("err instanceof PrismaClientKnownRequestError", 500),
      "any error": on(put, `try { ${update} } catch (err) { return res.status(500).json({ error: "No" }); } res.end();`),
      "another error": on(put, `try { ${update} } catch (err) { if (err.code === "P2002") return next(err); return res.status(500).json({ error: "No" }); } res.end();`),
      "a status of run time": caught('err.code === "P2002"', 409).replace("409", "err.status || 500"),
      "a code that is no error's": on(put, 'if (req.body.code === "P2002") return res.status(500).end(); res.end();'),
      "two errors with two meanings": caught('err.code === "P2002" || err.code === "P2025"', 500),

      // What was tried decides who is to blame.
      "a text of JSON that a file holds": caught("err instanceof SyntaxError", 500, 'config = JSON.parse(await readFile("config.json"));'),
      "a malformed identifier of a record": caught('err.name === "CastError"', 500, "await Team.findById(team.owner);"),
      "a file of the server": caught('err.code === "ENOENT"', 500, 'text = await readFile("page.html");'),
      "an address that the client named": caught('err.code === "ENOTFOUND"', 400, "await fetch(req.body.url);"),
      "a server that the client named": caught("err instanceof AxiosError", 400, "await axios.get(req.body.url);"),
      "a request that was broken off": caught('err.name === "AbortError"', 408, "await save(req);"),
      "an error handler that gets a broken text": 'import express from "express"; express().use((err, req, res, next) => { if (err instanceof SyntaxError) return res.status(500).end(); next(err); });',

      // The token of a link is the subject of the request.
      "the token of a link": caught("err instanceof JsonWebTokenError", 500, "jwt.verify(req.params.token, secret);", 'get("/reset/:token"'),
      "a token in the content": caught('err.name === "TokenExpiredError"', 400, "jwt.verify(req.body.token, secret);", 'post("/users/verify"'),

      // Other uses, other rules, no server's answer.
      "a webhook": caught("err instanceof ZodError", 500, update, 'post("/webhooks/users"'),
      "a success, which another rule reports": caught('err.code === "P2002"', 200),
      "a success in the content": caught('err.code === "P2002"', 500).replace('{ error: "No" }', "{ success: true }"),
      "an answer that is on its way": caught('res.headersSent && err.code === "P2002"', 500),
      "a client": 'try { await fetch("/users"); } catch (err) { if (err.name === "AbortError") show(500); }',
    }),
    "400 for a duplicate": caught('err.code === "P2002"', 400),
    "400 for a large file": caught('err.code === "LIMIT_FILE_SIZE"', 400),
    "422 where it is the convention for a conflict": { code: caught('err.code === "P2002"', 422), settings: { conventions: { conflict: 422 } }, options: all },
  },
  reports: {
    "a duplicate of Prisma": told('err.code === "P2002"', 500, [409]),
    "a duplicate of MongoDB": told("err.code === 11000", 500, [409]),
    "a duplicate of PostgreSQL": told('err.code === "23505"', 500, [409]),
    "a duplicate that only the message tells": {
      code: worded("err.code === 11000", 500), at: "res.status(500).json({ error: message })", messageId: "server", data: { title: titleOf(500), quote: "err.code === 11000" },
    },
    "a duplicate where 422 is the convention": told('err.code === "P2002"', 500, [422], { settings: { conventions: { conflict: 422 } } }),
    "a record that is missing": told('err.code === "P2025"', 500, [404]),
    "bad input of Zod": told("err instanceof ZodError", 500, [400]),
    "bad input of Zod, of a namespace": told("err instanceof z.ZodError", 500, [400]),
    "bad input of Mongoose": told('err.name === "ValidationError"', 500, [400]),
    "bad input where both are the convention": told("err instanceof ZodError", 500, [400, 422], { settings: { conventions: { validation: "either" } } }),
    "a malformed identifier": told('err.name === "CastError"', 500, [400]),
    "a large file": told('err.code === "LIMIT_FILE_SIZE"', 500, [413]),
    "a token": told("err instanceof JsonWebTokenError", 500, [401]),
    "a token of either kind": told('err.name === "JsonWebTokenError" || err.name === "TokenExpiredError"', 500, [401]),
    "a text of JSON": told("err instanceof SyntaxError", 500, [400], { attempt: parse }),
    "a text of JSON where 422 is the convention": told("err instanceof SyntaxError", 500, [400], { attempt: parse, settings: { conventions: { validation: 422 } } }),
    "a file that the client names": told('err.code === "ENOENT"', 500, [404], { attempt: "text = await readFile(req.params.id);" }),
    "an error and its code": told('err instanceof PrismaClientKnownRequestError && err.code === "P2002"', 500, [409], { quote: 'err.code === "P2002"' }),
    "a case of a switch": {
      code: on(put, `try { ${update} } catch (err) { switch (err.code) { case "P2002": return res.status(500).end(); default: throw err; } } res.end();`),
      at: "res.status(500).end()", messageId: "server", data: { title: titleOf(500), quote: '"P2002"' },
      cures: [{
        tier: "evident", messageId: "answer", data: { title: titleOf(409) },
        output: on(put, `try { ${update} } catch (err) { switch (err.code) { case "P2002": return res.status(409).end(); default: throw err; } } res.end();`),
      }],
    },
    "an error handler": {
      code: 'import express from "express"; express().use((err, req, res, next) => { if (err.type === "entity.parse.failed") return res.status(500).end(); next(err); });',
      at: "res.status(500).end()", messageId: "server", data: { title: titleOf(500), quote: 'err.type === "entity.parse.failed"' },
      cures: [{
        tier: "evident", messageId: "answer", data: { title: titleOf(400) },
        output: 'import express from "express"; express().use((err, req, res, next) => { if (err.type === "entity.parse.failed") return res.status(400).end(); next(err); });',
      }],
    },
    "a malformed identifier in an error handler": {
      code: 'import express from "express"; express().use((err, req, res, next) => { if (err.name === "CastError") return res.status(500).end(); next(err); });',
      at: "res.status(500).end()", messageId: "server", data: { title: titleOf(500), quote: 'err.name === "CastError"' },
      cures: [{
        tier: "evident", messageId: "answer", data: { title: titleOf(400) },
        output: 'import express from "express"; express().use((err, req, res, next) => { if (err.name === "CastError") return res.status(400).end(); next(err); });',
      }],
    },
    "a middleware that verifies": {
      code: 'import express from "express"; const verifyToken = (req, res, next) => { try { jwt.verify(req.headers.authorization, secret); next(); } catch (err) { if (err instanceof JsonWebTokenError) return res.status(500).end(); next(err); } }; express().get("/a", verifyToken, show);',
      at: "res.status(500).end()", messageId: "server", data: { title: titleOf(500), quote: "err instanceof JsonWebTokenError" },
      cures: [{
        tier: "evident", messageId: "answer", data: { title: titleOf(401) },
        output: 'import express from "express"; const verifyToken = (req, res, next) => { try { jwt.verify(req.headers.authorization, secret); next(); } catch (err) { if (err instanceof JsonWebTokenError) return res.status(401).end(); next(err); } }; express().get("/a", verifyToken, show);',
      }],
    },
    "a made answer": {
      code: route("PUT", 'try { await save(await request.json()); } catch (err) { if (err instanceof ZodError) return NextResponse.json({ error: "No" }, { status: 500 }); throw err; } return NextResponse.json({});'),
      filename: routeFile, at: 'NextResponse.json({ error: "No" }, { status: 500 })', messageId: "server", data: { title: titleOf(500), quote: "err instanceof ZodError" },
      cures: [{
        tier: "evident", messageId: "answer", data: { title: titleOf(400) },
        output: route("PUT", 'try { await save(await request.json()); } catch (err) { if (err instanceof ZodError) return NextResponse.json({ error: "No" }, { status: 400 }); throw err; } return NextResponse.json({});'),
      }],
    },

    // The client is not to blame.
    "a database out of reach": told('err.code === "P1001"', 400, [503], { messageId: "client", tier: "choice" }),
    "another server out of reach": told('err.code === "ECONNREFUSED"', 404, [502], { messageId: "client", tier: "choice", attempt: 'const rates = await fetch("https://rates.example");' }),
    "another server that is slow": told('err.name === "TimeoutError"', 408, [504], { messageId: "client", tier: "choice", attempt: 'const rates = await fetch("https://rates.example");' }),

    // Other client errors, when they are checked.
    "400 for a duplicate, client errors checked": told('err.code === "P2002"', 400, [409], { options: all }),
    "400 for a large file, client errors checked": told('err.code === "LIMIT_FILE_SIZE"', 400, [413], { options: all }),
    "403 for bad input, client errors checked": told("err instanceof ZodError", 403, [400], { options: all }),
    "400 for a record that is missing, client errors checked": told('err.code === "P2025"', 400, [404], { options: all }),
    "400 for a token, client errors checked": told("err instanceof JsonWebTokenError", 400, [401], { options: all }),
  },
});
