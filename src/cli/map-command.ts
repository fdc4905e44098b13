/** `map`: what the server handlers of a project answer. */
import { choiceOf, print, warn } from "./command.ts";
import type { Command } from "./command.ts";
import { mapMarkdown } from "./map-markdown.ts";
import { mapTable } from "./map-table.ts";
import { mapOf } from "./map.ts";
import type { ProjectMap } from "./map.ts";
import { progressOn } from "./progress.ts";

const formats = {
  table: (map: ProjectMap) => mapTable(map, process.stdout),
  json: (map: ProjectMap) => `${JSON.stringify(map, null, 2)}\n`,
  markdown: mapMarkdown,
};

export const map: Command = {
  usage: `Usage: eslint-plugin-http-status map [options] [files…]

Prints what the server handlers in the files answer. Without files it reads the working directory.

  --format <name>  table, json or markdown. On a terminal the default is table, elsewhere json.
  --no-config      Read JavaScript and TypeScript without the project's ESLint configuration.
  --help           Print this text.
`,
  options: {
    format: { type: "string" },
    "no-config": { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
  async run({ values, files }) {
    const format = choiceOf("format", values["format"] ?? (process.stdout.isTTY ? "table" : "json"), Object.keys(formats) as (keyof typeof formats)[]);
    const progress = progressOn(process.stderr);
    const { map: found, problems } = await mapOf(files, { cwd: process.cwd(), usesConfig: values["no-config"] !== true, onFile: progress.onFile })
      .finally(progress.end);
    for (const problem of problems) warn(problem);
    print(formats[format](found));
    return 0;
  },
};
