import { describe, expect, it } from "vitest";
import { ends, responsesIn } from "./handler.ts";
import type { Sample } from "./handler.ts";

const samples: readonly Sample[] = [
  ["a status in the statement before", `res.status(404); return res.json({ error: "missing" });`, ["404 failure"]],
  ["a status far before", `res.status(404); const id = req.params.id; await log(id); res.json({ error: "missing" });`, ["404 failure"]],
  ["a chain in the usual order", `res.status(201).json({ id: 1 });`, ["201 resource"]],
  ["a chain that begins with a header", `res.set("X-A", "1").status(201).json({ id: 1 });`, ["201 resource"]],
  ["a chain that ends with the status", `res.type("json").status(201); res.send({ id: 1 });`, ["201 resource"]],
  ["cookies between status and content", `res.status(201).cookie("a", "b").json({ id: 1 });`, ["201 resource"]],
  ["statusCode =", `res.statusCode = 422; res.json({ error: "invalid" });`, ["422 failure"]],
  ["writeHead", `res.writeHead(201, { "X-A": "1" }); res.end("done");`, ["201 acknowledgement"]],
  ["writeHead chained", `res.writeHead(404).end();`, ["404 none"]],
  ["the last of two statuses", `res.status(200); res.status(409).json({ error: "taken" });`, ["409 failure"]],
  ["a status after the head is sealed", `res.writeHead(200); res.status(500); res.end();`, ["200 none"]],
  ["a status after the delivery", `res.json({ id: 1 }); res.status(500);`, ["200 resource"]],
  ["a second delivery", `res.status(400).json({ error: "bad" }); res.json({ id: 1 });`, ["400 failure"]],
  ["sendStatus", `res.sendStatus(404);`, ["404 failure"]],
  ["nothing", `console.log(req.url);`, ["silence"]],
  ["a status alone", `res.status(404);`, ["silence"]],
  ["a bare return", `return;`, ["silence"]],
  ["a returned value", `return { id: 1 };`, ["silence"]],
  ["next without an answer", `next();`, []],
  ["next with an error", `next(new Error("x"));`, ["500 failure"]],
  ["a throw", `throw new Error("x");`, []],
  ["statements after a return", `return res.status(204).end(); res.status(500).end();`, ["204 none"]],
  ["process.exit", `if (req.query.stop) process.exit(1); res.status(204).end();`, ["204 none"]],
  ["a sequence expression", `return res.status(404), res.json({ error: "missing" });`, ["404 failure"]],
  ["a sequence with a delivery in the middle", `(log(req), res.status(202).end(), log("sent"));`, ["202 none"]],
  ["an awaited delivery", `await res.status(202).end();`, ["202 none"]],
  ["void before a delivery", `return void res.status(202).end();`, ["202 none"]],
  ["an optional chain on the carrier", `res?.status(404)?.json({ error: "missing" });`, ["404 failure"]],
  ["computed words", `res["status"](404)["json"]({ error: "missing" });`, ["404 failure"]],
  ["an alias of the carrier", `const answer = res; answer.status(404).json({ error: "missing" });`, ["404 failure"]],
  ["an alias that is assigned later", `let answer; answer = res; answer.status(404).json({ error: "missing" });`, ["404 failure"]],
  ["an alias of a chain", `const missing = res.status(404); missing.json({ error: "missing" });`, ["404 failure"]],
  ["an alias of an alias", `const a = res; const b = a; b.status(404).end();`, ["404 none"]],
  ["a status read back", `res.status(404); res.json({ status: res.statusCode, error: "missing" });`, ["404 failure"]],
  ["a status as text", `res.status("404").end();`, ["404 none"]],
  ["a status in a template", "res.status(`404`).end();", ["404 none"]],
  ["a status in a constant", `const missing = 404; res.status(missing).end();`, ["404 none"]],
  ["a status in an own table", `const codes = { missing: 404 }; res.status(codes.missing).end();`, ["404 none"]],
  ["a status of an error", `res.status(err.status || 500).end();`, ["500|? none"]],
  ["a status of an error with ??", `res.status(err.status ?? 500).end();`, ["500|? none"]],
  ["an unknown status", `res.status(req.query.code).end();`, ["? none"]],
  ["no argument for the status", `res.status().json({ id: 1 });`, ["? resource"]],
  ["spread arguments", `res.status(...codes).json({ id: 1 });`, ["? resource"]],
  ["a spread delivery", `res.status(404).json(...bodies);`, ["404 unknown"]],
  ["content written in pieces", `res.status(203); res.write("a"); res.write("b"); res.end();`, ["203 stream"]],
  ["a stream piped into the carrier", `res.status(203); source.pipe(res);`, ["203 stream"]],
  ["a stream piped through another", `source.pipe(gzip()).pipe(res.status(203));`, ["203 stream"]],
];

describe("statements in their order", () => {
  it.each(samples)("%s", (_name, statements, lines) => {
    expect(ends(statements)).toEqual(lines);
  });
});

describe("the parts of a path", () => {
  it("keeps the fields that every way to an answer sets", () => {
    const [response] = responsesIn(`
      res.set("X-Always", "1");
      if (req.query.a) res.set("X-Sometimes", "1");
      res.json({ id: 1 });
    `);
    expect([...response!.fields]).toEqual([["x-always", "1"]]);
  });

  it("forgets a field that is taken away", () => {
    const [response] = responsesIn(`res.set("X-A", "1"); res.removeHeader("x-a"); res.json({ id: 1 });`);
    expect([...response!.fields.keys()]).toEqual([]);
  });

  it("forgets the value of a field that differs by path", () => {
    const [response, ...others] = responsesIn(`
      if (req.query.a) res.set("X-A", "1");
      else res.set("X-A", "2");
      res.json({ id: 1 });
    `);
    expect(others).toEqual([]);
    expect(response!.fields.get("x-a")).toBeNull();
  });

  it("says in whose words the answer stands", () => {
    const via = (statements: string) => responsesIn(statements).map((response) => response.via);
    expect(via(`res.status(404).json({});`)).toEqual(["res.status().json"]);
    expect(via(`res.statusCode = 404; res.end();`)).toEqual(["res.statusCode=; res.end"]);
    expect(via(`res.sendStatus(404);`)).toEqual(["res.sendStatus"]);
    expect(via(`res.json({});`)).toEqual(["res.json"]);
  });

  it("tells the default from what is written", () => {
    const origins = (statements: string) => responsesIn(statements).map(({ status }) => status.origin);
    expect(origins(`res.json({});`)).toEqual(["default"]);
    expect(origins(`res.status(200).json({});`)).toEqual(["explicit"]);
    expect(origins(`res.status(code).json({});`)).toEqual(["dynamic"]);
    expect(origins(`res.redirect("/a");`)).toEqual(["default"]);
  });
});
