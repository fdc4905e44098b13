import { describe, expect, it } from "vitest";
import { responsesIn } from "./handler.ts";

const wordsOf = (statements: string) => responsesIn(statements).map(({ content }) => content.words);

const told: readonly (readonly [statements: string, words: readonly string[]])[] = [
  [`res.end();`, []],
  [`res.json();`, []],
  [`res.send("");`, []],
  [`res.sendStatus(400);`, []],
  [`res.status(400).json(null);`, []],
  [`res.json({});`, []],
  [`res.json({ success: false });`, []],
  [`res.json({ error: true, data: null, errors: [] });`, []],
  [`res.send("Bad Request");`, ["Bad Request"]],
  ["res.send(`Bad Request`);", ["Bad Request"]],
  [`res.json({ error: "Bad Request" });`, ["Bad Request"]],
  [`res.json({ error: { message: "Bad Request" } });`, ["Bad Request"]],
  [`res.json({ errors: ["Bad Request"] });`, ["Bad Request"]],
  [`res.json({ status: 400, message: "Bad Request" });`, ["400", "Bad Request"]],
  [`res.end(JSON.stringify({ error: "Bad Request" }));`, ["Bad Request"]],
];

/** Something else is told, or only run time knows. */
const unknown: readonly string[] = [
  `res.json(error);`,
  `res.json({ error });`,
  `const error = "Bad Request"; res.json({ error });`,
  `const body = { error: "Bad Request" }; res.json(body);`,
  `const errors = {}; check(errors); res.json(errors);`,
  "res.send(`Bad ${name}`);",
  `res.send("Bad " + name);`,
  `res.json({ error: "Bad Request", ...rest });`,
  `res.json({ error: "Bad Request", field: "name" });`,
  `res.json({ name: "invalid" });`,
  `res.json({ email: false });`,
  `res.json({ [field]: "invalid" });`,
  `res.json({ error: "Bad Request", path: req.url });`,
  `res.json({ errors: result.array() });`,
  `res.json(texts.bad);`,
  `res.render("error");`,
  `res.write("a"); res.end();`,
  `file.pipe(res);`,
];

describe("the words that content is nothing but", () => {
  it.each(told)("%s: %j", (statements, words) => {
    expect(wordsOf(statements)).toEqual([words]);
  });

  it.each(unknown)("%s: unknown", (statements) => {
    expect(wordsOf(statements)).toEqual([undefined]);
  });
});
