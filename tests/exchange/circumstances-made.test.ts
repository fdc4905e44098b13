import { describe, expect, it } from "vitest";
import { exchangesOf } from "../support/read.ts";

/** `missing strong 404` for each answer of a handler of the app router, in the order of the source. */
const reasons = (statements: string, given = "request, { params }"): string[] =>
  exchangesOf(`export const PUT = async (${given}) => { ${statements} };`, { filename: "/project/app/api/users/[id]/route.js" })
    .flatMap(({ responses }) => responses.map(({ because: { kind, certainty, codes } }) =>
      [kind, ...(kind === "none" ? [] : [certainty, codes.join("|")])].join(" ")));

const no = `return Response.json({ error: "x" }, { status: 400 });`;
const unauthenticated = "unauthenticated strong 401";
const invalid = "invalid strong 400";

const callers: readonly string[] = [
  `const session = await getServerSession(authOptions); if (!session) ${no}`,
  `const session = await getServerSession(authOptions); if (!session?.user) ${no}`,
  `const session = await auth(); if (!session?.user?.id) ${no}`,
  `const { userId } = auth(); if (!userId) ${no}`,
  `const user = await currentUser(); if (!user) ${no}`,
  `const user = await getCurrentUser(); if (user === null) ${no}`,
  `const token = await getToken({ req: request, secret }); if (!token) ${no}`,
  `const { data: { user } } = await supabase.auth.getUser(); if (!user) ${no}`,
  `const session = await getSession(request.headers.get("Cookie")); if (!session.has("userId")) ${no}`,
  `const user = await getUser(request); if (!user) ${no}`,
  `const session = await auth.api.getSession({ headers: await headers() }); if (!session) ${no}`,
  `if (!(await getServerSession(authOptions))) ${no}`,
  `const header = request.headers.get("authorization"); if (!header) ${no}`,
  `const header = (await headers()).get("authorization"); if (!header) ${no}`,
  `const token = request.headers.get("Authorization")?.split(" ")[1]; if (!token) ${no}`,
  `if (!request.headers.get("x-api-key")) ${no}`,
  `const token = request.cookies.get("session")?.value; if (!token) ${no}`,
  `const store = await cookies(); const token = store.get("session-token"); if (!token) ${no}`,
  `const token = request.headers.get("authorization"); const payload = await verifyToken(token); if (!payload) ${no}`,
];

const invalids: readonly string[] = [
  `const query = new URL(request.url).searchParams.get("query"); if (!query) ${no}`,
  `const { searchParams } = new URL(request.url); const query = searchParams.get("query"); if (!query) ${no}`,
  `const query = request.nextUrl.searchParams.get("query"); if (!query) ${no}`,
  `const url = new URL(request.url); if (!url.searchParams.has("query")) ${no}`,
  `const { name } = await request.json(); if (!name) ${no}`,
  `const body = await request.json(); if (!body.name || !body.email) ${no}`,
  `const { name } = schema.parse(await request.json()); if (!name) ${no}`,
  `const form = await request.formData(); const file = form.get("file"); if (!file) ${no}`,
  `const parsed = schema.safeParse(await request.json()); if (!parsed.success) ${no}`,
];

const others: readonly (readonly [statements: string, reason: string, given?: string])[] = [
  [`const query = request.nextUrl.searchParams; const one = query.get("one"); const other = query.get("other"); if (one) { load(one); } else if (other) { if (!isOpen(other)) ${no} }`, "none"],
  // What the path names.
  [`const user = await prisma.user.findUnique({ where: { id: params.id } }); if (!user) ${no}`, "missing strong 404"],
  [`const { id } = await params; const user = await prisma.user.findUnique({ where: { id } }); if (!user) ${no}`, "missing strong 404"],
  [`const { id } = await context.params; const user = await db.query.users.findFirst({ where: eq(users.id, id) }); if (!user) ${no}`, "missing strong 404", "request, context"],
  [`const user = await db.user.find(params.id); if (!user) ${no}`, "missing strong 404", "{ params, session }"],
  [`const { id } = await request.json(); const user = await prisma.user.findUnique({ where: { id } }); if (!user) ${no}`, "missing strong 404|400|401|409|422"],
  [`const user = await prisma.user.findUnique({ where: { id: request.nextUrl.searchParams.get("id") } }); if (!user) ${no}`, "missing strong 404|400|409|422"],
  [`const session = await auth(); const user = await prisma.user.findUnique({ where: { id: session.user.id } }); if (!user) ${no}`, "missing strong 404|401|500"],

  // Who may.
  [`const session = await auth(); if (session.user.role !== "admin") ${no}`, "forbidden strong 403"],
  [`const session = await auth(); if (!session || session.user.role !== "admin") ${no}`, "forbidden strong 403|401"],
  [`const session = await auth(); const post = await prisma.post.findUnique({ where: { id: params.id } }); if (post.authorId !== session.user.id) ${no}`, "forbidden strong 403"],
  [`const session = await auth(); if (!canEdit(session.user, params.id)) ${no}`, "forbidden strong 403"],
  [`const { data: { user }, error } = await supabase.auth.getUser(); if (error || !user) ${no}`, "unauthenticated strong 401|500"],
  [`if (request.headers.get("authorization") !== \`Bearer \${process.env.SECRET}\`) ${no}`, "unauthenticated strong 401|403"],

  [`const session = await auth(); const adminRole = await getAdminRole(session.user.id); if (!adminRole) ${no}`, "forbidden strong 403"],
  [`const session = await auth(); if (!session?.user || !session?.user.email) ${no}`, "unauthenticated strong 401"],
  [`const session = await auth(); if (!session.user.email) ${no}`, "none"],

  // What is wrong with something else than the caller.
  [`const { file } = await request.json(); if (!isAllowedType(file)) ${no}`, "none"],
  [`const order = await load(params.id); if (!canCancel(order)) ${no}`, "none"],
  [`const session = await auth(); if (!session.user.stripeId) ${no}`, "none"],
  [`const session = await getSession(request.headers.get("Cookie")); if (session.get("state") !== request.nextUrl.searchParams.get("state")) ${no}`, "none"],
  [`const { role } = await request.json(); if (role !== "admin") ${no}`, "none"],
  [`return join(params.id).then(({ user }) => { if (!user) ${no} return Response.json(user, { status: 201 }); });`, "none"],
  [`const session = await getSession(params.id); if (!session) ${no}`, "missing strong 404"],
  [`const { sessionId } = await request.json(); const session = await getSession(sessionId); if (!session) ${no}`, "missing strong 404|400|401|409|422"],
  [`const state = request.cookies.get("oauth_state"); if (!state) ${no}`, "invalid strong 400|401|403"],
  [`const signature = (await headers()).get("x-signature"); if (!signature) ${no}`, "invalid strong 400|401|403"],
  [`const token = request.nextUrl.searchParams.get("token"); const email = verifyUnsubscribeToken(token); if (!email) ${no}`, "invalid strong 400|401|403|404|410"],
  [`if (!process.env.API_KEY) ${no}`, "unexpected strong 500"],
  [`const key = process.env.API_KEY; if (!key) return new Response("API key not found", { status: 400 });`, "unexpected strong 500"],
  [`if (!env.API_KEY) ${no}`, "unexpected strong 500", "request, env"],
  [`const value = await env.STORE.get(params.id); if (!value) ${no}`, "missing strong 404", "{ request, env, params }"],
];

describe("who is asking is not known", () => {
  it.each(callers)("%s", (statements) => {
    expect(reasons(statements)).toEqual([unauthenticated]);
  });
});

describe("the input is not valid", () => {
  it.each(invalids)("%s", (statements) => {
    expect(reasons(statements)).toEqual([invalid]);
  });
});

describe("other guards", () => {
  it.each(others.map(([statements, reason, given = "request, { params }"]) => [statements, reason, given] as const))("%s", (statements, reason, given) => {
    expect(reasons(statements, given)[0]).toBe(reason);
  });
});
