/** What `eslint --fix` does to a running server: nothing by default, the evident changes where the settings ask for them. */
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { ask, PATIENCE } from "./client.ts";
import type { WireAnswer, WireRequest } from "./client.ts";
import { differingRequests } from "./compare.ts";
import { express } from "./dialects.ts";

/** A small server that makes one mistake of each rule; every method of a path is answered. */
const shop = `
const express = require("express");
const app = express();
const users = [];
const User = { async create(data) { users.push(data); return data; }, async findById() { return undefined; } };
app.get("/users/:id", (req, res) => { res.status(200).json({ error: "User not found" }); });
app.get("/orders/:id", async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.json({ success: false, message: "Order not found" });
  res.json(user);
});
app.post("/users", async (req, res) => { const user = await User.create({ id: 1 }); res.json(user); });
app.delete("/users/:id", (req, res) => { res.status(200).end(); });
app.delete("/orders/:id", (req, res) => { res.sendStatus(200); });
function send(res, statusCode, message) { res.json({ success: statusCode < 400, message }); }
app.get("/carts/:id", (req, res) => { send(res, 404, "Cart not found"); });
module.exports = app;
`;

/** The same mistakes at "/", where a comparison sends its requests. */
const root = shop.replaceAll(/"\/(?:users|orders|carts)(?:\/:id)?"/g, '"/"');

/** What `eslint --fix` makes of a program with the recommended config. */
function fixed(source: string, settings: object): string {
  const { output, messages } = new Linter().verifyAndFix(source, [{
    ...plugin.configs.recommended, files: ["**/*.js"], languageOptions: { sourceType: "commonjs" }, settings: { "http-status": settings },
  }], { filename: "shop.js" });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return output;
}

async function askEach(source: string, major: number | undefined, requests: readonly WireRequest[]): Promise<WireAnswer[]> {
  const running = await express.run(source, major);
  try {
    const answers: WireAnswer[] = [];
    for (const request of requests) answers.push(await ask(running.port, request, PATIENCE));
    return answers;
  } finally {
    await running.close();
  }
}

describe.each(express.majors)("express %s", { timeout: 3 * PATIENCE }, (major) => {
  const forced = { frameworks: { express: major ?? true } };

  it("is left as it was by default, to the byte", async () => {
    expect(await differingRequests(express, major, root, fixed(root, forced))).toEqual([]);
  });

  it("answers what happened where evident changes are applied", async () => {
    const after = fixed(shop, { ...forced, fix: "evident" });
    const requests: WireRequest[] = [
      { path: "/users/7" }, { path: "/orders/7" }, { method: "POST", path: "/users" },
      { method: "DELETE", path: "/users/7" }, { method: "DELETE", path: "/orders/7" }, { path: "/carts/7" },
    ];
    const told = (answers: readonly WireAnswer[]) => answers.map(({ status, body }) => [status, body.length > 0]);
    expect(told(await askEach(shop, major, requests))).toEqual([[200, true], [200, true], [200, true], [200, false], [200, true], [200, true]]);
    expect(told(await askEach(after, major, requests))).toEqual([[404, true], [404, true], [201, true], [204, false], [204, false], [404, true]]);
  });

  it("changes the wire there, so that the comparison can see a change", async () => {
    expect(await differingRequests(express, major, root, fixed(root, { ...forced, fix: "evident" }))).not.toEqual([]);
  });
});
