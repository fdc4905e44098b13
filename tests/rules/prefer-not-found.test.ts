import { rule } from "../../src/rules/prefer-not-found.ts";
import { failing } from "../support/failing-answer.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const get = 'get("/users/:id"';
const find = "const user = await User.findById(req.params.id);";
const checked = { checkWords: true, checkEmptyLists: true };
const no = 'res.status(400).json({ error: "No" });';

run(rule, {
  silent: {
    ...withOptions(checked, {
      "404": on(get, `${find} if (!user) return res.status(404).json({ error: "User not found" });`),
      "410": on(get, `${find} if (!user) return res.status(410).end();`),
      "404 in a statement before": on(get, `${find} if (!user) { res.status(404); return res.json({ error: "User not found" }); }`),
      "a status of run time": on(get, `${find} if (!user) return res.status(user.code).json({ error: "User not found" });`),
      "a success with a failure in it, which another rule reports": on(get, `${find} if (!user) return res.json({ error: "User not found" });`),

      // The status hides what is missing, or tells of something else.
      "401 for who is not there": on(get, `${find} if (!user) return res.status(401).json({ error: "No" });`),
      "403 for what is hidden": on(get, `${find} if (!user) return res.status(403).json({ error: "No" });`),
      "409 for a state": on(get, `${find} if (!user) return res.status(409).json({ error: "No" });`),
      "503 for a service that is away": on(get, `${find} if (!user) return res.status(503).json({ error: "No" });`),
      "a member of what was found": on(get, `${find} if (!user.active) return ${no}`),
      "a member of what was found, in a variable": on(get, `const url = sessions.get(req.params.id).url; if (!url) return ${no}`),
      "words that tell something else": on(get, `${find} if (!user) return res.status(400).json({ error: "Invalid id" });`),

      // What is missing is no resource that the path names.
      "a reference in the content": on('post("/orders"', `const product = await Product.findById(req.body.product); if (!product) return ${no}`),
      "a reference in the content, in a variable": on('post("/orders"', `const { product: id } = req.body; const product = await Product.findById(id); if (!product) return ${no}`),
      "a reference that exists by a check": on('post("/orders"', 'if (!(await Product.checkExistsBySlug(req.body.slug))) return res.status(400).send("Product does not exist");'),
      "a reference that the words tell": on('post("/orders"', 'if (wanted.length !== stocked.length) return res.status(400).json({ error: "Items not found" });'),
      "a record that another names": on(get, `${find} const team = await Team.findById(user.team); if (!team) return ${no}`),
      "the caller": on('get("/me"', "const user = await User.findById(req.user.id); if (!user) return res.status(500).json({ error: \"No\" });"),
      "what belongs to the caller": on('get("/cart"', `const cart = await Cart.findOne({ user: req.user.id }); if (!cart) return ${no}`),
      "what the caller has chosen": on('get("/plan"', `const plan = await Plan.findById(req.user.planId); if (!plan) return ${no}`),
      "the caller, in a state": on('post("/gifts"', `const user = await User.findOne({ email: req.user.email, hasGift: false }); if (!user) return ${no}`),
      "the caller, with something that was sent": on('post("/confirm"', `const user = await User.findOne({ _id: req.user.id, code: req.body.code }); if (!user) return ${no}`),
      "the caller, changed": on('post("/likes"', `const user = await User.findOneAndUpdate({ _id: req.user.id }, change); if (!user) return ${no}`),
      "the caller, who is called unknown": on('get("/me"', 'const user = await User.findById(req.user.id); if (!user) return res.status(400).json({ error: "Not authenticated" });'),
      "something that a middleware attached": on('get("/me"', `const doctor = await Doctor.findById(req.valid.id); if (!doctor) return ${no}`),
      "another that was attached": on('get("/me"', `const doctor = await Doctor.findById(req.patient.doctorId); if (!doctor) return ${no}`),
      "the server's own settings": on('get("/about"', "const settings = await getSettings(); if (!settings) return res.status(500).json({ error: \"No\" });"),

      // Uses that follow another agreement.
      "a login": on('post("/login"', "const user = await User.findOne({ email: req.body.email }); if (!user) return res.status(400).json({ error: \"User not found\" });"),
      "a login, by what it knows": on('get("/auth/me"', `const user = await User.findById(req.user.id); if (!user) return ${no}`),
      "a webhook": on('post("/webhooks/:id"', `${find} if (!user) return ${no}`),
      "a remote procedure": on('post("/rpc/:id"', `${find} if (!user) return ${no}`),
      "a caught error": on(get, "try { await load(); } catch (error) { return res.status(500).json({ error: \"User not found\" }); } next();"),
      "an error handler": 'import express from "express"; express().use((err, req, res, next) => { res.status(500).json({ error: "Not found" }); });',
      "after the head has left": on(get, `res.write("["); ${find} if (!user) { res.status(400); return res.end(); }`),
      "a client": 'const res = await fetch("/users/1"); if (!user) res.status(400).json({ error: "Not found" });',

      // Lists.
      "an empty list with 200": on('get("/users"', "const users = await User.find(); if (users.length === 0) return res.json([]);"),
      "an empty list with 204": on('get("/users"', "const users = await User.find(); if (users.length === 0) return res.status(204).end();"),
      "the parts of one thing": on('get("/users/:id/posts"', "const posts = await Post.find({ user: req.params.id }); if (posts.length === 0) return res.status(404).end();"),
      "the rows of a query": on(get, "const { rows } = await db.query(sql, [req.params.id]); if (rows.length === 0) return res.status(404).end();"),
      "an empty list of input": on('post("/users"', "if (req.body.users.length === 0) return res.status(400).end();"),
      "a DELETE of what is not there": on('delete("/users/:id"', `${find} if (!user) return res.status(404).end();`),
    }),
    "words alone": on(get, 'if (lacks(req)) return res.status(500).json({ error: "User not found" });'),
    "an empty list with 404": on('get("/users"', "const users = await User.find(); if (users.length === 0) return res.status(404).json({ error: \"No\" });"),
    "a house whose DELETE answers 204": {
      code: on('delete("/users/:id"', `${find} if (!user) return res.status(204).end();`), settings: { conventions: { deletedMissing: 204 } }, options: checked,
    },
  },
  reports: {
    "400": failing({ route: get, after: `${find} if (!user)`, status: 400, right: [404], messageId: "missing" }),
    "422": failing({ route: get, after: `${find} if (!user)`, status: 422, right: [404], messageId: "missing" }),
    "500": failing({ route: get, after: `${find} if (!user)`, status: 500, right: [404], messageId: "missing" }),
    "with words that confirm it": failing({ route: get, after: `${find} if (!user)`, status: 400, says: "User not found", right: [404], messageId: "missing" }),
    "the id in a variable": failing({ route: get, after: "const { id } = req.params; const user = await User.findById(id); if (!user)", status: 400, right: [404], messageId: "missing" }),
    "the id among others": failing({
      route: get, after: "const user = await User.findOne({ _id: req.params.id, team: req.user.team }); if (!user)", status: 400, right: [404], messageId: "missing",
    }),
    "a comparison with null": failing({ route: get, after: `${find} if (user === null)`, status: 400, right: [404], messageId: "missing" }),
    "nothing deleted": failing({
      route: 'delete("/users/:id"', after: "const { deletedCount } = await User.deleteOne({ _id: req.params.id }); if (deletedCount === 0)", status: 400, right: [404], messageId: "missing",
    }),
    "a look-up by something that is not seen": failing({ route: get, after: "const user = await users.find(id); if (!user)", status: 400, right: [404, 500], messageId: "missing" }),
    "whoever asks": failing({ route: 'get("/me"', after: "const user = await User.findById(req.user.id); if (!user)", status: 400, right: [404, 401, 500], messageId: "missing" }),
    "whoever asks, by more than one call": failing({ route: 'get("/me"', after: 'const user = await User.findById(req.user.id).populate("team"); if (!user)', status: 400, right: [404, 401, 500], messageId: "missing" }),
    "whoever asks, by a filter": failing({ route: 'get("/me"', after: "const { email } = req.user; const user = await db.user.findUnique({ where: { email }, select: { name: true } }); if (!user)", status: 400, right: [404, 401, 500], messageId: "missing" }),
    "whoever asks, with words for something else": failing({ route: 'post("/me"', after: "const user = await User.findOne({ email: req.user.email }); if (!user)", says: "That name is already in use", status: 400, right: [404, 401], messageId: "missing" }),
    "somebody whom a middleware attached": failing({ route: 'get("/me"', after: "const doctor = await Doctor.findById(req.doctor.id); if (!doctor)", status: 400, right: [404, 401, 500], messageId: "missing" }),
    "somebody whom a middleware attached, by a name for the key": failing({ route: 'get("/me"', after: "const patientId = req.patient._id; const patient = await User.findById(patientId); if (!patient)", status: 400, right: [404, 401, 500], messageId: "missing" }),
    "whoever asks, in a session that has begun": failing({ route: 'get("/auth/me", requireAuth', after: "const user = await User.findById(req.user.id); if (!user)", status: 400, right: [404, 401, 500], messageId: "missing" }),
    "words alone, where they are checked": failing({
      route: get, after: "if (lacks(req))", status: 500, says: "User not found", right: [404], messageId: "missing", options: { checkWords: true }, certainty: "weak",
    }),
    "an empty list, where they are checked": failing({
      route: 'get("/users"', after: "const users = await User.find(); if (users.length === 0)", status: 404, right: [200], messageId: "empty", options: { checkEmptyLists: true }, becomes: null,
    }),
    "an empty list that the words call missing": failing({
      route: 'get("/users"', after: "const users = await User.find(); if (!users.length)", status: 404, says: "No users found", right: [200], messageId: "empty", options: { checkEmptyLists: true }, becomes: null,
    }),
    "404 where a DELETE answers 204": failing({
      route: 'delete("/users/:id"', after: `${find} if (!user)`, status: 404, right: [204], messageId: "deleted", settings: { conventions: { deletedMissing: 204 } },
      becomes: "res.status(204).end()",
    }),
  },
});
