import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/prefer-validation-status.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const json = (status: number): string => `NextResponse.json({ error: "No" }, { status: ${status} })`;

const report = (before: string, status: number): Cases["reports"][string] => ({
  code: route("POST", `${before} return ${json(status)};`), filename, at: json(status), messageId: "invalid",
  data: { title: titleOf(status), right: titleOf(400) },
  cures: [{ tier: "evident", messageId: "answer", data: { title: titleOf(400) }, output: route("POST", `${before} return ${json(400)};`) }],
});

run(rule, {
  silent: silentRoutes("POST", {
    "400": `const { name } = await request.json(); if (!name) return ${json(400)};`,
    "422": `const parsed = schema.safeParse(await request.json()); if (!parsed.success) return ${json(422)};`,
    "404 for an id in the path": `const { id } = await params; if (!id) return ${json(404)};`,
    "401 for a token in the content": `const { token } = await request.json(); if (!token) return ${json(401)};`,
    "403 for a signature": `const signature = request.headers.get("x-signature"); if (!signature) return ${json(403)};`,
    "403 for a state of a flow": `const state = request.cookies.get("oauth_state")?.value; if (!state) return ${json(403)};`,
    "500 for a setting": `const key = process.env.API_KEY; if (!key) return ${json(500)};`,
    "a second case": `const query = request.nextUrl.searchParams; if (query.get("one")) { await load(); } else if (query.get("other")) { if (!isOpen()) return ${json(403)}; }`,
    "an error of a service": `const { data, error } = await supabase.from("users").select(); if (error) return ${json(500)};`,
    "a redirect": `const code = request.nextUrl.searchParams.get("code"); if (!code) return NextResponse.redirect(new URL("/login", request.url));`,
  }, { checkWords: true }),
  reports: {
    "500 for a member of the content": report("const { name } = await request.json(); if (!name)", 500),
    "500 for a part of a form": report('const form = await request.formData(); const file = form.get("file"); if (!file)', 500),
    "404 for a query": report('const { searchParams } = new URL(request.url); const query = searchParams.get("query"); if (!query)', 404),
    "403 for a schema": report("const parsed = schema.safeParse(await request.json()); if (!parsed.success)", 403),
    "500 for one of two": report("const body = await request.json(); if (!body.name || !body.email)", 500),
  },
});
