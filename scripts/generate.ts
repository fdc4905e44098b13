/**
 * Writes what derives from the sources: the two index files, the version, the tables of the README, the generated
 * regions of the rule pages and the reference of status codes. With `--check` it writes nothing and fails if one is stale.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import type { DefinedRule } from "../src/define-rule.ts";
import type { Framework } from "../src/frameworks/framework.ts";
import { fillRegions, table } from "./regions.ts";
import { configsOfRule, rulePageRegions } from "./rule-page.ts";
import { statusCodesPage } from "./status-codes-page.ts";

const root = new URL("../", import.meta.url);
const checkOnly = process.argv.includes("--check");
const stale: string[] = [];
const missing: string[] = [];

const read = (path: string): Promise<string> => readFile(new URL(path, root), "utf8");

async function derive(path: string, text: string): Promise<void> {
  if ((await read(path).catch(() => undefined)) === text) return;
  stale.push(path);
  if (!checkOnly) await writeFile(new URL(path, root), text);
}

async function deriveRegions(path: string, regions: Record<string, string>): Promise<void> {
  const page = await read(path).catch(() => undefined);
  if (page === undefined) missing.push(path);
  else await derive(path, fillRegions(path, page, regions));
}

/** The files of a folder that export the given name, without their extension. */
async function modulesExporting(name: string, folder: string): Promise<string[]> {
  const files = (await readdir(new URL(folder, root))).filter((file) => file.endsWith(".ts") && file !== "index.ts").sort();
  const texts = await Promise.all(files.map((file) => read(`${folder}/${file}`)));
  return files.filter((_, index) => texts[index]?.includes(`export const ${name} =`)).map((file) => file.replace(".ts", ""));
}

const note = '// Written by "npm run generate".\n';
const indexOf = (name: string, modules: readonly string[]): string =>
  note + (modules.map((module) => `export { ${name} as "${module}" } from "./${module}.ts";\n`).join("") || "export {};\n");

const ruleNames = await modulesExporting("rule", "src/rules");
const frameworkNames = await modulesExporting("framework", "src/frameworks");
const { version } = JSON.parse(await read("package.json")) as { version: string };

// First the files that the sources import, so that a stale one cannot break the imports below.
await derive("src/version.ts", `${note}export const version = ${JSON.stringify(version)};\n`);
await derive("src/frameworks/index.ts", indexOf("framework", frameworkNames));
await derive("src/rules/index.ts", indexOf("rule", ruleNames));

const load = async <Module>(path: string): Promise<Module> => (await import(new URL(path, root).href)) as Module;
const rules = await Promise.all(
  ruleNames.map(async (name) => (await load<{ rule: DefinedRule }>(`src/rules/${name}.ts`)).rule),
);
const frameworks = await Promise.all(
  frameworkNames.map(async (name) => (await load<{ framework: Framework }>(`src/frameworks/${name}.ts`)).framework),
);

await deriveRegions("README.md", {
  rules: table(["Rule", "What it says", "Configs", "Changes"], rules.map((rule) => [
    `[${rule.name}](docs/rules/${rule.name}.md)`,
    rule.meta.docs.description,
    configsOfRule(rule).map(([name]) => name).filter((name) => name !== "all").join(", "),
    rule.meta.docs.fixes.join(", "),
  ])),
  frameworks: table(["Framework", "Majors", "Evidence: an import of", "or"], frameworks.map(({ name, majors, packages, made = [], files = [] }) => [
    `[${name}](docs/frameworks/${name}.md)`,
    majors.join(", ") || "all",
    packages.map(code).join(", "),
    [...made.flatMap(({ isGlobal, name: made }) => (isGlobal ? [`a function that returns a ${code(made)}`] : [])), ...files.flatMap(({ name: file }) => file ?? [])].join(", "),
  ])),
});
function code(text: string): string {
  return `\`${text}\``;
}

for (const rule of rules) await deriveRegions(`docs/rules/${rule.name}.md`, rulePageRegions(rule));
await derive("docs/status-codes.md", statusCodesPage(rulesByCode()));

function rulesByCode(): Map<number, string[]> {
  const byCode = new Map<number, string[]>();
  for (const { name, meta } of rules) {
    for (const code of meta.docs.codes) byCode.set(code, [...(byCode.get(code) ?? []), name]);
  }
  return byCode;
}

list(checkOnly ? 'Stale, run "npm run generate":' : "Written:", stale);
list("Missing, to be written by hand:", missing);
if ((checkOnly && stale.length > 0) || missing.length > 0) process.exitCode = 1;

function list(heading: string, paths: readonly string[]): void {
  if (paths.length > 0) console.log([heading, ...paths].join("\n  "));
}
