import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-error-in-success.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const options = { checkWords: true };

const report = (before: string, answer: string, failure: string, codes: readonly (readonly [code: number, after: string])[], tier: "evident" | "choice"): Cases["reports"][string] => ({
  code: route("POST", `${before} return ${answer}; }`), filename, at: answer, messageId: "failure", data: { title: "200 OK", failure },
  cures: codes.map(([code, after]) => ({ tier, messageId: "answer", data: { title: titleOf(code) }, output: route("POST", `${before} return ${after}; }`) })),
});

const session = "const session = await auth(); if (!session) {";
const caught = "try { await save(); } catch (error) {";

run(rule, {
  silent: {
    ...silentRoutes("POST", {
      "an error with its own status": 'return NextResponse.json({ error: "Bad" }, { status: 400 });',
      "a status that run time knows": "try { await save(); } catch (error) { return NextResponse.json({ error: error.message }, { status: error.status }); }",
      "an init from elsewhere": "try { await save(); } catch (error) { return NextResponse.json({ error: error.message }, init); }",
      "no error": "return NextResponse.json({ data, error: null });",
      "an error that may not be there": "const { data, error } = await load(); return NextResponse.json({ data, error });",
      "a webhook that skips": 'const event = stripe.webhooks.constructEvent(body, signature, secret); if (!event) return NextResponse.json({ error: "Not found, skipping" });',
      "a redirect that tells": "try { await save(); } catch (error) { return NextResponse.redirect(new URL(`/login?error=${error.message}`, request.url)); }",
      "an event stream": "const stream = new ReadableStream({ start(controller) { controller.error(new Error('x')); } }); return new Response(stream, { headers });",
      "the answer of another server": "const upstream = await fetch(url); if (!upstream.ok) return new Response(upstream.body, upstream);",
      "the state of a job": "return NextResponse.json({ status: 'failed', error: job.error });",
    }, options),
    "a cron route": { code: route("GET", 'if (!job) return NextResponse.json({ error: "No job found" }); return NextResponse.json({ ok: true });'), filename: "app/api/cron/clean/route.ts", options },
    "an action of a form": { code: '"use server"; export async function save(data) { if (!data) return { error: "Missing" }; }', filename: "app/actions.ts", options },
    "an image": { code: 'import { ImageResponse } from "next/og"; export async function GET() { return new ImageResponse(element, { width: 1200 }); }', filename: "app/api/og/route.ts", options },
  },
  reports: {
    "a caught error": report(caught, "NextResponse.json({ error: error.message })", "error: error.message", [[500, "NextResponse.json({ error: error.message }, { status: 500 })"]], "evident"),
    "a caught error beside fields": report(caught, "Response.json({ error }, { headers: {} })", "error: error", [[500, "Response.json({ error }, { headers: {}, status: 500 })"]], "evident"),
    "nobody signed in": report(session, 'NextResponse.json({ error: "Please sign in" })', 'error: "Please sign in"', [[401, 'NextResponse.json({ error: "Please sign in" }, { status: 401 })']], "evident"),
    "a flag": report(session, "NextResponse.json({ success: false })", "success: false", [[401, "NextResponse.json({ success: false }, { status: 401 })"]], "evident"),
    "a record that is missing": report(
      "const user = await prisma.user.findUnique({ where: { id: params.id } }); if (!user) {", 'NextResponse.json({ error: "User not found" }, { status: 200 })', 'error: "User not found"',
      [[404, 'NextResponse.json({ error: "User not found" }, { status: 404 })']], "evident",
    ),
  },
});
