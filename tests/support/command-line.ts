/** Runs the real command line in a real folder. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import typescript from "typescript";
import { afterAll } from "vitest";

const sources = fileURLToPath(new URL("../../src", import.meta.url));
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const folders: string[] = [];
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true }); });

export type Files = Readonly<Record<string, string>>;

/** A project on disk; packages are links into our own node_modules, by the name the project knows them by. */
export function project(files: Files, packages: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "http-status-cli-")));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [name, target] of Object.entries(packages)) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(join(modules, target), join(folder, "node_modules", name));
  }
  return folder;
}

/** The plugin, compiled, beside the packages that it is given. */
export function pluginBeside(packages: Readonly<Record<string, string>>, files: Files = {}): string {
  const compilerOptions = { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2023, rewriteRelativeImportExtensions: true };
  const compiled: Record<string, string> = {};
  for (const path of readdirSync(sources, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const { outputText } = typescript.transpileModule(readFileSync(join(sources, path), "utf8"), { compilerOptions });
    compiled[join("dist", path.replace(/ts$/, "js"))] = outputText;
  }
  return project({ "package.json": `{ "type": "module" }`, ...compiled, ...files }, packages);
}

let usual: string | undefined;

/** No parser for TypeScript, even if a folder above has one. */
export const withoutTypeScript: Files = {
  "node_modules/@typescript-eslint/parser/package.json": `{ "exports": {} }`,
  "node_modules/typescript-eslint/package.json": `{ "exports": {} }`,
};

export const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const run = (cwd: string, ...args: string[]): Promise<Ran> => runWith({ cwd }, ...args);

export interface Running {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of a plugin; the usual one has every package beside it. */
  readonly plugin?: string;
  /** Give it a terminal, as far as the program can tell. */
  readonly onTerminal?: boolean;
}

export function runWith({ cwd, env = {}, plugin, onTerminal = false }: Running, ...args: string[]): Promise<Ran> {
  const bin = join(plugin ?? (usual ??= pluginBeside({ "": "" })), "dist/cli/main.js");
  const command = [process.execPath, bin, ...args];
  const [file = "", ...rest] = onTerminal ? ["script", "--quiet", "--return", "--command", command.map((word) => `'${word}'`).join(" "), "/dev/null"] : command;
  // The environment of the tests would decide about colours.
  const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...inherited } = process.env;
  return new Promise((resolve) => {
    execFile(file, rest, { cwd, env: { ...inherited, ...env } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}
