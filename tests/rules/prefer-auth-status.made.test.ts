import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/prefer-auth-status.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const options = { checkWords: true };
const json = (status: number, says = "No"): string => `NextResponse.json({ error: "${says}" }, { status: ${status} })`;

const report = (before: string, status: number, right: number, messageId: string): Cases["reports"][string] => ({
  code: route("POST", `${before} return ${json(status)};`), filename, at: json(status), messageId,
  data: { title: titleOf(status), right: titleOf(right) },
  cures: [{ tier: "evident", messageId: "answer", data: { title: titleOf(right) }, output: route("POST", `${before} return ${json(right)};`) }],
});

const session = "const session = await getServerSession(authOptions);";

run(rule, {
  silent: silentRoutes("POST", {
    "401 without a session": `${session} if (!session) return ${json(401, "Unauthorized")};`,
    "401 for nobody, or for somebody else": `${session} if (!session || session.user.id !== params.id) return ${json(401, "Unauthorized")};`,
    "403 for nobody, or for somebody else": `${session} if (!session || session.user.id !== params.id) return ${json(403, "Forbidden")};`,
    "404 that hides": `${session} if (!session) return ${json(404)};`,
    "a redirect to the login": `${session} if (!session) return NextResponse.redirect(new URL("/login", request.url));`,
    "nobody is an answer": `${session} if (!session) return NextResponse.json(null);`,
    "a file that is not allowed": `const form = await request.formData(); if (!isAllowedImage(form.get("file"))) return ${json(400, "Invalid image type")};`,
    "a state in which it cannot be done": `const order = await load(params.id); if (!canCancel(order)) return ${json(400)};`,
    "a member of the account": `${session} if (!session.user.stripeId) return ${json(400, "No customer")};`,
    "the state of an OAuth flow": `const url = new URL(request.url); const state = request.cookies.get("state")?.value; if (!state || state !== url.searchParams.get("state")) return new Response(null, { status: 400 });`,
    "the code of an OAuth flow": `const code = new URL(request.url).searchParams.get("code"); if (!code) return ${json(400, "Missing code")};`,
    "a state kept in a session": `const session = await getSession(request.headers.get("Cookie")); if (session.get("state") !== request.nextUrl.searchParams.get("state")) return ${json(400, "Bad state")};`,
    "a signature that is missing": `const signature = (await headers()).get("x-signature"); if (!signature) return ${json(400, "Missing signature")};`,
    "the token of a link": `const token = request.nextUrl.searchParams.get("token"); const email = verifyUnsubscribeToken(token); if (!email) return ${json(400, "Invalid or expired token")};`,
    "a setting of the server": `if (!process.env.API_KEY) return ${json(500, "API key not found")};`,
    "a webhook": `const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get("stripe-signature"), secret); if (!event) return ${json(400, "Invalid signature")};`,
  }, options),
  reports: {
    "400 without a session": report(`${session} if (!session)`, 400, 401, "unauthenticated"),
    "403 without a session": report(`${session} if (!session?.user)`, 403, 401, "unauthenticated"),
    "500 without a user": report("const { data: { user } } = await supabase.auth.getUser(); if (!user)", 500, 401, "unauthenticated"),
    "403 without a credential": report(`const header = request.headers.get("authorization"); if (!header)`, 403, 401, "unauthenticated"),
    "400 for a session cookie that is not there": report(`if (!request.cookies.get("session"))`, 400, 401, "unauthenticated"),
    "400 for a token that does not hold": report(`const payload = await verifyToken(request.cookies.get("token")?.value); if (!payload)`, 400, 401, "unauthenticated"),
    "401 for a role": report(`${session} if (session.user.role !== "admin")`, 401, 403, "forbidden"),
    "400 for an owner": report(`${session} const post = await db.post.findUnique({ where: { id: params.id } }); if (post.authorId !== session.user.id)`, 400, 403, "forbidden"),
    "500 for a right": report(`${session} if (!canEdit(session.user, params.id))`, 500, 403, "forbidden"),
  },
});
