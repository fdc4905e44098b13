/** Routes that stand in another file than their handlers, in projects on the disk. */
import { symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { SettingsInput } from "../../src/settings.ts";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";

let project: Project | undefined;

afterEach(() => { project?.remove(); });

/** What is known of the handlers of the first file: `POST /users other-file`. */
function routesOf(files: Readonly<Record<string, string>>, settings?: SettingsInput): string[] {
  const [path = "", text = ""] = Object.entries(files)[0] ?? [];
  project = projectOf(files);
  return project.read(path, text, settings).map(({ method, route, methodFrom }) => [method, route, methodFrom].join(" "));
}

const answer = "{ res.json(await save(req.body)); }";

const create = `exports.create = async (req, res) => ${answer};`;
const router = `const router = require("express").Router();`;
const module = `export const create = async (req, res) => ${answer};`;

describe("a function is exported, and registered elsewhere:", () => {
  it.each<[what: string, controller: string, routes: string]>([
    ["as a member of exports", create, `${router} const users = require("../users"); router.post("/", users.create);`],
    ["from an object", `const create = async (req, res) => ${answer}; module.exports = { create };`, `${router} const { create } = require("../users"); router.post("/", create);`],
    ["under another name", create, `${router} const { create: add } = require("../users.js"); router.post("/", add);`],
    ["as a named export", module, `import { Router } from "express"; import { create } from "../users.js"; const router = Router(); router.post("/", create);`],
    ["from a namespace", module, `import { Router } from "express"; import * as users from "../users.js"; Router().post("/", users.create);`],
    ["as the default", `export default async function (req, res) ${answer}`, `import { Router } from "express"; import create from "../users.js"; Router().post("/", create);`],
    ["as a member of the default", `export default { async create(req, res) ${answer} };`, `import { Router } from "express"; import users from "../users.js"; Router().post("/", users.create);`],
    ["as a method of an instance", `class Users { async create(req, res) ${answer} } module.exports = new Users();`, `${router} const users = require("../users"); router.post("/", users.create.bind(users));`],
    ["as a method of a class", `export class Users { create = async (req, res) => ${answer} }`, `import { Router } from "express"; import { Users } from "../users.js"; const users = new Users(); Router().post("/", users.create);`],
    ["as a static method", `module.exports = class { static async create(req, res) ${answer} };`, `${router} const Users = require("../users"); router.post("/", Users.create);`],
    ["from a factory", `module.exports = (db) => ({ create: async (req, res) => ${answer} });`, `${router} const users = require("../users")(db); router.post("/", users.create);`],
    ["made by a call at the route", `exports.create = (db) => async (req, res) => ${answer};`, `${router} const users = require("../users"); router.post("/", users.create(db));`],
    ["in a wrapper", create, `${router} const users = require("../users"); router.post("/", asyncHandler(users.create));`],
    ["after others", create, `${router} const users = require("../users"); router.post("/", auth, validate(schema), [limit, users.create]);`],
    ["on a chained route", create, `${router} const users = require("../users"); router.route("/").get(list).post(users.create);`],
    ["handed on", create, `${router} const users = require("../users"); router.post("/", (req, res) => users.create(req, res));`],
    ["in a class", create, `const users = require("../users"); class Routes { constructor() { this.router = require("express").Router(); this.users = users; this.router.post("/", this.users.create); } }`],
    ["as a route object", create, `const users = require("../users"); module.exports = [{ method: "post", path: "/", handler: users.create }];`],
  ])("%s", (_, controller, routes) => {
    expect(routesOf({ "users.js": controller, "routes/users.js": routes })).toEqual(["POST / other-file"]);
  });

  it("with two methods", () => {
    expect(routesOf({ "users.js": create, "routes.js": `${router} const { create } = require("./users"); router.post("/a", create); router.put("/b", create);` }))
      .toEqual(["POST /a other-file", "PUT /b other-file"]);
  });

  it("with parameters of its own path, and not of the mount's", () => {
    project = projectOf({
      "users.js": create,
      "routes.js": `${router} const { create } = require("./users"); router.post("/:id/posts", create); module.exports = router;`,
      "app.js": `const app = require("express")(); app.use("/teams/:team", require("./routes"));`,
    });
    expect(project.read("users.js", create).map(({ route, parameters }) => [route, ...parameters])).toEqual([["/teams/:team/:id/posts", "id"]]);
  });

  it("before handlers of several routes, to none of which it belongs", () => {
    const [first] = routesOf({
      "auth.js": `exports.auth = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); };`,
      "routes.js": `${router} const { auth } = require("./auth"); router.get("/a", auth, list); router.get("/b", auth, show);`,
    });
    expect(first).toBe("GET  other-file");
  });

  it("and the file's own registration comes first", () => {
    expect(routesOf({
      "users.js": `${router} const create = async (req, res) => ${answer}; router.post("/own", create); exports.create = create;`,
      "routes.js": `const { create } = require("./users"); require("express")().put("/other", create);`,
    })).toEqual(["POST /own registration", "PUT /other other-file"]);
  });

  it("through index files", () => {
    expect(routesOf({
      "controllers/users.js": module,
      "controllers/index.js": `export * from "./users.js"; export * as users from "./users.js";`,
      "index.js": `export { users as people } from "./controllers/index.js";`,
      "routes.js": `import { Router } from "express"; import { people } from "./index.js"; import { create } from "./controllers/index.js"; Router().post("/a", people.create).put("/b", create);`,
    }).sort()).toEqual(["POST /a other-file", "PUT /b other-file"]);
  });

  it("through an object of modules", () => {
    expect(routesOf({
      "controllers/users.js": create,
      "controllers/index.js": `module.exports = { users: require("./users") };`,
      "routes.js": `${router} const { users } = require("./controllers"); router.post("/", users.create);`,
    })).toEqual(["POST / other-file"]);
  });

  it("through the paths of a tsconfig.json", () => {
    expect(routesOf({
      "src/api/users.ts": `import type { Request, Response } from "express"; export const create = async (req: Request, res: Response) => ${answer};`,
      "tsconfig.json": `{ // a comment, and a comma\n "extends": "./base", }`,
      "base.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }`,
      "src/routes.ts": `import express from "express"; import { create } from "@/api/users"; const app: express.Express = express(); app.post("/users", create as never);`,
    })).toEqual(["POST /users other-file"]);
  });
});

describe("the route is whole:", () => {
  it.each<[what: string, files: Readonly<Record<string, string>>]>([
    ["mounted by the application", { "app.js": `require("express")().use("/api/users", require("./routes"));` }],
    ["mounted by a router that is mounted", {
      "app.js": `const app = require("express")(); const api = require("./api"); app.use("/api", api.router);`,
      "api.js": `const users = require("./routes"); const router = require("express").Router(); router.use("/users/", users); exports.router = router;`,
    }],
    ["mounted in a file of both", { "app.js": `const { Router } = require("express"); const api = Router(); require("express")().use("/api", api); api.use("/users", auth, require("./routes"));` }],
  ])("%s", (_, files) => {
    expect(routesOf({
      "users.js": create,
      "routes.js": `${router} const { create } = require("./users"); router.post("/:id/items", create); module.exports = router;`,
      ...files,
    })).toEqual(["POST /api/users/:id/items other-file"]);
  });

  it("where a function makes the router, and where nothing follows the prefix", () => {
    expect(routesOf({
      "users.js": create,
      "routes.js": `import { create } from "./users.js"; import { Router } from "express"; export default () => { const router = Router(); router.post("/", create); return router; };`,
      "app.js": `import express from "express"; import routes from "./routes.js"; express().use("/users", routes());`,
    })).toEqual(["POST /users other-file"]);
  });

  it("once for each mount, and routers that mount each other end", () => {
    expect(routesOf({
      "users.js": create,
      "a.js": `${router} const { create } = require("./users"); const b = require("./b"); router.post("/", create); router.use("/b", b); module.exports = router;`,
      "b.js": `${router} const a = require("./a"); router.use("/a", a); module.exports = router;`,
    })[0]).toMatch(/^POST \S+ other-file$/);
  });
});

describe("nothing is known", () => {
  const routes = `${router} const users = require("./users"); router.post("/", users.create);`;
  const unknown = ["POST  name"];

  it.each<[what: string, files: Readonly<Record<string, string>>, settings?: SettingsInput]>([
    ["of a file that nobody routes", { "routes.js": `${router} const users = require("./people"); router.put("/", users.create);` }],
    ["from a file with a syntax error", { "routes.js": `${routes} router.post(` }],
    ["from a bundle of 5 MB", { "routes.js": `${routes}//${"x".repeat(5_000_000)}` }],
    ["from tests", { "routes.test.js": routes, "test/routes.js": routes.replace("./users", "../users") }],
    ["from what is built", { "dist/routes.js": routes.replace("./users", "../users") }],
    ["from a package of its own", { "other/package.json": `{ "dependencies": { "express": "*" } }`, "other/routes.js": routes.replace("./users", "../users") }],
    ["from imports that go round", { "a.js": `export * from "./b.js";`, "b.js": `export * from "./a.js"; export * from "./users.js";`, "routes.js": `import { nothing } from "./a.js"; import express from "express"; express().post("/", nothing);` }],
    ["where the settings say so", { "routes.js": routes }, { routes: false }],
    ["from files that the settings do not name", { "routes.js": routes }, { routes: ["src/routes"] }],
    ["by a router of another package", { "routes.js": `const app = require("fastify")(); const users = require("./users"); app.put("/", users.create);` }],
  ])("%s", (_, files, settings) => {
    expect(routesOf({ "users.js": create, ...files }, settings)).toEqual(unknown);
  });

  it("of a file that does not exist", () => {
    project = projectOf({ "routes.js": `${router} const users = require("./missing"); router.put("/", users.create);` });
    expect(project.read("missing.js", create)[0]?.methodFrom).toBe("name");
  });

  it("where links go round", () => {
    project = projectOf({ "src/users.js": create });
    symlinkSync(project.at("src"), project.at("src/src"));
    symlinkSync(project.at("gone.js"), project.at("src/routes.js"));
    expect(project.read("src/users.js", create)[0]?.methodFrom).toBe("name");
  });

  it("outside of the project", () => {
    project = projectOf({
      "api/package.json": `{ "dependencies": { "express": "*" } }`, "api/users.js": create,
      "routes.js": `${router} const users = require("./api/users"); router.put("/", users.create);`,
      "api/routes.js": `const { router } = require("../routes"); module.exports = router;`,
    });
    expect(project.read("api/users.js", create)[0]?.methodFrom).toBe("name");
  });
});

it("the settings can name the files and folders of the routes", () => {
  const routes = `${router} const users = require("../users"); router.put("/", users.create);`;
  expect(routesOf({ "src/users.js": create, "src/http/users.js": routes, "src/old/users.js": routes.replace("put", "patch") }, { routes: ["src/http"] }))
    .toEqual(["PUT / other-file"]);
});

it("a wrapped function that is no pair of request and response is no handler", () => {
  expect(routesOf({
    "verify.js": `exports.verify = (payload, done) => { done.status = 1; done.json(null); };`,
    "routes.js": `${router} const { verify } = require("./verify"); router.post("/", authenticate(verify), list);`,
  })).toEqual([]);
});
