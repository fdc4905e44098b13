import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-blanket-client-error.ts";
import { on, route, routeFile, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];

const get = 'get("/users"';
const all = "res.json(await User.find());";
const no = 'res.status(400).json({ error: "No" });';
const caught = (attempt: string, answer: string, path = get): string => on(path, `try { ${attempt} } catch (error) { ${answer} }`);

const blanket = (code: (answer: string) => string, at: string, quote: string, { status = 400 }: { status?: number } = {}): Report => ({
  code: code(`${at};`), at, messageId: "blanket", data: { title: titleOf(status), quote },
  cures: [{ tier: "choice", messageId: "answer", data: { title: titleOf(500) }, output: code(`${at.replace(String(status), "500")};`) }],
});

const answer = 'res.status(400).json({ error: "No" })';
const attempted = (attempt: string, quote: string): Report => blanket((given) => caught(attempt, given), answer, quote);

/** The client may be at fault as well, so that no one answer is right. */
const withInput = (attempt: string, quote: string, words = "No"): Report => ({
  code: caught(attempt, `res.status(400).json({ error: ${JSON.stringify(words)} });`), at: `res.status(400).json({ error: ${JSON.stringify(words)} })`,
  messageId: "blanket", data: { title: titleOf(400), quote }, options: { checkInput: true }, cures: [],
});

run(rule, {
  silent: {
    ...withOptions({ checkInput: true }, {
      "500": caught(all, 'res.status(500).json({ error: "No" });'),
      "503": caught(all, "res.sendStatus(503);"),
      "a status of run time": caught(all, "res.status(error.status || 400).end();"),
      "a success": caught(all, "res.json([]);"),
      "an error that is handed on": caught(all, "next(error);"),

      "a pattern that the client sends": caught("const users = await User.find({ name: new RegExp(req.query.name) }); res.json(users);", no),

      // The branch asks which error it is.
      "a kind of error": caught(all, 'if (error instanceof RangeError) return res.status(400).json({ error: "No" }); next(error);'),
      "a code": caught(all, 'if (error.code === 17) return res.status(400).json({ error: "No" }); next(error);'),
      "a known error": caught(all, 'if (error.name === "CastError") return res.status(400).json({ error: "No" }); next(error);'),

      "what is left of several errors": caught(all, 'if (error.response) return res.status(502).json({ error: "No" }); res.status(400).json({ error: "No" });'),
      "what is left of several kinds": caught(all, 'if (error instanceof RangeError) return res.sendStatus(500); res.status(400).json({ error: "No" });'),

      // The attempt tells that the client is to blame.
      "a text of JSON": caught("const filter = JSON.parse(req.query.filter); res.json(await User.find(filter));", no),
      "the content of the request": caught("const data = schema.parse(req.body); res.json(await User.create(data));", no),
      "a token": caught("const { id } = jwt.verify(req.query.token, secret); res.json(await User.findById(id));", no),
      "an address": caught("const url = new URL(req.query.url); res.json(await fetch(url));", no),
      "an identifier": caught("const id = new ObjectId(req.params.id); res.json(await User.findOne(id));", no),
      "a validator": caught("await validateUser(req.body); res.json(await User.create(req.body));", no),
      "an error of its own": caught("const user = await User.findOne(); if (!user.active) throw new Error(user.reason); res.json(user);", no),
      "a search that throws when it finds nothing": caught("res.json(await User.findOneOrFail(req.params.id));", "res.status(404).end();"),
      "a password": caught("const user = await User.findOne({ name: req.body.name }); await bcrypt.compare(req.body.password, user.hash); res.json(user);", no),

      "a text of JSON, whose attempt hands its error on": caught("let filter; try { filter = JSON.parse(req.query.filter); } catch (cause) { throw new Error(cause.message); } res.json(await User.find(filter));", no),
      "a text of JSON, in an attempt without a catch": caught("let filter; try { filter = JSON.parse(req.query.filter); } finally { done(); } res.json(await User.find(filter));", no),
      "a search that has a catch of its own": caught("let users; try { users = await User.find(); } catch (cause) { users = []; } res.json(users);", no),

      // What fails may be anything.
      "a service of the project": caught("res.json(await userService.find());", no),
      "a member of the controller": caught("res.json(await this.find());", no),
      "a function of the project": caught("res.json(await listUsers());", no),
      "a file": caught("res.send(await fs.readFile(page));", "res.status(404).end();"),
      "nothing that waits": caught("res.json(users.find((user) => user.isFirst));", no),
      "a search of a list": caught("const user = users.find(isFirst); res.json(user);", no),

      // The words tell of the client.
      "words of bad input": caught(all, 'res.status(400).json({ error: "Invalid request body" });'),
      "words of bad credentials, which another rule reports": caught(all, 'res.status(400).json({ error: "Not authenticated" });'),
      "words of what is missing": caught(all, 'res.status(404).json({ error: "User not found" });'),
      "the title of another status": caught(all, 'res.status(400).json({ error: "Internal Server Error" });'),

      // Each has its own rule.
      "a stack": caught(all, "res.status(400).json({ stack: error.stack });"),
      "a success in the content": caught(all, "res.status(400).json({ success: true });"),
      "a code that is not registered": caught(all, "res.status(420).end();"),
      "a limit without a time": caught(all, "res.status(429).end();"),
      "an answer that is on its way": caught(all, "if (res.headersSent) return res.status(400).end(); next(error);"),

      // Who is asking could not be found out.
      "401 of a middleware": 'import express from "express"; express().use(async (req, res, next) => { try { req.user = await User.findOne(); next(); } catch (error) { res.sendStatus(401); } });',
      "401 of a login": on('post("/login"', "try { res.json(await User.findOne({ name: req.body.name })); } catch (error) { res.sendStatus(401); }"),
      "a webhook": caught("await Payment.create(req.body); res.end();", no, 'post("/webhooks/payments"'),
      "a job": caught("await User.deleteMany(); res.end();", no, 'post("/cron/clean"'),
      "a client": 'try { await fetch("/users"); } catch (error) { show({ status: 400 }); }',
    }),
    "a search by what the client sent": caught("res.json(await User.find({ name: req.query.name }));", no),
    "a search by what the client sent before": on(get, `const filter = { name: req.query.name }; try { res.json(await User.find(filter)); } catch (error) { ${no} }`),
    "a search by a path": caught("res.json(await User.findById(req.params.id));", no, 'get("/users/:id"'),
    "something that is stored": caught("res.json(await User.create(req.body));", no, 'post("/users"'),
    "something that was made before": on('post("/users"', `const user = new User(req.body); try { await user.save(); res.json(user); } catch (error) { ${no} }`),
    "words of what is missing, with 400": caught("res.json(await User.findById(req.params.id));", 'res.status(400).json({ error: "User not found" });', 'get("/users/:id"'),
    "words of what is missing, with 400, for a list": caught(all, 'res.status(400).json({ error: "Users not found" });'),
    "something that is taken away": caught("await User.deleteMany(); res.end();", no),
  },
  reports: {
    "a list": attempted(all, "User.find"),
    "a list with more words": attempted('res.json(await User.find({ isActive: true }).sort("-created").populate("team"));', "User.find"),
    "a count": attempted("res.json({ count: await User.countDocuments() });", "User.countDocuments"),
    "two lists at once": attempted("res.json(await Promise.all([User.find(), Team.find()]));", "User.find"),
    "what belongs to the caller": attempted("res.json(await Order.find({ user: req.user.id }));", "Order.find"),
    "what belongs to the caller, by name": attempted("const { id } = req.user; res.json(await Order.find({ user: id }));", "Order.find"),
    "another server": attempted('const response = await fetch("https://rates.example/today"); res.json(await response.json());', "fetch"),
    "another server, asked by a library": attempted('const { data } = await axios.get("https://rates.example/today"); res.json(data);', "axios.get"),
    "404": blanket((given) => caught(all, given), "res.status(404).end()", "User.find", { status: 404 }),
    "an error that is logged": blanket((given) => caught(all, `console.error(error); ${given}`), answer, "User.find"),
    "the message of the error": blanket((given) => caught(all, given), "res.status(400).json({ error: error.message })", "User.find"),
    "a rejection": blanket((given) => on(get, `User.find().then((users) => res.json(users)).catch((error) => ${given.replace(";", "")});`), answer, "User.find"),
    "a callback": blanket((given) => on(get, `User.find({}, (err, users) => { if (err) return ${given} res.json(users); });`), answer, "User.find"),
    "a made answer": {
      code: route("GET", 'try { return NextResponse.json(await prisma.user.findMany()); } catch (error) { return NextResponse.json({ error: "No" }, { status: 400 }); }'),
      filename: routeFile, at: 'NextResponse.json({ error: "No" }, { status: 400 })', messageId: "blanket", data: { title: titleOf(400), quote: "prisma.user.findMany" },
      cures: [{
        tier: "choice", messageId: "answer", data: { title: titleOf(500) },
        output: route("GET", 'try { return NextResponse.json(await prisma.user.findMany()); } catch (error) { return NextResponse.json({ error: "No" }, { status: 500 }); }'),
      }],
    },

    "words of what is missing, with 400, input checked": withInput("res.json(await User.findByIdAndUpdate(req.params.id, req.body));", "User.findByIdAndUpdate", "User not found"),
    "words of a duplicate, with 400, input checked": withInput("res.json(await User.create(req.body));", "User.create", "Email already exists"),

    // With something that the client sent.
    "a text of JSON, which has a catch of its own": withInput(
      "let tags; try { tags = JSON.parse(req.body.tags); } catch (cause) { tags = []; } res.json(await Post.create({ tags }));", "Post.create"),
    "a search by a path, input checked": withInput("res.json(await User.findById(req.params.id));", "User.findById"),
    "something that is stored, input checked": withInput("res.json(await User.create(req.body));", "User.create"),
    "something that is taken away, input checked": withInput("await User.deleteMany(); res.end();", "User.deleteMany"),
    "a transaction, input checked": withInput(
      "const user = await prisma.$transaction(async (tx) => tx.user.update({ where: { id: req.params.id }, data: req.body })); res.json(user);", "tx.user.update"),
  },
});
