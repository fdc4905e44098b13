/** Errors and error handlers of other files. */
import { afterEach, describe, expect, it } from "vitest";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";
import { lineOf } from "./handler.ts";
import { throwing } from "./thrown.ts";

let project: Project | undefined;

afterEach(() => {
  project?.remove();
  project = undefined;
});

/** The answers to errors of the file at `path`, under Express 5 or another version. */
function read(files: Readonly<Record<string, string>>, text: string, { path = "app.js", major = 5 } = {}): string[] {
  project = projectOf({ ...files, [path]: text });
  return project.read(path, text, { frameworks: { express: major } })
    .flatMap(({ responses }) => responses.filter(({ thrown }) => thrown).map((response) => `${lineOf(response)} by ${response.via}`));
}

const errors = `
class HttpError extends Error { constructor(statusCode, message) { super(message); this.statusCode = statusCode; } static missing(message) { return new HttpError(404, message); } }
class Missing extends HttpError { constructor(message) { super(404, message); } }
const failure = (status, message) => { const error = new Error(message); error.status = status; return error; };
module.exports = { HttpError, Missing, failure };
`;
const named = `const { HttpError, Missing, failure } = require("./errors");`;
const keeping = `const { HttpError } = require("./errors"); module.exports = (err, req, res, next) => { if (err instanceof HttpError) return res.status(err.statusCode).json({ error: err.message }); res.status(503).json({ error: "down" }); };`;

type Row = readonly [name: string, files: Readonly<Record<string, string>>, before: string, statements: string, after: string, lines: readonly string[]];

const rows: readonly Row[] = [
  ["a class", { "errors.js": errors }, named, `throw new HttpError(404, "No user");`, "", ["404 failure by throw"]],
  ["a derived class", { "errors.js": errors }, named, `throw new Missing("No user");`, "", ["404 failure by throw"]],
  ["a member of a module", { "errors.js": errors }, `const errors = require("./errors");`, `throw new errors.Missing("No user");`, "", ["404 failure by throw"]],
  ["a static function", { "errors.js": errors }, named, `throw HttpError.missing("No user");`, "", ["404 failure by throw"]],
  ["a function", { "errors.js": errors }, named, `next(failure(409, "taken"));`, "", ["409 failure by next"]],
  ["a default export", { "errors.js": `export default class HttpError extends Error { constructor(message, status) { super(message); this.status = status; } }` }, `import HttpError from "./errors.js";`, `throw new HttpError("gone", 410);`, "", ["410 failure by throw"]],
  ["a class whose base stands in a third file", { "base.js": `exports.Base = class Base extends Error { constructor(status) { super("no"); this.status = status; } };`, "errors.js": `const { Base } = require("./base"); exports.Gone = class Gone extends Base { constructor() { super(410); } };` }, `const { Gone } = require("./errors");`, `throw new Gone();`, "", ["410 failure by throw"]],
  ["a class that is handed on", { "errors/index.js": `module.exports = { ...require("./http") };`, "errors/http.js": `class Gone extends Error { status = 410; }\nmodule.exports = { Gone };` }, `const { Gone } = require("./errors");`, `throw new Gone();`, "", ["410 failure by throw"]],
  ["a class with a constant of a third file", { "codes.js": `exports.GONE = 410;`, "errors.js": `const codes = require("./codes"); exports.Gone = class extends Error { constructor() { super("gone"); this.status = codes.GONE; } };` }, `const { Gone } = require("./errors");`, `throw new Gone();`, "", ["410 failure by throw"]],
  ["a class that extends one which extends it", { "a.js": `const { B } = require("./b"); exports.A = class A extends B {};`, "b.js": `const { A } = require("./a"); exports.B = class B extends A {};` }, `const { A } = require("./a");`, `throw new A();`, "", ["? unknown by throw"]],
  ["a class of a package", { "node_modules/errors/index.js": errors }, `const { HttpError } = require("errors");`, `throw new HttpError(404);`, "", []],
  ["an error handler", { "errors.js": errors, "handler.js": keeping }, named, `throw new HttpError(404, "No user");`, `app.use(require("./handler"));`, ["404 failure by throw"]],
  ["an error handler by name", { "errors.js": errors, "handler.js": keeping }, `${named} const onError = require("./handler");`, `throw new Error("down");`, `app.use(onError);`, ["503 failure by throw"]],
  ["an error handler that a function makes", { "handler.js": `module.exports = (log) => { const note = log.child(); return (err, req, res, next) => { note(err); res.status(err.status || 503).json({}); }; };` }, "", `throw createError(404);`, `app.use(require("./handler")(log));`, ["404 failure by throw"]],
  ["an error handler that calls others of its file", { "handler.js": `const send = (err, res) => res.status(err.status || 500).json({});\nexports.onError = (err, req, res, next) => { send(err, res); };` }, `const { onError } = require("./handler");`, `throw createError(404);`, `app.use(onError);`, ["404 failure by throw"]],
  ["what is no error handler", { "missing.js": `module.exports = (req, res) => res.status(404).end();` }, "", `throw createError(410);`, `app.use(require("./missing"));`, ["410 failure by throw"]],
  ["an error handler of a package", { "node_modules/handler/index.js": keeping }, "", `throw createError(404);`, `app.use(require("handler"));`, ["? unknown by throw"]],
];

describe("what other files make of an error", () => {
  it.each(rows)("%s", (_name, files, before, statements, after, lines) => {
    expect(read(files, throwing(statements, { before, after }))).toEqual(lines);
  });

  it("knows a function around the handler", () => {
    const files = { "wrap.js": `module.exports = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);` };
    const text = `const express = require("express"); const createError = require("http-errors"); const wrap = require("./wrap"); const app = express(); app.get("/", wrap(async (req, res) => { throw createError(404); })); app.listen(3000);`;
    expect(read(files, text, { major: 4 })).toEqual(["404 failure by throw"]);
  });
});

const users = `
const createError = require("http-errors");
exports.show = async (req, res, next) => { if (!req.params.id) return next(createError(404, "No user")); res.json({ id: 1 }); };
exports.list = async (req, res) => { throw createError(404, "No users"); };
`;
const router = `const express = require("express"); const users = require("./users"); const router = express.Router();\nrouter.get("/users/:id", users.show); router.get("/users", users.list);\nmodule.exports = router;`;
const application = (after: string, end = "app.listen(3000);"): string => `const express = require("express"); const app = express();\napp.use(express.json()); app.use("/api", require("./router"));\n${after}\n${end}`;
const answering = (code: number): string => `app.use((err, req, res, next) => { res.status(${code}).json({ error: err.message }); });`;

const whole = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({ "router.js": router, ...files });
const inUsers = { path: "users.js" };

describe("the way of an error through the project", () => {
  it.each([
    ["an error handler of the application", { "app.js": application(answering(410)) }, 410],
    ["an error handler of a third file", { "app.js": application(`app.use(require("./handler"));`), "handler.js": keeping, "errors.js": errors }, 503],
    ["no error handler", { "app.js": application("") }, 404],
    ["an application that another file serves", { "app.js": application("", "module.exports = app;"), "server.js": `require("./app").listen(3000);` }, 404],
    ["an application that a function makes", { "app.js": `const express = require("express"); exports.create = () => { const app = express(); app.use("/api", require("./router")); ${answering(410)} return app; };` }, 410],
    ["an application of a test", { "app.js": application(answering(410)), "users.test.js": application(answering(503)) }, 410],
  ])("%s", (_name, files, code) => {
    expect(read(whole(files), users, inUsers)).toEqual([`${code} failure by next`, `${code} failure by throw`]);
  });

  it.each([
    ["no application", {}],
    ["two applications", { "app.js": application(answering(410)), "other.js": application(answering(503)) }],
    ["an error handler of the router", { "app.js": application(answering(410)), "router.js": router.replace("module.exports", "router.use((err, req, res, next) => { res.status(503).end(); }); module.exports") }],
    ["an error handler of a router by name", { "app.js": application(answering(410)), "router.js": router.replace("module.exports", "router.use(onError); module.exports") }],
    ["an error handler above the router", { "app.js": application("").replace("app.use(express", `${answering(410)} app.use(express`) }],
    ["something unknown behind the router", { "app.js": application(`app.use(finish());`) }],
    ["an application that is given away", { "app.js": application(`require("./more")(app);`) }],
  ])("is unknown with %s", (_name, files) => {
    expect(read(whole(files), users, inUsers)).toEqual(["? unknown by next", "? unknown by throw"]);
  });

  it("is unknown where something stands around the handler", () => {
    const wrapped = router.replace("users.show", "wrap(users.show)").replace("users.list", "wrap(users.list)");
    expect(read(whole({ "router.js": wrapped, "app.js": application(answering(410)) }), users, inUsers)).toEqual(["? unknown by next"]);
  });

  it("is no way for a promise under Express 4", () => {
    expect(read(whole({ "app.js": application(answering(410)) }), users, { ...inUsers, major: 4 })).toEqual(["410 failure by next"]);
  });
});
