/** A route for a single thing beside the one of the collection makes a creation of what a service stores. */
import { rule } from "../../src/rules/prefer-created.ts";
import { run } from "../support/rule-tester.ts";

const program = (statements: string, beside: string, route = "/users"): string => `
  import express from "express";
  const router = express.Router();
  router.post("${route}", async (req, res) => { ${statements} });
  ${beside}
`;
const stored = "const user = await users.createUser(req.body); res.json(user);";
const item = 'router.get("/users/:id", show);';
const created = (beside: string, before = stored, after = "const user = await users.createUser(req.body); res.status(201).json(user);", route = "/users") => ({
  code: program(before, beside, route), at: "res.json(user)", messageId: "created", data: { title: "200 OK" },
  cures: [{ tier: "evident" as const, messageId: "answer", data: { title: "201 Created" }, output: program(after, beside, route) }],
});

run(rule, {
  silent: {
    "no route for one": program(stored, 'router.get("/users", list);'),
    "a route for one of something else": program(stored, 'router.get("/posts/:id", show);'),
    "a deeper route": program(stored, 'router.get("/users/:id/posts", list);'),
    "a route with a name": program(stored, 'router.get("/users/me", show);'),
    "a POST on one": program(stored, 'router.post("/users/:id", change);'),
    "what is not shown": program("await users.createUser(req.body); res.json({ ok: true });", item),
    "what is not stored": program("const user = await users.find(req.body); res.json(user);", item),
    "a failure": program("const user = await users.createUser(req.body); res.json({ success: false, error: 'Taken', user });", item),
    "a session": program("const session = await sessions.createSession(req.body); res.json(session);", 'router.delete("/login/:id", end);', "/login"),
  },
  reports: {
    "a route for one": created(item),
    "a route that takes one away": created('router.delete("/users/:userId", remove);'),
    "links of a route": created('router.route("/users/:id").put(change).delete(remove);'),
    "the root of a router": created('router.patch("/:id", change);', stored, undefined, "/"),
  },
});
