/** Answers that a function of the file gives for the handler. */
import { rule } from "../../src/rules/prefer-created.ts";
import { on } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const ok = "\n  const ok = (res, data, status = 200) => res.status(status).json({ data });";
const plain = "\n  const plain = (res, data) => res.json({ data });";
const post = (answer: string, beside: string): string => on('post("/users"', `const user = await User.create(req.body); ${answer};`, beside);
const created = { messageId: "created", data: { title: "200 OK" } };
const cures = (output: string) => [{ tier: "evident" as const, messageId: "answer", data: { title: "201 Created" }, output }];

run(rule, {
  silent: {
    "201 as an argument": post("ok(res, user, 201)", ok),
    "201 for a function that drops it": post("drop(res, user, 201)", "\n  const drop = (res, data, statusCode) => res.json({ data });"),
  },
  reports: {
    "a default": { code: post("ok(res, user)", ok), at: "ok(res, user)", ...created, cures: cures(post("ok(res, user, 201)", ok)) },
    "200 as an argument": { code: post("ok(res, user, 200)", ok), at: "ok(res, user, 200)", ...created, cures: cures(post("ok(res, user, 201)", ok)) },
    "the status of the framework": { code: post("plain(res, user)", plain), at: "plain(res, user)", ...created, cures: [] },
  },
});
