/** A field that is said anew stands in the bytes: the edits of `say` are made, and the changed program runs. */
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/exchange/model.ts";
import { exchangesOf } from "../support/read.ts";
import { ask, PATIENCE } from "./client.ts";
import { express, nodeHttp } from "./dialects.ts";

const apply = (text: string, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((after, { range: [start, end], text: put }) => after.slice(0, start) + put + after.slice(end), text);

const endpoint = (statements: string): string => `
const app = require("express")();
app.get("/", (req, res) => {
  ${statements}
});
module.exports = app;
`;

const server = (statements: string): string => `
module.exports = require("node:http").createServer((req, res) => {
  ${statements}
});
`;

const inBoth = [
  `res.end("a");`,
  `res.statusCode = 404; res.end();`,
  `res.setHeader("X-A", "1"); res.end("a");`,
  `res.writeHead(404); res.end("a");`,
  `res.writeHead(404, "No").end();`,
  `res.writeHead(404, { "X-A": "1" }).end();`,
  `res.writeHead(404, "No", { "X-A": "1" }); res.end();`,
];

const inExpress = [
  `res.json({ id: 1 });`, `res.status(404).send("a");`, `res.sendStatus(404);`, `res.set("X-A", "1").status(404).json({});`, `res.status(404); return res.end();`,
];

describe.each([[nodeHttp, server, inBoth], [express, endpoint, [...inBoth, ...inExpress]]] as const)("$name", (dialect, program, forms) => {
  describe.each(dialect.majors)("%s", { timeout: 3 * PATIENCE }, (major) => {
    it.each(forms)("%s", async (statements) => {
      const text = program(statements);
      const [response] = exchangesOf(text, { framework: dialect.name, ...(major !== undefined && { major }) }).flatMap(({ responses }) => responses);
      const edits = response!.say({ status: 429, fields: { "Retry-After": "60", Allow: "GET, POST" } });
      const running = await dialect.run(apply(text, edits!), major);
      try {
        const { status, headers } = await ask(running.port, {}, PATIENCE);
        expect([status, headers["retry-after"], headers["allow"]]).toEqual([429, "60", "GET, POST"]);
        expect(headers["x-a"]).toBe(statements.includes("X-A") ? "1" : undefined);
      } finally {
        await running.close();
      }
    });
  });
});
