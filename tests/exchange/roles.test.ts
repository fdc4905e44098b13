import { describe, expect, it } from "vitest";
import { express } from "./handler.ts";
import { read } from "./source.ts";

const roles = (program: string): string[] => read(express(program)).map(({ role }) => role);

const one: readonly (readonly [name: string, program: string, role: string])[] = [
  ["a route", `app.get("/a", (req, res) => { res.end(); });`, "endpoint"],
  ["a route with next", `app.get("/a", (req, res, next) => { load(next, () => res.end()); });`, "endpoint"],
  ["a route that hands errors on", `app.get("/a", async (req, res, next) => { try { res.end(await load()); } catch (err) { next(err); } });`, "endpoint"],
  ["a route that lets some requests pass", `app.get("/a", (req, res, next) => { if (!req.user) return res.status(401).end(); next(); });`, "middleware"],
  ["use", `app.use((req, res, next) => { if (!req.user) return res.status(401).end(); next(); });`, "middleware"],
  ["use with a route", `app.use("/a", (req, res, next) => { if (!req.user) return res.status(401).end(); next(); });`, "middleware"],
  ["a mounted endpoint", `app.use("/a", (req, res) => { res.json({ id: 1 }); });`, "endpoint"],
  ["use without next that answers", `app.use((req, res) => { res.json({ id: 1 }); });`, "endpoint"],
  ["use that answers 404", `app.use((req, res) => { res.status(404).json({ error: "Nothing here" }); });`, "not-found"],
  ["use with * that answers 404", `app.use("*", (req, res) => { res.status(404).json({ error: "Nothing here" }); });`, "not-found"],
  ["all with * that answers 404", `app.all("*", (req, res) => { res.status(404).send("Nothing here"); });`, "not-found"],
  ["all with *splat", `app.all("*splat", (req, res) => { res.status(404).send("Nothing here"); });`, "not-found"],
  ["all with {*splat}", `app.all("/{*splat}", (req, res) => { res.status(404).send("Nothing here"); });`, "not-found"],
  ["get with * that sends the page of the application", `app.get("*", (req, res) => { res.sendFile(index); });`, "endpoint"],
  ["a route that answers 404", `app.get("/a", (req, res) => { res.status(404).end(); });`, "endpoint"],
  ["four parameters", `app.use((err, req, res, next) => { res.status(500).end(); });`, "error-handler"],
  ["four parameters of other names", `app.use((error, _req, response, _next) => { response.status(500).end(); });`, "error-handler"],
  ["next('route')", `app.get("/a", (req, res, next) => { if (!req.query.a) return next("route"); res.end(); });`, "middleware"],
  ["a handler before a permission", `app.get("/a", (req, res) => { res.end(); }, ADMIN);`, "endpoint"],
  ["the first of two", `const app2 = app; app.get("/a", (req, res, next) => { if (!req.user) return res.status(401).end(); next(); }, other);`, "middleware"],
];

describe("the role of a registered handler", () => {
  it.each(one)("%s", (_name, program, role) => {
    expect(roles(program)).toEqual([role]);
  });
});

describe("the role of a handler that nobody registers here", () => {
  it.each([
    ["an endpoint", `exports.show = (req, res) => { res.end(); };`, "endpoint"],
    ["an endpoint that hands errors on", `exports.show = async (req, res, next) => { try { res.end(await load()); } catch (err) { next(err); } };`, "endpoint"],
    ["a middleware", `exports.auth = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); };`, "middleware"],
    ["a middleware whose next is in a callback", `exports.auth = (req, res, next) => { jwt.verify(token, key, (err) => { if (err) return res.status(401).end(); next(); }); };`, "middleware"],
    ["a middleware whose next is in a try", `exports.auth = async (req, res, next) => { try { await check(req); next(); } catch { res.status(401).end(); } };`, "middleware"],
    ["a middleware whose next is in a then", `exports.auth = (req, res, next) => { check(req).then(() => next()).catch(() => res.status(401).end()); };`, "middleware"],
    ["a middleware that gives next away", `exports.auth = (req, res, next) => { if (!req.user) return res.status(401).end(); check(req, next); };`, "middleware"],
    ["a factory", `exports.only = (role) => (req, res, next) => { if (req.user.role !== role) return res.status(403).end(); next(); };`, "middleware"],
    ["an error handler", `exports.onError = (err, req, res, next) => { res.status(500).end(); };`, "error-handler"],
    ["a not-found handler by its name", `exports.notFound = (req, res) => { res.status(404).end(); };`, "not-found"],
    ["a name that only mentions it", `exports.getNotFoundItems = (req, res) => { res.json([]); };`, "endpoint"],
  ])("%s", (_name, program, role) => {
    expect(read(program).map((exchange) => exchange.role)).toEqual([role]);
  });
});

describe("a user that an authenticating middleware does not find", () => {
  const middleware = (name: string) =>
    `exports.${name} = async (req, res, next) => { const user = await User.findById(req.id); if (!user) return res.status(400).end(); next(); };`;
  const kinds = (name: string, filename: string) => read(middleware(name), { filename }).flatMap(({ responses }) => responses.map(({ because }) => because.kind));

  it.each(["authenticate", "userAuth", "protect"])("is a caller that is not known: %s", (name) => {
    expect(kinds(name, "users.js")).toEqual(["unauthenticated"]);
  });

  it.each(["loadAuthor", "middleware"])("is a missing resource where the name only begins alike: %s", (name) => {
    expect(kinds(name, "AuthorSessionController.js")).toEqual(["missing"]);
  });
});
