import { describe, expect, it } from "vitest";
import { responsesIn } from "./handler.ts";

/** The certainty and the words of the success that each answer tells, or `-`. */
const successes = (statements: string): string[] =>
  responsesIn(statements).map(({ content: { success } }) => (success ? `${success.certainty} ${success.quote}` : "-"));

const told: readonly (readonly [statements: string, success: string])[] = [
  // By a flag or a status word.
  [`res.json({ success: true });`, "strong success: true"],
  [`res.json({ ok: true, id });`, "strong ok: true"],
  [`res.json({ isSuccess: true });`, "strong isSuccess: true"],
  [`res.json({ status: "success", data: null });`, 'strong status: "success"'],
  [`res.json({ result: "Success" });`, 'strong result: "Success"'],
  [`res.json({ "success": true });`, "strong success: true"],
  [`res.end(JSON.stringify({ success: true }));`, "strong success: true"],
  [`const body = { success: true }; res.json(body);`, "strong success: true"],
  [`const body = { success: false }; body.success = true; res.json(body);`, "strong success: true"],
  [`const success = true; res.json({ success });`, "strong success: true"],
  // Whatever the words beside it say.
  [`res.json({ success: true, message: "User not found" });`, "strong success: true"],
  [`res.json({ success: true, error: "No such user" });`, "strong success: true"],
  // A spread may write the flag anew.
  [`res.json({ success: true, ...outcome });`, "weak success: true"],
  // By words alone.
  [`res.send("User created");`, 'weak "User created"'],
  [`res.json({ message: "Saved successfully" });`, 'weak "Saved successfully"'],
  [`res.json({ message: "User created", id });`, 'weak "User created"'],
  ["res.json({ message: `User ${name} created` });", 'weak "User … created"'],
];

const none: readonly string[] = [
  `res.json({ success: false });`,
  `res.json({ success: false, message: "User created" });`,
  `res.json({ success: "true" });`,
  `res.json({ success });`,
  `res.json({ success: !error });`,
  `res.json({ success: isSaved ? true : false });`,
  `res.json({ status: ok ? "success" : "error" });`,
  `res.json({ status: "ok" });`,
  `res.json({ status: "error", message: "Created" });`,
  `res.json({ data: { success: true } });`,
  `res.json({ message: "User not found" });`,
  `res.json({ message: "User created", error: "No mail was sent" });`,
  `res.json({ message: "Already created" });`,
  `res.json({ message: "Hello" });`,
  `res.json(outcome);`,
  `res.send(outcome);`,
  `res.send("<p>User created</p>");`,
  `res.sendStatus(200);`,
  `res.end();`,
  `let success = true; if (req.query.a) success = false; const body = { success }; res.json(body);`,
];

describe("the success that content tells", () => {
  it.each(told)("%s: %s", (statements, success) => {
    expect(successes(statements)).toEqual([success]);
  });

  it.each(none)("%s: none", (statements) => {
    expect([...new Set(successes(statements))]).toEqual(["-"]);
  });

  it("is told on the path on which it holds", () => {
    expect(successes(`let success = true; if (req.query.a) success = false; res.status(success ? 200 : 400); if (!success) return res.json({ success }); next();`)).toEqual(["-"]);
  });
});
