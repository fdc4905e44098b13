/** What clients get where nobody asks how another server answered, or whether there was such a record. */
import { describe, expect, it } from "vitest";
import { ask, PATIENCE } from "./client.ts";
import { express } from "./dialects.ts";

const program = (statements: string): string => `
const express = require("express");
const app = express();
app.get("/failing", (req, res) => { res.status(503).json({ error: "Down" }); });
app.get("/", async (req, res) => {
  const url = "http://localhost:" + req.socket.localPort + "/failing";
  ${statements}
});
module.exports = app;
`;

async function answered(statements: string, major: (typeof express.majors)[number]): Promise<readonly [status: number | undefined, content: string]> {
  const running = await express.run(program(statements), major);
  const { status, body } = await ask(running.port, { path: "/" }, PATIENCE).finally(() => running.close());
  return [status, body.toString()];
}

describe.each(express.majors)("express %s", { timeout: 3 * PATIENCE }, (major) => {
  it.each([
    "const answer = await fetch(url); const data = await answer.json(); res.json(data);",
    "res.json(await (await fetch(url)).json());",
  ])("hands an error on as 200 OK: %s", async (statements) => {
    expect(await answered(statements, major)).toEqual([200, '{"error":"Down"}']);
  });

  it("tells of it where somebody asks", async () => {
    const asking = "const answer = await fetch(url); if (!answer.ok) return res.status(502).end(); res.json(await answer.json());";
    expect(await answered(asking, major)).toEqual([502, ""]);
  });

  it("answers a record that is null with 200 OK", async () => {
    expect(await answered("const user = await Promise.resolve(null); res.json(user);", major)).toEqual([200, "null"]);
  });
});
