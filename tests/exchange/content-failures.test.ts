import { describe, expect, it } from "vitest";
import { responsesIn } from "./handler.ts";

/** The certainty of the failure that each answer tells, or `-`. */
const failures = (statements: string): string[] => responsesIn(statements).map(({ content }) => content.failure?.certainty ?? "-");

const caught = (statement: string): string => `try { await save(); } catch (err) { ${statement} return; } next();`;

const strong: readonly string[] = [
  `res.json({ success: false });`,
  `res.json({ success: false, message: "No such user" });`,
  `res.json({ success: false, message: "No such user", data: null });`,
  `res.json({ ok: false, error });`,
  `res.json({ error: "No such user" });`,
  `res.json({ error: "No such user", code: 7 });`,
  "res.json({ error: `No user ${id}` });",
  `res.json({ error: "No user " + id });`,
  `res.json({ error: { message: "No such user" } });`,
  `res.json({ error: { code: 7, message: "No such user" } });`,
  `res.json({ errors: ["Name is required"] });`,
  `res.json({ errors: [{ message: "Name is required" }] });`,
  `res.json({ error: true, message: "No such user" });`,
  `res.json({ status: "error", message: "No such user" });`,
  `res.json({ status: "fail", message: "No such user", data: null });`,
  `res.json({ error: new Error("x") });`,
  `res.json(new Error("x"));`,
  `res.json({ "error": "No such user" });`,
  `const body = { error: "No such user" }; res.json(body);`,
  `const body = {}; body.error = "No such user"; res.json(body);`,
  `const body = { success: true }; body.success = false; res.json(body);`,
  `const body = { success: true, data: null }; body.success = false; body.message = "x"; res.json(body);`,
  `const error = "No such user"; res.json({ error });`,
  `const message = "No such user"; res.json({ success: false, message });`,
  `const texts = { missing: "No such user" }; res.json({ error: texts.missing });`,
  caught(`res.json(err);`),
  caught(`res.json({ error: err });`),
  caught(`res.json({ error: err.message });`),
  caught(`res.json({ message: err.message });`),
  caught(`res.json({ success: false, message: err.message });`),
  caught(`res.json({ error: String(err) });`),
  caught(`res.json({ error: err.toString() });`),
  caught("res.json({ error: `Failed: ${err.message}` });"),
  caught(`res.json({ error: err.message || "x" });`),
  caught(`res.json({ error: err?.message ?? "x" });`),
  caught(`res.json({ error: err instanceof Error ? err.message : "x" });`),
  caught(`const { message } = err; res.json({ error: message });`),
  caught(`const message = err.message; res.json({ message });`),
  caught(`res.send(err.message);`),
  caught(`res.end(JSON.stringify({ error: err.message }));`),
];

const weak: readonly string[] = [
  `res.send("User not found");`,
  `res.json({ message: "User not found" });`,
  `res.json("Invalid password");`,
  `res.json({ msg: "Something went wrong" });`,
];

const none: readonly string[] = [
  `res.json({ error: null });`,
  `res.json({ error: false, data });`,
  `res.json({ error: undefined, data });`,
  `res.json({ error: "" , data });`,
  `res.json({ error: "OK" });`,
  `res.json({ error: job.error });`,
  `res.json({ error: x ?? undefined, data });`,
  `res.json({ status: "failed", error: job.error });`,
  `res.json({ success: job.status !== "failed" });`,
  `res.json({ success: done });`,
  `res.json({ errors: [] });`,
  `res.json({ success: [], errors: [] });`,
  `res.json({ success: saved, errors: failed });`,
  `res.json({ status: "invalid" });`,
  `res.json({ health: "GOOD" });`,
  `res.json({ valid: false });`,
  `res.json({ success: true, error: "none of your business" });`,
  `res.json({ message: "Permissions updated" });`,
  `res.json({ message: "Authentication successful" });`,
  `res.json({ message: "Invalidated 3 links" });`,
  `res.json({ message: "User created" });`,
  `res.json({ message: "No errors found" });`,
  `res.json({ errorCount: 3, items });`,
  `res.json({ failed: 3, done: 4 });`,
  `res.json({ name, description: "Something went wrong on the way to the moon" , id });`,
  `res.json({ posts, title: "Page not found and other stories" });`,
  `res.json({ data: { error: "in a log line" } });`,
  `res.json({ logs: [{ error: "x" }] });`,
  `res.json({ user, error: flash("error") });`,
  `res.render("login", { error: "Wrong password" });`,
  `res.redirect("/login?error=1");`,
  `res.send("<h1>Not found</h1>");`,
  `res.json(errors);`,
  `res.json({ exists: false });`,
  `const body = { success: false }; body.success = true; res.json(body);`,
  `const body = { error: "x" }; delete body.error; res.json(body);`,
  `const body = { error: "x" }; body.error = null; res.json(body);`,
  `let error = "x"; error = null; res.json({ error, id });`,
];

describe("failures by the form of the content", () => {
  it.each(strong)("%s", (statements) => {
    expect(failures(statements)).toEqual(["strong"]);
  });
});

describe("failures by words alone", () => {
  it.each(weak)("%s", (statements) => {
    expect(failures(statements)).toEqual(["weak"]);
  });
});

describe("no failure", () => {
  it.each(none)("%s", (statements) => {
    expect(failures(statements)).toEqual(["-"]);
  });

  it("is told by the status alone", () => {
    expect(failures(`res.status(400).json({ message: "Try again" });`)).toEqual(["-"]);
  });
});

describe("the message in the content", () => {
  const said = (statements: string): (string | undefined)[] => responsesIn(statements).map(({ content }) => content.says);
  it.each([
    [`res.json({ message: "User created" });`, "User created"],
    [`res.json({ error: { message: "No user" } });`, "No user"],
    [`res.json({ error: { details: { reason: "No user" } } });`, "No user"],
    ["res.json({ message: `No user ${id}` });", "No user …"],
    [`res.json({ message: "No user " + id });`, "No user …"],
    [`res.send("No user");`, "No user"],
    [`res.json({ message: err.message || "No user" });`, "No user"],
    [`res.json({ id: 1 });`, undefined],
    [`const message = "No user"; res.json({ message });`, "No user"],
    [`const message = ok ? "One" : "Two"; res.json({ message: "Fixed" });`, "Fixed"],
    [`res.json({ msg: "One", message: "Two" });`, "One"],
    [`res.json({ data: { message: "of the resource" } });`, undefined],
  ])("%s says %s", (statements, says) => {
    expect(said(statements)).toEqual([says]);
  });

  it("lists the members of an object", () => {
    const [response] = responsesIn(`res.json({ id: 1, "name": name, [key]: 2, ...rest });`);
    expect(response!.content.members).toEqual(["id", "name"]);
  });
});
