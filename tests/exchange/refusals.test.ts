import { describe, expect, it } from "vitest";
import { express } from "./handler.ts";
import { read } from "./source.ts";

const lines = (text: string): string[] => [...new Set(read(text).flatMap(({ responses }) => responses.map(({ status, because, allows }) =>
  [status.code, because.kind === "wrong-method" ? because.certainty : "-", ...allows].join(" "))))];

/** `404 strong GET POST` for each refusal of a handler for all methods, `200 -` for what is none. */
const answers = (statements: string): string[] => lines(express(`app.all("/a", (req, res, next) => { ${statements} });`)).sort();

const refusals: readonly (readonly [statements: string, refusal: string])[] = [
  [`if (req.method !== "POST") return res.status(404).end(); res.status(201).end();`, "404 strong POST"],
  [`if ("post" != req.method.toLowerCase()) return res.status(404).end(); res.status(201).end();`, "404 strong POST"],
  [`if (req.method === "POST") { res.status(201).end(); } else { res.status(400).json({ error: "Invalid request" }); }`, "400 strong POST"],
  [`if (req.method === "GET") return res.json([]); if (req.method === "POST") return res.status(201).end(); res.status(404).json({ error: "Not found" });`, "404 strong GET POST"],
  [`if (req.method === "GET") res.json([]); else if (req.method === "PUT") res.json({ id: 1 }); else res.sendStatus(405);`, "405 strong GET PUT"],
  [`switch (req.method) { case "GET": return res.json([]); case "DELETE": return res.sendStatus(204); default: return res.status(500).end(); }`, "500 strong GET DELETE"],
  [`if (!["PUT", "PATCH"].includes(req.method)) return res.status(403).end(); res.json({ id: 1 });`, "403 strong PUT PATCH"],
  [`if (req.method === "OPTIONS") return res.sendStatus(204); if (req.method !== "POST") return res.sendStatus(404); res.status(201).end();`, "404 strong OPTIONS POST"],
  [`if (!req.user) return res.sendStatus(401); if (req.method !== "POST") return res.sendStatus(404); res.status(201).end();`, "404 strong POST"],
  [`if (req.method !== "POST") return res.json({ error: "Method not allowed" }); res.status(201).end();`, "200 strong POST"],
  [`if (req.method === "GET") return res.json([]); if (req.method === "DELETE") return res.sendStatus(405); res.sendStatus(405);`, "405 strong GET"],
  [`if (req.method !== "GET") return refuse(); res.json([]); function refuse() { res.sendStatus(404); }`, "404 strong GET"],
];

describe("a refusal of the method", () => {
  it.each(refusals)("%s", (statements, refusal) => {
    expect(answers(statements)).toContain(refusal);
    expect(answers(statements).filter((line) => line.includes("strong"))).toEqual([refusal]);
  });

  it("is told in the code's own words", () => {
    const quotes = (statements: string) => read(express(`app.all("/a", (req, res) => { ${statements} });`))
      .flatMap(({ responses }) => responses.map(({ because }) => because).filter(({ kind }) => kind === "wrong-method").map(({ quote }) => quote));
    expect(quotes(refusals[0]![0])).toEqual([`req.method !== "POST"`]);
    expect(quotes(refusals[5]![0])).toEqual(["switch (req.method)"]);
  });

  it.each([
    [`router.route("/a").get(list).post(create).all((req, res) => { res.sendStatus(405); });`, "405 strong GET POST"],
    [`router.route("/").get(list).all((req, res) => { res.status(404).json({ error: "Not found" }); });`, "404 strong GET"],
    [`router.get("/a", list); router.post("/a", create); router.get("/b", list); router.all("/a", (req, res) => { res.sendStatus(405); });`, "405 strong GET POST"],
    [`router.get("/a", list); router.route("/a").delete(drop).all((req, res) => { res.sendStatus(405); });`, "405 strong GET DELETE"],
    [`router.route("/a").get(list); router.all("/a", (req, res) => { res.sendStatus(405); });`, "405 strong GET"],
    [`const no = (req, res) => { res.sendStatus(405); }; router.route("/a").get(list).all(no); router.route("/b").get(list).all(no);`, "405 strong GET"],
    [`const no = (req, res) => { res.sendStatus(405); }; router.route("/a").get(list).all(no); router.route("/b").put(list).all(no);`, "405 strong"],
    [`router.route("/a").all((req, res) => { res.sendStatus(405); });`, "405 -"],
    [`router.route("/a").get(list).all((req, res) => { if (!req.user) return res.sendStatus(401); res.json([]); });`, "401 -"],
    [`router.route("/a").all((req, res) => { res.sendStatus(404); }).get(list);`, "404 -"],
    [`router.get("*", list); router.all("*", (req, res) => { res.sendStatus(404); });`, "404 -"],
  ])("may be what a route leaves: %s", (registrations, line) => {
    expect(lines(express(`const router = express.Router(); ${registrations}`))).toContain(line);
  });

  it.each([
    [`if (req.method !== "POST") { res.writeHead(404); return res.end(); } if (req.url === "/a") return res.end("a"); res.end("b");`, "404 strong POST"],
    [`if (req.url === "/a") { if (req.method === "GET") return res.end("a"); res.writeHead(404); return res.end(); } res.end("b");`, "404 strong GET"],
    [`if (req.method === "GET") { return res.end(files[req.url]); } res.writeHead(404); res.end();`, "404 -"],
    [`if (req.method === "GET") { if (req.url === "/a") return res.end("a"); } res.writeHead(404); res.end();`, "404 -"],
    [`if (req.method === "GET" && req.url === "/a") return res.end("a"); res.writeHead(404); res.end();`, "404 -"],
  ])("stands behind one route: %s", (statements, line) => {
    expect(lines(`require("node:http").createServer((req, res) => { ${statements} });`)).toContain(line);
  });
});

describe("no refusal of the method", () => {
  it.each([
    ["what all other methods get", `if (req.method === "POST") return res.status(201).end(); res.json([]);`],
    ["a preflight", `if (req.method === "OPTIONS") return res.sendStatus(204); res.status(404).end();`],
    ["a HEAD", `if (req.method === "HEAD") return res.end(); res.status(404).end();`],
    ["a failure among what another method gets", `if (req.method === "GET") return res.render("login"); if (!req.body.name) return res.status(400).end(); res.redirect("/");`],
    ["what is left when another question was asked", `if (req.method === "GET") return res.render("login"); if (req.body.name) return res.redirect("/"); res.status(400).end();`],
    ["a method and a role", `if (req.method !== "GET" && !req.user.isAdmin) return res.status(403).end(); res.json([]);`],
    ["a caught error", `if (req.method === "GET") return res.json([]); try { save(); res.status(201).end(); } catch (error) { res.status(500).end(); }`],
    ["words about the caller", `if (req.method !== "GET") return res.status(403).json({ error: "Access denied" }); res.json([]);`],
    ["a method that goes on and falls through", `if (req.method === "GET") { if (req.query.a) return res.json([]); } res.status(404).end();`],
    ["a middleware", `if (req.method !== "GET") return res.status(403).end(); next();`],
    ["a method that is not read", `if (req.method !== wanted) return res.status(404).end(); res.json([]);`],
  ])("%s", (_name, statements) => {
    expect(answers(statements).filter((line) => line.includes("strong"))).toEqual([]);
  });

  it.each([
    `app.use((req, res) => { if (req.method !== "GET") return res.status(404).end(); res.render("index"); });`,
    `app.all("*", (req, res) => { if (req.method !== "GET") return res.status(404).end(); res.render("index"); });`,
    `app.use((error, req, res, next) => { if (req.method !== "GET") return res.status(500).end(); res.render("error"); });`,
    `app.post("/a", (req, res) => { if (req.method !== "GET") return res.status(404).end(); res.render("index"); });`,
  ])("of what takes every route, an error or one method: %s", (registration) => {
    expect(lines(express(registration)).filter((line) => line.includes("strong"))).toEqual([]);
  });
});
