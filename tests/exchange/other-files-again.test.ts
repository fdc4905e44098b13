/** A process that lives on, as in an editor: what changes is seen, and what does not is read once. */
import { readFileSync, rmSync } from "node:fs";
import type * as FileSystem from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof FileSystem>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

const create = `exports.create = async (req, res) => { res.json(await save(req.body)); };`;
const routes = (method: string): string => `const router = require("express").Router(); const users = require("./users"); router.${method}("/", users.create); module.exports = router;`;
const app = (prefix: string): string => `require("express")().use("${prefix}", require("./routes"));`;

describe("a file that is linted again", () => {
  let project: Project;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.mocked(readFileSync).mockClear();
    project = projectOf({ "users.js": create, "routes.js": routes("post"), "app.js": app("/users") });
  });

  afterEach(() => {
    project.remove();
    vi.useRealTimers();
  });

  const later = (milliseconds: number): void => { vi.setSystemTime(Date.now() + milliseconds); };
  const known = (): string[] => project.read("users.js", create).map(({ method, route }) => [method, route].join(" "));
  /** How often each file of the project was read. */
  const reads = (path: string): number => vi.mocked(readFileSync).mock.calls.filter(([read]) => read === project.at(path)).length;

  it("reads no other file twice", () => {
    for (let run = 0; run < 20; run++) {
      expect(known()).toEqual(["POST /users"]);
      later(700);
    }
    expect(["users.js", "routes.js", "app.js", "package.json"].map(reads)).toEqual([1, 1, 1, 1]);
  });

  it("sees a change of the routes, and reads only what changed", () => {
    known();
    project.write({ "routes.js": routes("put") });
    expect(known()).toEqual(["POST /users"]);
    later(1000);
    expect(known()).toEqual(["PUT /users"]);
    project.write({ "app.js": app("/people") });
    later(1000);
    expect(known()).toEqual(["PUT /people"]);
    expect([reads("routes.js"), reads("app.js"), reads("users.js")]).toEqual([2, 2, 1]);
  });

  it("looks at the files of a large project that tell nothing less often", () => {
    const others = Array.from({ length: 1500 }, (_, index): [string, string] => [`${index}.js`, ""]);
    project.write(Object.fromEntries(others));
    known();
    project.write({ "routes.js": routes("put"), "700.js": routes("patch").replace("module.exports = router;", "") });
    later(1000);
    expect(known()).toEqual(["PUT /users"]);
    later(6000);
    expect(known()).toEqual(["PUT /users"]);
    later(1000);
    expect(known()).toEqual(["PATCH /", "PUT /users"]);
  });

  it("follows a name that the linted text exports from now on", () => {
    project.write({ "all.js": `module.exports = { ...require("./users") };`, "more.js": routes("delete").replace("./users", "./all").replace("users.create", "users.remove") });
    const both = `${create} exports.remove = async (req, res) => { await drop(req.body); res.end(); };`;
    const methods = (text: string): (string | null)[] => project.read("users.js", text).map(({ method }) => method);
    expect(methods(create)).toEqual(["POST"]);
    expect(methods(both)).toEqual(["POST", "DELETE"]);
  });

  it("finds modules anew when the project tells that they lie elsewhere", () => {
    const aliased = (folder: string) => JSON.stringify({ compilerOptions: { paths: { "@app/*": [`${folder}/*`] } } });
    project.write({ "tsconfig.json": aliased("old"), "old/users.js": create, "routes.js": routes("post").replace("./users", "@app/users") });
    later(3000);
    expect(known()).toEqual(["POST "]);
    project.write({ "tsconfig.json": aliased(".") });
    later(30_000);
    expect(known()).toEqual(["POST /users"]);
  });

  it.each<[what: string, read: number, text: string]>([
    ["a function that has values only", 0, `export const sum = (a: number, b: number) => b.json(a);`],
    ["a function of texts and a function", 0, `export const sum = (a: "x" | "y", b: () => void, c: string[]) => c.json(a, b);`],
    ["a parameter that nothing happens to", 0, `export const sum = (a: Made, b: Made) => fetch(a).json();`],
    ["functions of which others reach only one of a single value", 0, `const write = (a: Made, b: Made) => b.json(a); export const sum = (a: Made) => write(a, made);`],
    ["a parameter that may be an answer", 1, `export const sum = (a: Made, b: Made) => b.json(a);`],
  ])("reads no other file for %s", (_, read, text) => {
    project.write({ "sum.ts": text });
    project.read("sum.ts", text);
    expect(reads("routes.js")).toBe(read);
  });

  it("sees files that come and go", () => {
    known();
    project.write({ "more.js": routes("put").replace("module.exports = router;", "") });
    later(3000);
    expect(known()).toEqual(["PUT /", "POST /users"]);
    rmSync(project.at("routes.js"));
    later(3000);
    expect(known()).toEqual(["PUT /"]);
  });

  it("reads nothing for a text that is no file", () => {
    expect(project.read("none.js", create)[0]?.methodFrom).toBe("name");
    expect(["users.js", "routes.js", "app.js"].map(reads)).toEqual([0, 0, 0]);
  });

  it("lives through a syntax error that is mended", () => {
    project.write({ "routes.js": `${routes("put")} (` });
    expect(known()).toEqual(["POST "]);
    project.write({ "routes.js": routes("put") });
    later(1000);
    expect(known()).toEqual(["PUT /users"]);
  });
});
