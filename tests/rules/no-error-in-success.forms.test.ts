/** The forms in which an answer and its handler are written. */
import { rule } from "../../src/rules/no-error-in-success.ts";
import { run } from "../support/rule-tester.ts";

const body = '{ error: "User not found" }';
const failure = { messageId: "failure", data: { title: "200 OK", failure: 'error: "User not found"', role: "endpoint" } };

/** The only change is to answer 404. */
const missing = (output: string) => [{ tier: "evident" as const, messageId: "answer", data: { title: "404 Not Found" }, output }];

/** The last statements of a handler that found no user. */
const on = (statements: string, before = ""): string => `
  import express from "express";
  ${before}
  express().get("/users/:id", async (req, res, next) => {
    const user = await User.findById(req.params.id);
    if (!user) {
      ${statements}
    }
    res.json(user);
  });
`;

const constants = (library: string): string => `import { StatusCodes } from "${library}";`;

/** The statements of a function that is a handler by its form. */
const inside = (status: string): string => `const user = await User.findById(req.params.id); if (!user) return res${status}.json(${body}); res.json(user);`;

const controller = (before: string, after: string) => ({
  code: before.replace("BODY", inside("")) + after, at: `res.json(${body})`, ...failure, cures: missing(before.replace("BODY", inside(".status(404)")) + after),
});

run(rule, {
  silent: {
    "no handler": `function print(user, out) { if (!user) return out.json(${body}); }`,
  },
  reports: {
    // How the answer is written.
    "a chain": {
      code: on(`return res.status(200).json(${body});`),
      at: `res.status(200).json(${body})`, ...failure, cures: missing(on(`return res.status(404).json(${body});`)),
    },
    "a chain with fields": {
      code: on(`return res.set("x-a", "1").status(200).type("json").send(${body});`),
      at: `res.set("x-a", "1").status(200).type("json").send(${body})`, ...failure,
      cures: missing(on(`return res.set("x-a", "1").status(404).type("json").send(${body});`)),
    },
    "a chain with fields and no status": {
      code: on(`return res.set("x-a", "1").json(${body});`),
      at: `res.set("x-a", "1").json(${body})`, ...failure, cures: missing(on(`return res.set("x-a", "1").status(404).json(${body});`)),
    },
    "two statements": {
      code: on(`res.status(200); return res.json(${body});`),
      at: `res.json(${body})`, ...failure, cures: missing(on(`res.status(404); return res.json(${body});`)),
    },
    "an assigned statusCode": {
      code: on(`res.statusCode = 200; return res.json(${body});`),
      at: `res.json(${body})`, ...failure, cures: missing(on(`res.statusCode = 404; return res.json(${body});`)),
    },
    "writeHead": {
      code: on(`res.writeHead(200, { "content-type": "application/json" }); return res.end(JSON.stringify(${body}));`),
      at: `res.end(JSON.stringify(${body}))`, ...failure,
      cures: missing(on(`res.writeHead(404, { "content-type": "application/json" }); return res.end(JSON.stringify(${body}));`)),
    },
    "an alias": {
      code: on(`const r = res; return r.json(${body});`),
      at: `r.json(${body})`, ...failure, cures: missing(on(`const r = res; return r.status(404).json(${body});`)),
    },
    "content in a variable": {
      code: on(`const body = ${body}; return res.json(body);`),
      at: "res.json(body)", ...failure, cures: missing(on(`const body = ${body}; return res.status(404).json(body);`)),
    },
    "one side of a choice": {
      code: `
        import express from "express";
        express().get("/users/:id", async (req, res) => {
          const user = await User.findById(req.params.id);
          user ? res.json(user) : res.json(${body});
        });
      `,
      at: `res.json(${body})`, ...failure,
      cures: missing(`
        import express from "express";
        express().get("/users/:id", async (req, res) => {
          const user = await User.findById(req.params.id);
          user ? res.json(user) : res.status(404).json(${body});
        });
      `),
    },
    "content that one status shares with a success": {
      code: `
        import express from "express";
        express().get("/users/:id", async (req, res) => {
          const user = await User.findById(req.params.id);
          res.json(user ? user : ${body});
        });
      `,
      at: `res.json(user ? user : ${body})`, ...failure,
    },

    // How the status is written.
    "a constant of http-status-codes": {
      code: on(`return res.status(StatusCodes.OK).json(${body});`, constants("http-status-codes")),
      at: `res.status(StatusCodes.OK).json(${body})`, ...failure,
      cures: missing(on(`return res.status(StatusCodes.NOT_FOUND).json(${body});`, constants("http-status-codes"))),
    },
    "a constant of http-status": {
      code: on(`return res.status(status.OK).json(${body});`, 'import status from "http-status";'),
      at: `res.status(status.OK).json(${body})`, ...failure,
      cures: missing(on(`return res.status(status.NOT_FOUND).json(${body});`, 'import status from "http-status";')),
    },
    "a file that writes its statuses by name": {
      code: on(`return res.json(${body});`, `${constants("http-status-codes")} express().get("/a", (req, res) => { res.status(StatusCodes.OK).send("a"); });`),
      at: `res.json(${body})`, ...failure,
      cures: missing(on(`return res.status(StatusCodes.NOT_FOUND).json(${body});`, `${constants("http-status-codes")} express().get("/a", (req, res) => { res.status(StatusCodes.OK).send("a"); });`)),
    },
    "a table of one's own": {
      code: on(`return res.status(codes.fine).json(${body});`, "const codes = { fine: 200, missing: 404 };"),
      at: `res.status(codes.fine).json(${body})`, ...failure,
      cures: missing(on(`return res.status(codes.missing).json(${body});`, "const codes = { fine: 200, missing: 404 };")),
    },
    "a table of one's own without the wanted code": {
      code: on(`return res.status(codes.fine).json(${body});`, "const codes = { fine: 200 };"),
      at: `res.status(codes.fine).json(${body})`, ...failure,
      cures: missing(on(`return res.status(404).json(${body});`, "const codes = { fine: 200 };")),
    },
    "an enum of one's own": {
      code: on(`return res.status(Code.Fine).json(${body});`, "enum Code { Fine = 200, Missing = 404 }"),
      filename: "users.ts",
      at: `res.status(Code.Fine).json(${body})`, ...failure,
      cures: missing(on(`return res.status(Code.Missing).json(${body});`, "enum Code { Fine = 200, Missing = 404 }")),
    },

    // How the handler is written.
    "a function that a route names": controller('import express from "express"; express.Router().get("/users/:id", show); async function show(req, res) { BODY }', ""),
    "an exported function": controller("exports.show = async (req, res) => { BODY };", ""),
    "an exported constant": controller("export const show = async (req, res) => { BODY };", ""),
    "a wrapped function": controller("export const show = asyncHandler(async (req, res) => { BODY });", ""),
    "a wrapped function at the route": controller('import express from "express"; const app = express(); app.get("/users/:id", asyncHandler(async (req, res) => { BODY }));', ""),
    "a chain of routes": controller('import express from "express"; const router = express.Router(); router.route("/users/:id").put(update).get(async (req, res) => { BODY });', ""),
    "a method of a class": controller("export class Users { async show(req, res) { BODY } }", ""),
    "an arrow in a class": controller("export class Users { show = async (req, res) => { BODY }; }", ""),
    "a static method": controller("export class Users { static async show(req, res) { BODY } }", ""),
    "a member of an object": controller("module.exports = { async show(req, res) { BODY } };", ""),
    "a handler of promises": {
      code: 'import express from "express"; express().get("/u/:id", (req, res) => { User.findById(req.params.id).then((user) => { if (!user) return res.json({ error: "User not found" }); res.json(user); }); });',
      at: `res.json(${body})`, ...failure,
      cures: missing('import express from "express"; express().get("/u/:id", (req, res) => { User.findById(req.params.id).then((user) => { if (!user) return res.status(404).json({ error: "User not found" }); res.json(user); }); });'),
    },
    "a handler of callbacks": {
      code: 'import express from "express"; express().get("/u/:id", (req, res) => { User.findById(req.params.id, (err, user) => { if (!user) return res.json({ error: "User not found" }); res.json(user); }); });',
      at: `res.json(${body})`, ...failure,
      cures: missing('import express from "express"; express().get("/u/:id", (req, res) => { User.findById(req.params.id, (err, user) => { if (!user) return res.status(404).json({ error: "User not found" }); res.json(user); }); });'),
    },
    "a handler by the types of its parameters": {
      ...controller('import type { Request, Response } from "express"; export async function show(request: Request, answer: Response) { BODY }'.replace("answer", "res"), ""),
      filename: "users.ts",
    },
    "a handler by its own type": {
      ...controller('import type { RequestHandler } from "express"; export const show: RequestHandler = async (req, res) => { BODY };', ""),
      filename: "users.ts",
    },
    "a handler by a comment": controller("/** @type {import('express').RequestHandler} */ export const show = async (req, res) => { BODY };", ""),
    "a handler by a comment on its parameter": controller("/**\n * @param {import('express').Request} req\n * @param {import('express').Response} res\n */\nexport async function show(req, res) { BODY }", ""),
  },
});
