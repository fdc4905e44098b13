/** Servers of node:http as people write them, and what they answer to one request each. */
import { bare, full, worded } from "./case.ts";
import type { WireCase } from "./case.ts";

/** A server with the given statements in its listener. */
const server = (statements: string): string => `
const http = require("node:http");
module.exports = http.createServer((req, res) => {
  ${statements}
});
`;

const asyncServer = (statements: string): string => server(statements).replace("(req, res)", "async (req, res)");

const to = (path: string, method = "GET") => ({ path, method });

const deliveries: readonly WireCase[] = [
  { name: "end of a string", source: server(`res.end("hello");`), expect: full(200) },
  { name: "status is no member to assign", source: server(`res.status = 404; res.end("missing");`), expect: full(200) },
  { name: "end of nothing", source: server(`res.end();`), expect: bare(200) },
  { name: "end of null", source: server(`res.end(null);`), expect: bare(200) },
  { name: "end of the empty string", source: server(`res.end("");`), expect: bare(200) },
  { name: "end of bytes", source: server(`res.end(Buffer.from("hello"));`), expect: full(200), unread: ["content"] },
  { name: "end of serialised JSON", source: server(`res.end(JSON.stringify({ ok: true }));`), expect: full(200) },
  {
    name: "write, then end",
    source: server(`
      res.write("a");
      res.write("b");
      res.end();
    `),
    expect: full(200),
  },
  {
    name: "a stream piped into the response",
    source: server(`
      const { Readable } = require("node:stream");
      res.statusCode = 203;
      Readable.from(["a", "b"]).pipe(res);
    `),
    expect: full(203), unread: ["content"],
  },
  { name: "a returned value is not an answer", source: server(`return "hello";`), expect: "hangs" },
  { name: "a status alone is no answer", source: server(`res.statusCode = 404;`), expect: "hangs" },
  { name: "writeHead alone is no answer", source: server(`res.writeHead(404, { "Content-Type": "text/plain" });`), expect: "hangs" },
];

const statuses: readonly WireCase[] = [
  { name: "statusCode =", source: server(`res.statusCode = 404; res.end("missing");`), expect: full(404) },
  {
    name: "the last statusCode = holds",
    source: server(`
      res.statusCode = 200;
      res.statusCode = 409;
      res.end();
    `),
    expect: bare(409),
  },
  { name: "writeHead of text", source: server(`res.writeHead("404").end();`), expect: bare(404) },
  { name: "statusCode = of a fraction", source: server(`res.statusCode = 404.5; res.end();`), expect: bare(404) },
  { name: "statusCode = of a word", source: server(`res.statusCode = "OK"; res.end();`), expect: "crashes" },
  { name: "writeHead of nothing", source: server(`res.writeHead(undefined).end();`), expect: "crashes" },
  { name: "end with a callback", source: server(`res.statusCode = 204; res.end(() => undefined);`), expect: bare(204) },
  { name: "statusCode = of text", source: server(`res.statusCode = "404"; res.end();`), expect: bare(404) },
  {
    name: "statusMessage does not change the status",
    source: server(`
      res.statusCode = 404;
      res.statusMessage = "Nope";
      res.end();
    `),
    expect: worded("Nope", bare(404)),
  },
  { name: "writeHead with a phrase", source: server(`res.writeHead(404, "Nope").end();`), expect: worded("Nope", bare(404)) },
  { name: "writeHead with a phrase and a record", source: server(`res.writeHead(404, "Nope", { "X-Name": "1" }).end();`), expect: worded("Nope", bare(404, { "x-name": "1" })) },
  { name: "writeHead without a phrase keeps the one before", source: server(`res.statusMessage = "Nope"; res.writeHead(404).end();`), expect: worded("Nope", bare(404)) },
  { name: "a phrase after the head", source: server(`res.writeHead(404, "Nope"); res.statusMessage = "Never"; res.end();`), expect: worded("Nope", bare(404)) },
  { name: "reading the phrase reads no status", source: server(`res.statusMessage = "Nope"; res.statusCode = 404; res.end("It says " + res.statusMessage);`), expect: worded("Nope", full(404)), unread: ["content"] },
  {
    name: "writeHead with a record",
    source: server(`
      res.writeHead(201, { Location: "/1" });
      res.end("made");
    `),
    expect: full(201, { location: "/1" }),
  },
  {
    name: "writeHead with a list",
    source: server(`
      res.writeHead(201, ["Location", "/1", "X-A", "1"]);
      res.end();
    `),
    expect: bare(201, { location: "/1", "x-a": "1" }),
  },
  { name: "writeHead with a phrase", source: server(`res.writeHead(404, "Nope"); res.end();`), expect: bare(404) },
  {
    name: "writeHead with a phrase and a record",
    source: server(`
      res.writeHead(405, "Nope", { Allow: "GET" });
      res.end();
    `),
    expect: bare(405, { allow: "GET" }),
  },
  {
    name: "writeHead().end()",
    source: server(`res.writeHead(503, { "Retry-After": "30" }).end("later");`),
    expect: full(503, { "retry-after": "30" }),
  },
  {
    name: "writeHead overrides statusCode =",
    source: server(`
      res.statusCode = 500;
      res.writeHead(404);
      res.end();
    `),
    expect: bare(404),
  },
  {
    name: "statusCode = after writeHead is dead",
    source: server(`
      res.writeHead(201);
      res.statusCode = 500;
      res.end();
    `),
    expect: bare(201),
  },
  {
    name: "statusCode = after flushHeaders is dead",
    source: server(`
      res.statusCode = 202;
      res.flushHeaders();
      res.statusCode = 500;
      res.end();
    `),
    expect: bare(202),
  },
  {
    name: "statusCode = after write is dead",
    source: server(`
      res.write("a");
      res.statusCode = 500;
      res.end();
    `),
    expect: full(200),
  },
  { name: "statusCode = after end is dead", source: server(`res.end("done"); res.statusCode = 500;`), expect: full(200) },
  {
    name: "a second writeHead kills the process",
    source: server(`
      res.writeHead(200);
      res.writeHead(404);
      res.end();
    `),
    expect: "crashes",
  },
  {
    name: "writeHead after write kills the process",
    source: server(`
      res.write("a");
      res.writeHead(404);
      res.end();
    `),
    expect: "crashes",
  },
  {
    name: "a second end of nothing is harmless",
    source: server(`
      res.statusCode = 201;
      res.end("made");
      res.end();
    `),
    expect: full(201),
  },
  { name: "an invalid status kills the process", source: server(`res.statusCode = 0; res.end();`), expect: "crashes" },
  { name: "a status above 999 kills the process", source: server(`res.writeHead(1000); res.end();`), expect: "crashes" },
  { name: "an unregistered status", source: server(`res.statusCode = 600; res.end();`), expect: bare(600) },
  {
    name: "a constant of http2",
    source: `
      const http = require("http");
      const { HTTP_STATUS_GONE } = require("http2").constants;
      module.exports = http.createServer((req, res) => {
        res.writeHead(HTTP_STATUS_GONE).end();
      });
    `,
    expect: bare(410),
  },
  {
    name: "a ternary",
    source: server(`
      res.statusCode = req.url === "/" ? 200 : 404;
      res.end();
    `),
    request: to("/other"), expect: bare(404), model: "some",
  },
  {
    name: "a logical default",
    source: server(`
      const failure = {};
      res.statusCode = failure.statusCode || 500;
      res.end();
    `),
    expect: bare(500), unread: ["status"],
  },
];

const contentless: readonly WireCase[] = [
  { name: "204 without content", source: server(`res.statusCode = 204; res.end();`), expect: bare(204) },
  { name: "204 drops the content of end", source: server(`res.statusCode = 204; res.end("deleted");`), expect: bare(204) },
  {
    name: "writeHead(204) drops the content of end",
    source: server(`
      res.writeHead(204, { "X-A": "1" });
      res.end("deleted");
    `),
    expect: bare(204, { "x-a": "1" }),
  },
  {
    name: "204 drops what is written",
    source: server(`
      res.statusCode = 204;
      res.write("deleted");
      res.end();
    `),
    expect: bare(204),
  },
  { name: "304 drops the content of end", source: server(`res.statusCode = 304; res.end("same");`), expect: bare(304) },
  { name: "205 lets the content through", source: server(`res.statusCode = 205; res.end("reset");`), expect: full(205) },
  { name: "205 without content", source: server(`res.writeHead(205); res.end();`), expect: bare(205) },
  {
    name: "HEAD gets the head alone",
    source: server(`
      res.setHeader("X-A", "1");
      res.end("hello");
    `),
    request: to("/", "HEAD"), expect: bare(200, { "x-a": "1" }),
  },
  {
    name: "rejectNonStandardBodyWrites turns a dropped content into a crash",
    source: `
      const http = require("http");
      module.exports = http.createServer({ rejectNonStandardBodyWrites: true }, (req, res) => {
        res.statusCode = 204;
        res.end("deleted");
      });
    `,
    expect: "crashes", model: "none",
  },
];

const fields: readonly WireCase[] = [
  {
    name: "setHeader",
    source: server(`
      res.setHeader("Content-Type", "application/json");
      res.end("{}");
    `),
    expect: full(200, { "content-type": "application/json" }),
  },
  {
    name: "setHeader of a number",
    source: server(`
      res.statusCode = 429;
      res.setHeader("Retry-After", 60);
      res.end();
    `),
    expect: bare(429, { "retry-after": "60" }),
  },
  {
    name: "setHeader in a chain",
    source: server(`res.setHeader("Allow", "GET").setHeader("X-A", "1").writeHead(405).end();`),
    expect: bare(405, { allow: "GET", "x-a": "1" }),
  },
  {
    name: "writeHead overrides setHeader",
    source: server(`
      res.setHeader("Location", "/a");
      res.writeHead(302, { Location: "/b" });
      res.end();
    `),
    expect: bare(302, { location: "/b" }),
  },
  { name: "appendHeader", source: server(`res.appendHeader("X-A", "1"); res.end();`), expect: bare(200, { "x-a": "1" }) },
  {
    name: "a field known at run time only",
    source: server(`
      res.writeHead(307, { Location: "https://wire.test" + req.url });
      res.end();
    `),
    request: to("/x"), expect: bare(307, { location: "https://wire.test/x" }),
  },
];

const paths: readonly WireCase[] = [
  {
    name: "a method guard",
    source: server(`
      if (req.method !== "GET") {
        res.writeHead(405, { Allow: "GET" });
        res.end();
        return;
      }
      res.end("hello");
    `),
    request: to("/", "POST"), expect: bare(405, { allow: "GET" }), model: "some",
  },
  {
    name: "a switch over the method",
    source: server(`
      switch (req.method) {
        case "GET":
          res.end("[]");
          break;
        case "POST":
          res.statusCode = 201;
          res.end("{}");
          break;
        default:
          res.statusCode = 405;
          res.end();
      }
    `),
    request: to("/", "POST"), expect: full(201), model: "some",
  },
  {
    name: "routes by url",
    source: server(`
      if (req.url === "/users" && req.method === "GET") {
        res.setHeader("Content-Type", "application/json");
        res.end("[]");
      } else if (req.url === "/users") {
        res.statusCode = 405;
        res.end();
      } else {
        res.statusCode = 404;
        res.end("missing");
      }
    `),
    request: to("/nowhere"), expect: full(404), model: "some",
  },
  {
    name: "routes by pathname",
    source: server(`
      const { pathname } = new URL(req.url, "http://wire.test");
      if (pathname === "/health") {
        res.writeHead(200);
        return res.end("ok");
      }
      res.writeHead(404);
      return res.end();
    `),
    request: to("/health?x=1"), expect: full(200), model: "some",
  },
  {
    name: "a switch over the url, without a default",
    source: server(`
      switch (req.url) {
        case "/": res.end("home"); break;
      }
    `),
    request: to("/other"), expect: "hangs", model: "some",
  },
  {
    name: "a status in one branch, sent after it",
    source: server(`
      if (req.headers.authorization === undefined) res.statusCode = 401;
      res.end();
    `),
    expect: bare(401), model: "some",
  },
  {
    name: "a catch that answers",
    source: server(`
      try {
        JSON.parse("{");
        res.end("ok");
      } catch {
        res.statusCode = 400;
        res.end("not JSON");
      }
    `),
    expect: full(400), model: "some",
  },
  { name: "a template literal as content", source: server("res.statusCode = 404;\n  res.end(`no ${req.url}`);"), expect: full(404) },
  {
    name: "an alias of the response",
    source: server(`
      const out = res;
      out.statusCode = 403;
      out.end();
    `),
    expect: bare(403),
  },
];

const deferred: readonly WireCase[] = [
  {
    name: "an async listener",
    source: asyncServer(`
      const users = await Promise.resolve([]);
      res.writeHead(200, { "Content-Type": "application/json" });
      res.end(JSON.stringify(users));
    `),
    expect: full(200, { "content-type": "application/json" }),
  },
  { name: "an async listener that rejects", source: asyncServer(`await null; throw new Error("down");`), expect: "crashes" },
  { name: "a listener that throws", source: server(`throw new Error("down");`), expect: "crashes" },
  {
    name: "after the content of the request",
    source: server(`
      let text = "";
      req.on("data", (chunk) => { text += chunk; });
      req.on("end", () => {
        res.statusCode = 202;
        res.end("queued");
      });
    `),
    request: to("/", "POST"), expect: full(202),
  },
  { name: "a timer", source: server(`res.statusCode = 408; setTimeout(() => res.end(), 5);`), expect: bare(408) },
  {
    name: "an error-first callback",
    source: server(`
      require("node:fs").readFile("/does/not/exist", (error, data) => {
        if (error) {
          res.writeHead(404);
          res.end("missing");
          return;
        }
        res.end(data);
      });
    `),
    expect: full(404), model: "some",
  },
  {
    name: "then and catch",
    source: server(`
      Promise.reject(new Error("down"))
        .then((text) => res.end(text))
        .catch(() => {
          res.statusCode = 502;
          res.end();
        });
    `),
    expect: bare(502), model: "some",
  },
];

const servers: readonly WireCase[] = [
  {
    name: "createServer with options",
    source: `
      const { createServer } = require("http");
      module.exports = createServer({ keepAlive: true }, (request, response) => {
        response.statusCode = 202;
        response.end();
      });
    `,
    expect: bare(202),
  },
  {
    name: "a request listener added later",
    source: `
      const http = require("node:http");
      const server = http.createServer();
      server.on("request", (req, res) => {
        res.statusCode = 404;
        res.end("missing");
      });
      module.exports = server;
    `,
    expect: full(404),
  },
  {
    name: "a declared listener",
    source: `
      const http = require("http");
      function listener(req, res) {
        res.writeHead(201).end();
      }
      module.exports = http.createServer(listener);
    `,
    expect: bare(201),
  },
  {
    name: "new Server",
    source: `
      const http = require("http");
      module.exports = new http.Server((req, res) => {
        res.writeHead(203);
        res.end("copy");
      });
    `,
    expect: full(203),
  },
  {
    name: "a helper that answers",
    source: `
      const http = require("http");
      function json(res, status, value) {
        res.writeHead(status, { "Content-Type": "application/json" });
        res.end(JSON.stringify(value));
      }
      module.exports = http.createServer((req, res) => json(res, 409, { error: "taken" }));
    `,
    expect: full(409), model: "optional", unread: ["status", "content"],
  },
  {
    name: "a helper that takes a status and sets none",
    source: `
      const http = require("http");
      function json(res, statusCode, value) {
        res.setHeader("Content-Type", "application/json");
        res.end(JSON.stringify(value));
      }
      module.exports = http.createServer((req, res) => { json(res, 409, { error: "taken" }); });
    `,
    expect: full(200, { "content-type": "application/json" }),
  },
];

/** Requests that are answered twice, or not at all. */
const repetitions: readonly WireCase[] = [
  {
    name: "an error that is only noted",
    source: `module.exports = require("node:http").createServer(async (req, res) => { try { await Promise.reject(new Error("down")); res.end("a"); } catch { } });`,
    expect: "hangs", model: "some",
  },
  { name: "a field after the answer", source: server(`res.end("a"); res.setHeader("X-A", "1");`), expect: { ...full(200), dies: true } },
  { name: "a field after the head", source: server(`res.writeHead(200); res.setHeader("X-A", "1"); res.end("a");`), expect: "crashes", model: "none" },
  { name: "a second head", source: server(`res.writeHead(200); res.writeHead(404); res.end("a");`), expect: "crashes" },
  { name: "end without content after end", source: server(`res.end("a"); res.end();`), expect: full(200) },
  { name: "end with content after end", source: server(`res.end("a"); res.end("b");`), expect: { ...full(200), dies: true } },
  { name: "a head after an answer", source: server(`res.end("a"); res.writeHead(404);`), expect: { ...full(200), dies: true } },
  { name: "a missing return", source: server(`if (req.url === "/") { res.writeHead(404).end("missing"); } res.writeHead(200).end("a");`), expect: { ...full(404), dies: true }, model: "some" },
];

export const cases: readonly WireCase[] = [
  ...deliveries, ...statuses, ...contentless, ...fields, ...paths, ...deferred, ...servers, ...repetitions,
];
