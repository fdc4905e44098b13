/** Route files, pages and proxies of the app router as people write them, and what a built application answers. */
import { bare, full, worded } from "./case.ts";
import type { WireCase } from "./case.ts";

/** A route file with the given statements in its GET. */
const get = (statements: string): string => `
import { NextResponse } from "next/server";

export async function GET(request) {
  ${statements}
}
`;

const post = (statements: string): string => get(statements).replace("GET", "POST");

/** A route file whose GET calls functions of next/navigation. */
const navigating = (statements: string): string => `
import { forbidden, notFound, permanentRedirect, redirect, unauthorized } from "next/navigation";

export async function GET(request) {
  ${statements}
}
`;

/** A page that is rendered for each request. */
const page = (statements: string): string => `
import { forbidden, notFound, permanentRedirect, redirect, unauthorized } from "next/navigation";

export const dynamic = "force-dynamic";

export default async function Page() {
  ${statements}
  return <h1>Users</h1>;
}
`;

/** The same with the title of the page computed before. */
const metadata = (statements: string): string => `${page("")}
export async function generateMetadata() {
  await Promise.resolve();
  ${statements}
}
`;

const proxy = (statements: string): string => `
import { NextResponse } from "next/server";

export function proxy(request) {
  ${statements}
}
`;

const at = (path: string) => ({ path });
const byMethod = (method: string, path = "/") => ({ method, path });

const inPage = (name: string, statements: string, rest: Omit<WireCase, "name" | "source" | "file">): WireCase =>
  ({ name, source: page(statements), file: "app/page.jsx", ...rest });
const inProxy = (name: string, statements: string, rest: Omit<WireCase, "name" | "source" | "file">): WireCase =>
  ({ name, source: proxy(statements), file: "proxy.js", ...rest });

const contents: readonly WireCase[] = [
  { name: "NextResponse.json", source: get(`return NextResponse.json({ ok: true });`), expect: full(200) },
  { name: "Response.json", source: get(`return Response.json([]);`), expect: full(200) },
  { name: "new Response", source: get(`return new Response("hello");`), expect: full(200) },
  { name: "new NextResponse", source: get(`return new NextResponse("hello", { status: 203 });`), expect: full(203) },
  { name: "NextResponse.json with a status", source: get(`return NextResponse.json({ error: "User not found" }, { status: 404 });`), expect: full(404) },
  { name: "NextResponse.json with a statusText", source: get(`return NextResponse.json({}, { status: 404, statusText: "Nope" });`), expect: worded("Nope", full(404)) },
  { name: "NextResponse.json with fields", source: get(`return NextResponse.json({ error: "Slow down" }, { status: 429, headers: { "Retry-After": "60" } });`), expect: full(429, { "retry-after": "60" }) },
  { name: "headers.set afterwards", source: get(`
  const response = NextResponse.json({ id: 1 }, { status: 201 });
  response.headers.set("Location", "/users/1");
  return response;
  `), expect: full(201, { location: "/users/1" }) },
  { name: "cookies.set afterwards", source: get(`
  const response = NextResponse.json({ ok: true }, { status: 202 });
  response.cookies.set("theme", "dark");
  return response;
  `), expect: full(202) },
  { name: "204 and null", source: get(`return new Response(null, { status: 204 });`), expect: bare(204) },
  { name: "304 and null", source: get(`return new NextResponse(null, { status: 304 });`), expect: bare(304) },
  { name: "205 and null", source: get(`return new Response(null, { status: 205 });`), expect: bare(205) },
  { name: "a path that returns nothing", source: get(`if (request.url === "") { return NextResponse.json({}); }`), expect: bare(500), model: "none" },
  { name: "an error that is only noted", source: get(`try { await Promise.reject(new Error("down")); return NextResponse.json({}); } catch { }`), expect: bare(500), model: "none" },
  { name: "204 and json of null", source: get(`return NextResponse.json(null, { status: 204 });`), expect: bare(500) },
  { name: "204 and json", source: get(`return NextResponse.json({ deleted: true }, { status: 204 });`), expect: bare(500) },
  { name: "204 and the empty string", source: get(`return new NextResponse("", { status: 204 });`), expect: bare(500) },
  { name: "NextResponse.json of nothing", source: get(`return NextResponse.json(undefined);`), expect: bare(500) },
  { name: "a number where the init belongs", source: get(`return NextResponse.json({ error: "missing" }, 404);`), expect: bare(500) },
  { name: "content and a status for it, serialised by hand", source: get(`return new NextResponse(JSON.stringify({ error: "id is missing" }), { status: 400, headers: { "content-type": "application/json" } });`), expect: full(400, { "content-type": "application/json" }) },
  { name: "600", source: get(`return NextResponse.json({}, { status: 600 });`), expect: bare(500) },
];

const redirects: readonly WireCase[] = [
  { name: "NextResponse.redirect", source: get(`return NextResponse.redirect(new URL("/login", request.url));`), expect: bare(307) },
  { name: "NextResponse.redirect with a status", source: get(`return NextResponse.redirect(new URL("/login", request.url), 303);`), expect: bare(303) },
  { name: "NextResponse.redirect with an init", source: get(`return NextResponse.redirect("https://wire.test/new", { status: 308, headers: { "X-A": "1" } });`), expect: bare(308, { location: "https://wire.test/new", "x-a": "1" }) },
  { name: "NextResponse.redirect with an init without a status", source: get(`return NextResponse.redirect("https://wire.test/new", { headers: { "X-A": "1" } });`), expect: bare(307, { location: "https://wire.test/new", "x-a": "1" }) },
  { name: "NextResponse.redirect to a path throws", source: get(`return NextResponse.redirect("/login");`), expect: bare(500) },
  { name: "NextResponse.redirect with 200 throws", source: get(`return NextResponse.redirect("https://wire.test/new", 200);`), expect: bare(500) },
  { name: "NextResponse.redirect with 304 throws", source: get(`return NextResponse.redirect("https://wire.test/new", { status: 304 });`), expect: bare(500) },
  { name: "NextResponse.redirect does not take a status in text", source: get(`return NextResponse.redirect("https://wire.test/new", "301");`), expect: bare(307), unread: ["status"] },
  { name: "NextResponse.redirect with an init without a known status", source: get(`return NextResponse.redirect("https://wire.test/new", { status: undefined });`), expect: bare(307) },
  { name: "NextResponse.redirect with null", source: get(`return NextResponse.redirect("https://wire.test/new", null);`), expect: bare(307), unread: ["status"] },
  {
    name: "NextResponse.redirect with a status in a variable",
    source: get(`
  const permanent = request.nextUrl.searchParams.has("permanent");
  return NextResponse.redirect("https://wire.test/new", permanent ? 308 : 302);
    `),
    request: at("/?permanent"), expect: bare(308), model: "some",
  },
  { name: "NextResponse.redirect with an init with a status in text", source: get(`return NextResponse.redirect("https://wire.test/new", { status: "303" });`), expect: bare(500), model: "optional" },
  { name: "NextResponse.redirect with undefined", source: get(`return NextResponse.redirect("https://wire.test/new", undefined);`), expect: bare(307), unread: ["status"] },
  { name: "Response.redirect", source: get(`return Response.redirect("https://wire.test/new");`), expect: bare(302, { location: "https://wire.test/new" }) },
  { name: "Response.redirect with a status", source: get(`return Response.redirect("https://wire.test/new", 301);`), expect: bare(301, { location: "https://wire.test/new" }) },
  { name: "redirect()", source: navigating(`redirect("/login");`), expect: bare(307, { location: "/login" }) },
  { name: "redirect() in a POST", source: navigating(`redirect("/login");`).replace("GET", "POST"), request: byMethod("POST"), expect: bare(307, { location: "/login" }) },
  { name: "permanentRedirect()", source: navigating(`permanentRedirect("/new");`), expect: bare(308, { location: "/new" }) },
  { name: "redirect(), returned", source: navigating(`return redirect("/login");`), expect: bare(307, { location: "/login" }) },
  {
    name: "redirect() to a place known at run time only",
    source: navigating("redirect(`/login?from=${new URL(request.url).searchParams.get('from')}`);"),
    request: at("/?from=a"), expect: bare(307, { location: "/login?from=a" }),
  },
  { name: "redirect() in one branch", source: navigating(`
  if (!request.headers.has("authorization")) redirect("/login");
  return Response.json({ ok: true });
  `), expect: bare(307, { location: "/login" }), model: "some" },
  { name: "redirect() with a kind", source: navigating(`redirect("/login", "replace");`), expect: bare(307, { location: "/login" }) },
  {
    name: "redirect() within try is caught",
    source: navigating(`
  try {
    redirect("/login");
  } catch (error) {
    return Response.json({ error: "Something went wrong" }, { status: 500 });
  }
    `),
    expect: full(500), model: "some",
  },
  {
    name: "redirect() after try",
    source: navigating(`
  let ok = false;
  try {
    ok = (await request.text()) === "";
  } catch (error) {
    return Response.json({ error: "Something went wrong" }, { status: 500 });
  }
  redirect("/done");
    `),
    expect: bare(307, { location: "/done" }), model: "some",
  },
];

const interrupts: readonly WireCase[] = [
  { name: "notFound()", source: navigating(`notFound();`), expect: bare(404) },
  { name: "notFound(), returned", source: navigating(`return notFound();`), expect: bare(404) },
  { name: "forbidden()", source: navigating(`forbidden();`), expect: bare(403) },
  { name: "unauthorized()", source: navigating(`unauthorized();`), expect: bare(401) },
  {
    name: "notFound() behind a guard",
    source: navigating(`
  const user = undefined;
  if (!user) notFound();
  return Response.json(user);
    `),
    expect: bare(404), model: "some",
  },
  {
    name: "notFound() within try is caught",
    source: navigating(`
  try {
    notFound();
  } catch {
    return new Response("oops", { status: 500 });
  }
    `),
    expect: full(500), model: "some",
  },
  {
    name: "notFound() within a local function that catches",
    source: `
import { notFound } from "next/navigation";

const withErrors = (handler) => async (request) => {
  try {
    return await handler(request);
  } catch {
    return Response.json({ error: "Internal error" }, { status: 500 });
  }
};

export const GET = withErrors(async () => {
  notFound();
});
`,
    expect: full(500), model: "optional",
  },
];

const failures: readonly WireCase[] = [
  { name: "nothing is returned", source: get(`console.assert(request.url);`), expect: bare(500), model: "optional" },
  { name: "null is returned", source: get(`return null;`), expect: bare(500), model: "optional" },
  { name: "an object is returned", source: get(`return { ok: true };`), expect: bare(500), model: "optional" },
  { name: "Response.error()", source: get(`return Response.error();`), expect: bare(500), model: "optional" },
  { name: "an error is thrown", source: get(`throw new Error("down");`), expect: bare(500), model: "optional" },
  { name: "an error with a status is thrown", source: get(`throw Object.assign(new Error("gone"), { status: 410 });`), expect: bare(500), model: "optional" },
  { name: "a response is thrown", source: get(`throw new Response("missing", { status: 404 });`), expect: bare(500), model: "optional" },
  { name: "NextResponse.next()", source: get(`return NextResponse.next();`), expect: bare(500), model: "optional" },
  { name: "NextResponse.rewrite()", source: get(`return NextResponse.rewrite(new URL("/other", request.url));`), expect: bare(500), model: "optional" },
  { name: "content that is no JSON", source: post(`return NextResponse.json(await request.json());`), request: { method: "POST", content: "{" }, expect: bare(500), model: "none" },
  {
    name: "content that is no JSON, caught",
    source: post(`
  try {
    const user = await request.json();
    return NextResponse.json(user, { status: 201 });
  } catch {
    return NextResponse.json({ error: "Invalid JSON" }, { status: 400 });
  }
    `),
    request: { method: "POST", content: "{" }, expect: full(400), model: "some",
  },
];

const methods: readonly WireCase[] = [
  { name: "a method without a handler", source: get(`return NextResponse.json([]);`), request: byMethod("POST"), expect: bare(405), model: "none" },
  { name: "OPTIONS", source: get(`return NextResponse.json([]);`), request: byMethod("OPTIONS"), expect: bare(204, { allow: "GET, HEAD, OPTIONS" }), model: "none" },
  { name: "OPTIONS of its own", source: `export function OPTIONS() { return new Response(null, { status: 204, headers: { Allow: "POST" } }); }`, request: byMethod("OPTIONS"), expect: bare(204, { allow: "POST" }) },
  { name: "HEAD is answered by GET", source: get(`return NextResponse.json([], { status: 206 });`), request: byMethod("HEAD"), expect: bare(206) },
  { name: "HEAD without GET", source: post(`return NextResponse.json([]);`), request: byMethod("HEAD"), expect: bare(405), model: "none" },
  { name: "a method that Next.js does not know", source: get(`return NextResponse.json([]);`), request: byMethod("PROPFIND"), expect: bare(400), model: "none" },
  { name: "DELETE", source: `export async function DELETE() { return new Response(null, { status: 204 }); }`, request: byMethod("DELETE"), expect: bare(204) },
  {
    name: "one file, two methods",
    source: `
export async function GET() {
  return Response.json([]);
}
export async function POST() {
  return Response.json({ id: 1 }, { status: 201 });
}
`,
    request: byMethod("POST"), expect: full(201), model: "some",
  },
  { name: "a default export answers nothing", source: `export default function handler(req, res) { return Response.json([]); }`, expect: bare(405), model: "none" },
];

const files: readonly WireCase[] = [
  { name: "a handler that is prerendered", source: `export const dynamic = "force-static";\nexport async function GET() { return Response.json({ ok: true }, { status: 203 }); }`, expect: full(203) },
  { name: "a failure that is prerendered", source: `export const dynamic = "force-static";\nexport async function GET() { return Response.json({ error: "missing" }, { status: 404 }); }`, expect: full(404) },
  { name: "a handler that is never cached", source: `export const dynamic = "force-dynamic";\nexport const revalidate = 0;\nexport async function GET() { return Response.json({ error: "down" }, { status: 503 }); }`, expect: full(503) },
  { name: "the edge runtime", source: `export const runtime = "edge";\nexport async function GET() { return Response.json({ error: "taken" }, { status: 409 }); }`, expect: full(409) },
  { name: "the edge runtime throws for 204 and the empty string", source: `export const runtime = "edge";\nexport async function GET() { return new Response("", { status: 204 }); }`, expect: full(500) },
  {
    name: "route parameters",
    source: `
import { NextResponse } from "next/server";

export async function GET(request, { params }) {
  const { id } = await params;
  if (id !== "1") return NextResponse.json({ error: \`No user \${id}\` }, { status: 404 });
  return NextResponse.json({ id });
}
`,
    file: "app/users/[id]/route.js", request: at("/users/2"), expect: full(404), model: "some",
  },
  {
    name: "a path of any length in a group",
    source: `export const GET = async (request, { params }) => Response.json((await params).path, { status: 203 });`,
    file: "app/(files)/files/[...path]/route.js", request: at("/files/a/b"), expect: full(203),
  },
  {
    name: "a handler wrapped by a local function",
    source: `
import { NextResponse } from "next/server";

const withErrors = (handler) => async (request, context) => {
  try {
    return await handler(request, context);
  } catch (error) {
    return NextResponse.json({ error: "Internal error" }, { status: 500 });
  }
};

export const GET = withErrors(async (request) => {
  return NextResponse.json({ error: "taken" }, { status: 409 });
});
`,
    expect: full(409), model: "some",
  },
  {
    name: "handlers exported by a list",
    source: `
async function handler() {
  return Response.json({ error: "gone" }, { status: 410 });
}
export { handler as GET, handler as POST };
`,
    expect: full(410), model: "some",
  },
  {
    name: "TypeScript types in a comment",
    source: `
/** @param {import("next/server").NextRequest} request */
export function GET(request) {
  const id = request.nextUrl.searchParams.get("id");
  if (id === null) return new Response("id is missing", { status: 400 });
  return Response.json({ id });
}
`,
    expect: full(400), model: "some",
  },
];

const pages: readonly WireCase[] = [
  inPage("a page", ``, { expect: full(200), model: "optional" }),
  inPage("notFound() in a page", `notFound();`, { expect: full(404), model: "some", unread: ["content"] }),
  inPage("redirect() in a page", `redirect("/login");`, { expect: full(307, { location: "/login" }), model: "some", unread: ["content"] }),
  inPage("permanentRedirect() in a page", `permanentRedirect("/new");`, { expect: full(308, { location: "/new" }), model: "some", unread: ["content"] }),
  inPage("forbidden() in a page", `forbidden();`, { expect: full(403), model: "some", unread: ["content"] }),
  inPage("unauthorized() in a page", `unauthorized();`, { expect: full(401), model: "some", unread: ["content"] }),
  inPage("an error in a page", `throw new Error("down");`, { expect: full(500), model: "optional" }),
  { name: "notFound() in a page that is prerendered", source: page(`notFound();`).replace("force-dynamic", "auto"), file: "app/page.jsx", expect: full(404), model: "some", unread: ["content"] },
  { name: "redirect() in a page that is prerendered", source: page(`redirect("/login");`).replace("force-dynamic", "auto"), file: "app/page.jsx", expect: full(307, { location: "/login" }), model: "some", unread: ["content"] },
  { name: "notFound() in generateMetadata comes too late", source: metadata(`notFound();`), file: "app/page.jsx", expect: full(200), model: "optional" },
  { name: "redirect() in generateMetadata comes too late", source: metadata(`redirect("/login");`), file: "app/page.jsx", expect: full(200), model: "optional" },
  { name: "notFound() in generateMetadata of a prerendered page comes too late", source: metadata(`notFound();`).replace("force-dynamic", "auto"), file: "app/page.jsx", expect: full(200), model: "optional" },
  {
    name: "notFound() in generateMetadata, for a robot that runs no scripts",
    source: metadata(`notFound();`), file: "app/page.jsx", request: { headers: { "User-Agent": "Twitterbot/1.0" } }, expect: full(404), model: "optional",
  },
  {
    name: "notFound() below a boundary comes too late",
    source: `
import { notFound } from "next/navigation";
import { Suspense } from "react";

export const dynamic = "force-dynamic";

async function User() {
  await new Promise((done) => setTimeout(done, 50));
  notFound();
}

export default function Page() {
  return <Suspense fallback={<p>Loading</p>}><User /></Suspense>;
}
`,
    file: "app/page.jsx", expect: full(200), model: "optional",
  },
  inPage("notFound() behind a guard in a page", `
  const user = await Promise.resolve(null);
  if (!user) notFound();
  `, { expect: full(404), model: "some", unread: ["content"] }),
];

const proxies: readonly WireCase[] = [
  inProxy("a proxy that answers", `return NextResponse.json({ error: "Sign in" }, { status: 401 });`, { expect: full(401) }),
  inProxy("a proxy that redirects", `return NextResponse.redirect(new URL("/login", request.url));`, { request: byMethod("HEAD"), expect: bare(307) }),
  inProxy("a proxy that redirects sends the place as content", `return NextResponse.redirect(new URL("/login", request.url), 308);`, { expect: full(308), model: "none" }),
  inProxy("a proxy that answers some paths", `
  if (request.nextUrl.pathname.startsWith("/admin") && !request.cookies.has("session")) {
    return new NextResponse("Forbidden", { status: 403 });
  }
  return NextResponse.next();
  `, { request: at("/admin/users"), expect: full(403), model: "some" }),
  {
    name: "a proxy that is the default export",
    source: `export default function (request) { return new Response("Forbidden", { status: 403 }); }`,
    file: "proxy.js", expect: full(403),
  },
  inProxy("a proxy that hands on", `return NextResponse.next();`, { expect: full(404), model: "optional" }),
  inProxy("a proxy that throws for 204 and json", `return NextResponse.json(null, { status: 204 });`, { expect: full(500), unread: ["content"] }),
  {
    name: "middleware, as it was called",
    source: proxy(`return NextResponse.json({ error: "Down for maintenance" }, { status: 503 });`).replace("proxy", "middleware"),
    file: "middleware.js", expect: full(503),
  },
];

export const cases: readonly WireCase[] = [
  ...contents, ...redirects, ...interrupts, ...failures, ...methods, ...files, ...pages, ...proxies,
];
