import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-body-on-bodyless-status.ts";
import { server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];
type Change = readonly [tier: "safe" | "evident" | "choice", messageId: "answer" | "remove", output: string];

const on = (statements: string): string => `
  import express from "express";
  express().delete("/users/:id", async (req, res) => {
    ${statements}
  });
`;

const fault = (messageId: string, code: number, statements: string, changes: readonly Change[] = [], within = on): Report => ({
  code: within(statements), at: statements.replace(/^.*; (?=res)|;$/g, ""), messageId, data: { title: titleOf(code) },
  cures: changes.map(([tier, id, output]) => ({ tier, messageId: id, ...(id === "answer" && { data: { title: "200 OK" } }), output: within(output) })),
});

run(rule, {
  silent: {
    "sendStatus": on("res.sendStatus(204);"),
    "sendStatus(205)": on("res.sendStatus(205);"),
    "sendStatus(304)": on("res.sendStatus(304);"),
    "end": on("res.status(204).end();"),
    "send": on("res.status(204).send();"),
    "json": on("res.status(204).json();"),
    "send of null": on("res.status(204).send(null);"),
    "send of nothing": on("res.status(204).send(undefined);"),
    "send of an empty text": on('res.status(204).send("");'),
    "end with a callback": on("res.status(204).end(() => log());"),
    "two statements": on("res.status(204); res.end();"),
    "writeHead": on("res.writeHead(204); res.end();"),
    "a status that has content": on('res.status(200).json({ message: "User deleted" });'),
    "the default": on('res.json({ message: "User deleted" });'),
    "one of two statuses": on("res.status(req.query.quiet ? 204 : 200).json(user);"),
    "a status that may be the default": on("if (req.query.quiet) res.status(204); res.json(user);"),
    "a status that only run time knows": on("res.status(await remove(req.params.id)).json(user);"),
    "a status from a function of another file": on("answer(res, 204); res.json(user);"),
    "a length of 0": on('res.set("Content-Length", "0"); res.status(204).end();'),
    "a length of the content under 304": on('res.set("Content-Length", "7"); res.status(304).end();'),
    "a length that only run time knows": on('res.set("Content-Length", size); res.status(204).end();'),
    "a length of 200": on('res.set("Content-Length", "2"); res.end("ok");'),
    "a failure, which is another fault": on('res.status(204).json({ error: "User not found" });'),
    "a failing branch, which is another fault": on('try { await remove(); } catch (error) { return res.status(204).json({ message: "Failed to delete" }); } res.end();'),
    "an interim status, which is another fault": on("res.status(102).json({});"),
    "a redirect, which is another fault": on('res.redirect(204, "/");'),
    "an answer to HEAD": 'import express from "express"; express().head("/", (req, res) => { res.json(user); });',
    "a client": 'const res = await fetch("/"); if (res.status === 204) await res.json();',
    "a mock": 'import { vi } from "vitest"; const res = { status: vi.fn() }; res.status(204).json({});',
  },
  reports: {
    // It is dropped, and an ETag tells of it.
    "a message": fault("dropped", 204, 'res.status(204).json({ message: "User deleted" });', [
      ["choice", "remove", "res.status(204).end();"], ["choice", "answer", 'res.status(200).json({ message: "User deleted" });'],
    ]),
    "a text": fault("dropped", 204, 'res.status(204).send("Deleted");', [
      ["choice", "remove", "res.status(204).end();"], ["choice", "answer", 'res.status(200).send("Deleted");'],
    ]),
    "words that may tell a failure": fault("dropped", 204, 'res.status(204).json({ message: "No users found" });', [
      ["choice", "remove", "res.status(204).end();"], ["choice", "answer", 'res.status(200).json({ message: "No users found" });'],
    ]),
    "a resource": fault("dropped", 204, "const user = await load(); res.status(204).json(user);", [
      ["choice", "answer", "const user = await load(); res.status(200).json(user);"], ["choice", "remove", "const user = await load(); res.status(204).end();"],
    ]),
    "a status in the statement before": fault("dropped", 204, "res.status(204); res.json({ id: 1 });", [
      ["choice", "answer", "res.status(200); res.json({ id: 1 });"], ["choice", "remove", "res.status(204); res.end();"],
    ]),
    "a content that a call makes": fault("dropped", 204, "res.status(204).json(await remove(req.params.id));", [
      ["choice", "answer", "res.status(200).json(await remove(req.params.id));"],
    ]),
    "an empty object": fault("dropped", 204, "res.status(204).json({});", [["evident", "remove", "res.status(204).end();"]]),
    "null as JSON": fault("dropped", 204, "res.status(204).json(null);", [["evident", "remove", "res.status(204).end();"]]),
    "an empty list": fault("dropped", 204, "res.status(204).send([]);", [["evident", "remove", "res.status(204).end();"]]),
    "not modified": fault("dropped", 304, "res.status(304).json(news);", [["choice", "remove", "res.status(304).end();"]]),
    "a form to reset": fault("dropped", 205, "res.status(205).json({ id: 1 });", [
      ["choice", "answer", "res.status(200).json({ id: 1 });"], ["choice", "remove", "res.status(205).end();"],
    ]),
    "two statuses without content": fault("dropped", 204, "const code = req.query.id ? 204 : 304; res.status(code).send([]);"),
    "a page": fault("dropped", 204, 'res.status(204).render("deleted");', [["choice", "answer", 'res.status(200).render("deleted");']]),

    // It is dropped without a trace.
    "end": fault("dropped", 204, 'res.status(204).end("Deleted");', [["safe", "remove", "res.status(204).end();"]]),
    "end under 304": fault("dropped", 304, 'res.status(304).end("same");', [["safe", "remove", "res.status(304).end();"]]),
    "end in Node.js": fault("dropped", 204, 'res.statusCode = 204; res.end("Deleted");', [["safe", "remove", "res.statusCode = 204; res.end();"]], server),
    "end after writeHead": fault("dropped", 204, 'res.writeHead(204, { "X-A": "1" }); res.end("Deleted", "utf8");', [["safe", "remove", 'res.writeHead(204, { "X-A": "1" }); res.end();']], server),
    "end of what a call makes": fault("dropped", 204, "res.statusCode = 204; res.end(remove());", [["choice", "answer", "res.statusCode = 200; res.end(remove());"]], server),
    "pieces": fault("dropped", 204, 'res.statusCode = 204; res.write("Deleted"); res.end();', [["choice", "answer", 'res.statusCode = 200; res.write("Deleted"); res.end();']], server),

    // It is sent.
    "end under 205": fault("sent", 205, 'res.status(205).end("Saved");', [
      ["choice", "answer", 'res.status(200).end("Saved");'], ["choice", "remove", "res.status(205).end();"],
    ]),
    "205 in Node.js": fault("sent", 205, 'res.statusCode = 205; res.end("Saved");', [
      ["choice", "answer", 'res.statusCode = 200; res.end("Saved");'], ["choice", "remove", "res.statusCode = 205; res.end();"],
    ], server),

    // Nothing is, but a field tells of it.
    "a length": { ...fault("described", 204, 'res.writeHead(204, { "Content-Length": 7 }); res.end();', [], server), data: { title: "204 No Content", field: "Content-Length" } },
    "chunks": { ...fault("described", 204, 'res.setHeader("Transfer-Encoding", "chunked"); res.statusCode = 204; res.end();', [], server), at: "res.end()", data: { title: "204 No Content", field: "Transfer-Encoding" } },
  },
});
