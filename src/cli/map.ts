/** The map: the model of a whole project as plain data, which is what `--format json` prints. Its shape is public; a change that breaks readers raises `version`. */
import { relative, sep } from "node:path";
import type { Exchange, Node, Response } from "../exchange/model.ts";
import { nameOfHandler } from "./handler-name.ts";
import { readFiles } from "./read-files.ts";
import type { ReadOptions } from "./read-files.ts";

/** Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface MappedResponse extends Position {
  /** Where the response is sent; `line` and `column` are where its status is written, if it is. */
  readonly sentLine: number;
  /** One code, or every code that it can be; null when only run time knows. */
  readonly status: number | readonly number[] | null;
  readonly origin: Response["status"]["origin"];
  readonly body: Response["content"]["shape"];
  readonly via: string;
  readonly circumstance: Response["because"]["kind"];
}

/** One handler under one HTTP method. */
export interface MappedHandler {
  readonly framework: string;
  readonly major: number | null;
  readonly role: Exchange["role"];
  readonly method: string | null;
  readonly methodFrom: Exchange["methodFrom"];
  readonly route: string | null;
  /** The handler's name in the source, else that of the function around it. */
  readonly name: string | null;
  readonly start: Position;
  readonly end: Position;
  readonly responses: readonly MappedResponse[];
}

export interface MappedFile {
  /** Relative to the working directory, with forward slashes. */
  readonly path: string;
  readonly handlers: readonly MappedHandler[];
}

export interface ProjectMap {
  readonly version: 1;
  readonly files: readonly MappedFile[];
}

export interface Mapped {
  readonly map: ProjectMap;
  /** One line for each file that could not be read. */
  readonly problems: readonly string[];
}

/** Maps the files that the patterns match, `.` if there are none. */
export async function mapOf(patterns: readonly string[], options: ReadOptions): Promise<Mapped> {
  const { found, problems } = await readFiles(patterns.length === 0 ? ["."] : patterns, options, ({ exchanges }) => exchanges.map(handlerOf));
  const files = [...found]
    .filter(([, handlers]) => handlers.length > 0)
    .map(([filename, handlers]) => ({ path: relative(options.cwd, filename).split(sep).join("/"), handlers }));
  return { map: { version: 1, files: files.sort((one, other) => (one.path < other.path ? -1 : 1)) }, problems };
}

const handlerOf = (exchange: Exchange): MappedHandler => {
  const { framework, major, role, method, methodFrom, route, handler, responses } = exchange;
  return {
    framework,
    major: major ?? null,
    role,
    method,
    methodFrom,
    route,
    name: nameOfHandler(exchange),
    start: positionOf(handler.loc.start),
    end: positionOf(handler.loc.end),
    responses: responses.map(responseOf),
  };
};

const responseOf = ({ status, content, word, via, because }: Response): MappedResponse => ({
  ...positionOf(status.node.loc.start),
  sentLine: word.loc.start.line,
  status: status.origin === "dynamic" ? null : status.code ?? status.codes,
  origin: status.origin,
  body: content.shape,
  via,
  circumstance: because.kind,
});

const positionOf = ({ line, column }: Node["loc"]["start"]): Position => ({ line, column: column + 1 });
