import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/prefer-not-found.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const options = { checkWords: true, checkEmptyLists: true };
const no = 'return NextResponse.json({ error: "No" }, { status: 400 });';
const find = "const user = await prisma.user.findUnique({ where: { id: params.id } });";

const report = (before: string, answer: (code: number) => string, status = 400): Cases["reports"][string] => ({
  code: route("GET", `${before} return ${answer(status)};`), filename, at: answer(status), messageId: "missing",
  data: { title: titleOf(status), right: titleOf(404) },
  cures: [{ tier: "evident", messageId: "answer", data: { title: titleOf(404) }, output: route("GET", `${before} return ${answer(404)};`) }],
});

run(rule, {
  silent: {
    "the status of the server": { code: route("GET", `${find} if (!user) ${no}`), filename: "app/api/status/route.ts", options },
    ...silentRoutes("GET", {
      "404": `${find} if (!user) return NextResponse.json({ error: "User not found" }, { status: 404 });`,
      "notFound()": `${find} if (!user) notFound();`,
      "nothing is an answer": `${find} if (!user) return NextResponse.json(null);`,
      "a redirect": `${find} if (!user) return NextResponse.redirect(new URL("/users", request.url));`,
      "a query that is missing": `const query = new URL(request.url).searchParams.get("query"); if (!query) ${no}`,
      "a query, destructured": `const { searchParams } = request.nextUrl; const id = searchParams.get("id"); if (!id) ${no}`,
      "a record that the query names": `const user = await prisma.user.findUnique({ where: { id: request.nextUrl.searchParams.get("id") } }); if (!user) ${no}`,
      "a record that the content names": `const { id } = await request.json(); const user = await db.query.users.findFirst({ where: eq(users.id, id) }); if (!user) ${no}`,
      "what belongs to the caller": `const session = await auth(); const cart = await prisma.cart.findUnique({ where: { userId: session.user.id, isOpen: true } }); if (!cart) ${no}`,
      "a header": `const signature = request.headers.get("x-signature"); if (!signature) ${no}`,
      "a setting of the server": `const key = process.env.API_KEY; if (!key) return new Response("API key not found", { status: 500 });`,
      "a webhook": `const event = stripe.webhooks.constructEvent(body, signature, secret); ${find} if (!user) return new Response("User not found", { status: 400 });`,
    }, options),
  },
  reports: {
    "a record that the path names": report(`${find} if (!user)`, (code) => `NextResponse.json({ error: "No" }, { status: ${code} })`),
    "whoever asks": {
      code: route("GET", `const session = await auth(); const user = await prisma.user.findUnique({ where: { id: session.user.id } }); if (!user) ${no}`),
      filename, at: 'NextResponse.json({ error: "No" }, { status: 400 })', messageId: "missing", data: { title: titleOf(400), right: titleOf(404) },
      cures: [404, 401, 500].map((code) => ({
        tier: "choice", messageId: "answer", data: { title: titleOf(code) },
        output: route("GET", `const session = await auth(); const user = await prisma.user.findUnique({ where: { id: session.user.id } }); if (!user) ${no.replace("400", String(code))}`),
      })),
    },
    "Response.json": report(`${find} if (!user)`, (code) => `Response.json({ error: "No" }, { status: ${code} })`),
    "new Response": report(`${find} if (!user)`, (code) => `new Response("User not found", { status: ${code} })`, 500),
    "no content": report(`${find} if (!user)`, (code) => `new NextResponse(null, { status: ${code} })`),
    "beside fields": report(`${find} if (!user)`, (code) => `NextResponse.json({ error: "No" }, { status: ${code}, headers: { "x-a": "b" } })`),
    "the status of a user": { ...report(`${find} if (!user)`, (code) => `NextResponse.json({ error: "No" }, { status: ${code} })`), filename: "app/api/users/[id]/status/route.ts" },
    "params that are awaited": report("const { id } = await params; const user = await db.query.users.findFirst({ where: eq(users.id, id) }); if (!user)", (code) => `NextResponse.json({ error: "No" }, { status: ${code} })`),
  },
});
