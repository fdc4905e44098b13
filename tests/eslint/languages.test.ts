/** One server, whatever its file is called and whoever parses it: the reports are the same. */
import * as parser from "@typescript-eslint/parser";
import { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

const handlers = `
const app = express();
app.get("/users/:id", async (req, res) => {
  const user = await User.findById(req.params.id);
  if (!user) return res.json({ error: "User not found" });
  if (user.owner !== req.user.id) return res.status(401).json({ error: "Unauthorized" });
  res.json(user);
});
app.post("/users", async (req, res) => {
  if (!req.body.email) return res.status(400).end();
  if (await User.exists({ email: req.body.email })) return res.status(400).json({ error: "Email already exists" });
  const user = await User.create(req.body);
  res.json(user);
});
app.delete("/users/:id", async (req, res) => { await User.deleteOne({ id: req.params.id }); res.status(200).end(); });
app.all("/users", (req, res) => { res.sendStatus(405); });
`;
const commonjs = `const express = require("express");${handlers}module.exports = app;`;
const module = `import express from "express";${handlers}export default app;`;

const reported = [
  "no-error-in-success 5", "prefer-auth-status 6", "require-error-details 10", "prefer-conflict 11", "prefer-created 13", "prefer-no-content 15",
  "require-allow 16",
];

const everywhere = ["**/*.{js,cjs,mjs,ts,cts,mts,tsx}"];
const own = { files: everywhere, languageOptions: {} };
const typescript = { files: everywhere, languageOptions: { parser } };

describe(`ESLint ${ESLint.version.split(".", 1)[0] ?? ""}`, () => {
  it.each([
    ["shop.js as a module", "shop.js", module, own],
    ["shop.mjs", "shop.mjs", module, own],
    ["shop.cjs", "shop.cjs", commonjs, own],
    ["shop.js, parsed as TypeScript", "shop.js", module, typescript],
    ["shop.mjs, parsed as TypeScript", "shop.mjs", module, typescript],
    ["shop.cjs, parsed as TypeScript", "shop.cjs", commonjs, typescript],
    ["shop.ts", "shop.ts", module, typescript],
    ["shop.mts", "shop.mts", module, typescript],
    ["shop.cts", "shop.cts", commonjs, typescript],
    ["shop.tsx", "shop.tsx", module, typescript],
  ] as const)("%s", (_what, filename, code, language) => {
    const messages = new Linter().verify(code, [language, { files: everywhere, ...plugin.configs.recommended }], filename);
    expect(messages.map(({ ruleId, line, message }) => (ruleId === null ? message : `${ruleId.replace("http-status/", "")} ${line}`))).toEqual(reported);
  });
});
