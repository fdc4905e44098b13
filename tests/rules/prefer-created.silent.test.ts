/** What prefer-created leaves alone. Every case holds with `checkNames` as well. */
import { rule } from "../../src/rules/prefer-created.ts";
import { withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

/** The statements of a handler of an Express application. */
const on = (route: string, statements: string): string => `
  import express from "express";
  const router = express.Router();
  router.${route}, async (req, res) => {
    ${statements}
  });
`;
const post = (statements: string): string => on('post("/users"', statements);
const create = "const user = await User.create(req.body);";

run(rule, {
  silent: {
    ...withOptions({ checkNames: true }, {
      // It is said already, or something else is.
      "201": post(`${create} res.status(201).json(user);`),
      "201 in a statement before": post(`${create} res.status(201); res.json(user);`),
      "201 in an assignment": post(`${create} res.statusCode = 201; res.json(user);`),
      "201 in a variable": post(`${create} const status = 201; res.status(status).json(user);`),
      "202 for work that waits": post("const task = await Task.create(req.body); res.status(202).json(task);"),
      "a redirect to what was created": post(`${create} res.redirect(\`/users/\${user.id}\`);`),
      "a status that only run time knows": post("const { status, user } = await save(req.body); res.status(status).json(user);"),
      "201 or 200, as the store tells": post("const [user, isNew] = await User.findOrCreate({ where: req.body }); res.status(isNew ? 201 : 200).json(user);"),
      "201 from a function of another file": post(`${create} sayCreated(res); res.json(user);`),
      "201 for a PUT that may create": on('put("/users/:id"', "const user = await User.create(req.body); res.status(201).json(user);"),
      "201 for a method that is not known": 'import express from "express"; export const keep = (req, res) => { res.status(201).json({}); };',

      // The request need not create.
      "get or create, in braces": post("let user = await User.findOne(req.body); if (!user) { user = await User.create(req.body); } res.json(user);"),
      "get or create, without braces": post("let user = await User.findOne(req.body); if (!user) user = await User.create(req.body); res.json(user);"),
      "get or create, in one expression": post("const user = (await User.findOne(req.body)) ?? (await User.create(req.body)); res.json(user);"),
      "get or create, by the store": post("const [user] = await User.findOrCreate({ where: req.body }); res.json(user);"),
      "get or create, by name": on('post("/tokens"', "const tokens = await createOrReturnTokens(req.body); res.json({ tokens });"),
      "an upsert": post("const user = await User.upsert(req.body); res.json(user);"),
      "an upsert by its option": post("const user = await User.findOneAndUpdate({ id: 1 }, req.body, { upsert: true }); res.json(user);"),
      "an upsert in SQL": post('const user = await db.query("INSERT INTO users (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET id = $1", [1]); res.json(user);'),
      "a save of what was found": post("const user = await User.findById(req.body.id); user.name = req.body.name; await user.save(); res.json(user);"),
      "an entry in a parent that was found": on('post("/carts/items"', "const cart = await Cart.findOne({ user: req.user.id }); cart.items.push(req.body); await cart.save(); res.json(cart);"),
      "one of two ways": post("const user = req.body.id ? await User.findById(req.body.id) : await User.create(req.body); res.json(user);"),

      // It creates nothing that the client asked for.
      "an entry in a log": post("const user = await User.findById(req.body.id); await AuditLog.create({ user: user.id }); res.json(user);"),
      "a notification": post("const user = await User.findById(req.body.id); await Notification.create({ user: user.id }); res.json(user);"),
      "a checkout of a payment service": on('post("/checkout"', "const session = await stripe.checkout.sessions.create({ mode: req.body.mode }); res.json({ url: session.url });"),
      "a payment": on('post("/payments"', "const intent = await stripe.paymentIntents.create({ amount: 1 }); res.json({ secret: intent.client_secret });"),
      "an answer of a language model": on('post("/chat"', "const answer = await openai.chat.completions.create({ messages: req.body.messages }); res.json(answer);"),
      "a message of a language model": on('post("/chat"', "const answer = await anthropic.messages.create({ messages: req.body.messages }); res.json({ reply: answer.content });"),
      "a vector of a language model": on('post("/vectors"', "const vector = await openai.embeddings.create({ input: req.body.text }); res.json(vector);"),
      "a text message": on('post("/texts"', "const message = await twilio.messages.create({ to: req.body.to }); res.json({ id: message.sid });"),
      "an object without a store": post("const user = Object.create(prototype); res.json(user);"),
      "a document that is not saved": post("const user = new User(req.body); res.json(user);"),

      // Actions.
      "a login": on('post("/login"', "const session = await Session.create({ user: req.body.user }); res.json(session);"),
      "a logout": on('post("/logout"', "const entry = await Visit.create({ user: req.user.id }); res.json(entry);"),
      "a refreshed token": on('post("/auth/refresh"', "const token = await RefreshToken.create({ user: req.user.id }); res.json(token);"),
      "a verified address": on('post("/verify"', "const entry = await Verification.create(req.body); res.json(entry);"),
      "a reset password": on('post("/reset-password"', "const entry = await Reset.create(req.body); res.json(entry);"),
      "a search that is kept": on('post("/users/search"', "const search = await Search.create(req.body); res.json(search);"),
      "a new order of a list": on('post("/lists/reorder"', "const order = await Order.create(req.body); res.json(order);"),
      "a toggle": on('post("/posts/:id/toggle"', "const like = await Like.create(req.body); res.json(like);"),
      "a like": on('post("/posts/:id/like"', "const like = await Like.create(req.body); res.json(like);"),
      "an upload": on('post("/upload"', "const file = await File.create(req.body); res.json(file);"),
      "an import": on('post("/users/import"', "const users = await User.insertMany(req.body); res.json(users);"),
      "a validation": on('post("/coupons/validate"', "const use = await Use.create(req.body); res.json(use);"),

      // Another agreement than that of resources.
      "a webhook": on('post("/webhooks/orders"', "const order = await Order.create(req.body); res.json(order);"),
      "a cron job": on('post("/cron/reports"', "const report = await Report.create({}); res.json(report);"),
      "a queue worker": on('post("/queues/users"', `${create} res.json(user);`),
      "GraphQL": on('post("/graphql"', `${create} res.json({ data: { user } });`),
      "JSON-RPC": on('post("/rpc"', `${create} res.json({ jsonrpc: "2.0", result: user });`),
      "routes that name procedures": on('post("/users.create"', `${create} res.json(user);`),
      "a batch": on('post("/users/bulk"', "const users = await User.insertMany(req.body); res.json(users);"),

      // Answers that are none to a creation.
      "a failure": post('const user = await User.create(req.body); if (!user) return res.json({ success: false }); res.status(201).json(user);'),
      "a refusal before it": post(`if (!req.body.name) return res.json({ error: "Name is required" }); ${create} res.status(201).json(user);`),
      "a rejection": post("User.create(req.body).then((user) => res.status(201).json(user)).catch((error) => res.json({ error }));"),
      "a GET that creates, and says so": on('get("/users/new"', `${create} res.status(201).json(user);`),
      "a DELETE that creates, and says so": on('delete("/users/:id"', `${create} res.status(201).json(user);`),
      "a GET that creates a code and says so": on('get("/codes/new"', 'await Otp.create({ user: req.user.id }); res.status(201).json({ message: "Sent" });'),
      "a GET that creates with another service": on('get("/pay"', "const session = await stripe.checkout.sessions.create({ mode: 1 }); res.status(201).json({ url: session.url });"),
      "a GET that creates on some path": on('get("/carts/mine"', "let cart = await find(req.user); if (!cart) { cart = new Cart(); await cart.save(); } res.status(201).json(cart);"),
      "a GET that inserts where nothing is": on('get("/visits"', 'await db.query("INSERT INTO visits (day) VALUES ($1) ON CONFLICT DO NOTHING", [day]); res.status(201).end();'),
      "a GET that calls what creates": on('get("/carts/new"', "res.status(201).json(await createCart(req.user));"),
      "a DELETE that leaves a trace": on('delete("/users/:id"', "await Audit.insertOne({ id: req.params.id }); res.status(201).end();"),
      "a GET": on('get("/users/new"', `${create} res.json(user);`),
      "a PUT": on('put("/users/:id"', `${create} res.json(user);`),
      "a client": 'import axios from "axios"; const res = await axios.post("/users", {}); const user = await User.create(res.data); print.json(user);',
      "a mock in a test": 'import { vi } from "vitest"; const res = { json: vi.fn() }; const user = await User.create({}); res.json(user);',
      "a reply of another framework": 'import Fastify from "fastify"; Fastify().post("/users", async (request, reply) => { const user = await User.create(request.body); reply.code(201); reply.send(user); });',
    }),

    "a method that only the name tells": `export const createUser = async (req, res) => { ${create} res.json(user); };`,
    "a method of the caller that may find one": post("const mark = await req.user.createMark(req.body); res.json(mark);"),
    "another server": post("const user = await api.users.create(req.body); res.json(user);"),
    "a creation in a try whose catch goes on": post("let user; try { user = await User.create(req.body); } catch { user = await User.findOne(req.body); } res.json(user);"),
    "an insert in a path of one thing": on('post("/users/:id"', `${create} res.json(user);`),
    "an insert that the answer does not show": post('await User.create(req.body); res.json({ token: "a" });'),
    "a service that may store": post("const user = await userService.create(req.body); res.json(user);"),
    "201 for a GET that only its name tells": "export const getUser = (req, res) => { res.status(201).json(req.user); };",
  },
  reports: {},
});
