import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-success-in-error.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;

const report = (answer: string, status: number, success: string, after?: string): Cases["reports"][string] => ({
  code: route("GET", `return ${answer};`), filename, at: answer, messageId: "success", data: { title: titleOf(status), success },
  cures: after === undefined ? [] : [{ tier: "choice", messageId: "answer", data: { title: titleOf(200) }, output: route("GET", `return ${after};`) }],
});

run(rule, {
  silent: silentRoutes("GET", {
    "a failure": 'return NextResponse.json({ success: false, error: "No" }, { status: 400 });',
    "a success": "return NextResponse.json({ success: true });",
    "a status that run time knows": "return NextResponse.json({ success: true }, init);",
    "a flag that run time knows": "return NextResponse.json({ success: result.success }, { status: 400 });",
    "words of what is gone": 'return new Response("Order completed", { status: 404 });',
  }, { checkWords: true }),
  reports: {
    "NextResponse.json": report("NextResponse.json({ success: true }, { status: 400 })", 400, "success: true", "NextResponse.json({ success: true }, { status: 200 })"),
    "Response.json": report("Response.json({ ok: true, user }, { status: 500 })", 500, "ok: true", "Response.json({ ok: true, user }, { status: 200 })"),
    "a text of JSON": report("new Response(JSON.stringify({ success: true }), { status: 404 })", 404, "success: true", "new Response(JSON.stringify({ success: true }), { status: 200 })"),
  },
});
