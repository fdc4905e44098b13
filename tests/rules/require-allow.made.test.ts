import { rule } from "../../src/rules/require-allow.ts";
import { route, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = "pages/api/users.ts";
const pages = (statements: string): string => `export default async function handler(req, res) { ${statements} }`;
const worker = (statements: string): string => `export default { async fetch(request, env) { ${statements} } };`;
const missing = { messageId: "missing", data: { title: "405 Method Not Allowed" } };

const report = (whole: (statements: string) => string, before: string, answer: string, after: string, methods: string, name?: string): Cases["reports"][string] => ({
  code: whole(`${before} ${answer};`), ...(name !== undefined && { filename: name }), at: answer.replace(/^return /, ""), ...missing,
  cures: [{ tier: "evident", messageId: "set", data: { methods }, output: whole(`${before} ${after};`) }],
});

run(rule, {
  silent: {
    "the field of the pages API": { code: pages('if (req.method === "POST") return res.status(201).json(await save(req.body)); res.setHeader("Allow", ["POST"]); res.status(405).end();'), filename },
    "the field of a worker": worker('if (request.method === "POST") return new Response(null, { status: 201 }); return new Response(null, { status: 405, headers: { Allow: "POST" } });'),
    "headers from elsewhere": worker('if (request.method === "POST") return new Response(null, { status: 201 }); return new Response(null, { status: 405, headers });'),
    ...silentRoutes("OPTIONS", { "a preflight": 'return new Response(null, { status: 204, headers: { "Access-Control-Allow-Methods": "GET" } });' }),
  },
  reports: {
    "the default of a switch": report(
      (statements) => pages(`${statements}\n  }`), '\n  switch (req.method) {\n    case "GET":\n      return res.json(await load());\n    case "POST":\n      return res.status(201).json(await save(req.body));\n    default:\n     ',
      "res.status(405).end()", 'res.setHeader("Allow", "GET, POST");\n      res.status(405).end()', "GET, POST", filename,
    ),
    "a guard": report(
      pages, '\n  if (req.method === "POST") return res.status(201).json(await save(req.body));\n ', 'res.status(405).json({ error: "No" })',
      'res.setHeader("Allow", "POST");\n  res.status(405).json({ error: "No" })', "POST", filename,
    ),
    "a worker": report(worker, 'if (request.method === "GET") return new Response(await load());', 'return new Response("No", { status: 405 })', 'return new Response("No", { status: 405, headers: { Allow: "GET" } })', "GET"),
    "a worker beside fields": report(worker, 'if (request.method === "GET") return new Response(await load());', 'return new Response(null, { status: 405, headers: { "x-a": "b" } })', 'return new Response(null, { status: 405, headers: { "x-a": "b", Allow: "GET" } })', "GET"),
    "a route": { code: route("POST", 'return new Response(null, { status: 405 });'), filename: "app/api/x/route.ts", at: "new Response(null, { status: 405 })", ...missing, options: { checkUntold: true }, cures: [] },
  },
});
