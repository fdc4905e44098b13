/** How long the limit lasts that refused a request, as far as the code tells. */
import { afterEach, describe, expect, it } from "vitest";
import { exchangesOf } from "../support/read.ts";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";

let project: Project | undefined;

afterEach(() => { project?.remove(); project = undefined; });

const refuse = 'return res.status(429).json({ error: "Slow down" });';

const application = (statements: string, before = ""): string => `
import express from "express";
${before}
express().post("/login", async (req, res, next) => {
  ${statements}
  next();
});`;

/** Of each 429, in the order of the source; with other files if there are any. */
function windowsOf(code: string, files: Readonly<Record<string, string>> = {}): (number | undefined)[] {
  const hasOthers = Object.keys(files).length > 0;
  if (hasOthers) project = projectOf(files);
  const exchanges = project ? project.read("src/login.js", code) : exchangesOf(code);
  return exchanges.flatMap(({ responses }) => responses.filter(({ status }) => status.code === 429).map(({ window }) => window));
}

const upstash = 'import { Ratelimit } from "@upstash/ratelimit";';
const limiter = 'import { RateLimiter } from "limiter";';
const flexible = 'import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";';
const asked = (limit: string): string => `const { success } = await ${limit}; if (!success) ${refuse}`;
const left = (options: string): [statements: string, before: string] =>
  [`const remaining = await limiter.removeTokens(1); if (remaining < 0) ${refuse}`, `${limiter} const limiter = new RateLimiter(${options});`];
const consumed = (options: string, clause = `catch (error) { if (error instanceof RateLimiterRes) ${refuse} throw error; }`): [statements: string, before: string] =>
  [`try { await limiter.consume(req.ip); } ${clause}`, `${flexible} const limiter = new RateLimiterMemory(${options});`];

/** A counter of the project's own, asked by a handler. */
const counted = (body: string, constants = "const WINDOW = 60 * 1000;"): [statements: string, before: string] =>
  [`if (isRateLimited(req.ip)) ${refuse}`, `${constants} function isRateLimited(key) { const now = Date.now(); const entry = entries.get(key); ${body} return ++entry.count > 5; }`];
const counting = (constants: string, body: string, name = "rateLimiter"): string => `
import express from "express";
${constants}
const ${name} = (req, res, next) => {
  const now = Date.now();
  const entry = entries.get(req.ip);
  ${body}
  if (entry.count > 5) ${refuse}
  next();
};
express().use(${name});`;

describe("no window is known", () => {
  it.each<[what: string, statements: string, before?: string]>([
    ["without a limiter", `if (tries > 5) ${refuse}`],
    ["of a text that is a key", asked('ratelimit.limit("10 s")')],
    ["of a text of another call", asked('cache(5, "30 s").take(key)')],
    ["of a text beside the limiter", `const window = "30 s"; ${asked("ratelimit.limit(key)")}`],
    ["of a number without a unit", asked("ratelimit(5, 30).limit(key)")],
    ["of an option without a unit", asked("ratelimit({ limit: 5, window: 30 }).limit(key)")],
    ["of an option that says something else", asked('ratelimit({ limit: 5, timeout: "5 s" }).limit(key)')],
    ["of a text without a unit", asked('ratelimit(5, "30").limit(key)')],
    ["of a text with more words", asked('ratelimit(5, "30 s or so").limit(key)')],
    ["of no time at all", asked("ratelimit({ windowMs: 0 }).limit(key)")],
    ["of two durations", asked('ratelimit(5, "30 s", "1 h").limit(key)')],
    ["of a time that run time knows beside one that it need not", asked('ratelimit({ windowMs: config.window, blockDuration: "1 h" }).limit(key)')],
    ["of many that are asked together, if some are not seen", `const [a] = await Promise.all([...checks(), ratelimit(5, "30 s").limit(key)]); if (!a.success) ${refuse}`],
    ["of a spread", asked("ratelimit(...limits).limit(key)")],
    ["of a name that gets another value", `let window = "30 s"; if (req.user) window = "1 m"; ${asked("ratelimit(5, window).limit(key)")}`],
    ["of a result that gets another value", `let ok = await ratelimit(5, "30 s").limit(key); ok = await ratelimit(5, "1 m").limit(key); if (!ok) ${refuse}`],
    ["where the request passed the limit", `const { success } = await ratelimit(5, "30 s").limit(key); if (success) { if (isFull()) ${refuse} }`],
    ["where the limit is not reached", `if (!(await isRateLimited(key, "30 s"))) ${refuse}`],
    ["where much is left", `const { remaining } = await ratelimit(5, "30 s").limit(key); if (remaining < 3) ${refuse}`],
    ["where something is left", `const { remaining } = await ratelimit(5, "30 s").limit(key); if (remaining > 0) ${refuse}`],
    ["of two limits", `const [one, two] = [5, 6]; const a = await ratelimit(one, "30 s").limit(key); const b = await ratelimit(two, "1 m").limit(key); if (!a.success || !b.success) ${refuse}`],
    ["of a limit beside another reason", `const { success } = await ratelimit(5, "30 s").limit(key); if (!success || isFull()) ${refuse}`],
    ["of a limit beside one that is not known", `const a = await ratelimit(5, "30 s").limit(key); const b = await ratelimit.limit(key); if (!a.success || !b.success) ${refuse}`],
    ["of a limiter that is asked on some paths", `let ok = true; if (req.user) ok = await ratelimit(5, "30 s").limit(key); if (!ok) ${refuse}`],
    ["of a class that is told something else as well", `const { allowed } = await limits.checkRateLimit(req.ip, { windowMs: 60_000 }); if (!allowed) ${refuse}`, "const limits = new RateLimiter(options);"],
    ["of a class that is told nothing", `const { allowed } = await limits.check(req.ip); if (!allowed) ${refuse}`, "const limits = new RateLimiter();"],
    ["of a class of the project's own", `const { allowed } = new RateLimiter({ interval: 10000 }).check(req.ip); if (!allowed) ${refuse}`],
    ["of limits that never end", ...consumed("{ points: 5, duration: 0 }")],
    ["of a limit that run time knows", ...consumed("{ points: 5, duration: config.duration }")],
    ["of options that are spread", ...consumed("{ ...shared, points: 5, duration: 60 }")],
    ["of options that come from elsewhere", ...consumed("options")],
    ["of a block that run time knows", ...consumed("{ points: 5, duration: 60, blockDuration: config.block }")],
    ["of a union of limiters", `try { await both.consume(req.ip); } catch (error) { if (error instanceof RateLimiterRes) ${refuse} }`,
      'import { RateLimiterMemory, RateLimiterRes, RateLimiterUnion } from "rate-limiter-flexible"; const both = new RateLimiterUnion(new RateLimiterMemory({ points: 1, duration: 1 }), new RateLimiterMemory({ points: 5, duration: 60 }));'],
    ["of an error that somebody else may throw", `try { await limiter.consume(req.ip); await search(); } catch (error) { if (error.status === 429) ${refuse} throw error; }`, consumed("{ points: 5, duration: 60 }")[1]],
    ["of an interval with an unknown name", ...left('{ tokensPerInterval: 5, interval: "fortnight" }')],
    ["of a limiter that is told itself", `const limiter = rateLimit({ limiter, window: limiter }); if (!limiter.check()) ${refuse}`],
    ["of a time that is made of itself", `const time = time * 2; ${asked("ratelimit({ windowMs: time }).limit(key)")}`],
    ["of a counter in Redis whose time run time knows", ...counted("redis.expire(key, seconds);")],
    ["of a counter in Redis with two times", ...counted("redis.expire(key, 60); redis.expire(`${key}:day`, 86400);")],
    ["of a key in Redis that another function lets expire", `if (isOver(req.ip)) ${refuse}`, "const isOver = (key) => { redis.expire(key, 60); return true; };"],
    ["of a counter that asks no clock", ...counted("if (!entry) return false;")],
    ["of a counter with two times", ...counted("if (now - entry.start > WINDOW) reset(key); if (now - entry.last < 1000) return true;")],
    ["of a counter whose time run time knows", ...counted("if (now - entry.start > WINDOW) reset(key);", "const WINDOW = Number(process.env.WINDOW);")],
    ["of a counter whose sum run time knows", ...counted("if (now > entry.end) entry.end = now + WINDOW;", "const WINDOW = config.window;")],
    ["of a counter in seconds", ...counted("if (Math.floor(now / 1000) - entry.start > 60) reset(key);")],
    ["of another function that asks the clock", `if (isOver(req.ip)) ${refuse}`, "function isOver(key) { return Date.now() - entries.get(key) < 60 * 1000; }"],
    ["of a limiter that asks itself", `if (isRateLimited(req.ip)) ${refuse}`, "function isRateLimited(key) { return isRateLimited(key); }"],
  ])("%s", (_, statements, before) => {
    expect(windowsOf(application(statements, before))).toEqual([undefined]);
  });

  it.each<[what: string, code: string]>([
    ["by its name", counting("", "if (now > entry.end) entry.end = now + 60_000;", "guard")],
    ["by one time", counting("", "if (now > entry.end) entry.end = now + 60_000; if (now - swept > 300_000) sweep(now);")],
    ["by a time that the source knows", counting("const WINDOW = config.window;", "if (now > entry.end) entry.end = now + WINDOW;")],
  ])("of a handler that is no limiter %s", (_, code) => {
    expect(windowsOf(code)).toEqual([undefined]);
  });

  it("under another status", () => {
    const [exchange] = exchangesOf(application('const { success } = await check(5, "30 s"); if (!success) return res.status(403).end();'));
    expect(exchange?.responses.map(({ window }) => window)).toEqual([undefined]);
  });
});

describe("the window is known", () => {
  it.each<[what: string, seconds: number, statements: string, before?: string]>([
    ["of a duration that the limiter is given", 30, asked('ratelimit(5, "30 s").limit(key)')],
    ["of minutes", 300, asked('ratelimit(5, "5 minutes").limit(key)')],
    ["without a space", 3600, asked('ratelimit(5, "1h").limit(key)')],
    ["of less than a second", 1, asked('ratelimit(5, "500 ms").limit(key)')],
    ["of more than whole seconds", 2, asked('ratelimit(5, "1500 ms").limit(key)')],
    ["of a constant", 60, asked("ratelimit(5, WINDOW).limit(key)"), 'const WINDOW = "1 m";'],
    ["of a member of a constant", 60, asked("ratelimit(5, limits.login.window).limit(key)"), 'const limits = { login: { window: "1 m" } };'],
    ["of an option in words", 60, asked('rateLimit(req.ip, { max: 5, window: "1 m" })')],
    ["of an option that names its unit", 60, asked("rateLimit(req.ip, { max: 5, windowMs: 60_000 })")],
    ["of an option in seconds", 60, asked("rateLimit(req.ip, { max: 5, windowSeconds: 60 })")],
    ["of a product", 900, asked("rateLimit(req.ip, { max: 5, windowMs: 15 * 60 * 1000 })")],
    ["of a product of constants", 900, asked("rateLimit(req.ip, { max: 5, windowMs: 15 * MINUTE })"), "const MINUTE = 60 * 1000;"],
    ["of a product that tells its unit", 900, asked("rateLimit(req.ip, 5, 15 * 60 * 1000)")],
    ["of a policy", 60, asked('checkRateLimit({ policy: policies.login, key })'), 'const policies = { login: { attempts: 5, window: "1 m", prefix: "1 h" } };'],
    ["of a parameter that names its unit", 60, asked("checkRateLimit(req.ip, 5, 60)"), "async function checkRateLimit(key, limit, windowSeconds) { return store.check(key, limit, windowSeconds); }"],
    ["of what a parameter is without", 60, asked("checkRateLimit(req.ip)"), 'const checkRateLimit = async (key, limit = 5, window = "1 m") => store.check(key, limit, window);'],
    ["of a function that a limiter makes", 60, `if (!isWithin(req.ip)) ${refuse}`, "const isWithin = createRateLimiter({ max: 5, windowMs: 60_000 });"],
    ["of a method that is told it", 60, `const { allowed } = await limits.checkRateLimit(req.ip, { windowMs: 60_000 }); if (!allowed) ${refuse}`, "const limits = new RateLimiter({ store });"],
    ["of a result", 30, `const result = await ratelimit(5, "30 s").limit(key); if (!result.success) ${refuse}`],
    ["of a result that is false", 30, `const { success } = await ratelimit(5, "30 s").limit(key); if (success === false) ${refuse}`],
    ["of a result that is not true", 30, `const { success } = await ratelimit(5, "30 s").limit(key); if (success !== true) ${refuse}`],
    ["of a name for a name", 30, `const { success } = await ratelimit(5, "30 s").limit(key); const ok = success; if (!ok) ${refuse}`],
    ["of a call in the condition", 30, `if (!(await checkRateLimit(key, "30 s"))) ${refuse}`],
    ["of a member of a call in the condition", 30, `if (!(await checkRateLimit(key, "30 s")).ok) ${refuse}`],
    ["of a call that tells the refusal", 30, `if (await isRateLimited(key, "30 s")) ${refuse}`],
    ["of a flag that tells the refusal", 30, `const { limited } = await rateLimit(key, "30 s"); if (limited) ${refuse}`],
    ["where nothing is left", 30, `const { remaining } = await rateLimit(key, "30 s"); if (remaining <= 0) ${refuse}`],
    ["behind another condition", 30, `if (isProduction) { ${asked('ratelimit(5, "30 s").limit(key)')} }`],
    ["beside a limiter that need not be there", 30, `if (limiter && !(await limiter.limit(key)).success) ${refuse}`, `${upstash} const limiter = url ? new Ratelimit({ limiter: Ratelimit.slidingWindow(5, "30 s") }) : null;`],
    ["of two limits that last as long", 30, `const a = await ratelimit(5, "30 s").limit(ip); const b = await ratelimit(9, "30 s").limit(user); if (!a.success || !b.success) ${refuse}`],

    ["of Upstash", 10, asked("ratelimit.limit(key)"), `${upstash} const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, "10 s"), prefix: "1 h" });`],
    ["of a bucket of Upstash", 10, asked("ratelimit.limit(key)"), `${upstash} const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.tokenBucket(5, "10 s", 20) });`],
    ["of one of many of Upstash", 86_400, asked("limiters.signup.limit(key)"), `${upstash} const limiters = { login: new Ratelimit({ limiter: Ratelimit.fixedWindow(5, "1 m") }), signup: new Ratelimit({ limiter: Ratelimit.fixedWindow(5, "1 d") }) };`],
    ["of limiter, in milliseconds", 10, ...left("{ tokensPerInterval: 5, interval: 10000, fireImmediately: true }")],
    ["of limiter, in a word", 3600, ...left('{ tokensPerInterval: 5, interval: "hour", fireImmediately: true }')],
    ["of limiter, as an argument", 60, `if (!limiter.tryRemoveTokens(1)) ${refuse}`, `${limiter} const limiter = new RateLimiter(5, "minute", true);`],
    ["of rate-limiter-flexible", 60, ...consumed("{ points: 5, duration: 60 }")],
    ["of what it blocks for", 600, ...consumed("{ points: 5, duration: 60, blockDuration: 600 }")],
    ["of what it does not block for", 60, ...consumed("{ points: 5, duration: 60, blockDuration: 0 }")],
    ["of a product of seconds", 900, ...consumed("{ points: 5, duration: 15 * 60 }")],
    ["of an error of its own beside others", 60, `try { await limiter.consume(req.ip); await search(); } catch (error) { if (error instanceof RateLimiterRes) ${refuse} throw error; }`, consumed("{ points: 5, duration: 60 }")[1]],
    ["of a rejected promise", 60, `limiter.consume(req.ip).then(() => next()).catch((error) => { if (error instanceof RateLimiterRes) ${refuse} next(error); }); return;`, consumed("{ points: 5, duration: 60 }")[1]],
    ["of all that is tried", 60, ...consumed("{ points: 5, duration: 60 }", `catch (error) { if (error.consumedPoints) ${refuse} throw error; }`)],

    ["of a counter that holds an age against it", 60, ...counted("if (!entry || now - entry.start > WINDOW) { reset(key, now); return false; }")],
    ["of a counter that keeps the age", 60, ...counted("const age = now - entry.start; if (WINDOW <= age) reset(key, now);")],
    ["of a counter that keeps its end", 60, ...counted("if (!entry || now > entry.end) { entries.set(key, { count: 1, end: now + WINDOW }); return false; }")],
    ["of a counter that filters", 60, ...counted("const times = entry.times.filter((time) => time > now - WINDOW);")],
    ["of a counter that asks a new date", 60, ...counted("if (new Date().getTime() - entry.start > WINDOW) reset(key);")],
    ["of a counter in Redis", 60, ...counted("redis.expire(key, 60);")],
    ["of a counter in Redis, in milliseconds", 60, ...counted("redis.multi().incr(key).pexpire(key, WINDOW).exec();")],
    ["of a counter with a result", 60, `const { allowed } = checkRateLimit(req.ip); if (!allowed) ${refuse}`, "const checkRateLimit = (key) => ({ allowed: Date.now() - entries.get(key) > 60_000 });"],
    ["of a function that asks a limiter", 10, `if (!(await checkRateLimit(req.ip))) ${refuse}`,
      `${upstash} const limits = new Ratelimit({ limiter: Ratelimit.slidingWindow(10, "10 s") }); async function checkRateLimit(key) { const { success } = await limits.limit(key); return success; }`],
    ["of a function that hands back what a limiter says", 10, `const { success } = await checkRateLimit(req.ip); if (!success) ${refuse}`,
      `${upstash} const limits = new Ratelimit({ limiter: Ratelimit.slidingWindow(10, "10 s") }); const checkRateLimit = (key) => { return limits.limit(key); };`],
    ["of a function that is what a limiter says", 10, `const { success } = await checkRateLimit(req.ip); if (!success) ${refuse}`,
      `${upstash} const limits = new Ratelimit({ limiter: Ratelimit.slidingWindow(10, "10 s") }); const checkRateLimit = (key) => limits.limit(key);`],
  ])("%s", (_, seconds, statements, before) => {
    expect(windowsOf(application(statements, before))).toEqual([seconds]);
  });

  it.each<[what: string, code: string]>([
    ["keeps the end", counting("const WINDOW = 60 * 1000;", "if (!entry || now > entry.end) { entries.set(req.ip, { count: 1, end: now + WINDOW }); return next(); }")],
    ["holds an age against it", counting("", "if (now - entry.start > 60_000) entries.delete(req.ip);")],
    ["counts in Redis", counting("", "redis.incr(req.ip); redis.expire(req.ip, 60);")],
    ["is made by a limiter", `const rateLimit = (max) => (req, res, next) => { if (Date.now() - entries.get(req.ip) < 60_000) ${refuse} next(); }; import express from "express"; express().use(rateLimit(5));`],
  ])("of a handler that limits by itself and %s", (_, code) => {
    expect(windowsOf(code)).toEqual([60]);
  });

  it("of each limit of those that are asked together", () => {
    const together = 'const [a, { success }] = await Promise.all([ratelimit(5, "30 s").limit(ip), ratelimit(9, "1 h").limit(user)]);';
    expect(windowsOf(application(`${together} if (!a.success) ${refuse} if (!success) ${refuse}`))).toEqual([30, 3600]);
  });

  it("of each limit its own", () => {
    const second = 'const { success: isFew } = await ratelimit(50, "1 d").limit(user); if (!isFew)';
    expect(windowsOf(application(`${asked('ratelimit(5, "30 s").limit(key)')} ${second} ${refuse}`))).toEqual([30, 86_400]);
  });

  it("of a limit that is answered with another status", () => {
    const [exchange] = exchangesOf(application('const { success } = await ratelimit(5, "30 s").limit(key); if (!success) return res.status(503).end();'));
    expect(exchange?.responses.map(({ window }) => window)).toEqual([30]);
  });

  it("of a limiter in another file", () => {
    const files = { "src/limits.js": `${upstash}\nexport const ratelimit = new Ratelimit({ limiter: Ratelimit.slidingWindow(10, "10 s") });` };
    expect(windowsOf(application(asked("ratelimit.limit(key)"), 'import { ratelimit } from "./limits.js";'), files)).toEqual([10]);
  });

  it("of a time in another file", () => {
    const files = { "src/limits.js": "const MINUTE = 60 * 1000;\nexport const limits = { login: { max: 5, windowMs: 15 * MINUTE } };" };
    expect(windowsOf(application(asked("checkRateLimit(req.ip, limits.login)"), 'import { limits } from "./limits.js";'), files)).toEqual([900]);
  });

  it("of a counter in another file", () => {
    const files = { "src/limits.js": "const WINDOW = 60_000;\nexport function isRateLimited(key) { const entry = entries.get(key); return Date.now() - entry.start < WINDOW && ++entry.count > 5; }" };
    expect(windowsOf(application(`if (isRateLimited(req.ip)) ${refuse}`, 'import { isRateLimited } from "./limits.js";'), files)).toEqual([60]);
  });

  it("of the parameter of a function in another file", () => {
    const files = { "src/limits.js": "export async function rateLimit(key, limit, windowMs) { return store.hit(key, limit, windowMs); }" };
    expect(windowsOf(application(asked("rateLimit(req.ip, 5, 60_000)"), 'import { rateLimit } from "./limits.js";'), files)).toEqual([60]);
  });
});
