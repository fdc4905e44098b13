/** Functions of other files that make answers for the handlers which hand them back. */
import { afterEach, describe, expect, it } from "vitest";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";
import { lineOf } from "./handler.ts";

let project: Project | undefined;

afterEach(() => { project?.remove(); });

function answersOf(text: string, files: Readonly<Record<string, string>>): string[] {
  project = projectOf({ "package.json": `{ "dependencies": { "next": "15" } }`, ...files });
  return project.read("app/api/users/route.js", text).flatMap(({ responses }) => responses.map(lineOf));
}

const reply = `import { NextResponse } from "next/server";
export const json = (data, status = 200) => NextResponse.json(data, { status });
export const missing = (message) => json({ error: message }, 404);
export const guard = (user) => { if (!user) return missing("No user"); };
export const load = async (id) => json(await find(id), 203);
export const by = (request) => json({ url: request.url }, 203);`;

const get = (statements: string, imports = `import { json, missing, guard, load, by } from "../../../lib/reply.js";`): string =>
  `${imports}\nexport const GET = async (request) => {\n${statements}\n};`;

describe("a function of another file that makes an answer", () => {
  it.each<[what: string, statements: string, lines: readonly string[]]>([
    ["may give nothing", `const denied = guard(user); if (denied) return denied; return Response.json({ id });`, ["200 resource"]],
    ["waits", `return load(id);`, []],
    ["reads the request", `return by(request);`, []],
    ["answers", `if (!user) return json({ error: "No user" }, 404); return json({ id });`, ["404 failure", "200 resource"]],
    ["calls another one", `return missing("No user");`, ["404 failure"]],
    ["is chosen", `return user ? json({ id }, 201) : missing("No user");`, ["201 resource", "404 failure"]],
  ])("%s", (_, statements, lines) => {
    expect(answersOf(get(statements), { "lib/reply.js": reply })).toEqual(lines);
  });

  it("has what it makes from a third file", () => {
    const files = { "lib/reply.js": reply, "lib/errors.js": `import { json } from "./reply.js";\nexport const gone = () => json({ error: "Gone" }, 410);` };
    expect(answersOf(get(`return gone();`, `import { gone } from "../../../lib/errors.js";`), files)).toEqual(["410 failure"]);
  });

  it("is not looked for where the file finds no handler by its path, and makes no answer", () => {
    project = projectOf({ "lib/reply.js": reply });
    expect(project.read("src/users.js", get(`return json({ id });`, `import { json } from "../lib/reply.js";`))).toEqual([]);
  });
});
