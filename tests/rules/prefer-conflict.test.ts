import { rule } from "../../src/rules/prefer-conflict.ts";
import { failing } from "../support/failing-answer.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const post = 'post("/users"';
const find = "const existing = await User.findOne({ email: req.body.email });";
const checked = { checkWords: true };

run(rule, {
  silent: {
    ...withOptions(checked, {
      "409": on(post, `${find} if (existing) return res.status(409).json({ error: "Email already exists" });`),
      "422": on(post, `${find} if (existing) return res.status(422).json({ error: "Email already exists" });`),
      "a redirect to what exists": on(post, `${find} if (existing) return res.redirect(303, "/users/" + existing.id);`),
      "a status of run time": on(post, `${find} if (existing) return res.status(code()).json({ error: "Email already exists" });`),
      "a success with a failure in it, which another rule reports": on(post, `${find} if (existing) return res.json({ error: "Email already exists" });`),

      // What was found is no duplicate.
      "what was found by its id": on('get("/users/:id"', 'const user = await User.findById(req.params.id); if (user) return res.status(400).json({ error: "No" });'),
      "what is not there": on(post, `${find} if (!existing) return res.status(400).json({ error: "No" });`),
      "somebody who may not": on(post, 'const banned = await Ban.findOne({ ip: req.ip }); if (banned) return res.status(403).json({ error: "No" });'),
      "a thing that is deleted already": on('delete("/users/:id"', 'const user = await User.findByIdAndDelete(req.params.id); if (!user) return res.status(404).json({ error: "Already deleted" });'),
      "words that tell something else": on(post, `${find} if (existing) return res.status(400).json({ error: "Invalid email" });`),
      "a login by another way": on('post("/login"', 'const user = await User.findOne({ email: req.body.email }); if (user && user.provider !== "email") return res.status(400).json({ error: "Email already in use" });'),

      // Uses that follow another agreement.
      "a webhook": on('post("/webhooks/users"', `${find} if (existing) return res.status(400).end();`),
      "the error of a callback, which another rule reports": on(post, 'save((err) => { if (err.code === 11000) return res.status(500).json({ error: "Email already exists" }); next(err); });'),
      "a caught error": on(post, 'try { await save(); } catch (error) { if (error.code === 11000) return res.status(400).json({ error: "Email already exists" }); next(error); }'),
      "an error handler": 'import express from "express"; express().use((err, req, res, next) => { res.status(400).json({ error: "Already exists" }); });',
      "a client": 'const res = await fetch("/users"); if (existing) res.status(400).json({ error: "Already exists" });',
    }),
    "words alone": on(post, 'if (knows(req.body)) return res.status(400).json({ error: "Email already exists" });'),
    "422 where it is the convention": {
      code: on(post, `${find} if (existing) return res.status(422).json({ error: "No" });`), settings: { conventions: { conflict: 422 } }, options: checked,
    },
  },
  reports: {
    "400": failing({ route: post, after: `${find} if (existing)`, status: 400, right: [409], messageId: "duplicate" }),
    "403": failing({ route: post, after: `${find} if (existing)`, status: 403, right: [409], messageId: "duplicate" }),
    "404": failing({ route: post, after: `${find} if (existing)`, status: 404, right: [409], messageId: "duplicate" }),
    "500": failing({ route: post, after: `${find} if (existing)`, status: 500, right: [409], messageId: "duplicate" }),
    "with words that confirm it": failing({ route: post, after: `${find} if (existing)`, status: 400, says: "Email already exists", right: [409], messageId: "duplicate" }),
    "another record of that name": failing({
      route: 'put("/brands/:id"', after: "const found = await Brand.findOne({ slug: req.body.slug }); if (found && found.id !== req.params.id)", status: 400, says: "Slug is already in use", right: [409], messageId: "duplicate",
    }),
    "a count that the words explain": failing({
      route: post, after: "const { rowCount } = await db.query(sql); if (rowCount > 0)", status: 400, says: "Email already exists", right: [409], messageId: "duplicate",
    }),
    "a question that the words explain": failing({
      route: post, after: "if (await User.exists({ email: req.body.email }))", status: 400, says: "Email already exists", right: [409], messageId: "duplicate",
    }),
    "words alone, where they are checked": failing({
      route: post, after: "if (knows(req.body))", status: 400, says: "Email already exists", right: [409], messageId: "duplicate", options: checked, certainty: "weak",
    }),
    "409 where 422 is the convention": failing({
      route: post, after: `${find} if (existing)`, status: 409, right: [422], messageId: "duplicate", settings: { conventions: { conflict: 422 } },
    }),
  },
});
