/** Files of `pages/api` as people write them, and what a built application answers. */
import { bare, full } from "./case.ts";
import type { WireCase } from "./case.ts";

/** A file with the given statements in its handler. */
const handler = (statements: string): string => `
export default function handler(req, res) {
  ${statements}
}
`;

const asyncHandler = (statements: string): string => handler(statements).replace("function", "async function");

const byMethod = (method: string, path = "/") => ({ method, path });

const deliveries: readonly WireCase[] = [
  { name: "json of an object", source: handler(`res.json({ ok: true });`), expect: full(200) },
  { name: "status().json()", source: handler(`res.status(404).json({ error: "User not found" });`), expect: full(404) },
  { name: "status().json(), returned", source: handler(`return res.status(201).json({ id: 1 });`), expect: full(201) },
  { name: "json of null is the text null", source: handler(`res.status(200).json(null);`), expect: full(200) },
  { name: "json of undefined", source: handler(`res.status(200).json(undefined);`), expect: bare(200) },
  { name: "send of a string", source: handler(`res.status(400).send("id is missing");`), expect: full(400) },
  { name: "send of an object", source: handler(`res.send({ ok: true });`), expect: full(200) },
  { name: "status is no member to assign", source: handler(`res.status = 404; res.json({ error: "missing" });`), expect: full(200) },
  { name: "send of a number is content", source: handler(`res.send(404);`), expect: full(200) },
  { name: "send of null", source: handler(`res.send(null);`), expect: bare(200) },
  { name: "send of undefined", source: handler(`res.status(202).send();`), expect: bare(202) },
  { name: "send of the empty string", source: handler(`res.send("");`), expect: bare(200) },
  { name: "send of bytes", source: handler(`res.send(Buffer.from("hello"));`), expect: full(200), unread: ["content"] },
  { name: "end of nothing", source: handler(`res.status(403).end();`), expect: bare(403) },
  { name: "end of a string", source: handler(`res.end("hello");`), expect: full(200) },
  { name: "write, then end", source: handler(`res.write("a"); res.end();`), expect: full(200) },
  { name: "statusCode =", source: handler(`res.statusCode = 409;\n  res.json({ error: "taken" });`), expect: full(409) },
  { name: "writeHead", source: handler(`res.writeHead(302, { Location: "/new" });\n  res.end();`), expect: bare(302, { location: "/new" }) },
  { name: "writeHead().end()", source: handler(`res.writeHead(503, { "Retry-After": "30" }).end("later");`), expect: full(503, { "retry-after": "30" }) },
  { name: "setHeader", source: handler(`res.setHeader("Retry-After", "60");\n  res.status(429).json({ error: "Slow down" });`), expect: full(429, { "retry-after": "60" }) },
  { name: "setHeader in a chain", source: handler(`res.status(401).setHeader("WWW-Authenticate", "Bearer").json({ error: "Sign in" });`), expect: full(401, { "www-authenticate": "Bearer" }) },
  { name: "the last status holds", source: handler(`res.status(500);\n  res.status(404).end();`), expect: bare(404) },
  { name: "a returned value is not an answer", source: handler(`return { ok: true };`), expect: "hangs", model: "optional" },
  { name: "a status alone is no answer", source: handler(`res.status(404);`), expect: "hangs" },
  { name: "a handler that never answers", source: asyncHandler(`await Promise.resolve(req.url);`), expect: "hangs", model: "optional" },
];

const statuses: readonly WireCase[] = [
  { name: "a status in text", source: handler(`res.status("404").end();`), expect: bare(404) },
  { name: "99", source: handler(`res.status(99).end();`), expect: full(500) },
  { name: "700", source: handler(`res.status(700).end();`), expect: bare(700) },
  { name: "1000", source: handler(`res.status(1000).end();`), expect: full(500) },
  { name: "a fraction", source: handler(`res.status(404.5).end();`), expect: bare(404) },
  { name: "a status of null", source: handler(`res.status(null).json({});`), expect: full(500) },
  { name: "204 and end", source: handler(`res.status(204).end();`), expect: bare(204) },
  { name: "204 and json", source: handler(`res.status(204).json({ deleted: true });`), expect: bare(204) },
  { name: "204 and send", source: handler(`res.status(204).send("deleted");`), expect: bare(204) },
  { name: "204 and end of a string", source: handler(`res.status(204).end("deleted");`), expect: bare(204) },
  { name: "205 and json", source: handler(`res.status(205).json({ reset: true });`), expect: full(205) },
  { name: "205 and end", source: handler(`res.status(205).end();`), expect: bare(205) },
  { name: "304 and send", source: handler(`res.status(304).send("same");`), expect: bare(304) },
  {
    name: "a status of two",
    source: handler(`
  const user = undefined;
  res.status(user ? 200 : 404).json(user ?? { error: "User not found" });
    `),
    expect: full(404), model: "some", unread: ["content"],
  },
];

const redirects: readonly WireCase[] = [
  { name: "redirect", source: handler(`res.redirect("/login");`), expect: full(307, { location: "/login" }) },
  { name: "redirect with a status", source: handler(`res.redirect(303, "/login");`), expect: full(303, { location: "/login" }) },
  { name: "redirect overrides the status", source: handler(`res.status(301).redirect("/login");`), expect: full(307, { location: "/login" }) },
  { name: "redirect with the arguments swapped", source: handler(`res.redirect("/login", 301);`), expect: full(307, { location: "/login" }) },
  { name: "redirect with a status in text", source: handler(`res.redirect("301", "/login");`), expect: full(307, { location: "301" }), model: "optional" },
  { name: "redirect with a status of success", source: handler(`res.redirect(200, "/login");`), expect: full(200, { location: "/login" }) },
  { name: "redirect without a place", source: handler(`res.redirect(302);`), expect: full(500), model: "optional" },
];

const paths: readonly WireCase[] = [
  {
    name: "a switch over the method",
    source: handler(`
  switch (req.method) {
    case "GET":
      return res.status(200).json([]);
    case "POST":
      return res.status(201).json({ id: 1 });
    default:
      res.setHeader("Allow", ["GET", "POST"]);
      return res.status(405).end(\`Method \${req.method} Not Allowed\`);
  }
    `),
    request: byMethod("DELETE"), expect: full(405, { allow: "GET, POST" }), model: "some",
  },
  {
    name: "a method guard",
    source: handler(`
  if (req.method !== "POST") {
    res.setHeader("Allow", "POST");
    return res.status(405).json({ error: "Method not allowed" });
  }
  res.status(201).json({ id: 1 });
    `),
    request: byMethod("GET"), expect: full(405, { allow: "POST" }), model: "some",
  },
  {
    name: "a method that nothing answers",
    source: handler(`
  if (req.method === "POST") {
    res.status(201).json({ id: 1 });
  }
    `),
    request: byMethod("GET"), expect: "hangs", model: "some",
  },
  { name: "HEAD runs the handler", source: handler(`res.status(203).json({ ok: true });`), request: byMethod("HEAD"), expect: bare(203) },
  { name: "OPTIONS runs the handler", source: handler(`res.status(203).json({ ok: true });`), request: byMethod("OPTIONS"), expect: full(203) },
  {
    name: "a parameter of the path",
    source: asyncHandler(`
  const { id } = req.query;
  const user = await Promise.resolve(id === "1" ? { id } : null);
  if (!user) return res.status(404).json({ error: "User not found" });
  res.json(user);
    `),
    file: "pages/api/users/[id].js", request: { path: "/users/2" }, expect: full(404), model: "some",
  },
  {
    name: "a catch that answers",
    source: asyncHandler(`
  try {
    JSON.parse("{");
    res.status(200).json({ ok: true });
  } catch (error) {
    res.status(500).json({ error: "Something went wrong" });
  }
    `),
    expect: full(500), model: "some",
  },
  { name: "an error is thrown", source: handler(`throw new Error("down");`), expect: full(500), model: "optional" },
  { name: "an error with a status is thrown", source: asyncHandler(`throw Object.assign(new Error("gone"), { statusCode: 410 });`), expect: full(500), model: "optional" },
  {
    name: "content that is no JSON is refused before the handler runs",
    source: handler(`res.status(201).json(req.body);`),
    request: { method: "POST", headers: { "Content-Type": "application/json" }, content: "{" }, expect: full(400), model: "none",
  },
  {
    name: "a handler wrapped by a local function",
    source: `
const withMethod = (method, handler) => (req, res) => {
  if (req.method !== method) return res.status(405).end();
  return handler(req, res);
};

export default withMethod("GET", (req, res) => {
  res.status(409).json({ error: "taken" });
});
`,
    expect: full(409), model: "some",
  },
  {
    name: "a handler that is exported by its name",
    source: `
const handler = async (request, response) => {
  response.status(410).json({ error: "gone" });
};

export default handler;
`,
    expect: full(410),
  },
  {
    name: "the edge runtime returns a response",
    source: `
export const config = { runtime: "edge" };

export default function handler(request) {
  return new Response("missing", { status: 404 });
}
`,
    expect: full(404), model: "optional",
  },
];

export const cases: readonly WireCase[] = [...deliveries, ...statuses, ...redirects, ...paths];
