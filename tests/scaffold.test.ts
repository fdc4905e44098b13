/** What `npm run new` writes is sound from the first minute: it compiles, its tests and its page pass, and nothing is stale. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const left = new Set([".git", "node_modules", "dist", "coverage"]);
let copy: string;

/** Runs a tool of the project in the copy; what it says is the error if it fails. */
async function run(tool: string, ...args: string[]): Promise<void> {
  const { VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env;
  await promisify(execFile)(join(root, "node_modules/.bin", tool), args, { cwd: copy, env }).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${tool} ${args.join(" ")}\n${stdout}${stderr}`);
  });
}

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "http-status-"));
  await cp(root, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  await run("tsx", "scripts/new.ts", "rule", "no-paywall");
  await run("tsx", "scripts/new.ts", "framework", "tea-house");
}, 180_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

it("compiles", () => run("tsc", "-p", "tsconfig.json"), 180_000);

it("satisfies the linter", () => run(
  "eslint", "src/rules/no-paywall.ts", "src/frameworks/tea-house.ts", "tests/rules/no-paywall.test.ts",
  "tests/frameworks/tea-house.test.ts", "tests/wire/tea-house.test.ts", "tests/wire/dialects.ts",
), 180_000);

it("passes its tests", () => run("vitest", "run", "tests/rules/no-paywall", "tests/frameworks/tea-house"), 180_000);

it("passes the tests of the documentation and of the project", () => run("vitest", "run", "tests/docs.test.ts", "tests/project.test.ts", "-t", "no-paywall|tea-house"), 180_000);

it("leaves nothing stale", async () => {
  await run("tsx", "scripts/generate.ts", "--check");
  expect(await readFile(join(copy, "README.md"), "utf8")).toContain("[no-paywall](docs/rules/no-paywall.md)");
}, 180_000);

it("refuses a name that exists and one that is not a rule's", async () => {
  await expect(run("tsx", "scripts/new.ts", "rule", "no-paywall")).rejects.toThrow("no-paywall exists.");
  await expect(run("tsx", "scripts/new.ts", "rule", "paywall")).rejects.toThrow("begins with one of no, require");
}, 180_000);
