import { describe, expect, it } from "vitest";
import { ends } from "./handler.ts";
import type { Sample } from "./handler.ts";

const loops: readonly Sample[] = [
  ["an answer in a loop that may not run", `for (const item of items) return res.json({ item });`, ["200 resource", "silence"]],
  ["an answer after a loop", `for (const item of items) { if (!item) return res.status(400).end(); } res.json({ id });`, ["400 none", "200 resource"]],
  ["a status set in a loop", `for (const item of items) { if (!item) res.status(400); } res.json({ id });`, ["400 resource", "200 resource"]],
  ["a status set in a loop, then break", `for (const item of items) { if (!item) { res.status(400); break; } } res.json({ id });`, ["400 resource", "200 resource"]],
  ["continue passes the rest by", `for (const item of items) { if (item) continue; return res.status(400).end(); } res.end();`, ["400 none", "200 none"]],
  ["nothing after continue", `for (const item of items) { continue; return res.status(500).end(); } res.end();`, ["200 none"]],
  ["nothing after break", `for (const item of items) { break; return res.status(500).end(); } res.end();`, ["200 none"]],
  ["while", `while (await more()) { if (late()) return res.status(503).end(); } res.end();`, ["503 none", "200 none"]],
  ["an endless loop ends by its return", `while (true) { if (await ready()) return res.status(201).end(); }`, ["201 none"]],
  ["an endless loop ends by its break", `for (;;) { if (await ready()) break; } res.status(201).end();`, ["201 none"]],
  ["do runs at least once", `do { res.status(201); } while (await more()); res.end();`, ["201 none"]],
  ["do that answers", `do { return res.status(201).end(); } while (await more());`, ["201 none"]],
  ["for in", `for (const key in body) { if (!allowed.includes(key)) return res.status(400).end(); } res.end();`, ["400 none", "200 none"]],
  ["for await", `for await (const row of rows) { if (!row) return res.status(502).end(); } res.end();`, ["502 none", "200 none"]],
  [
    "break out of two loops", `outer: for (const a of as) { for (const b of a) { if (!b) { res.status(400); break outer; } } } res.end();`,
    ["400 none", "200 none"],
  ],
  [
    "continue of the outer loop", `outer: for (const a of as) { for (const b of a) { if (b) continue outer; return res.status(400).end(); } } res.end();`,
    ["400 none", "200 none"],
  ],
  ["break out of a block", `check: { if (ok) break check; return res.status(400).end(); } res.end();`, ["400 none", "200 none"]],
  ["break of a switch in a loop", `for (const a of as) { switch (a) { case 1: res.status(400); break; } } res.end();`, ["400 none", "200 none"]],
  ["continue in a switch in a loop", `for (const a of as) { switch (a) { case 1: continue; default: return res.status(400).end(); } } res.end();`, ["400 none", "200 none"]],
  ["break in an if inside a switch", `switch (kind) { case "a": if (ok) break; return res.status(400).end(); } res.end();`, ["400 none", "200 none"]],
  ["a flag set in a loop", `let bad = false; for (const a of as) { if (!a) bad = true; } if (bad) return res.status(400).end(); res.end();`, ["400 none", "200 none"]],
  ["a guard inside a loop does not outlive its item", `for (const a of as) { if (!a.ok) return res.status(400).end(); } if (!a.ok) return res.status(409).end(); res.end();`, ["400 none", "409 none", "200 none"]],
  ["content that a loop fills", `const body = {}; for (const a of as) body.error = a.error; res.json(body);`, ["200 acknowledgement", "200 resource"]],
];

const elements: readonly Sample[] = [
  ["forEach", `items.forEach((item) => { if (!item) res.status(400); }); res.json({ id });`, ["200 resource", "400 resource"]],
  ["a return inside forEach leaves only the callback", `items.forEach((item) => { if (!item) return res.status(400).end(); }); res.json({ id });`, ["400 none", "200 resource"]],
  ["some with a plain test", `if (items.some((item) => !item)) return res.status(400).end(); res.end();`, ["400 none", "200 none"]],
  ["map over an awaited list", `await Promise.all(items.map(async (item) => { if (!item) res.status(400); })); res.json({ id });`, ["200 resource", "400 resource"]],
  ["reduce keeps the carrier out of the answer", `const sum = items.reduce((a, b) => a + b, 0); res.json({ sum });`, ["200 resource"]],
];

describe.each([["loops", loops], ["callbacks for each element", elements]] as const)("%s", (_theme, samples) => {
  it.each(samples)("%s", (_name, statements, lines) => {
    expect(ends(statements).toSorted()).toEqual(lines.toSorted());
  });
});
