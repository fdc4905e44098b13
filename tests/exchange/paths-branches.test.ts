import { describe, expect, it } from "vitest";
import { ends } from "./handler.ts";
import type { Sample } from "./handler.ts";

const branches: readonly Sample[] = [
  ["if and else", `if (ok) res.json({ id: 1 }); else res.status(400).json({ error: "bad" });`, ["200 resource", "400 failure"]],
  ["an early return", `if (!ok) return res.status(400).json({ error: "bad" }); res.json({ id: 1 });`, ["400 failure", "200 resource"]],
  ["a bare statement, then return", `if (!ok) { res.status(400).end(); return; } res.json({ id: 1 });`, ["400 none", "200 resource"]],
  ["a forgotten return adds no answer", `if (!ok) { res.status(400).end(); } res.json({ id: 1 });`, ["400 none", "200 resource"]],
  ["one branch is silent", `if (ok) res.json({ id: 1 });`, ["200 resource", "silence"]],
  ["a status in one branch, sent after it", `if (!ok) res.status(400); res.json({ id });`, ["400 resource", "200 resource"]],
  ["a status in each branch, sent after them", `if (ok) res.status(201); else res.status(200); res.json({ id });`, ["201 resource", "200 resource"]],
  [
    "else if", `if (a) res.status(400); else if (b) res.status(401); else res.status(403); res.json({ id });`,
    ["400 resource", "401 resource", "403 resource"],
  ],
  ["a ternary status", `res.status(ok ? 200 : 404).json({ id });`, ["200|404 resource"]],
  ["a ternary statement", `ok ? res.json({ id: 1 }) : res.status(400).json({ error: "bad" });`, ["200 resource", "400 failure"]],
  ["a ternary that is returned", `return ok ? res.status(204).end() : res.sendStatus(404);`, ["204 none", "404 failure"]],
  ["a nested ternary", `res.status(a ? 200 : b ? 400 : 500).end();`, ["200|400|500 none"]],
  ["a short circuit", `ok && res.status(204).end();`, ["204 none", "silence"]],
  ["two sides of a short circuit", `ok && res.status(204).end() || res.status(400).end();`, ["204 none", "400 none"]],
  ["a carrier in a choice", `(ok ? res.status(200) : res.status(400)).json({ id });`, ["200 resource", "400 resource"]],
  ["a member of nothing", "if (!user) return res.status(500).json({ error: `No ${user.name}` }); res.json(user);", ["200 unknown"]],
  [
    "a member of nothing for a function that answers",
    "const fail = (status, message) => res.status(status).json({ error: message }); if (!user) return fail(500, `No ${user.name}`); res.json(user);", ["200 unknown"],
  ],
  [
    "a member of nothing in a try",
    `try { const user = await findOne(); if (!user) return res.status(500).json({ name: user.name }); res.json(user); } catch (err) { res.status(503).end(); }`,
    ["200 resource", "503 none"],
  ],
  ["a member of what may be nothing", "if (!user) return res.status(500).json({ error: `No ${user?.name}` }); res.json(user);", ["500 failure", "200 unknown"]],
  ["a member that is asked for", `if (!user) return res.status(500).json({ error: user ? user.name : "Nobody" }); res.json(user);`, ["500 resource", "200 unknown"]],
  ["a member of another", "if (!user) return res.status(500).json({ error: `No ${req.params.id}` }); res.json(user);", ["500 failure", "200 unknown"]],
  ["a member of what was found since", "let user = await findOne(); if (!user) { user = await load(); res.status(201).json({ name: user.name }); return; } res.json(user);", ["201 resource", "200 unknown"]],
  ["a logical content", `res.json(found || { error: "missing" });`, ["200 unknown", "200 failure"]],
];

const correlated: readonly Sample[] = [
  [
    "status and content that depend on one thing", `res.status(ok ? 200 : 400).json(ok ? { id: 1 } : { error: "bad" });`,
    ["200 resource", "400 failure"],
  ],
  [
    "one condition in two statements", `if (!ok) res.status(400); if (ok) return res.json({ id: 1 }); res.json({ error: "bad" });`,
    ["200 resource", "400 failure"],
  ],
  [
    "a comparison asked twice", `if (a === 1) res.status(400); res.json(a !== 1 ? { id: 1 } : { error: "bad" });`,
    ["400 failure", "200 resource"],
  ],
  [
    "two constants of one name", `if (kind === "a") { if (kind === "b") return res.status(500).end(); return res.status(201).end(); } res.end();`,
    ["201 none", "200 none"],
  ],
  ["a contradiction", `if (ok) { if (!ok) return res.status(500).end(); } res.end();`, ["200 none"]],
  ["a contradiction across a negated or", `if (a || b) return res.status(400).end(); if (a) return res.status(500).end(); res.end();`, ["400 none", "200 none"]],
  ["a contradiction across an and", `if (!(a && b)) return res.status(400).end(); if (!b) return res.status(500).end(); res.end();`, ["400 none", "200 none"]],
  ["double negation", `if (!!ok) return res.status(201).end(); if (ok) return res.status(500).end(); res.end();`, ["201 none", "200 none"]],
  ["a constant condition", `if (false) return res.status(500).end(); res.end();`, ["200 none"]],
  ["a call may answer otherwise the second time", `if (roll()) res.status(201); if (roll()) return res.end("a"); res.end("b");`, [
    "201 acknowledgement", "200 acknowledgement", "201 acknowledgement", "200 acknowledgement",
  ]],
  ["null after a value that holds", `if (!user) return res.status(404).end(); if (user === null) return res.status(500).end(); res.json({ user });`, ["404 none", "200 resource"]],
  [
    "names that only look alike", `if (a.ok) return res.status(201).end(); if (b.ok) return res.status(202).end(); res.end();`,
    ["201 none", "202 none", "200 none"],
  ],
];

const changing: readonly Sample[] = [
  [
    "a reassignment kills a guard",
    `let user = await find(); if (!user) return res.status(404).end(); user = await reload(); if (!user) return res.status(410).end(); res.json({ user });`,
    ["404 none", "410 none", "200 resource"],
  ],
  [
    "a reassignment of what is never sent kills a guard",
    `let ok = check(); if (!ok) return res.status(400).end(); ok = again(); if (!ok) return res.status(403).end(); res.status(204).end();`,
    ["400 none", "403 none", "204 none"],
  ],
  [
    "a reassignment inside a branch kills a guard",
    `let ok = check(); if (!ok) { ok = again(); if (ok) return res.status(203).end(); } res.status(204).end();`,
    ["203 none", "204 none"],
  ],
  [
    "a counter that goes up",
    `let tries = 0; if (tries > 0) return res.status(400).end(); tries++; if (tries > 0) return res.status(202).end(); res.end();`,
    ["400 none", "202 none", "200 none"],
  ],
  [
    "a member that is assigned kills a guard",
    `const user = load(req); if (!user.ok) return res.status(400).end(); user.ok = await ask(); if (!user.ok) return res.status(403).end(); res.end();`,
    ["400 none", "403 none", "200 none"],
  ],
  [
    "a method that may change its object kills a guard",
    `const cart = load(req); if (!cart.valid) return res.status(400).end(); await cart.refresh(); if (!cart.valid) return res.status(409).end(); res.end();`,
    ["400 none", "409 none", "200 none"],
  ],
  [
    "a destructuring assignment kills a guard",
    `let ok = check(); if (!ok) return res.status(400).end(); ({ ok } = again()); if (!ok) return res.status(403).end(); res.end();`,
    ["400 none", "403 none", "200 none"],
  ],
  [
    "a flag that a branch sets",
    `let failed = false; if (!req.query.id) failed = true; if (failed) return res.status(400).end(); res.end();`,
    ["400 none", "200 none"],
  ],
  ["let status reassigned in a branch", `let status = 200; if (!ok) status = 404; res.status(status).json({ id });`, ["404|200 resource"]],
  ["let status without a value", `let status; if (ok) status = 201; else status = 400; res.status(status).end();`, ["201|400 none"]],
  ["let status with a compound assignment", `let status = 200; status += offset; res.status(status).end();`, ["? none"]],
  ["let content reassigned", `let body = { id: 1 }; if (!ok) { res.status(400); body = { error: "bad" }; } res.json(body);`, ["400 failure", "200 resource"]],
  ["a declared choice", `const status = ok ? 200 : 400; res.status(status).json(ok ? { id: 1 } : { error: "bad" });`, ["200 resource", "400 failure"]],
  ["a status that only a compound assignment fills", `let status; status ??= 404; res.status(status).end();`, ["? none"]],
];

const switches: readonly Sample[] = [
  [
    "cases that break", `switch (kind) { case "a": res.status(201); break; case "b": res.status(202); break; default: res.status(400); } res.end();`,
    ["400 none", "201 none", "202 none"],
  ],
  ["cases that return", `switch (kind) { case "a": return res.status(201).end(); case "b": return res.status(202).end(); } res.status(400).end();`, ["201 none", "202 none", "400 none"]],
  [
    "a case that falls through", `switch (kind) { case "a": case "b": res.status(201).end(); break; default: res.status(400).end(); }`,
    ["201 none", "400 none"],
  ],
  [
    "a status that falls through", `switch (kind) { case "a": res.status(201); case "b": res.json({ id }); break; default: res.status(400).end(); }`,
    ["201 resource", "200 resource", "400 none"],
  ],
  [
    "default in the middle", `switch (kind) { case "a": res.status(201).end(); break; default: res.status(400).end(); break; case "b": res.status(202).end(); }`,
    ["201 none", "400 none", "202 none"],
  ],
  [
    "default in the middle that falls", `switch (kind) { case "a": res.status(201); break; default: res.status(400); case "b": res.json({ id }); return; } res.end();`,
    ["200 resource", "400 resource", "201 none"],
  ],
  ["no default", `switch (kind) { case "a": return res.status(201).end(); }`, ["201 none", "silence"]],
  [
    "switch (true)", `switch (true) { case !user: return res.status(404).end(); case user.banned: return res.status(403).end(); default: res.end(); }`,
    ["404 none", "403 none", "200 none"],
  ],
  [
    "cases that contradict a guard", `if (kind === "a") return res.status(201).end(); switch (kind) { case "a": return res.status(500).end(); default: return res.end(); }`,
    ["201 none", "200 none"],
  ],
  ["an empty switch", `switch (kind) {} res.end();`, ["200 none"]],
];

describe.each([["branches", branches], ["conditions that hang together", correlated], ["values that change", changing], ["switches", switches]] as const)(
  "%s", (_theme, samples) => {
    it.each(samples)("%s", (_name, statements, lines) => {
      expect(ends(statements)).toEqual(lines);
    });
  });
