import { rule } from "../../src/rules/require-retry-after.ts";
import { route, routeFile } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const limited = (statements: string): string => route("POST", `const { success } = await ratelimit.limit(ip); if (!success) ${statements}`);

const silent = (cases: Readonly<Record<string, string>>): Cases["silent"] => Object.fromEntries(Object.entries(cases).map(([name, code]) => [name, { code, filename }]));

const report = (before: string, after?: string): Cases["reports"][string] => ({
  code: limited(`return ${before};`), filename, at: before, messageId: "missing", data: { title: "429 Too Many Requests" },
  cures: after === undefined ? [] : [{ tier: "choice", messageId: "guess", output: limited(`return ${after};`) }],
});

run(rule, {
  silent: silent({
    "the field": limited('return new Response("Slow down", { status: 429, headers: { "Retry-After": "60" } });'),
    "headers of the platform": limited('const headers = new Headers(); headers.set("Retry-After", "60"); return new Response("Slow down", { status: 429, headers });'),
    "a field that is set later": limited('const response = NextResponse.json({ error: "Slow down" }, { status: 429 }); response.headers.set("Retry-After", "60"); return response;'),
    "the fields of others": limited('return NextResponse.json({}, { status: 429, headers: { "X-RateLimit-Reset": reset } });'),
    "fields from elsewhere": limited("return NextResponse.json({}, { status: 429, headers: limitHeaders(result) });"),
    "an init from elsewhere": limited("return NextResponse.json({}, refusal);"),
    "a catch clause that calls everything a limit": route("POST", 'try { await search(); } catch (error) { return new Response("Rate limit exceeded", { status: 429 }); }'),
  }),
  reports: {
    "new Response": report('new Response("Slow down", { status: 429 })', 'new Response("Slow down", { status: 429, headers: { "Retry-After": "60" } })'),
    "NextResponse.json": report("NextResponse.json({ error }, { status: 429 })", 'NextResponse.json({ error }, { status: 429, headers: { "Retry-After": "60" } })'),
    "beside other fields": report('Response.json({}, { status: 429, headers: { "x-a": "b" } })', 'Response.json({}, { status: 429, headers: { "x-a": "b", "Retry-After": "60" } })'),
    "a limit whose window is known": {
      code: route("POST", 'const { success } = await ratelimit(5, "30 s").limit(ip); if (!success) return new Response("Slow down", { status: 429 });'), filename,
      at: 'new Response("Slow down", { status: 429 })', messageId: "missing", data: { title: "429 Too Many Requests" },
      cures: [{
        tier: "choice", messageId: "set", data: { wait: "30 seconds" },
        output: route("POST", 'const { success } = await ratelimit(5, "30 s").limit(ip); if (!success) return new Response("Slow down", { status: 429, headers: { "Retry-After": "30" } });'),
      }],
    },
    "a status in front of a spread": report("Response.json({}, { ...init, status: 429, headers: {} })", 'Response.json({}, { ...init, status: 429, headers: { "Retry-After": "60" } })'),
  },
});
