import { rule } from "../../src/rules/prefer-created.ts";
import { route, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = "app/api/posts/route.ts";
const create = "const post = await prisma.post.create({ data: await request.json() });";

const report = (before: string, answer: string, after?: string): Cases["reports"][string] => ({
  code: route("POST", `${before} return ${answer};`), filename, at: answer, messageId: "created", data: { title: "200 OK" },
  cures: after === undefined ? [] : [{ tier: "evident", messageId: "answer", data: { title: "201 Created" }, output: route("POST", `${before} return ${after};`) }],
});

run(rule, {
  silent: {
    ...silentRoutes("POST", {
      "201": `${create} return NextResponse.json(post, { status: 201 });`,
      "a redirect to what was created": `${create} return NextResponse.redirect(new URL("/posts", request.url), 303);`,
      "a failure": `try { ${create} return NextResponse.json(post, { status: 201 }); } catch (error) { return NextResponse.json({ error: "Failed" }, { status: 500 }); }`,
      "a status that run time knows": `${create} return NextResponse.json(post, init);`,
      "a session of a payment": "const session = await stripe.checkout.sessions.create({}); return NextResponse.json({ url: session.url });",
      "a completion": "const answer = await openai.chat.completions.create({ messages }); return NextResponse.json(answer);",
      "a webhook": `const event = stripe.webhooks.constructEvent(await request.text(), signature, secret); ${create} return NextResponse.json(post);`,
      "a transaction that creates on one path": "const post = await prisma.$transaction(async (tx) => { if (isNew) return tx.post.create({ data }); return tx.post.update({ data }); }); return NextResponse.json(post);",
      "an id that is made up": 'const postId = createPostId({ prefix: "p_" }); await prisma.post.update({ where: { id: params.id }, data: { postId } }); return NextResponse.json({ postId });',
      "a callback that may not run": "const made = await unless(found, async () => { return prisma.post.create({ data }); }); return NextResponse.json(made);",
    }, { checkNames: true }),
    ...silentRoutes("PUT", { "a PUT": `${create} return NextResponse.json(post);` }),
  },
  reports: {
    "NextResponse.json": report(create, "NextResponse.json(post)", "NextResponse.json(post, { status: 201 })"),
    "Response.json": report(create, "Response.json(post)", "Response.json(post, { status: 201 })"),
    "new Response": report(create, "new Response(JSON.stringify(post))", "new Response(JSON.stringify(post), { status: 201 })"),
    "a written 200": report(create, "NextResponse.json(post, { status: 200 })", "NextResponse.json(post, { status: 201 })"),
    "beside fields": report(create, 'NextResponse.json(post, { headers: { "x-a": "b" } })', 'NextResponse.json(post, { headers: { "x-a": "b" }, status: 201 })'),
    "what a schema shows": report(create, "NextResponse.json(schema.parse(post))", "NextResponse.json(schema.parse(post), { status: 201 })"),
    "what a schema shows, in a variable": report(`${create} const shown = schema.parse(clean(post));`, "NextResponse.json(shown)", "NextResponse.json(shown, { status: 201 })"),
    "what a transaction gives back": report(
      "const post = await prisma.$transaction(async (tx) => { await check(tx); return await tx.post.create({ data }); });", "NextResponse.json(post)", "NextResponse.json(post, { status: 201 })",
    ),
    "what a transaction is": report("const post = await db.transaction((tx) => tx.post.create({ data }));", "NextResponse.json(post)", "NextResponse.json(post, { status: 201 })"),
  },
});
