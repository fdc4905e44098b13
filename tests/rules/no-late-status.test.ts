import { rule } from "../../src/rules/no-late-status.ts";
import { on, server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

/** The statements of a handler. */
const handler = (statements: string): string => on('get("/users"', statements);

run(rule, {
  silent: {
    "a status before": handler("res.status(404); res.json(user);"),
    "a status before, in a chain": handler("res.status(404).json(user);"),
    "a status on another path": handler("if (user) { return res.json(user); } res.status(404).end();"),
    "a status on another path, which may be walked too": handler("if (a) { res.json(a); } if (b) { res.status(404); res.end(); }"),
    "a status of a second answer": handler("if (!user) { res.sendStatus(404); } res.status(200).json(user);"),
    "a status in a statement before a second answer": handler("if (!user) { res.sendStatus(404); } res.status(200); res.json(user);"),
    "a status that is read": handler("res.json(user); log(res.statusCode);"),
    "a status of something else": handler("res.json(user); other.status(404);"),
    "a status in the catch": handler("try { res.json(await load()); await log(); } catch { res.status(500).end(); }"),
    "a status in the catch of what follows": handler("try { const user = await load(); res.json(user); log(user); } catch { res.status(500).end(); }"),
    "headersSent": handler("if (user) { res.json(user); } if (!res.headersSent) { res.status(404).end(); }"),
    "headersSent in a listener": handler('res.json(user); stream.on("error", () => { if (!res.headersSent) { res.status(500).end(); } });'),
    "a listener": handler('stream.on("error", () => { res.status(500).end(); }); res.json(user);'),
    "a status after pipe": handler("stream.pipe(res); res.status(206);"),
    "a field after pipe": handler('stream.pipe(res); res.set("X-A", "1");'),
    "a listener after pipe": handler('stream.pipe(res); stream.on("error", () => { res.status(500).end(); });'),
    "a status while a file is looked for": handler("res.sendFile(file); res.status(201);"),
    "a status while a page is made": handler('res.render("users"); res.status(201);'),
    "a callback of sendFile": handler("res.sendFile(file, (err) => { if (err) { res.status(404).end(); } });"),
    "a helper that may answer": handler("show(res); res.status(404);"),
    "a timer before the answer": handler("const timer = setTimeout(() => { res.status(504).end(); }, 100); res.json(await load());"),
    "either link": handler("load().then((user) => res.json(user)).catch(() => { res.status(500).end(); });"),
    "a head after a status": server("res.statusCode = 404; res.writeHead(404); res.end();"),
    "fields before a head": server('res.setHeader("X-A", "1"); res.writeHead(200); res.end("a");'),
    "a head on each side": server("if (a) { res.writeHead(200); } else { res.writeHead(404); } res.end();"),
    "pieces after a head": server('res.writeHead(200); res.write("a"); res.end("b");'),
    "a function that is called before and after": handler("const mark = () => { res.status(201); }; mark(); res.json(user); mark();"),
    "a client": 'const res = await fetch("/users"); res.json(); res.status = 404;',
  },
  reports: {
    "a status after the answer": {
      code: handler("res.json(user); res.status(404);"), at: "res.status(404)", messageId: "ignored",
      cures: [{ tier: "safe", messageId: "drop", output: handler("res.json(user);") }],
    },
    "a status that is assigned after the answer": {
      code: server('res.end("a"); res.statusCode = 404;'), at: "res.statusCode = 404", messageId: "ignored",
      cures: [{ tier: "safe", messageId: "drop", output: server('res.end("a");') }],
    },
    "a status at the end of the chain": {
      code: handler("res.json(user).status(404);"), at: "res.json(user).status(404)", messageId: "ignored",
      cures: [
        { tier: "choice", messageId: "first", output: handler("res.status(404).json(user);") },
        { tier: "choice", messageId: "drop", output: handler("res.json(user);") },
      ],
    },
    "a status at the end of a chain that is returned": {
      code: handler('return res.set("X-A", "1").json(user).status(404);'), at: 'res.set("X-A", "1").json(user).status(404)', messageId: "ignored",
      cures: [
        { tier: "choice", messageId: "first", output: handler('return res.status(404).set("X-A", "1").json(user);') },
        { tier: "choice", messageId: "drop", output: handler('return res.set("X-A", "1").json(user);') },
      ],
    },
    "a status that run time knows": {
      code: handler("res.json(user); res.status(code);"), at: "res.status(code)", messageId: "ignored",
      cures: [{ tier: "choice", messageId: "drop", output: handler("res.json(user);") }],
    },
    "a status that something computes": { code: handler("res.json(user); res.status(next());"), at: "res.status(next())", messageId: "ignored" },
    "a status after the answer on either side": {
      code: handler("if (user) { res.json(user); } else { res.sendStatus(404); } res.status(201);"), at: "res.status(201)", messageId: "ignored",
      cures: [{ tier: "safe", messageId: "drop", output: handler("if (user) { res.json(user); } else { res.sendStatus(404); }") }],
    },
    "a status after the head": {
      code: server('res.writeHead(200); res.statusCode = 404; res.end("a");'), at: "res.statusCode = 404", messageId: "ignored",
      cures: [{ tier: "safe", messageId: "drop", output: server('res.writeHead(200); res.end("a");') }],
    },
    "a status in a callback after the answer": {
      code: handler("res.json(user); log(user, (err) => { if (err) { res.status(500); } });"), at: "res.status(500)", messageId: "ignored",
    },
    "a field after the answer": {
      code: handler('res.json(user); res.set("X-A", "1");'), at: 'res.set("X-A", "1")', messageId: "throws",
      cures: [{ tier: "choice", messageId: "drop", output: handler("res.json(user);") }],
    },
    "a field at the end of the chain": {
      code: handler('res.json(user).set("X-A", "1");'), at: 'res.json(user).set("X-A", "1")', messageId: "throws",
      cures: [
        { tier: "choice", messageId: "first", output: handler('res.set("X-A", "1").json(user);') },
        { tier: "choice", messageId: "drop", output: handler("res.json(user);") },
      ],
    },
    "a field after the head": {
      code: server('res.writeHead(200); res.setHeader("X-A", "1"); res.end("a");'), at: 'res.setHeader("X-A", "1")', messageId: "throws",
      cures: [{ tier: "choice", messageId: "drop", output: server('res.writeHead(200); res.end("a");') }],
    },
    "a second head": {
      code: server('res.writeHead(200); res.writeHead(404); res.end("a");'), at: "res.writeHead(404)", messageId: "head",
      cures: [{ tier: "choice", messageId: "drop", output: server('res.writeHead(200); res.end("a");') }],
    },
  },
});
