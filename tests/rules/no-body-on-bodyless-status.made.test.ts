import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-body-on-bodyless-status.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const report = (before: string, removed: string, answered: string, status = 204): Cases["reports"][string] => ({
  code: route("DELETE", `return ${before};`), filename, at: before, messageId: "refused", data: { title: titleOf(status) },
  cures: [
    { tier: "evident", messageId: "remove", output: route("DELETE", `return ${removed};`) },
    { tier: "choice", messageId: "answer", data: { title: "200 OK" }, output: route("DELETE", `return ${answered};`) },
  ],
});

run(rule, {
  silent: silentRoutes("DELETE", {
    "null": "return new Response(null, { status: 204 });",
    "undefined": "return new Response(undefined, { status: 204 });",
    "void 0": "return new Response(void 0, { status: 204 });",
    "a constant that is null": "const body = null; return new NextResponse(body, { status: 204 });",
    "null on one path": "let body = null; if (request.method === 'GET') body = 'x'; return new Response(body, { status: body ? 200 : 204 });",
    "a preflight": 'return new Response(null, { status: 204, headers: { "Access-Control-Allow-Origin": "*" } });',
    "what has not changed": "return new Response(null, { status: 304, headers });",
    "a status that has content": "return NextResponse.json({ ok: true });",
    "a status that run time knows": "const upstream = await fetch(url); return new Response(upstream.body, { status: upstream.status });",
  }),
  reports: {
    "json": report("NextResponse.json({ ok: true }, { status: 204 })", "new NextResponse(null, { status: 204 })", "NextResponse.json({ ok: true }, { status: 200 })"),
    "Response.json": report("Response.json({}, { status: 205 })", "new Response(null, { status: 205 })", "Response.json({}, { status: 200 })", 205),
    "a text": report('new Response("Deleted", { status: 204 })', "new Response(null, { status: 204 })", 'new Response("Deleted", { status: 200 })'),
    "what some runtimes send": {
      code: 'export default { fetch: () => new Response("Deleted", { status: 204 }) };', filename: "edge.js", at: 'new Response("Deleted", { status: 204 })',
      messageId: "lost", data: { title: "204 No Content" },
      cures: [
        { tier: "evident", messageId: "remove", output: "export default { fetch: () => new Response(null, { status: 204 }) };" },
        { tier: "choice", messageId: "answer", data: { title: "200 OK" }, output: 'export default { fetch: () => new Response("Deleted", { status: 200 }) };' },
      ],
    },
    "an empty text": report('new Response("", { status: 204 })', "new Response(null, { status: 204 })", 'new Response("", { status: 200 })'),
  },
});
