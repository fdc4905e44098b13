/** The frameworks whose wire is tested, and how a program of theirs is run. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PATIENCE } from "./client.ts";
import { portOf, serve } from "./program.ts";
import type { Program } from "./program.ts";

export interface Running {
  readonly port: number;
  close(): Promise<void>;
  /** Whether the program has taken its process down; only a contained one can. */
  died(): Promise<boolean>;
}

/** A framework as the wire tests see it; a new one brings this and its cases. */
export interface WireDialect {
  /** The framework's name in the model. */
  readonly name: string;
  /** The majors that are installed here; undefined where the framework has none. */
  readonly majors: readonly (number | undefined)[];
  run(source: string, major: number | undefined): Promise<Running>;
  /** The same in a process of its own, for programs that kill theirs. */
  runContained(source: string, major: number | undefined): Promise<Running>;
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

export const express = dialect("express", [4, 5], (major) => ({ express: `express${major}` }));
export const nodeHttp = dialect("node-http", [undefined], () => ({}));
export const fetch = dialect("fetch", [undefined], () => ({}));

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
