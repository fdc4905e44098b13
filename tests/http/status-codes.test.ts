import { describe, expect, it } from "vitest";
import { statusCodes, unregisteredCodes } from "../../src/http/status-codes.ts";

/** What IANA has assigned: everything but the ranges that its registry lists as unassigned. */
const assigned = [
  100, 101, 102, 103, 104,
  200, 201, 202, 203, 204, 205, 206, 207, 208, 226,
  300, 301, 302, 303, 304, 305, 306, 307, 308,
  400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424,
  425,
  426, 428, 429, 431, 451,
  500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
];

const codesWhere = (test: (status: (typeof statusCodes)[number]) => unknown): number[] =>
  statusCodes.filter(test).map(({ code }) => code);

describe("the registered codes", () => {
  it("are those of IANA, once each and in ascending order", () => {
    expect(statusCodes.map(({ code }) => code)).toEqual(assigned);
  });

  it("know the class that their first digit tells", () => {
    const digits = { informational: 1, success: 2, redirection: 3, "client-error": 4, "server-error": 5 };
    for (const { code, class: its } of statusCodes) expect(digits[its], String(code)).toBe(Math.floor(code / 100));
  });

  it("are all in force but six", () => {
    expect(codesWhere(({ status }) => status !== "standard")).toEqual([102, 104, 305, 306, 418, 510]);
  });

  it("forbid content exactly where no content can follow (RFC 9110 §6.4.1, §15.3.6)", () => {
    expect(codesWhere(({ content }) => content === "forbidden")).toEqual([100, 101, 102, 103, 104, 204, 205, 304]);
  });

  it("forbid a length on 1xx and 204 only: 205 is framed like any other (RFC 9110 §8.6)", () => {
    const unframed = codesWhere(({ forbiddenFields }) => forbiddenFields.some(({ name }) => name === "Content-Length"));
    expect(unframed).toEqual([100, 101, 102, 103, 104, 204]);
  });

  it("are cacheable by default where RFC 9110 §15.1 and RFC 7725 say so", () => {
    const cacheable = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501];
    expect(codesWhere((status) => status.cacheable)).toEqual(cacheable);
    expect(codesWhere(({ neverStored }) => neverStored)).toEqual([428, 429, 431, 511]);
  });

  it("tell of a redirect whether it keeps the method and whether it lasts", () => {
    expect(codesWhere(({ keepsMethod }) => keepsMethod !== undefined)).toEqual([301, 302, 303, 307, 308]);
    expect(codesWhere(({ keepsMethod }) => keepsMethod)).toEqual([307, 308]);
    expect(codesWhere(({ permanent }) => permanent)).toEqual([301, 308]);
  });

  it("name the fields that a response MUST carry whatever the circumstances", () => {
    const required = statusCodes.flatMap(({ code, fields }) =>
      fields.filter(({ level, when }) => level === "MUST" && when === undefined).map(({ name }) => `${code} ${name}`));
    expect(required).toEqual([
      "101 Upgrade", "101 Connection", "401 WWW-Authenticate", "405 Allow", "407 Proxy-Authenticate", "426 Upgrade",
    ]);
  });

  it("say the same request may succeed later only where that is so", () => {
    expect(codesWhere(({ retry }) => retry?.request === "same")).toEqual([408, 421, 425, 429, 502, 503, 504, 507]);
  });

  it("are explained in sentences of one line, ending with a full stop", () => {
    for (const { code, meaning, useFor, notFor } of statusCodes) {
      for (const sentence of [meaning, useFor, notFor]) expect(sentence, String(code)).toMatch(/^[A-Z`0-9][^\n]*\.$/);
    }
  });

  it("cite an RFC or a draft", () => {
    for (const { reference } of statusCodes) expect(reference).toMatch(/^RFC \d+ §|^draft-/);
  });
});

describe("the words of the codes", () => {
  const lists = statusCodes.map(({ code, words = [], sharedWords = [], weakWords = [], excludingWords = [] }) =>
    ({ code, own: words, shared: sharedWords, weak: weakWords, not: excludingWords }));

  it("are lower case, without hyphens, and nothing that a regular expression would take for a sign", () => {
    for (const { own, shared, weak, not } of lists) {
      for (const phrase of [...own, ...shared, ...weak, ...not]) expect(phrase).toMatch(/^[a-z][a-z' ]*[a-z]$/);
    }
  });

  it("belong to one code, unless they are shared, and then to several", () => {
    const owners = new Map<string, string[]>();
    for (const { code, own, shared, weak } of lists) {
      for (const phrase of new Set([...own, ...weak])) owners.set(phrase, [...(owners.get(phrase) ?? []), `${code}`]);
      for (const phrase of new Set(shared)) owners.set(phrase, [...(owners.get(phrase) ?? []), `${code} shared`]);
    }
    for (const [phrase, codes] of owners) {
      const isShared = codes.some((code) => code.endsWith("shared"));
      expect(codes.every((code) => code.endsWith("shared")), phrase).toBe(isShared);
      expect(codes.length > 1, phrase).toBe(isShared);
    }
  });

  it("stand once in a row", () => {
    for (const { code, own, shared, weak } of lists) {
      const all = [...own, ...shared, ...weak];
      expect(all.filter((phrase, at) => all.indexOf(phrase) !== at), String(code)).toEqual([]);
    }
  });
});

describe("the unregistered codes", () => {
  const codes = unregisteredCodes.map(({ code }) => code);

  it("are not registered, once each and in ascending order", () => {
    expect(codes.filter((code) => assigned.includes(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  it("point to a registered code that is in force, or to none", () => {
    const inForce = codesWhere(({ status }) => status === "standard");
    for (const { code, usages } of unregisteredCodes) {
      for (const { instead } of usages) if (instead !== undefined) expect(inForce, String(code)).toContain(instead);
    }
  });
});
