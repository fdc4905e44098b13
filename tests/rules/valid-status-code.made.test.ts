import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/valid-status-code.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;

const report = (answer: string, messageId: string, data: Readonly<Record<string, string>>, after?: readonly [code: number, text: string], tier: "safe" | "choice" = "choice"): Cases["reports"][string] => ({
  code: route("GET", `return ${answer};`), filename, at: answer, messageId, data,
  cures: after ? [{ tier, messageId: "answer", data: { title: titleOf(after[0]) }, output: route("GET", `return ${after[1]};`) }] : [],
});

run(rule, {
  silent: silentRoutes("GET", {
    "a number": "return NextResponse.json({}, { status: 201 });",
    "no status": "return NextResponse.json({}, { status: undefined });",
    "a status that run time knows": "return NextResponse.json({}, { status: error.status ?? 500 });",
    "an init from elsewhere": "return new Response(null, upstream);",
    "a redirect": "return NextResponse.redirect(new URL('/a', request.url), 308);",
    "a redirect with a record": "return NextResponse.redirect(new URL('/a', request.url), { status: 303 });",
    "a redirect of Next.js": "redirect('/a');",
  }),
  reports: {
    "a text": report('NextResponse.json({}, { status: "404" })', "converted", { value: '"404"', title: titleOf(404) }, [404, "NextResponse.json({}, { status: 404 })"], "safe"),
    "beyond the range": report("new Response(null, { status: 600 })", "refused", { value: "600", title: titleOf(600) }),
    "null": report("Response.json({}, { status: null })", "refused", { value: "null", title: titleOf(0) }),
  },
});
