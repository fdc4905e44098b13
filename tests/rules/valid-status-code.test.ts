import { rule } from "../../src/rules/valid-status-code.ts";
import { server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const in4 = { frameworks: { express: 4 } };
const in5 = { frameworks: { express: 5 } };

/** The statements of a handler of an Express application. */
const on = (statements: string, method = "get"): string => `
  import express from "express";
  express().${method}("/", (req, res) => {
    ${statements}
  });
`;

type Report = Cases["reports"][string];
type Change = readonly [tier: "safe" | "choice", title: string, output: string];

const cures = (changes: readonly Change[], within = on): NonNullable<Report["cures"]> =>
  changes.map(([tier, title, output]) => ({ tier, messageId: "answer", data: { title }, output: within(output) }));

const fault = (messageId: string, data: Record<string, string>, code: string, changes: readonly Change[] = [], settings: Report["settings"] = in5): Report =>
  ({ code: on(code), at: code.replace(/^.*; (?=res)|;$/g, ""), settings, messageId, data, cures: cures(changes) });

const refused = (value: string, code: string, changes?: readonly Change[], settings?: Report["settings"]): Report =>
  fault("refused", { value }, code, changes, settings);

run(rule, {
  silent: {
    "a number": on("res.status(404).json({});"),
    "a name of a library": 'import { StatusCodes } from "http-status-codes"; import express from "express"; express().get("/", (req, res) => { res.status(StatusCodes.OK).end(); });',
    "an own constant": on("const created = 201; res.status(created).end();"),
    "the last registered code": on("res.status(511).end();"),
    "a code that no registry knows": on("res.status(420).end();"),
    "a status that only run time knows": on("res.status(req.query.code).end();"),
    "a status with a fallback": on("res.status(error.status || 500).end();"),
    "a status that is computed": on("res.status(Number(code)).end();"),
    "no argument": on("res.status().end();"),
    "a value that a guard keeps away": on("let code = 0; if (req.query.id) code = 404; if (code) return res.status(code).end(); res.end();"),
    "null until something is found": on("let code = null; find((found) => { code = 404; }); res.status(code).end();"),
    "nothing as a default of a parameter": on("const answer = (code) => { if (code) res.status(code); res.end(); }; answer();"),
    "a status of content": on('res.json({ status: "404", code: 4040 });'),
    "digits as content": { code: on('res.send("404");'), settings: in4 },
    "a number as content": { code: on("res.send(4040);"), settings: in5 },
    "a redirect": on('res.redirect("/login");'),
    "a redirect with a status": on('res.redirect(301, "/new"); '),
    "a redirect with 303": on('res.redirect(303, "/new");', "post"),
    "a redirect with a choice of places": on('res.redirect(300, "/choices");'),
    "a redirect to what was created": on('res.redirect(201, "/users/1");', "post"),
    "a redirect whose place is a name": on("res.redirect(place);"),
    "a redirect with the status last, which is another fault": { code: on('res.redirect("/new", 301);'), settings: in5 },
    "a redirect with what may be a status": on("res.redirect(code, place);"),
    "a place under another status": on('res.status(202).location("/jobs/1").end();'),
    "an interim answer before the final one": on("res.writeProcessing(); res.json({});"),
    "a protocol that changes": server('res.writeHead(101, { Upgrade: "websocket", Connection: "Upgrade" }); res.end();'),
    "a status of a client": 'const res = await fetch("/"); if (res.status === 4040) throw new Error();',
    "a mock": 'import { vi } from "vitest"; const res = { status: vi.fn() }; res.status("404");',
    "an error that is not HTTP": on("throw new Parse.Error(101, 'missing');"),
    "a code of a process": "process.exitCode = 1000;",
  },
  reports: {
    "a number with a digit too many": refused("4040", "res.status(4040).end();", [["choice", "404 Not Found", "res.status(404).end();"]]),
    "a number with a digit too few": refused("20", "res.status(20).json({});", [["choice", "200 OK", "res.status(200).json({});"]]),
    "99": refused("99", "res.status(99).end();"),
    "1000": refused("1000", "res.status(1000).end();"),
    "zero": refused("0", "res.sendStatus(0);"),
    "a negative number": refused("-1", "res.status(-1).end();"),
    "nothing": refused("undefined", "res.status(undefined).end();"),
    "null": refused("null", "res.status(null).end();"),
    "a flag": refused("true", "res.status(true).end();"),
    "a title": refused('"Not Found"', 'res.status("Not Found").end();', [["choice", "404 Not Found", "res.status(404).end();"]]),
    "a word": refused('"success"', 'res.status("success").json({});'),
    "a number out of range in an assignment": fault("refused", { value: "4040" }, "res.statusCode = 4040; res.end();", [["choice", "404 Not Found", "res.statusCode = 404; res.end();"]]),
    "one alternative": {
      ...refused("4040", ""), code: on("res.status(req.query.id ? 200 : 4040).end();"), at: "res.status(req.query.id ? 200 : 4040).end()",
      cures: cures([["choice", "404 Not Found", "res.status(req.query.id ? 200 : 404).end();"]]),
    },
    "a closure": { ...refused("4040", ""), code: on("const answer = (code) => res.status(code).end(); answer(4040);"), at: "res.status(code).end()", cures: cures([["choice", "404 Not Found", "const answer = (code) => res.status(404).end(); answer(4040);"]]) },
    "a redirect with something else": refused('"/login"', 'res.redirect("/login", { flash: "x" });'),

    // A text: some frameworks convert it.
    "a text that throws": refused('"404"', 'res.status("404").json({});', [["choice", "404 Not Found", "res.status(404).json({});"]]),
    "a text that is converted": fault("converted", { value: '"404"', title: "404 Not Found" }, 'res.status("404").json({});', [["safe", "404 Not Found", "res.status(404).json({});"]], in4),
    "a text that sendStatus converts": fault("converted", { value: '"404"', title: "404 Not Found" }, 'res.sendStatus("404");', [["safe", "404 Not Found", "res.sendStatus(404);"]], in4),
    "a text in a redirect": fault("converted", { value: '"301"', title: "301 Moved Permanently" }, 'res.redirect("/new", "301");', [["safe", "301 Moved Permanently", 'res.redirect("/new", 301);']], in4),
    "a text under which content is dropped": fault("converted", { value: '"204"', title: "204 No Content" }, 'res.status("204").send();', [["choice", "204 No Content", "res.status(204).send();"]], in4),
    "a fraction": fault("converted", { value: "404.5", title: "404 Not Found" }, "res.status(404.5).end();", [["choice", "404 Not Found", "res.status(404).end();"]], in4),
    "a text in an unknown version": {
      ...fault("unsure", { value: '"404"', title: "404 Not Found" }, 'res.status("404").end();', [["choice", "404 Not Found", "res.status(404).end();"]], {}), settings: {}, filename: "/nowhere/file.js",
    },
    "a text that Node.js converts": {
      code: server('res.statusCode = "404"; res.end();'), at: "res.end()", messageId: "converted", data: { value: '"404"', title: "404 Not Found" },
      cures: cures([["safe", "404 Not Found", "res.statusCode = 404; res.end();"]], server),
    },
    "a text in writeHead": {
      code: server('res.writeHead("404"); res.end();'), at: "res.end()", messageId: "converted", data: { value: '"404"', title: "404 Not Found" },
      cures: cures([["safe", "404 Not Found", "res.writeHead(404); res.end();"]], server),
    },

    // It can be sent, but is no final answer.
    "beyond 599": fault("beyond", { title: "600" }, "res.status(600).json({});"),
    "beyond 599, but well known": fault("beyond", { title: "999 Request Denied" }, "res.status(999).end();", [["choice", "403 Forbidden", "res.status(403).end();"]]),
    "100": fault("interim", { title: "100 Continue" }, "res.status(100).json({});", [["choice", "200 OK", "res.status(200).json({});"]]),
    "102": fault("interim", { title: "102 Processing" }, "res.status(102).json({});", [["choice", "202 Accepted", "res.status(202).json({});"]]),
    "101 for a failure": fault("interim", { title: "101 Switching Protocols" }, 'res.status(101).json({ error: "bad" });', [
      ["choice", "400 Bad Request", 'res.status(400).json({ error: "bad" });'], ["choice", "500 Internal Server Error", 'res.status(500).json({ error: "bad" });'],
    ]),

    // Clients follow 3xx only.
    "a redirect with 200": fault("unfollowed", { title: "200 OK" }, 'res.redirect(200, "/");', [["choice", "302 Found", 'res.redirect(302, "/");'], ["choice", "301 Moved Permanently", 'res.redirect(301, "/");']]),
    "a redirect with 401": fault("unfollowed", { title: "401 Unauthorized" }, 'res.redirect(401, "/login");', [["choice", "302 Found", 'res.redirect(302, "/login");'], ["choice", "301 Moved Permanently", 'res.redirect(301, "/login");']]),
    "a redirect with 304": fault("unfollowed", { title: "304 Not Modified" }, 'res.redirect(304, "/");', [["choice", "302 Found", 'res.redirect(302, "/");'], ["choice", "301 Moved Permanently", 'res.redirect(301, "/");']]),
    "a redirect after a form": {
      code: on('res.redirect(200, "/thanks");', "post"), at: 'res.redirect(200, "/thanks")', messageId: "unfollowed", data: { title: "200 OK" },
      cures: [["303 See Other", "303"], ["302 Found", "302"]].map(([title = "", code = ""]) => ({ tier: "choice" as const, messageId: "answer", data: { title }, output: on(`res.redirect(${code}, "/thanks");`, "post") })),
    },
  },
});
