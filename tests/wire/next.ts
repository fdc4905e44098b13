/**
 * Next.js makes an application out of files and takes its time for it. So all programs of a test become one application, each
 * in a folder of its own, built and started as in production.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Application, ProgramFile } from "./dialects.ts";

type Program = Required<ProgramFile>;

const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

/**
 * The packages lie outside the application, and two of the functions that a handler may call are not stable yet. What only a
 * deployment wants is left out, for it takes half of the time.
 */
const config = `export default {
  turbopack: { root: "/" },
  experimental: {
    authInterrupts: true, turbopackMinify: false, turbopackSourceMaps: false, turbopackFileSystemCacheForBuild: false,
  },
};
`;
const layout = `export default function Layout({ children }) { return <html><body>{children}</body></html>; }\n`;

interface Placed extends Program {
  /** Its folder, and so the beginning of its path. */
  readonly name: string;
}

/** A program that Next.js does not build is left out, and the reason is told when it is asked for. */
export async function buildNext(programs: readonly Program[]): Promise<Application> {
  const placed = new Map(programs.map((program, index) => [keyOf(program), { ...program, name: `case-${index}` }]));
  const folder = await mkdtemp(join(tmpdir(), "http-status-next-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const reasons = await buildAll(folder, [...placed.values()]);
    const { port, close } = await start(folder);
    return {
      port,
      rootOf(program) {
        const { name, file } = placed.get(keyOf(program))!;
        const reason = reasons.get(name);
        if (reason !== undefined) throw new Error(reason);
        return file.startsWith("pages/api/") ? `/api/${name}` : `/${name}`;
      },
      async close() {
        await close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

const keyOf = ({ source, file }: Program): string => `${file}\n${source}`;

/** Builds until nothing fails that can be named; what each program failed with, by its name. */
async function buildAll(folder: string, programs: readonly Placed[]): Promise<Map<string, string>> {
  const reasons = new Map<string, string>();
  for (;;) {
    await write(folder, programs.filter(({ name }) => !reasons.has(name)));
    const { code, output } = await build(folder);
    if (code === 0) return reasons;
    const failed = output.match(/\bcase-\d+\b/g);
    if (!failed) throw new Error(output);
    for (const name of failed) reasons.set(name, output);
  }
}

async function write(folder: string, programs: readonly Placed[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await put("package.json", "{}\n");
  await put("next.config.mjs", config);
  await symlink(packages, join(folder, "node_modules"), "junction");
  for (const program of programs) await put(placeOf(program), program.source);
  if (programs.some(({ file }) => file.startsWith("app/"))) await put("app/layout.js", layout);
  const proxies = programs.filter(isProxy);
  if (proxies.length > 0) await put("proxy.js", proxyOf(proxies.map(({ name }) => name)));
}

const isProxy = ({ file }: Program): boolean => /^(?:proxy|middleware)\./.test(file);

const placeOf = (program: Placed): string =>
  isProxy(program) ? `proxies/${program.name}.js` : program.file.replace(/^(?:app|pages\/api)\//, `$&${program.name}/`);

/** An application has a single proxy: each request goes to the one of its program, as if that stood alone. */
const proxyOf = (names: readonly string[]): string => `
import { NextRequest } from "next/server";
${names.map((name, index) => `import * as proxy${index} from "./proxies/${name}.js";`).join("\n")}
const proxies = { ${names.map((name, index) => `"${name}": proxy${index}`).join(", ")} };
export function proxy(request, event) {
  const [, name, path] = /^\\/(case-\\d+)(.*)$/.exec(request.nextUrl.pathname) ?? [];
  if (!(name in proxies)) return;
  const url = request.nextUrl.clone();
  url.pathname = path || "/";
  const exported = proxies[name];
  return (exported.default ?? exported.proxy ?? exported.middleware)(new NextRequest(url, request), event);
}
`;

function spawnNext(folder: string, ...args: readonly string[]) {
  const { NODE_OPTIONS: _options, VITEST: _vitest, ...env } = process.env;
  return spawn(process.execPath, [next, ...args], {
    cwd: folder, env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }, stdio: ["ignore", "pipe", "pipe"],
  });
}

async function build(folder: string): Promise<{ code: unknown; output: string }> {
  const child = spawnNext(folder, "build");
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const [code] = await once(child, "close") as [unknown];
  return { code, output };
}

async function start(folder: string): Promise<{ port: number; close(): Promise<void> }> {
  const child = spawnNext(folder, "start", "--hostname", "127.0.0.1", "--port", "0");
  const exit = once(child, "exit");
  let output = "";
  const port = await new Promise<number>((found, failed) => {
    child.stdout.on("data", (chunk) => {
      output += String(chunk);
      const [, port] = /http:\/\/127\.0\.0\.1:(\d+)[^]*Ready/.exec(output) ?? [];
      if (port !== undefined) found(Number(port));
    });
    child.stderr.on("data", (chunk) => (output += String(chunk)));
    child.once("exit", () => failed(new Error(output)));
  });
  return {
    port,
    async close() {
      child.kill();
      await exit;
    },
  };
}
