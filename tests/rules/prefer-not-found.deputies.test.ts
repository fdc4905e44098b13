/** Answers that a function of the file gives for the handler. */
import { rule } from "../../src/rules/prefer-not-found.ts";
import { on } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const sendError = "\n  const sendError = (res, status, message) => res.status(status).json({ error: message });";
const bad = "\n  const bad = (res, message) => res.status(400).json({ error: message });";
const get = (answer: string, beside: string): string =>
  on('get("/users/:id"', `const user = await User.findById(req.params.id); if (!user) return ${answer}; res.json(user);`, beside);
const missing = { messageId: "missing", data: { title: "400 Bad Request", right: "404 Not Found" } };

run(rule, {
  silent: {
    "404 as an argument": get(`sendError(res, 404, "User not found")`, sendError),
    "a status of run time": get(`sendError(res, status, "User not found")`, sendError),
  },
  reports: {
    "400 as an argument": {
      code: get(`sendError(res, 400, "User not found")`, sendError), at: `sendError(res, 400, "User not found")`, ...missing,
      cures: [{ tier: "evident", messageId: "answer", data: { title: "404 Not Found" }, output: get(`sendError(res, 404, "User not found")`, sendError) }],
    },
    "400 inside the function": { code: get(`bad(res, "User not found")`, bad), at: `bad(res, "User not found")`, ...missing, cures: [] },
  },
});
