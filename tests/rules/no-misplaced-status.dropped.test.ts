/** Functions that answer for handlers, take a status and never set it. */
import { rule } from "../../src/rules/no-misplaced-status.ts";
import { run } from "../support/rule-tester.ts";
import { on } from "../support/handlers.ts";

const send = (parameters: string, statements: string): string => `export function send(${parameters}) { ${statements} }`;
const takes = (statements: string): string => send("res, statusCode, message, data = null", statements);
const answer = "res.json({ success: statusCode < 300, message, data })";
const dropped = (name: string) => ({ messageId: "dropped", data: { title: "200 OK", name } });
const set = (tier: "evident" | "choice", name: string, output: string) => ({ tier, messageId: "set", data: { name }, output });

const statements: Readonly<Record<string, string>> = {
  "a status that is set": "res.status(statusCode).json({ message });",
  "a status that is assigned": "res.statusCode = statusCode; res.json({ message });",
  "a head": "res.writeHead(statusCode); res.end(message);",
  "a status alone": "res.sendStatus(statusCode);",
  "a status that is set on some path": "if (statusCode !== 200) res.status(statusCode); res.json({ message });",
  "a status of its own on some path": "if (statusCode >= 500) return res.status(500).json({ message }); res.json({ message });",
  "a status of its own": "res.status(200).json({ statusCode, message });",
  "a status by another name": "const code = statusCode; res.status(code).json({ message });",
  "a status in an inner function": "const tell = () => res.status(statusCode); tell(); res.json({ message });",
  "a carrier by another name": "const response = res; response.status(statusCode); response.json({ message });",
  "a chain that goes on elsewhere": "const response = res.type('json'); response.status(statusCode).json({ message });",
  "a carrier that somebody else gets": "prepare(res, statusCode); res.json({ message });",
  "a carrier that somebody else gets without it": "prepare(res); res.json({ message, statusCode });",
  "a carrier in a record": "prepare({ res, statusCode }); res.json({ message });",
  "a carrier that is given back": "res.json({ message }); return { res, statusCode };",
  "another function that answers": "reply(res, { message, statusCode });",
  "a word of the project": "res.respond(statusCode, { message });",
  "a word of the project beside the answer": "res.prepare(statusCode); res.json({ message });",
  "the carrier of the request": "message.req.res.status(statusCode); res.json({ message });",
  "a note for others": "res.locals.status = statusCode; res.json({ message });",
  "a status in the place of another word": "res.status = statusCode; res.json({ message });",
  "a status before the content": "res.json(statusCode, { message });",
  "a status behind the content": "res.json({ message }, statusCode);",
  "a status as content": "res.send(statusCode);",
  "a redirect": "res.redirect(statusCode, message);",
  "a field": "res.set('X-Status', statusCode).json({ message });",
  "a status that is handed out": "res.json({ message }); return statusCode;",
  "a status that is counted": "metrics.count(statusCode); res.json({ message });",
  "a status that is kept": "last.status = statusCode; res.json({ message });",
  "a status that an object elsewhere gets": "Object.assign(data, { statusCode }); res.json({ message, data });",
  "a status that is thrown": "if (statusCode >= 500) throw new Failure(statusCode); res.json({ message });",
  "a status that changes": "statusCode = statusCode || 200; res.json({ message });",
  "a status that was set before": "res.json({ message, status: res.statusCode, statusCode });",
  "a path that answers nothing": "if (statusCode !== 204) res.json({ message });",
  "no answer": "console.log(res, statusCode, message);",
  "an answer in pieces": "res.write(message); res.end('');",
};

run(rule, {
  silent: {
    ...Object.fromEntries(Object.entries(statements).map(([name, written]) => [name, takes(written)])),

    "a state of another thing": send("res, status, orders", "res.json({ status, orders });"),
    "a status in words": send("res, status, message", "res.json({ status, message });") + " export const fail = (res, message) => send(res, 'error', message);",
    "a flag": send("res, status, message", "res.json({ message });") + " export const fail = (res, message) => send(res, false, message);",
    "a number that is no status": send("res, status, message", "res.json({ message });") + " export const fail = (res, message) => send(res, 0, message);",
    "a default that is no status": send("res, message, status = 'success'", "res.json({ status, message });"),
    "a code of the application": send("res, code, message", "res.json({ code, message });"),
    "a code that nobody gives": send("res, code, message", "res.json({ message });"),
    "codes of the application in calls": send("res, code, message", "res.json({ code, message });") + " export const fail = (res, message) => send(res, 1001, message);",
    "an envelope with codes like statuses": send("res, code, message", "res.json({ code, message });") + " export const fail = (res, message) => send(res, 404, message);",
    "a code beside a status": send("res, status, code, message", "res.status(status).json({ code, message });"),
    "a type that is no number": { code: send("res, statusCode: string, message: string", "res.json({ statusCode, message });"), filename: "reply.ts" },
    "a type of the project": { code: send("res, status: OrderStatus, orders: Order[]", "res.json({ status, orders });"), filename: "reply.ts" },
    "options": send("res, { statusCode, message }", "res.json({ message });"),

    "a carrier by no name that tells one": "export function send(target, statusCode, message) { target.json({ message }); }",
    "the carrier of another framework": "export function send(reply, statusCode, message) { reply.send({ message }); }",
    "the global Response": { code: "export async function send(res: Response, statusCode: number) { res.json({ statusCode }); }", filename: "reply.ts" },
    "what a client got": "export async function check(res, statusCode) { const body = await res.json(); assert(body.statusCode === statusCode); }",
    "a file of another framework": `import Fastify from "fastify"; ${takes(`${answer};`)}`,
    "a framework that the settings forbid": { code: takes(`${answer};`), settings: { frameworks: { express: false, "node-http": false } } },
    "a function that the settings tell": { code: takes(`${answer};`), settings: { helpers: { "Reply.send": { code: 200 } } } },

    "a function that is wrapped": `${takes(`${answer};`)} export const reply = withStatus(send);`,
    "a function in a wrapper": `export const send = withStatus((res, statusCode, message) => { res.json({ message }); });`,
    "a function that is handed in": `createServer({ send(res, statusCode, message) { res.json({ message }); } });`,
    "a function without a name": `export const sender = (format) => (res, statusCode, message) => { res.json(format(message)); };`,
    "a method of a subclass": `export class Reply extends Base { send(res, statusCode, message) { res.json({ message }); } }`,
    "a method of an interface": { code: `export class Reply implements Base { send(res, statusCode: number, message: string) { res.json({ message }); } }`, filename: "reply.ts" },
    "callers that set it themselves": `${takes(`${answer};`)} export function missing(res, message) { res.status(404); send(res, 404, message); }`,
    "callers that set it in the call": `${takes(`${answer};`)} export const missing = (res, message) => send(res.status(404), 404, message);`,
    "handlers that set it themselves": `
      import express from "express";
      function send(res, statusCode, message) { res.json({ statusCode, message }); }
      express().get("/", (req, res) => { res.status(404); send(res, 404, "No user"); });
    `,
    "a handler": on('get("/users"', "const statusCode = 404; res.json({ statusCode });"),
    "a handler of parameters": "export function load(req, res, next, statusCode) { res.json({ statusCode }); }",
    "a handler with a default for tests": "export function show(req, res, statusCode = 200) { res.json({ user: req.user }); }",
    "an error handler": `import express from "express"; express().use((error, req, res, next) => { const { statusCode } = error; res.json({ statusCode }); });`,
  },
  reports: {
    "a status that tells only the content": {
      code: takes(`${answer};`), at: answer, ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("res.status(statusCode).json({ success: statusCode < 300, message, data });"))],
    },
    "a status that nothing reads": {
      code: takes("return res.json({ message });"), at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("return res.status(statusCode).json({ message });"))],
    },
    "a status that is logged": {
      code: takes("console.log(`${statusCode}`); logger.info({ statusCode }); res.json({ message });"), at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("console.log(`${statusCode}`); logger.info({ statusCode }); res.status(statusCode).json({ message });"))],
    },
    "content that is made before": {
      code: takes("const body = { ok: statusCode < 400 }; body.message = message; Object.assign(body, data && { data }); res.set('A', 'b'); res.json({ ...body }); res.end();"),
      at: "res.json({ ...body })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("const body = { ok: statusCode < 400 }; body.message = message; Object.assign(body, data && { data }); res.set('A', 'b'); res.status(statusCode).json({ ...body }); res.end();"))],
    },
    "content of a class": {
      code: takes("return res.type('json').send(new ApiResponse(statusCode, message));"), at: "res.type('json').send(new ApiResponse(statusCode, message))", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("return res.type('json').status(statusCode).send(new ApiResponse(statusCode, message));"))],
    },
    "two answers": {
      code: takes("if (data) return res.json({ data }); return res.json({ message });"), at: "res.json({ data })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("if (data) return res.status(statusCode).json({ data }); return res.status(statusCode).json({ message });"))],
    },
    "an answer to a failure of its own": {
      code: takes("try { res.json(describe(data)); } catch (error) { res.json({ message }); }"), at: "res.json(describe(data))", ...dropped("statusCode"),
      cures: [set("choice", "statusCode", takes("try { res.status(statusCode).json(describe(data)); } catch (error) { res.status(statusCode).json({ message }); }"))],
    },
    "a branch for each status": {
      code: takes("switch (statusCode) { case 404: return res.json({ message }); default: return res.json(data); }"), at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("switch (statusCode) { case 404: return res.status(statusCode).json({ message }); default: return res.status(statusCode).json(data); }"))],
    },
    "a member of a frozen object": {
      code: "export default Object.freeze({ send(res, statusCode, message) { res.json({ message }); } });", at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", "export default Object.freeze({ send(res, statusCode, message) { res.status(statusCode).json({ message }); } });")],
    },
    "a status that a call leaves out": {
      code: `${send("res, statusCode, message", "res.json({ message });")} export const done = (res) => send(res);`, at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("choice", "statusCode", `${send("res, statusCode, message", "res.status(statusCode).json({ message });")} export const done = (res) => send(res);`)],
    },
    "a page": {
      code: takes("res.render('error', { message, statusCode });"), at: "res.render('error', { message, statusCode })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", takes("res.status(statusCode).render('error', { message, statusCode });"))],
    },
    "a status that may be left out": {
      code: send("res, message, statusCode", "res.json({ message });"), at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("choice", "statusCode", send("res, message, statusCode", "res.status(statusCode).json({ message });"))],
    },
    "a status with a default": {
      code: send("res, message, statusCode = 500", "res.json({ message });"), at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", send("res, message, statusCode = 500", "res.status(statusCode).json({ message });"))],
    },
    "another name": {
      code: send("response, httpStatus, error", "response.json({ error });"), at: "response.json({ error })", ...dropped("httpStatus"),
      cures: [set("evident", "httpStatus", send("response, httpStatus, error", "response.status(httpStatus).json({ error });"))],
    },
    "a status that is compared": {
      code: send("res, status, message", "res.json({ success: status < 400, message });"), at: "res.json({ success: status < 400, message })", ...dropped("status"),
      cures: [set("evident", "status", send("res, status, message", "res.status(status).json({ success: status < 400, message });"))],
    },
    "a status that calls give": {
      code: `${send("res, status, message", "res.json({ status, message });")} export const missing = (res, message) => send(res, 404, message);`,
      at: "res.json({ status, message })", ...dropped("status"),
      cures: [set("evident", "status", `${send("res, status, message", "res.status(status).json({ status, message });")} export const missing = (res, message) => send(res, 404, message);`)],
    },
    "a code that calls give": {
      code: `${send("res, code, message", "res.json({ message });")} export const missing = (res, message) => send(res, 404, message);`,
      at: "res.json({ message })", ...dropped("code"),
      cures: [set("evident", "code", `${send("res, code, message", "res.status(code).json({ message });")} export const missing = (res, message) => send(res, 404, message);`)],
    },
    "a method and its siblings": {
      code: `
        class Reply {
          static send(res, status, message) { res.json({ status, message }); }
          static missing(res, message) { this.send(res, 404, message); }
        }
        module.exports = Reply;
      `,
      filename: "reply.js",
      at: "res.json({ status, message })", ...dropped("status"),
      cures: [set("evident", "status", `
        class Reply {
          static send(res, status, message) { res.status(status).json({ status, message }); }
          static missing(res, message) { this.send(res, 404, message); }
        }
        module.exports = Reply;
      `)],
    },
    "a member of a module": {
      code: `exports.send = (res, statusCode, message) => res.json({ message });`, filename: "reply.cjs",
      at: "res.json({ message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", `exports.send = (res, statusCode, message) => res.status(statusCode).json({ message });`)],
    },
    "a type of the framework": {
      code: `
        import type { Response } from "express";
        export default class Reply {
          send(answer: Response, status: number, message?: string): void { answer.json({ message }); }
        }
      `,
      filename: "reply.ts",
      at: "answer.json({ message })", ...dropped("status"),
      cures: [set("evident", "status", `
        import type { Response } from "express";
        export default class Reply {
          send(answer: Response, status: number, message?: string): void { answer.status(status).json({ message }); }
        }
      `)],
    },
    "an optional status": {
      code: `
        import type { Response } from "express";
        export const send = (res: Response, message: string, status?: number) => res.json({ message });
      `,
      filename: "reply.ts",
      at: "res.json({ message })", ...dropped("status"),
      cures: [set("choice", "status", `
        import type { Response } from "express";
        export const send = (res: Response, message: string, status?: number) => res.status(status).json({ message });
      `)],
    },
    "a server of Node.js": {
      code: `
        import http from "node:http";
        function send(res, statusCode, data) {
          res.end(JSON.stringify(data));
        }
        http.createServer((req, res) => {
          send(res, 404, { error: "No user" });
        });
      `,
      at: "res.end(JSON.stringify(data))", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", `
        import http from "node:http";
        function send(res, statusCode, data) {
          res.statusCode = statusCode;
          res.end(JSON.stringify(data));
        }
        http.createServer((req, res) => {
          send(res, 404, { error: "No user" });
        });
      `)],
    },
    "a function beside its handler": {
      code: on('get("/users"', 'send(res, 404, "No user");', " const send = (res, statusCode, message) => res.json({ success: statusCode < 300, message });"),
      at: "res.json({ success: statusCode < 300, message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", on('get("/users"', 'send(res, 404, "No user");', " const send = (res, statusCode, message) => res.status(statusCode).json({ success: statusCode < 300, message });"))],
    },
    "a function with a request": {
      code: `export function send(req, res, statusCode, message) { res.json({ path: req.path, message }); }`,
      at: "res.json({ path: req.path, message })", ...dropped("statusCode"),
      cures: [set("evident", "statusCode", `export function send(req, res, statusCode, message) { res.status(statusCode).json({ path: req.path, message }); }`)],
    },
  },
});
