import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "./source.ts";
import type { Reading } from "./source.ts";

const answer = `res.status(404).json({ error: "missing" });`;

type Program = readonly [name: string, source: string, reading?: Reading];

const clients: readonly Program[] = [
  ["fetch", `async function load() { const res = await fetch("/a"); if (!res.ok) throw new Error(); return res.json(); }`],
  ["fetch with then", `fetch("/a").then((res) => res.json()).then((data) => show(data));`],
  ["axios with then", `axios.get("/a").then((res) => { setUser(res.data); });`],
  ["axios with a callback of two", `axios.get("/a").then((req, res) => { log(res.status); });`],
  ["an interceptor", `axios.interceptors.response.use((res) => res, (err) => Promise.reject(err.response));`],
  ["supertest", `request(app).get("/a").expect(200).end((err, res) => { if (err) throw err; expect(res.status).toBe(200); });`],
  ["chai", `chai.request(server).get("/a").end((err, res) => { res.should.have.status(200); done(); });`],
  ["superagent", `agent.get("/a").end((err, res) => { cb(err, res.body); });`],
  ["superagent with a listener that ends", `agent.get("/a").end((err, res) => { res.end(); });`],
  ["http.get", `const http = require("http"); http.get("http://a", (res) => { res.on("data", log); res.statusCode; });`],
  ["http.request", `const http = require("http"); const req = http.request(options, (res) => { log(res.statusCode); }); req.end();`],
  ["request()", `request("http://a", (err, res, body) => { if (res.statusCode !== 200) return cb(err); cb(null, body); });`],
  ["got", `async function load() { const res = await got("http://a"); log(res.statusCode, res.body); }`],
  ["a loader that takes a fetch response", `export async function parse(req, res) { const body = await res.json(); return body; }`],
  ["a loader that reads text", `export async function parse(req, res) { return res.text(); }`],
  ["msw", `rest.get("/a", (req, res, ctx) => res(ctx.status(200), ctx.json({})));`],
  ["msw in a list", `const handlers = [rest.post("/a", (req, res, ctx) => { return res(ctx.status(404), ctx.json({ error: "x" })); })];`],
];

const lookalikes: readonly Program[] = [
  ["a cache with a callback", `cache.get("key", (err, conn) => { conn.end(); });`],
  ["a redis client", `client.get("key", (err, res) => { res.send(); });`],
  ["a pool", `pool.get((err, conn) => { conn.status(1); conn.end(); });`],
  ["a map", `map.get("/a", (a, b) => b.end());`],
  ["a helper with res first", `function sendError(res, statusCode, message) { res.status(statusCode).json({ message }); }`],
  ["a helper with a user first", `const sendToken = (user, statusCode, res) => { res.status(statusCode).json({ user }); };`],
  ["a helper of res and a message", `const fail = (res, message) => res.status(400).json({ message });`],
  ["a helper of res and req", `const reply = (res, req) => res.status(400).end();`],
  ["an error and a res", `function onError(err, res) { res.status(500).end(); }`],
  ["an error, a res and next", `function onError(err, res, next) { res.status(500).end(); }`],
  ["four parameters without an error", `function run(name, options, res, cb) { res.status(500).end(); }`],
  ["router.param", `const app = require("express")(); app.param("id", (req, res, next, id) => { log(id); next(); });`],
  ["one parameter", `const show = (res) => { ${answer} };`],
  ["a promise", `new Promise((res, rej) => { setTimeout(() => res.end(), 1); });`],
  ["a reducer", `const total = items.reduce((req, res) => req + res.end, 0);`],
  ["a pair that never speaks", `export const compare = (req, res) => req.id - res.id;`],
  ["app.get of a setting", `const app = require("express")(); const port = app.get("port"); log(port).end();`],
  ["a vue app", `import { createApp } from "vue"; const app = createApp(App); app.use(router); app.directive("x", (el, binding) => { el.end(); });`],
  ["an event emitter", `emitter.on("request", (a, b) => { a.status = 1; });`],
  ["an unlike signature", `export const handler = (event, context) => ({ statusCode: 200, body: "x" });`],
];

const foreign: readonly Program[] = [
  ["the global Response", `export const show = (req: Request, res: Response) => { res.json(); };`, { language: "ts" }],
  ["the global Response, spoken to", `export const show = (req: Request, res: Response) => { ${answer} };`, { language: "ts" }],
  ["FastifyReply", `import type { FastifyReply } from "fastify"; export const show = (req: FastifyRequest, res: FastifyReply) => { res.status(404).send({}); };`, { language: "ts" }],
  ["a pair beside the types of Next.js", `import type { NextPage } from "next"; export function show(req, res) { ${answer} }`, { language: "ts" }],
  ["AxiosResponse", `export const show = (req: Config, res: AxiosResponse) => { res.status(404).json({}); };`, { language: "ts" }],
  ["a Nest method", `@Controller() class Users { @Get() show(@Req() req, @Res() res) { ${answer} } }`, { language: "ts" }],
  ["Koa", `router.get("/a", async (ctx, next) => { ctx.status = 404; ctx.body = { error: "x" }; });`],
  ["Koa with json", `router.get("/a", (ctx, next) => { ctx.json({}); });`],
  ["Fastify", `import Fastify from "fastify"; const app = Fastify(); app.get("/a", (request, reply) => { reply.status(404).send({}); });`],
  ["Hono", `import { Hono } from "hono"; const app = new Hono(); app.get("/a", (c) => c.json({ error: "x" }, 404));`],
  ["restify", `const restify = require("restify"); const server = restify.createServer(); server.get("/a", (req, res, next) => { res.send(404, {}); next(); });`],
];

const themes: readonly (readonly [theme: string, programs: readonly Program[]])[] = [
  ["responses of a client", clients], ["what only looks like a handler", lookalikes], ["other frameworks", foreign],
];

describe.each(themes)(
  "%s", (_theme, programs) => {
    it.each(programs.map(([name, source, reading = {}]) => [name, source, reading] as const))("%s", (_name, source, reading) => {
      expect(read(source, reading).flatMap(({ framework, responses }) => responses.map(({ via }) => `${framework}: ${via}`))).toEqual([]);
    });
  });

describe("a bare pair in a project", () => {
  let root = "";
  const project = (name: string, dependencies: Record<string, string>): string => {
    const folder = join(root, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies }));
    return join(folder, "code.js");
  };
  const pair = `export const show = (req, res) => { ${answer} };`;

  beforeAll(() => { root = mkdtempSync(join(tmpdir(), "pairs-")); });
  afterAll(() => rmSync(root, { recursive: true }));

  it("counts where no project is", () => {
    expect(read(pair, { filename: join(root, "code.js") })).toHaveLength(1);
  });

  it("counts in a project with Express", () => {
    expect(read(pair, { filename: project("express", { express: "^5.0.0" }) })).toMatchObject([{ framework: "express", major: 5 }]);
  });

  it.each(["users copy.ts", "users copy 2.js", "users - Copy.js", "users - Copy (3).ts"])("does not count in a duplicate: %s", (name) => {
    expect(read(pair, { filename: join(root, name) })).toEqual([]);
  });

  it.each(["copy.js", "users-copy.js", "photocopy.ts"])("counts in a file that is called so: %s", (name) => {
    expect(read(pair, { filename: join(root, name) })).toHaveLength(1);
  });

  it("counts in a project that names no server", () => {
    expect(read(pair, { filename: project("library", { lodash: "^4.0.0" }) })).toHaveLength(1);
  });

  it.each(["next", "fastify", "koa", "hono", "restify", "polka", "@hapi/hapi"])("does not count in a project with %s", (name) => {
    expect(read(pair, { filename: project(`with-${name.replace(/\W/g, "")}`, { [name]: "^1.0.0" }) })).toEqual([]);
  });

  it("counts where Express stands beside another server", () => {
    expect(read(pair, { filename: project("both", { express: "^4.0.0", next: "^14.0.0" }) })).toHaveLength(1);
  });

  it("counts where the file names Express, whatever the project says", () => {
    const filename = project("unlisted", { next: "^14.0.0" });
    expect(read(`const express = require("express"); ${pair}`, { filename })).toHaveLength(1);
  });

  it("counts where the settings name Express", () => {
    const filename = project("forced", { next: "^14.0.0" });
    expect(read(pair, { filename, settings: { frameworks: { express: true } } })).toMatchObject([{ framework: "express" }]);
  });
});
