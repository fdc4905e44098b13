/** Evaluates the text of a program, the real packages behind its `require`, and puts what it exports on a free port. */
import { getRequestListener } from "@hono/node-server";
import { createServer, Server } from "node:http";
import type { RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

export interface Program {
  readonly source: string;
  /** Which installed package stands behind a name: `{ express: "express5" }`. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Deprecated forms are run on purpose. */
process.env["NO_DEPRECATION"] = "express";

const load = createRequire(import.meta.url);

interface FetchHandler {
  fetch(request: Request): Response | Promise<Response>;
}

/** A program that has a default export is a module; any other is CommonJS. */
async function evaluate({ source, aliases }: Program): Promise<unknown> {
  if (/^\s*export\b/m.test(source)) {
    const { default: exported } = await import(`data:text/javascript,${encodeURIComponent(source)}`) as { default: unknown };
    return exported;
  }
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string): unknown => load(aliases[name] ?? name);
  new Function("module", "exports", "require", source)(module, module.exports, require);
  return module.exports;
}

/** A program exports a server, a request listener or an object that has `fetch`, or a promise of one. */
export async function serve(program: Program): Promise<Server> {
  const exported = await evaluate(program);
  const server = exported instanceof Server ? exported : createServer(listenerOf(exported as RequestListener | FetchHandler));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

/** `Response` stays the one of Node.js: the server would put one in its place that checks nothing. */
function listenerOf(handler: RequestListener | FetchHandler): RequestListener {
  if (typeof handler === "function") return handler;
  return getRequestListener((request) => handler.fetch(request), { overrideGlobalObjects: false });
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
