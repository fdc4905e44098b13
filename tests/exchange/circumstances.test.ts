import { describe, expect, it } from "vitest";
import { no, reasons } from "./reasons.ts";

const find = `const user = await User.findById(req.params.id);`;

const guarded: readonly (readonly [statements: string, reason: string])[] = [
  [`${find} if (!user) ${no}`, "missing strong 404"],
  [`if (!process.env.KEY) ${no}`, "unexpected strong 500"],
  [`const order = await Order.findById(id); if (order.userId !== caller) ${no}`, "forbidden strong 403"],
  [`const order = await Order.findById(id); if (order.owner.toString() !== caller) return res.status(401).json({ error: "Unauthorized" });`, "forbidden strong 403"],
  [`try { data = JSON.parse(req.body.data); await store(data); } catch (error) { return res.status(400).end(); }`, "unexpected strong 500"],
  [`${find} if (user === null) ${no}`, "missing strong 404"],
  [`${find} if (user == null) ${no}`, "missing strong 404"],
  [`${find} if (user === undefined) ${no}`, "missing strong 404"],
  [`${find} if (null === user) ${no}`, "missing strong 404"],
  [`${find} if (!user) { ${no} }`, "missing strong 404"],
  [`${find} if (user) { next(); } else { ${no} }`, "missing strong 404"],
  [`let user; user = await User.findById(id); if (!user) ${no}`, "missing strong 404|500"],
  [`const user = users.find((one) => one.id === id); if (!user) ${no}`, "missing strong 404|500"],
  [`const index = users.findIndex((one) => one.id === id); if (index === -1) ${no}`, "missing strong 404"],
  [`const { rows } = await db.query(sql); if (rows.length === 0) ${no}`, "missing strong 404|500"],
  [`const [user] = await db.query(sql); if (!user) ${no}`, "missing strong 404|500"],
  [`const result = await users.deleteOne({ _id }); if (result.deletedCount === 0) ${no}`, "missing strong 404"],
  [`const { deletedCount } = await users.deleteOne({ _id }); if (!deletedCount) ${no}`, "missing strong 404"],
  [`if (!(await User.exists({ _id }))) ${no}`, "missing strong 404|500"],
  [`User.findById(id, (err, user) => { if (!user) ${no} });`, "missing strong 404|500"],
  [`User.findById(id).then((user) => { if (!user) ${no} });`, "missing strong 404|500"],
  [`if (!req.body.name) ${no}`, "invalid strong 400"],
  [`const { name } = req.body; if (!name) ${no}`, "invalid strong 400"],
  [`const { name, email } = req.body; if (!name || !email) ${no}`, "invalid strong 400"],
  [`const name = req.query.name; if (name === undefined) ${no}`, "invalid strong 400"],
  [`if (!req.file) ${no}`, "invalid strong 400"],
  [`const errors = validationResult(req); if (!errors.isEmpty()) ${no}`, "invalid strong 400"],
  [`const { error } = schema.validate(req.body); if (error) ${no}`, "invalid strong 400"],
  [`const result = schema.safeParse(req.body); if (!result.success) ${no}`, "invalid strong 400"],
  [`if (!mongoose.Types.ObjectId.isValid(id)) ${no}`, "invalid strong 400|404"],
  [`if (!req.params.id) ${no}`, "invalid strong 400|404"],
  [`const { token } = req.body; if (!token) ${no}`, "invalid strong 400|401|403"],
  [`const token = req.headers.authorization?.split(" ")[1]; if (!token) ${no}`, "unauthenticated strong 401"],
  [`const token = req.header("Authorization"); if (!token) ${no}`, "unauthenticated strong 401"],
  [`const user = await User.findById(req.body.user); if (!user) ${no}`, "missing strong 404|400|401|409|422"],
  [`const { email } = req.body; const user = await User.findOne({ email }); if (!user) ${no}`, "missing strong 404|400|401|409|422"],
  [`const user = await User.findById(req.user.id); if (!user) ${no}`, "missing strong 404|401|500"],
  [`const { id } = req.params; const user = await User.findOne({ _id: id, owner: req.user.id }); if (!user) ${no}`, "missing strong 404"],
  [`const order = await Order.findById(req.params.id); const user = await User.findById(order.user); if (!user) ${no}`, "missing strong 404|400|409|422"],
  [`const users = await User.find(); if (users.length === 0) ${no}`, "empty strong 200"],
  [`const users = await User.find({ active: true }); if (!users.length) ${no}`, "empty strong 200"],
  [`const ok = await bcrypt.compare(req.body.oldPassword, user.password); if (!ok) ${no}`, "unauthenticated strong 401|400|403|422"],
  [`if (!req.user || req.user.role !== "admin") ${no}`, "forbidden strong 403|401"],
  [`const link = jwt.verify(req.body.link, key); if (link.user !== req.user.id) ${no}`, "forbidden strong 403|400"],
  [`const bearer = jwt.verify(req.headers.authorization, key); if (bearer.id !== req.user.id) ${no}`, "forbidden strong 403"],
  [`if (!["admin", "editor"].includes(req.user.role)) ${no}`, "forbidden strong 403"],
  [`if (!roles.includes(role)) ${no}`, "forbidden strong 403"],
  [`const { success } = await ratelimit.limit(ip); if (!success) ${no}`, "limited strong 429"],
  [`if (!req.user) ${no}`, "unauthenticated strong 401"],
  [`if (!req.session.userId) ${no}`, "unauthenticated strong 401"],
  [`if (!req.isAuthenticated()) ${no}`, "unauthenticated strong 401"],
  [`const token = req.headers.authorization; if (!token) ${no}`, "unauthenticated strong 401"],
  [`const { token } = req.cookies; if (!token) ${no}`, "unauthenticated strong 401"],
  [`const ok = await bcrypt.compare(password, user.password); if (!ok) ${no}`, "unauthenticated strong 401"],
  [`if (!(await bcrypt.compare(password, user.password))) ${no}`, "unauthenticated strong 401"],
  [`const isMatch = await bcrypt.compare(password, user.password); if (!isMatch) ${no}`, "unauthenticated strong 401"],
  [`if (req.user.role !== "admin") ${no}`, "forbidden strong 403"],
  [`if (!req.user.isAdmin) ${no}`, "forbidden strong 403"],
  [`if (post.author.toString() !== req.user.id) ${no}`, "forbidden strong 403"],
  [`if (!post.author.equals(req.user._id)) ${no}`, "forbidden strong 403"],
  [`const found = await User.findOne({ email }); if (found) ${no}`, "duplicate strong 409"],
  [`const exists = await User.findOne({ email: req.body.email }); if (exists) ${no}`, "duplicate strong 409"],
  [`const user = await User.findOne({ email }); if (user) ${no}`, "duplicate strong 409"],
];

describe("guards tell why", () => {
  it.each(guarded)("%s", (statements, reason) => {
    expect(reasons(statements)).toEqual([reason]);
  });
});

const silent: readonly string[] = [
  `if (!ok) ${no}`,
  `if (!doctor.available) ${no}`,
  `const rows = await Row.find({ parent: req.params.id }); if (rows.length === 0) ${no}`,
  `if (attempts >= limit) ${no}`,
  `const user = await User.findById(req.params.id); if (user) ${no}`,
  `if (items.length > 10) ${no}`,
  `const count = await User.countDocuments(); if (count > 3) ${no}`,
  `${find} if (user) ${no}`,
  `if (req.query.page > 10) ${no}`,
  `if (req.user) ${no}`,
  `if (req.body.name) ${no}`,
  `const stock = product.stock; if (stock < 1) ${no}`,
  `if (process.env.NODE_ENV === "production") ${no}`,
  `${find} if (!user) { log(); } ${no}`,
  `${find} if (!user) return next(); ${no}`,
];

describe("guards that tell nothing", () => {
  it.each(silent)("%s", (statements) => {
    expect(reasons(statements)).toEqual(["none"]);
  });
});

const choices: readonly (readonly [statements: string, reasons: readonly string[]])[] = [
  [`const code = req.query.code; res.status(code ?? 202).end();`, ["none"]],
  [`const code = req.query.code; res.status(code || 202).end();`, ["none"]],
  [`const { name } = req.body; name || res.status(400).end();`, ["invalid strong 400"]],
  [`const { name } = req.body; !name && res.status(400).end();`, ["invalid strong 400"]],
  [`const { name } = req.body; res.status(name ? 200 : 400).end();`, ["none", "invalid strong 400"]],
];

describe("choices tell why one side of them is given, and a fallback nothing", () => {
  it.each(choices)("%s", (statements, expected) => {
    expect(reasons(statements)).toEqual(expected);
  });
});

describe("what is left over", () => {
  it.each([
    // Something else happens before the answer, or it is no failure.
    `${find} if (user) return res.json(user); const other = await load(); ${no}`,
    `${find} if (user) return res.json(user); if (odd(req)) { ${no} }`,
    `${find} if (user) return res.json(user); return res.json({});`,
    `${find} if (user) return res.json(user); return res.status(204).end();`,
    // The path goes on where the condition holds.
    `${find} if (user) log(user); ${no}`,
    `${find} if (user) { log(user); } ${no}`,
    // Not what was asked last.
    `${find} if (user) return res.json(user); if (req.user.isAdmin) log(req); ${no}`,
    `try { await save(); } catch (err) { if (err.code === "E1") return next(err); return res.status(418).end(); }`,
  ])("is not told by a condition before: %s", (statements) => {
    expect(reasons(statements).at(-1)).toMatch(/^(?:none|unexpected)/);
  });

  it.each([
    [`${find} if (user) return res.json(user); ${no}`, "missing strong 404"],
    [`${find} if (user) { res.json(user); return; } log(req); ${no}`, "missing strong 404"],
    [`${find} if (user) { res.json(user); return; } res.status(400); res.json({ error: "x" });`, "missing strong 404"],
    [`if (req.body.origins) { await save(req.body.origins); res.sendStatus(204); return; } res.status(404).end();`, "invalid strong 400"],
    [`if (req.isAuthenticated()) return next(); res.status(403).end();`, "unauthenticated strong 401"],
    [`if (req.user.role === "admin") return next(); res.status(401).end();`, "forbidden strong 403"],
  ])("is told as in the other branch: %s", (statements, reason) => {
    expect(reasons(statements).at(-1)).toBe(reason);
  });
});

const hinted: readonly (readonly [statements: string, reason: string])[] = [
  [`if (attempts >= 5) return res.status(400).json({ error: "Too many requests" });`, "limited strong 429"],
  [`if (attempts >= 5) return res.status(400).json({ error: "Stop" });`, "none"],
  [`${find} if (user) return res.status(400).json({ error: "User already exists" });`, "duplicate strong 409"],
  [`if (await User.findOne({ email })) return res.status(400).json({ error: "Email already exists" });`, "duplicate strong 409"],
  [`if (await User.findOne({ email })) return res.status(400).json({ error: "x" });`, "none"],
  [`if (await User.exists({ email })) return res.status(400).json({ error: "Email already exists" });`, "duplicate strong 409"],
  [`const { rowCount } = await db.query(sql); if (rowCount > 0) return res.status(400).json({ error: "Email already exists" });`, "duplicate strong 409"],
];

describe("guards that tell only what the words confirm", () => {
  it.each(hinted)("%s", (statements, reason) => {
    expect(reasons(statements)).toEqual([reason]);
  });
});

const caught: readonly (readonly [statements: string, reason: string])[] = [
  [`try { await save(); } catch (err) { return res.status(400).json({ error: err.message }); } next();`, "unexpected strong 500"],
  [`try { await save(); } catch { return res.status(400).end(); } next();`, "unexpected strong 500"],
  [`db.save(body, (err) => { if (err) return res.status(400).end(); next(); });`, "unexpected strong 500"],
  [`save().catch((err) => res.status(400).end());`, "unexpected strong 500"],
  [`save().then(next, (err) => res.status(400).end());`, "unexpected strong 500"],
  [`try { await save(); } catch (err) { if (err.code === 11000) ${no} next(err); } next();`, "duplicate strong 409"],
  [`try { await save(); } catch (err) { if (err.code === "P2025") ${no} next(err); } next();`, "missing strong 404"],
  [`try { await save(); } catch (err) { return res.status(403).json({ error: "Invalid token" }); } next();`, "unauthenticated weak 401|500"],
  [`try { await save(); } catch (err) { if (err instanceof InvalidTokenError) return res.status(403).json({ error: "Invalid token" }); next(err); } next();`, "unauthenticated weak 401"],
  [`try { await save(); } catch (err) { if (err instanceof InvalidTokenError) return next(err); return res.status(403).json({ error: "Invalid token" }); } next();`, "unauthenticated weak 401|500"],
  [`try { await save(); } catch (err) { if (kept instanceof Token) return res.status(403).json({ error: "Invalid token" }); next(err); } next();`, "unauthenticated weak 401|500"],
  [`try { await save(); } catch (err) { if (err.name === "ValidationError") ${no} next(err); } next();`, "invalid strong 400"],
  [`try { await save(); } catch (err) { if (err instanceof ZodError) ${no} next(err); } next();`, "invalid strong 400"],
  [`try { await save(); } catch (err) { if (err instanceof jwt.TokenExpiredError) ${no} next(err); } next();`, "unauthenticated strong 401"],
  [`try { await save(); } catch (err) { switch (err.code) { case 11000: ${no} default: next(err); } } next();`, "duplicate strong 409"],
];

describe("caught errors tell why", () => {
  it.each(caught)("%s", (statements, reason) => {
    expect(reasons(statements)).toEqual([reason]);
  });

  it("does not take a dispatch on an unknown error for an unexpected one", () => {
    expect(reasons(`try { await save(); } catch (err) { if (err instanceof OutOfStock) ${no} next(err); } next();`)).not.toEqual(["unexpected strong 500"]);
  });

  it.each([
    ["error instanceof ParsingFailure", "none"],
    ["error instanceof ValidationWarning", "none"],
    ["error instanceof PayloadValidationError", "invalid strong 400"],
    ["error instanceof errors.BadRequestError", "invalid strong 400"],
  ])("reads the name of an error of the project: %s", (test, reason) => {
    expect(reasons(`try { await save(); } catch (error) { if (${test}) ${no} next(error); } next();`)).toEqual([reason]);
  });

  it.each([
    [`if (err instanceof OutOfStock) { if (err.member === "name") ${no} }`, "none"],
    [`if (err instanceof ValidationError) { next(err); } else if (err.member === "name") { ${no} }`, "none"],
    [`if (err instanceof ValidationError) { if (err.member === "name") ${no} }`, "invalid strong 400"],
    [`if (err instanceof ValidationError) { if (err.member === "name") return res.json({ error: "Invalid name" }); }`, "invalid strong 400"],
    [`if (err.code === 11000) { if (err.index === "name") ${no} }`, "duplicate strong 409"],
  ])("a closer question leaves a known error of its kind: %s", (question, reason) => {
    expect(reasons(`try { await save(); } catch (err) { ${question} next(err); } next();`)).toEqual([reason]);
  });

  it("takes an error out of JSON.parse for bad input", () => {
    expect(reasons(`let data; try { data = JSON.parse(req.body.data); } catch { return res.status(400).end(); } next();`)).not.toEqual(["unexpected strong 500"]);
  });

  it.each([
    [`const decoded = jwt.verify(token, key); req.user = await User.findById(decoded.id); next();`, "401|500"],
    [`const { id } = await verifyIdToken(token); await touch(id); next();`, "401|500"],
    [`const decoded = jwt.verify(token, key); if (!decoded.id) throw new Error("odd"); next();`, "401|500"],
    [`const decoded = jwt.verify(token, key); for await (const one of load(decoded)) use(one); next();`, "401|500"],
    [`req.user = jwt.verify(token, key); next();`, "401"],
    [`const token = req.headers.authorization.split(" ")[1]; const { payload } = await jwtVerify(token, key); req.user = payload; next();`, "401"],
    [`req.user = await admin.auth().verifyIdToken(token); next();`, "401"],
    [`const decoded = jwt.verify(token, key); User.findById(decoded.id).then(async (user) => { await greet(user); next(); });`, "401"],
  ])("takes a failed token for a failed authentication, and for the server's where that does more: %s", (attempt, codes) => {
    expect(reasons(`try { ${attempt} } catch (error) { res.status(400).json({ message: error.message }); }`)).toEqual([`unauthenticated weak ${codes}`]);
    expect(reasons(`try { ${attempt} } catch (error) { res.status(400).json({ message: "Not authenticated" }); }`)).toEqual([`unauthenticated weak ${codes}`]);
  });
});

const said: readonly (readonly [message: string, reason: string])[] = [
  ["User not found", "missing weak 404"],
  ["Invalid email", "invalid weak 400|422"],
  ["Email already exists", "duplicate weak 409"],
  ["Too many requests", "limited weak 429"],
  ["Method not allowed", "wrong-method weak 405"],
  ["Not authenticated", "unauthenticated weak 401"],
  ["Permission denied", "forbidden weak 403"],
  ["Internal server error", "unexpected weak 500"],
  ["Welcome", "none"],
  ["Permissions updated", "none"],
  ["User created", "none"],
];

describe("words tell why", () => {
  it.each(said)("%s: %s", (message, reason) => {
    expect(reasons(`res.json({ message: ${JSON.stringify(message)} });`)).toEqual([reason]);
  });

  it("are more exact than a guard that may mean many things", () => {
    const [reason] = reasons(`const user = await User.findOne({ email }); if (!user) return res.status(400).json({ error: "Invalid credentials" });`);
    expect(reason).toMatch(/^unauthenticated weak 401\b/);
  });

  it("confirm a guard that says the same", () => {
    expect(reasons(`${find} if (!user) return res.status(400).json({ error: "User not found" });`)).toEqual(["missing strong 404"]);
  });

  it("in a catch do not hide the catch", () => {
    const [reason] = reasons(`try { await save(); } catch { return res.status(400).json({ error: "User not found" }); } next();`);
    expect(reason).toBe("missing weak 404|500");
  });
});

describe("conventions", () => {
  const invalid = `if (!req.body.name) ${no}`;
  const duplicate = `const user = await User.findOne({ email }); if (user) ${no}`;
  const forbidden = `if (!req.user.isAdmin) ${no}`;
  it.each([
    [invalid, {}, "invalid strong 400"],
    [invalid, { validation: 422 }, "invalid strong 422"],
    [invalid, { validation: "either" }, "invalid strong 400|422"],
    [duplicate, { conflict: 422 }, "duplicate strong 422"],
    [forbidden, { hidden: 404 }, "forbidden strong 404"],
    [`res.json({ message: "Email already exists" });`, { conflict: 422 }, "duplicate weak 422"],
    [`res.json({ message: "Invalid email" });`, { validation: 422 }, "invalid weak 422"],
  ] as const)("%s under %o is %s", (statements, conventions, reason) => {
    expect(reasons(statements, conventions)).toEqual([reason]);
  });
});
