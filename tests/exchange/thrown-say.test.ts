/** An error is said anew where it is thrown, and reads back as it was said. */
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/exchange/model.ts";
import { throwing, thrownIn } from "./thrown.ts";

const apply = (text: string, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((after, { range: [start, end], text: put }) => after.slice(0, start) + put + after.slice(end), text);

const own = `
const { StatusCodes } = require("http-status-codes");
class HttpError extends Error { constructor(statusCode, message) { super(message); this.statusCode = statusCode; } }
class Late extends Error { constructor(message, status) { super(message); this.status = status || 500; } }
class Missing extends HttpError { constructor() { super(404, "missing"); } }
const failure = (status) => Object.assign(new Error("no"), { status });
`;

const program = (statements: string, after = ""): string => throwing(statements, { before: own, after });

describe("what an error is told anew is read as told", () => {
  const samples = [
    ["http-errors", `throw createError(410, "gone");`, ""],
    ["http-errors by name", `throw createError.Gone("gone");`, ""],
    ["http-errors, constructed", `next(new createError.Gone("gone"));`, ""],
    ["a class of the project", `throw new HttpError(410, "gone");`, ""],
    ["a class that takes the status last", `throw new Late("gone", 410);`, ""],
    ["a constant", `throw new HttpError(StatusCodes.GONE, "gone");`, ""],
    ["assigned members", `throw Object.assign(new Error("gone"), { status: 410 });`, ""],
    ["a member that is assigned later", `const error = new Error("gone"); error.status = 410; throw error;`, ""],
    ["a literal", `next({ status: 410 });`, ""],
    ["a function", `throw failure(410);`, ""],
    ["an error handler that takes the status over", `throw new HttpError(410, "gone");`, `app.use((err, req, res, next) => { res.status(err.statusCode || 500).json({ error: err.message }); });`],
    ["boom, answered by its output", `throw Boom.resourceGone("gone");`, `app.use((err, req, res, next) => { res.status(err.isBoom ? err.output.statusCode : 500).end(); });`],
  ] as const;

  describe.each(samples)("%s", (_name, statements, after) => {
    it.each([400, 404, 409, 422, 503])("with %i", (status) => {
      const text = program(statements, after);
      const edits = thrownIn(text)[0]!.say({ status });
      expect(edits).toHaveLength(1);
      const [read, ...others] = thrownIn(apply(text, edits!));
      expect(others).toEqual([]);
      expect(read!.status).toMatchObject({ code: status, origin: "explicit" });
    });
  });

  it("in the style of what it replaces", () => {
    const text = program(`throw new HttpError(StatusCodes.GONE, "gone");`);
    expect(apply(text, thrownIn(text)[0]!.say({ status: 404 })!)).toContain(`throw new HttpError(StatusCodes.NOT_FOUND, "gone");`);
  });

  it("by the name that the library has", () => {
    const text = program(`throw createError.Gone("gone");`);
    expect(apply(text, thrownIn(text)[0]!.say({ status: 404 })!)).toContain(`throw createError.NotFound("gone");`);
  });
});

describe("what is not said anew", () => {
  it.each([
    ["the status of a class", `throw new Missing();`, ""],
    ["the status of the framework", `throw new Error("no");`, ""],
    ["the status that was set before", `res.status(410); throw new Error("no");`, ""],
    ["a name that is imported alone", `throw new Gone();`, `const { Gone } = require("http-errors");`],
    ["a status that the error handler does not take over", `throw createError(410);`, `app.use((err, req, res, next) => { res.status(500).end(); });`],
    ["a status that it takes over for this code alone", `throw createError(410);`, `app.use((err, req, res, next) => { res.status(err.status === 410 ? 410 : 500).end(); });`],
    ["boom without its output", `throw Boom.resourceGone();`, ""],
  ])("%s", (_name, statements, after) => {
    expect(thrownIn(program(statements, after))[0]!.say({ status: 404 })).toBeUndefined();
  });

  it("a status beyond the failures", () => {
    expect(thrownIn(program(`throw createError(410);`))[0]!.say({ status: 200 })).toBeUndefined();
  });

  it.each([{ status: 404, content: "none" as const }, { fields: { "Retry-After": "60" } }])("more than a status: %o", (change) => {
    expect(thrownIn(program(`throw createError(429);`))[0]!.say(change)).toBeUndefined();
  });
});
