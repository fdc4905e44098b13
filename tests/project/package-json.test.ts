import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { majorIn, nearestDependencies, rangeOf } from "../../src/project/package-json.ts";

describe("the major version that a range means", () => {
  it.each([
    ["^4.18.2", 4],
    ["~5.0", 5],
    ["~5", 5],
    ["5.x", 5],
    ["5.X.x", 5],
    ["5.*", 5],
    ["5", 5],
    ["v4", 4],
    ["v4.18.2", 4],
    ["=4.18.2", 4],
    ["= 4.18.2", 4],
    ["^ 4.18", 4],
    [" ^4.18.2 ", 4],
    ["4.18.2", 4],
    ["^4", 4],
    ["10.0.0", 10],
    ["^0.1.0", 0],
    ["5.0.0-beta.1", 5],
    ["^5.0.0-beta.1", 5],
    ["5.0.0+build.7", 5],
    ["npm:express@4.1.0", 4],
    ["npm:express@^5.0.0", 5],
    ["npm:@scope/express@^5.0.0", 5],
    ["workspace:^5.0.0", 5],
    ["workspace:5.1.0", 5],
    ["4.17.1 || 4.18.2", 4],
    ["^4.17.0 || ^4.18.0", 4],
    ["4.1.0 - 4.9.0", 4],
    [">=4.17.0 <5", 4],
    [">=4.17.0 <5.0.0", 4],
  ])("%s is %i", (range, major) => {
    expect([major, undefined]).toContain(majorIn(range));
    if (!/\|\||\s-\s|[<>]/.test(range)) expect(majorIn(range)).toBe(major);
  });

  it.each([
    undefined, "", " ", "*", "x", "latest", "next", ">=4", ">4.0.0", ">= 4", "<5", "<=5.0.0", "4 || 5", "^4.0.0 || ^5.0.0", "4 - 5", "4.18.0 - 5.1.0",
    "workspace:*", "workspace:^", "workspace:~", "npm:express", "npm:express@latest", "catalog:", "catalog:server", "file:../express", "link:../express",
    "github:expressjs/express", "expressjs/express#5", "git+https://example.com/5.git", "https://example.com/express-5.0.0.tgz", "./4", "5th",
  ])("%o means none", (range) => {
    expect(majorIn(range)).toBeUndefined();
  });
});

describe("the package.json files of a project", () => {
  let root: string;
  let count = 0;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "http-status-"));
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(root, { recursive: true });
  });

  const at = (...path: string[]): string => join(root, ...path);

  /** Writes a file with a time of its own, as a change made in another second would. */
  function write(path: string, text: string): void {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
    utimesSync(at(path), 1_000_000 + ++count, 1_000_000 + count);
  }
  const manifest = (path: string, dependencies: object, kind = "dependencies"): void => write(join(path, "package.json"), JSON.stringify({ [kind]: dependencies }));
  const express = (...path: string[]): string | undefined => rangeOf(at(...path), ["express"]);
  const later = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds);

  it("the nearest one counts", () => {
    manifest("", { express: "^4.0.0" });
    manifest("packages/api", { express: "^5.0.0" });
    expect(express("index.js")).toBe("^4.0.0");
    expect(express("src", "deep", "er", "index.js")).toBe("^4.0.0");
    expect(express("packages", "index.js")).toBe("^4.0.0");
    expect(express("packages", "api", "index.js")).toBe("^5.0.0");
    expect(express("packages", "api", "src", "index.js")).toBe("^5.0.0");
  });

  it("a workspace that is silent leaves the word to the root", () => {
    manifest("", { express: "^4.0.0" });
    manifest("packages/api", { koa: "^3.0.0" });
    expect(express("packages", "api", "index.js")).toBe("^4.0.0");
    expect([...nearestDependencies(at("packages", "api", "index.js"))!]).toEqual([["koa", "^3.0.0"]]);
  });

  it("one without dependencies leaves the word to the root, too", () => {
    manifest("", { express: "^4.0.0" });
    write("dist/package.json", `{ "type": "commonjs" }`);
    expect(express("dist", "index.js")).toBe("^4.0.0");
    expect(nearestDependencies(at("dist", "index.js"))).toEqual(new Map());
  });

  it.each(["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"])("%s are read", (kind) => {
    manifest("", { express: "^5.0.0" }, kind);
    expect(express("index.js")).toBe("^5.0.0");
  });

  it("what runs counts more than what is developed with or supported", () => {
    write("package.json", JSON.stringify({
      peerDependencies: { express: "4 || 5" }, devDependencies: { express: "^5.0.0" }, dependencies: { express: "^4.0.0" },
    }));
    expect(express("index.js")).toBe("^4.0.0");
  });

  it("the first of several packages counts, wherever it stands in the file", () => {
    manifest("", { "express-promise-router": "^4.1.1", express: "^5.0.0" });
    expect(rangeOf(at("index.js"), ["express", "express-promise-router"])).toBe("^5.0.0");
    expect(rangeOf(at("index.js"), ["koa", "express-promise-router"])).toBe("^4.1.1");
    expect(rangeOf(at("index.js"), ["koa"])).toBeUndefined();
    expect(rangeOf(at("index.js"), [])).toBeUndefined();
  });

  it("a file that nobody saved yet has a project as well", () => {
    manifest("", { express: "^5.0.0" });
    expect(express("not", "there", "yet.js")).toBe("^5.0.0");
  });

  it("a change on the disk is seen after a second, and not before", () => {
    manifest("", { express: "^4.0.0" });
    expect(express("index.js")).toBe("^4.0.0");
    manifest("", { express: "^5.0.0" });
    later(999);
    expect(express("index.js")).toBe("^4.0.0");
    later(1);
    expect(express("index.js")).toBe("^5.0.0");
  });

  it("a file that did not change is not read again", () => {
    manifest("", { express: "^4.0.0" });
    const before = nearestDependencies(at("index.js"));
    later(5000);
    expect(nearestDependencies(at("index.js"))).toBe(before);
  });

  it("a file that appears is seen after a second, and one that goes is forgotten", () => {
    manifest("", { express: "^4.0.0" });
    expect(express("packages", "api", "index.js")).toBe("^4.0.0");
    manifest("packages/api", { express: "^5.0.0" });
    later(1000);
    expect(express("packages", "api", "index.js")).toBe("^5.0.0");
    rmSync(at("packages"), { recursive: true });
    later(1000);
    expect(express("packages", "api", "index.js")).toBe("^4.0.0");
  });

  it.each([
    ["broken", `{ "dependencies": { "express": `],
    ["empty", ``],
    ["null", `null`],
    ["a number", `5`],
    ["a string", `"express"`],
    ["a list", `[]`],
  ])("one that is %s says nothing", (_name, text) => {
    manifest("", { express: "^4.0.0" });
    write("api/package.json", text);
    expect(express("api", "index.js")).toBe("^4.0.0");
  });

  it.each([
    ["null", null],
    ["a string", "express"],
    ["a list", ["express"]],
    ["a number", 5],
  ])("dependencies that are %s name no package", (_name, dependencies) => {
    manifest("", { express: "^4.0.0" });
    write("api/package.json", JSON.stringify({ dependencies }));
    expect(express("api", "index.js")).toBe("^4.0.0");
  });

  it("one that is mended speaks again", () => {
    write("package.json", `{ "dependencies": {`);
    expect(express("index.js")).toBeUndefined();
    manifest("", { express: "^5.0.0" });
    later(1000);
    expect(express("index.js")).toBe("^5.0.0");
  });

  it("a folder of that name is none", () => {
    manifest("", { express: "^4.0.0" });
    mkdirSync(at("api", "package.json"), { recursive: true });
    expect(express("api", "index.js")).toBe("^4.0.0");
  });

  it("none at all is no error", () => {
    expect(express("index.js")).toBeUndefined();
    expect(nearestDependencies(at("index.js"))).toBeUndefined();
  });

  it("the root of the disk ends the search", () => {
    const { root: disk } = parse(root);
    expect(rangeOf(join(disk, "index.js"), ["express"])).toBeUndefined();
    expect(nearestDependencies(disk)).toBeUndefined();
  });

  it("a name that is no path is looked up where ESLint runs", () => {
    expect(nearestDependencies("<input>")?.has("eslint")).toBe(true);
    expect(nearestDependencies("src/index.js")?.has("eslint")).toBe(true);
  });

  it("names of objects in the language are no packages", () => {
    manifest("", { express: "^4.0.0" });
    expect(rangeOf(at("index.js"), ["constructor", "toString", "__proto__"])).toBeUndefined();
  });
});
