import { rule } from "../../src/rules/require-allow.ts";
import { all, server } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const route = (registrations: string): string => `
  import express from "express";
  const router = express.Router();
  router.${registrations};
`;
const created = "res.status(201).json(create(req.body));";
const untold = { options: { checkUntold: true } };

const missing = { messageId: "missing", data: { title: "405 Method Not Allowed" } };
const set = (methods: string, output: string) => [{ tier: "evident" as const, messageId: "set", data: { methods }, output }];

const guarded = (before: string, after: string) => ({
  code: all(`if (req.method !== "POST") return ${before}; ${created}`), at: before, ...missing,
  cures: set("POST", all(`if (req.method !== "POST") return ${after}; ${created}`)),
});

run(rule, {
  silent: {
    "Allow in the chain": all(`if (req.method !== "POST") return res.status(405).set("Allow", "POST").end(); ${created}`),
    "Allow in lower case": all(`if (req.method !== "POST") return res.set("allow", "post").sendStatus(405); ${created}`),
    "Allow in a record": all(`if (req.method !== "POST") return res.set({ Allow: "POST" }).sendStatus(405); ${created}`),
    "Allow in a statement before": all(`if (req.method !== "POST") { res.setHeader("Allow", ["POST"]); return res.status(405).end(); } ${created}`),
    "Allow by header": all(`if (req.method !== "POST") return res.header("Allow", "POST").sendStatus(405); ${created}`),
    "Allow in the head": server('if (req.method !== "POST") { res.writeHead(405, { Allow: "POST" }); res.end(); return; } res.end();'),
    "Allow that is computed": all(`if (req.method !== "POST") return res.set("Allow", allowed.join(", ")).sendStatus(405); ${created}`),
    "Allow with more methods": all(`if (req.method !== "POST") return res.set("Allow", "OPTIONS, POST").sendStatus(405); ${created}`),
    "Allow before the question": all(`res.set("Allow", "POST"); if (req.method !== "POST") return res.sendStatus(405); ${created}`),
    "Allow on some paths": all(`if (req.method !== "POST") { if (isLong) res.set("Allow", "POST"); return res.sendStatus(405); } ${created}`),
    "fields from elsewhere": all(`if (req.method !== "POST") return res.set(headers).sendStatus(405); ${created}`),
    "fields that are spread": all(`if (req.method !== "POST") return res.set({ ...headers }).sendStatus(405); ${created}`),
    "fields from a loop": all(`Object.entries(headers).forEach(([name, value]) => res.set(name, value)); if (req.method !== "POST") return res.sendStatus(405); ${created}`),
    "fields that a function may set": all(`setAllow(res); if (req.method !== "POST") return res.sendStatus(405); ${created}`),
    "a head from elsewhere": server('if (req.method !== "POST") { res.writeHead(405, headers); res.end(); return; } res.end();'),
    "another status": all(`if (req.method !== "POST") return res.sendStatus(404); ${created}`),
    "a status that run time knows": all(`if (req.method !== "POST") return res.status(refusal).end(); ${created}`),
    "a function that answers elsewhere": all(`if (req.method !== "POST") return methodNotAllowed(res); ${created}`),
    "methods that the code does not tell": 'export const refuse = (req, res) => { res.sendStatus(405); };',
    "one method that a route refuses": route('put("/users", (req, res) => { res.sendStatus(405); })'),
    "a middleware for many routes": 'import express from "express"; express().use((req, res, next) => { if (!["GET", "POST"].includes(req.method)) return res.sendStatus(405); next(); });',
    "methods behind many paths": server('if (req.method === "GET") return res.end(files[req.url]); if (req.method === "POST") return save(req.url, res); res.writeHead(405); res.end();'),
    "a handler of two routes that differ": route('route("/a").get(list).all(refuse); router.route("/b").put(save).all(refuse); function refuse(req, res) { res.sendStatus(405); }'),
    "a client": 'const res = await fetch("/users"); if (res.status === 405) console.log(res.headers.get("Allow"));',
    "a list that refuses what another handler takes": route('put("/users", (req, res) => { res.set("Allow", "GET, POST").sendStatus(405); })'),
    "a computed list, untold checked": { ...untold, code: route('put("/users", (req, res) => { res.set("Allow", list).sendStatus(405); })') },
    "an empty list": route('put("/users", (req, res) => { res.set("Allow", "").sendStatus(405); })'),
  },
  reports: {
    "status and end": guarded("res.status(405).end()", 'res.status(405).set("Allow", "POST").end()'),
    "sendStatus": guarded("res.sendStatus(405)", 'res.set("Allow", "POST").sendStatus(405)'),
    "json": guarded('res.status(405).json({ error: "Method not allowed" })', 'res.status(405).set("Allow", "POST").json({ error: "Method not allowed" })'),
    "other fields": guarded('res.set("X-A", "1").status(405).end()', 'res.set("X-A", "1").status(405).set("Allow", "POST").end()'),
    "several comparisons": {
      code: all(`if (req.method === "GET") return res.json([]); if (req.method === "POST") return ${created} res.sendStatus(405);`),
      at: "res.sendStatus(405)", ...missing,
      cures: set("GET, POST", all(`if (req.method === "GET") return res.json([]); if (req.method === "POST") return ${created} res.set("Allow", "GET, POST").sendStatus(405);`)),
    },
    "a list of methods": {
      code: all(`if (!["PUT", "PATCH"].includes(req.method)) return res.sendStatus(405); res.json(save(req.body));`),
      at: "res.sendStatus(405)", ...missing,
      cures: set("PUT, PATCH", all(`if (!["PUT", "PATCH"].includes(req.method)) return res.set("Allow", "PUT, PATCH").sendStatus(405); res.json(save(req.body));`)),
    },
    "default": {
      code: all(`switch (req.method) { case "GET": return res.json([]); case "OPTIONS": return res.sendStatus(204); default: res.status(405).end(); }`),
      at: "res.status(405).end()", ...missing,
      cures: set("GET, OPTIONS", all(`switch (req.method) { case "GET": return res.json([]); case "OPTIONS": return res.sendStatus(204); default: res.status(405).set("Allow", "GET, OPTIONS").end(); }`)),
    },
    "the end of a route": {
      code: route('route("/users").get(list).post(create).all((req, res) => res.sendStatus(405))'),
      at: "res.sendStatus(405)", ...missing,
      cures: set("GET, POST", route('route("/users").get(list).post(create).all((req, res) => res.set("Allow", "GET, POST").sendStatus(405))')),
    },
    "the end of a path": {
      code: route('get("/users", list); router.delete("/users", drop); router.all("/users", (req, res) => res.sendStatus(405))'),
      at: "res.sendStatus(405)", ...missing,
      cures: set("GET, DELETE", route('get("/users", list); router.delete("/users", drop); router.all("/users", (req, res) => res.set("Allow", "GET, DELETE").sendStatus(405))')),
    },
    "a server of Node.js": {
      code: server('if (req.method !== "GET") {\n      res.statusCode = 405;\n      res.end();\n      return;\n    }\n    res.end("a");'),
      at: "res.end()", ...missing,
      cures: set("GET", server('if (req.method !== "GET") {\n      res.statusCode = 405;\n      res.setHeader("Allow", "GET");\n      res.end();\n      return;\n    }\n    res.end("a");')),
    },
    "the head of a server of Node.js": {
      code: server('if (req.method !== "GET") { res.writeHead(405, { "Content-Type": "text/plain" }); res.end("no"); return; } res.end("a");'),
      at: 'res.end("no")', ...missing,
      cures: set("GET", server('if (req.method !== "GET") { res.writeHead(405, { "Content-Type": "text/plain", Allow: "GET" }); res.end("no"); return; } res.end("a");')),
    },
    "where no statement can stand": {
      code: server('if (req.method !== "GET") return void res.writeHead(405), res.end("no"); res.end("a");'),
      at: 'res.end("no")', ...missing,
      cures: set("GET", server('if (req.method !== "GET") return void res.writeHead(405, { Allow: "GET" }), res.end("no"); res.end("a");')),
    },
    "a list that leaves out what works": {
      code: all(`if (req.method !== "POST") return res.set("Allow", "GET").sendStatus(405); ${created}`),
      at: 'res.set("Allow", "GET").sendStatus(405)', messageId: "omits", data: { method: "POST" },
    },
    "a list with what is refused": {
      code: route('put("/users", (req, res) => { res.set("Allow", "GET, PUT").sendStatus(405); })'),
      at: 'res.set("Allow", "GET, PUT").sendStatus(405)', messageId: "lists", data: { method: "PUT" },
    },
    "a refusal whose methods are not told, when it is checked": {
      ...untold, code: route('put("/users", (req, res) => { res.sendStatus(405); })'), at: "res.sendStatus(405)", ...missing,
    },
  },
});
