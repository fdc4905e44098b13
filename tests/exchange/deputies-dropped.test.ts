/** Functions beside a handler that take a status and never set it: their callers get the framework's own, and are not to blame. */
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../src/exchange/model.ts";
import { projectOf } from "../support/project.ts";
import type { Project } from "../support/project.ts";
import { express } from "./handler.ts";
import { read } from "./source.ts";

let project: Project | undefined;

afterEach(() => {
  project?.remove();
  project = undefined;
});

/** The only code of each answer; `open` where another one was meant. */
const codesOf = (exchanges: readonly Exchange[]) => exchanges.flatMap(({ responses }) => responses.map(({ status }) => status.code ?? `${status.codes.join("|")} open`));

const calling = (beside: string, statements: string): readonly Exchange[] => read(express(`${beside}\napp.get("/", (req, res) => {\n${statements}\n});`));

const send = `function send(res, statusCode, message) { res.json({ success: statusCode < 400, message }); }`;
const optional = `function send(res, message, status = 500) { res.json({ success: status < 400, message }); }`;
const setting = `function send(res, statusCode, message) { res.status(statusCode).json({ message }); }`;

type Row = readonly [name: string, beside: string, statements: string, codes: readonly (number | string)[]];

const known: readonly Row[] = [
  ["a function that sets it", setting, `send(res, 404, "No user");`, [404]],
  ["the status that is sent all the same", send, `send(res, 200, "Done");`, [200]],
  ["a status that the handler sets", send, `res.status(404); send(res, 404, "No user");`, [404]],
  ["a parameter that is no status", `function send(res, code, message) { res.json({ code, message }); }`, `send(res, 1001, "No user");`, [200]],
  ["a status that nobody gives", `function send(res, message, statusCode) { res.json({ message }); }`, `send(res, "Done");`, [200]],
  ["a status that may be set", `function send(res, statusCode, message) { if (statusCode > 200) res.status(400); res.json({ message }); }`, `send(res, 200, "Done");`, [200]],
];

const meant: readonly Row[] = [
  ["a status", send, `send(res, 404, "No user");`, ["200 open"]],
  ["a constant", `const MISSING = 404;\n${send}`, `send(res, MISSING, "No user");`, ["200 open"]],
  ["a status that run time knows", send, `send(res, req.code, "No user");`, ["200 open"]],
  ["a default", optional, `send(res, "No user");`, ["200 open"]],
  ["success and failure", send, `if (!req.user) return send(res, 404, "No user"); send(res, 200, "Done");`, ["200 open", 200]],
  ["a function between them", `${send}\nconst missing = (res, message) => send(res, 404, message);`, `missing(res, "No user");`, ["200 open"]],
];

describe("the status of a call", () => {
  it.each(known)("is known with %s", (_name, beside, statements, codes) => {
    expect(codesOf(calling(beside, statements))).toEqual(codes);
  });

  it.each(meant)("is not what was meant with %s", (_name, beside, statements, codes) => {
    expect(codesOf(calling(beside, statements))).toEqual(codes);
  });

  it("is not what was meant where another file drops it", () => {
    const text = express(`const Reply = require("./reply");\napp.get("/", (req, res) => { if (!req.user) return Reply.missing(res, "No user"); Reply.created(res, req.user); });`);
    project = projectOf({
      "reply.js": `class Reply {
        static send(res, statusCode, message) { res.json({ success: statusCode < 400, message }); }
        static missing(res, message) { this.send(res, 404, message); }
        static created(res, user) { this.send(res, 201, user); }
      }
      module.exports = Reply;`,
      "users.js": text,
    });
    expect(codesOf(project.read("users.js", text))).toEqual(["200 open", "200 open"]);
  });
});
