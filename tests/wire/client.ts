/** A client that hides nothing: it writes a request to a socket and keeps every byte that comes back. */
import { connect } from "node:net";

/** Silence for this long, in milliseconds, is a hang. */
export const HANG = 300;
/** Where an answer is expected, a slow machine gets all the time it needs. */
export const PATIENCE = 10_000;

export interface WireRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: string;
}

export interface WireAnswer {
  /** Undefined when not even a status line came back. */
  readonly status: number | undefined;
  readonly reason: string;
  /** By lower-case name; a name that came twice has its values joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The content, its transfer coding removed. */
  readonly body: Buffer;
  /** What came back, untouched. */
  readonly bytes: Buffer;
  /** The connection stayed open and silent. */
  readonly hung: boolean;
}

/** Sends one request and says what came back. Silence for `patience` milliseconds ends the wait. */
export async function ask(port: number, request: WireRequest, patience: number): Promise<WireAnswer> {
  const { bytes, closed } = await exchange(port, [textOf(request)], patience);
  return { ...parse(bytes), bytes, hung: !closed && bytes.length === 0 };
}

/**
 * Sends the request twice over one connection and gives back every byte. So two programs that answer alike, but of which
 * one breaks the connection off, are told apart.
 */
export async function askTwice(port: number, request: WireRequest, patience: number): Promise<Buffer> {
  const keeping = { ...request, headers: { ...request.headers, Connection: "keep-alive" } };
  return (await exchange(port, [textOf(keeping), textOf(request)], patience)).bytes;
}

/** Writes the first text at once, and each further one when an answer has begun to arrive. */
async function exchange(
  port: number, [first = "", ...further]: readonly string[], patience: number,
): Promise<{ bytes: Buffer; closed: boolean }> {
  const received: Buffer[] = [];
  const closed = await new Promise<boolean>((done) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(first));
    socket.setTimeout(patience, () => {
      socket.destroy();
      done(false);
    });
    socket.on("data", (chunk) => {
      received.push(chunk);
      const next = further.shift();
      if (next !== undefined) socket.write(next);
    });
    socket.on("error", () => done(true));
    socket.on("close", () => done(true));
  });
  return { bytes: Buffer.concat(received), closed };
}

function textOf({ method = "GET", path = "/", headers = {}, content = "" }: WireRequest): string {
  const mayHaveContent = method === "POST" || method === "PUT" || method === "PATCH";
  const length = mayHaveContent ? { "Content-Length": `${Buffer.byteLength(content)}` } : {};
  const fields = Object.entries({ Host: "wire.test", Connection: "close", ...length, ...headers });
  return [`${method} ${path} HTTP/1.1`, ...fields.map(([name, value]) => `${name}: ${value}`), "", content].join("\r\n");
}

function parse(bytes: Buffer): Omit<WireAnswer, "bytes" | "hung"> {
  const end = bytes.indexOf("\r\n\r\n");
  const [statusLine = "", ...lines] = bytes.toString("latin1", 0, Math.max(end, 0)).split("\r\n");
  const [, status, reason = ""] = /^HTTP\/1\.1 (\d{3}) ?(.*)$/.exec(statusLine) ?? [];
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  const rest = bytes.subarray(end < 0 ? bytes.length : end + 4);
  const body = headers["transfer-encoding"] === "chunked" ? withoutChunks(rest) : rest;
  return { status: status === undefined ? undefined : Number(status), reason, headers, body };
}

function withoutChunks(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf("\r\n", at);
    const size = lineEnd < 0 ? 0 : Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
