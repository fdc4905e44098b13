/** Answers that a function of the file gives for the handler. */
import { rule } from "../../src/rules/no-error-in-success.ts";
import { on } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const send = "\n  const send = (res, data, status = 200) => res.status(status).json(data);";
const fail = "\n  const fail = (res, message) => res.json({ success: false, message });";
const drop = "\n  const drop = (res, statusCode, message) => res.json({ success: statusCode < 400, message });";
const get = (answer: string, beside: string): string =>
  on('get("/users/:id"', `const user = await User.findById(req.params.id); if (!user) return ${answer}; res.json(user);`, beside);

const failure = (quote: string) => ({ messageId: "failure", data: { title: "200 OK", failure: quote, role: "endpoint" } });

run(rule, {
  silent: {
    "404 as an argument": get(`send(res, { error: "User not found" }, 404)`, send),
    "a status that the function drops": get(`drop(res, 404, "User not found")`, drop),
    "a status that the function drops for another one": get(`missing(res)`, `${drop}\n  const missing = (res) => drop(res, 404, "User not found");`),
    "what was asked for": get(`send(res, { id: 1 })`, send),
  },
  reports: {
    "a default": {
      code: get(`send(res, { error: "User not found" })`, send), at: `send(res, { error: "User not found" })`,
      ...failure('error: "User not found"'),
      cures: [{ tier: "evident", messageId: "answer", data: { title: "404 Not Found" }, output: get(`send(res, { error: "User not found" }, 404)`, send) }],
    },
    "200 for a function that drops it": {
      code: get(`drop(res, 200, "User not found", { success: false })`, drop.replace("message)", "message, more)").replace("message }", "message, ...more }")),
      at: `drop(res, 200, "User not found", { success: false })`, ...failure("success: false"), cures: [],
    },
    "inside the function": { code: get(`fail(res, "User not found")`, fail), at: `fail(res, "User not found")`, ...failure("success: false"), cures: [] },
  },
});
