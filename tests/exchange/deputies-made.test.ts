/** Functions of the file that make answers for the handlers which hand them back. */
import { describe, expect, it } from "vitest";
import { lineOf } from "./handler.ts";
import { read } from "./source.ts";

const json = `const json = (data, status = 200) => new Response(JSON.stringify(data), { status });`;

const inHandler = (beside: string, statements: string): string => `${beside}\nexport const GET = async (request) => {\n${statements}\n};`;

/** The answers of each handler, by its name. */
const handlersOf = (source: string): Record<string, string[]> =>
  Object.fromEntries(read(source).map(({ name, responses }): [string, string[]] => [String(name), responses.map(lineOf)]));

type Row = readonly [name: string, beside: string, statements: string, lines: readonly string[]];

const rows: readonly Row[] = [
  ["a default status", json, `return json({ id });`, ["200 resource"]],
  ["a status", json, `if (!user) return json({ error: "No user" }, 404); return json({ id });`, ["404 failure", "200 resource"]],
  ["one within another", `${json} const missing = (message) => json({ error: message }, 404);`, `return missing("No user");`, ["404 failure"]],
  ["two answers, one of which is handed back", json, `const a = json({ id }); const b = json({ error: "No" + a }, 400); return ok ? a : b;`, ["200 resource", "400 failure"]],
  ["a record that is passed on", `const json = (data, init = {}) => new Response(JSON.stringify(data), { ...init, headers: { a: "b" } });`, `if (!user) return json({ error: "No user" }, { status: 404 }); return json({ id });`, ["404 failure", "200 resource"]],
  ["a record that may be missing", `const json = (data, init) => new Response(JSON.stringify(data), { ...(init ?? {}), headers: { a: "b" } });`, `if (!user) return json({ error: "No user" }, { status: 404 }); return json({ id });`, ["404 failure", "200 resource"]],
  ["a member of a record", `const json = (data, init) => new Response(JSON.stringify(data), { status: init?.status ?? 200 });`, `if (!user) return json({ error: "No user" }, { status: 404 }); return json({ id });`, ["404 failure", "200 resource"]],
  [
    "a status or a record", `const json = (data, init) => new Response(JSON.stringify(data), { status: typeof init === "number" ? init : init?.status ?? 200 });`,
    `if (a) return json({ error: "No user" }, 404); if (b) return json({ error: "No user" }, { status: 410 }); return json({ id });`, ["404 failure", "410 failure", "200 resource"],
  ],
  ["a record of run time", `const json = (data, init) => new Response(JSON.stringify(data), { ...init });`, `return json({ id }, options);`, ["? resource"]],
  ["an object of functions", `const reply = { missing: () => Response.json({ error: "No user" }, { status: 404 }) };`, `return reply.missing();`, ["404 failure"]],
  ["a closure", "", `const json = (data, status = 200) => Response.json(data, { status }); if (!user) return json({ error: "No user" }, 404); return json({ id });`, ["404 failure", "200 resource"]],
  ["one that waits for its answer", json, `return await json({ id }, 201);`, ["201 resource"]],
  ["one to which fields are added", json, `const made = json({ id }); made.headers.set("a", "b"); return made;`, ["200 resource"]],
  ["one that chooses", `const answer = (error) => (error.isMissing ? Response.json({ error: "No user" }, { status: 404 }) : Response.json({ error: "No luck" }, { status: 500 }));`, `return answer(error);`, ["404 failure", "500 failure"]],
  // Who may give nothing, decides by the request, or waits for what it decides by, stands for itself.
  ["one that may give nothing", `const guard = (user) => { if (!user) return Response.json({ error: "No user" }, { status: 401 }); };`, `const denied = guard(user); if (denied) return denied; return Response.json({ id });`, ["200 resource"]],
  ["one that reads the request", `const load = (request) => Response.json({ url: request.url }, { status: 203 });`, `return load(request);`, []],
  ["one that waits", `const load = async (id) => Response.json(await find(id), { status: 203 });`, `return load(id);`, []],
];

describe("a function that makes an answer", () => {
  it.each(rows)("%s", (_name, beside, statements, lines) => {
    expect(handlersOf(inHandler(beside, statements))["GET"] ?? []).toEqual(lines);
  });

  it("answers at the call", () => {
    const source = inHandler(json, `return json({ error: "No user" }, 404);`);
    const [response] = read(source)[0]!.responses;
    expect([response!.node, response!.word, response!.status.node].map(({ range }) => source.slice(...range))).toEqual([`json({ error: "No user" }, 404)`, "json", "json"]);
    expect(response).toMatchObject({ via: "json" });
  });

  it("is no handler where each of its answers is read at a call", () => {
    expect(handlersOf(inHandler(json, `return json({ id });`))).toEqual({ GET: ["200 resource"] });
    expect(handlersOf(inHandler(`export ${json}`, `return json({ id });`))).toEqual({ GET: ["200 resource"] });
  });

  it("is a handler where nobody calls it, or somebody else may", () => {
    expect(handlersOf(`export ${json}`)).toEqual({ json: ["? resource"] });
    expect(handlersOf(inHandler(json, `serve(json); return json({ id });`))).toEqual({ json: ["? resource"], GET: ["200 resource"] });
    expect(handlersOf(`const missing = () => Response.json({ error: "No user" }, { status: 404 });\nexport const GET = missing;`)).toEqual({ missing: ["404 failure"] });
  });

  it("that throws is caught or leaves", () => {
    const thrown = (statements: string) => read(`import { notFound } from "next/navigation";\nconst missing = () => notFound();\nexport const GET = async () => {\n${statements}\n};`, { filename: "/project/app/api/route.js" });
    expect(thrown(`if (!user) missing(); return Response.json({ id });`).flatMap(({ responses }) => responses.map(lineOf))).toEqual(["404 none", "200 resource"]);
    expect(thrown(`try { missing(); } catch { return Response.json({ id }); }`).flatMap(({ responses }) => responses.map(lineOf))).toEqual(["200 resource"]);
  });
});
