#!/usr/bin/env node
/** The command line: which command is meant, and the exit code. */
import { version } from "../version.ts";
import { check } from "./check-command.ts";
import { argumentsOf, print, warn } from "./command.ts";
import type { Command } from "./command.ts";
import { map } from "./map-command.ts";
import { Refusal } from "./refusal.ts";

const commands: Readonly<Partial<Record<string, Command>>> = { check, map };

const usage = `Usage: eslint-plugin-http-status <command> [options] [files…]

  check      Lint the server handlers in the files, without any set-up.
  map        Print what they answer.

  --help     Print this text; after a command, what the command takes.
  --version  Print the version of the plugin.
`;

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "-h") { print(usage); return 0; }
  if (name === "--version" || name === "-v") { print(`${version}\n`); return 0; }
  const command = commands[name ?? ""];
  if (name === undefined || !command) {
    throw new Refusal(`The first word is a command, ${Object.keys(commands).join(" or ")}${name === undefined ? "" : `, not ${name}`}; --help tells more.`);
  }
  const given = argumentsOf(name, command.options, args);
  if (given.values["help"] === true) { print(command.usage); return 0; }
  return command.run(given);
}

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// ESLint warns of files of ESLint 8, which nobody asked it to read.
process.removeAllListeners("warning").on("warning", ({ name, message }) => {
  if (!name.startsWith("ESLint")) warn(`${name}: ${message}`);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  warn((error instanceof Refusal ? error.message : (error as Error).stack) ?? String(error));
  // 1 says that something is reported, so a crash may not say it.
  process.exitCode = 2;
}
