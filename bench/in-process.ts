/**
 * `npm run bench [-- folder]`: what the recommended rules add to a lint, as a share of what ESLint spends on the same files
 * without rules. The built plugin is measured, since that is what users run. Rules run on SourceCode objects that are parsed
 * already, so that only they and their dispatch are timed; each round parses anew, because a model is built once for each
 * SourceCode. Configs are computed before, as ESLint does it once for all files. The least of all rounds counts.
 */
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import * as parser from "@typescript-eslint/parser";
import { ESLint, Linter } from "eslint";
import type { Rule, SourceCode } from "eslint";
import type source from "../src/index.ts";
import { filesWithoutHttp } from "./without-http.ts";

export interface File {
  readonly name: string;
  readonly text: string;
}

const { default: plugin } = (await import(new URL("../dist/index.js", import.meta.url).href)) as { default: typeof source };

const ruleCount = Object.keys(plugin.configs.recommended.rules ?? {}).length;

const folder = resolve(process.argv[2] ?? "examples");
const linter = new Linter({ cwd: folder });
const exec = promisify(execFile);

const languages: Linter.Config[] = [
  { files: ["**/*.{js,jsx,cjs,mjs}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.{ts,tsx,cts,mts}"], languageOptions: { parser } },
];
const none = await computed();
const recommended = await computed(plugin.configs.recommended);
const alone = await computed(plugin.configs.recommended, { settings: { "http-status": { imports: false, routes: false } } });
const idle = await computed(manyRules(() => ({})));
const listening = await computed(manyRules(() => ({ Program() { /* nothing */ } })));

const files = await filesIn();
await reportImport();
report(`${folder}, JavaScript`, files.filter(({ name }) => isJavaScript(name)));
report(`${folder}, TypeScript`, files.filter(({ name }) => !isJavaScript(name)));
report("files without HTTP", filesWithoutHttp(200));

/** As many rules as are recommended, all of them the same. */
function manyRules(create: () => Rule.RuleListener): Linter.Config {
  const ids = numbers(ruleCount).map((number) => `rule-${number}`);
  return {
    plugins: { same: { rules: Object.fromEntries(ids.map((id) => [id, { create }])) } },
    rules: Object.fromEntries(ids.map((id) => [`same/${id}`, "error"])),
  };
}

type Configs = (name: string) => Linter.Config[];

/** `verify` would compute a plain list of configs anew for each file, and validate all rules in it; one that can answer for itself is asked. */
async function computed(...configs: Linter.Config[]): Promise<Configs> {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...languages, ...configs] });
  const [javaScript, typeScript] = await Promise.all(["file.js", "file.ts"].map(async (name) => {
    const config: unknown = await eslint.calculateConfigForFile(name);
    return Object.assign([], { getConfig: () => config });
  }));
  return (name) => (isJavaScript(name) ? javaScript : typeScript) ?? [];
}

function isJavaScript(name: string): boolean {
  return /\.[cm]?jsx?$/.test(name);
}

/** In processes of its own, since a process imports a module once. */
async function reportImport(): Promise<void> {
  const url = new URL("../dist/index.js", import.meta.url).href;
  const script = `const begin = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - begin);`;
  const times: number[] = [];
  for (const _ of numbers(10)) times.push(Number((await exec(process.execPath, ["--input-type=module", "--eval", script])).stdout));
  console.log(`import of the plugin       ${Math.min(...times).toFixed(1)} ms`);
}

function report(title: string, files: readonly File[]): void {
  if (files.length === 0) return;
  const lines = files.reduce((total, { text }) => total + text.split("\n").length, 0);
  console.log(`${title}: ${files.length} files, ${lines} lines`);
  // A small corpus takes more rounds until the engine has compiled what it runs, but not hours.
  const { full, ...added } = measure(files, Math.min(40, Math.max(3, Math.round(2_000_000 / lines))));
  console.log(`  full lint without rules  ${full.toFixed(1)} ms`);
  for (const [what, milliseconds] of Object.entries(added)) {
    const perFile = (milliseconds / files.length) * 1000;
    console.log(`  ${what.padEnd(24)} ${milliseconds.toFixed(1)} ms, ${((milliseconds / full) * 100).toFixed(1)} %, ${perFile.toFixed(0)} µs a file`);
  }
}

/** `no other file`: the recommended rules, which then read the linted file alone. */
function measure(files: readonly File[], rounds: number): Record<"full" | "recommended" | "no other file" | "idle rules" | "listening rules", number> {
  const times = numbers(rounds).map(() => {
    const round = { full: 0, base: 0, recommended: 0, alone: 0, idle: 0, listening: 0 };
    for (const { name, text } of files) {
      round.full += timeOf(() => linter.verify(text, none(name), name));
      const sourceCode = used(linter.getSourceCode(), name);
      round.base += timeOf(() => linter.verify(sourceCode, none(name), name));
      round.idle += timeOf(() => linter.verify(sourceCode, idle(name), name));
      round.listening += timeOf(() => linter.verify(sourceCode, listening(name), name));
      round.recommended += timeOf(() => linter.verify(sourceCode, recommended(name), name));
      // What was found out about nodes is kept with them, so that whoever comes second needs nodes of its own.
      linter.verify(text, none(name), name);
      const again = used(linter.getSourceCode(), name);
      round.alone += timeOf(() => linter.verify(again, alone(name), name));
    }
    return round;
  });
  const least = (key: keyof (typeof times)[number]): number => Math.min(...times.map((round) => round[key]));
  const added = (key: "recommended" | "alone" | "idle" | "listening"): number => least(key) - least("base");
  return { full: least("full"), recommended: added("recommended"), "no other file": added("alone"), "idle rules": added("idle"), "listening rules": added("listening") };
}

/** What a SourceCode computes when it is first used belongs to none of those that are compared. */
function used(sourceCode: SourceCode, name: string): SourceCode {
  linter.verify(sourceCode, none(name), name);
  return sourceCode;
}

function timeOf(run: () => unknown): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

async function filesIn(): Promise<File[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name) && !/node_modules|\.d\.[cm]?ts$/.test(name))
    .map((name) => join(folder, name));
  const files = await Promise.all(names.map(async (name) => ({ name, text: await readFile(name, "utf8") })));
  return files.filter(({ name, text }) => !linter.verify(text, none(name), name).some(({ fatal }) => fatal));
}
