import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/prefer-method-not-allowed.ts";
import { silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const worker = (statements: string): string => `export default { async fetch(request, env) { ${statements} } };`;
const created = 'if (request.method === "POST") return new Response(null, { status: 201 });';
const quote = 'request.method === "POST"';

const report = (answer: string, status: number, after: string): Cases["reports"][string] => ({
  code: worker(`${created} return ${answer};`), at: answer, messageId: "refused", data: { title: titleOf(status), quote },
  cures: [{ tier: "evident", messageId: "answer", data: { title: titleOf(405) }, output: worker(`${created} return ${after};`) }],
});

run(rule, {
  silent: {
    "405": worker(`${created} return new Response(null, { status: 405, headers: { Allow: "POST" } });`),
    "another page": worker('const url = new URL(request.url); if (request.method === "GET" && url.pathname === "/") return new Response("x"); return new Response("Not found", { status: 404 });'),
    "a preflight": worker('if (request.method === "OPTIONS") return new Response(null, { status: 204, headers }); return new Response("x");'),
    "another question first": worker(`${created} if (!request.headers.get("authorization")) return new Response(null, { status: 400 }); return new Response("x");`),
    "the pages API": { code: 'export default function handler(req, res) { if (req.method !== "POST") return res.status(405).end(); res.status(201).end(); }', filename: "pages/api/users.ts" },
    ...silentRoutes("POST", { "a route": 'if (!(await request.json()).name) return NextResponse.json({ error: "No name" }, { status: 400 });' }),
  },
  reports: {
    "400": report('new Response("No", { status: 400 })', 400, 'new Response("No", { status: 405, headers: { Allow: "POST" } })'),
    "500 beside fields": report('new Response(null, { status: 500, headers: { "x-a": "b" } })', 500, 'new Response(null, { status: 405, headers: { "x-a": "b", Allow: "POST" } })'),
    "headers from elsewhere": report("Response.json({}, { status: 403, headers })", 403, "Response.json({}, { status: 405, headers })"),
  },
});
