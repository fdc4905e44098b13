import { describe, expect, it } from "vitest";
import { responsesIn } from "./handler.ts";

type Shape = readonly [content: string, shape: string];

const shapeOf = (statements: string): string[] => responsesIn(statements).map(({ content }) => content.shape);

const shapes: readonly Shape[] = [
  [`res.json();`, "none"],
  [`res.end();`, "none"],
  [`res.send("");`, "none"],
  [`res.send(null);`, "none"],
  [`res.send(undefined);`, "none"],
  [`res.json(null);`, "unknown"],
  [`res.json({});`, "acknowledgement"],
  [`res.json({ success: true });`, "acknowledgement"],
  [`res.json({ message: "User deleted" });`, "acknowledgement"],
  [`res.json({ success: true, message: "User deleted" });`, "acknowledgement"],
  [`res.json({ ok: true });`, "acknowledgement"],
  [`res.json({ status: "success" });`, "acknowledgement"],
  [`res.json({ status: 200, message: "Done" });`, "acknowledgement"],
  [`res.send("Deleted");`, "acknowledgement"],
  [`res.json("Deleted");`, "acknowledgement"],
  [`res.json(true);`, "acknowledgement"],
  ["res.json({ message: `User ${id} deleted` });", "acknowledgement"],
  [`res.json({ message: "User " + id + " deleted" });`, "acknowledgement"],
  [`res.sendStatus(200);`, "acknowledgement"],
  [`res.sendStatus(500);`, "failure"],
  [`res.status(404).send("Nothing here");`, "failure"],
  [`res.status(404).json({ message: "Nothing here" });`, "failure"],
  [`res.json({ id: 1 });`, "resource"],
  [`res.json({ success: true, user });`, "resource"],
  [`res.json({ message: "Created", data: user });`, "resource"],
  [`res.json({ ...user });`, "resource"],
  [`res.json({ ...user, message: "Created" });`, "resource"],
  [`const user = await User.findById(id); res.json(user);`, "resource"],
  [`const address = await load(); res.json(address);`, "resource"],
  [`const status = await load(); res.json(status);`, "resource"],
  [`res.json(req.user);`, "resource"],
  [`const user = users.find((one) => one.id === id); res.json(user);`, "resource"],
  [`const user = users.find((one) => one.id === id); res.json({ user });`, "resource"],
  [`res.json([]);`, "collection"],
  [`const users = await User.find(); res.json(users);`, "collection"],
  [`res.json(await User.find({ active: true }));`, "collection"],
  [`res.json({ users: await User.find() });`, "collection"],
  [`res.json(rows.map((row) => row.id));`, "collection"],
  [`res.json({ success: true, data: users.map((user) => user.id) });`, "collection"],
  [`res.send(JSON.stringify({ id: 1 }));`, "resource"],
  [`res.end(JSON.stringify({ error: "bad" }));`, "failure"],
  [`res.render("index");`, "page"],
  [`res.send("<h1>Hello</h1>");`, "page"],
  [`res.send(\`<!doctype html><p>\${name}</p>\`);`, "page"],
  [`res.sendFile(path);`, "stream"],
  [`res.download(path);`, "stream"],
  [`file.pipe(res);`, "stream"],
  [`res.redirect("/a");`, "redirect"],
  [`res.redirect(301, "/a");`, "redirect"],
  [`res.json(build(req));`, "unknown"],
  [`res.send(buffer());`, "unknown"],
];

describe("the form of content", () => {
  it.each(shapes)("%s is %s", (statements, shape) => {
    expect(shapeOf(statements)).toEqual([shape]);
  });
});

const present: readonly (readonly [statements: string, present: boolean | undefined])[] = [
  [`res.json({ id: 1 });`, true],
  [`res.json(null);`, true],
  [`res.json(user);`, true],
  [`res.send("a");`, true],
  [`res.send(user);`, undefined],
  [`res.send();`, false],
  [`res.status(204).json({ id: 1 });`, false],
  [`res.status(304).end("a");`, false],
  [`res.status(205).json({ id: 1 });`, false],
  [`res.status(205).end("a");`, true],
  [`res.sendStatus(204);`, false],
  [`res.sendStatus(200);`, true],
  [`res.render("a");`, true],
  [`res.write("a"); res.end();`, true],
  [`res.status(204); res.write("a"); res.end();`, false],
];

describe("whether content follows the head", () => {
  it.each(present)("%s: %s", (statements, expected) => {
    expect(responsesIn(statements).map(({ content }) => content.present)).toEqual([expected]);
  });
});
