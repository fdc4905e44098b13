// Lints whole repositories with one config and nothing of their own, and prints what it reports there, to be read by eye.
//   npx tsx scripts/reports.ts <folder…> [--preset strict] [--beyond recommended] [--sample 100 --seed 7]
import { readFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as parser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import type { ConfigName } from "../src/configs.ts";
import plugin from "../src/index.ts";
import { drawn, excerpt } from "./samples.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: "string", default: "recommended" },
    beyond: { type: "string" },
    sample: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "7" },
  },
});

interface Report {
  readonly repository: string;
  readonly path: string;
  readonly text: string;
  readonly message: Linter.LintMessage;
}

const code = "**/*.{js,mjs,cjs,jsx,ts,tsx,mts,cts}";
const others = ["node_modules", "dist", "build", "public", "coverage", "test", "tests", "__tests__", "cypress"];

async function reportsIn(folder: string, preset: string): Promise<Report[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    allowInlineConfig: false,
    errorOnUnmatchedPattern: false,
    overrideConfig: [
      { ignores: [...others.map((name) => `**/${name}/**`), "**/*.min.js", "**/*.test.*", "**/*.spec.*", "**/*.d.*ts"] },
      { files: [code], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      { files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser } },
      { files: [code], ...configNamed(preset) },
    ],
  });
  const results = await eslint.lintFiles(["."]);
  return results.flatMap(({ filePath, messages }) => messages
    .filter(({ ruleId, fatal }) => fatal === true || ruleId?.startsWith("http-status/") === true)
    .map((message) => ({ repository: basename(folder), path: relative(folder, filePath), text: readFileSync(filePath, "utf8"), message })));
}

function configNamed(name: string): Linter.Config {
  if (name in plugin.configs) return plugin.configs[name as ConfigName];
  throw new Error(`--preset and --beyond take ${Object.keys(plugin.configs).join(", ")}, not ${name}.`);
}

const placeOf = ({ repository, path, message: { line, ruleId } }: Report): string => `${repository}/${path}:${line} [${ruleId ?? "fatal"}]`;

const all: Report[] = [];
for (const folder of positionals.map((each) => resolve(each))) {
  const known = values.beyond === undefined ? [] : await reportsIn(folder, values.beyond);
  const places = new Set(known.map(placeOf));
  const reports = (await reportsIn(folder, values.preset)).filter((report) => !places.has(placeOf(report)));
  all.push(...reports);
}

for (const report of drawn(all, Number(values.sample), Number(values.seed))) {
  const { message: { message, suggestions = [], line }, text } = report;
  console.log([placeOf(report), `  ${message}`, ...suggestions.map(({ desc }) => `  ${desc}`), excerpt(text, line), ""].join("\n"));
}
const names = [...new Set(all.map(({ message: { ruleId } }) => ruleId ?? "fatal"))].sort();
for (const name of names) console.log(`${name.padEnd(40)} ${all.filter(({ message: { ruleId } }) => (ruleId ?? "fatal") === name).length}`);
console.log(`${"all".padEnd(40)} ${all.length}`);
