import { describe, expect, it } from "vitest";
import { readModel } from "../support/read.ts";
import type { ReadOptions } from "../support/read.ts";

const read = (source: string, options: ReadOptions = {}) =>
  readModel(source, options).map(({ framework, method, methodFrom, route, responses }) =>
    ({ framework, method, methodFrom, route, statuses: responses.map(({ status }) => status) }));

const fetch = { framework: "fetch", route: null };

describe("handlers of fetch", () => {
  it.each([
    ["a worker", `export default { async fetch(request) { return new Response("x", { status: 202 }); } };`],
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
});
