/** `npm test`: every check of the project, one line for each. The last line counts single tests, and each other step as one. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const temporary = await mkdtemp(join(tmpdir(), "http-status-"));

/** The quick ones first. */
const steps: readonly (readonly [name: string, command: string])[] = [
  ["generated files", "tsx scripts/generate.ts --check"],
  ["types", "tsc -p tsconfig.json"],
  ["lint", "eslint ."],
  ["unused code", "knip --no-progress"],
  ["tests", "vitest run"],
  ["tests on ESLint 9", "vitest run --config vitest.eslint9.config.ts"],
  ["build", "npm run build"],
  ["package", "npm run package"],
];

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const counts: Count[] = [];
for (const [name, command] of steps) {
  const begin = performance.now();
  const { count, output } = command.startsWith("vitest") ? await runTests(command) : await runStep(command);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const details = count.passed + count.failed > 1 ? `, ${count.passed} passed, ${count.failed} failed` : "";
  if (count.failed > 0) console.log(output);
  console.log(`${count.failed > 0 ? "FAIL" : "ok  "} ${name} (${seconds} s${details})`);
  counts.push(count);
}
await rm(temporary, { recursive: true, force: true });

const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
if (sum("failed") > 0) process.exitCode = 1;
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);

async function runStep(command: string): Promise<{ count: Count; output: string }> {
  const { code, output } = await run(command);
  return { count: code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, output };
}

/** A file that cannot be loaded holds no failed test, but it is a failure all the same. */
async function runTests(command: string): Promise<{ count: Count; output: string }> {
  const file = join(temporary, `${counts.length}.json`);
  const { code, output } = await run(`${command} --reporter=dot --reporter=json --outputFile.json=${JSON.stringify(file)}`);
  const report = await readFile(file, "utf8").then((text) => JSON.parse(text) as unknown, () => ({}));
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = report as { numPassedTests?: number; numFailedTests?: number };
  return { count: { passed, failed: code === 0 ? failed : Math.max(failed, 1) }, output };
}

function run(command: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const add = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.on("close", (code) => resolve({ code, output }));
  });
}
