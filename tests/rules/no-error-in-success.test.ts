import { rule } from "../../src/rules/no-error-in-success.ts";
import { run } from "../support/rule-tester.ts";

/** The statements of a handler of an Express application. */
const get = (statements: string, imports = ""): string => `
  import express from "express";${imports}
  express().get("/users/:id", async (req, res, next) => {
    ${statements}
  });
`;

const ok = "200 OK";
const failure = (quote: string, title = ok) => ({ messageId: "failure", data: { title, failure: quote, role: "endpoint" } });
const notFound = 'error: "User not found"';

const answer = (tier: "evident" | "choice", title: string, output: string) => ({ tier, messageId: "answer", data: { title }, output });
const evident = (title: string, output: string) => [answer("evident", title, output)];

/** Nothing tells what went wrong, so the likeliest statuses are offered. */
const likely = (output: (code: number) => string) => [
  answer("choice", "400 Bad Request", output(400)),
  answer("choice", "404 Not Found", output(404)),
  answer("choice", "500 Internal Server Error", output(500)),
];

/** A change of which `--fix` keeps away in any case. */
const neverApplied = { settings: { fix: "evident" as const } };

const storing = (answered: string, before = ""): string =>
  get(`try { const { email, password } = req.body; ${before} const user = new User({ email, password }); await user.save(); res.json({ success: true }); } catch (error) { ${answered}; }`);

const lookUp = "const user = await User.findById(req.params.id);";

const relayed = { checkRelayed: true };
const unasked = { options: relayed, messageId: "relayed", data: { title: ok } };

run(rule, {
  silent: {
    "a failure with the status of one": get(`${lookUp} if (!user) return res.status(404).json({ error: "User not found" }); res.json(user);`),
    ...Object.fromEntries([
      "const answer = await fetch(url); if (!answer.ok) return next(); res.json(await answer.json());",
      "const answer = await fetch(url); res.status(answer.status).json(await answer.json());",
      "const answer = await fetch(url); check(answer); res.json(await answer.json());",
      "const answer = await fetch(url); const data = await answer.json(); if (data.error) return next(); res.json(data);",
      "const answer = await fetch(url); const data = await answer.json(); res.json({ count: data.length });",
      "const { data } = await axios.get(url); res.json(data);",
      "const answer = await client.fetch(url); res.json(await answer.json());",
      "const answer = await fetch(url); await answer.json(); res.json({ done: true });",
      "const answer = await load(url); res.json(await answer.json());",
    ].map((statements) => [statements, { code: get(statements), options: relayed }])),
    "content of another server, where it is left alone": get("res.json(await (await fetch(url)).json());"),
    "a success": get(`${lookUp} res.json({ success: true, user });`),
  },
  reports: {
    "content of another server": { code: get("const answer = await fetch(url); const data = await answer.json(); res.json(data);"), at: "res.json(data)", ...unasked },
    "content of another server, among other things": { code: get("const answer = await fetch(url); const data = await answer.json(); res.json({ data });"), at: "res.json({ data })", ...unasked },
    "content of another server, at once": { code: get("res.send(await (await fetch(url)).text());"), at: "res.send(await (await fetch(url)).text())", ...unasked },
    "a missing resource": {
      code: get(`${lookUp} if (!user) return res.json({ error: "User not found" }); res.json(user);`),
      at: 'res.json({ error: "User not found" })',
      ...failure(notFound),
      cures: evident("404 Not Found", get(`${lookUp} if (!user) return res.status(404).json({ error: "User not found" }); res.json(user);`)),
    },
    "a missing resource under a written 200": {
      code: get(`${lookUp} if (!user) return res.status(200).json({ error: "User not found" }); res.json(user);`),
      at: 'res.status(200).json({ error: "User not found" })',
      ...failure(notFound),
      cures: evident("404 Not Found", get(`${lookUp} if (!user) return res.status(404).json({ error: "User not found" }); res.json(user);`)),
    },
    "a caught error": {
      code: get('try { res.json(await load()); } catch (error) { res.json({ success: false, message: error.message }); }'),
      at: "res.json({ success: false, message: error.message })",
      ...failure("success: false"),
      cures: evident("500 Internal Server Error",
        get('try { res.json(await load()); } catch (error) { res.status(500).json({ success: false, message: error.message }); }')),
    },
    "an account that may be taken": {
      code: storing("res.json({ success: false })"),
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: [],
    },
    "an account that was asked for before": {
      code: storing("res.json({ success: false })", "if (await User.findOne({ email })) return next();"),
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: evident("500 Internal Server Error", storing("res.status(500).json({ success: false })", "if (await User.findOne({ email })) return next();")),
    },
    "a caught error as it is": {
      code: get("try { res.json(await load()); } catch (error) { res.send(error); }"),
      at: "res.send(error)",
      ...failure("error"),
      cures: evident("500 Internal Server Error", get("try { res.json(await load()); } catch (error) { res.status(500).send(error); }")),
    },
    "a rejected promise": {
      code: get("load().then((user) => res.json(user)).catch((error) => res.json({ error: error.message }));"),
      at: "res.json({ error: error.message })",
      ...failure("error: error.message"),
      cures: evident("500 Internal Server Error",
        get("load().then((user) => res.json(user)).catch((error) => res.status(500).json({ error: error.message }));")),
    },
    "the error of a callback": {
      code: get("User.find((err, users) => { if (err) return res.json({ error: err }); res.json(users); });"),
      at: "res.json({ error: err })",
      ...failure("error: err"),
      cures: evident("500 Internal Server Error",
        get("User.find((err, users) => { if (err) return res.status(500).json({ error: err }); res.json(users); });")),
    },
    "a value that is not sent": {
      code: get('const { name } = req.query; if (!name) return res.json({ success: false, message: "Name is required" }); res.json([]);'),
      at: 'res.json({ success: false, message: "Name is required" })',
      ...failure("success: false"),
      cures: evident("400 Bad Request",
        get('const { name } = req.query; if (!name) return res.status(400).json({ success: false, message: "Name is required" }); res.json([]);')),
    },
    "invalid input where the house answers 422": {
      code: get('const { name } = req.query; if (!name) return res.json({ success: false, message: "Name is required" }); res.json([]);'),
      settings: { conventions: { validation: 422 } },
      at: 'res.json({ success: false, message: "Name is required" })',
      ...failure("success: false"),
      cures: evident("422 Unprocessable Content",
        get('const { name } = req.query; if (!name) return res.status(422).json({ success: false, message: "Name is required" }); res.json([]);')),
    },
    "invalid input where the house answers either": {
      code: get('const { name } = req.query; if (!name) return res.json({ success: false, message: "Name is required" }); res.json([]);'),
      settings: { conventions: { validation: "either" } },
      at: 'res.json({ success: false, message: "Name is required" })',
      ...failure("success: false"),
      cures: [
        answer("choice", "400 Bad Request",
          get('const { name } = req.query; if (!name) return res.status(400).json({ success: false, message: "Name is required" }); res.json([]);')),
        answer("choice", "422 Unprocessable Content",
          get('const { name } = req.query; if (!name) return res.status(422).json({ success: false, message: "Name is required" }); res.json([]);')),
      ],
    },
    "a duplicate where the house answers 422": {
      code: get('const exists = await User.findOne({ email: req.query.email }); if (exists) return res.json({ error: "User already exists" }); res.json([]);'),
      settings: { conventions: { conflict: 422 } },
      at: 'res.json({ error: "User already exists" })',
      ...failure('error: "User already exists"'),
      cures: evident("422 Unprocessable Content",
        get('const exists = await User.findOne({ email: req.query.email }); if (exists) return res.status(422).json({ error: "User already exists" }); res.json([]);')),
    },
    "a duplicate": {
      code: get('const exists = await User.findOne({ email: req.query.email }); if (exists) return res.json({ error: "User already exists" }); res.json([]);'),
      at: 'res.json({ error: "User already exists" })',
      ...failure('error: "User already exists"'),
      cures: evident("409 Conflict",
        get('const exists = await User.findOne({ email: req.query.email }); if (exists) return res.status(409).json({ error: "User already exists" }); res.json([]);')),
    },
    "a caller without a token": {
      code: get('const token = req.headers.authorization; if (!token) return res.json({ success: false, message: "Not authorized, log in again" }); next();'),
      at: 'res.json({ success: false, message: "Not authorized, log in again" })',
      messageId: "failure",
      data: { title: ok, failure: "success: false", role: "middleware" },
      cures: evident("401 Unauthorized",
        get('const token = req.headers.authorization; if (!token) return res.status(401).json({ success: false, message: "Not authorized, log in again" }); next();')),
    },
    "a caller without the right": {
      code: get(`${lookUp} if (user.owner.toString() !== req.user.id) return res.json({ error: "Forbidden" }); res.json(user);`),
      at: 'res.json({ error: "Forbidden" })',
      ...failure('error: "Forbidden"'),
      cures: evident("403 Forbidden",
        get(`${lookUp} if (user.owner.toString() !== req.user.id) return res.status(403).json({ error: "Forbidden" }); res.json(user);`)),
    },
    "a search that found nothing, which is no failure but for its flag": {
      code: get('const users = await User.find(); if (users.length === 0) return res.json({ success: false, message: "No users found" }); res.json(users);'),
      settings: { fix: "evident" },
      at: 'res.json({ success: false, message: "No users found" })',
      ...failure("success: false"),
    },
    "a DELETE of what is not there, where the house answers 204": {
      settings: { conventions: { deletedMissing: 204 }, fix: "evident" },
      code: `
        import express from "express";
        express().delete("/users/:id", async (req, res) => {
          ${lookUp} if (!user) return res.json({ success: false });
          res.json(user);
        });
      `,
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: [answer("choice", "204 No Content", `
        import express from "express";
        express().delete("/users/:id", async (req, res) => {
          ${lookUp} if (!user) return res.status(204).end();
          res.json(user);
        });
      `)],
    },
    "a caller without the right where the house hides": {
      code: get(`${lookUp} if (user.owner.toString() !== req.user.id) return res.json({ success: false }); res.json(user);`),
      settings: { conventions: { hidden: 404 } },
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: evident("404 Not Found",
        get(`${lookUp} if (user.owner.toString() !== req.user.id) return res.status(404).json({ success: false }); res.json(user);`)),
    },
    "a failure without a reason": {
      ...neverApplied,
      code: get('res.json({ success: false });'),
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: likely((code) => get(`res.status(${code}).json({ success: false });`)),
    },
    "what is not implemented": {
      code: get('res.json({ error: "Not implemented" });'),
      at: 'res.json({ error: "Not implemented" })',
      ...failure('error: "Not implemented"'),
      cures: [answer("evident", "501 Not Implemented", get('res.status(501).json({ error: "Not implemented" });'))],
    },
    "a password that does not match": {
      code: `
        import express from "express";
        express().post("/login", async (req, res) => {
          const isMatch = await bcrypt.compare(req.body.password, hash);
          if (!isMatch) return res.json({ success: false, message: "Invalid credentials" });
          res.json({ success: true });
        });
      `,
      at: 'res.json({ success: false, message: "Invalid credentials" })',
      ...failure("success: false"),
      cures: evident("401 Unauthorized", `
        import express from "express";
        express().post("/login", async (req, res) => {
          const isMatch = await bcrypt.compare(req.body.password, hash);
          if (!isMatch) return res.status(401).json({ success: false, message: "Invalid credentials" });
          res.json({ success: true });
        });
      `),
    },
    "a login that does not know the user": {
      ...neverApplied,
      code: `
        import express from "express";
        express().post("/login", async (req, res) => {
          const user = await User.findOne({ email: req.body.email });
          if (!user) return res.json({ success: false, message: "User does not exist" });
          res.json({ success: true });
        });
      `,
      at: 'res.json({ success: false, message: "User does not exist" })',
      ...failure("success: false"),
      cures: ([[401, "401 Unauthorized"], [404, "404 Not Found"]] as const).map(([code, title]) => answer("choice", title, `
        import express from "express";
        express().post("/login", async (req, res) => {
          const user = await User.findOne({ email: req.body.email });
          if (!user) return res.status(${code}).json({ success: false, message: "User does not exist" });
          res.json({ success: true });
        });
      `)),
    },
    "words on a failing branch": {
      ...neverApplied,
      code: get(`${lookUp} if (!user) return res.send("User not found"); res.json(user);`),
      at: 'res.send("User not found")',
      ...failure('"User not found"'),
      cures: [answer("choice", "404 Not Found", get(`${lookUp} if (!user) return res.status(404).send("User not found"); res.json(user);`))],
    },
    "words alone, if they are checked": {
      ...neverApplied,
      code: get('res.json({ message: "User not found" });'),
      options: { checkWords: true },
      at: 'res.json({ message: "User not found" })',
      ...failure('"User not found"'),
      cures: [answer("choice", "404 Not Found", get('res.status(404).json({ message: "User not found" });'))],
    },
    "a reason that only words tell": {
      code: get('res.json({ error: "User not found" });'),
      at: 'res.json({ error: "User not found" })',
      ...failure(notFound),
      cures: [answer("evident", "404 Not Found", get('res.status(404).json({ error: "User not found" });'))],
    },
    "a caught error that words tell otherwise": {
      ...neverApplied,
      code: get('try { res.json(await load()); } catch (error) { res.json({ error: "User not found" }); }'),
      at: 'res.json({ error: "User not found" })',
      ...failure(notFound),
      cures: [404, 500].map((code) => answer("choice", code === 404 ? "404 Not Found" : "500 Internal Server Error",
        get(`try { res.json(await load()); } catch (error) { res.status(${code}).json({ error: "User not found" }); }`))),
    },
    "a route whose word only begins as another": {
      code: `
        import express from "express";
        express().post("/checkout", (req, res) => { if (!req.body.cart) return res.json({ success: false }); res.json({ success: true }); });
      `,
      at: "res.json({ success: false })",
      ...failure("success: false"),
      cures: evident("400 Bad Request", `
        import express from "express";
        express().post("/checkout", (req, res) => { if (!req.body.cart) return res.status(400).json({ success: false }); res.json({ success: true }); });
      `),
    },
    "a board of jobs": {
      code: `
        import express from "express";
        express().get("/jobs/:id", async (req, res) => { const job = await Job.findById(req.params.id); if (!job) return res.json({ error: "Job not found" }); res.json(job); });
      `,
      at: 'res.json({ error: "Job not found" })',
      ...failure('error: "Job not found"'),
      cures: evident("404 Not Found", `
        import express from "express";
        express().get("/jobs/:id", async (req, res) => { const job = await Job.findById(req.params.id); if (!job) return res.status(404).json({ error: "Job not found" }); res.json(job); });
      `),
    },
    "another status of success": {
      ...neverApplied,
      code: get('res.status(201).json({ status: "error", message: "User not created" });'),
      at: 'res.status(201).json({ status: "error", message: "User not created" })',
      ...failure('status: "error"', "201 Created"),
      cures: likely((code) => get(`res.status(${code}).json({ status: "error", message: "User not created" });`)),
    },
  },
});
