import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-misleading-message.ts";
import { on, route, routeFile, server, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];

const get = 'get("/posts/:id"';
const odd = (answer: string): string => on(get, `if (odd(req)) return ${answer}; next();`);

/** A text that names another status, which the answer may get instead. */
const named = (answer: (code: number) => string, code: number, other: number, options?: object): Report => ({
  code: odd(answer(code)), at: answer(code), messageId: "message", data: { title: titleOf(code), other: titleOf(other) },
  cures: [{ tier: "choice", messageId: "answer", data: { title: titleOf(other) }, output: odd(answer(other)) }], ...(options && { options }),
});

const error = (text: string) => (code: number): string => `res.status(${code}).json({ error: ${JSON.stringify(text)} })`;

/** The fault is the text, so that nothing is offered. */
const text = (code: string, at: string, status: number, other: number, options?: object): Report =>
  ({ code, at, messageId: "message", data: { title: titleOf(status), other: titleOf(other) }, cures: [], ...(options && { options }) });

run(rule, {
  silent: {
    ...withOptions({ checkRefusals: true }, {
      "the title": odd('res.status(404).json({ error: "Not Found" })'),
      "the former title": odd('res.status(422).send("Unprocessable Entity")'),
      "the title in another spelling": odd('res.status(404).json({ code: "NOT_FOUND" })'),
      "the name of an error": odd('res.status(400).json({ name: "BadRequestError" })'),
      "the reason phrase": odd("res.sendStatus(404)"),
      "the title of the class beside the status": odd('res.status(409).json({ error: "Conflict", code: "BAD_REQUEST" })'),

      // A title among other words tells what is not found, and with that status it may be right.
      "a sentence": odd('res.status(400).json({ error: "Post not found" })'),
      "a sentence with a title in it": odd('res.status(400).json({ error: "The category was not found" })'),
      "a title and more": odd('res.status(400).send("Not Found: category")'),
      "a long text": odd('res.status(400).send("Internal Server Error: the category that was named in the request is broken")'),

      // Words of every day.
      "\"Payment required\"": odd('res.status(403).json({ error: "Payment required" })'),
      "\"Gone\"": odd('res.status(404).json({ error: "Gone" })'),
      "\"Locked\"": odd('res.status(403).json({ error: "Locked" })'),
      "\"Not acceptable\"": odd('res.status(400).json({ error: "Not acceptable" })'),
      "\"Found\"": odd('res.status(404).json({ message: "Found" })'),
      "a title in a member that is no message": odd('res.status(400).json({ reason_id: "x", category: "Conflict" })'),

      // Names that are said of another status as well.
      "\"Not Found\" with 410": odd('res.status(410).json({ error: "Not Found" })'),
      "\"Request Timeout\" of the server's own request": odd('res.status(504).json({ error: "Request Timeout" })'),
      "what another server said": odd('res.status(502).json({ error: "Unauthorized" })'),

      // Only run time knows.
      "a status of run time": odd('res.status(code).json({ error: "Not Found" })'),
      "one of two statuses": odd('res.status(isOdd ? 404 : 400).json({ error: text })'),
      "a text of run time": odd("res.status(400).json({ error: text })"),
      "a text that stands in for another": odd('res.status(400).json({ error: reason.text || "Not Found" })'),
      "the text of a caught error, or a title": on(get, 'try { await load(); } catch (error) { return res.status(400).json({ error: error.message || "Internal Server Error" }); } next();'),

      // Each has its own rule.
      "a success that tells a failure": odd('res.json({ error: "Not Found" })'),
      "a success in words": odd('res.send("Not Found")'),
      "a failure that tells a success": odd('res.status(400).json({ success: true, error: "Not Found" })'),
      "a status in the content": odd('res.status(400).json({ status: 404, error: "Not Found" })'),
      "a missing post, answered 400": on(get, 'const post = await Post.findById(req.params.id); if (!post) return res.status(400).json({ error: "Not Found" });'),
      "nobody, answered 403": on(get, 'if (!req.user) return res.status(403).json({ error: "Unauthorized" });'),
      "a known error with another status": on(get, 'try { await save(); } catch (error) { if (error.code === "P2002") return res.status(500).json({ error: "Conflict" }); throw error; } next();'),
      "a code that is not registered": odd('res.status(419).json({ error: "Unauthorized" })'),
      "a code out of use": odd('res.status(418).json({ error: "Not Found" })'),
      "a 405 without its methods": odd('res.status(405).json({ error: "Not Found" })'),
      "a limit without a time": odd('res.status(429).json({ error: "Forbidden" })'),
      "an answer that is on its way": on(get, 'if (res.headersSent) return res.status(500).json({ error: "Not Found" }); next();'),

      // Uses that follow another agreement, and no server's answer.
      "a procedure": on('post("/rpc"', 'if (odd(req)) return res.status(400).json({ error: "Not Found" }); next();'),
      "a client": 'const res = await fetch("/posts"); if (res.status === 404) throw new Error("Unauthorized");',
      "a mock": 'import { vi } from "vitest"; const res = { status: vi.fn() }; res.status(404).json({ error: "Unauthorized" });',

      // The reason phrase.
      "a phrase of its own": odd('res.writeHead(404, "Nope").end()'),
      "the title as the phrase": odd('res.writeHead(404, "Not Found").end()'),
      "\"OK\" with another success": on('post("/posts"', 'res.statusMessage = "OK"; res.status(201).json(await save(req.body));'),
      "a phrase that run time knows": odd("res.writeHead(404, phrase).end()"),
      "a phrase that is read": on(get, 'res.statusMessage = "Not Found"; res.status(404).send(res.statusMessage);'),
    }),
    "\"Unauthorized\" with 403": odd('res.status(403).json({ error: "Unauthorized" })'),
    "\"Forbidden\" with 401": odd('res.status(401).json({ error: "Forbidden" })'),
    "\"Forbidden\" with 401, whose words another rule compares": { code: odd('res.status(401).json({ error: "Forbidden" })'), options: { checkRefusals: true } },
  },
  reports: {
    "\"Unauthorized\" with 404": named((code) => `res.status(${code}).end("Unauthorized")`, 404, 401),
    "\"Not Found\" with 400": named(error("Not Found"), 400, 404),
    "\"Bad Request\" with 404": named(error("Bad Request"), 404, 400),
    "\"Internal Server Error\" with 400": named(error("Internal Server Error"), 400, 500),
    "\"Conflict\" with 400": named(error("Conflict"), 400, 409),
    "\"Unprocessable Entity\" with 400": named(error("Unprocessable Entity"), 400, 422),
    "\"Forbidden\" with 500": named(error("Forbidden"), 500, 403),
    "\"Service Unavailable\" with 500": named(error("Service Unavailable"), 500, 503),
    "a title with its code": named(error("404 Not Found"), 400, 404),
    "a title with a full stop": named(error("Not found."), 400, 404),
    "a title as a code": named((code) => `res.status(${code}).json({ code: "NOT_FOUND", message: "No such post" })`, 400, 404),
    "the name of an error": named((code) => `res.status(${code}).json({ name: "NotFoundError", message: "No such post" })`, 400, 404),
    "an error in the content": named((code) => `res.status(${code}).json({ success: false, error: { code: "NOT_FOUND", message: "No" } })`, 400, 404),
    "a title of a problem": named((code) => `res.status(${code}).json({ title: "Forbidden", detail: "Not yours" })`, 404, 403),
    "a constant": {
      ...named(error("x"), 400, 404), code: odd('res.status(400).json({ error: texts.missing })').replace("const router", 'const texts = { missing: "Not Found" };\n  const router'),
      at: "res.status(400).json({ error: texts.missing })",
      cures: [{
        tier: "choice", messageId: "answer", data: { title: titleOf(404) },
        output: odd('res.status(404).json({ error: texts.missing })').replace("const router", 'const texts = { missing: "Not Found" };\n  const router'),
      }],
    },
    "a status in an earlier statement": {
      code: on(get, 'if (odd(req)) { res.status(404); return res.send("Unauthorized"); } next();'), at: 'res.send("Unauthorized")',
      messageId: "message", data: { title: titleOf(404), other: titleOf(401) },
      cures: [{ tier: "choice", messageId: "answer", data: { title: titleOf(401) }, output: on(get, 'if (odd(req)) { res.status(401); return res.send("Unauthorized"); } next();') }],
    },
    "the right status with the wrong text": text(
      on(get, 'const post = await Post.findById(req.params.id); if (!post) return res.status(404).json({ error: "Bad Request" }); res.json(post);'),
      'res.status(404).json({ error: "Bad Request" })', 404, 400),
    "a caught error": text(
      on(get, 'try { await load(); } catch (error) { return res.status(500).json({ error: "Bad Request" }); } next();'), 'res.status(500).json({ error: "Bad Request" })', 500, 400),
    "the handler of unknown routes": text(
      'import express from "express"; express().use((req, res) => { res.status(404).json({ error: "Forbidden" }); });', 'res.status(404).json({ error: "Forbidden" })', 404, 403),
    "\"Unauthorized\" with 403, refusals checked": { ...named(error("Unauthorized"), 403, 401, { checkRefusals: true }), cures: [] },
    "\"Unauthorized\" for a known caller, refusals checked": text(
      on(get, 'if (req.user.role !== "admin") return res.status(403).json({ error: "Unauthorized" }); next();'),
      'res.status(403).json({ error: "Unauthorized" })', 403, 401, { checkRefusals: true }),

    // The reason phrase.
    "a phrase in the head": {
      code: server('res.writeHead(404, "OK"); res.end("No such post");'), at: 'res.end("No such post")',
      messageId: "phrase", data: { title: titleOf(404), phrase: '"OK"' },
      cures: [],
    },
    "a phrase in a statement": {
      code: odd('res.status(404).end()').replace("if (odd", 'res.statusMessage = "Bad Request"; if (odd'), at: "res.status(404).end()",
      messageId: "phrase", data: { title: titleOf(404), phrase: '"Bad Request"' },
      cures: [{
        tier: "choice", messageId: "answer", data: { title: titleOf(400) },
        output: odd('res.status(400).end()').replace("if (odd", 'res.statusMessage = "Bad Request"; if (odd'),
      }],
    },
    "a phrase without its status": {
      code: route("GET", 'return NextResponse.json(post, { statusText: "Forbidden" });'), filename: routeFile,
      at: 'NextResponse.json(post, { statusText: "Forbidden" })', messageId: "phrase", data: { title: titleOf(200), phrase: '"Forbidden"' },
      cures: [{
        tier: "choice", messageId: "answer", data: { title: titleOf(403) },
        output: route("GET", 'return NextResponse.json(post, { statusText: "Forbidden", status: 403 });'),
      }],
    },
    "a made answer": {
      code: route("GET", 'return NextResponse.json({ error: "Not Found" }, { status: 400 });'), filename: routeFile,
      at: 'NextResponse.json({ error: "Not Found" }, { status: 400 })', messageId: "message", data: { title: titleOf(400), other: titleOf(404) },
      cures: [{ tier: "choice", messageId: "answer", data: { title: titleOf(404) }, output: route("GET", 'return NextResponse.json({ error: "Not Found" }, { status: 404 });') }],
    },
  },
});
