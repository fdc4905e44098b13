import { describe, expect, it } from "vitest";
import { linesOf } from "./handler.ts";
import { read } from "./source.ts";

type Program = readonly [name: string, source: string];

const body = `{ b.status(404).json({ error: "missing" }); }`;

const typed: readonly Program[] = [
  ["import { Response }", `import { Request, Response } from "express"; export const show = (a: Request, b: Response) => ${body};`],
  ["import type { Response }", `import type { Response } from "express"; export const show = (a, b: Response) => ${body};`],
  ["import { type Response }", `import { type Response } from "express"; export const show = (a, b: Response) => ${body};`],
  ["a renamed type", `import type { Response as Answer } from "express"; export const show = (a, b: Answer) => ${body};`],
  ["express.Response", `import express from "express"; export const show = (a: express.Request, b: express.Response) => ${body};`],
  ["express.Response of a namespace", `import * as express from "express"; export const show = (a, b: express.Response) => ${body};`],
  ["express.Response of import type", `import type express from "express"; export const show = (a, b: express.Response) => ${body};`],
  ["express.Response of import = require", `import express = require("express"); export const show = (a, b: express.Response) => ${body};`],
  ["import('express').Response", `export const show = (a, b: import("express").Response) => ${body};`],
  ["type arguments", `import type { Response } from "express"; export const show = (a, b: Response<User>) => ${body};`],
  ["an intersection", `import type { Response } from "express"; export const show = (a, b: Response & { locals: Locals }) => ${body};`],
  ["the core types", `import type { Response } from "express-serve-static-core"; export const show = (a, b: Response) => ${body};`],
  ["only the request", `import type { Request } from "express"; export const show = (a: Request, b) => ${body};`],
  ["RequestHandler on a constant", `import type { RequestHandler } from "express"; export const show: RequestHandler = (a, b) => ${body};`],
  ["RequestHandler with type arguments", `import type { RequestHandler } from "express"; export const show: RequestHandler<Params> = async (a, b, c) => ${body};`],
  ["RequestHandler on a member", `import type { RequestHandler } from "express"; class Users { show: RequestHandler = (a, b) => ${body}; }`],
  ["RequestHandler through a wrapper", `import type { RequestHandler } from "express"; export const show: RequestHandler = wrap(async (a, b) => ${body});`],
  ["RequestHandler by satisfies", `import type { RequestHandler } from "express"; export const show = ((a, b) => ${body}) satisfies RequestHandler;`],
  ["RequestHandler by as", `import type { RequestHandler } from "express"; export const show = ((a, b) => ${body}) as RequestHandler;`],
  ["RequestHandler as a return type", `import type { RequestHandler } from "express"; export const only = (role: string): RequestHandler => (a, b) => ${body};`],
  ["express.RequestHandler", `import express from "express"; export const show: express.RequestHandler = (a, b) => ${body};`],
  ["a typed parameter property list", `import type { Response } from "express"; class Users { async show(this: Users, a: unknown, b: Response): Promise<void> ${body} }`],
  ["JSDoc on a parameter", `/** @param {import('express').Response} b */ export const show = (a, b) => ${body};`],
  ["JSDoc in several lines", `/**\n * Shows.\n * @param {import("express").Request} a\n * @param {import("express").Response} b - the answer\n */\nexport function show(a, b) ${body}`],
  ["JSDoc with a name", `/** @param {express.Response} b */ exports.show = (a, b) => ${body};`],
  ["JSDoc on a method", `class Users { /** @param {import('express').Response} b */ show(a, b) ${body} }`],
  ["JSDoc of a handler", `/** @type {import('express').RequestHandler} */ const show = (a, b) => ${body};`],
  ["JSDoc of a handler on exports", `/** @type {import('express').RequestHandler} */ exports.show = async (a, b) => ${body};`],
  ["JSDoc of a handler with type arguments", `/** @type {import('express').RequestHandler<Params>} */ const show = (a, b) => ${body};`],
];

describe("types that prove a handler", () => {
  it.each(typed)("%s", (_name, source) => {
    const exchanges = read(source, { language: "ts" });
    expect(exchanges.map(({ framework }) => framework)).toEqual(["express"]);
    expect(linesOf(exchanges)).toEqual(["404 failure"]);
  });

  it("knows an error handler by its type", () => {
    const source = `import type { ErrorRequestHandler } from "express"; export const onError: ErrorRequestHandler = (a, x, b, d) => { b.status(500).end(); };`;
    expect(read(source, { language: "ts" })).toMatchObject([{ role: "error-handler" }]);
  });

  it("knows node's own response", () => {
    const source = `import type { ServerResponse } from "node:http"; export const show = (a: unknown, b: ServerResponse) => { b.statusCode = 404; b.end(); };`;
    const exchanges = read(source, { language: "ts" });
    expect(exchanges.map(({ framework }) => framework)).toEqual(["node-http"]);
    expect(linesOf(exchanges)).toEqual(["404 none"]);
  });

  it("does not take another package's type of that name", () => {
    const source = `import type { Response } from "undici"; export const show = (req, res: Response) => { res.status(404).json({}); };`;
    expect(read(source, { language: "ts" })).toEqual([]);
  });

  it("does not take a local type of that name for the framework's", () => {
    const source = `interface Response { status(code: number): void } export const run = (a: string, b: Response) => { b.status(404); };`;
    expect(read(source, { language: "ts" })).toEqual([]);
  });
});

describe("Express and node side by side", () => {
  it("gives each its own handlers", () => {
    const source = `
      import express from "express";
      import http from "node:http";
      const app = express();
      app.get("/a", (req, res) => { res.status(201).json({ id: 1 }); });
      http.createServer((req, res) => { res.statusCode = 202; res.end(); });
    `;
    expect(read(source).map(({ framework }) => framework)).toEqual(["express", "node-http"]);
  });

  it("does not take an Express application for a listener of node's words alone", () => {
    const source = `import http from "node:http"; import express from "express"; const app = express(); app.get("/", (req, res) => { res.statusCode = 404; res.end(); }); http.createServer(app);`;
    expect(read(source).map(({ framework }) => framework)).toEqual(["express"]);
  });

  it("reads a bare pair with node's words alone as node's where the file names only node", () => {
    const source = `const http = require("http"); module.exports = (req, res) => { res.writeHead(404); res.end(); };`;
    expect(read(source).map(({ framework }) => framework)).toEqual(["node-http"]);
  });
});
