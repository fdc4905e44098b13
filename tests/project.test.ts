/** The conventions of the project: one name for one thing, one grammar for all words, nothing listed by hand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { prefixes } from "../scripts/templates.ts";
import { optionsIn } from "../src/configs.ts";
import type { ConfigName } from "../src/configs.ts";
import type { DefinedRule } from "../src/define-rule.ts";
import type { Framework } from "../src/frameworks/framework.ts";
import * as frameworks from "../src/frameworks/index.ts";
import plugin from "../src/index.ts";
import * as rules from "../src/rules/index.ts";

const root = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const filesIn = (folder: string): string[] => readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" });
const missingOf = (...paths: string[]): string[] => paths.filter((path) => !existsSync(new URL(path, root)));

const allRules = Object.values<DefinedRule>(rules);
const allFrameworks = Object.values<Framework>(frameworks);
const readme = read("README.md");

describe("the package", () => {
  it("tells ESLint its name and version", () => {
    const { name, version } = JSON.parse(read("package.json")) as { name: string; version: string };
    expect(plugin.meta).toEqual({ name, version, namespace: "http-status" });
  });

  it("has no dependency but the one that draws the tables of the command line", () => {
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies)).toEqual(["markdown-table"]);
  });

  it("has no file for whatever fits nowhere else", () => {
    const files = ["src", "tests", "scripts", "bench"].flatMap(filesIn);
    expect(files.filter((file) => /^(?:utils?|helpers?|common|misc)\b/.test(basename(file)))).toEqual([]);
  });
});

describe("the linter keeps the layers apart:", () => {
  const eslint = new ESLint({ cwd: fileURLToPath(root), overrideConfig: tseslint.configs.disableTypeChecked as Linter.Config });
  const refusals = async (filePath: string, text: string) => (await eslint.lintText(text, { filePath }))
    .flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId?.endsWith("no-restricted-imports")));

  it.each([
    ["src/http/status.ts", 'import "../ast/bindings.ts";'],
    ["src/ast/bindings.ts", 'import "../frameworks/index.ts";'],
    ["src/project/package-json.ts", 'import "../settings.ts";'],
    ["src/frameworks/express.ts", 'import "../exchange/model.ts";'],
    ["src/exchange/model.ts", 'import "../rules/index.ts";'],
    ["src/exchange/model.ts", 'import "../define-rule.ts";'],
    ["src/exchange/walk/path.ts", 'import "../../rules/index.ts";'],
    ["src/rules/index.ts", 'import "../frameworks/index.ts";'],
    ["src/rules/index.ts", 'import { exchangesIn } from "../exchange/exchanges-in.ts"; exchangesIn();'],
  ])("%s may not say %s", async (file, text) => {
    expect(await refusals(file, text)).toHaveLength(1);
  });

  it.each([
    ["src/frameworks/express.ts", 'import "../http/status.ts";'],
    ["src/exchange/model.ts", 'import "../settings.ts"; import "../frameworks/index.ts"; import "./walk/path.ts";'],
    ["src/exchange/walk/path.ts", 'import "../../settings.ts"; import "../../ast/bindings.ts"; import "../model.ts"; import "../say/say.ts"; import "./walk.ts";'],
    ["src/rules/index.ts", 'import "../define-rule.ts"; import "../http/status.ts"; import type { Model } from "../exchange/model.ts";'],
    ["src/index.ts", 'import "./rules/index.ts"; import "./configs.ts";'],
  ])("%s may say %s", async (file, text) => {
    expect(await refusals(file, text)).toEqual([]);
  });
});

describe("the folder of rules", () => {
  it("holds rules and nothing else", () => {
    const names = filesIn("src/rules").filter((file) => file !== "index.ts").map((file) => basename(file, ".ts")).sort();
    expect(Object.keys(rules).sort()).toEqual(names);
  });
});

describe.each(allRules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  const { docs, messages, schema, defaultOptions, fixable, hasSuggestions } = rule.meta;

  it("has one name everywhere", () => {
    expect((rules as Record<string, DefinedRule>)[name]).toBe(rule);
    expect(missingOf(`tests/rules/${name}.test.ts`, `docs/rules/${name}.md`)).toEqual([]);
    expect(readme).toContain(`[${name}](docs/rules/${name}.md)`);
    expect(docs.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  it("is named by what it asks for", () => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+){1,4}$/);
    expect([...prefixes, "status"]).toContain(name.split("-")[0]);
    for (const framework of Object.keys(frameworks)) expect(name).not.toContain(framework);
  });

  it("describes itself in one clause", () => {
    expect(docs.description).toMatch(/^(?:Disallow|Enforce|Require|Prefer) .*[^.]$/);
    expect(docs.description.length).toBeLessThanOrEqual(100);
  });

  it.each(Object.entries(messages))("says %s in a short sentence", (_, message) => {
    expect(message).toMatch(/^(?:[A-Z]|\{\{).*\.$/);
    expect(message).not.toMatch(/\bshould\b/i);
    expect(message.length).toBeLessThanOrEqual(100);
  });

  it("documents each option and its default", () => {
    const { properties = {} } = schema[0] as { properties?: Record<string, { description?: string }> };
    expect(Object.keys(defaultOptions[0]).sort()).toEqual(Object.keys(properties).sort());
    for (const { description } of Object.values(properties)) expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it("sets in its presets only options that it has", () => {
    for (const set of [docs.widest, ...Object.values(docs.presets)]) {
      for (const option of Object.keys(set ?? {})) expect(defaultOptions[0]).toHaveProperty(option);
    }
  });

  it("derives what ESLint is told from its tiers", () => {
    expect(fixable).toBe(docs.fixes.some((tier) => tier !== "choice") ? "code" : undefined);
    expect(hasSuggestions).toBe(docs.fixes.some((tier) => tier !== "safe"));
    expect(docs.fixes).toEqual(["safe", "evident", "choice"].filter((tier) => (docs.fixes as string[]).includes(tier)));
  });
});

describe.each(allFrameworks.map((framework) => [framework.name, framework] as const))("%s", (name, framework) => {
  it("has one name everywhere", () => {
    expect((frameworks as Record<string, Framework>)[name]).toBe(framework);
    expect(missingOf(`tests/frameworks/${name}.test.ts`, `tests/wire/${name}.test.ts`, `docs/frameworks/${name}.md`)).toEqual([]);
    expect(readme).toContain(`[${name}](docs/frameworks/${name}.md)`);
  });
});

describe("the configs", () => {
  const names = Object.keys(plugin.configs) as ConfigName[];
  const rulesOf = (name: ConfigName): Record<string, unknown> => plugin.configs[name].rules ?? {};

  it.each(names)("%s has a name, the plugin and at least one rule", (name) => {
    expect(plugin.configs[name]).toMatchObject({ name: `http-status/${name}`, plugins: { "http-status": plugin } });
    expect(Object.keys(rulesOf(name))).not.toEqual([]);
  });

  it.each(names)("%s holds every rule as an error", (name) => {
    for (const entry of Object.values(rulesOf(name))) expect([entry].flat()[0]).toBe("error");
  });

  it("exist for every preset that a rule names", () => {
    expect(allRules.flatMap(({ meta }) => Object.keys(meta.docs.presets)).filter((preset) => !(preset in optionsIn))).toEqual([]);
  });

  it("strict holds what recommended holds, all holds every rule", () => {
    expect(Object.keys(rulesOf("strict"))).toEqual(expect.arrayContaining(Object.keys(rulesOf("recommended"))));
    expect(Object.keys(rulesOf("all")).sort()).toEqual(Object.keys(rules).map((name) => `http-status/${name}`).sort());
  });
});
