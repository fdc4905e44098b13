import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-unregistered-status-code.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const report = (before: string, answer: (status: number) => string, status: number, likeness: number, codes: readonly number[]): Cases["reports"][string] => ({
  code: route("GET", `${before} return ${answer(status)};`), filename: routeFile, at: answer(status), messageId: "unregistered",
  data: { title: titleOf(status), likeness: titleOf(likeness) },
  cures: codes.map((code) => ({ tier: "choice", messageId: "answer", data: { title: titleOf(code) }, output: route("GET", `${before} return ${answer(code)};`) })),
});

run(rule, {
  silent: silentRoutes("GET", {
    "a registered status": "return NextResponse.json({}, { status: 451 });",
    "the early hint of a platform": "return new Response(null, { status: 204 });",
    "a status that run time knows": "return new Response(null, { status: upstream.status });",
    "a joke": 'return new Response("I am a teapot", { status: 418 });',
  }),
  reports: {
    "a status for a session": report("if (!request.headers.get('authorization'))", (status) => `NextResponse.json({}, { status: ${status} })`, 498, 400, [401]),
    "another": report("", (status) => `new Response(null, { status: ${status} })`, 299, 200, [200]),
  },
});
