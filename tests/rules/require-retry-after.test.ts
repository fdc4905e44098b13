import { rule } from "../../src/rules/require-retry-after.ts";
import { server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const on = (statements: string, route = "/login"): string => `
  import express from "express";
  express().post("${route}", async (req, res, next) => {
    ${statements}
  });
`;
const limited = (statements: string): string => on(`if (tries > 5) { ${statements} } next();`);
const wide = { options: { checkCodes: [429, 503, 413] } };

const missing = (title: string) => ({ messageId: "missing", data: { title } });
const guess = (output: string) => [{ tier: "choice" as const, messageId: "guess", output }];
const set = (wait: string, output: string) => [{ tier: "choice" as const, messageId: "set", data: { wait }, output }];
const tooMany = (before: string, after: string) => ({ code: limited(`return ${before};`), at: before, ...missing("429 Too Many Requests"), cures: guess(limited(`return ${after};`)) });
const lasting = (limit: string, wait: string, seconds: number) => {
  const code = (sent: string): string => on(`const { success } = await ${limit}; if (!success) return ${sent}; next();`);
  return { code: code("res.sendStatus(429)"), at: "res.sendStatus(429)", ...missing("429 Too Many Requests"), cures: set(wait, code(`res.set("Retry-After", "${seconds}").sendStatus(429)`)) };
};
const refusing = (options: string, sent = "res.status(429).end()"): string =>
  `import { rateLimit } from "express-rate-limit"; export const limit = rateLimit({ ${options} handler: (req, res) => { ${sent}; } });`;
const unreadable = (value: string, written = JSON.stringify(value)) => ({
  code: limited(`return res.set("Retry-After", ${written}).sendStatus(429);`), at: `res.set("Retry-After", ${written}).sendStatus(429)`,
  messageId: "unreadable", data: { value: JSON.stringify(value) },
});

run(rule, {
  silent: {
    "the words of what was caught": on("try { await limit(req.ip); } catch (error) { if (error instanceof LimitError) return res.status(429).json({ error: error.message }); throw error; } next();"),
    "seconds": limited('return res.set("Retry-After", "60").sendStatus(429);'),
    "seconds as a number": limited('return res.set("Retry-After", 60).sendStatus(429);'),
    "no second": limited('return res.set("Retry-After", "0").sendStatus(429);'),
    "a date": limited('return res.set("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT").sendStatus(429);'),
    "an old date": limited('return res.set("Retry-After", "Sunday, 06-Nov-94 08:49:37 GMT").sendStatus(429);'),
    "a very old date": limited('return res.set("Retry-After", "Sun Nov  6 08:49:37 1994").sendStatus(429);'),
    "lower case": limited('return res.set("retry-after", "60").sendStatus(429);'),
    "upper case": limited('return res.set("RETRY-AFTER", "60").sendStatus(429);'),
    "a record": limited('return res.set({ "Retry-After": 60 }).sendStatus(429);'),
    "header": limited('return res.header("Retry-After", "60").sendStatus(429);'),
    "setHeader": limited('res.setHeader("Retry-After", "60"); return res.status(429).end();'),
    "append": limited('return res.append("Retry-After", "60").sendStatus(429);'),
    "a constant name": limited('const field = "Retry-After"; return res.set(field, "60").sendStatus(429);'),
    "the head": server('res.writeHead(429, { "Retry-After": "60" }); res.end();'),
    "a computed value": limited('return res.set("Retry-After", Math.ceil(wait / 1000)).sendStatus(429);'),
    "a value from a library": limited("limiter.consume(req.ip).catch((rejected) => { res.set('Retry-After', rejected.msBeforeNext / 1000); res.status(429).end(); });"),
    "some paths": limited('if (wait) res.set("Retry-After", String(wait)); return res.status(429).end();'),
    "fields from elsewhere": limited("return res.set(headers).sendStatus(429);"),
    "fields that are spread": limited('return res.set({ ...headers, "X-A": "1" }).sendStatus(429);'),
    "a head from elsewhere": server("res.writeHead(429, headers); res.end();"),
    "fields from a loop": limited("for (const [name, value] of fields) res.set(name, value); return res.sendStatus(429);"),
    "fields from a callback": limited("Object.entries(fields).forEach(([name, value]) => res.set(name, value)); return res.sendStatus(429);"),
    "a name that run time knows": limited('return res.set(name, "60").sendStatus(429);'),
    "a function that gets the response": limited("setRateLimitHeaders(res, limit); return res.sendStatus(429);"),
    "a word that somebody added": limited("return res.withRetry(60).status(429).end();"),
    "the field of the draft": limited('return res.set("RateLimit", "limit=5, remaining=0, reset=60").sendStatus(429);'),
    "the field of many services": limited('return res.set("X-RateLimit-Reset", reset).sendStatus(429);'),
    "the field of others": limited('return res.set({ "X-Rate-Limit-Reset": reset }).sendStatus(429);'),
    "a library's handler": 'import rateLimit from "express-rate-limit"; export const limit = rateLimit({ max: 5, handler: (req, res) => { res.status(429).json({ error: "Slow down" }); } });',
    "a library's handler, as a method": 'import rateLimit from "express-rate-limit"; export const limit = rateLimit({ handler(req, res) { res.status(429).end(); } });',
    "a library's handler, by name": 'import rateLimit from "express-rate-limit"; const refuse = (req, res) => { res.status(429).end(); }; export const limit = rateLimit({ handler: refuse });',
    "a library's handler, where the old fields are off and the new ones on": refusing("windowMs: 900_000, standardHeaders: true, legacyHeaders: false,"),
    "a library's handler, where a draft is chosen": refusing('windowMs: 900_000, standardHeaders: "draft-8", legacyHeaders: false,'),
    "a library's handler, where the old fields are on": refusing("windowMs: 900_000, standardHeaders: false,"),
    "a library's handler, where run time knows the fields": refusing("windowMs: 900_000, legacyHeaders: isOld,"),
    "a library's handler, where what is spread may turn them on": refusing("legacyHeaders: false, ...shared,"),
    "a handler of another library": refusing("legacyHeaders: false,").replace("express-rate-limit", "./rate-limit.js"),
    "a library's handler, as a constructor's": 'import Limiter from "limiter"; new Limiter({ onLimit: (req, res) => { res.status(429).end(); } });',
    "a library's handler, in options": 'import rateLimit from "express-rate-limit"; const options = { handler: (req, res) => { res.status(429).end(); } }; export const limit = rateLimit(options);',
    "another status": limited("return res.sendStatus(403);"),
    "a status that run time knows": limited("return res.status(error.status).end();"),
    "alternatives": limited("return res.status(isBlocked ? 403 : 429).end();"),
    "503, by default": on("res.sendStatus(503);"),
    "413, by default": on("res.sendStatus(413);"),
    "the health of the service": { ...wide, code: 'import express from "express"; express().get("/health", (req, res) => { res.sendStatus(503); });' },
    "the health of the service, by the file's name": { ...wide, filename: "routes/health.route.js", code: 'import express from "express"; express().get("/startup", (req, res) => { res.sendStatus(503); });' },
    "what is not set up": { ...wide, code: on('res.status(503).json({ message: "Search is not configured" });') },
    "a client": 'const res = await fetch("/login"); if (res.status === 429) console.log(res.headers.get("Retry-After"));',
    "a mock in a test": 'import { vi } from "vitest"; const res = { set: vi.fn(), sendStatus: vi.fn() }; res.sendStatus(429);',
    "nothing checked": { code: limited("return res.sendStatus(429);"), options: { checkCodes: [] } },
  },
  reports: {
    "words of its own for what was caught": {
      code: on("try { await limit(req.ip); } catch (error) { if (error instanceof LimitError) return res.status(429).json({ error: 'x' }); throw error; } next();"),
      at: "res.status(429).json({ error: 'x' })", ...missing("429 Too Many Requests"),
      cures: guess(on("try { await limit(req.ip); } catch (error) { if (error instanceof LimitError) return res.status(429).set(\"Retry-After\", \"60\").json({ error: 'x' }); throw error; } next();")),
    },
    "sendStatus": tooMany("res.sendStatus(429)", 'res.set("Retry-After", "60").sendStatus(429)'),
    "json": tooMany('res.status(429).json({ error: "Slow down" })', 'res.status(429).set("Retry-After", "60").json({ error: "Slow down" })'),
    "other fields": tooMany('res.set("X-A", "1").status(429).end()', 'res.set("X-A", "1").status(429).set("Retry-After", "60").end()'),
    "a middleware": {
      code: 'export const limit = async (req, res, next) => { if (await isOver(req.ip)) { res.writeHead(429, { "Content-Type": "text/plain" }); res.end("Too many"); } else { next(); } };',
      at: 'res.end("Too many")', ...missing("429 Too Many Requests"),
      cures: guess('export const limit = async (req, res, next) => { if (await isOver(req.ip)) { res.writeHead(429, { "Content-Type": "text/plain", "Retry-After": "60" }); res.end("Too many"); } else { next(); } };'),
    },
    "a server of Node.js": {
      code: server('res.statusCode = 429;\n    res.end("Too many");'),
      at: 'res.end("Too many")', ...missing("429 Too Many Requests"),
      cures: guess(server('res.statusCode = 429;\n    res.setHeader("Retry-After", "60");\n    res.end("Too many");')),
    },
    "503, when it is checked": { ...wide, code: on("res.sendStatus(503);"), at: "res.sendStatus(503)", ...missing("503 Service Unavailable"), cures: guess(on('res.set("Retry-After", "60").sendStatus(503);')) },
    "413, when it is checked": { ...wide, code: on("res.sendStatus(413);"), at: "res.sendStatus(413)", ...missing("413 Content Too Large"), cures: guess(on('res.set("Retry-After", "60").sendStatus(413);')) },
    "a limit whose window is known": lasting('ratelimit(5, "30 s").limit(req.ip)', "30 seconds", 30),
    "a limit of a moment": lasting('ratelimit(5, "500 ms").limit(req.ip)', "1 second", 1),
    "a limit whose window is not known": {
      code: on("const { success } = await ratelimit.limit(req.ip); if (!success) return res.sendStatus(429); next();"),
      at: "res.sendStatus(429)", ...missing("429 Too Many Requests"),
      cures: guess(on('const { success } = await ratelimit.limit(req.ip); if (!success) return res.set("Retry-After", "60").sendStatus(429); next();')),
    },
    "a library's handler, where its fields are off": {
      code: refusing("windowMs: 15 * 60 * 1000, legacyHeaders: false,"), at: "res.status(429).end()", ...missing("429 Too Many Requests"),
      cures: set("900 seconds", refusing("windowMs: 15 * 60 * 1000, legacyHeaders: false,", 'res.status(429).set("Retry-After", "900").end()')),
    },
    "a library's handler, where both are said to be off": {
      code: refusing("standardHeaders: false, legacyHeaders: false,"), at: "res.status(429).end()", ...missing("429 Too Many Requests"),
      cures: guess(refusing("standardHeaders: false, legacyHeaders: false,", 'res.status(429).set("Retry-After", "60").end()')),
    },
    "words": unreadable("5 minutes"),
    "a unit": unreadable("60s"),
    "a negative number": unreadable("-1", "-1"),
    "a fraction": unreadable("1.5", "1.5"),
    "an ISO date": unreadable("2026-01-01T00:00:00Z"),
    "a date in another zone": unreadable("Fri, 31 Dec 1999 23:59:59 +0100"),
    "nothing": unreadable(""),
    "a value under another status": {
      code: on('res.set("Retry-After", "soon").sendStatus(503);'), at: 'res.set("Retry-After", "soon").sendStatus(503)', messageId: "unreadable", data: { value: '"soon"' },
    },
  },
});
