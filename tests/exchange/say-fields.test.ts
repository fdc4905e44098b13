import { describe, expect, it } from "vitest";
import type { Change, Edit, Response } from "../../src/exchange/model.ts";
import { endpoint } from "./handler.ts";
import { read } from "./source.ts";

const apply = (text: string, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((after, { range: [start, end], text: put }) => after.slice(0, start) + put + after.slice(end), text);

const responses = (text: string): readonly Response[] => read(text).flatMap((exchange) => exchange.responses);

const server = (statements: string): string => `const http = require("node:http");\nhttp.createServer((req, res) => {\n  ${statements}\n});\n`;

const allow = { fields: { Allow: "GET, POST" } };

/** What the statements become when their `index`-th response is said anew, or undefined. */
function said(program: (statements: string) => string, statements: string, change: Change = allow, index = 0): string | undefined {
  const text = program(statements);
  const edits = responses(text)[index]!.say(change);
  const [head, tail] = program("\0").split("\0") as [string, string];
  return edits && apply(text, edits).slice(head.length, -tail.length);
}

const inExpress: readonly (readonly [before: string, after: string])[] = [
  [`res.json({ id: 1 });`, `res.set("Allow", "GET, POST").json({ id: 1 });`],
  [`res.status(405).json({ id: 1 });`, `res.status(405).set("Allow", "GET, POST").json({ id: 1 });`],
  [`res.sendStatus(405);`, `res.set("Allow", "GET, POST").sendStatus(405);`],
  [`res.status(405); res.end();`, `res.status(405); res.set("Allow", "GET, POST").end();`],
  [`res.statusCode = 405; return res.send("a");`, `res.statusCode = 405; return res.set("Allow", "GET, POST").send("a");`],
  [`if (!ok) return res.status(405).end(); next();`, `if (!ok) return res.status(405).set("Allow", "GET, POST").end(); next();`],
  [`res.set("X-A", "1").status(405).end();`, `res.set("X-A", "1").status(405).set("Allow", "GET, POST").end();`],
  [`res.writeHead(405); res.end("a");`, `res.writeHead(405, { Allow: "GET, POST" }); res.end("a");`],
  [`ok ? res.sendStatus(405) : next();`, `ok ? res.set("Allow", "GET, POST").sendStatus(405) : next();`],
];

const inNode: readonly (readonly [before: string, after: string])[] = [
  [`res.end("a");`, `res.setHeader("Allow", "GET, POST");\n  res.end("a");`],
  [`res.statusCode = 405; return res.end();`, `res.statusCode = 405; res.setHeader("Allow", "GET, POST");\n  return res.end();`.replace("\n  return", `\n${" ".repeat(24)}return`)],
  [`res.setHeader("X-A", "1").end();`, `res.setHeader("Allow", "GET, POST");\n  res.setHeader("X-A", "1").end();`],
  [`res.writeHead(405); res.end("a");`, `res.writeHead(405, { Allow: "GET, POST" }); res.end("a");`],
  [`res.writeHead(405).end("a");`, `res.writeHead(405, { Allow: "GET, POST" }).end("a");`],
  [`res.writeHead(405, "No"); res.end();`, `res.writeHead(405, "No", { Allow: "GET, POST" }); res.end();`],
  [`res.writeHead(405, {}); res.end();`, `res.writeHead(405, { Allow: "GET, POST" }); res.end();`],
  [`res.writeHead(405, { "X-A": "1" }); res.end();`, `res.writeHead(405, { "X-A": "1", Allow: "GET, POST" }); res.end();`],
  [`res.writeHead(405, "No", { "X-A": "1" }); res.end();`, `res.writeHead(405, "No", { "X-A": "1", Allow: "GET, POST" }); res.end();`],
  [`if (!ok) { res.end(); }`, `if (!ok) { res.setHeader("Allow", "GET, POST");\n${" ".repeat(13)}res.end(); }`],
];

describe.each([["Express", endpoint, inExpress], ["node:http", server, inNode]] as const)("a field in %s", (_name, program, forms) => {
  it.each(forms)("%s becomes %s", (before, after) => {
    expect(said(program, before)).toBe(after);
  });

  it.each(forms)("is read as told in %s", (before) => {
    const [old] = responses(program(before));
    const [response, ...others] = responses(program(said(program, before)!));
    expect(others).toEqual([]);
    expect([...response!.fields].sort()).toEqual([...old!.fields, ["allow", "GET, POST"]].sort());
    expect(response!.status.code).toBe(old!.status.code);
    expect(response!.content.node?.type).toBe(old!.content.node?.type);
  });

  it.each(forms)("is read beside a status in %s", (before) => {
    const after = said(program, before, { status: 429, fields: { "Retry-After": "60" } });
    const [response, ...others] = responses(program(after!));
    expect(others).toEqual([]);
    expect(response!.status.code).toBe(429);
    expect(response!.fields.get("retry-after")).toBe("60");
  });
});

describe("several fields", () => {
  it("stand one after the other", () => {
    const fields = { "X-A": "1", "X-B": "2" };
    expect(said(endpoint, `res.end();`, { fields })).toBe(`res.set("X-A", "1").set("X-B", "2").end();`);
    expect(said(server, `res.end();`, { fields })).toBe(`res.setHeader("X-A", "1"); res.setHeader("X-B", "2");\n  res.end();`);
    expect(said(server, `res.writeHead(405); res.end();`, { fields })).toBe(`res.writeHead(405, { "X-A": "1", "X-B": "2" }); res.end();`);
  });

  it("follow the status", () => {
    expect(said(server, `res.end();`, { status: 405, ...allow })).toBe(`res.statusCode = 405;\n  res.setHeader("Allow", "GET, POST");\n  res.end();`);
    expect(said(endpoint, `res.end();`, { status: 405, ...allow })).toBe(`res.status(405).set("Allow", "GET, POST").end();`);
  });
});

describe("a field that cannot be said", () => {
  it.each([
    ["it is there", `res.set("ALLOW", "GET").end();`],
    ["it comes with a record", `res.set({ allow: methods }).end();`],
    ["the delivery gives two answers", `res.status(ok ? 200 : 405).json({ id: 1 });`],
    ["a branch sets the status", `if (!ok) res.status(405); res.end();`],
    ["the head has left", `res.write("a"); res.end();`],
    ["the head has left by itself", `res.status(405); res.flushHeaders(); res.end();`],
    ["the fields come from elsewhere", `res.writeHead(405, fields); res.end();`],
    ["fields are spread", `res.writeHead(405, { ...fields }); res.end();`],
    ["the head is that of two answers", `res.writeHead(405); if (ok) return res.end("a"); res.end("b");`],
    ["a stream delivers", `res.status(405); file.pipe(res);`],
    ["the call is optional", `res?.end();`],
  ])("because %s", (_why, statements) => {
    const found = responses(endpoint(statements));
    expect(found.length).toBeGreaterThan(0);
    for (const response of found) expect(response.say(allow)).toBeUndefined();
  });

  it("because no statement can stand before", () => {
    expect(said(server, `if (ok) res.end();`)).toBeUndefined();
    expect(said(server, `ok && res.end();`)).toBeUndefined();
    expect(said(server, `answer.with(res).end();`.replace("answer.with(res)", "(0, res)"))).toBeUndefined();
  });
});

describe("fields that cannot be read", () => {
  const isOpen = (statements: string): boolean[] => responses(endpoint(statements)).map(({ hasOpenFields }) => hasOpenFields);

  it.each([
    `res.set(headers); res.end();`,
    `res.set({ ...headers, "X-A": "1" }); res.end();`,
    `res.set({ [name]: "1" }); res.end();`,
    `res.set(name, "1"); res.end();`,
    `res.set(...pair); res.end();`,
    `res.setHeaders(new Map()); res.end();`,
    `res.writeHead(200, headers); res.end();`,
    `res.writeHead(200, "OK", headers); res.end();`,
    `res.writeHead(200, [name, "1"]); res.end();`,
    `Object.entries(headers).forEach(([name, value]) => res.set(name, value)); res.end();`,
    `for (const [name, value] of headers) res.setHeader(name, value); res.end();`,
    `setHeaders(res); res.end();`,
    `cors(req, res); res.end();`,
    `res.withHeaders({}).end();`,
    `if (ok) res.set("X-A", "1"); res.end();`,
  ])("%s", (statements) => {
    expect(isOpen(statements)).toContain(true);
  });

  it.each([
    `res.end();`,
    `res.set("X-A", value); res.end();`,
    `res.set({ "X-A": value, b }); res.end();`,
    `res.writeHead(200, { "X-A": "1" }); res.end();`,
    `res.writeHead(200, "OK"); res.end();`,
    `res.writeHead(200, ["X-A", "1"]); res.end();`,
    `const name = "X-A"; res.set(name, "1"); res.end();`,
    `res.type("json").vary("Accept").cookie("a", "b").end();`,
    `log(req); res.end();`,
    `if (ok) return res.set("X-A", "1").end(); res.end();`,
  ])("not %s", (statements) => {
    expect(isOpen(statements)).not.toContain(true);
  });

  it.each([
    [`rateLimit({ handler: (req, res) => { res.sendStatus(429); } });`, true],
    [`rateLimit({ handler: refuse }); function refuse(req, res) { res.sendStatus(429); }`, true],
    [`const refuse = (req, res) => { res.sendStatus(429); }; new Limiter({ onLimit: refuse });`, true],
    [`const options = { windowMs: 1, handler(req, res) { res.sendStatus(429); } }; rateLimit(options);`, true],
    [`const routes = [{ method: "get", path: "/a", handler: (req, res) => { res.sendStatus(429); } }];`, false],
    [`exports.limit = (req, res) => { res.sendStatus(429); };`, false],
    [`module.exports = { list(req, res) { res.sendStatus(429); } };`, false],
  ])("a library may set some: %s", (text, isSet) => {
    expect(responses(text).map(({ hasOpenFields }) => hasOpenFields)).toEqual([isSet]);
  });
});
