import { describe, expect, it } from "vitest";
import type { Exchange } from "../../src/exchange/model.ts";
import { express, lineOf } from "./handler.ts";
import { read } from "./source.ts";

const told = (source: string): string[] => read(source).map(({ method, methodFrom }) => `${method} by ${methodFrom}`);
/** `POST: 201 none, 400 none` for each method of a handler for all methods. */
const byMethod = (statements: string): string[] =>
  read(express(`app.all("/a", (req, res) => { ${statements} });`)).map(({ method, responses }) => `${method}: ${responses.map(lineOf).join(", ")}`);

describe("the method of a registration", () => {
  it.each([
    ["get", "GET"], ["post", "POST"], ["put", "PUT"], ["patch", "PATCH"], ["delete", "DELETE"], ["head", "HEAD"], ["options", "OPTIONS"],
    ["all", "ANY"], ["use", "ANY"], ["del", "DELETE"], ["m-search", "M-SEARCH"],
  ])("app.%s is %s", (word, method) => {
    expect(told(express(`app["${word}"]("/a", (req, res) => { res.end(); });`))).toEqual([`${method} by registration`]);
  });

  it("is that of each link of a route", () => {
    expect(told(express(`app.route("/a").get((req, res) => { res.end(); }).put((req, res) => { res.end(); });`)))
      .toEqual(["GET by registration", "PUT by registration"]);
  });

  it("is all that a handler is registered for", () => {
    expect(told(express(`const save = (req, res) => { res.end(); }; app.post("/a", save); app.put("/a/:id", save); app.put("/b/:id", save);`)))
      .toEqual(["POST by registration", "PUT by registration"]);
  });

  it("outdoes the name and the comment", () => {
    expect(told(express(`
      // @route GET /a
      const getAll = (req, res) => { res.end(); };
      app.post("/a", getAll);
    `))).toEqual(["POST by registration"]);
  });
});

describe("the caller is known before a handler is asked", () => {
  const handler = "(req, res) => { res.end(); }";
  const asked = (text: string): readonly string[] | undefined => read(express(text)).find(({ role }) => role === "endpoint")?.askedBefore;

  it.each([
    `app.get("/a", requireAuth, ${handler});`, `app.get("/a", auth.required, ${handler});`, `app.get("/a", validate, protect(), ${handler});`,
    `app.get("/a", [isLoggedIn, validate], ${handler});`, `const show = ${handler}; app.get("/a", verifyToken, show); app.get("/b", checkJwt, show);`,
  ])("by %s", (text) => {
    expect(asked(text)).toEqual(["caller"]);
  });

  it.each([
    `app.get("/a", ${handler});`, `app.get("/a", validate, ${handler});`, `app.get("/a", listAuthors, ${handler});`, `app.get("/a", ${handler}, requireAuth);`,
    `const show = ${handler}; app.get("/a", requireAuth, show); app.get("/b", show);`, `export const show = ${handler};`,
  ])("not by %s", (text) => {
    expect(asked(text)).toEqual([]);
  });
});

it.each(["loadUser", "findPost", "userExists", "commentsIdValidation", "validateUserId", "users.ById"])("whether there is such a record is asked before by %s", (name) => {
  expect(read(express(`app.get("/a/:id", ${name}, (req, res) => { res.end(); });`)).find(({ role }) => role === "endpoint")?.askedBefore).toEqual(["record"]);
});

it.each(["validate", "validateBody", "paginate", "upload.single", "loader"])("whether there is such a record is not asked by %s", (name) => {
  expect(read(express(`app.get("/a/:id", ${name}, (req, res) => { res.end(); });`)).find(({ role }) => role === "endpoint")?.askedBefore).toEqual([]);
});

it.each([`requireAuth, adminOnly`, `auth, requireRole("admin")`, `protect, restrictTo("admin")`, `authenticate, hasPermission`])("what the caller may do is asked before by %s", (functions) => {
  expect(read(express(`app.get("/a", ${functions}, (req, res) => { res.end(); });`)).find(({ role }) => role === "endpoint")?.askedBefore).toEqual(["caller", "right"]);
});

describe("the statuses that a route is described with", () => {
  const handler = "(req, res) => { res.end(); }";

  it.each<[where: string, text: string, declares: number[]]>([
    ["in a list of middleware", `app.delete("/a/:id", describe({ tags: ["A"], responses: { 200: empty, "404": missing } }), ${handler});`, [200, 404]],
    ["in a member of a list", `app.delete("/a/:id", [validate({ docs: { responses: { 204: empty } } })], ${handler});`, [204]],
    ["in an object that registers", `add({ method: "delete", path: "/a/:id", middleware: [api.path({ response: { 200: empty } })], handler: ${handler} });`, [200]],
    ["in each registration of a handler", `const drop = ${handler}; app.delete("/a", describe({ responses: { 200: a } }), drop); app.delete("/b", describe({ responses: { 204: a } }), drop);`, [200, 204]],
    ["nowhere", `app.delete("/a/:id", auth({ roles: { 200: "admin" } }), ${handler});`, []],
    ["in words that are no statuses", `app.delete("/a/:id", describe({ responses: { default: empty, "2XX": empty, 1000: empty, ...others } }), ${handler});`, []],
    ["inside a function", `app.delete("/a/:id", (req, res, next) => { describe({ responses: { 200: a } }); next(); }, ${handler});`, []],
    ["in a value of another name", `app.delete("/a/:id", describe(docs), ${handler});`, []],
  ])("%s", (_, text, declares) => {
    expect(read(express(text)).find(({ role }) => role === "endpoint")?.declares).toEqual(declares);
  });
});

const guards: readonly (readonly [name: string, statements: string, lines: readonly string[]])[] = [
  ["an if", `if (req.method === "POST") return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["both ways round", `if ("POST" === req.method) return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["loose equality", `if (req.method == "POST") return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["lower case", `if (req.method.toLowerCase() === "post") return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["upper case", `if (req.method.toUpperCase() === "POST") return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["a negative guard", `if (req.method !== "POST") return res.status(405).end(); res.status(201).end();`, ["POST: 201 none", "ANY: 405 none"]],
  ["else if", `if (req.method === "GET") res.json([]); else if (req.method === "POST") res.status(201).end(); else res.status(405).end();`, ["GET: 200 collection", "POST: 201 none", "ANY: 405 none"]],
  [
    "switch", `switch (req.method) { case "GET": return res.json([]); case "POST": return res.status(201).end(); default: return res.status(405).end(); }`,
    ["GET: 200 collection", "POST: 201 none", "ANY: 405 none"],
  ],
  [
    "switch with two cases in one", `switch (req.method) { case "PUT": case "PATCH": return res.json({ id: 1 }); default: return res.status(405).end(); }`,
    ["PUT: 200 resource", "PATCH: 200 resource", "ANY: 405 none"],
  ],
  ["includes", `if (["PUT", "PATCH"].includes(req.method)) return res.json({ id: 1 }); res.status(405).end();`, ["PUT: 200 resource", "PATCH: 200 resource", "ANY: 405 none"]],
  ["negative includes", `if (!["PUT", "PATCH"].includes(req.method)) return res.status(405).end(); res.json({ id: 1 });`, ["PUT: 200 resource", "PATCH: 200 resource", "ANY: 405 none"]],
  ["includes of a constant list", `const allowed = ["PUT"]; if (!allowed.includes(req.method)) return res.status(405).end(); res.json({ id: 1 });`, ["PUT: 200 resource", "ANY: 405 none"]],
  ["an alias", `const method = req.method; if (method === "POST") return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["destructured", `const { method } = req; if (method === "POST") return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["destructured and renamed", `const { method: verb } = req; if (verb === "POST") return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["a constant", `const POST = "POST"; if (req.method === POST) return res.status(201).end(); res.end();`, ["POST: 201 none", "ANY: 200 none"]],
  ["or", `if (req.method === "PUT" || req.method === "PATCH") return res.json({ id: 1 }); res.status(405).end();`, ["PUT: 200 resource", "PATCH: 200 resource", "ANY: 405 none"]],
  ["not one and not the other", `if (req.method !== "PUT" && req.method !== "PATCH") return res.status(405).end(); res.json({ id: 1 });`, ["PUT: 200 resource", "PATCH: 200 resource", "ANY: 405 none"]],
  ["and", `if (req.method === "POST" && req.body.name) return res.status(201).end(); res.status(400).end();`, ["POST: 201 none, 400 none", "ANY: 400 none"]],
  ["a guard on the status alone", `if (req.method === "POST") res.status(201); res.json({ id: 1 });`, ["POST: 201 resource", "ANY: 200 resource"]],
  ["a choice of the status", `res.status(req.method === "POST" ? 201 : 200).json({ id: 1 });`, ["POST: 201 resource", "ANY: 200 resource"]],
  ["a guard that only logs", `if (req.method === "POST") log(); if (req.method === "GET") return res.json([]); res.status(201).end();`, ["GET: 200 collection", "ANY: 201 none"]],
  ["a guard of another request", `if (other.method === "POST") return res.status(201).end(); res.end();`, ["ANY: 201 none, 200 none"]],
  ["a dynamic guard", `if (req.method === wanted) return res.status(201).end(); res.end();`, ["ANY: 201 none, 200 none"]],
  ["a preflight", `if (req.method === "OPTIONS") return res.sendStatus(204); res.json({ id: 1 });`, ["OPTIONS: 204 none", "ANY: 200 resource"]],
];

describe("guards on the method", () => {
  it.each(guards)("%s", (_name, statements, lines) => {
    expect(byMethod(statements).toSorted()).toEqual(lines.toSorted());
  });

  it("narrow what a registration says", () => {
    const source = express(`app.get("/a", (req, res) => { if (req.method === "HEAD") return res.end(); res.json([]); });`);
    expect(read(source).map(({ method, responses }) => [method, responses.map(lineOf)])).toEqual([["GET", ["200 collection"]]]);
  });

  it("tell the methods of a handler that nobody registers here", () => {
    expect(told(`module.exports = (req, res) => { if (req.method !== "POST") return res.status(405).end(); res.status(201).end(); };`).toSorted())
      .toEqual(["ANY by guard", "POST by guard"]);
  });
});

describe("comments that name the method", () => {
  it.each([
    ["@route POST /api/users", "POST", "/api/users"],
    ["@route   POST   /api/users", "POST", "/api/users"],
    ["@route {POST} /api/users", "POST", "/api/users"],
    ["@route: POST /api/users", "POST", "/api/users"],
    ["@route POST api/users", "POST", "api/users"],
    ["@route DELETE", "DELETE", null],
    ["@api {post} /users Create", "POST", "/users"],
    ["POST /api/users", "POST", "/api/users"],
  ])("%s", (comment, method, route) => {
    for (const text of [`// ${comment}`, `/** ${comment} */`, `/*\n * Users.\n * ${comment}\n */`]) {
      expect(read(`${text}\nexports.handle = async (req, res) => { res.end(); };`)).toMatchObject([{ method, route, methodFrom: "comment" }]);
    }
  });

  it.each([
    ["// get the user first"], ["// See POST handlers below"], ["/** Posts /news to the wall */"], ["// @router GET"], ["// delete /tmp later"],
  ])("%s names none", (comment) => {
    expect(told(`${comment}\nexports.handle = async (req, res) => { res.end(); };`)).toEqual(["null by unknown"]);
  });

  it("stand before a wrapped handler and before `export`", () => {
    expect(told(`// @route PUT /a\nexport const handle = wrap(async (req, res) => { res.end(); });`)).toEqual(["PUT by comment"]);
    expect(told(`class Users {\n// @route PUT /a\nhandle(req, res) { res.end(); } }`)).toEqual(["PUT by comment"]);
  });

  it("belong to one handler only", () => {
    expect(told(`// @route PUT /a\nexports.one = (req, res) => { res.end(); };\nexports.two = (req, res) => { res.end(); };`))
      .toEqual(["PUT by comment", "null by unknown"]);
  });
});

describe("names that begin with a verb", () => {
  it.each([
    ["getUser", "GET"], ["listUsers", "GET"], ["findAll", "GET"], ["showPage", "GET"], ["readPost", "GET"], ["get", "GET"], ["get_user", "GET"],
    ["createUser", "POST"], ["addItem", "POST"], ["postComment", "POST"], ["uploadFile", "POST"], ["register", "POST"], ["registerUser", "POST"],
    ["login", "POST"], ["signUp", "POST"], ["signup", "POST"], ["storeUser", "POST"], ["forgotPassword", "POST"],
    ["patchUser", "PATCH"], ["deleteUser", "DELETE"], ["delete_user", "DELETE"],
  ])("%s is %s", (name, method) => {
    expect(told(`exports.${name} = (req, res) => { res.end(); };`)).toEqual([`${method} by name`]);
  });

  it.each([
    "updateUser", "removeUser", "searchUsers", "toggle", "changePassword", "logout", "checkName", "sendMail", "getaway", "additional", "poster",
    "deleted", "address", "listener", "readiness", "showcase", "loginless", "users", "reset", "saveUser", "forgotten", "postal",
  ])("%s tells none", (name) => {
    expect(told(`exports.${name} = (req, res) => { res.end(); };`)).toEqual(["null by unknown"]);
  });

  it("tell nothing about a middleware", () => {
    expect(told(`exports.getUser = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); };`)).toEqual(["null by unknown"]);
  });
});

describe("routes", () => {
  const routeOf = (registration: string): Exchange["route"][] => read(express(registration)).map(({ route }) => route);
  it.each([
    [`app.get("/a/:id", (req, res) => { res.end(); });`, "/a/:id"],
    ["app.get(`/a`, (req, res) => { res.end(); });", "/a"],
    [`const path = "/a"; app.get(path, (req, res) => { res.end(); });`, "/a"],
    [`const base = "/v1"; app.get(\`\${base}/a\`, (req, res) => { res.end(); });`, "/v1/a"],
    [`const paths = { a: "/a" }; app.get(paths.a, (req, res) => { res.end(); });`, "/a"],
    [`app.get(["/a", "/b"], (req, res) => { res.end(); });`, "/a"],
    [`app.get(/^\\/a$/, (req, res) => { res.end(); });`, "/^\\/a$/"],
    [`app.get(paths.a, (req, res) => { res.end(); });`, null],
    [`app.use((req, res) => { res.end(); });`, null],
    [`app.route("/a").get((req, res) => { res.end(); });`, "/a"],
  ])("%s", (registration, route) => {
    expect(routeOf(registration)).toEqual([route]);
  });
});

describe("a name that the content refutes", () => {
  const method = (statements: string) => told(`exports.deleteReview = async (req, res) => { ${statements} res.end(); };`);

  it("is no DELETE when the id comes with the content alone", () => {
    expect(method("await remove(req.body.id);")).toEqual(told(`exports.handle = (req, res) => { res.end(); };`));
    expect(method("await remove(req.params.id, req.body.reason);")).not.toEqual(method("await remove(req.body.id);"));
  });
});
