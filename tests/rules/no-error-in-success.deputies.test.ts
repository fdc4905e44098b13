/** Answers that a function of the file gives for the handler. */
import { rule } from "../../src/rules/no-error-in-success.ts";
import { on } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const send = "\n  const send = (res, data, status = 200) => res.status(status).json(data);";
const fail = "\n  const fail = (res, message) => res.json({ success: false, message });";
const get = (answer: string, beside: string): string =>
  on('get("/users/:id"', `const user = await User.findById(req.params.id); if (!user) return ${answer}; res.json(user);`, beside);

const failure = (quote: string) => ({ messageId: "failure", data: { title: "200 OK", failure: quote, role: "endpoint" } });

run(rule, {
  silent: {
    "404 as an argument": get(`send(res, { error: "User not found" }, 404)`, send),
    "what was asked for": get(`send(res, { id: 1 })`, send),
  },
  reports: {
    "a default": {
      code: get(`send(res, { error: "User not found" })`, send), at: `send(res, { error: "User not found" })`,
      ...failure('error: "User not found"'),
      cures: [{ tier: "evident", messageId: "answer", data: { title: "404 Not Found" }, output: get(`send(res, { error: "User not found" }, 404)`, send) }],
    },
    "inside the function": { code: get(`fail(res, "User not found")`, fail), at: `fail(res, "User not found")`, ...failure("success: false"), cures: [] },
  },
});
