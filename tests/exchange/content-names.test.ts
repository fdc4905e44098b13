import { describe, expect, it } from "vitest";
import { responsesIn } from "./handler.ts";

const told: readonly (readonly [statements: string, names: readonly number[]])[] = [
  [`res.send("Not Found");`, [404]],
  ["res.send(`Not Found`);", [404]],
  [`res.json({ error: "Not Found" });`, [404]],
  [`res.json({ error: { code: "NOT_FOUND" } });`, [404]],
  [`res.json({ error: "Forbidden", message: "Not Found", id });`, [403, 404]],
  [`const error = "Not Found"; res.json({ error });`, [404]],
  [`res.end(JSON.stringify({ name: "NotFoundError" }));`, [404]],
  // A number beside the name tells the same once more.
  [`res.json({ status: 404, error: "Not Found" });`, []],
  [`res.json({ code: 400, reason: "Bad Request", error: "UNAUTHORIZED" });`, []],
  [`res.json({ code: 17, error: "Not Found" });`, [404]],
  [`res.json({ category: "Conflict" });`, []],
  [`res.json({ error: "Post not found" });`, []],
  ["res.send(`Not Found${end}`);", []],
  [`res.json({ error: text || "Not Found" });`, []],
  [`res.json({ error });`, []],
  [`res.sendStatus(404);`, []],
  [`res.end();`, []],
];

describe("the failures that content names", () => {
  it.each(told)("%s", (statements, names) => expect(responsesIn(statements).map(({ content }) => content.names)).toEqual([names]));
});

describe("the reason phrase", () => {
  it.each([
    [`res.end();`, undefined],
    [`res.statusMessage = "Nope"; res.end();`, "Nope"],
    [`res.statusMessage = "Nope"; res.statusMessage = "No"; res.end();`, "No"],
    [`res.statusMessage = text; res.end();`, null],
    [`res.writeHead(404, "Nope").end();`, "Nope"],
    [`res.writeHead(404, "Nope", { "X-Id": "1" }).end();`, "Nope"],
    [`res.writeHead(404, { "X-Id": "1" }).end();`, undefined],
    [`if (odd) res.statusMessage = "Nope"; res.end();`, undefined],
  ])("%s", (statements, phrase) => expect(responsesIn(statements).map((response) => response.phrase)).toContain(phrase));
});
