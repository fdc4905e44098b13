import { createRequire } from "node:module";
import { constants as http2 } from "node:http2";
import { STATUS_CODES } from "node:http";
import * as boom from "@hapi/boom";
import axios, { HttpStatusCode } from "axios";
import status from "http-status";
import * as codes from "http-status-codes";
import { describe, expect, it } from "vitest";
import { codeOfConstant, codeOfOwnName, constantFor, errorCodeOf, namesIn } from "../../src/http/constants.ts";
import { isRegistered } from "../../src/http/status.ts";
import { statusCodes } from "../../src/http/status-codes.ts";

type Entries = readonly (readonly [string, number])[];

const require = createRequire(import.meta.url);
const createError = require("http-errors") as Record<string, unknown>; // it has no types of its own

/** The members of an object that are a name and a code. */
const named = (object: object): Entries =>
  Object.entries(object)
    .filter((entry): entry is [string, number] => /^[A-Za-z]/.test(entry[0]) && typeof entry[1] === "number");

const http2Statuses = named(http2).filter(([name]) => name.startsWith("HTTP_STATUS_"));
const legacy = (codes as unknown as { default: object }).default;

describe("codeOfConstant knows nothing about", () => {
  it.each([
    ["another module", "./status", ["HttpStatus", "OK"]],
    ["a member that the library lacks", "http-status-codes", ["StatusCodes", "FOUND"]],
    ["an object that is no table of codes", "http-status-codes", ["ReasonPhrases", "NOT_FOUND"]],
    ["a function", "http-status-codes", ["getStatusCode"]],
    ["an exception", "@nestjs/common", ["NotFoundException"]],
    ["a bare name where the library has a holder", "axios", ["NotFound"]],
    ["the holder itself", "axios", ["HttpStatusCode"]],
    ["a deeper path", "axios", ["HttpStatusCode", "NotFound", "toString"]],
    ["the text of a code", "http-status", ["default", "404_NAME"]],
    ["an unregistered code outside `extra`", "http-status", ["default", "ENHANCE_YOUR_CALM"]],
    ["names that every object has", "axios", ["HttpStatusCode", "constructor"]],
    ["another constant of node:http2", "node:http2", ["constants", "NGHTTP2_NO_ERROR"]],
    ["an empty path", "http-status", []],
  ] as const)("%s", (_, source, path) => {
    expect(codeOfConstant(source, path)).toBeUndefined();
  });
});

describe("codeOfConstant reads every constant of the installed", () => {
  const tables: readonly (readonly [string, readonly string[], Entries])[] = [
    ["http-status-codes", ["StatusCodes"], named(codes.StatusCodes)],
    ["http-status-codes", ["*", "StatusCodes"], named(codes.StatusCodes)],
    ["http-status-codes", ["default"], named(legacy).filter(([, code]) => code >= 100)],
    ["http-status", ["default"], named(status)],
    ["http-status", ["status"], named(status)],
    ["http-status", ["*", "default"], named(status)],
    ["axios", ["HttpStatusCode"], named(HttpStatusCode)],
    ["axios", ["default", "HttpStatusCode"], named(axios.HttpStatusCode)],
    ["node:http2", ["constants"], http2Statuses],
    ["http2", ["default", "constants"], http2Statuses],
  ];

  it.each(tables)("%s by %j", (source, holder, entries) => {
    expect(entries.length).toBeGreaterThan(50);
    for (const [name, code] of entries) expect(codeOfConstant(source, [...holder, name]), name).toBe(code);
  });

  it("http-status-codes in the older form without a holder", () => {
    const bare = named(codes).filter(([name]) => name === name.toUpperCase());
    expect(bare.length).toBeGreaterThan(50);
    // Known gap: FAILED_DEPENDENCY is exported bare but missing in the default export, so it is read in neither.
    const gaps = ["FAILED_DEPENDENCY"];
    for (const [name, code] of bare) {
      expect(codeOfConstant("http-status-codes", [name]), name).toBe(gaps.includes(name) ? undefined : code);
    }
  });

  it("http-status under `extra`", () => {
    // Known gaps: usages of registered codes, which would make 103 and 451 mean something else.
    const gaps = ["CHECKPOINT", "REDIRECT"];
    for (const [vendor, table] of Object.entries(status.extra)) {
      for (const [name, code] of named(table)) {
        const read = codeOfConstant("http-status", ["default", "extra", vendor, name]);
        expect(read, name).toBe(gaps.includes(name) ? undefined : code);
      }
    }
  });
});

describe("constantFor", () => {
  it("has no name for what the library lacks", () => {
    expect(constantFor(425, "http-status-codes")).toBeUndefined();
    expect(constantFor(451, "@nestjs/common")).toBeUndefined();
    expect(constantFor(299, "http-status")).toBeUndefined();
    expect(constantFor(404, "./status")).toBeUndefined();
  });

  it("prefers today's name where the library has two", () => {
    expect([413, 422].map((code) => constantFor(code, "axios"))).toEqual(["ContentTooLarge", "UnprocessableContent"]);
  });

  it.each([
    ["http-status-codes", codes.StatusCodes],
    ["http-status", status],
    ["axios", HttpStatusCode],
    ["node:http2", Object.fromEntries(http2Statuses)],
  ] as const)("gives a name for exactly the registered codes that %s names", (source, table) => {
    const members = table as unknown as Record<string, unknown>;
    const theirs = new Set(named(table).map(([, code]) => code).filter(isRegistered));
    for (const { code } of statusCodes) {
      const name = constantFor(code, source);
      expect(name !== undefined, String(code)).toBe(theirs.has(code));
      if (name !== undefined) expect(members[name], name).toBe(code);
    }
  });

  it("is the inverse of codeOfConstant", () => {
    const holders = {
      "http-status-codes": "StatusCodes", "http-status": "default", "@nestjs/common": "HttpStatus",
      axios: "HttpStatusCode", http2: "constants",
    };
    for (const [source, holder] of Object.entries(holders)) {
      for (const { code } of statusCodes) {
        const name = constantFor(code, source);
        if (name !== undefined) expect(codeOfConstant(source, [holder, name])).toBe(code);
      }
    }
  });
});

describe("errorCodeOf", () => {
  it.each([
    ["a constant", "@nestjs/common", ["HttpStatus", "NOT_FOUND"]],
    ["the general exception, whose code is an argument", "@nestjs/common", ["HttpException"]],
    ["the general error", "http-errors", ["HttpError"]],
    ["a success", "http-errors", ["Ok"]],
    ["a helper without a code", "@hapi/boom", ["boomify"]],
    ["a function of another module", "./errors", ["notFound"]],
  ] as const)("does not know %s", (_, source, path) => {
    expect(errorCodeOf(source, path)).toBeUndefined();
  });

  it("reads every error of http-errors", () => {
    const classes = Object.entries(createError).filter(([name, value]) =>
      typeof value === "function" && /^[A-Z]/.test(name) && name !== "HttpError") as [string, new () => { status: number }][];
    expect(classes.length).toBeGreaterThan(40);
    for (const [name, Class] of classes) {
      expect(errorCodeOf("http-errors", ["default", name]), name).toBe(new Class().status);
      expect(errorCodeOf("http-errors", [name]), name).toBe(new Class().status);
    }
  });

  it("has a name of http-errors for every error that Node.js knows, and for no other registered code", () => {
    const theirs = Object.keys(STATUS_CODES).map(Number).filter((code) => code >= 400 && isRegistered(code));
    const ours = new Set(Object.keys(createError).map((name) => errorCodeOf("http-errors", [name])));
    expect(statusCodes.map(({ code }) => code).filter((code) => ours.has(code))).toEqual(theirs);
  });

  it("reads every helper of @hapi/boom", () => {
    const helpers = Object.entries(boom).filter(([name, value]) =>
      typeof value === "function" && !["Boom", "isBoom", "boomify"].includes(name)) as [string, () => boom.Boom][];
    expect(helpers.length).toBeGreaterThan(25);
    for (const [name, helper] of helpers) {
      const { statusCode } = helper().output;
      expect(errorCodeOf("@hapi/boom", ["default", name]), name).toBe(statusCode);
      expect(errorCodeOf("@hapi/boom", ["*", name]), name).toBe(statusCode);
    }
  });

  it.each([
    ["httpErrors", createError],
    ["boom", boom],
  ] as const)("claims no name that %s lacks", (library, theirs) => {
    for (const row of statusCodes) for (const name of namesIn(library, row)) expect(theirs).toHaveProperty(name);
  });

  it("reads the functions of Next.js and the codes of tRPC", () => {
    expect(errorCodeOf("next/navigation", ["notFound"])).toBe(404);
    expect(errorCodeOf("next/navigation", ["permanentRedirect"])).toBe(308);
    expect(errorCodeOf("@trpc/server", ["UNPROCESSABLE_CONTENT"])).toBe(422);
    expect(errorCodeOf("@trpc/server", ["CLIENT_CLOSED_REQUEST"])).toBe(499);
  });
});

const nest = require("@nestjs/common") as Record<string, unknown>;
const sensible = require("@fastify/sensible") as Record<string, unknown>;

describe("@nestjs/common", () => {
  it("is read both ways", () => {
    const table = nest["HttpStatus"] as Record<string, number>;
    for (const [name, code] of named(table)) {
      expect(codeOfConstant("@nestjs/common", ["HttpStatus", name]), name).toBe(code);
    }
    const theirs = new Set(named(table).map(([, code]) => code));
    for (const { code } of statusCodes) {
      expect(constantFor(code, "@nestjs/common") !== undefined, String(code)).toBe(theirs.has(code));
    }
  });

  it("has its exceptions read", () => {
    const exceptions = Object.entries(nest).filter(([name]) =>
      /Exception$/.test(name) && !/^(?:Http|Intrinsic)Exception$/.test(name)) as [string, new () => { getStatus(): number }][];
    expect(exceptions.length).toBeGreaterThan(20);
    for (const [name, Exception] of exceptions) {
      expect(errorCodeOf("@nestjs/common", [name]), name).toBe(new Exception().getStatus());
    }
    const theirs = exceptions.map(([name]) => name);
    for (const row of statusCodes) for (const name of namesIn("nestException", row)) expect(theirs).toContain(name);
  });
});

describe("@fastify/sensible", () => {
  it("has its errors read", () => {
    const helpers = Object.entries(sensible["httpErrors"] as Record<string, () => { status: number }>)
      .filter(([name]) => !["getHttpError", "HttpError", "createError"].includes(name));
    expect(helpers.length).toBeGreaterThan(40);
    for (const [name, helper] of helpers) {
      expect(errorCodeOf("@fastify/sensible", ["httpErrors", name]), name).toBe(helper().status);
    }
    const theirs = helpers.map(([name]) => name);
    for (const row of statusCodes) for (const name of namesIn("sensible", row)) expect(theirs).toContain(name);
  });
});

describe("codeOfOwnName", () => {
  it.each([
    "", "ERROR", "STATUS", "CODE", "DEFAULT", "USER_NOT_FOUND", "NOT_FOUND_MESSAGE", "isNotFound", "USER_404",
    "E4040", "HTTP_4XX",
    "BAD_REQUEST_404", "NOT_FOUND_404_405", "HTTP2_OK", "UNUSED", "HTTP_600", "foundation",
  ])("promises nothing: %j", (name) => {
    expect(codeOfOwnName(name)).toBeUndefined();
  });

  it.each([
    ["NOT_FOUND", 404], ["NotFound", 404], ["notFound", 404], ["not-found", 404], ["HTTP_404_NOT_FOUND", 404],
    ["NOT_FOUND_404", 404], ["HTTP_STATUS_NOT_FOUND", 404], ["STATUS_NOT_FOUND", 404], ["NotFoundError", 404],
    ["NotFoundException", 404], ["NOT_FOUND_CODE", 404], ["HTTP_404", 404], ["STATUS_404", 404], ["_404", 404],
    ["BAD_REQUEST", 400], ["OK", 200], ["OK_200", 200], ["HTTP_OK", 200], ["SUCCESS", 200], ["CREATED", 201],
    ["UNPROCESSABLE_ENTITY", 422], ["PAYLOAD_TOO_LARGE", 413], ["REQUEST_TOO_LONG", 413], ["MOVED_TEMPORARILY", 302],
    ["INTERNAL_SERVER_ERROR", 500], ["InternalServerError", 500], ["HTTP_VERSION_NOT_SUPPORTED", 505],
    ["IM_A_TEAPOT", 418],
    ["HTTP_299", 299],
  ])("promises: %s is %i", (name, code) => {
    expect(codeOfOwnName(name)).toBe(code);
  });

  it("knows every constant of the libraries by its name, whatever object holds it", () => {
    for (const table of [codes.StatusCodes, HttpStatusCode, Object.fromEntries(http2Statuses)]) {
      for (const [name, code] of named(table)) {
        if (isRegistered(code) && code !== 306 && code !== 418) expect(codeOfOwnName(name), name).toBe(code);
      }
    }
  });
});
