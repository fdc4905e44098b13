import { rule } from "../../src/rules/prefer-validation-status.ts";
import { failing } from "../support/failing-answer.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const post = 'post("/users"';
const unnamed = "const { name } = req.body; if (!name)";
const checked = { checkWords: true };

run(rule, {
  silent: {
    ...withOptions(checked, {
      "400": on(post, `${unnamed} return res.status(400).json({ error: "Name is required" });`),
      "422": on(post, `${unnamed} return res.status(422).json({ error: "Name is required" });`),
      "413 for content that is too large": on(post, 'if (req.body.name.length > 99) return res.status(413).json({ error: "Invalid name" });'),
      "415 for another media type": on(post, 'if (!req.body.name) return res.status(415).end();'),
      "a status of run time": on(post, `${unnamed} return res.status(statusFor(name)).json({ error: "No" });`),
      "a success with a failure in it, which another rule reports": on(post, `${unnamed} return res.json({ error: "Name is required" });`),

      // Something else than the input is at fault.
      "the server's own configuration": on(post, 'if (!process.env.KEY) return res.status(500).json({ error: "No" });'),
      "a name that is made here": on(post, 'let { name } = req.body; name = await nameFor(name); if (!name) return res.status(500).json({ error: "No" });'),
      "a member of what was found": on(post, 'const user = await User.findById(req.body.id); if (!user.active) return res.status(403).json({ error: "No" });'),
      "a look-up by the content": on(post, 'const user = await User.findById(req.body.id); if (!user) return res.status(404).json({ error: "No" });'),
      "an error beside a result of another service": on(post, 'const { error } = await supabase.from("users").insert(row); if (error) return res.status(500).json({ error: "No" });'),
      "a check of its own that may fail": on(post, 'const result = await validateCover(req.body.cover); if (result.error) return res.status(500).json({ error: "No" });'),
      "words that tell something else": on(post, `${unnamed} return res.status(409).json({ error: "Name is already taken" });`),

      // The path, and who is asking.
      "404 for an id that the path lacks": on('get("/users/:id"', 'if (!req.params.id) return res.status(404).end();'),
      "404 for an id that is none": on('get("/users/:id"', 'if (!isValidObjectId(req.params.id)) return res.status(404).end();'),
      "404 for parts of the path that a middleware checks": 'import express from "express"; express().use((req, res, next) => { const errors = validationResult(req); if (!errors.isEmpty()) return res.sendStatus(404); next(); });',
      "401 for a login without a password": on('post("/login"', 'if (!req.body.password) return res.status(401).json({ error: "No" });'),
      "401 for a field that names the caller": on(post, 'const id = req.headers["x-user"]; if (!id) return res.status(401).json({ error: "No" });'),
      "401 of a middleware that lets callers in": 'import express from "express"; express().use((req, res, next) => { if (!req.body.caller) return res.sendStatus(401); next(); });',
      "403 for a token in the content": on(post, 'const { token } = req.body; if (!token) return res.status(403).json({ error: "No" });'),

      // Uses that follow another agreement.
      "a webhook": on('post("/webhooks/users"', `${unnamed} return res.status(500).end();`),
      "a caught error": on(post, 'try { await save(); } catch (error) { return res.status(500).json({ error: "Invalid name" }); } next();'),
      "an error handler": 'import express from "express"; express().use((err, req, res, next) => { res.status(500).json({ error: "Invalid input" }); });',
      "a client": 'const res = await fetch("/users"); if (!req.body.name) res.status(500).json({ error: "Invalid name" });',
    }),
    "words alone": on(post, 'if (odd(req)) return res.status(500).json({ error: "Invalid name" });'),
    "400 where either will do": {
      code: on(post, `${unnamed} return res.status(400).json({ error: "No" });`), settings: { conventions: { validation: "either" } }, options: checked,
    },
    "422 where it is the convention": {
      code: on(post, `${unnamed} return res.status(422).json({ error: "No" });`), settings: { conventions: { validation: 422 } }, options: checked,
    },
  },
  reports: {
    "401": failing({ route: post, after: unnamed, status: 401, right: [400], messageId: "invalid" }),
    "403": failing({ route: post, after: unnamed, status: 403, right: [400], messageId: "invalid" }),
    "404": failing({ route: post, after: unnamed, status: 404, right: [400], messageId: "invalid" }),
    "409": failing({ route: post, after: unnamed, status: 409, right: [400], messageId: "invalid" }),
    "500": failing({ route: post, after: unnamed, status: 500, right: [400], messageId: "invalid" }),
    "several members": failing({ route: post, after: "const { name, email } = req.body; if (!name || !email)", status: 500, right: [400], messageId: "invalid" }),
    "a file": failing({ route: post, after: "if (!req.file)", status: 500, right: [400], messageId: "invalid" }),
    "a schema": failing({ route: post, after: "const { error } = schema.validate(req.body); if (error)", status: 409, right: [400], messageId: "invalid" }),
    "a parser that returns its error": failing({ route: post, after: "const parsed = schema.safeParse(req.body); if (!parsed.success)", status: 500, right: [400], messageId: "invalid" }),
    "an id that the path lacks": failing({ route: 'get("/users/:id"', after: "if (!req.params.id)", status: 500, right: [400, 404], messageId: "invalid" }),
    "a number out of bounds": failing({
      route: post, after: "const stars = Number.parseFloat(req.body.stars) || 0; if (stars < 1 || stars > 5)", status: 500, says: "Rate between 1 and 5", right: [400], messageId: "invalid",
    }),
    "a batch as a whole": failing({ route: 'post("/users/batch"', after: "if (!req.body.users)", status: 500, right: [400], messageId: "invalid" }),
    "a list of which nothing is left": failing({
      route: 'post("/users/batch"', after: 'const users = (req.body.users || []).filter((user) => !!user && typeof user === "string"); if (!users.length)', status: 500, says: "Invalid request body", right: [400], messageId: "invalid",
    }),
    "words alone, where they are checked": failing({
      route: post, after: "if (odd(req))", status: 500, says: "Name is required", right: [400, 422], messageId: "invalid", options: checked, certainty: "weak",
    }),
    "400 where 422 is the convention": failing({
      route: post, after: unnamed, status: 400, right: [422], messageId: "invalid", settings: { conventions: { validation: 422 } },
    }),
    "500 where either will do": failing({
      route: post, after: unnamed, status: 500, right: [400, 422], messageId: "invalid", settings: { conventions: { validation: "either" } },
    }),
  },
});
