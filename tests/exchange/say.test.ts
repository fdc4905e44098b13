import { describe, expect, it } from "vitest";
import type { Change, Edit, Response } from "../../src/exchange/model.ts";
import { endpoint, lineOf } from "./handler.ts";
import { read } from "./source.ts";

const apply = (text: string, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((after, { range: [start, end], text: put }) => after.slice(0, start) + put + after.slice(end), text);

const responses = (text: string): readonly Response[] => read(text).flatMap((exchange) => exchange.responses);

/** What the text becomes when its `index`-th response is said anew, or undefined. */
function said(text: string, change: Change, index = 0): string | undefined {
  const edits = responses(text)[index]!.say(change);
  return edits && apply(text, edits);
}

const inner = (text: string | undefined): string | undefined => text?.match(/=> \{\n([^]*)\n\}\);\n$/)?.[1];
const saidIn = (statements: string, change: Change, index = 0): string | undefined => inner(said(endpoint(statements), change, index));

const server = (statements: string): string => `const http = require("node:http");\nhttp.createServer((req, res) => {\n  ${statements}\n});\n`;

const statuses = [200, 201, 204, 304, 400, 404, 422, 500, 503];

const forms: readonly string[] = [
  `res.json({ id: 1 });`,
  `res.send("text");`,
  `res.end("text");`,
  `return res.json({ id: 1 });`,
  `res.status(202).json({ id: 1 });`,
  `res.status(202).send("text");`,
  `res.status(202).end();`,
  `res.sendStatus(202);`,
  `res.status(202); res.json({ id: 1 });`,
  `res.statusCode = 202; res.json({ id: 1 });`,
  `res.writeHead(202, { "X-A": "1" }); res.end("text");`,
  `res.writeHead(202).end();`,
  `res.set("X-A", "1").status(202).json({ id: 1 });`,
  `res.set("X-A", "1").json({ id: 1 });`,
  `if (!ok) return res.status(202).json({ id: 1 }); next();`,
  `const status = 202; res.status(status).json({ id: 1 });`,
  `res.status("202").json({ id: 1 });`,
  `res.render("index");`,
  `res.sendFile(path);`,
  `ok ? res.json({ id: 1 }) : next();`,
  `res\n    .set("X-A", "1")\n    .json({ id: 1 });`,
];

const serverForms: readonly string[] = [
  `res.end("text");`,
  `res.statusCode = 202; res.end("text");`,
  `res.writeHead(202); res.end("text");`,
  `res.writeHead(202, { "X-A": "1" }).end("text");`,
  `if (ok) { res.end("text"); }`,
];

describe.each([["Express", endpoint, forms], ["node:http", server, serverForms]] as const)("what %s is told anew is read as told", (_name, program, samples) => {
  describe.each(samples)("%s", (statements) => {
    it.each(statuses)("with %i", (status) => {
      const text = program(statements);
      const after = said(text, { status });
      if (after === undefined) return expect.fail("it cannot be said");
      const [before] = responses(text);
      const read = responses(after);
      expect(read).toHaveLength(1);
      expect(read[0]!.status).toMatchObject({ code: status });
      expect(read[0]!.content.node?.type).toBe(before!.content.node?.type);
      expect([...read[0]!.fields]).toEqual([...before!.fields]);
    });
  });

  const emptied = samples.filter((statements) => !/render|sendFile|sendStatus/.test(statements));
  it.each(emptied)("without content: %s", (statements) => {
    const text = program(statements);
    const after = said(text, { content: "none" });
    const [response, ...others] = responses(after!);
    expect(others).toEqual([]);
    expect(response!.content).toMatchObject({ shape: "none", present: false, isWritten: false });
    expect(response!.status.codes).toEqual(responses(text)[0]!.status.codes);
  });

  it.each(samples.filter((statements) => !/render|sendFile/.test(statements)))("as 204 without content: %s", (statements) => {
    const after = said(program(statements), { status: 204, content: "none" });
    expect(responses(after!).map(({ status, content }) => [status.code, content.present])).toEqual([[204, false]]);
  });
});

describe("how a change is written", () => {
  it.each([
    [`res.json({ id: 1 });`, { status: 201 }, `res.status(201).json({ id: 1 });`],
    [`return res.status(200).json({ id: 1 });`, { status: 201 }, `return res.status(201).json({ id: 1 });`],
    [`res.status(200); res.json({ id: 1 });`, { status: 201 }, `res.status(201); res.json({ id: 1 });`],
    [`res.sendStatus(200);`, { status: 204 }, `res.sendStatus(204);`],
    [`res.status(204).json({ id: 1 });`, { content: "none" }, `res.status(204).end();`],
    [`res.json({ id: 1 });`, { status: 204, content: "none" }, `res.status(204).end();`],
    [`const status = 200; res.status(status).json({ id: 1 });`, { status: 201 }, `const status = 200; res.status(201).json({ id: 1 });`],
    [`res.status(ok ? 200 : 200).json({ id: 1 });`, { status: 200 }, undefined],
    [`res.status(200).set("X-A", "1").send("a");`, { content: "none" }, `res.status(200).set("X-A", "1").end();`],
    [`res.status(200 as number).json({ id: 1 });`.replace(" as number", ""), { status: 404 }, `res.status(404).json({ id: 1 });`],
  ] as const)("%s under %o", (statements, change, after) => {
    expect(saidIn(statements, change)).toBe(after);
  });

  it("keeps the constants of a library", () => {
    const text = `const { StatusCodes } = require("http-status-codes"); const app = require("express")(); app.get("/", (req, res) => { res.status(StatusCodes.OK).json({}); });`;
    expect(said(text, { status: 404 })).toBe(text.replace("StatusCodes.OK", "StatusCodes.NOT_FOUND"));
  });

  it("keeps the constants of a namespace", () => {
    const text = `import * as codes from "http-status-codes"; import express from "express"; express().get("/", (req, res) => { res.status(codes.StatusCodes.OK).json({}); });`;
    expect(said(text, { status: 404 })).toBe(text.replace("StatusCodes.OK", "StatusCodes.NOT_FOUND"));
  });

  it("keeps the style of the file where no status was written", () => {
    const text = `
      const httpStatus = require("http-status"); const app = require("express")();
      app.get("/a", (req, res) => { res.status(httpStatus.OK).json({}); });
      app.post("/a", (req, res) => { res.json({ id: 1 }); });
    `;
    expect(said(text, { status: 201 }, 1)).toBe(text.replace("res.json({ id: 1 })", "res.status(httpStatus.CREATED).json({ id: 1 })"));
  });

  it("keeps an own object", () => {
    const text = `const codes = Object.freeze({ fine: 200, missing: 404 }); const app = require("express")(); app.get("/", (req, res) => { res.status(codes.fine).json({}); });`;
    expect(said(text, { status: 404 })).toBe(text.replace("codes.fine)", "codes.missing)"));
  });

  it("keeps an own enum", () => {
    const text = `enum Code { Fine = 200, Missing = 404 } const app = require("express")(); app.get("/", (req, res) => { res.status(Code.Fine).json({}); });`;
    const [response] = read(text, { language: "ts" }).flatMap((exchange) => exchange.responses);
    expect(apply(text, response!.say({ status: 404 })!)).toBe(text.replace("Code.Fine)", "Code.Missing)"));
  });

  it("writes a number where the own object has no name for it", () => {
    const text = `const codes = { fine: 200 }; const app = require("express")(); app.get("/", (req, res) => { res.status(codes.fine).json({}); });`;
    expect(said(text, { status: 404 })).toBe(text.replace("codes.fine)", "404)"));
  });

  it("writes a name that is no identifier in brackets", () => {
    const text = `const codes = { "ok": 200, "not-found": 404 }; const app = require("express")(); app.get("/", (req, res) => { res.status(codes.ok).json({}); });`;
    expect(said(text, { status: 404 })).toBe(text.replace("codes.ok)", `codes["not-found"])`));
  });

  it("does not use constants that are not in reach", () => {
    const text = `
      const app = require("express")();
      app.get("/a", (req, res) => { const { StatusCodes } = require("http-status-codes"); res.status(StatusCodes.OK).json({}); });
      app.get("/b", (req, res) => { res.json({ id: 1 }); });
    `;
    expect(said(text, { status: 201 }, 1)).toBe(text.replace("res.json({ id: 1 })", "res.status(201).json({ id: 1 })"));
  });

  it("writes node's status in a statement before", () => {
    expect(said(server(`res.end("a");`), { status: 404 })).toBe(server(`res.statusCode = 404;\n  res.end("a");`));
  });

  it("names the carrier as the code does", () => {
    const text = `const app = require("express")(); app.get("/", (request, response) => { response.json({}); });`;
    expect(said(text, { status: 201 })).toBe(text.replace("response.json", "response.status(201).json"));
  });
});

describe("what cannot be said", () => {
  const unsayable: readonly (readonly [name: string, statements: string, change: Change])[] = [
    ["a delivery that feeds two answers", `if (!ok) res.status(400); res.json({ id });`, { content: "none" }],
    ["a status that feeds two deliveries", `res.status(202); if (ok) return res.json({ id }); res.json([]);`, { status: 201 }],
    ["a status with alternatives", `res.status(ok ? 200 : 404).json({ id });`, { status: 201 }],
    ["a constant that feeds two answers", `const status = ok ? 200 : 400; res.status(status).json(ok ? { id } : { error: "x" });`, { status: 201 }],
    ["content with an effect", `res.status(204).json(await remove(id));`, { content: "none" }],
    ["content with an effect inside", `res.status(204).json({ count: counter++ });`, { content: "none" }],
    ["content that calls", `res.status(204).json({ at: stamp() });`, { content: "none" }],
    ["content that is assigned", `res.status(204).json(last = { id });`, { content: "none" }],
    ["content that a tag makes", "res.status(204).send(sql`delete`);", { content: "none" }],
    ["content that constructs", `res.status(204).json(new Report());`, { content: "none" }],
    ["content with a spread of unknown getters", `res.status(204).json({ ...load() });`, { content: "none" }],
    ["streamed content", `res.write("a"); res.end();`, { content: "none" }],
    ["a piped stream", `file.pipe(res);`, { content: "none" }],
    ["a status after the head", `res.flushHeaders(); res.end("a");`, { status: 404 }],
    ["a status that an error brings", `res.status(err.status || 500).json({ error: "x" });`, { status: 404 }],
    ["a redirect without a status", `res.redirect("/a");`, { status: 301 }],
    ["a status that a call computes", `res.status(statusOf(req)).json({ id });`, { status: 404 }],
    ["a status that is awaited", `res.status(await statusOf(req)).json({ id });`, { status: 404 }],
    ["a status that counts", `res.status(codes[turn++]).json({ id });`, { status: 404 }],
    ["an optional call", `res?.json({ id });`, { status: 404 }],
  ];
  it.each(unsayable)("%s", (_name, statements, change) => {
    const found = responses(endpoint(statements));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((response) => response.say(change))).toEqual(found.map(() => undefined));
  });

  it("cannot write node's status where no statement stands", () => {
    expect(responses(server(`ok && res.end("a");`))[0]!.say({ status: 404 })).toBeUndefined();
    expect(responses(server(`if (ok) res.end("a");`))[0]!.say({ status: 404 })).toBeUndefined();
  });

  it("leaves the default alone that another path overrides", () => {
    const [written, byDefault] = responses(endpoint(`if (!ok) res.status(400); res.json({ id });`));
    expect(written!.say({ status: 422 })).toHaveLength(1);
    expect(byDefault!.say({ status: 201 })).toBeUndefined();
  });

  it.each([
    `res["json"]({ id: 1 });`, `(res.json)({ id: 1 });`, `res["status"](200)["json"]({ id: 1 });`, `(res).json({ id: 1 });`, `(res.status(200)).json(({ id: 1 }));`,
    `res.json({ id: 1 }, );`, `res.status((200)).json({ id: 1 });`, `await res.json({ id: 1 });`, `void res.json({ id: 1 });`, `log(), res.json({ id: 1 });`,
    `if (ok) res.json({ id: 1 }); else next();`, `for (const a of as) { return res.json({ id: 1 }); } next();`,
  ])("leaves a program that can be read: %s", (statements) => {
    for (const change of [{ status: 204 }, { content: "none" }, { status: 204, content: "none" }] as const) {
      const after = said(endpoint(statements), change);
      if (after !== undefined) expect(() => responses(after)).not.toThrow();
    }
  });

  it("touches one answer only", () => {
    const text = endpoint(`if (!ok) return res.status(400).json({ error: "x" }); res.status(200).json({ id: 1 });`);
    const lines = (source: string) => responses(source).map(lineOf);
    expect(lines(text)).toEqual(["400 failure", "200 resource"]);
    expect(lines(said(text, { status: 422 }, 0)!)).toEqual(["422 failure", "200 resource"]);
    expect(lines(said(text, { status: 201 }, 1)!)).toEqual(["400 failure", "201 resource"]);
  });

  it("keeps comments inside what it drops in mind", () => {
    const text = endpoint(`res.status(204).json(/* the old one */ { id: 1 });`);
    expect(said(text, { content: "none" })).toBeUndefined();
  });
});
