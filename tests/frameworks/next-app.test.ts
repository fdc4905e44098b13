import { describe, expect, it } from "vitest";
import { readModel } from "../support/read.ts";

const read = (source: string, filename = "/project/app/users/[id]/route.js") =>
  readModel(source, { filename }).map(({ framework, role, method, methodFrom, route, responses }) =>
    ({ framework, role, method, methodFrom, route, statuses: responses.map(({ status }) => status) }));

const handler = { framework: "next-app", role: "endpoint", methodFrom: "export", route: "/users/:id" };

describe("handlers of the app router", () => {
  it.each([
    ["a function", `export async function GET() { return Response.json({}); }`, "GET", [200]],
    ["a constant", `export const PUT = () => new Response(null, { status: 204 });`, "PUT", [204]],
    ["a name exported later", `const save = () => Response.json({}, { status: 201 }); export { save as POST };`, "POST", [201]],
    ["a wrapped handler", `export const DELETE = withWorkspace(async ({ req }) => { return Response.json({}, { status: 202 }); });`, "DELETE", [202]],
    ["a word that throws", `import { notFound } from "next/navigation"; export const GET = async () => { if (!(await load())) notFound(); return Response.json({}); };`, "GET", [404, 200]],
    ["the default of a redirect", `import { NextResponse } from "next/server"; export const GET = (request) => NextResponse.redirect(new URL("/a", request.url));`, "GET", [307]],
  ])("%s", (_name, source, method, statuses) => {
    expect(read(source)).toEqual([{ ...handler, method, statuses }]);
  });

  it("a catch takes a thrown answer away", () => {
    const source = `
      import { redirect } from "next/navigation";
      export async function GET() {
        try { redirect("/a"); } catch (error) { return new Response("failed", { status: 500 }); }
      }
    `;
    expect(read(source).flatMap(({ statuses }) => statuses)).toEqual([500]);
  });

  it.each([
    ["/project/src/app/(shop)/@modal/users/page.tsx", "/users"],
    ["/project/app/docs/[[...path]]/page.tsx", "/docs/*path"],
    ["/project/app/page.tsx", "/"],
  ])("the folders of %s tell the route", (filename, route) => {
    const source = `import { notFound } from "next/navigation"; export default async function Page() { notFound(); }`;
    expect(read(source, filename)).toEqual([{ framework: "next-app", role: "endpoint", method: "GET", methodFrom: "file-name", route, statuses: [404] }]);
  });

  it("the middleware lets requests go on", () => {
    const source = `
      import { NextResponse } from "next/server";
      export function middleware(request) {
        if (!request.cookies.get("session")) return NextResponse.json({ error: "Please log in" }, { status: 401 });
        return NextResponse.next();
      }
    `;
    expect(read(source, "/project/src/middleware.ts")).toEqual([
      { framework: "next-app", role: "middleware", method: "ANY", methodFrom: "export", route: null, statuses: [401] },
    ]);
  });

  it("a helper that only throws answers nothing by itself", () => {
    const source = `import { redirect } from "next/navigation"; export async function requireUser() { if (!(await load())) redirect("/login"); }`;
    expect(read(source, "/project/lib/session.ts")).toEqual([]);
  });
});
