import { rule } from "../../src/rules/prefer-no-content.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const remove = (statements: string, imports?: string): string => on('delete("/users/:id"', statements, imports);
const deleted = "await User.deleteOne({ id: req.params.id });";

const empty = { messageId: "empty", data: { title: "200 OK" } };
const acknowledged = { messageId: "acknowledged", data: { title: "200 OK" } };
/** `--fix` never takes content away. */
const checked = { options: { checkAcknowledgements: true }, settings: { fix: "evident" as const } };

const answer = (tier: "evident" | "choice", output: string) => [{ tier, messageId: "answer", data: { title: "204 No Content" }, output }];

/** A DELETE without content, by its answer before and after. */
const nothing = (before: string, after: string, at = before) => ({
  code: remove(`${deleted} ${before};`), at, ...empty, cures: answer("evident", remove(`${deleted} ${after};`)),
});

/** The description of a route promises 200. */
const described = (answer: string, code: number) =>
  on(`delete("/users/:id", describe({ responses: { ${code}: { description: "Deleted" } } })`, `${deleted} ${answer};`);

run(rule, {
  silent: {
    "a 200 that the description of the route promises": described("res.status(200).end()", 200),
    ...withOptions(checked.options, {
      // It is said already, or something else is.
      "204": remove(`${deleted} res.status(204).end();`),
      "204 by sendStatus": remove(`${deleted} res.sendStatus(204);`),
      "204 in a statement before": remove(`${deleted} res.status(204); res.end();`),
      "204 in an assignment": remove(`${deleted} res.statusCode = 204; res.end();`),
      "204 in writeHead": remove(`${deleted} res.writeHead(204); res.end();`),
      "202 for work that waits": remove("await queue.add(req.params.id); res.status(202).end();"),
      "a redirect": remove(`${deleted} res.redirect("/users");`),
      "a status that only run time knows": remove("res.status(await drop(req.params.id)).end();"),
      "a status from a function of another file": remove("answer(res, 204); res.end();"),

      // There is something to say.
      "what was done instead": remove('await User.updateOne({ id: req.params.id }, { active: false }); res.json({ success: true, message: "User has been deactivated" });'),
      "an acknowledgement beside a failure with the same status": remove(`try { ${deleted} res.json({ message: "Deleted" }); } catch (error) { res.json({ message: error.message }); }`),
      "a cancellation": on('delete("/orders/:id"', 'await Order.updateOne({ id: req.params.id }, { state: 3 }); res.json({ message: "Order cancelled" });'),
      "an acknowledgement of what only the name tells to be a DELETE": "export const deleteUser = async (req, res) => { await User.deleteOne({ id: req.params.id }); res.json({ success: true }); };",
      "what was deleted": remove("const user = await User.findByIdAndDelete(req.params.id); res.json(user);"),
      "what was deleted, in an envelope": remove("const user = await User.findByIdAndDelete(req.params.id); res.json({ success: true, data: user });"),
      "the id of what was deleted": remove(`${deleted} res.json({ id: req.params.id });`),
      "a count": on('delete("/users"', "const { deletedCount } = await User.deleteMany(req.query); res.json({ deletedCount });"),
      "a count in a message": on('delete("/users"', "const { deletedCount } = await User.deleteMany(req.query); res.json({ message: `${deletedCount} users deleted` });"),
      "what is left": remove(`${deleted} res.json(await User.find());`),
      "a page": remove(`${deleted} res.render("users");`),
      "a stream": remove(`${deleted} res.write(await report()); res.end();`),
      "a message and what was deleted": remove("const user = await User.findByIdAndDelete(req.params.id); res.json({ message: \"User deleted\", user });"),

      // The answer tells a failure.
      "nothing to delete": remove("const user = await User.findByIdAndDelete(req.params.id); if (!user) return res.sendStatus(404); res.sendStatus(204);"),
      "a failure, which another rule reports": remove("const user = await User.findByIdAndDelete(req.params.id); if (!user) return res.json({ success: false }); res.sendStatus(204);"),
      "a failing branch": remove("try { await drop(req.params.id); res.sendStatus(204); } catch (error) { res.end(); }"),

      // It is no DELETE.
      "a GET": on('get("/ping"', "res.sendStatus(200);"),
      "a POST": on('post("/users/:id/remove"', `${deleted} res.sendStatus(200);`),
      "a method that is not known": 'import express from "express"; export const drop = (req, res) => { res.end(); };',
      "every method": 'import express from "express"; express().all("/users/:id", (req, res) => { res.end(); });',
      "an answer to whatever method": 'import http from "node:http"; http.createServer((req, res) => { if (req.method === "DELETE") drop(req.url); res.end(); });',
      "a middleware": on('delete("/users/:id", (req, res, next) => { if (req.query.dry) { res.locals.dry = true; } next(); }', "res.sendStatus(204);"),
      "a client": 'import axios from "axios"; const res = await axios.delete("/users/1"); res.end();',
      "a mock in a test": 'import { vi } from "vitest"; const res = { end: vi.fn(), sendStatus: vi.fn() }; res.sendStatus(200);',
    }),

    "an acknowledgement": remove(`${deleted} res.json({ message: "User deleted" });`),
    "a flag": remove(`${deleted} res.json({ success: true });`),
    "a text": remove(`${deleted} res.send("User deleted");`),
    "a DELETE that only its name tells": `exports.deleteUser = async (req, res) => { ${deleted} res.sendStatus(200); };`,
    "an acknowledgement where the house wants content": {
      code: remove(`${deleted} res.json({ success: true });`), settings: { conventions: { acknowledgement: "content" } },
    },
  },
  reports: {
    "a 200 that a description promises, in strict": {
      code: described("res.status(200).end()", 200), options: { checkDeclared: true }, at: "res.status(200).end()", ...empty,
      cures: answer("choice", described("res.status(204).end()", 200)),
    },
    "a 200 where a description promises 204": {
      code: described("res.status(200).end()", 204), at: "res.status(200).end()", ...empty, cures: answer("evident", described("res.status(204).end()", 204)),
    },
    "end": nothing("res.end()", "res.status(204).end()"),
    "send": nothing("res.send()", "res.status(204).send()"),
    "json": nothing("res.json()", "res.status(204).json()"),
    "an empty text": nothing('res.send("")', 'res.status(204).send("")'),
    "a written 200": nothing("res.status(200).end()", "res.status(204).end()"),
    "the reason phrase": nothing("res.sendStatus(200)", "res.sendStatus(204)"),
    "two statements": nothing("res.status(200); res.end()", "res.status(204); res.end()", "res.end()"),
    "an assigned statusCode": nothing("res.statusCode = 200; res.end()", "res.statusCode = 204; res.end()", "res.end()"),
    "writeHead": nothing("res.writeHead(200); res.end()", "res.writeHead(204); res.end()", "res.end()"),
    "a constant of http-status-codes": {
      code: remove(`${deleted} res.sendStatus(StatusCodes.OK);`, 'import { StatusCodes } from "http-status-codes";'),
      at: "res.sendStatus(StatusCodes.OK)", ...empty,
      cures: answer("evident", remove(`${deleted} res.sendStatus(StatusCodes.NO_CONTENT);`, 'import { StatusCodes } from "http-status-codes";')),
    },
    "a constant of http-status": {
      code: remove(`${deleted} res.status(status.OK).end();`, 'import status from "http-status";'),
      at: "res.status(status.OK).end()", ...empty,
      cures: answer("evident", remove(`${deleted} res.status(status.NO_CONTENT).end();`, 'import status from "http-status";')),
    },
    "a promise": {
      code: remove("User.deleteOne({ id: 1 }).then(() => res.end()).catch(next);"),
      at: "res.end()", ...empty, cures: answer("evident", remove("User.deleteOne({ id: 1 }).then(() => res.status(204).end()).catch(next);")),
    },
    "a callback": {
      code: remove("User.deleteOne({ id: 1 }, (err) => { if (err) return next(err); res.sendStatus(200); });"),
      at: "res.sendStatus(200)", ...empty,
      cures: answer("evident", remove("User.deleteOne({ id: 1 }, (err) => { if (err) return next(err); res.sendStatus(204); });")),
    },
    "a handler that a route names": {
      code: `import express from "express"; express.Router().delete("/users/:id", drop); async function drop(req, res) { ${deleted} res.end(); }`,
      at: "res.end()", ...empty,
      cures: answer("evident", `import express from "express"; express.Router().delete("/users/:id", drop); async function drop(req, res) { ${deleted} res.status(204).end(); }`),
    },
    "a guard on the method in a server of Node.js": {
      code: `
        import http from "node:http";
        http.createServer((req, res) => {
          if (req.method === "DELETE") {
            drop(req.url);
            res.end();
            return;
          }
          res.end("ok");
        });
      `,
      at: "res.end()", ...empty,
      cures: answer("evident", `
        import http from "node:http";
        http.createServer((req, res) => {
          if (req.method === "DELETE") {
            drop(req.url);
            res.statusCode = 204;
            res.end();
            return;
          }
          res.end("ok");
        });
      `),
    },
    "an answer that a GET shares": {
      code: 'import express from "express"; const answer = (req, res) => { res.sendStatus(200); }; express.Router().route("/users/:id").get(answer).delete(answer);',
      at: "res.sendStatus(200)", ...empty,
    },

    // Acknowledgements, when they are checked.
    "a message": {
      ...checked,
      code: remove(`${deleted} res.json({ message: "User deleted" });`),
      at: 'res.json({ message: "User deleted" })', ...acknowledged, cures: answer("choice", remove(`${deleted} res.status(204).end();`)),
    },
    "a flag under a written 200": {
      ...checked,
      code: remove(`${deleted} res.status(200).json({ success: true });`),
      at: "res.status(200).json({ success: true })", ...acknowledged, cures: answer("choice", remove(`${deleted} res.status(204).end();`)),
    },
    "a text": {
      ...checked,
      code: remove(`${deleted} res.send("User deleted");`),
      at: 'res.send("User deleted")', ...acknowledged, cures: answer("choice", remove(`${deleted} res.status(204).end();`)),
    },
    "an acknowledgement where the house wants none": {
      settings: { fix: "evident", conventions: { acknowledgement: "no-content" } },
      code: remove(`${deleted} res.json({ success: true });`),
      at: "res.json({ success: true })", ...acknowledged, cures: answer("choice", remove(`${deleted} res.status(204).end();`)),
    },
    "a message that a call makes": {
      ...checked,
      code: remove(`${deleted} res.json({ success: true, message: "Deleted" + suffix() });`),
      at: 'res.json({ success: true, message: "Deleted" + suffix() })', ...acknowledged,
    },
    "a DELETE that only its name tells": {
      ...checked,
      code: `exports.deleteUser = async (req, res) => { ${deleted} res.sendStatus(200); };`,
      at: "res.sendStatus(200)", ...empty, cures: answer("choice", `exports.deleteUser = async (req, res) => { ${deleted} res.sendStatus(204); };`),
    },
  },
});
