import { describe, expect, it } from "vitest";
import { knownErrorOf, knownErrors } from "../../src/http/known-errors.ts";
import { classOf, statusOf } from "../../src/http/status.ts";

describe("knownErrorOf", () => {
  it.each([
    "", "Error", "TypeError", "HttpError", "MongoServerError", "QueryFailedError", "PrismaClientKnownRequestError",
    "P9999", "toString", "404",
  ])("does not know what %j tells", (name) => {
    expect(knownErrorOf(name)).toBeUndefined();
  });

  it.each([
    ["ZodError", "invalid", 400], ["ValidationError", "invalid", 400], ["CastError", "invalid", 400],
    ["SyntaxError", "invalid", 400],
    ["LIMIT_FILE_SIZE", "invalid", 413], ["P2002", "duplicate", 409], ["P2025", "missing", 404],
    ["E11000", "duplicate", 409],
    [11000, "duplicate", 409], ["23505", "duplicate", 409], ["ER_DUP_ENTRY", "duplicate", 409],
    ["SequelizeUniqueConstraintError", "duplicate", 409], ["JsonWebTokenError", "unauthenticated", 401],
    ["TokenExpiredError", "unauthenticated", 401], ["EBADCSRFTOKEN", "forbidden", 403],
    ["RateLimiterRes", "limited", 429],
    ["ENOENT", "missing", 404], ["EACCES", "unexpected", 500], ["ECONNREFUSED", "upstream", 502],
    ["ETIMEDOUT", "upstream", 504],
    ["AbortError", "upstream", 504],
  ] as const)("knows that %s tells %s", (name, circumstance, code) => {
    expect(knownErrorOf(name)).toMatchObject({ circumstance, code });
  });
});

describe("the known errors", () => {
  it("have a name each", () => {
    const names = knownErrors.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("deserve a registered error code whose class fits the circumstance", () => {
    for (const { name, circumstance, code } of knownErrors) {
      const blamesServer = circumstance === "upstream" || circumstance === "unexpected";
      expect(statusOf(code)?.status, name).toBe("standard");
      expect(classOf(code), name).toBe(blamesServer ? "server-error" : "client-error");
    }
  });

  it("say under which condition they tell it, where they do not always", () => {
    for (const name of ["SyntaxError", "CastError", "ENOENT", "AbortError"]) {
      expect(knownErrorOf(name)?.provided, name).toBeDefined();
    }
  });

  it("say whether something of the request must have been tried", () => {
    for (const name of ["SyntaxError", "CastError", "22P02", "ENOENT"]) expect(knownErrorOf(name)?.needs, name).toBe("request");
    for (const name of ["ECONNREFUSED", "AbortError", "AxiosError", "TimeoutError"]) expect(knownErrorOf(name)?.needs, name).toBe("no-request");
    for (const name of ["P2002", "ZodError", "MulterError", "P1001"]) expect(knownErrorOf(name)?.needs, name).toBeUndefined();
  });

  it("are answered alike by every project where the text of the request is broken", () => {
    for (const name of ["SyntaxError", "URIError", "entity.parse.failed"]) expect(knownErrorOf(name)?.isExact, name).toBe(true);
    expect(knownErrorOf("ZodError")?.isExact).toBeUndefined();
  });
});
