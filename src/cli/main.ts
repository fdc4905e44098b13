#!/usr/bin/env node
/** The command line: what is asked for, what is printed, and the exit code. */
import { parseArgs } from "node:util";
import { version } from "../version.ts";
import { mapOf } from "./map.ts";
import { Refusal } from "./refusal.ts";

const usage = `Usage: eslint-plugin-http-status map [options] [files…]

Prints what the server handlers in the files answer. Without files it reads the working directory.

  --format json   The only format so far, and the default.
  --no-config     Read JavaScript and TypeScript without the project's ESLint configuration.
  --help          Print this text.
  --version       Print the version of the plugin.
`;

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.help) { print(usage); return; }
  if (values.version) { print(`${version}\n`); return; }
  const [command, ...files] = positionals;
  if (command !== "map") throw new Refusal(`The command is map${command === undefined ? "" : `, not ${command}`}; --help tells more.`);
  if (values.format !== "json") throw new Refusal(`--format takes json, not ${values.format}.`);
  const { map, problems } = await mapOf(files, { cwd: process.cwd(), usesConfig: !values["no-config"] });
  for (const problem of problems) warn(problem);
  print(`${JSON.stringify(map, null, 2)}\n`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "json" },
        "no-config": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", short: "v", default: false },
      },
    });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\.\s|\n/);
    throw new Refusal(`${sentence.replace(/\.$/, "")}; map takes --format json, --no-config, --help, --version and files.`);
  }
}

const print = (text: string): void => void process.stdout.write(text);
const warn = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  warn(error.message);
  process.exitCode = 2;
}
