import { describe, expect, it } from "vitest";
import { ends, responsesIn } from "./handler.ts";
import type { Sample } from "./handler.ts";

const samples: readonly Sample[] = [
  ["try and catch", `try { const user = await load(); res.json({ user }); } catch (err) { res.status(500).json({ error: "x" }); }`, ["200 resource", "500 failure"]],
  ["a status before the throw reaches the catch", `try { res.status(201); await save(); res.end(); } catch (err) { res.json({ error: err.message }); }`, ["201 none", "201 failure"]],
  [
    "a status between two calls that may throw", `try { await one(); res.status(201); await two(); res.end(); } catch (err) { res.json({ error: "x" }); }`,
    ["201 none", "200 failure", "201 failure"],
  ],
  ["a catch that overrides the status", `try { res.status(201); await save(); res.end(); } catch { res.status(500).end(); }`, ["201 none", "500 none"]],
  ["a status, then a throw", `try { res.status(400); throw new Error("bad"); } catch (err) { res.json({ error: err.message }); }`, ["400 failure"]],
  [
    "two statuses, two throws",
    `try { if (!a) { res.status(400); throw new Error("a"); } if (!b) { res.status(404); throw new Error("b"); } res.json({ id }); } catch (err) { res.json({ error: err.message }); }`,
    ["200 resource", "400 failure", "404 failure"],
  ],
  ["a try that cannot throw", `try { res.status(201).end(); } catch { res.status(500).end(); }`, ["201 none", "500 none"]],
  ["an answer after the whole", `try { await save(); } catch (err) { return res.status(500).end(); } res.status(201).end();`, ["500 none", "201 none"]],
  ["a catch that answers and goes on", `try { await save(); } catch (err) { res.status(500).end(); } res.status(201).end();`, ["500 none", "201 none"]],
  ["a catch that only logs", `try { await save(); res.status(201).end(); } catch (err) { console.error(err); }`, ["201 none", "silence"]],
  ["a catch that hands on", `try { await save(); res.status(201).end(); } catch (err) { next(err); }`, ["201 none"]],
  ["a catch that throws again", `try { await save(); res.status(201).end(); } catch (err) { throw err; }`, ["201 none"]],
  ["finally that answers", `try { await save(); res.status(201); } catch { res.status(500); } finally { res.end(); }`, ["201 none", "500 none"]],
  ["finally that only cleans up", `try { await save(); res.status(201).end(); } catch { res.status(500).end(); } finally { db.close(); }`, ["201 none", "500 none"]],
  ["try and finally without a catch", `try { await save(); res.status(201).end(); } finally { db.close(); }`, ["201 none"]],
  ["finally after a return", `try { return res.status(201).end(); } finally { db.close(); }`, ["201 none"]],
  ["finally that answers after a return", `try { if (!ok) { res.status(400); return; } res.status(201); } finally { res.end(); }`, ["400 none", "201 none"]],
  ["finally that answers after an uncaught throw", `try { res.status(503); throw new Error("x"); } finally { res.end(); }`, ["503 none"]],
  ["finally that returns", `try { throw new Error("x"); } finally { return res.status(503).end(); }`, ["503 none"]],
  [
    "a nested try", `try { try { await one(); } catch { return res.status(400).end(); } await two(); res.end(); } catch { res.status(500).end(); }`,
    ["400 none", "200 none", "500 none"],
  ],
  [
    "an inner catch that throws to the outer one", `try { try { await one(); } catch (err) { res.status(404); throw err; } res.end(); } catch (err) { res.json({ error: "x" }); }`,
    ["200 none", "404 failure"],
  ],
  ["an inner try without a catch", `try { try { await one(); res.end(); } finally { close(); } } catch { res.status(500).end(); }`, ["200 none", "500 none"]],
  ["a throw in a branch", `try { if (!ok) throw new Error("bad"); res.end(); } catch (err) { res.status(400).end(); }`, ["200 none", "400 none"]],
  ["a throw in a closure", `const fail = () => { res.status(409); throw new Error("x"); }; try { if (!ok) fail(); res.end(); } catch { res.json({ error: "x" }); }`, ["200 none", "409 failure"]],
  ["a throw after the answer adds none", `try { res.json({ id }); throw new Error("late"); } catch { res.status(500).end(); }`, ["200 resource"]],
  ["a loop in a try", `try { for (const a of as) { await save(a); } res.end(); } catch { res.status(500).end(); }`, ["200 none", "500 none"]],
  ["a guard of the try does not hold in the catch", `try { if (!ok) { await undo(); return res.status(400).end(); } await save(); res.end(); } catch { if (!ok) return res.status(409).end(); res.status(500).end(); }`, ["400 none", "200 none", "409 none", "500 none"]],
  ["a destructured error", `try { await save(); res.end(); } catch ({ message }) { res.status(500).json({ error: message }); }`, ["200 none", "500 failure"]],
  [
    "a dispatch on the error", `try { await save(); res.end(); } catch (err) { if (err.code === 11000) return res.status(409).end(); res.status(500).end(); }`,
    ["200 none", "409 none", "500 none"],
  ],
  ["a status kept in a let", `let status = 200; try { await save(); status = 201; } catch { status = 500; } res.status(status).end();`, ["201 none", "500 none"]],
  ["a method call on a member may throw", `try { const id = req.params.id.trim(); res.json({ id }); } catch { res.status(400).end(); }`, ["200 resource", "400 none"]],
  ["reading a member may throw", `try { const { name } = req.body.user; res.json({ name }); } catch { res.status(400).end(); }`, ["200 resource", "400 none"]],
];

describe("errors in their way", () => {
  it.each(samples)("%s", (_name, statements, lines) => {
    expect(ends(statements).toSorted()).toEqual(lines.toSorted());
  });

  it("knows what stands in a catch", () => {
    const responses = responsesIn(`
      try { await save(); res.json({ id: 1 }); }
      catch (err) { res.status(500).json({ error: err.message }); }
    `);
    expect(responses.map(({ onFailure }) => onFailure)).toEqual([undefined, "caught"]);
  });

  it("does not take what stands after the catch for a failure", () => {
    const responses = responsesIn(`
      try { await save(); } catch (err) { console.error(err); }
      res.json({ id: 1 });
    `);
    expect(responses.map(({ onFailure }) => onFailure)).toEqual([undefined]);
  });
});
