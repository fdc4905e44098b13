/** Which status follows from what the code asked, caught or was told. */
import { rule } from "../../src/rules/no-error-in-success.ts";
import { run } from "../support/rule-tester.ts";

/** The statements of a handler of an Express application. */
const get = (statements: string): string => `
  import express from "express";
  express().get("/users/:id", async (req, res, next) => {
    ${statements}
  });
`;

const failure = (quote: string, role = "endpoint") => ({ messageId: "failure", data: { title: "200 OK", failure: quote, role } });

const answer = (tier: "evident" | "choice", title: string, output: string) => ({ tier, messageId: "answer", data: { title }, output });
const evident = (title: string, output: string) => [answer("evident", title, output)];

/** A catch block in which `test` leads to the answer that `title` names. */
const caught = (test: string, title: string) => {
  const code = (status: string) => get(`try { res.json(await load()); } catch (error) { if (${test}) { return res${status}.json({ error: error.message }); } next(error); }`);
  return { code: code(""), at: "res.json({ error: error.message })", ...failure("error: error.message"), cures: evident(title, code(`.status(${title.slice(0, 3)})`)) };
};

const login = (answers: string, says: string) => get(`const { email, password } = req.body; const user = await User.findOne({ email });
  if (!user) return ${answers}.json({ success: false, message: "${says}" });
  if (!(await user.comparePassword(password))) return res.status(401).end();
  res.json(user);`);

const state = (answers: string, test: string) => get(`const user = await User.findById(req.params.id); if (${test}) return ${answers}.json({ success: false }); res.json(user);`);

run(rule, {
  silent: {
    "an error that is handed on": get("try { res.json(await load()); } catch (error) { next(error); }"),
  },
  reports: {
    "errors of express-validator": {
      code: get("const errors = validationResult(req); if (!errors.isEmpty()) return res.json({ errors: errors.array() }); next();"),
      at: "res.json({ errors: errors.array() })",
      ...failure("errors: errors.array()", "middleware"),
      cures: evident("400 Bad Request",
        get("const errors = validationResult(req); if (!errors.isEmpty()) return res.status(400).json({ errors: errors.array() }); next();")),
    },
    "the error of a schema": {
      code: get("const { error } = schema.validate(req.query); if (error) return res.json({ error: error.details[0].message }); res.json([]);"),
      at: "res.json({ error: error.details[0].message })",
      ...failure("error: error.details[0].message"),
      cures: evident("400 Bad Request",
        get("const { error } = schema.validate(req.query); if (error) return res.status(400).json({ error: error.details[0].message }); res.json([]);")),
    },
    "a result that is no success": {
      code: get("const parsed = schema.safeParse(req.query); if (!parsed.success) return res.json({ error: parsed.error }); res.json([]);"),
      at: "res.json({ error: parsed.error })",
      ...failure("error: parsed.error"),
      cures: evident("400 Bad Request",
        get("const parsed = schema.safeParse(req.query); if (!parsed.success) return res.status(400).json({ error: parsed.error }); res.json([]);")),
    },
    "an error beside the data of a query": {
      code: get('const { data, error } = await db.from("users").select(); if (error) return res.json({ error: error.message }); res.json(data);'),
      at: "res.json({ error: error.message })",
      ...failure("error: error.message"),
      cures: evident("500 Internal Server Error",
        get('const { data, error } = await db.from("users").select(); if (error) return res.status(500).json({ error: error.message }); res.json(data);')),
    },
    "an error of the project that says so": caught("error instanceof PayloadValidationError", "400 Bad Request"),
    "a member of an error that says so": caught("error instanceof ValidationError && error.member === 1", "400 Bad Request"),
    "an error of Zod": caught("error instanceof ZodError", "400 Bad Request"),
    "an invalid document of Mongoose": caught('error.name === "ValidationError"', "400 Bad Request"),
    "a malformed id of Mongoose": caught('error.name === "CastError"', "400 Bad Request"),
    "a duplicate key of MongoDB": caught("error.code === 11000", "409 Conflict"),
    "a duplicate of Prisma": caught('error.code === "P2002"', "409 Conflict"),
    "a missing record of Prisma": caught('error.code === "P2025"', "404 Not Found"),
    "a token that has expired": caught('error.name === "TokenExpiredError"', "401 Unauthorized"),
    "an error that the code asks about and the rule does not know": {
      settings: { fix: "evident" },
      code: get('try { res.json(await load()); } catch (error) { if (error.code === "E_LIMIT") { return res.json({ error: error.message }); } next(error); }'),
      at: "res.json({ error: error.message })",
      ...failure("error: error.message"),
      cures: [answer("choice", "400 Bad Request", get('try { res.json(await load()); } catch (error) { if (error.code === "E_LIMIT") { return res.status(400).json({ error: error.message }); } next(error); }')),
        answer("choice", "404 Not Found", get('try { res.json(await load()); } catch (error) { if (error.code === "E_LIMIT") { return res.status(404).json({ error: error.message }); } next(error); }')),
        answer("choice", "500 Internal Server Error", get('try { res.json(await load()); } catch (error) { if (error.code === "E_LIMIT") { return res.status(500).json({ error: error.message }); } next(error); }'))],
    },
    "a field of credentials under another name": {
      code: get("const header = req.headers.authorization; if (!header) return res.json({ success: false }); next();"),
      at: "res.json({ success: false })",
      ...failure("success: false", "middleware"),
      cures: evident("401 Unauthorized", get("const header = req.headers.authorization; if (!header) return res.status(401).json({ success: false }); next();")),
    },
    "a server in maintenance": {
      code: get('if (process.env.MAINTENANCE) return res.json({ error: "Down for maintenance" }); next();'),
      at: 'res.json({ error: "Down for maintenance" })',
      ...failure('error: "Down for maintenance"', "middleware"),
      cures: [answer("evident", "503 Service Unavailable", get('if (process.env.MAINTENANCE) return res.status(503).json({ error: "Down for maintenance" }); next();'))],
    },
    "a stream that breaks": {
      code: get('const file = open(req.params.id); file.on("error", (error) => { res.send(error.message); }); file.on("end", () => { res.send("done"); });'),
      at: "res.send(error.message)",
      ...failure("error.message"),
      cures: evident("500 Internal Server Error", get('const file = open(req.params.id); file.on("error", (error) => { res.status(500).send(error.message); }); file.on("end", () => { res.send("done"); });')),
    },
    "a callback of Passport": {
      code: get('passport.authenticate("local", (err, user) => { if (err) return res.json({ error: err.message }); res.json(user); })(req, res, next);'),
      at: "res.json({ error: err.message })",
      ...failure("error: err.message"),
      cures: evident("500 Internal Server Error", get('passport.authenticate("local", (err, user) => { if (err) return res.status(500).json({ error: err.message }); res.json(user); })(req, res, next);')),
    },
    "a record whose state stands in the way": {
      code: state("res", "!user.available"),
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: [answer("choice", "409 Conflict", state("res.status(409)", "!user.available")), answer("choice", "400 Bad Request", state("res.status(400)", "!user.available"))],
    },
    "an account that may not come in, which is no more than likely": {
      code: state("res", "!user.verified"),
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: [answer("choice", "403 Forbidden", state("res.status(403)", "!user.verified"))],
    },
    "a record that is missing, or belongs to another": {
      code: state("res", "!user || user.teamId !== req.body.teamId"),
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: [404, 403].map((code) => answer("choice", code === 404 ? "404 Not Found" : "403 Forbidden", state(`res.status(${code})`, "!user || user.teamId !== req.body.teamId"))),
    },
    "the first half of a login": {
      code: login("res", "User does not exist"),
      at: 'res.json({ success: false, message: "User does not exist" })',
      ...failure("success: false"),
      cures: [answer("choice", "401 Unauthorized", login("res.status(401)", "User does not exist")), answer("choice", "404 Not Found", login("res.status(404)", "User does not exist"))],
    },
    "a login in one condition": {
      code: get('const user = await User.findOne({ email: 1 }); if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.json({ success: false, message: "Invalid email or password" }); res.json(user);'),
      at: 'res.json({ success: false, message: "Invalid email or password" })',
      ...failure("success: false"),
      cures: evident("401 Unauthorized", get('const user = await User.findOne({ email: 1 }); if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.status(401).json({ success: false, message: "Invalid email or password" }); res.json(user);')),
    },
  },
});
