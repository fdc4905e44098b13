/**
 * Handlers that return a `Response`, as people write them, and what Node.js and a server of such handlers make of them. Where
 * other runtimes differ and the model does not take the side of Node.js, it is not asked: `model: "none"`.
 */
import { bare, full } from "./case.ts";
import type { WireCase } from "./case.ts";

/** A handler with the given statements. */
const handler = (statements: string): string => `
export default {
  async fetch(request) {
    ${statements}
  },
};
`;

const at = (path: string) => ({ path });
const byMethod = (method: string, path = "/") => ({ method, path });

/** What becomes content, and what its type is. */
const contents: readonly WireCase[] = [
  { name: "json of an object", source: handler(`return Response.json({ ok: true });`), expect: full(200) },
  { name: "json of null is the text null", source: handler(`return Response.json(null);`), expect: full(200) },
  { name: "json of a string", source: handler(`return Response.json("hello");`), expect: full(200) },
  { name: "json of nothing throws", source: handler(`return Response.json(undefined);`), expect: bare(500) },
  { name: "json of a BigInt throws", source: handler(`return Response.json({ id: 1n });`), expect: bare(500), model: "none" },
  { name: "a string", source: handler(`return new Response("hello");`), expect: full(200) },
  { name: "the empty string", source: handler(`return new Response("");`), expect: bare(200) },
  { name: "nothing", source: handler(`return new Response();`), expect: bare(200) },
  { name: "null", source: handler(`return new Response(null);`), expect: bare(200) },
  { name: "serialised JSON", source: handler(`return new Response(JSON.stringify({ ok: true }), { headers: { "Content-Type": "application/json" } });`), expect: full(200, { "content-type": "application/json" }) },
  { name: "an object that nobody serialised", source: handler(`return new Response({ ok: true });`), expect: full(200) },
  { name: "a status where the content belongs", source: handler(`return new Response(404);`), expect: full(200) },
  { name: "false is a text", source: handler(`return new Response(false);`), expect: full(200), unread: ["content"] },
  { name: "bytes", source: handler(`return new Response(new Uint8Array([104, 105]));`), expect: full(200), unread: ["content"] },
  { name: "form data", source: handler(`return new Response(new URLSearchParams({ a: "1" }));`), expect: full(200), unread: ["content"] },
  {
    name: "a stream",
    source: handler(`
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("data: 1\\n\\n"));
        controller.close();
      },
    });
    return new Response(stream, { headers: { "Content-Type": "text/event-stream" } });
    `),
    expect: full(200, { "content-type": "text/event-stream" }), unread: ["content"],
  },
  {
    name: "the content of the request, sent back",
    source: handler(`return new Response(request.body, { status: 202 });`),
    request: { method: "POST", content: "hello" }, expect: full(202), unread: ["content"],
  },
  { name: "a template literal", source: handler("return new Response(`no ${new URL(request.url).pathname}`, { status: 404 });"), expect: full(404) },
  { name: "a problem", source: handler(`return Response.json({ title: "Invalid" }, { status: 422, headers: { "content-type": "application/problem+json" } });`), expect: full(422, { "content-type": "application/problem+json" }) },
];

/** Where a status may stand, and what the class makes of a value that is none. */
const statuses: readonly WireCase[] = [
  { name: "a status of the constructor", source: handler(`return new Response("missing", { status: 404 });`), expect: full(404) },
  { name: "a status of json", source: handler(`return Response.json({ id: 1 }, { status: 201 });`), expect: full(201) },
  { name: "a status without content", source: handler(`return new Response(null, { status: 403 });`), expect: bare(403) },
  { name: "an undefined status", source: handler(`return Response.json({}, { status: undefined });`), expect: full(200) },
  { name: "an init of nothing", source: handler(`return new Response("hello", undefined);`), expect: full(200), unread: ["status"] },
  { name: "an init of null", source: handler(`return new Response("hello", null);`), expect: full(200), unread: ["status"] },
  { name: "a status in text", source: handler(`return new Response("missing", { status: "404" });`), expect: full(404) },
  { name: "a fraction", source: handler(`return new Response(null, { status: 404.9 });`), expect: bare(404) },
  { name: "a status beyond sixteen bits", source: handler(`return new Response(null, { status: 65736 });`), expect: bare(200), unread: ["status"], model: "optional" },
  { name: "a status of null", source: handler(`return new Response("x", { status: null });`), expect: bare(500) },
  { name: "a status of words", source: handler(`return new Response("x", { status: "Not Found" });`), expect: bare(500) },
  { name: "NaN", source: handler(`return new Response("x", { status: NaN });`), expect: bare(500), model: "none" },
  { name: "0", source: handler(`return new Response("x", { status: 0 });`), expect: bare(500) },
  { name: "101", source: handler(`return new Response(null, { status: 101 });`), expect: bare(500) },
  { name: "199", source: handler(`return new Response(null, { status: 199 });`), expect: bare(500) },
  { name: "599", source: handler(`return new Response(null, { status: 599 });`), expect: bare(599) },
  { name: "600", source: handler(`return new Response(null, { status: 600 });`), expect: bare(500) },
  { name: "a number where the init belongs", source: handler(`return new Response("missing", 404);`), expect: bare(500) },
  { name: "a number where the init of json belongs", source: handler(`return Response.json({ error: "missing" }, 404);`), expect: bare(500) },
  { name: "statusCode is no member of the init", source: handler(`return new Response("missing", { statusCode: 404 });`), expect: full(200) },
  { name: "code is no member of the init", source: handler(`return Response.json({ error: "missing" }, { code: 404 });`), expect: full(200) },
  { name: "statusText says no status", source: handler(`return new Response("missing", { status: 404, statusText: "Nope" });`), expect: full(404) },
  { name: "statusText alone", source: handler(`return new Response("missing", { statusText: "Not Found" });`), expect: full(200) },
  { name: "statusText of two lines throws", source: handler('return new Response("x", { statusText: "No\\npe" });'), expect: bare(500), model: "none" },
  {
    name: "status = throws in a module",
    source: handler(`
    const response = Response.json({ error: "missing" });
    response.status = 404;
    return response;
    `),
    expect: bare(500), model: "optional",
  },
  {
    name: "a status in a variable",
    source: handler(`
    const status = 409;
    return Response.json({ error: "taken" }, { status });
    `),
    expect: full(409),
  },
  {
    name: "a status of two",
    source: handler(`
    const user = new URL(request.url).searchParams.get("user");
    return new Response(user, { status: user ? 200 : 404 });
    `),
    expect: bare(404), model: "some", unread: ["content"],
  },
  {
    name: "a status from the request",
    source: handler(`return new Response(null, { status: Number(new URL(request.url).searchParams.get("code")) });`),
    request: at("/?code=451"), expect: bare(451), unread: ["status"],
  },
  {
    name: "an init in a variable",
    source: handler(`
    const init = { status: 410, headers: { "X-Gone": "yes" } };
    return new Response("gone", init);
    `),
    expect: full(410, { "x-gone": "yes" }),
  },
  {
    name: "an init that is spread, then a status",
    source: handler(`
    const init = { status: 200, headers: { "Cache-Control": "no-store" } };
    return Response.json({ error: "down" }, { ...init, status: 503 });
    `),
    expect: full(503),
  },
  {
    name: "a status, then an init that is spread over it",
    source: handler(`
    const init = { status: 200 };
    return Response.json({ error: "down" }, { status: 503, ...init });
    `),
    expect: full(200), unread: ["status"],
  },
];

/** Statuses that carry no content: the class throws where content is given, and an empty string is content. */
const contentless: readonly WireCase[] = [
  { name: "204 and null", source: handler(`return new Response(null, { status: 204 });`), expect: bare(204) },
  { name: "204 and undefined", source: handler(`return new Response(undefined, { status: 204 });`), expect: bare(204) },
  { name: "204 and the empty string", source: handler(`return new Response("", { status: 204 });`), expect: bare(500) },
  { name: "204 and a string", source: handler(`return new Response("deleted", { status: 204 });`), expect: bare(500) },
  { name: "204 and json of null", source: handler(`return Response.json(null, { status: 204 });`), expect: bare(500) },
  { name: "204 and json", source: handler(`return Response.json({ deleted: true }, { status: 204 });`), expect: bare(500) },
  { name: "205 and null", source: handler(`return new Response(null, { status: 205 });`), expect: bare(205) },
  { name: "205 and a string", source: handler(`return new Response("reset", { status: 205 });`), expect: bare(500) },
  { name: "304 and null", source: handler(`return new Response(null, { status: 304, headers: { ETag: '"1"' } });`), expect: bare(304, { etag: '"1"' }) },
  { name: "304 and a string", source: handler(`return new Response("same", { status: 304 });`), expect: bare(500) },
  {
    name: "a bodyless status in a variable",
    source: handler(`
    const status = 204;
    return new Response("", { status });
    `),
    expect: bare(500),
  },
];

const redirects: readonly WireCase[] = [
  { name: "a redirect", source: handler(`return Response.redirect("https://wire.test/new");`), expect: bare(302, { location: "https://wire.test/new" }) },
  { name: "a redirect with a status", source: handler(`return Response.redirect("https://wire.test/new", 301);`), expect: bare(301, { location: "https://wire.test/new" }) },
  { name: "a redirect with a status in text", source: handler(`return Response.redirect("https://wire.test/new", "308");`), expect: bare(308) },
  { name: "a redirect to a URL", source: handler(`return Response.redirect(new URL("/login", request.url), 303);`), expect: bare(303, { location: "http://wire.test/login" }) },
  { name: "a redirect to an origin gets a path", source: handler(`return Response.redirect("https://wire.test");`), expect: bare(302, { location: "https://wire.test/" }), model: "none" },
  { name: "a redirect to a path throws", source: handler(`return Response.redirect("/new");`), expect: bare(500), model: "none" },
  { name: "a redirect with 304 throws", source: handler(`return Response.redirect("https://wire.test/new", 304);`), expect: bare(500) },
  { name: "a redirect with 300 throws", source: handler(`return Response.redirect("https://wire.test/new", 300);`), expect: bare(500) },
  { name: "a redirect with 200 throws", source: handler(`return Response.redirect("https://wire.test/new", 200);`), expect: bare(500) },
  { name: "a redirect with null throws", source: handler(`return Response.redirect("https://wire.test/new", null);`), expect: bare(500) },
  { name: "a redirect by hand", source: handler(`return new Response(null, { status: 303, headers: { Location: "/users/1" } });`), expect: bare(303, { location: "/users/1" }) },
  {
    name: "the fields of a redirect cannot be set",
    source: handler(`
    const response = Response.redirect("https://wire.test/new");
    response.headers.set("X-A", "1");
    return response;
    `),
    expect: bare(500), model: "none",
  },
  { name: "error() is no answer", source: handler(`return Response.error();`), expect: full(500), unread: ["content"], model: "optional" },
];

const fields: readonly WireCase[] = [
  { name: "fields of a record", source: handler(`return new Response("later", { status: 503, headers: { "Retry-After": "30" } });`), expect: full(503, { "retry-after": "30" }) },
  { name: "fields of a list", source: handler(`return new Response("no", { status: 405, headers: [["Allow", "GET"], ["X-A", "1"]] });`), expect: full(405, { allow: "GET", "x-a": "1" }) },
  { name: "fields of Headers of a record", source: handler(`return new Response("no", { status: 405, headers: new Headers({ Allow: "GET" }) });`), expect: full(405, { allow: "GET" }) },
  {
    name: "fields of Headers that are filled first",
    source: handler(`
    const headers = new Headers();
    headers.set("WWW-Authenticate", "Bearer");
    return new Response("who?", { status: 401, headers });
    `),
    expect: full(401), unread: ["content"],
  },
  {
    name: "headers.set afterwards",
    source: handler(`
    const response = Response.json({ error: "slow down" }, { status: 429 });
    response.headers.set("Retry-After", "60");
    return response;
    `),
    expect: full(429, { "retry-after": "60" }),
  },
  {
    name: "headers.append and headers.delete afterwards",
    source: handler(`
    const response = new Response("hello", { headers: { "X-A": "1" } });
    response.headers.append("Set-Cookie", "a=1");
    response.headers.delete("X-A");
    return response;
    `),
    expect: full(200, { "set-cookie": "a=1" }),
  },
  {
    name: "a field known at run time only",
    source: handler(`return new Response(null, { status: 201, headers: { Location: new URL("/1", request.url).href } });`),
    expect: bare(201, { location: "http://wire.test/1" }),
  },
  { name: "a field with an impossible name throws", source: handler(`return new Response("x", { headers: { "bad name": "1" } });`), expect: bare(500), model: "none" },
  {
    name: "fields that are spread",
    source: handler(`
    const cors = { "Access-Control-Allow-Origin": "*" };
    return Response.json({ error: "no" }, { status: 403, headers: { ...cors, "X-A": "1" } });
    `),
    expect: full(403, { "x-a": "1" }),
  },
];

/** A response that was made before: copied, cloned, handed on. */
const reuses: readonly WireCase[] = [
  {
    name: "another response as init",
    source: handler(`
    const upstream = new Response("a", { status: 404, headers: { "X-A": "1" } });
    return new Response("b", upstream);
    `),
    expect: full(404), unread: ["status"], model: "some",
  },
  {
    name: "another response's content and status",
    source: handler(`
    const upstream = new Response("busy", { status: 503 });
    return new Response(upstream.body, { status: upstream.status, headers: upstream.headers });
    `),
    expect: full(503), unread: ["status", "content"], model: "some",
  },
  { name: "a clone", source: handler(`return new Response("gone", { status: 410 }).clone();`), expect: full(410), model: "optional" },
  {
    name: "a response in a variable",
    source: handler(`
    const response = new Response("gone", { status: 410 });
    return response;
    `),
    expect: full(410),
  },
  {
    name: "a response that is replaced",
    source: handler(`
    let response = Response.json({ ok: true });
    if (!request.headers.has("authorization")) {
      response = Response.json({ error: "Sign in" }, { status: 401 });
    }
    return response;
    `),
    expect: full(401), model: "some",
  },
  {
    name: "a response that is made and forgotten",
    source: handler(`
    new Response("missing", { status: 404 });
    return Response.json({ ok: true });
    `),
    expect: full(200),
  },
  {
    name: "a local function that makes the response",
    source: `
const json = (data, status = 200) => new Response(JSON.stringify(data), { status, headers: { "Content-Type": "application/json" } });
${handler(`return json({ error: "taken" }, 409);`)}`,
    expect: full(409), model: "optional", unread: ["status", "content"],
  },
];

/** What the server answers when no response comes back. */
const absences: readonly WireCase[] = [
  { name: "nothing is returned", source: handler(`console.assert(request.url);`), expect: full(500), model: "optional" },
  { name: "undefined is returned", source: handler(`return undefined;`), expect: full(500), model: "optional" },
  { name: "undefined is returned at once", source: `export default { fetch() { return undefined; } };`, expect: bare(500), model: "optional" },
  { name: "null is returned", source: handler(`return null;`), expect: full(500), model: "optional" },
  { name: "a response that is made and dropped", source: handler(`Response.json({ id: 1 });`), expect: full(500), model: "optional" },
  {
    name: "a response that a guard makes and drops",
    source: handler(`if (request.url.length > 0) { Response.json({ error: "No such user" }, { status: 404 }); } return Response.json({ id: 1 });`),
    expect: full(200),
  },
  { name: "an object is returned", source: handler(`return { ok: true };`), expect: full(500), model: "optional" },
  { name: "a string is returned", source: handler(`return "hello";`), expect: full(500), model: "optional" },
  { name: "an error is thrown", source: handler(`throw new Error("down");`), expect: bare(500), model: "optional" },
  { name: "an error with a status is thrown", source: handler(`throw Object.assign(new Error("gone"), { status: 410 });`), expect: bare(500), model: "optional" },
  { name: "a response is thrown", source: handler(`throw new Response("missing", { status: 404 });`), expect: bare(500), model: "optional" },
  {
    name: "a response that is thrown and caught",
    source: handler(`
    try {
      throw new Response("missing", { status: 404 });
    } catch (response) {
      return response;
    }
    `),
    expect: full(404), model: "optional",
  },
  { name: "content that is no JSON", source: handler(`return Response.json(await request.json());`), request: { method: "POST", content: "{" }, expect: bare(500), model: "none" },
];

const paths: readonly WireCase[] = [
  {
    name: "a method guard",
    source: handler(`
    if (request.method !== "GET") {
      return new Response("Method Not Allowed", { status: 405, headers: { Allow: "GET" } });
    }
    return Response.json([]);
    `),
    request: byMethod("POST"), expect: full(405, { allow: "GET" }), model: "some",
  },
  {
    name: "a switch over the method",
    source: handler(`
    switch (request.method) {
      case "GET":
        return Response.json([]);
      case "DELETE":
        return new Response(null, { status: 204 });
      default:
        return new Response(null, { status: 405 });
    }
    `),
    request: byMethod("DELETE"), expect: bare(204), model: "some",
  },
  {
    name: "routes by pathname",
    source: handler(`
    const { pathname } = new URL(request.url);
    if (pathname === "/users") return Response.json([]);
    return Response.json({ error: "Not found" }, { status: 404 });
    `),
    request: at("/nowhere"), expect: full(404), model: "some",
  },
  {
    name: "early returns",
    source: handler(`
    const token = request.headers.get("authorization");
    if (!token) return Response.json({ error: "Sign in" }, { status: 401 });
    if (token !== "Bearer admin") return Response.json({ error: "Not yours" }, { status: 403 });
    return Response.json({ ok: true });
    `),
    request: { headers: { Authorization: "Bearer me" } }, expect: full(403), model: "some",
  },
  {
    name: "a returned choice",
    source: handler(`
    const user = undefined;
    return user ? Response.json(user) : Response.json({ error: "User not found" }, { status: 404 });
    `),
    expect: full(404), model: "some",
  },
  {
    name: "a catch that answers",
    source: handler(`
    try {
      const user = await request.json();
      return Response.json(user, { status: 201 });
    } catch {
      return Response.json({ error: "Invalid JSON" }, { status: 400 });
    }
    `),
    request: { method: "POST", content: "{" }, expect: full(400), model: "some",
  },
  {
    name: "HEAD of a handler for every method",
    source: handler(`return Response.json({ ok: true }, { status: 206 });`),
    request: byMethod("HEAD"), expect: bare(206),
  },
  {
    name: "then and catch",
    source: `
export default {
  fetch(request) {
    return Promise.reject(new Error("down"))
      .then((user) => Response.json(user))
      .catch(() => Response.json({ error: "down" }, { status: 502 }));
  },
};
`,
    expect: full(502), model: "some",
  },
];

const modules: readonly WireCase[] = [
  {
    name: "a declared fetch",
    source: `
async function fetch(request) {
  return new Response("missing", { status: 404 });
}
export default { fetch };
`,
    expect: full(404),
  },
  {
    name: "an arrow without a block",
    source: `export default { fetch: () => new Response("teapot", { status: 418 }) };`,
    expect: full(418),
  },
  {
    name: "a handler that is exported by its name",
    source: `
const worker = {
  async fetch(request) {
    return Response.json({ queued: true }, { status: 202 });
  },
};
export default worker;
`,
    expect: full(202),
  },
];

/** Functions beside the handler that make its answers. */
const deputies: readonly WireCase[] = [
  {
    name: "a function with a default status",
    source: `
const json = (data, status = 200) => new Response(JSON.stringify(data), { status });
export default { fetch: () => json({ id: 1 }) };`,
    expect: full(200),
  },
  {
    name: "a function within another",
    source: `
const json = (data, status = 200) => new Response(JSON.stringify(data), { status });
const missing = (message) => json({ error: message }, 404);
export default { fetch: () => missing("No user") };`,
    expect: full(404),
  },
  {
    name: "a function that spreads a record",
    source: `
const json = (data, init = {}) => new Response(JSON.stringify(data), { ...init, headers: { "X-A": "1" } });
export default { fetch: () => json({ id: 1 }, { status: 202 }) };`,
    expect: full(202),
  },
  {
    name: "a function that is called twice",
    source: `
const json = (data, status = 200) => Response.json(data, { status });
export default { fetch: (request) => { const no = json({ error: "No" }, 400); const yes = json({ id: 1 }, 203); return request.method === "GET" ? yes : no; } };`,
    expect: full(203), model: "some",
  },
];

export const cases: readonly WireCase[] = [
  ...contents, ...statuses, ...contentless, ...redirects, ...fields, ...reuses, ...absences, ...paths, ...modules, ...deputies,
];
