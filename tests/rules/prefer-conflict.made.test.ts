import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/prefer-conflict.ts";
import { route, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = "app/api/users/route.ts";
const find = "const { email } = await request.json(); const existing = await prisma.user.findUnique({ where: { email } });";
const json = (status: number): string => `NextResponse.json({ error: "User already exists" }, { status: ${status} })`;

const report = (before: string, answer: (status: number) => string, status: number, tier: "evident" | "choice" = "evident", codes = [409]): Cases["reports"][string] => ({
  code: route("POST", `${before} return ${answer(status)};`), filename, at: answer(status), messageId: "duplicate",
  data: { title: titleOf(status), right: titleOf(409) }, ...(tier === "choice" && { options: { checkWords: true } }),
  cures: codes.map((code) => ({ tier, messageId: "answer", data: { title: titleOf(code) }, output: route("POST", `${before} return ${answer(code)};`) })),
});

run(rule, {
  silent: silentRoutes("POST", {
    "409": `${find} if (existing) return ${json(409)};`,
    "422": `${find} if (existing) return ${json(422)};`,
    "what is there is the answer": `${find} if (existing) return NextResponse.json(existing);`,
    "somebody who is signed in": `const session = await auth(); if (session) return NextResponse.redirect(new URL("/", request.url));`,
    "a caller who may": `const session = await auth(); if (session?.user) return NextResponse.json({ user: session.user });`,
    "a status that run time knows": `${find} if (existing) return NextResponse.json({ error: "User already exists" }, init);`,
    "a webhook that comes twice": `const event = stripe.webhooks.constructEvent(body, signature, secret); ${find} if (existing) return ${json(400)};`,
  }, { checkWords: true }),
  reports: {
    "400": report(`${find} if (existing)`, json, 400),
    "500": report(`${find} if (existing)`, (status) => `new Response("Email already taken", { status: ${status} })`, 500),
    "403 beside fields": report(`${find} if (existing)`, (status) => `Response.json({ error: "User already exists" }, { headers: { "x-a": "b" }, status: ${status} })`, 403),
    "words alone, where they are checked": report("if (clashes(request))", json, 400, "choice"),
  },
});
