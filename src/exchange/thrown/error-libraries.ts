/** Errors that libraries make, and where each keeps its status. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Origin } from "../../ast/origins.ts";
import { errorCodeOf, errorNameFor } from "../../http/constants.ts";
import { titleOf } from "../../http/status.ts";
import type { Given } from "./error-scene.ts";
import { known, memberIn, unknown } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** What the library's function or class makes of its arguments. */
export function libraryError(origin: Origin, callee: TSESTree.Node, given: Given, by: "new" | "call"): Shape | undefined {
  const { source, path } = origin;
  const named = errorCodeOf(source, path);
  const status = named === undefined ? undefined : { ...known(named), ...(callee.type === "MemberExpression" && { at: callee.property, namedBy: source }) };
  switch (source) {
    case "http-errors":
      if (status) return httpError(status, given(0));
      return path.length === 0 && by === "call" ? fromArguments(given) : undefined;
    case "@fastify/sensible":
      return status && by === "call" ? httpError(status, given(0)) : undefined;
    case "@hapi/boom":
      return status && by === "call" ? boom(status, given(0)) : boomOf(path, given, by);
    default:
      return undefined;
  }
}

function httpError(status: Shape, message: Shape): Shape {
  const code = status.read?.value;
  const title = typeof code === "number" ? titleOf(code).replace(/^\d+ ?/, "") : undefined;
  const isLeftOut = message.read !== undefined && message.read.value === undefined;
  return {
    members: new Map<string, Shape>([
      ["status", status], ["statusCode", status],
      ["expose", typeof code === "number" ? known(code < 500) : unknown],
      ["message", isLeftOut && title !== undefined ? known(title) : { isText: true, ...message }],
      ["name", nameOf(code)], ["stack", { isText: true }],
    ]),
    classes: new Set(["Error", "http-errors HttpError"]),
  };
}

/** The class is named after the code, as in `NotFoundError`. */
function nameOf(code: unknown): Shape {
  const name = typeof code === "number" ? errorNameFor(code, "http-errors") : undefined;
  return name === undefined ? { isText: true } : known(name.replace(/(?:Error)?$/, "Error"));
}

/** `createError(404, "No user", { code: "no_user" })`, in any order but for the status. */
function fromArguments(given: Given): Shape | undefined {
  const status = given(0);
  const others = [given(1), given(2)];
  const code = status.read?.value;
  // Another error brings its own status, and a text alone makes a 500.
  if (status.members || (typeof code !== "number" && status.read === undefined && !status.isText)) return unknown;
  if (typeof code !== "number") return httpError(known(500), status);
  if (code < 400 || code > 599) return httpError(known(500), unknown);
  const message = others.find(({ read, isText }) => isText === true || typeof read?.value === "string");
  const extra = others.find(({ members }) => members !== undefined);
  const plain = httpError(status, message ?? (others.every(({ read, members }) => members || (read && read.value === undefined)) ? known(undefined) : unknown));
  return extra?.members ? { ...plain, members: new Map([...(plain.members ?? []), ...withoutStatus(extra.members)]) } : plain;
}

const withoutStatus = (members: ReadonlyMap<string, Shape>) => [...members].filter(([key]) => key !== "status" && key !== "statusCode");

function boom(status: Shape, message: Shape): Shape {
  return {
    members: new Map<string, Shape>([
      ["isBoom", known(true)], ["name", known("Error")], ["message", { isText: true, ...message }], ["stack", { isText: true }], ["isServer", unknown],
      ["data", unknown], ["output", { members: new Map([["statusCode", status], ["payload", unknown], ["headers", unknown]]) }],
    ]),
    classes: new Set(["Error", "@hapi/boom Boom"]),
  };
}

/** `new Boom.Boom("No user", { statusCode: 404 })`, `Boom.boomify(error, { statusCode: 404 })` */
function boomOf(path: readonly string[], given: Given, by: "new" | "call"): Shape | undefined {
  const name = path.at(-1);
  if (!(by === "new" ? name === "Boom" : name === "boomify")) return undefined;
  const options = given(1);
  const status = memberIn(options, "statusCode");
  const settled = status.read && status.read.value === undefined ? known(500) : status;
  const made = boom(settled, by === "new" ? given(0) : unknown);
  if (by === "new") return made;
  // The error that it wraps keeps what it carries.
  const own = [...(made.members ?? [])].filter(([key]) => key !== "name" && key !== "message");
  return { members: new Map(own), classes: new Set(["Error", "@hapi/boom Boom"]), isOpen: true };
}
