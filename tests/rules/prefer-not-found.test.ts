import { rule } from "../../src/rules/prefer-not-found.ts";
import { failing } from "../support/failing-answer.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const get = 'get("/users/:id"';
const find = "const user = await User.findById(req.params.id);";
const checked = { checkWords: true, checkEmptyLists: true, checkAssumed: true };
const change = "await User.findByIdAndUpdate(req.params.id, req.body);";
const assumed = (code: string, at: string, title = "200 OK") => ({
  code, at, options: { checkAssumed: true }, messageId: "assumed", data: { title, right: "404 Not Found" },
});
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
      "whoever asks, with words for something else": on('post("/me"', 'const user = await User.findOne({ email: req.user.email }); if (!user) return res.status(409).json({ error: "That name is already in use" });'),
      "whoever asks, in a change, after somebody has looked": on('put("/auth/me", requireAuth', `const user = await User.findById(req.user.id); if (!user) return ${no}`),
      "whoever asks, with words for bad input": on('post("/me"', 'const user = await User.findOne({ email: req.user.email }); if (!user) return res.status(400).json({ error: "Invalid request" });'),
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
    ...withOptions(checked, {
      // Somebody asks whether the record is there.
      "a guard": on(get, `${find} if (!user) return next(); res.json(user);`),
      "a guard behind it": on(get, `${find} if (user) return res.json(user); res.status(404).end();`),
      "a condition in the content": on(get, `${find} res.json(user ? user : {});`),
      "a member, which would throw": on(get, `${find} res.json(user.name);`),
      "a function that may throw": on(get, `${find} res.json(toUser(user));`),
      "an assertion": on(get, `${find} assert(user); res.json(user);`),
      "a look-up that throws": on(get, "const user = await User.findById(req.params.id).orFail(); res.json(user);"),
      "a look-up with a rejection": on(get, "const user = await User.findByPk(req.params.id, { rejectOnEmpty: true }); res.json(user);"),
      "a change that makes what is missing": on('put("/users/:id"', "await User.updateOne({ _id: req.params.id }, req.body, { upsert: true }); res.end();"),
      "a change after a look-up": on('put("/users/:id"', `${find} if (!user) return next(); ${change} res.json({ ok: true });`),
      "a change before a look-up": on('put("/users/:id"', `${change} ${find} if (!user) return next(); res.json(user);`),
      "a change whose result is asked": on('put("/users/:id"', "const { matchedCount } = await User.updateOne({ _id: req.params.id }, req.body); if (matchedCount === 0) return next(); res.end();"),
      "a change whose result is shown": on('put("/users/:id"', "const result = await User.updateOne({ _id: req.params.id }, req.body); res.json(result.acknowledged);"),
      "a change of the caller's own": on('put("/users/:id"', `if (req.user.id !== req.params.id) return next(); ${change} res.json({ ok: true });`),
      "a middleware of the route": on('get("/users/:id", userExists', `${find} res.json(user);`),
      "a middleware that checks the id": on('get("/users/:id", validateUserId', `${find} res.json(user);`),
      "a layer of the project, which may throw": on(get, "const user = await userService.findById(req.params.id); res.json(user);"),

      // The path names no record, or its want is no fault.
      "a look-up by the query": on('get("/users"', "const user = await User.findOne({ name: req.query.name }); res.json(user);"),
      "a look-up of the caller": on('get("/me"', "const user = await User.findById(req.user.id); res.json(user);"),
      "a look-up by an id in the content, which a middleware may have put there": on('post("/profile"', "const user = await User.findById(req.body.userId); res.json({ success: true, user });"),
      "a change by an id in the content": on('put("/users"', "await User.findByIdAndUpdate(req.body.id, req.body); res.json({ ok: true });"),
      "a change to what the path names": on('put("/teams/:id/mine"', "await User.findByIdAndUpdate(req.user.id, { team: req.params.id }); res.json({ ok: true });"),
      "a list": on(get, "const users = await User.find({ team: req.params.id }); res.json(users);"),
      "an array": on(get, "const user = users.find(({ id }) => id === req.params.id); res.json(user);"),
      "a DELETE, which may come twice": on('delete("/users/:id"', `${change} res.json({ ok: true });`),
      "a record beside the answer": on(get, `${find} res.json({ ok: true });`),
      "an answer before it": on('put("/users/:id"', `res.json({ ok: true }); ${change}`),
      "a change on one of the paths": on('put("/users/:id"', `if (req.body.name) { ${change} } res.json({ ok: true });`),
      "a failure": on('put("/users/:id"', "try { await User.findByIdAndUpdate(req.params.id, req.body); } catch (error) { return res.json({ error: true }); } next();"),
      "a webhook, whatever it finds": on('post("/webhooks/:id"', `${change} res.json({ ok: true });`),
    }),
    "whoever asks, after somebody has looked": on('get("/auth/me", requireAuth', `const user = await User.findById(req.user.id); if (!user) return ${no}`),
    "a record that is shown, where it is left alone": on(get, `${find} res.json(user);`),
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
    "somebody whom a middleware attached": failing({ route: 'get("/me"', after: "const doctor = await Doctor.findById(req.doctor.id); if (!doctor)", status: 400, right: [404, 401, 500], messageId: "missing" }),
    "somebody whom a middleware attached, by a name for the key": failing({ route: 'get("/me"', after: "const patientId = req.patient._id; const patient = await User.findById(patientId); if (!patient)", status: 400, right: [404, 401, 500], messageId: "missing" }),
    "a reference in the content, by somebody who is known": failing({
      route: 'post("/orders", requireAuth', after: "const product = await Product.findById(req.body.product); if (!product)", status: 500, right: [404, 400, 401], messageId: "missing",
    }),
    "whoever asks, after somebody has looked, where words are checked": failing({
      route: 'get("/me", requireAuth', after: "const user = await User.findById(req.user.id); if (!user)", status: 400, says: "User not found", right: [404, 401],
      messageId: "missing", options: { checkWords: true },
    }),
    "words alone, where they are checked": failing({
      route: get, after: "if (lacks(req))", status: 500, says: "User not found", right: [404], messageId: "missing", options: { checkWords: true }, certainty: "weak",
    }),
    "an empty list, where they are checked": failing({
      route: 'get("/users"', after: "const users = await User.find(); if (users.length === 0)", status: 404, right: [200], messageId: "empty", options: { checkEmptyLists: true }, becomes: null,
    }),
    "an empty list that the words call missing": failing({
      route: 'get("/users"', after: "const users = await User.find(); if (!users.length)", status: 404, says: "No users found", right: [200], messageId: "empty", options: { checkEmptyLists: true }, becomes: null,
    }),
    "a record that is shown without asking": assumed(on(get, `${find} res.json(user);`), "res.json(user)"),
    "among other things": assumed(on(get, `${find} res.status(200).json({ success: true, data: user });`), "res.status(200).json({ success: true, data: user })"),
    "in a log as well": assumed(on(get, `${find} console.log(user); res.json(user);`), "res.json(user)"),
    "at once": assumed(on(get, "res.json(await User.findOne({ _id: req.params.id, team: req.user.team }).populate(\"team\").lean());"), 'res.json(await User.findOne({ _id: req.params.id, team: req.user.team }).populate("team").lean())'),
    "of a Prisma client": assumed(on(get, "const user = await prisma.user.findUnique({ where: { id: Number(req.params.id) } }); res.json(user);"), "res.json(user)"),
    "of a repository": assumed(on(get, "const user = await this.userRepository.findOneBy({ id: req.params.id }); res.json(user);"), "res.json(user)"),
    "after its form was asked": assumed(on(get, `if (!mongoose.isValidObjectId(req.params.id)) return next(); ${find} res.json(user);`), "res.json(user)"),
    "a change whose result is dropped": assumed(on('put("/users/:id"', `${change} res.json({ message: "Updated" });`), 'res.json({ message: "Updated" })'),
    "a change whose result is shown as it is": assumed(on('put("/users/:id"', "const user = await User.findByIdAndUpdate(req.params.id, req.body); res.json(user);"), "res.json(user)"),
    "a change by a filter in a variable": assumed(on('put("/users/:id"', "const { id } = req.params; const query = { _id: id }; await User.updateOne(query, req.body).exec(); res.status(204).end();"), "res.status(204).end()", "204 No Content"),
    "a change in a try": assumed(on('put("/users/:id"', `try { ${change} res.json({ ok: true }); } catch (error) { next(error); }`), "res.json({ ok: true })"),
    "a change beside another look-up that may not happen": assumed(on('put("/users/:id"', `if (req.body.team) { const old = await User.findById(req.params.id); leave(old.team); } ${change} res.json({ ok: true });`), "res.json({ ok: true })"),
    "404 where a DELETE answers 204": failing({
      route: 'delete("/users/:id"', after: `${find} if (!user)`, status: 404, right: [204], messageId: "deleted", settings: { conventions: { deletedMissing: 204 } },
      becomes: "res.status(204).end()",
    }),
  },
});
