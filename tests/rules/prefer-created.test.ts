import { rule } from "../../src/rules/prefer-created.ts";
import { run } from "../support/rule-tester.ts";

/** The statements of a handler of an Express application. */
const on = (route: string, statements: string, imports = ""): string => `
  import express from "express";${imports}
  const router = express.Router();
  router.${route}, async (req, res) => {
    ${statements}
  });
`;
const post = (statements: string, imports?: string): string => on('post("/users"', statements, imports);
const create = "const user = await User.create(req.body);";

/** `--fix` keeps away from changes that rest on names. */
const namesChecked = { options: { checkNames: true }, settings: { fix: "evident" as const } };

const created = { messageId: "created", data: { title: "200 OK" } };
const notCreated = (method: string) => ({ messageId: "notCreated", data: { method } });

const answer = (tier: "evident" | "choice", title: string, output: string) => ({ tier, messageId: "answer", data: { title }, output });
const evident = (output: string) => [answer("evident", "201 Created", output)];
const choice = (output: string) => [answer("choice", "201 Created", output)];

/** A report on an answer whose creation is shown, and the answer as it ought to be. */
const shown = (before: string, after: string, at: string) => ({ code: before, at, ...created, cures: evident(after) });

/** The description of a route promises a status. */
const described = (method: string, code: number, statements: string) => on(`${method}("/users", describe({ responses: { ${code}: { description: "User" } } })`, statements);

run(rule, {
  silent: {
    "a 200 that the description of the route promises": described("post", 200, `${create} res.json(user);`),
    "a 201 of a GET that the description of the route promises": described("get", 201, "res.status(201).json(users);"),
    "a creation that is said": post(`${create} res.status(201).json(user);`),
    "an insert and an acknowledgement": post('await User.create(req.body); res.json({ message: "Done" });'),
    "a call that may store something and an acknowledgement": { code: post('await createBrand(req.body); res.json({ success: true });'), ...namesChecked },
    "another record, of the one that was stored": post(`${create} const team = await getTeam(user.team); res.json(team);`),
    "a like": { code: post("createLike(req.params.id); res.sendStatus(200);"), ...namesChecked },
    "a message in a form of contact": on('post("/add"', "const contact = new Contact(req.body); const saved = await contact.save(); res.json({ saved });"),
    "what sends mail": { code: post('const mailer = nodemailer.createTransport(options); await mailer.sendMail(mail); res.sendStatus(200);'), ...namesChecked },
    "an insert on the way to other content": { code: post("await Visit.create(req.body); res.json(page);"), ...namesChecked },
    "a GET with 200": on('get("/users"', "res.json(await User.find());"),
  },
  reports: {
    "a 200 where a description promises 201": shown(
      described("post", 201, `${create} res.json(user);`), described("post", 201, `${create} res.status(201).json(user);`), "res.json(user)"),
    "a 200 that a description promises, in strict": {
      code: described("post", 200, `${create} res.json(user);`), options: { checkDeclared: true }, at: "res.json(user)", messageId: "declared", data: { title: "200 OK" },
      cures: [{ tier: "choice", messageId: "declare", data: { title: "201 Created" }, output: described("post", 200, `${create} res.status(201).json(user);`) }],
    },
    // What was stored is shown.
    "the default status": shown(post(`${create} res.json(user);`), post(`${create} res.status(201).json(user);`), "res.json(user)"),
    "a written 200": shown(post(`${create} res.status(200).json(user);`), post(`${create} res.status(201).json(user);`), "res.status(200).json(user)"),
    "a chain with fields": shown(
      post(`${create} res.status(200).set("x-a", "1").send(user);`), post(`${create} res.status(201).set("x-a", "1").send(user);`), 'res.status(200).set("x-a", "1").send(user)'),
    "two statements": shown(post(`${create} res.status(200); res.json(user);`), post(`${create} res.status(201); res.json(user);`), "res.json(user)"),
    "an assigned statusCode": shown(
      post(`${create} res.statusCode = 200; res.json(user);`), post(`${create} res.statusCode = 201; res.json(user);`), "res.json(user)"),
    "a constant of http-status-codes": shown(
      post(`${create} res.status(StatusCodes.OK).json(user);`, 'import { StatusCodes } from "http-status-codes";'),
      post(`${create} res.status(StatusCodes.CREATED).json(user);`, 'import { StatusCodes } from "http-status-codes";'), "res.status(StatusCodes.OK).json(user)"),
    "a constant of http-status": shown(
      post(`${create} res.status(httpStatus.OK).json(user);`, 'import httpStatus from "http-status";'),
      post(`${create} res.status(httpStatus.CREATED).json(user);`, 'import httpStatus from "http-status";'), "res.status(httpStatus.OK).json(user)"),
    "a record that is read again by its id": shown(
      post(`${create} const found = await users.findById(user.id); res.json(found);`), post(`${create} const found = await users.findById(user.id); res.status(201).json(found);`), "res.json(found)"),
    "a record that a transaction gives back": shown(
      post("const user = await service.transactional((it) => it.create(req.body)); res.json(user);"),
      post("const user = await service.transactional((it) => it.create(req.body)); res.status(201).json(user);"), "res.json(user)"),
    "a member of an envelope": shown(
      post(`${create} res.json({ success: true, data: user });`), post(`${create} res.status(201).json({ success: true, data: user });`), "res.json({ success: true, data: user })"),
    "a part of it": shown(post(`${create} res.json({ id: user.id });`), post(`${create} res.status(201).json({ id: user.id });`), "res.json({ id: user.id })"),
    "the call itself": shown(
      post("res.json(await User.create(req.body));"), post("res.status(201).json(await User.create(req.body));"), "res.json(await User.create(req.body))"),
    "a new document that is saved": shown(
      post("const user = new User(req.body); await user.save(); res.json(user);"),
      post("const user = new User(req.body); await user.save(); res.status(201).json(user);"), "res.json(user)"),
    "what the save gives back": shown(
      post("const user = new User(req.body); const saved = await user.save(); res.json(saved);"),
      post("const user = new User(req.body); const saved = await user.save(); res.status(201).json(saved);"), "res.json(saved)"),
    "a repository": shown(
      post("const user = await users.save(users.create(req.body)); res.json(user);"),
      post("const user = await users.save(users.create(req.body)); res.status(201).json(user);"), "res.json(user)"),
    "an insert in SQL": shown(
      post('const { rows } = await db.query("INSERT INTO users (name) VALUES ($1) RETURNING *", [req.body.name]); res.json(rows[0]);'),
      post('const { rows } = await db.query("INSERT INTO users (name) VALUES ($1) RETURNING *", [req.body.name]); res.status(201).json(rows[0]);'), "res.json(rows[0])"),
    "a client of Prisma": shown(
      post("const user = await prisma.user.create({ data: req.body }); res.json(user);"),
      post("const user = await prisma.user.create({ data: req.body }); res.status(201).json(user);"), "res.json(user)"),
    "a promise": shown(
      post("User.create(req.body).then((user) => res.json(user)).catch(next);"),
      post("User.create(req.body).then((user) => res.status(201).json(user)).catch(next);"), "res.json(user)"),
    "a callback": shown(
      post("User.create(req.body, (err, user) => { if (err) return res.sendStatus(500); res.json(user); });"),
      post("User.create(req.body, (err, user) => { if (err) return res.sendStatus(500); res.status(201).json(user); });"), "res.json(user)"),
    "a try block": shown(
      post(`try { ${create} res.json(user); } catch (error) { res.status(500).json({ error }); }`),
      post(`try { ${create} res.status(201).json(user); } catch (error) { res.status(500).json({ error }); }`), "res.json(user)"),
    "a try whose catch always leaves": shown(
      post("let user; try { user = await User.create(req.body); } catch (error) { return res.sendStatus(500); } res.json(user);"),
      post("let user; try { user = await User.create(req.body); } catch (error) { return res.sendStatus(500); } res.status(201).json(user);"), "res.json(user)"),
    "a form of what was created": shown(
      post(`${create} const plain = user.toJSON(); res.json(plain);`),
      post(`${create} const plain = user.toJSON(); res.status(201).json(plain);`), "res.json(plain)"),
    "a model whose name begins like another server": shown(
      post("const key = await ApiKey.create(req.body); res.json(key);"),
      post("const key = await ApiKey.create(req.body); res.status(201).json(key);"), "res.json(key)"),
    "a function that creates what the answer shows": {
      code: post("const user = createUser(req.body); res.json({ user });"),
      ...namesChecked, at: "res.json({ user })", ...created,
      cures: [answer("choice", "201 Created", post("const user = createUser(req.body); res.status(201).json({ user });"))],
    },
    "without what nobody may see": shown(
      post(`${create} const { password, ...rest } = user; res.json(rest);`),
      post(`${create} const { password, ...rest } = user; res.status(201).json(rest);`), "res.json(rest)"),
    "a wrapped handler": shown(
      `import express from "express"; express().post("/users", asyncHandler(async (req, res) => { ${create} res.json(user); }));`,
      `import express from "express"; express().post("/users", asyncHandler(async (req, res) => { ${create} res.status(201).json(user); }));`, "res.json(user)"),
    "a chain of routes": shown(
      `import express from "express"; express.Router().route("/users").get(list).post(async (req, res) => { ${create} res.json(user); });`,
      `import express from "express"; express.Router().route("/users").get(list).post(async (req, res) => { ${create} res.status(201).json(user); });`, "res.json(user)"),
    "a route in a comment": shown(
      `import express from "express";\n/** @route POST /api/users */\nexports.add = async (req, res) => { ${create} res.json(user); };`,
      `import express from "express";\n/** @route POST /api/users */\nexports.add = async (req, res) => { ${create} res.status(201).json(user); };`, "res.json(user)"),
    "a guard on the method": shown(
      `import http from "node:http"; http.createServer(async (req, res) => { if (req.method === "POST") { ${create} res.statusCode = 200; return res.end(JSON.stringify(user)); } res.end("[]"); });`,
      `import http from "node:http"; http.createServer(async (req, res) => { if (req.method === "POST") { ${create} res.statusCode = 201; return res.end(JSON.stringify(user)); } res.end("[]"); });`,
      "res.end(JSON.stringify(user))"),
    "types": {
      ...shown(
        `import type { Request, Response } from "express"; import { router } from "./router"; router.post("/users", add); async function add(request: Request, response: Response) { const user = await User.create(request.body); response.json(user); }`,
        `import type { Request, Response } from "express"; import { router } from "./router"; router.post("/users", add); async function add(request: Request, response: Response) { const user = await User.create(request.body); response.status(201).json(user); }`,
        "response.json(user)"),
      filename: "users.ts",
    },

    "authors": shown(
      on('post("/authors"', `${create} res.json(user);`), on('post("/authors"', `${create} res.status(201).json(user);`), "res.json(user)"),
    "quotes": shown(
      on('post("/quotes"', `${create} res.json(user);`), on('post("/quotes"', `${create} res.status(201).json(user);`), "res.json(user)"),
    "reports": shown(
      on('post("/reports"', `${create} res.json(user);`), on('post("/reports"', `${create} res.status(201).json(user);`), "res.json(user)"),
    "testimonials": shown(
      on('post("/testimonials"', `${create} res.json(user);`), on('post("/testimonials"', `${create} res.status(201).json(user);`), "res.json(user)"),
    "blogs": shown(
      on('post("/blogs"', "const blog = await Blog.create(req.body); res.json(blog);"),
      on('post("/blogs"', "const blog = await Blog.create(req.body); res.status(201).json(blog);"), "res.json(blog)"),
    "documents": shown(
      on('post("/documents"', "const entry = await Document.create(req.body); res.json(entry);"),
      on('post("/documents"', "const entry = await Document.create(req.body); res.status(201).json(entry);"), "res.json(entry)"),
    "clients": shown(
      on('post("/clients"', "const entry = new Client(req.body); await entry.save(); res.json(entry);"),
      on('post("/clients"', "const entry = new Client(req.body); await entry.save(); res.status(201).json(entry);"), "res.json(entry)"),
    "a registration under /auth": shown(
      on('post("/auth/register"', `${create} res.json({ token: sign(user.id), user });`),
      on('post("/auth/register"', `${create} res.status(201).json({ token: sign(user.id), user });`), "res.json({ token: sign(user.id), user })"),
    "a builder of queries": shown(
      on('post("/users"', 'const [user] = await db("users").insert(req.body).returning("*"); res.json(user);'),
      on('post("/users"', 'const [user] = await db("users").insert(req.body).returning("*"); res.status(201).json(user);'), "res.json(user)"),
    "a board of jobs": shown(
      on('post("/jobs"', "const job = await Job.create(req.body); res.json(job);"),
      on('post("/jobs"', "const job = await Job.create(req.body); res.status(201).json(job);"), "res.json(job)"),
    "an answer that a PUT shares": {
      code: `import express from "express"; const keep = async (req, res) => { ${create} res.json(user); }; express.Router().route("/users").post(keep).put(keep);`,
      at: "res.json(user)", ...created,
    },

    // Names, when they are checked.
    "a name and an insert": {
      code: `export const createUser = async (req, res) => { ${create} res.json(user); };`,
      ...namesChecked,
      at: "res.json(user)", ...created,
      cures: choice(`export const createUser = async (req, res) => { ${create} res.status(201).json(user); };`),
    },
    "a name and an insert that the answer does not show": {
      code: "exports.registerUser = async (req, res) => { const user = new User(req.body); await user.save(); res.json({ token: sign(req.body) }); };",
      ...namesChecked,
      at: "res.json({ token: sign(req.body) })", ...created,
      cures: choice("exports.registerUser = async (req, res) => { const user = new User(req.body); await user.save(); res.status(201).json({ token: sign(req.body) }); };"),
    },
    "a method of a class": {
      code: "export class Users { async create(req, res) { const user = await this.users.create(req.body); res.json(user); } }",
      ...namesChecked,
      at: "res.json(user)", ...created,
      cures: choice("export class Users { async create(req, res) { const user = await this.users.create(req.body); res.status(201).json(user); } }"),
    },
    "a service that stores by a named handler": {
      code: on('post("/users", createUser); async function createUser(req, res) { const user = await userService.create(req.body); res.json(user); } router.get("/"', "res.json([]);"),
      ...namesChecked,
      at: "res.json(user)", ...created,
      cures: choice(on('post("/users", createUser); async function createUser(req, res) { const user = await userService.create(req.body); res.status(201).json(user); } router.get("/"', "res.json([]);")),
    },
    "an insert that only a message tells": {
      code: post('await User.create(req.body); res.json({ message: "User created" });'),
      ...namesChecked,
      at: 'res.json({ message: "User created" })', ...created,
      cures: choice(post('await User.create(req.body); res.status(201).json({ message: "User created" });')),
    },

    "an insert and an answer that acknowledges it": {
      code: post('await User.create(req.body); res.json({ success: true, message: "Done" });'),
      ...namesChecked,
      at: 'res.json({ success: true, message: "Done" })', ...created,
      cures: choice(post('await User.create(req.body); res.status(201).json({ success: true, message: "Done" });')),
    },
    "a call that stores by its name and an answer without words": {
      code: post("createComment(req.body); res.sendStatus(200);"),
      ...namesChecked,
      at: "res.sendStatus(200)", ...created,
      cures: choice(post("createComment(req.body); res.sendStatus(201);")),
    },

    "a route that registers": {
      code: on('post("/register"', "const user = new User(req.body); await user.save(); res.json({ token: sign(req.body) });"),
      ...namesChecked,
      at: "res.json({ token: sign(req.body) })", ...created,
      cures: choice(on('post("/register"', "const user = new User(req.body); await user.save(); res.status(201).json({ token: sign(req.body) });")),
    },

    // 201 for what creates nothing.
    "201 for a GET": {
      code: on('get("/users"', "res.status(201).json(await User.find());"),
      at: "res.status(201).json(await User.find())", ...notCreated("GET"),
      cures: [answer("evident", "200 OK", on('get("/users"', "res.status(200).json(await User.find());"))],
    },
    "201 for a DELETE": {
      code: on('delete("/users/:id"', "const user = await User.remove(req.params.id); res.status(201).json({ user });"),
      at: "res.status(201).json({ user })", ...notCreated("DELETE"),
      cures: [answer("evident", "200 OK", on('delete("/users/:id"', "const user = await User.remove(req.params.id); res.status(200).json({ user });"))],
    },
    "201 for a DELETE without content": {
      code: on('delete("/users/:id"', "res.status(201).end();"),
      at: "res.status(201).end()", ...notCreated("DELETE"),
      cures: [answer("evident", "204 No Content", on('delete("/users/:id"', "res.status(204).end();"))],
    },
    "201 by a constant for a GET": {
      code: on('get("/users"', "res.status(StatusCodes.CREATED).json([]);", 'import { StatusCodes } from "http-status-codes";'),
      at: "res.status(StatusCodes.CREATED).json([])", ...notCreated("GET"),
      cures: [answer("evident", "200 OK", on('get("/users"', "res.status(StatusCodes.OK).json([]);", 'import { StatusCodes } from "http-status-codes";'))],
    },
    "201 for a GET that only its name tells": {
      code: "export const getUser = (req, res) => { res.status(201).json(req.user); };",
      ...namesChecked,
      at: "res.status(201).json(req.user)", ...notCreated("GET"),
      cures: [answer("choice", "200 OK", "export const getUser = (req, res) => { res.status(200).json(req.user); };")],
    },
  },
});
