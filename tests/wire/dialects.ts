/** The frameworks whose wire is tested, and how a program of theirs is run. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PATIENCE } from "./client.ts";
import type { WireRequest } from "./client.ts";
import { buildNext } from "./next.ts";
import { portOf, serve } from "./program.ts";
import type { Program } from "./program.ts";

export interface Running {
  readonly port: number;
  /** The path below which the program answers, where that is not the whole server. */
  readonly root?: string;
  close(): Promise<void>;
  /** Whether the program has taken its process down; only a contained one can. */
  died(): Promise<boolean>;
}

/** The text of a program, and the file that it stands in where the framework reads a meaning from that. */
export interface ProgramFile {
  readonly source: string;
  readonly file?: string;
}

export interface Runner {
  run(source: string, major: number | undefined, file?: string): Promise<Running>;
  /** The same in a process of its own, for programs that kill theirs. */
  runContained(source: string, major: number | undefined, file?: string): Promise<Running>;
}

/** A framework as the wire tests see it; a new one brings this and its cases. */
export interface WireDialect extends Runner {
  /** The framework's name in the model. */
  readonly name: string;
  /** The majors that are installed here; undefined where the framework has none. */
  readonly majors: readonly (number | undefined)[];
  /** Where a program stands that does not say so. */
  readonly file?: string;
  /** Where a program must be built before it runs: builds all of them at once, so that each is run without delay. */
  prepare?(programs: readonly ProgramFile[]): Promise<PreparedRunner>;
}

export interface PreparedRunner extends Runner {
  close(): Promise<void>;
}

/** Many programs, built into one and served. */
export interface Application {
  readonly port: number;
  rootOf(program: Required<ProgramFile>): string;
  close(): Promise<void>;
}

/** The request as it must be sent to reach what the program has at its path. */
export function requestTo({ root = "" }: Running, request: WireRequest): WireRequest {
  const path = root + (request.path ?? "/");
  return root === "" ? request : { ...request, path: path.replace(/\/(?=$|\?)/, "") };
}

/** A framework whose majors are installed side by side: `packages` says what a program's `require` finds for each. */
function dialect(
  name: string, majors: WireDialect["majors"], packages: (major: number | undefined) => Program["aliases"],
): WireDialect {
  return {
    name,
    majors,
    run: (source, major) => run({ source, aliases: packages(major) }),
    runContained: (source, major) => runContained({ source, aliases: packages(major) }),
  };
}

// Packages that change Express change the one of that name.
export const express = dialect("express", [4, 5], (major) => ({ express: major === 4 ? "express" : `express${major}` }));
export const nodeHttp = dialect("node-http", [undefined], () => ({}));
export const fetch = dialect("fetch", [undefined], () => ({}));

export const nextApp = built("next-app", [undefined], "app/route.js", buildNext);
export const nextPages = built("next-pages", [undefined], "pages/api/index.js", buildNext);

/** A framework that makes one application out of many programs. */
function built(
  name: string, majors: WireDialect["majors"], file: string, build: (programs: readonly Required<ProgramFile>[]) => Promise<Application>,
): WireDialect {
  async function prepare(programs: readonly ProgramFile[]): Promise<PreparedRunner> {
    const application = await build(programs.map((program) => ({ file, ...program })));
    const run: Runner["run"] = async (source, _major, own = file) => ({
      port: application.port,
      root: application.rootOf({ source, file: own }),
      close: async () => undefined,
      died: async () => false,
    });
    return { run, runContained: run, close: () => application.close() };
  }
  const runAlone: Runner["run"] = async (source, major, own = file) => {
    const runner = await prepare([{ source, file: own }]);
    return { ...await runner.run(source, major, own), close: () => runner.close() };
  };
  return { name, majors, file, prepare, run: runAlone, runContained: runAlone };
}

async function run(program: Program): Promise<Running> {
  const server = await serve(program);
  return {
    port: portOf(server),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    died: async () => false,
  };
}

async function runContained(program: Program): Promise<Running> {
  const child = fork(fileURLToPath(new URL("child.ts", import.meta.url)), {
    cwd: fileURLToPath(new URL(".", import.meta.url)), execArgv: ["--import", "tsx"], stdio: "ignore",
  });
  const exit = once(child, "exit").then(() => true);
  child.send(program);
  const [port] = await Promise.race([once(child, "message"), exit.then(() => [])]);
  if (typeof port !== "number") throw new Error("The program did not start.");
  return {
    port,
    async close() {
      child.kill();
      await exit;
    },
    died: () => Promise.race([exit, after(PATIENCE, false, { ref: false })]),
  };
}
