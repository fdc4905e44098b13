/** What a client gets to read of an error that is sent as content. */
import { describe, expect, it } from "vitest";
import { ask, PATIENCE } from "./client.ts";
import { express } from "./dialects.ts";

const program = (error: string, answer: string): string => `
const app = require("express")();
app.get("/", (req, res) => {
  const err = ${error};
  ${answer}
});
module.exports = app;
`;

const plain = `new Error("secret")`;
/** Errors of drivers and of Node.js have members of their own. */
const driver = `Object.assign(new Error("secret"), { code: "ER_DUP_ENTRY", sql: "insert into users" })`;
const system = `(() => { try { require("node:fs").readFileSync("/no/such/file"); } catch (error) { return error; } })()`;

describe.each(express.majors)("express %s", { timeout: 3 * PATIENCE }, (major) => {
  it.each([
    ["a plain error is empty", plain, "res.json(err)", "{}"],
    ["a plain error in a member is empty", plain, "res.json({ error: err })", `{"error":{}}`],
    ["send makes it JSON too", plain, "res.send(err)", "{}"],
    ["what a driver noted is there", driver, "res.json(err)", `{"code":"ER_DUP_ENTRY","sql":"insert into users"}`],
    ["what Node.js noted is there", system, "res.json({ error: err })", `{"error":{"errno":-2,"code":"ENOENT","syscall":"open","path":"/no/such/file"}}`],
    ["members that are spread are there", driver, "res.json({ ...err })", `{"code":"ER_DUP_ENTRY","sql":"insert into users"}`],
    ["a text holds the message", plain, "res.send(`${err}`)", "Error: secret"],
  ])("%s", async (_name, error, answer, content) => {
    const running = await express.run(program(error, answer), major);
    const { body } = await ask(running.port, {}, PATIENCE).finally(() => running.close());
    expect(body.toString()).toBe(content);
  });

  it("a stack names files of the server", async () => {
    const running = await express.run(program(plain, "res.send(err.stack)"), major);
    const { body } = await ask(running.port, {}, PATIENCE).finally(() => running.close());
    expect(body.toString()).toMatch(/^Error: secret\n {4}at /);
  });
});
