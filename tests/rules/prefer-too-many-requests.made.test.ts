import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/prefer-too-many-requests.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const limit = 'const { success } = await ratelimit.limit(request.headers.get("x-forwarded-for")); if (!success)';

const report = (before: string, answer: (status: number) => string, status: number): Cases["reports"][string] => ({
  code: route("POST", `${before} return ${answer(status)};`), filename, at: answer(status), messageId: "limited",
  data: { title: titleOf(status), right: titleOf(429) },
  cures: [{ tier: "evident", messageId: "answer", data: { title: titleOf(429) }, output: route("POST", `${before} return ${answer(429)};`) }],
});

run(rule, {
  silent: silentRoutes("POST", {
    "429": `${limit} return new Response("Slow down", { status: 429 });`,
    "503": `${limit} return new Response("Busy", { status: 503 });`,
    "a result that is no limiter's": 'const { success } = await verify(token); if (!success) return new Response("No", { status: 400 });',
    "a plan that is used up": 'if (workspace.usage >= workspace.usageLimit) return new Response("Upgrade your plan", { status: 403 });',
    "a catch clause that calls everything a limit": 'try { await search(); } catch (error) { return new Response("Rate limit exceeded", { status: 500 }); }',
  }),
  reports: {
    "400": report(limit, (status) => `new Response("Slow down", { status: ${status} })`, 400),
    "403": report(limit, (status) => `NextResponse.json({ error: "Slow down" }, { status: ${status} })`, 403),
    "500": report(limit, (status) => `Response.json({ error: "Slow down" }, { status: ${status}, headers })`, 500),
  },
});
