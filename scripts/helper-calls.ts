// Counts the calls that give the response to a function of another file of the project, and shows those of which the model
// reads no answer.
//   npx tsx scripts/helper-calls.ts <folder…> [--list]
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as parser from "@typescript-eslint/parser";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import { Bindings } from "../src/ast/bindings.ts";
import { bare } from "../src/ast/functions.ts";
import { mapOf } from "../src/cli/map.ts";
import { filesUnder, percent, printTable } from "./repositories.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: "boolean", default: false } } });

interface Place {
  readonly at: string;
  readonly source: string;
  /** What the model reads there: nothing, a status of run time, or a known one. */
  readonly read: "nothing" | "run time" | "known";
}

/** The calls that give `res` to what is imported from the project; a function that gets the request too is a handler. */
function callsIn(text: string, path: string): { readonly line: number; readonly source: string }[] {
  const linter = new Linter();
  linter.verify(text, [{ files: ["**/*"], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: !path.endsWith(".ts") } } } }], { filename: path });
  const sourceCode = linter.getSourceCode() as unknown as TSESLint.SourceCode | null;
  if (!sourceCode) return [];
  const bindings = new Bindings(sourceCode);
  return bindings.outline.calls.flatMap(({ node }) => {
    const source = bindings.originOf(rootOf(node.callee))?.source ?? "";
    const names = node.arguments.map((argument) => (argument.type === "Identifier" ? argument.name : ""));
    const isHelper = /^[.~#]|^@\//.test(source) && names.some((name) => /^res(?:ponse)?$/.test(name)) && !names.some((name) => /^_?req(?:uest)?$/.test(name));
    return isHelper ? [{ line: node.loc.start.line, source: bindings.textOf(node).replaceAll(/\s+/g, " ").slice(0, 120) }] : [];
  });
}

function rootOf(callee: TSESTree.Node): TSESTree.Node {
  let at = bare(callee);
  while (at.type === "MemberExpression" || at.type === "CallExpression" || at.type === "NewExpression") at = bare(at.type === "MemberExpression" ? at.object : at.callee);
  return at;
}

async function placesIn(folder: string): Promise<Place[]> {
  const { map } = await mapOf([], { cwd: folder, usesConfig: false });
  const byPath = new Map(map.files.map(({ path, handlers }) => [path, handlers.flatMap(({ responses }) => responses)]));
  return [...filesUnder(folder, folder)].flatMap((path) => callsIn(readFileSync(join(folder, path), "utf8"), path).map(({ line, source }): Place => {
    const read = (byPath.get(path) ?? []).filter(({ sentLine }) => sentLine === line);
    return { at: `${basename(folder)}/${path}:${line}`, source, read: read.length === 0 ? "nothing" : read.some(({ status }) => status === null) ? "run time" : "known" };
  }));
}

const kinds = ["known", "run time", "nothing"] as const;
const rows: (readonly (string | number)[])[] = [];
const all: Place[] = [];
for (const folder of positionals.map((each) => resolve(each))) {
  const places = await placesIn(folder);
  all.push(...places);
  rows.push([basename(folder), places.length, ...kinds.map((kind) => places.filter(({ read }) => read === kind).length)]);
}
const known = all.filter(({ read }) => read === "known").length;
printTable(["repository", "calls", ...kinds, "known"], [
  ...rows.map((row) => [...row, percent(Number(row[2]), Number(row[1]))]),
  ["total", all.length, ...kinds.map((kind) => all.filter(({ read }) => read === kind).length), percent(known, all.length)],
]);
if (values.list) for (const { at, source, read } of all) if (read !== "known") console.log(`${at}  [${read}] ${source}`);
