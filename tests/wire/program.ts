/** Evaluates the text of a program as CommonJS, the real packages behind its `require`, and puts what it exports on a free port. */
import { createServer, Server } from "node:http";
import type { RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

export interface Program {
  readonly source: string;
  /** Which installed package stands behind a name: `{ express: "express4" }`. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** Deprecated forms are run on purpose. */
process.env["NO_DEPRECATION"] = "express";

const load = createRequire(import.meta.url);

function evaluate({ source, aliases }: Program): unknown {
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string): unknown => load(aliases[name] ?? name);
  new Function("module", "exports", "require", source)(module, module.exports, require);
  return module.exports;
}

/** A program exports a server or a request listener, or a promise of one. */
export async function serve(program: Program): Promise<Server> {
  const exported = await evaluate(program);
  const server = exported instanceof Server ? exported : createServer(exported as RequestListener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
