import { describe, expect, it } from "vitest";
import { responseCallsIn } from "../../scripts/response-calls.ts";
import { responseValuesIn } from "../../scripts/response-values.ts";
import { withoutWords } from "../../scripts/source-text.ts";

const kept = (source: string) => responseCallsIn(source).flatMap(({ line, word, excluded }) => (excluded === undefined ? [`${line} ${word}`] : []));
const reasons = (source: string) => responseCallsIn(source).map(({ excluded }) => excluded);

describe("the text side of the recall", () => {
  it("counts a chain once, at the word that sends", () => {
    expect(kept(`app.get("/", async (req, res) => {
      if (!req.user) return res.sendStatus(401);
      res
        .status(201)
        .set({ "x-a": f(1, (a) => a) })
        .json({ id });
    });`)).toEqual(["2 sendStatus", "6 json"]);
  });

  it("counts a head and its end once when they are one chain", () => {
    expect(kept("http.createServer((req, res) => { res.writeHead(200).end('x'); });")).toEqual(["1 end"]);
    expect(kept("http.createServer((req, res) => {\n res.writeHead(404);\n res.end();\n});")).toEqual(["2 writeHead", "3 end"]);
  });

  it("reads no comments, strings, templates or patterns", () => {
    const source = `function (req, res) {
      // res.send(1)
      /* res.send(1)
         res.send(1) */
      const a = "res.send(1)", b = 'it\\'s res.send(1)', c = \`\${b} res.send(1) \${{ d: 1 }}\`, e = /res.send("x/;
      res.send(a / b / c);
    }`;
    expect(kept(source)).toEqual(["6 send"]);
    expect(withoutWords(source)).toHaveLength(source.length);
  });

  it.each([
    ["(req, res) => res.json(a)"],
    ["(req: Request<{ id: string }, unknown>, res: Response<any>): Promise<void> => { res.json(a); }"],
    ["async function get({ params }, res, next) { try { res.json(a); } catch (e) { } }"],
    ["async upload(req, res, asJson = true) { res.json(a); }"],
    ["(err, req, res, next) => { if (x) { res.json(a); } }"],
    ["class A { async get(@Param('id') id: string, @Res() res: Response) { res.json(a); } }"],
  ])("takes a handler: %s", (source) => {
    expect(kept(source)).toEqual(["1 json"]);
  });

  it.each([
    ["function send(res, statusCode, message) { res.status(statusCode).json({ message }); }", "helper body"],
    ["const send = (statusCode, res, payload) => res.status(statusCode).json(payload);", "helper body"],
    ["function send(req, res, user) { res.json(user); }", "helper body"],
    ["fetch(url).then((res) => res.json());", "client (no argument)"],
    ["const load = async () => { const res = await fetch(url); return await res.json(); };", "client (no argument)"],
    ["const load = async () => { const response = await open(url); response.send(x); };", "not a parameter"],
    ["(req, res) => { const response = make(); response.send(x); }", "not a parameter"],
    ["(req, res) => { const res = make(); res.send(x); }", "a variable of its own"],
  ])("leaves out: %s", (source, reason) => {
    expect(reasons(source)).toEqual([reason]);
  });

  it("leaves out an end() that follows an answer", () => {
    expect(reasons("(req, res) => { res.status(200).json(a);\n res.end(); }")).toEqual([undefined, "end() right after an answer"]);
    expect(reasons("(req, res) => { res.status(200);\n res.end(); }")).toEqual([undefined]);
  });
});

describe("the text side for answers made as values", () => {
  const found = (source: string, path = "src/server.ts") => responseValuesIn(source, path).map(({ line, word, excluded }) => excluded ?? `${line} ${word}`);

  it("counts each making at its word", () => {
    expect(found(`export const GET = () => {
      if (a) return new Response("x");
      if (b) return NextResponse
        .json<User>({});
      return new NextResponse<User>(null);
    };`)).toEqual(["2 new Response", "4 NextResponse.json", "5 new NextResponse"]);
  });

  it("takes what next/navigation throws in files of the app router", () => {
    const source = `import { notFound, redirect as go, useRouter } from "next/navigation";\nexport default () => { notFound(); go("/a"); useRouter(); };`;
    expect(found(source, "src/app/users/page.tsx")).toEqual(["2 notFound", "2 go"]);
    expect(found(source, "src/lib/users.ts")).toEqual([]);
  });

  it("leaves out what a page may stream", () => {
    const source = `import { redirect } from "next/navigation";
      export default function Page() { redirect("/a"); return <Suspense><User /></Suspense>; }
      async function User() { redirect("/b"); }
      export async function generateMetadata() { redirect("/c"); }`.replaceAll(/^ +/gm, "");
    expect(found(source, "app/page.tsx")).toEqual(["2 redirect", "component of a page", "metadata of a page"]);
  });

  it.each([
    ["NextResponse.next();", "hands the request on"],
    ["cache.put(key, new Response(body));", "kept in a cache"],
    ["throw new Response('x', { status: 404 });", "thrown"],
    ["new Promise((resolve) => resolve(new Response(body)));", "value of a promise"],
    ["const text = await new Response(stream).text();", "read where it is made"],
    [`"use client"; new Response("x");`, "client file"],
    ["self.skipWaiting(); new Response('x');", "service worker"],
    ["class Response {} new Response('x');", "another class of that name"],
  ])("leaves out: %s", (source, reason) => {
    expect(found(source)).toEqual([reason]);
  });

  it("reads no types and no members of that name", () => {
    expect(found("const a: Response = b; type C = Response; d.Response.json({}); const e = r instanceof Response;")).toEqual([]);
  });
});
