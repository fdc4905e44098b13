/** Which way an error takes: where the handler is registered, what stands around it, and which version waits for its promise. */
import { describe, expect, it } from "vitest";
import { throwing, thrownLines } from "./thrown.ts";

const missing = `throw createError(404);`;
const wrapped = (wrapper: string, handler = "wrap(async (req, res, next) => {"): string => `
const express = require("express");
const createError = require("http-errors");
${wrapper}
const app = express();
app.get("/", ${handler} ${missing} }));
app.listen(3000);
`;

describe("an error of a handler that waits", () => {
  const source = throwing(missing);

  it.each([
    [5, ["404 failure by throw"]],
    [4, []],
    [null, []],
  ])("under Express %s", (major, lines) => {
    expect(thrownLines(source, major)).toEqual(lines);
  });

  it("is told of by next in every version", () => {
    expect([4, 5].map((major) => thrownLines(throwing(`next(createError(404));`), major))).toEqual([["404 failure by next"], ["404 failure by next"]]);
  });

  it("needs no promise where the handler does not wait", () => {
    expect(thrownLines(throwing(missing, { handler: "(req, res, next) =>" }), 4)).toEqual(["404 failure by throw"]);
  });

  it.each([
    ["a package that mends it", `require("express-async-errors");`],
  ])("is taken up by %s", (_name, before) => {
    expect(thrownLines(throwing(missing, { before }), 4)).toEqual(["404 failure by throw"]);
  });

  it("is taken up by a router that waits", () => {
    const router = `const router = require("express-promise-router")();\nrouter.get("/", async (req, res) => { ${missing} });`;
    expect(thrownLines(`const express = require("express"); const createError = require("http-errors"); const app = express();\n${router}\napp.use(router);`, 4)).toEqual(["404 failure by throw"]);
  });
});

describe("a function around the handler", () => {
  it.each([
    ["a package", `const wrap = require("express-async-handler");`],
    ["catch with next", `const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);`],
    ["catch with a function", `const wrap = (fn) => (req, res, next) => fn(req, res, next).catch((error) => next(error));`],
    ["a declaration", `function wrap(fn) { return function (req, res, next) { return Promise.resolve(fn(req, res, next)).catch(next); }; }`],
    ["try and catch", `const wrap = (fn) => async (req, res, next) => { try { await fn(req, res, next); } catch (error) { next(error); } };`],
  ])("gives its error to next: %s", (_name, wrapper) => {
    expect(thrownLines(wrapped(wrapper), 4)).toEqual(["404 failure by throw"]);
  });

  it("is seen where the handler stands elsewhere", () => {
    const wrap = `const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);`;
    expect(thrownLines(wrapped(`${wrap}\nconst show = async (req, res) => { ${missing} };`, "wrap(show); ({").replace(`wrap(show); ({ ${missing} })`, "wrap(show)"), 4)).toEqual(["404 failure by throw"]);
  });

  it.each([
    ["a function of another file", `const wrap = require("./wrap");`],
    ["one that answers itself", `const wrap = (fn) => (req, res, next) => fn(req, res, next).catch((error) => res.status(500).end());`],
    ["one that hands on another error", `const wrap = (fn) => (req, res, next) => fn(req, res, next).catch((error) => next(new Error("x")));`],
    ["one that takes more", `const wrap = (fn, log) => (req, res, next) => { log(); fn(req, res, next).catch(next); res.end(); };`],
    ["one that does not wait", `const wrap = (fn) => (req, res, next) => { fn(req, res, next); };`],
  ])("may do anything else: %s", (_name, wrapper) => {
    expect(thrownLines(wrapped(wrapper))).toEqual([]);
  });
});

const program = (text: string): string => `const express = require("express"); const createError = require("http-errors");\n${text}`;
const show = `(req, res) => { throw createError(404); }`;
const onError = (code: number): string => `(err, req, res, next) => { res.status(${code}).end(); }`;

describe("the way of an error", () => {
  it.each([
    ["an application that serves", `const app = express(); app.get("/", ${show}); app.listen(3000);`, ["404 failure by throw"]],
    ["an application that is given to a server", `const app = express(); app.get("/", ${show}); http.createServer(app).listen(3000);`, ["404 failure by throw"]],
    ["an application that is exported and serves", `const app = express(); app.get("/", ${show}); app.listen(3000); module.exports = app;`, ["404 failure by throw"]],
    ["an application that is exported", `const app = express(); app.get("/", ${show}); module.exports = app;`, ["? unknown by throw"]],
    ["an application that is given away", `const app = express(); app.get("/", ${show}); require("./routes")(app); app.listen(3000);`, ["? unknown by throw"]],
    ["an application that is exported behind an error handler", `const app = express(); app.get("/", ${show}); app.use(${onError(410)}); module.exports = app;`, ["410 failure by throw"]],
    ["a router that is exported", `const router = express.Router(); router.get("/", ${show}); module.exports = router;`, ["? unknown by throw"]],
    ["a router that is exported behind an error handler", `const router = express.Router(); router.get("/", ${show}); router.use(${onError(410)}); module.exports = router;`, ["410 failure by throw"]],
    ["a router that is mounted", `const app = express(); const router = express.Router(); router.get("/", ${show}); app.use("/users", router); app.use(${onError(410)});`, ["410 failure by throw"]],
    ["a router that is mounted below the error handler", `const app = express(); const router = express.Router(); router.get("/", ${show}); app.use(${onError(410)}); app.use("/users", router);`, ["404 failure by throw"]],
    ["a router that is mounted twice", `const app = express(); const router = express.Router(); router.get("/", ${show}); app.use("/a", router); app.use(${onError(410)}); app.use("/b", router);`, ["? unknown by throw"]],
    ["an error handler above", `const app = express(); app.use(${onError(410)}); app.get("/", ${show}); app.listen(3000);`, ["404 failure by throw"]],
    ["an error handler in the route", `const app = express(); app.get("/", ${show}, ${onError(410)}); app.listen(3000);`, ["410 failure by throw"]],
    ["a chain of routes", `const app = express(); app.route("/").get(${show}).post((req, res) => res.end()); app.use(${onError(410)});`, ["410 failure by throw"]],
    ["a handler in two places", `const show = ${show}; const app = express(); app.get("/a", show); app.use(${onError(410)}); app.get("/b", show); app.listen(3000);`, ["? unknown by throw"]],
    ["a handler in two places before one error handler", `const show = ${show}; const app = express(); app.get("/a", show); app.get("/b", show); app.use(${onError(410)});`, ["410 failure by throw"]],
    ["a middleware", `const app = express(); app.use(${show.replace("(req, res)", "(req, res, next)").replace("throw", "if (!req.query.id) throw").replace("; }", "; next(); }")}); app.listen(3000);`, ["404 failure by throw"]],
    ["an error handler itself", `const app = express(); app.use((err, req, res, next) => { throw createError(404); }); app.listen(3000);`, []],
    ["a handler that nobody registers here", `exports.show = (req, res) => { if (!req.query.id) throw createError(404); res.end(); };`, ["? unknown by throw"]],
  ])("%s", (_name, text, lines) => {
    expect(thrownLines(program(text))).toEqual(lines);
  });

  it("is not known of node:http", () => {
    expect(thrownLines(`const http = require("node:http"); const createError = require("http-errors"); http.createServer((req, res) => { if (!req.url) throw createError(404); res.end(); });`)).toEqual([]);
  });
});
