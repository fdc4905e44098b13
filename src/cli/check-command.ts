/** `check`: lints a project that has set up nothing. */
import { stripVTControlCharacters } from "node:util";
import { check as checkFiles, presets } from "./check.ts";
import { choiceOf, print, warn } from "./command.ts";
import type { Command } from "./command.ts";
import { progressOn } from "./progress.ts";

export const check: Command = {
  usage: `Usage: eslint-plugin-http-status check [options] [files…]

Lints the server handlers in the files. Without files it reads the working directory. It needs no ESLint configuration and
reads none. Packages, build output and tests are left out; files that are named are linted wherever they lie.

  --preset <name>  ${presets.join(", ")}. The default is recommended.
  --fix            Make each change that has exactly one way, and tell what is answered now. It writes the files.
  --format <name>  Any formatter of ESLint. The default is stylish.
  --help           Print this text.

The exit code is 1 if something is reported, 2 if the run cannot start, else 0.
`,
  options: {
    preset: { type: "string", default: "recommended" },
    fix: { type: "boolean", default: false },
    format: { type: "string", default: "stylish" },
    help: { type: "boolean", short: "h", default: false },
  },
  async run({ values, files }) {
    const progress = progressOn(process.stderr);
    const { report, changes, problems, hasErrors, handlers } = await checkFiles(files, {
      cwd: process.cwd(),
      preset: choiceOf("preset", values["preset"], presets),
      fix: values["fix"] === true,
      format: String(values["format"]),
      onFile: progress.onFile,
    }).finally(progress.end);
    for (const line of [...changes, ...problems]) warn(line);
    // Some formatters colour what they print even if nobody wants it.
    print(process.env["NO_COLOR"] ? stripVTControlCharacters(report) : report);
    // Silence is for programs. A person wants to know whether anything was looked at.
    if (!hasErrors && process.stderr.isTTY) {
      warn(handlers === 0 ? "No handler of a server was found." : `Nothing to report in ${handlers} ${handlers === 1 ? "handler" : "handlers"}.`);
    }
    return hasErrors ? 1 : 0;
  },
};
