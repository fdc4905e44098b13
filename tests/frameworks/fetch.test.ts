import { describe, expect, it } from "vitest";
import { readModel } from "../support/read.ts";
import type { ReadOptions } from "../support/read.ts";

const read = (source: string, options: ReadOptions = {}) =>
  readModel(source, options).map(({ framework, method, methodFrom, route, responses }) =>
    ({ framework, method, methodFrom, route, statuses: responses.map(({ status }) => status) }));

const fetch = { framework: "fetch", route: null };

describe("handlers of fetch", () => {
  it.each([
    ["an event listener", `addEventListener("fetch", (event) => { event.respondWith(new Response("x", { status: 202 })); });`],
    ["a durable object", `export class Counter { async fetch(request) { return new Response("x", { status: 202 }); } }`],
    ["Bun.serve", `Bun.serve({ fetch: (request) => new Response("x", { status: 202 }) });`],
    ["Deno.serve", `Deno.serve(() => new Response("x", { status: 202 }));`],
    ["any function that returns one", `export const answer = () => Response.json({}, { status: 202 });`],
    ["a wrapped one", `export const answer = withAuth(async () => { return Response.json({}, { status: 202 }); });`],
    ["one that keeps it first", `export function answer() { const made = Response.json({}, { status: 202 }); made.headers.set("a", "b"); return made; }`],
    ["one that takes it from a promise", `export const answer = () => load().then((user) => Response.json(user, { status: 202 }));`],
    ["one that awaits it", `export const answer = async () => { const made = await load().then((user) => Response.json(user, { status: 202 })); return made; };`],
    ["one that hands it through a function", `export const answer = () => withCors(Response.json({}, { status: 202 }));`],
  ])("%s", (_name, source) => {
    expect(read(source)).toEqual([{ ...fetch, method: null, methodFrom: "unknown", statuses: [202] }]);
  });

  const others: readonly (readonly [name: string, source: string, options?: ReadOptions])[] = [
    ["a client", `export const load = async () => { const response = await fetch("/users"); return response.json(); };`],
    ["a cache", `export const keep = (cache, key) => { cache.put(key, new Response("x")); };`],
    ["a stand-in", `globalThis.fetch = async () => new Response("x");`],
    ["a mock", `const load = vi.fn(() => Response.json([]));`],
    ["another class of that name", `class Response {} export const answer = () => new Response("x");`],
    ["an import of another package", `import { Response } from "miragejs"; export const answer = () => new Response(404);`],
    ["a type", `import type { Response } from "express"; export const answer = (given: Response) => given;`, { filename: "code.ts" }],
    ["a service worker", `self.skipWaiting(); addEventListener("fetch", (event) => event.respondWith(new Response("offline", { status: 503 })));`],
    ["what runs in a browser", `"use client"; export const answer = () => Response.json({});`],
    ["a test", `export const answer = () => Response.json({});`, { filename: "/project/users.test.ts" }],
  ];

  it.each(others.map(([name, source, options = {}]) => [name, source, options] as const))("not %s", (_name, source, options) => {
    expect(read(source, options)).toEqual([]);
  });

  it("an export tells the method", () => {
    expect(read(`export const POST = async () => Response.json({}, { status: 201 });`)).toEqual([
      { ...fetch, method: "POST", methodFrom: "export", statuses: [201] },
    ]);
  });

  it("the file and the export of Cloudflare Pages tell the method and the route", () => {
    expect(read(`export const onRequestDelete = () => new Response(null, { status: 204 });`, { filename: "/project/functions/users/[id].js" })).toEqual([
      { framework: "fetch", method: "DELETE", methodFrom: "export", route: "/users/:id", statuses: [204] },
    ]);
  });

  it("a guard tells the method", () => {
    const source = `export default { fetch(request) {
      if (request.method === "POST") return new Response(null, { status: 201 });
      return new Response(null, { status: 405 });
    } };`;
    expect(read(source)).toEqual([
      { ...fetch, method: "POST", methodFrom: "guard", statuses: [201] },
      { ...fetch, method: "ANY", methodFrom: "guard", statuses: [405] },
    ]);
  });

  const byExport = "export";
  const byRoute = "registration";

  it.each([
    ["a worker", `export default { async fetch(request) { return new Response("x"); } };`, "ANY", null, byExport],
    ["a worker with a name", `const worker = { fetch: () => new Response("x") } satisfies ExportedHandler; export default worker;`, "ANY", null, byExport, "worker.ts"],
    ["a loader", `export const loader = async ({ params }) => new Response("x");`, "GET", null, byExport],
    ["a route of SvelteKit", `export const PATCH = () => new Response("x");`, "PATCH", "/users/:id", byExport, "/project/src/routes/(shop)/users/[id]/+server.js"],
    ["a path of SvelteKit that may lack its first part", `export const GET = () => new Response("x");`, "GET", "/:lang?/docs/*path", byExport, "/project/src/routes/[[lang]]/docs/[...path]/+server.js"],
    ["a router", `app.get("/users", (c) => new Response("x"));`, "GET", "/users", byRoute],
    ["a router of a package", `import { Router } from "itty-router"; const router = Router(); router.put("/users/:id", ({ params }) => new Response("x"));`, "PUT", "/users/:id", byRoute],
    ["a router and a name", `const show = () => new Response("x"); app.get("/users/:id", cached(show));`, "GET", "/users/:id", byRoute],
    ["a router and a function", `function show() { return new Response("x"); } app.all("*", show);`, "ANY", "*", byRoute],
    ["a router and a promise", `app.get("/users", () => load().then((users) => new Response(users)));`, "GET", "/users", byRoute],
    ["a table of routes", `Bun.serve({ routes: { "/users": { GET: () => new Response("x") } } });`, "GET", "/users", byRoute],
    ["a table of routes for every method", `Bun.serve({ routes: { "/users": (request) => new Response("x") } });`, "ANY", "/users", byRoute],
    ["a table of methods", `export const Route = createFileRoute("/users")({ server: { handlers: { POST: async () => new Response("x") } } });`, "POST", null, byRoute],
    ["the handler that calls it", `export const POST = async () => { return save(); }; async function save() { return new Response("x"); }`, "POST", null, byExport],
  ])("%s tells the method", (_name, source, method, route, methodFrom, filename = "code.js") => {
    expect(read(source, { filename })).toEqual([{ framework: "fetch", method, methodFrom, route, statuses: [200] }]);
  });

  it.each([
    ["a word that is called with no path", `const load = cache.get("users", () => new Response("x"));`],
    ["a helper with the name of a method", `export const getUser = async (id) => { if (!id) return new Response("x"); };`],
    ["an action", `export const action = async () => new Response("x");`],
    ["a helper that others call too", `export const POST = () => save(); export async function save() { return new Response("x"); }`],
  ])("%s tells no method", (_name, source) => {
    expect(read(source).map(({ method }) => method)).toEqual([null]);
  });

  it.each([
    ["a worker that knows some paths", `export default { fetch(request) { if (isKnown(request)) return answer(request); return new Response("Not found", { status: 404 }); } };`, "endpoint"],
    ["a worker that knows none", `export default { fetch(request) { return new Response("Not found", { status: 404 }); } };`, "not-found"],
  ])("the role of %s", (_name, source, role) => {
    expect(readModel(source).map((one) => one.role)).toEqual([role]);
  });

  it("what a router asks first is a middleware", () => {
    const source = `app.use("*", async (c, next) => { if (!c.get("user")) return new Response("Please log in", { status: 401 }); await next(); });`;
    expect(readModel(source).map(({ role, method, route }) => ({ role, method, route }))).toEqual([{ role: "middleware", method: "ANY", route: "*" }]);
  });

  it.each([
    ["next", `(request, next) => { if (request.url) return new Response("x"); return next(); }`, "middleware"],
    ["next in a context", `(context) => { if (context.url) return new Response("x"); return context.next(); }`, "middleware"],
    ["resolve", `({ event, resolve }) => { if (event.url) return new Response("x"); return resolve(event); }`, "middleware"],
    ["another server", `(request, env) => { if (request.url) return new Response("x"); return env.ASSETS.fetch(request); }`, "middleware"],
    ["a handler", `withUser((handler) => (request) => { if (request.url) return new Response("x"); return handler(request); })`, "middleware"],
    ["an answer of the context", `(c) => { if (c.url) return new Response("x"); return c.json({}); }`, "endpoint"],
    ["an answer that it is given words for", `({ request, render }) => { if (request.url) return new Response("x"); return render(page); }`, "endpoint"],
  ])("the role of who hands back what comes of %s", (_name, source, role) => {
    expect(readModel(`export const answer = ${source};`).map((one) => one.role)).toEqual([role]);
  });

  it.each([
    ["a request in a context", `(context) => { if (context.request.method === "POST") return made; return other; }`],
    ["a request that is taken out", `(event) => { const { request } = event; if (request.method === "POST") return made; return other; }`],
    ["a request with a name of its own", `(c) => { const asked = c.req; if (asked.method === "POST") return made; return other; }`],
    ["a method that is taken out", `(event) => { const { method } = event.request; if (method === "POST") return made; return other; }`],
    ["a method that is taken out of the context", `(event) => { const { request: { method } } = event; if (method === "POST") return made; return other; }`],
    ["a request among the parameters", `({ request, params }) => { if (request.method !== "POST") return other; return made; }`],
    ["a wrapped request", `withUser(async (user, req) => { if (req.method === "POST") return made; return other; })`],
    ["a switch", `(request) => { const { method } = request; switch (method) { case "POST": return made; default: return other; } }`],
  ])("a guard reads %s", (_name, source) => {
    const spelled = source.replace("return made", "return new Response(null, { status: 201 })").replace("return other", "return new Response(null, { status: 405 })");
    expect(read(`export const action = ${spelled};`).map(({ method, methodFrom, statuses }) => [method, methodFrom, statuses])).toEqual([
      ["POST", "guard", [201]],
      ["ANY", "guard", [405]],
    ]);
  });
});
