/** `npm run new rule <name>` and `npm run new framework <name>`: writes the files that one adds by hand, then generates the rest. */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dialectLine, frameworkFiles, prefixes, ruleFiles } from "./templates.ts";

const root = new URL("../", import.meta.url);
const [kind = "", name = ""] = process.argv.slice(2);

const files = filesFor(kind, name);
if (typeof files === "string") {
  console.error(files);
  process.exit(1);
}
for (const [path, text] of Object.entries(files)) {
  const url = new URL(path, root);
  await mkdir(new URL(".", url), { recursive: true });
  await writeFile(url, text, { flag: "wx" });
}
if (kind === "framework") await addDialect();

await import("./generate.ts");
console.log(`New:\n  ${Object.keys(files).join("\n  ")}`);
console.log(kind === "rule"
  ? "It reports 402 for now. Begin with the tests of what it must not report; CONTRIBUTING.md tells the rest."
  : `Install each major for the wire tests: npm i -D -E ${name}1@npm:${name}@1`);

/** The files to write, or why there are none. */
function filesFor(kind: string, name: string): Record<string, string> | string {
  if (kind !== "rule" && kind !== "framework") return "Usage: npm run new rule <name>, or npm run new framework <name>";
  const isRule = kind === "rule";
  const pattern = isRule ? new RegExp(`^(?:${prefixes.join("|")})(?:-[a-z]+){1,4}$`) : /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/;
  if (!pattern.test(name)) {
    return isRule ? `A rule's name has two to five words and begins with one of ${prefixes.join(", ")}.` : "A framework is named as its package, in lower case with hyphens.";
  }
  if (existsSync(new URL(`src/${kind}s/${name}.ts`, root))) return `${name} exists.`;
  return isRule ? ruleFiles(name) : frameworkFiles(name);
}

async function addDialect(): Promise<void> {
  const url = new URL("tests/wire/dialects.ts", root);
  const text = await readFile(url, "utf8");
  await writeFile(url, text.replace(/^(export const \w+ = dialect\(.*\n)(?!export)/m, `$1${dialectLine(name).replaceAll("$", "$$$$")}`));
}
