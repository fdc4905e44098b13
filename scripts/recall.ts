// Holds the model against a plain text search for response calls, and shows what each side has alone.
//   npx tsx scripts/recall.ts <folder…> [--list] [--sample 50 --seed 7]
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { mapOf } from "../src/cli/map.ts";
import type { MappedHandler, MappedResponse, ProjectMap } from "../src/cli/map.ts";
import { clients, filesUnder, percent, printTable, tests } from "./repositories.ts";
import { responseCallsIn } from "./response-calls.ts";
import type { Call } from "./response-calls.ts";
import { responseValuesIn } from "./response-values.ts";
import { drawn, excerpt } from "./samples.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: "boolean", default: false },
    sample: { type: "string", default: "0" },
    seed: { type: "string", default: "7" },
  },
});

interface Place {
  readonly path: string;
  readonly line: number;
  readonly source: string;
  readonly note: string;
}

interface Reading {
  readonly repository: string;
  readonly sites: number;
  readonly missing: readonly Place[];
  readonly modelOnly: readonly Place[];
  readonly excluded: readonly Place[];
  readonly problems: readonly string[];
  readonly map: ProjectMap;
  readonly folder: string;
}

const generated = /(?:^|\/)(?:\.vercel|\.svelte-kit|\.output|\.wrangler)\//;
const servedPaths = /(?:^|\/)pages\/api\//;
const clientPackages = /\b(?:from|require\()\s*["'](?:react|react-dom|vue|axios|svelte|@angular\/core|jquery|@reduxjs\/toolkit)["']/;
const serverEvidence = /["'](?:express|node:http|http|https|koa|fastify|connect|@nestjs\/common)["']|\(\s*_?req\b[^()]*,\s*_?res\b/;

async function read(folder: string): Promise<Reading> {
  const { map, problems } = await mapOf([], { cwd: folder, usesConfig: false });
  const byPath = new Map(map.files.map(({ path, handlers }) => [path, handlers]));
  const missing: Place[] = [];
  const modelOnly: Place[] = [];
  const excluded: Place[] = [];
  let sites = 0;
  for (const path of filesUnder(folder, folder)) {
    const source = readFileSync(join(folder, path), "utf8");
    const values = responseValuesIn(source, path);
    const calls = [...responseCallsIn(source), ...values];
    const responses = (byPath.get(path) ?? []).flatMap((handler) => handler.responses);
    if (calls.length === 0 && responses.length === 0) continue;
    const away = reasonFor(path, source, values.length > 0);
    const lines = source.split("\n");
    const placeOf = (line: number, note: string): Place => ({ path, line, source: lines[line - 1]?.trim() ?? "", note });
    excluded.push(...calls.flatMap(({ line, excluded: reason = away }) => (reason === undefined ? [] : [placeOf(line, away ?? reason)])));
    if (away) continue;
    const sent = new Set(responses.map(({ sentLine }) => sentLine));
    // A head alone sends nothing yet in the model's eyes: it counts where its status is read.
    const written = new Set(responses.map(({ line }) => line));
    const isFound = ({ line, word }: Call) => sent.has(line) || (word === "writeHead" && written.has(line));
    const kept = calls.filter((call) => call.excluded === undefined);
    sites += kept.length;
    missing.push(...kept.filter((call) => !isFound(call)).map(({ line, word }) => placeOf(line, word)));
    const unexplained = new Map(responses.filter(({ sentLine }) => !kept.some(({ line }) => line === sentLine)).map((response) => [response.sentLine, response]));
    modelOnly.push(...[...unexplained].map(([line, { via }]) => {
      const reason = calls.find((call) => call.line === line)?.excluded;
      return placeOf(line, reason === undefined ? via : `${via}; by text: ${reason}`);
    }));
  }
  return { repository: basename(folder), sites, missing, modelOnly, excluded, problems, map, folder };
}

/** Why a whole file is left out. What makes answers, or stands where a framework looks for handlers, runs on a server in any folder. */
function reasonFor(path: string, source: string, makesAnswers: boolean): string | undefined {
  // The map leaves such folders out as well, also where a framework would serve them.
  if (tests.test(path)) return "tests";
  if (generated.test(path)) return "generated";
  if (makesAnswers || servedPaths.test(path)) return undefined;
  if (clients.test(path)) return "client folder";
  return clientPackages.test(source) && !serverEvidence.test(source) ? "client package" : undefined;
}

const counted = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `${name} ${names.filter((other) => other === name).length}`).join(", ") || "none";

const rowOf = (name: string, sites: number, missing: number, modelOnly: number): (string | number)[] =>
  [name, sites, sites - missing, percent(sites - missing, sites), missing, modelOnly];

function printMethods(handlers: readonly MappedHandler[]): void {
  const roles = [...new Set(handlers.map(({ role }) => role))];
  const rows = [...new Set(handlers.map(({ methodFrom }) => methodFrom))].map((from) => {
    const some = handlers.filter(({ methodFrom }) => methodFrom === from);
    return [from, ...roles.map((role) => some.filter((handler) => handler.role === role).length), percent(some.length, handlers.length)];
  });
  printTable(["method from", ...roles, "of all"], rows);
}

function printSample({ folder, repository, path, handler, response }: { folder: string; repository: string; path: string; handler: MappedHandler; response: MappedResponse }): void {
  const { sentLine, line, status, origin, body, circumstance, via } = response;
  console.log(`${repository}/${path}:${sentLine}  ${handler.role} ${handler.method ?? "?"} (${handler.methodFrom}) ${handler.route ?? ""}`);
  console.log(`  status ${JSON.stringify(status)} ${origin} (line ${line}), body ${body}, circumstance ${circumstance}, ${via}`);
  console.log(`${excerpt(readFileSync(join(folder, path), "utf8"), sentLine)}\n`);
}

const readings: Reading[] = [];
for (const folder of positionals) readings.push(await read(resolve(folder)));

const head = ["repository", "sites", "found", "recall", "missing", "only in the model"];
const sum = (of: (reading: Reading) => number) => readings.reduce((total, reading) => total + of(reading), 0);
printTable(head, [
  ...readings.map(({ repository, sites, missing, modelOnly }) => rowOf(repository, sites, missing.length, modelOnly.length)),
  rowOf("total", sum(({ sites }) => sites), sum(({ missing }) => missing.length), sum(({ modelOnly }) => modelOnly.length)),
]);
console.log(`Calls left out: ${counted(readings.flatMap(({ excluded }) => excluded.map(({ note }) => note)))}.\n`);
for (const problem of readings.flatMap(({ repository, problems }) => problems.map((line) => `${repository}/${line}`))) console.log(`Not read: ${problem}`);
const handlers = readings.flatMap(({ map }) => map.files.flatMap((file) => file.handlers));
printMethods(handlers);
const thrown = handlers.flatMap(({ responses }) => responses.filter(({ via }) => via === "throw" || via === "next"));
console.log(`Errors that leave a handler: ${thrown.length}, with a known status: ${thrown.filter(({ origin }) => origin !== "dynamic").length}.\n`);

if (values.list) {
  for (const [title, of] of [["Missing", "missing"], ["Only in the model", "modelOnly"], ["Left out", "excluded"]] as const) {
    console.log(`${title}:`);
    for (const reading of readings) for (const { path, line, source, note } of reading[of]) console.log(`  ${reading.repository}/${path}:${line}: ${source}  [${note}]`);
  }
}

const all = readings.flatMap(({ folder, repository, map }) => map.files.flatMap(({ path, handlers }) =>
  generated.test(path) || tests.test(path) ? [] : handlers.flatMap((handler) => handler.responses.map((response) => ({ folder, repository, path, handler, response })))));
for (const one of drawn(all, Number(values.sample), Number(values.seed))) printSample(one);
