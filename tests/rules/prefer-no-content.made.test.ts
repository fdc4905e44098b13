import { rule } from "../../src/rules/prefer-no-content.ts";
import { route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const filename = routeFile;
const options = { checkAcknowledgements: true };
const done = "await prisma.user.delete({ where: { id: params.id } });";

const report = (answer: string, after: string | undefined, messageId: "empty" | "acknowledged"): Cases["reports"][string] => ({
  code: route("DELETE", `${done} return ${answer};`), filename, options, at: answer, messageId, data: { title: "200 OK" },
  cures: after === undefined ? [] : [{ tier: messageId === "empty" ? "evident" : "choice", messageId: "answer", data: { title: "204 No Content" }, output: route("DELETE", `${done} return ${after};`) }],
});

run(rule, {
  silent: {
    ...silentRoutes("DELETE", {
      "204": `${done} return new Response(null, { status: 204 });`,
      "what was deleted": "const user = await prisma.user.delete({ where: { id: params.id } }); return NextResponse.json(user);",
      "the id of what was deleted": `${done} return NextResponse.json({ id: params.id });`,
      "a count": "const { count } = await prisma.user.deleteMany({}); return NextResponse.json({ count });",
      "an init from elsewhere": `${done} return NextResponse.json({ success: true }, init);`,
      "a redirect": `${done} return NextResponse.redirect(new URL("/users", request.url), 303);`,
      "a failure": `try { ${done} return new Response(null, { status: 204 }); } catch (error) { return new Response(null, { status: 500 }); }`,
    }, options),
    ...silentRoutes("POST", { "another method": "return new Response();" }, options),
    ...silentRoutes("OPTIONS", { "a preflight": "return new Response(null, { headers });" }, options),
  },
  reports: {
    "nothing": report("new Response()", "new Response(null, { status: 204 })", "empty"),
    "null": report("new NextResponse(null)", "new NextResponse(null, { status: 204 })", "empty"),
    "null with 200": report("new Response(null, { status: 200 })", "new Response(null, { status: 204 })", "empty"),
    "an acknowledgement": report("NextResponse.json({ success: true })", "new NextResponse(null, { status: 204 })", "acknowledged"),
    "an acknowledgement with 200": report("Response.json({ ok: true }, { status: 200 })", "new Response(null, { status: 204 })", "acknowledged"),
    "a text": report('new Response("Deleted")', "new Response(null, { status: 204 })", "acknowledged"),
    "beside fields": report("NextResponse.json({ success: true }, { headers })", "new NextResponse(null, { headers, status: 204 })", "acknowledged"),
    "with a type that would stay": report('NextResponse.json({ success: true }, { headers: { "Content-Type": "application/json" } })', undefined, "acknowledged"),
  },
});
