import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describedStatuses } from "../../src/project/api-description.ts";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";

const answers = (...codes: readonly (number | string)[]) => ({ responses: Object.fromEntries(codes.map((code) => [code, { description: "…" }])) });

let project: Project | undefined;

/** What is told for a route of a project with these files. */
function told(files: Readonly<Record<string, unknown>>, method: string, route: string): readonly number[] {
  project = projectOf(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? content : JSON.stringify(content)])));
  return describedStatuses(project.at("src/users.js"), method, route);
}

beforeEach(() => { vi.useFakeTimers({ toFake: ["Date"] }); });

afterEach(() => {
  vi.useRealTimers();
  project?.remove();
});

const paths = { "/users/{userId}": { delete: answers(200, 404), get: answers(200) }, "/users": { post: answers(201, "4XX", "default"), parameters: [] } };

describe("a description tells", () => {
  it.each<[what: string, files: Readonly<Record<string, unknown>>, method: string, route: string, codes: number[]]>([
    ["the statuses of a route", { "openapi.json": { paths } }, "DELETE", "/users/:id", [200, 404]],
    ["those with a code of their own", { "docs/openapi.json": { paths } }, "POST", "/users", [201]],
    ["the statuses of a route that is mounted", { "swagger.json": { basePath: "/api", paths } }, "DELETE", "/api/v1/users/:id", [200, 404]],
    ["the statuses of a route whose mount is not known", { "openapi.json": { paths: { "/api/users": { post: answers(200) } } } }, "POST", "/users", [200]],
  ])("%s", (_, files, method, route, codes) => {
    expect(told(files, method, route)).toEqual(codes);
  });
});

describe("a description tells nothing", () => {
  it.each<[what: string, files: Readonly<Record<string, unknown>>, method: string, route: string]>([
    ["of another method", { "openapi.json": { paths } }, "PUT", "/users/:id"],
    ["of another route", { "openapi.json": { paths } }, "DELETE", "/posts/:id"],
    ["of a route that is longer", { "openapi.json": { paths } }, "DELETE", "/users/:id/posts/:post"],
    ["of a route that is a parameter alone", { "openapi.json": { paths } }, "DELETE", "/:id"],
    ["that is no description", { "openapi.json": { users: paths } }, "DELETE", "/users/:id"],
    ["that is a list", { "openapi.json": { paths: [] } }, "DELETE", "/users/:id"],
    ["that is broken", { "openapi.json": "{" }, "DELETE", "/users/:id"],
    ["of another project", { "docs/openapi.json": { paths }, "docs/package.json": "{}", "src/package.json": { dependencies: { express: "5" } } }, "DELETE", "/users/:id"],
    ["that is not there", {}, "DELETE", "/users/:id"],
  ])("%s", (_, files, method, route) => {
    expect(told(files, method, route)).toEqual([]);
  });
});

it("is read again when it changes", () => {
  expect(told({ "openapi.json": { paths } }, "POST", "/users")).toEqual([201]);
  project?.write({ "openapi.json": JSON.stringify({ paths: { "/users": { post: answers(200, 202) } } }) });
  vi.setSystemTime(Date.now() + 1000);
  expect(describedStatuses(project?.at("src/users.js") ?? "", "POST", "/users")).toEqual([200, 202]);
});
