import { describe, expect, it } from "vitest";
import { linesOf } from "./handler.ts";
import { read } from "./source.ts";

type Program = readonly [name: string, source: string];

const answer = `res.status(404).json({ error: "missing" });`;
const imported = `import express from "express"; const app = express();`;
const required = `const express = require("express"); const app = express();`;

const registered: readonly Program[] = [
  ["import", `${imported} app.get("/", (req, res) => { ${answer} });`],
  ["require", `${required} app.get("/", (req, res) => { ${answer} });`],
  ["require, called at once", `const app = require("express")(); app.get("/", (req, res) => { ${answer} });`],
  ["a namespace import", `import * as express from "express"; const app = express(); app.get("/", (req, res) => { ${answer} });`],
  ["Router by name", `import { Router } from "express"; const users = Router(); users.get("/", (req, res) => { ${answer} });`],
  ["Router renamed", `import { Router as Make } from "express"; const users = new Make(); users.get("/", (a, b) => { b.status(404).json({ error: "missing" }); });`],
  ["Router of the default", `${imported} const users = express.Router({ mergeParams: true }); users.get("/", (req, res) => { ${answer} });`],
  ["Router destructured", `const { Router } = require("express"); const users = Router(); users.get("/", (req, res) => { ${answer} });`],
  ["Router of require", `const users = require("express").Router(); users.get("/", (req, res) => { ${answer} });`],
  ["a route without a variable", `import express from "express"; express().get("/", (req, res) => { ${answer} }).listen(1);`],
  ["parameters of any name", `${imported} app.get("/", (a, b) => { b.status(404).json({ error: "missing" }); });`],
  ["parameters that are unused", `${imported} app.get("/", (_, res) => { ${answer} });`],
  ["a destructured request", `${imported} app.get("/", ({ params }, res) => { ${answer} });`],
  ["a default parameter", `${imported} app.get("/", (req, res = fallback) => { ${answer} });`],
  ["a function expression", `${imported} app.get("/", function (req, res) { ${answer} });`],
  ["an async function", `${imported} app.get("/", async (req, res) => { ${answer} });`],
  ["an arrow without a block", `${imported} app.get("/", (req, res) => res.status(404).json({ error: "missing" }));`],
  ["a list of handlers", `${imported} app.get("/", [check, (req, res) => { ${answer} }]);`],
  ["the last of several handlers", `${imported} app.get("/", check, validate, (req, res) => { ${answer} });`],
  ["a list of routes", `${imported} app.get(["/a", "/b"], (req, res) => { ${answer} });`],
  ["a regular expression as route", `${imported} app.get(/^\\/a/, (req, res) => { ${answer} });`],
  ["a template as route", "import express from 'express'; const app = express(); app.get(`${base}/a`, (req, res) => { " + answer + " });"],
  ["a route in a constant", `${imported} const path = "/a"; app.get(path, (req, res) => { ${answer} });`],
  ["route().get()", `${imported} app.route("/a").get((req, res) => { ${answer} });`],
  ["route().get().post()", `${imported} app.route("/a").get(list).post((req, res) => { ${answer} });`],
  ["a chain of registrations", `${imported} app.get("/a", list).post("/a", (req, res) => { ${answer} });`],
  ["use without a route", `${imported} app.use((req, res) => { ${answer} });`],
  ["use with a route", `${imported} app.use("/a", (req, res) => { ${answer} });`],
  ["all", `${imported} app.all("*", (req, res) => { ${answer} });`],
  ["a router as parameter", `module.exports = (app) => { app.get("/", (req, res) => { ${answer} }); };`],
  ["a router made in a function", `${required} function routes() { const router = express.Router(); router.get("/", (req, res) => { ${answer} }); return router; }`],
  ["a router in a class", `${imported} class Server { app = express(); start() { this.app.get("/", (req, res) => { ${answer} }); } }`],
  ["node:http", `import { createServer } from "node:http"; createServer((req, res) => { res.statusCode = 404; res.end(); });`],
  ["http.createServer", `const http = require("http"); http.createServer((req, res) => { res.writeHead(404); res.end(); }).listen(1);`],
  ["createServer with options", `import https from "node:https"; https.createServer(options, (req, res) => { res.writeHead(404); res.end(); });`],
  ["server.on('request')", `import http from "node:http"; const server = http.createServer(); server.on("request", (req, res) => { res.writeHead(404); res.end(); });`],
];

const named: readonly Program[] = [
  ["a function below", `${imported} app.get("/", show); function show(req, res) { ${answer} }`],
  ["a constant", `${imported} const show = (req, res) => { ${answer} }; app.get("/", show);`],
  ["an object", `${imported} const users = { show(req, res) { ${answer} } }; app.get("/", users.show);`],
  ["a static method", `${imported} class Users { static show(a, b) { b.status(404).json({ error: "missing" }); } } app.get("/", Users.show);`],
  ["a method of an instance", `${imported} class Users { show(a, b) { b.status(404).json({ error: "missing" }); } } const users = new Users(); app.get("/", users.show);`],
  ["a bound method", `${imported} class Users { show(a, b) { b.status(404).json({ error: "missing" }); } } const users = new Users(); app.get("/", users.show.bind(users));`],
  ["this.x", `${imported} class Users { constructor() { app.get("/", this.show); } show(a, b) { b.status(404).json({ error: "missing" }); } }`],
  ["this.x.bind(this)", `${imported} class Users { constructor() { app.get("/", this.show.bind(this)); } show(a, b) { b.status(404).json({ error: "missing" }); } }`],
  ["a class property", `${imported} class Users { show = (a, b) => { b.status(404).json({ error: "missing" }); }; start() { app.get("/", this.show); } }`],
  ["exports.x", `${required} exports.show = (a, b) => { b.status(404).json({ error: "missing" }); }; app.get("/", exports.show);`],
  ["a member assigned later", `${required} const users = {}; users.show = (a, b) => { b.status(404).json({ error: "missing" }); }; app.get("/", users.show);`],
  ["a wrapper around a name", `${imported} const show = (a, b) => { b.status(404).json({ error: "missing" }); }; app.get("/", asyncHandler(show));`],
  ["a wrapper in the place", `${imported} app.get("/", asyncHandler(async (a, b) => { b.status(404).json({ error: "missing" }); }));`],
  ["a wrapper in the declaration", `${imported} const show = catchAsync(async (a, b) => { b.status(404).json({ error: "missing" }); }); app.get("/", show);`],
  ["a wrapper with arguments", `${imported} app.get("/", validate(schema)((a, b) => { b.status(404).json({ error: "missing" }); }));`],
  ["a route object", `routes.push({ method: "get", path: "/a", handler: (req, res) => { ${answer} } });`],
];

const unregistered: readonly Program[] = [
  ["exports.x", `exports.show = async (req, res) => { ${answer} };`],
  ["module.exports = fn", `module.exports = (req, res) => { ${answer} };`],
  ["module.exports = { … }", `module.exports = { show(req, res) { ${answer} }, hide: async (req, res) => {} };`],
  ["an exported function", `export async function show(req, res) { ${answer} }`],
  ["an exported constant", `export const show = async (req, res) => { ${answer} };`],
  ["a default export", `export default function (req, res) { ${answer} }`],
  ["a wrapper", `export const show = asyncHandler(async (req, res) => { ${answer} });`],
  ["a wrapper that is exported", `exports.show = catchAsync(async (req, res, next) => { ${answer} });`],
  ["a class method", `class Users { async show(req, res) { ${answer} } }`],
  ["a static class method", `class Users { static async show(req, res) { ${answer} } }`],
  ["a class property", `class Users { show = async (req, res) => { ${answer} }; }`],
  ["a factory", `export const guard = (role) => (req, res, next) => { if (!role) return res.status(403).end(); next(); };`],
  ["request and response", `export const show = (request, response) => { response.status(404).json({ error: "missing" }); };`],
  ["an unused request", `export const show = (_req, res) => { ${answer} };`],
  ["an error handler", `export const onError = (err, req, res, next) => { res.status(500).json({ error: "x" }); };`],
  ["an error handler that leaves next out of use", `module.exports = function (error, _req, res, _next) { res.status(500).json({ error: "x" }); };`],
  ["a registration on a name that tells", `router.get("/", (request, response) => { response.status(404).end(); });`],
  ["a registration on a member", `this.router.post("/", (req, res) => { ${answer} });`],
];

describe.each([["registrations", registered], ["handlers by name", named], ["handlers without a registration", unregistered]] as const)(
  "%s", (_theme, programs) => {
    it.each(programs)("%s", (_name, source) => {
      const lines = linesOf(read(source));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^(?:40[34]|500) /);
    });
  });

describe("several handlers", () => {
  it("reads each of a registration", () => {
    const exchanges = read(`${imported} app.get("/", (req, res, next) => { next(); }, (req, res) => { ${answer} });`);
    expect(exchanges.map(({ role }) => role)).toEqual(["middleware", "endpoint"]);
  });

  it("reads each link of a route", () => {
    const exchanges = read(`${imported} app.route("/a").get((req, res) => res.json([])).post((req, res) => res.status(201).end()).delete((req, res) => res.sendStatus(204));`);
    expect(exchanges.map(({ method, route }) => [method, route])).toEqual([["GET", "/a"], ["POST", "/a"], ["DELETE", "/a"]]);
  });

  it("reads a handler once, wherever it is handed to", () => {
    const exchanges = read(`${imported} const show = (req, res) => { ${answer} }; app.get("/a", show); app.get("/b", show);`);
    expect(exchanges).toHaveLength(1);
  });

  it("knows the name of each", () => {
    const exchanges = read(`
      exports.one = (req, res) => { ${answer} };
      const two = wrap(async (req, res) => { ${answer} });
      class Users { three(req, res) { ${answer} } static four = (req, res) => { ${answer} }; }
      module.exports = { five: (req, res) => { ${answer} }, "six": wrap((req, res) => { ${answer} }) };
      function seven(req, res) { ${answer} }
    `);
    expect(exchanges.map(({ name }) => name)).toEqual(["one", "two", "three", "four", "five", "six", "seven"]);
  });
});
