import { describe, expect, it } from "vitest";
import { answers, ends, responsesIn } from "./handler.ts";

const each = (count: number, write: (index: number) => string): string => Array.from({ length: count }, (_, index) => write(index)).join("\n");

describe("many ways through one handler", () => {
  it("joins ways that only differ in what they know", () => {
    expect(ends(`${each(40, (index) => `if (flags[${index}]) log(${index});`)} res.status(201).end();`)).toEqual(["201 none"]);
  });

  it("joins ways that set other fields", () => {
    expect(ends(`${each(12, (index) => `if (has${index}) res.set("X-${index}", "1");`)} res.status(201).end();`)).toEqual(["201 none"]);
  });

  it("claims no field that only some ways set", () => {
    const [response] = responsesIn(`${each(12, (index) => `if (has${index}) res.set("X-${index}", "1");`)} res.set("X-All", "1"); res.end();`);
    expect([...response!.fields]).toEqual([["x-all", "1"]]);
  });

  it("keeps each status of independent branches", () => {
    const responses = responsesIn(`${each(8, (index) => `if (has${index}) res.status(${400 + index});`)} res.end();`);
    const codes = responses.flatMap(({ status }) => status.codes).toSorted();
    expect(codes).toEqual([200, 400, 401, 402, 403, 404, 405, 406, 407]);
  });

  it("keeps answers apart that leave one by one", () => {
    const lines = answers(`${each(60, (index) => `if (has${index}) return res.status(${400 + index}).end();`)} res.end();`);
    expect(lines).toHaveLength(61);
    expect(lines.at(-1)).toBe("200 none");
  });

  it("does not claim one status for what many ways leave open", () => {
    const responses = responsesIn(`
      ${each(8, (index) => `if (a${index}) res.status(${400 + index}); if (b${index}) res.set("X-${index}", "1"); if (c${index}) body = ${index};`)}
      res.json(body);
    `);
    const codes = new Set(responses.flatMap(({ status }) => status.codes));
    expect(codes).toEqual(new Set([200, 400, 401, 402, 403, 404, 405, 406, 407]));
  });

  it("keeps the default among the alternatives when ways are joined", () => {
    const statements = each(40, (index) => `if (a${index}) { res.status(${400 + index}); kind = ${index}; }`);
    const codes = responsesIn(`let kind; ${statements} res.json({ kind });`).flatMap(({ status }) => status.codes);
    expect(codes).toContain(200);
    expect(codes).toContain(439);
  });

  it("forgets guards that only some of the joined ways hold", () => {
    const noise = each(8, (index) => `if (x${index}) res.status(${500 + index});`);
    expect(answers(`${noise} if (ok) return res.status(201).end(); res.status(202).end();`).toSorted()).toEqual(["201 none", "202 none"]);
  });

  it("does not take a branch for done when only some ways were delivered in it", () => {
    const statements = each(8, (index) => `if (x${index}) res.status(${400 + index});`);
    expect(ends(`${statements} if (ok) res.end();`)).toContain("silence");
  });
});

describe("long handlers", () => {
  it("reads two thousand statements", () => {
    expect(ends(`${each(2000, (index) => `log(${index});`)} res.status(201).end();`)).toEqual(["201 none"]);
  });

  it("reads two thousand words on the carrier", () => {
    expect(ends(`${each(2000, (index) => `res.set("X-A", "${index}");`)} res.status(201).end();`)).toEqual(["201 none"]);
  });

  it("reads a thousand awaits in a try", () => {
    const lines = ends(`try { ${each(1000, (index) => `await save(${index});`)} res.status(201).end(); } catch { res.status(500).end(); }`);
    expect(lines).toEqual(["201 none", "500 none"]);
  });

  it("reads a thousand guards", () => {
    expect(ends(`${each(1000, (index) => `if (user.a${index} && !user.b${index}) note(${index});`)} res.end();`)).toEqual(["200 none"]);
  });

  it("reads a thousand cases", () => {
    const cases = each(1000, (index) => `case ${index}: res.status(400); break;`);
    expect(new Set(ends(`switch (req.body.kind) { ${cases} default: res.status(404); } res.end();`))).toEqual(new Set(["404|400 none"]));
  });

  it("reads deeply nested branches", () => {
    const lines = ends(`${"if (a) { ".repeat(100)} return res.status(201).end(); ${"} ".repeat(100)} res.end();`);
    expect(lines).toEqual(["201 none", "200 none"]);
  });

  it("reads a long chain of closures", () => {
    const closures = each(30, (index) => `const f${index + 1} = () => f${index}();`);
    expect(ends(`const f0 = () => res.status(201).end(); ${closures} f30();`)).not.toContain("silence");
  });

  it("reads closures that call each other many times", () => {
    const closures = each(10, (index) => `const f${index + 1} = () => { f${index}(); f${index}(); };`);
    expect(ends(`const f0 = () => { if (roll()) res.set("X-A", "1"); }; ${closures} f10(); res.end();`)).toEqual(["200 none"]);
  });

  it("reads a hundred nested callbacks", () => {
    const lines = ends(`${"run(() => { ".repeat(100)} res.status(201).end(); ${"}); ".repeat(100)}`);
    expect(lines).toEqual(["201 none"]);
  });
});
