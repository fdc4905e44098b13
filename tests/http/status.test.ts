import { createRequire } from "node:module";
import { STATUS_CODES } from "node:http";
import { describe, expect, it } from "vitest";
import { classOf, codeNamed, isRegistered, statusOf, titleOf, unregisteredOf } from "../../src/http/status.ts";
import { statusCodes, unregisteredCodes } from "../../src/http/status-codes.ts";

// It has no types of its own.
const statuses = createRequire(import.meta.url)("statuses") as { message: Record<string, string> };

describe("statusOf", () => {
  it("knows no code that is unassigned, out of range or no integer", () => {
    for (const code of [0, 99, 105, 299, 419, 427, 599, 600, 404.5, NaN]) {
      expect(statusOf(code), String(code)).toBeUndefined();
    }
  });

  it("fills in what a row leaves out", () => {
    expect(statusOf(402)).toMatchObject({ class: "client-error", status: "standard", content: "expected", fields: [] });
  });
});

describe("titleOf", () => {
  it("says a registered code, an unregistered one and an unknown one", () => {
    const titles = ["404 Not Found", "420 Enhance Your Calm", "418 (Unused)", "299"];
    expect([404, 420, 418, 299].map(titleOf)).toEqual(titles);
  });
});

describe("classOf", () => {
  it("goes by the first digit, registered or not", () => {
    expect([100, 299, 304, 499, 599].map(classOf)).toEqual([
      "informational", "success", "redirection", "client-error", "server-error",
    ]);
  });

  it("is undefined outside 100 to 599", () => {
    for (const code of [-1, 0, 99, 600, 999, NaN]) expect(classOf(code), String(code)).toBeUndefined();
  });
});

describe("isRegistered and unregisteredOf", () => {
  it("exclude each other", () => {
    for (const { code } of statusCodes) expect([isRegistered(code), unregisteredOf(code)]).toEqual([true, undefined]);
    for (const { code } of unregisteredCodes) {
      expect([isRegistered(code), unregisteredOf(code)?.code]).toEqual([false, code]);
    }
  });
});

describe("codeNamed", () => {
  it("does not know half a title, a title in a sentence, or the title that two codes share", () => {
    for (const name of ["", "Not", "Error", "Server Error", "User Not Found", "(Unused)", "404"]) {
      expect(codeNamed(name), name).toBeUndefined();
    }
  });

  it("knows every title and former title in any spelling", () => {
    for (const { code, title, formerNames } of statusCodes) {
      for (const name of [title, ...formerNames]) {
        if (name !== "(Unused)") expect(codeNamed(name.toUpperCase().replaceAll(" ", "_")), name).toBe(code);
      }
    }
  });

  // What Node.js and `statuses` call a code is its title or a former one. 509 is not registered.
  it.each([
    ["node:http", STATUS_CODES],
    ["statuses", statuses.message],
  ] as const)("knows every text of %s", (_, texts) => {
    for (const [code, text] of Object.entries(texts)) {
      if (code !== "509") expect(codeNamed(text ?? ""), text ?? "").toBe(Number(code));
    }
  });
});
