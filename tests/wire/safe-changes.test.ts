import { describe, expect, it } from "vitest";
import { PATIENCE } from "./client.ts";
import { differingRequests, requests } from "./compare.ts";
import { express, nodeHttp } from "./dialects.ts";
import type { WireDialect } from "./dialects.ts";

/** The statements of a handler that takes every method, before and after a change. */
interface Change {
  readonly before: string;
  readonly after: string;
  readonly majors?: readonly number[];
  /** What surrounds the handler; just an application unless it matters. */
  readonly within?: (statements: string) => string;
}

interface VisibleChange extends Change {
  /** What the client sees of it. */
  readonly changes: string;
  /** The requests that are answered otherwise. */
  readonly differs: readonly string[];
}

const application = (settings: string) => (statements: string): string => `
const express = require("express");
const createError = require("http-errors");
const app = express();
${settings}
app.all("/", (req, res, next) => {
  ${statements}
});
module.exports = app;
`;

const plain = application("");
const withoutEtag = application(`app.disable("etag");`);
const afterMiddleware = application(`app.use((req, res, next) => { res.status(202); next(); });`);

/** Outside production the framework's error page shows the stack, which every change of the source moves. */
const inProduction = (statements: string): string => `${plain(statements)}
const finalhandler = require("finalhandler");
module.exports = (req, res) => app(req, res, finalhandler(req, res, { env: "production" }));
`;

const listener = (statements: string): string => `
module.exports = require("node:http").createServer((req, res) => {
  ${statements}
});
`;

const every = Object.keys(requests);
const conditional = ["GET if-none-match", "HEAD if-none-match"];
const unconditional = every.filter((name) => !conditional.includes(name));
const butHead = every.filter((name) => !name.startsWith("HEAD"));

const unseenInExpress: readonly Change[] = [
  { before: `res.status(204).end("x");`, after: `res.status(204).end();` },
  { before: `res.status(304).end("x");`, after: `res.status(304).end();` },
  { before: `res.status(204).json();`, after: `res.status(204).send();` },
  { before: `res.status(304).json();`, after: `res.status(304).end();` },
  { before: `res.status(304).send();`, after: `res.status(304).end();` },
  { before: `res.status(404).end();`, after: `res.status(404).send();` },
  { before: `res.writeHead(204).end();`, after: `res.status(204).end();` },
  { before: `res.writeHead(304).end();`, after: `res.status(304).end();` },
  { before: `res.statusCode = 404; res.json({ error: "x" });`, after: `res.status(404).json({ error: "x" });` },
  { before: `res.statusCode = 404; res.end();`, after: `res.status(404).end();` },
  { before: `res.status(404); res.json({ error: "x" });`, after: `res.status(404).json({ error: "x" });` },
  { before: `res.status(500).status(404).json({});`, after: `res.status(404).json({});` },
  { before: `res.status(200).json({ a: 1 });`, after: `res.json({ a: 1 });` },
  { before: `res.status(200).send("a");`, after: `res.send("a");` },
  { before: `res.status(200).end();`, after: `res.end();` },
  { before: `res.send({ a: 1 });`, after: `res.json({ a: 1 });` },
  { before: `res.status(404).send([1]);`, after: `res.status(404).json([1]);` },
  { before: `res.send(true);`, after: `res.json(true);` },
  { before: `res.set("Content-Type", "application/json").send(JSON.stringify({ a: 1 }));`, after: `res.json({ a: 1 });` },
  { before: `res.type("json").send(JSON.stringify({ a: 1 }));`, after: `res.json({ a: 1 });` },
  { before: `res.redirect(302, "/x");`, after: `res.redirect("/x");` },
  { before: `res.status(301).redirect("/x");`, after: `res.redirect("/x");` },
  { before: `res.set("Location", "/x").status(201).end();`, after: `res.location("/x").status(201).end();` },
  { before: `res.header("X-A", "1").end();`, after: `res.set("X-A", "1").end();` },
  { before: `res.status(404).type("txt").send("Not Found");`, after: `res.sendStatus(404);` },
  { before: `res.sendStatus(404).end();`, after: `res.sendStatus(404);` },
  { before: `res.json({ a: 1 }); res.end();`, after: `res.json({ a: 1 });` },
  { before: `res.json({ a: 1 }); res.status(500);`, after: `res.json({ a: 1 });` },
  { before: `res.json({ a: 1 }).status(500);`, after: `res.json({ a: 1 });` },
  { before: `res.writeHead(404); res.status(500); res.end();`, after: `res.writeHead(404); res.end();` },
  { before: `res.json({ a: 1 }); next();`, after: `res.json({ a: 1 });` },
  { before: `res.status(204).json({ a: 1 });`, after: `res.status(204).send();`, within: withoutEtag },
  { before: `res.status(204).send("a");`, after: `res.status(204).send();`, within: withoutEtag },
  { before: `throw createError(404, "x");`, after: `next(createError(404, "x"));`, within: inProduction },
  { before: `throw createError(409);`, after: `throw new createError.Conflict();`, within: inProduction },
  { before: `res.status(404); next(new Error("x"));`, after: `next(createError(404, "x"));`, within: inProduction },
  { before: `res.send(404, "x");`, after: `res.status(404).send("x");`, majors: [4] },
  { before: `res.send("x", 404);`, after: `res.status(404).send("x");`, majors: [4] },
  { before: `res.json(404, { a: 1 });`, after: `res.status(404).json({ a: 1 });`, majors: [4] },
  { before: `res.json({ a: 1 }, 404);`, after: `res.status(404).json({ a: 1 });`, majors: [4] },
  { before: `res.send(404);`, after: `res.sendStatus(404);`, majors: [4] },
  { before: `res.status("404").end();`, after: `res.status(404).end();`, majors: [4] },
  { before: `res.status("404").json({ a: 1 });`, after: `res.status(404).json({ a: 1 });`, majors: [4] },
  { before: `res.sendStatus("404");`, after: `res.sendStatus(404);`, majors: [4] },
  { before: `res.statusCode = "404"; res.json({ a: 1 });`, after: `res.statusCode = 404; res.json({ a: 1 });` },
  { before: `res.redirect("/x", "301");`, after: `res.redirect("/x", 301);`, majors: [4] },
  { before: `res.redirect("/x", 301);`, after: `res.redirect(301, "/x");`, majors: [4] },
  { before: `res.status(201).send(404, "x");`, after: `res.status(404).send("x");`, majors: [4] },
];

const seenInExpress: readonly VisibleChange[] = [
  { before: `res.status(204).json({ a: 1 });`, after: `res.status(204).send();`,
    changes: "the ETag of the dropped content is gone", differs: every },
  { before: `res.status(204).send();`, after: `res.status(204).end();`,
    changes: "a conditional request got 304", differs: conditional },
  { before: `res.sendStatus(204);`, after: `res.status(204).end();`,
    changes: "an ETag and the 304 are gone", differs: every },
  { before: `res.status(201).end();`, after: `res.status(201).send();`,
    changes: "a conditional request gets 304", differs: conditional },
  { before: `res.status(304).json({ a: 1 });`, after: `res.status(304).end();`,
    changes: "the ETag is gone", differs: every },
  { before: `res.status(205).json({ a: 1 });`, after: `res.status(205).send();`,
    changes: "type and ETag are gone", differs: every },
  { before: `res.status(205).end("a");`, after: `res.status(205).end();`,
    changes: "the content is gone", differs: butHead },
  { before: `res.sendStatus(200);`, after: `res.status(200).end();`,
    changes: "the word OK is gone", differs: every },
  { before: `res.status(404).end();`, after: `res.sendStatus(404);`,
    changes: "the words Not Found are added", differs: every },
  { before: `res.status(404).send("Not Found");`, after: `res.sendStatus(404);`,
    changes: "HTML becomes plain text", differs: every },
  { before: `res.status(404).json();`, after: `res.status(404).end();`,
    changes: "the type is gone", differs: every },
  { before: `res.send(null);`, after: `res.json(null);`,
    changes: "the text null is added", differs: every },
  { before: `res.end(JSON.stringify({ a: 1 }));`, after: `res.json({ a: 1 });`,
    changes: "a type and an ETag are added", differs: every },
  { before: `res.writeHead(404).end("x");`, after: `res.status(404).end("x");`,
    changes: "chunks become a length", differs: butHead },
  { before: `res.location("/x").status(302).end();`, after: `res.redirect("/x");`,
    changes: "content is added", differs: every },
  { before: `res.redirect("/x");`, after: `res.redirect(301, "/x");`,
    changes: "302 becomes 301", differs: every },
  { before: `res.status(200).json({});`, after: `res.json({});`,
    within: afterMiddleware, changes: "200 becomes the 202 of the middleware", differs: unconditional },
  { before: `res.status(400).end(); res.json({});`, after: `res.status(400).end();`,
    changes: "the connection is no longer broken off", differs: every },
  { before: `res.status("404").end();`, after: `res.status(404).end();`,
    majors: [5], changes: "500 becomes 404", differs: every },
  { before: `res.status("205").json({ a: 1 });`, after: `res.status(205).json({ a: 1 });`,
    majors: [4], changes: "the content is gone", differs: unconditional },
  { before: `res.redirect("/x", 301);`, after: `res.redirect(301, "/x");`,
    majors: [5], changes: "500 becomes 301", differs: every },
  { before: `res.send("x", 404);`, after: `res.status(404).send("x");`,
    majors: [5], changes: "200 becomes 404", differs: every },
];

const unseenInNode: readonly Change[] = [
  { before: `res.statusCode = 204; res.end("x");`, after: `res.statusCode = 204; res.end();` },
  { before: `res.statusCode = 204; res.end("x", "utf8");`, after: `res.statusCode = 204; res.end();` },
  { before: `res.statusCode = 304; res.end("x");`, after: `res.statusCode = 304; res.end();` },
  { before: `res.writeHead(204, { "X-A": "1" }); res.end("x");`, after: `res.writeHead(204, { "X-A": "1" }); res.end();` },
  { before: `res.writeHead(204).end();`, after: `res.statusCode = 204; res.end();` },
  { before: `res.statusCode = 200; res.end("x");`, after: `res.end("x");` },
  { before: `res.writeHead(404, "Not Found").end();`, after: `res.writeHead(404).end();` },
  { before: `res.writeHead("404").end();`, after: `res.writeHead(404).end();` },
  { before: `res.statusCode = "404"; res.end();`, after: `res.statusCode = 404; res.end();` },
  { before: `res.statusCode = 500; res.writeHead(404).end("x");`, after: `res.writeHead(404).end("x");` },
  { before: `res.writeHead(404); res.statusCode = 500; res.end("x");`, after: `res.writeHead(404); res.end("x");` },
  { before: `res.end("x"); res.statusCode = 500;`, after: `res.end("x");` },
  { before: `res.statusCode = 404; res.end("x"); res.end();`, after: `res.statusCode = 404; res.end("x");` },
  { before: `res.statusCode = 204; res.write("x"); res.end();`, after: `res.statusCode = 204; res.end();` },
];

const seenInNode: readonly VisibleChange[] = [
  { before: `res.writeHead(404).end("x");`, after: `res.statusCode = 404; res.end("x");`,
    changes: "chunks become a length", differs: butHead },
  { before: `res.statusCode = 205; res.end("x");`, after: `res.statusCode = 205; res.end();`,
    changes: "the content is gone", differs: butHead },
  { before: `res.writeHead(204, { "Content-Length": 7 }).end();`, after: `res.writeHead(204).end();`,
    changes: "the length is gone", differs: every },
  { before: `res.writeHead(404, "Nope").end();`, after: `res.writeHead(404).end();`,
    changes: "the phrase is the usual one", differs: every },
  { before: `res.statusCode = 404; res.end();`, after: `res.statusCode = 404; res.end("missing");`,
    changes: "content is added", differs: butHead },
];

function prove(
  framework: WireDialect, whole: (statements: string) => string, unseen: readonly Change[], seen: readonly VisibleChange[],
): void {
  for (const major of framework.majors) {
    const here = ({ majors }: Change) => major === undefined || !majors || majors.includes(major);
    const differing = ({ before, after, within = whole }: Change) =>
      differingRequests(framework, major, within(before), within(after));

    describe([framework.name, major].join(" ").trim(), { timeout: 3 * PATIENCE }, () => {
      it.each(unseen.filter(here))("sends the same bytes: $before → $after", async (change) => {
        expect(await differing(change)).toEqual([]);
      });
      it.each(seen.filter(here))("$changes: $before → $after", async (change) => {
        expect(await differing(change)).toEqual(change.differs);
      });
    });
  }
}

prove(express, plain, unseenInExpress, seenInExpress);
prove(nodeHttp, listener, unseenInNode, seenInNode);
