import { rule } from "../../src/rules/prefer-too-many-requests.ts";
import { failing } from "../support/failing-answer.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const post = 'post("/messages"';
const limit = "const { success } = await ratelimit.limit(req.ip); if (!success)";
const checked = { checkWords: true };

run(rule, {
  silent: {
    ...withOptions(checked, {
      "429": on(post, `${limit} return res.status(429).json({ error: "Too many requests" });`),
      "503 for a server that has too much to do": on(post, `${limit} return res.status(503).json({ error: "Too many requests" });`),
      "a status of run time": on(post, `${limit} return res.status(code()).json({ error: "Too many requests" });`),
      "a success with a failure in it, which another rule reports": on(post, `${limit} return res.json({ error: "Too many requests" });`),

      // No rate, but a size or a right.
      "a size": on(post, 'if (req.body.text.length > limit) return res.status(400).json({ error: "Message is too long" });'),
      "a number of files": on(post, 'if (req.files.length > 5) return res.status(400).json({ error: "Too many files" });'),
      "what a plan allows": on(post, 'if (projects.length >= plan.limit) return res.status(403).json({ error: "Project limit reached" });'),
      "another result": on(post, 'const { success } = await mailer.send(req.body); if (!success) return res.status(500).json({ error: "No" });'),
      "attempts that the words do not mention": on(post, 'if (attempts >= 3) return res.status(403).json({ error: "Account locked" });'),

      // Uses that follow another agreement.
      "a webhook": on('post("/webhooks/messages"', `${limit} return res.status(500).end();`),
      "a caught error": on(post, 'try { await limiter.consume(req.ip); } catch { return res.status(403).json({ error: "Too many requests" }); } next();'),
      "an error handler": 'import express from "express"; express().use((err, req, res, next) => { res.status(403).json({ error: "Too many requests" }); });',
      "a client": 'const res = await fetch("/messages"); if (limited) res.status(403).json({ error: "Too many requests" });',
    }),
    "a title alone, which another rule reports": { code: on(post, 'if (limited(req)) return res.status(403).json({ error: "Too many requests" });'), options: checked },
    "words alone": on(post, 'if (limited(req)) return res.status(403).json({ error: "Too many requests" });'),
  },
  reports: {
    "400": failing({ route: post, after: limit, status: 400, right: [429], messageId: "limited" }),
    "403": failing({ route: post, after: limit, status: 403, right: [429], messageId: "limited" }),
    "500": failing({ route: post, after: limit, status: 500, right: [429], messageId: "limited" }),
    "attempts that the words explain": failing({
      route: post, after: "if (attempts >= 5)", status: 403, says: "Too many requests, try again later", right: [429], messageId: "limited",
    }),
    "words alone, where they are checked": failing({
      route: post, after: "if (limited(req))", status: 403, says: "Too many requests from you", right: [429], messageId: "limited", options: checked, certainty: "weak",
    }),
  },
});
