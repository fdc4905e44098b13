import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/require-error-details.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const name = "const { name } = await request.json(); if (!name)";

const report = (answer: string, words?: string): Cases["reports"][string] => ({
  code: route("POST", `${name} return ${answer};`), filename: routeFile, at: answer, messageId: words === undefined ? "empty" : "vague",
  data: { title: titleOf(400), ...(words !== undefined && { words: JSON.stringify(words) }) },
});

run(rule, {
  silent: {
    ...silentRoutes("POST", {
      "what is missing": `${name} return NextResponse.json({ error: "Name is required" }, { status: 400 });`,
      "the issues of a schema": "const parsed = schema.safeParse(await request.json()); if (!parsed.success) return NextResponse.json(parsed.error.issues, { status: 422 });",
      "the text of an error": "const parsed = schema.safeParse(await request.json()); if (!parsed.success) return new Response(JSON.stringify(parsed.error), { status: 422 });",
      "content that run time knows": `${name} return new Response(render(), { status: 400 });`,
      "401": 'if (!request.headers.get("authorization")) return new Response(null, { status: 401 });',
      "404": "const user = await prisma.user.findUnique({ where: { id: params.id } }); if (!user) return new Response(null, { status: 404 });",
      "a webhook": 'const event = stripe.webhooks.constructEvent(body, signature, secret); if (!event.id) return new Response(null, { status: 400 });',
    }, { checkClientErrors: true }),
    ...silentRoutes("HEAD", { "HEAD": 'if (!request.nextUrl.searchParams.get("id")) return new Response(null, { status: 400 });' }, { checkClientErrors: true }),
  },
  reports: {
    "nothing": report("new Response(null, { status: 400 })"),
    "nothing, without a word for it": report("new NextResponse(undefined, { status: 400 })"),
    "the title": report('new Response("Bad Request", { status: 400 })', "Bad Request"),
    "a word": report('NextResponse.json({ error: "Invalid request" }, { status: 400 })', "Invalid request"),
    "an empty record": report("Response.json({}, { status: 400 })"),
  },
});
