import { describe, expect, it } from "vitest";
import { readResponses } from "../support/read.ts";

describe("node-http", () => {
  it.each([200, 201, 204, 400, 404, 500])("reads a written %i", (code) => {
    const source = `module.exports = (req, res) => { res.statusCode = ${code}; res.end(); };`;
    expect(readResponses(source, { framework: "node-http", }).map(({ status }) => status)).toContain(code);
  });

  it("reads nothing of what a client got", () => {
    expect(readResponses("async function load() { const res = await fetch(url); return res.json(); }", { framework: "node-http" })).toEqual([]);
  });
});
