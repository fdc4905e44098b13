/** What no-error-in-success leaves alone. Every case holds with `checkWords` as well, unless it says otherwise. */
import { rule } from "../../src/rules/no-error-in-success.ts";
import { withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";


/** The statements of a handler of an Express application. */
const on = (route: string, statements: string): string => `
  import express from "express";
  const app = express();
  app.${route}, async (req, res, next) => {
    ${statements}
  });
`;
const get = (statements: string): string => on('get("/users/:id"', statements);

run(rule, {
  silent: {
    ...withOptions({ checkWords: true }, {
      // The status stands somewhere else.
      "a status in an earlier statement": get('res.status(500); return res.send({ success: false });'),
      "an empty list, whatever its flag": get('const posts = await Post.find(); if (!posts.length) return res.json({ success: false, message: "No posts found", posts: [] }); res.json(posts);'),
      "a status in the branch before": get(`
        const user = await User.findById(req.params.id);
        if (!user) res.status(404);
        res.json(user || { error: "User not found" });
      `),
      "a status in the branch before and a nullish fallback": get(`
        const user = await User.findById(req.params.id);
        if (!user) res.status(404);
        res.json(user ?? { error: "User not found" });
      `),
      "a status in each case of a switch": get(`
        switch (req.query.reason) {
          case "gone": res.status(410); break;
          default: res.status(404);
        }
        res.json({ error: "User not found" });
      `),
      "an assigned statusCode": get('res.statusCode = 401; res.end(JSON.stringify({ error: "Token is required" }));'),
      "a status in writeHead": get('res.writeHead(401, { "content-type": "text/plain" }); res.end("Not authorized");'),
      "a status in a variable that a branch changes": get(`
        let status = 200;
        let body = { id: 1 };
        if (!req.query.id) { status = 400; body = { error: "Missing id" }; }
        res.status(status).json(body);
      `),
      "a status and a content that one condition chooses": get(`
        const ok = check(req.params.id);
        res.status(ok ? 200 : 400).json(ok ? { id: 1 } : { success: false, error: "Bad id" });
      `),
      "a status that only run time knows": get('res.status(upstream.status).json({ error: "Upstream failed" });'),
      "a response that a function of another file had in its hands": get('setStatus(res, 404); res.json({ error: "User not found" });'),
      "a status that a local function sets": get(`
        const fail = (code) => res.status(code);
        fail(404);
        res.json({ error: "User not found" });
      `),
      "an error handler that takes the status of the error": `
        import express from "express";
        express().use((err, req, res, next) => {
          const status = err.status || 500;
          res.status(status);
          res.json({ error: err.message });
        });
      `,
      "an error handler that corrects a status of success": `
        import express from "express";
        express().use((err, req, res, next) => {
          const statusCode = res.statusCode === 200 ? 500 : res.statusCode;
          res.status(statusCode).json({ message: err.message, stack: err.stack });
        });
      `,
      "an error handler with a status in each branch": `
        import express from "express";
        express().use((err, req, res, next) => {
          if (err.name === "ValidationError") res.status(400);
          else res.status(500);
          res.json({ success: false, message: err.message });
        });
      `,
      "an error handler that hands the error on": `
        import express from "express";
        express().use((err, req, res, next) => {
          if (res.headersSent) return next(err);
          next(err);
        });
      `,
      "multi-status": get('res.status(207).json({ success: false, errors: ["2 of 3 failed"] });'),

      // Another agreement than that of resources.
      "a webhook that asks for no second delivery": on('post("/stripe/webhook"', `
        const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], secret);
        if (event.type !== "charge.paid") return res.json({ error: "Unsupported event" });
        const workspace = await Workspace.findOne({ id: event.workspace });
        if (!workspace) return res.status(200).send("Workspace not found, skipping");
        res.json({ received: true });
      `),
      "a webhook in a catch block": on('post("/hooks/shopify"', `
        try { await take(req.body); res.sendStatus(200); } catch (error) { res.json({ error: error.message }); }
      `),
      "a cron job": on('get("/cron/clean-up"', `
        try { await clean(); res.json({ ok: true }); } catch (error) { res.json({ ok: false, error: error.message }); }
      `),
      "a queue worker": on('post("/queues/mail"', `
        if (!req.body.to) return res.json({ success: false, message: "Invalid payload, not retried" });
        res.json({ success: true });
      `),
      "a job that another service starts": on('post("/jobs/process/:name"', `
        try { await run(req.params.name); res.json({ ok: true }); } catch (error) { res.json({ ok: false, error: error.message }); }
      `),
      "a GraphQL endpoint": on('post("/graphql"', `
        try { res.json(await execute(req.body)); } catch (error) { res.json({ errors: [{ message: error.message }] }); }
      `),
      "a JSON-RPC endpoint": on('post("/rpc"', 'res.json({ jsonrpc: "2.0", id: req.body.id, error: { code: -32601, message: "Method not found" } });'),
      "a batch with its successes and its errors": on('post("/links/merge"', `
        const success = [];
        const errors = [];
        for (const link of req.body) {
          try { success.push(await save(link)); } catch (error) { errors.push({ link, error: error.message }); }
        }
        res.json({ success, errors });
      `),
      "a batch in which nothing went wrong": on('post("/links/merge"', "res.json({ success: [], errors: [] });"),
      "a validation endpoint": on('post("/domains/validate"', `
        const domain = await lookUp(req.body.domain);
        if (!domain) return res.json({ status: "invalid", error: "Domain not found" });
        res.json({ status: "valid" });
      `),
      "a check of availability": on('get("/usernames/available"', `
        const taken = await User.exists({ name: req.query.name });
        res.json(taken ? { available: false, error: "Already taken" } : { available: true });
      `),

      // Errors as a member of what was asked for.
      "an error that is null": get('res.json({ user: req.user, error: null });'),
      "an error that is false": get('res.json({ error: false, message: "Saved" });'),
      "an error that is undefined": get('res.json({ error: undefined, data: [] });'),
      "an error that is an empty text": get('res.json({ error: "", data: req.user });'),
      "an error that may be missing": get('res.json({ error: report.error ?? undefined, rows: report.rows });'),
      "an error that a choice may leave out": get("db.get(1, (err, row) => { res.json({ data: row, error: err ? err.message : null }); });"),
      "an error as a query gives it": get('const { data, error } = await db.from("users").select(); res.json({ data, error });'),
      "an empty list of errors": get('res.json({ errors: [] });'),
      "a task that failed": on('get("/tasks/:id"', `
        const task = await Task.findById(req.params.id);
        res.json({ id: task.id, status: "failed", error: task.error });
      `),
      "a task's success by its state": on('get("/tasks/:id"', `
        const task = await Task.findById(req.params.id);
        res.json({ success: task.status !== "failed", error: task.error });
      `),
      "a flag that run time fills": get("const result = await run(req.body); res.json({ success: result.ok, error: result.error });"),
      "a token that is no longer active": on('post("/introspection"', 'res.json({ active: false });'),
      "a caller who is not signed in": on('get("/me"', 'res.json({ authenticated: false });'),
      "an image whose state is an error": get(`
        const image = await Image.findById(req.params.id);
        res.json({ id: image.id, state: image.state, error: image.reason });
      `),

      // Words that sound like a failure.
      "permissions that were updated": on('put("/roles/:id"', 'res.json({ message: "Permissions updated" });'),
      "a successful authentication": get('res.send("Authentication successful!");'),
      "links that were invalidated": on('get("/links/stale"', 'res.send("Invalidated 3 links.");'),
      "an answer that does not tell who has an account": on('post("/forgot-password"', `
        const user = await User.findOne({ email: req.body.email });
        if (!user) return res.json({ message: "If an account exists, an email has been sent" });
        res.json({ message: "If an account exists, an email has been sent" });
      `),
      "a subscription that stands already": on('post("/subscriptions"', `
        if (await isSubscribed(req.body)) return res.json({ message: "Already subscribed" });
        res.json({ message: "Subscribed" });
      `),
      "an empty list with a remark": on('get("/products"', `
        const products = await Product.find();
        if (products.length === 0) return res.json({ message: "Nothing here yet", products });
        res.json({ products });
      `),

      // Failures that the handler made good.
      "an empty list in place of what cannot be reached": on('get("/methods"', "try { res.json(await list()); } catch (error) { res.json([]); }"),
      "a second source": get("try { res.json(await primary.load()); } catch (error) { log(error); res.json(await backup.load()); }"),
      "defaults in place of settings": get('try { res.json(await load()); } catch { res.json({ theme: "light", items: [] }); }'),
      "a healthy service": on('get("/health"', 'res.json({ health: "GOOD" });'),

      // What is on its way cannot change its status.
      "an event stream": on('get("/events"', `
        res.setHeader("content-type", "text/event-stream");
        try { for await (const part of parts()) res.write(part); } catch (error) {
          res.write("event: error");
          res.end(JSON.stringify({ error: error.message }));
        }
      `),
      "an answer that has begun": get(`
        try {
          res.write(await first());
          res.end(await second());
        } catch (error) {
          if (res.headersSent) return res.end(JSON.stringify({ error: error.message }));
          next(error);
        }
      `),
      "an end after an answer": get('res.status(404).json({ error: "User not found" }); res.end();'),
      "a page that shows a form again": on('post("/profile"', `
        if (!req.body.name) return res.render("profile", { error: "Name is required" });
        res.redirect("/profile");
      `),
      "a single-page application": on('get("*"', 'res.sendFile(path.join(root, "index.html"));'),
    }),

    "a webhook by its file": {
      code: 'import express from "express"; export const take = (req, res) => { if (!req.body.id) return res.json({ success: false }); res.json({ success: true }); };',
      filename: "routes/webhook.js",
    },
    "a key of a translation": get('res.json({ message: "users.not_found" });'),
    "words alone": get('res.json({ message: "User not found" });'),
    "words in a text": get('res.send("Something went wrong");'),
  },
  reports: {},
});
