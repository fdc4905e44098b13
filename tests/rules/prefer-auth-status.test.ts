import { rule } from "../../src/rules/prefer-auth-status.ts";
import { failing } from "../support/failing-answer.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const get = 'get("/posts/:id"';
const post = "const post = await Post.findById(req.params.id);";
const login = "const { email, password } = req.body; const user = await User.findOne({ email });";
const compare = 'if (!(await bcrypt.compare(password, user.password))) return res.status(401).json({ error: "No" });';
const checked = { checkWords: true };

run(rule, {
  silent: {
    ...withOptions(checked, {
      "401 for nobody": on(get, 'if (!req.user) return res.status(401).json({ error: "Please log in" });'),
      "403 for somebody": on(get, 'if (req.user.role !== "admin") return res.status(403).json({ error: "Admins only" });'),
      "\"Unauthorized\" with 403": on(get, 'if (req.user.role !== "admin") return res.status(403).json({ error: "Unauthorized" });'),
      "404 that hides what is there": on(get, `${post} if (String(post.author) !== req.user.id) return res.status(404).json({ error: "No" });`),
      "404 for nobody": on(get, 'if (!req.user) return res.status(404).json({ error: "No" });'),
      "one answer for nobody and for somebody": on(get, 'if (!req.user || req.user.role !== "admin") return res.status(401).json({ error: "No" });'),
      "a status of run time": on(get, 'if (!req.user) return res.status(code()).json({ error: "No" });'),
      "a success with a failure in it, which another rule reports": on(get, 'if (!req.user) return res.json({ error: "Not logged in" });'),

      // A token that is the subject of the request, or the server's own.
      "a reset token": on('post("/reset/:token"', 'if (!req.params.token) return res.status(400).json({ error: "Invalid token" });'),
      "a reset token that was looked up": on('post("/reset/:token"', 'const user = await User.findOne({ resetToken: req.params.token }); if (!user) return res.status(400).json({ error: "Your token has expired" });'),
      "a token in the content": on('post("/tokens"', 'const { token } = req.body; if (!token) return res.status(400).json({ error: "No" });'),
      "a token of a device": on('post("/devices"', 'if (!known(req.body)) return res.status(400).json({ error: "Invalid device token" });'),
      "a token of the environment": on(get, 'const token = process.env.GITHUB_TOKEN; if (!token) return res.status(500).json({ error: "No" });'),
      "a token that was just made": on('post("/keys"', 'const apiKey = await generateApiKey(req.body.name); if (!apiKey) return res.status(500).json({ error: "No" });'),
      "a token of another kind": on(get, 'if (wrong(req)) return res.status(403).json({ error: "Invalid token: expected a different token type" });'),

      "a token of a link that a middleware takes": 'import express from "express"; const verifyInvitation = (req, res, next) => { if (wrong(req)) return res.status(400).json({ error: "Token expired" }); next(); }; express().use("/team", verifyInvitation);',
      "a link that makes an account active": on('post("/active_account"', 'const decoded = jwt.verify(req.body.token, key); const { draft } = decoded; if (!draft) return res.status(400).json({ error: "Invalid authentication" });'),
      "a code that is verified": on('post("/verify"', 'if (wrong(req)) return res.status(400).json({ error: "Token expired" });'),

      // Something of the server's own may have failed.
      "a token and a search": on(get, 'try { const { id } = jwt.verify(token, key); req.user = await User.findById(id); next(); } catch (error) { return res.status(500).json({ error: "Internal server error" }); }'),

      // Who asks comes first on each route.
      "nobody behind a function that lets nobody pass": on('get("/me", requireAuth', 'if (!req.user) return res.status(400).json({ error: "x" });'),
      "nobody behind one that is made": on('get("/me", auth.required({ role: "user" })', 'if (!req.user.id) return res.status(400).json({ error: "x" });'),
      "nobody behind one in a list": on('get("/me", [validate, authenticate]', 'if (!req.session.user) return res.status(400).json({ error: "x" });'),

      "no right behind a function that asks for it": on('get("/all", requireAuth, adminOnly', 'if (req.user.role !== "admin") return res.status(400).json({ error: "x" });'),
      "an account that is shut out, by words": on(get, 'if (closed(req)) return res.status(401).json({ error: "Access denied" });'),
      "what is never absent, whatever the words": on(get, 'const decoded = jwt.verify(req.cookies.refresh, key); if (!decoded) return res.status(400).json({ error: "Invalid authentication" });', ' import jwt from "jsonwebtoken";'),

      // `verify` throws where it does not give something.
      "what is never absent": on(get, 'const decoded = jwt.verify(req.cookies.refresh, key); if (!decoded) return res.status(400).json({ error: "x" });', ' import jwt from "jsonwebtoken";'),
      "what is never absent, by name": on(get, 'const decoded = await verify(req.cookies.refresh, key); if (!decoded) return res.status(400).json({ error: "x" });', ' import { verify } from "jsonwebtoken";'),

      // A secret that its owner changes.
      "an old password": on('post("/me"', 'const ok = await bcrypt.compare(req.body.oldPassword, user.password); if (!ok) return res.status(400).json({ error: "No" });'),
      "the password of who is known": on('delete("/me"', 'const ok = await bcrypt.compare(req.body.password, req.user.hash); if (!ok) return res.status(403).json({ error: "No" });'),

      "404 for an account that is missing": on('post("/login"', `${login} if (!user) return res.status(404).json({ error: "No such account" }); ${compare}`),
      "an account of which no password is compared": on('post("/remind"', `${login} if (!user) return res.status(400).json({ error: "No" });`),

      // The role of somebody else is a fact.
      "somebody else's role": on(get, 'const doctor = await User.findById(req.params.id); if (doctor.role !== "doctor") return res.status(400).json({ error: "No" });'),
      "another fact of the caller": on(get, 'if (req.user.plan !== "paid") return res.status(400).json({ error: "No" });'),
      "a user who is missing": on(get, 'const user = await User.findById(req.params.id); if (!user) return res.status(400).json({ error: "No" });'),

      // Uses that follow another agreement.
      "a webhook": on('post("/webhooks/posts"', 'if (!req.headers.authorization) return res.status(400).end();'),
      "a health check": on('get("/health"', 'if (!req.user) return res.status(500).end();'),
      "a caught error without words": on(get, 'try { await load(); } catch (error) { return res.status(500).end(); } next();'),
      "a token that a library refused, which another rule reports": on(get, 'try { await check(req); } catch (error) { if (error instanceof JsonWebTokenError) return res.status(500).json({ error: "Not authenticated" }); next(error); }'),
      "an error handler": 'import express from "express"; express().use((err, req, res, next) => { res.status(400).json({ error: "Not authenticated" }); });',
      "a client": 'const res = await fetch("/posts"); if (!req.user) res.status(400).json({ error: "Not authenticated" });',
    }),
    "words alone": on(get, 'if (odd(req)) return res.status(400).json({ error: "Not authenticated" });'),
    "words in a catch": on(get, 'try { await check(req); } catch (error) { return res.status(400).json({ error: "Not authenticated" }); } next();'),
    "404 where it is the convention": {
      code: on(get, 'if (req.user.role !== "admin") return res.status(404).json({ error: "No" });'), settings: { conventions: { hidden: 404 } }, options: checked,
    },
  },
  reports: {
    "no right behind a function that asks only who is there": failing({ route: 'get("/all", requireAuth', after: 'if (req.user.role !== "admin")', status: 400, right: [403], messageId: "forbidden" }),
    "somebody else's thing behind a function that asks for a right": failing({ route: 'get("/all", adminOnly', after: "if (post.author !== req.user.id)", status: 400, right: [403], messageId: "forbidden" }),
    "400 for nobody behind another function": failing({ route: 'get("/me", validate', after: "if (!req.user)", status: 400, right: [401], messageId: "unauthenticated" }),
    "no authorization field, behind a function that asks who is there": failing({ route: 'get("/me", requireAuth', after: "if (!req.headers.authorization)", status: 400, right: [401], messageId: "unauthenticated" }),
    "400 for somebody who is there no more": failing({
      route: 'get("/me"', after: "const user = await User.findById(req.user.id); if (!user)", status: 400, says: "Not authenticated", right: [401, 404, 500], messageId: "unauthenticated", options: checked, certainty: "weak",
    }),
    "words for who signs in by a code": failing({
      route: 'post("/sms_verify"', after: "const found = await verifyCode(req.body); if (!found.valid)", status: 400, says: "Invalid authentication", right: [401], messageId: "unauthenticated", options: checked, certainty: "weak",
    }),
    "words of a middleware that verifies": {
      code: 'import express from "express"; const verifyToken = (req, res, next) => { if (wrong(req)) return res.status(400).json({ error: "Token expired" }); next(); }; express().use("/posts", verifyToken);',
      at: 'res.status(400).json({ error: "Token expired" })', messageId: "unauthenticated", data: { title: "400 Bad Request", right: "401 Unauthorized" }, options: checked,
      cures: [{
        tier: "choice", messageId: "answer", data: { title: "401 Unauthorized" },
        output: 'import express from "express"; const verifyToken = (req, res, next) => { if (wrong(req)) return res.status(401).json({ error: "Token expired" }); next(); }; express().use("/posts", verifyToken);',
      }],
    },
    "500 where nothing but a token was tried": {
      code: on(get, 'try { req.user = jwt.verify(req.cookies.token, key); next(); } catch (error) { return res.status(500).json({ error: "Internal server error" }); }'),
      at: 'res.status(500).json({ error: "Internal server error" })', messageId: "unauthenticated", data: { title: "500 Internal Server Error", right: "401 Unauthorized" }, options: checked,
      cures: [{
        tier: "choice", messageId: "answer", data: { title: "401 Unauthorized" },
        output: on(get, 'try { req.user = jwt.verify(req.cookies.token, key); next(); } catch (error) { return res.status(401).json({ error: "Internal server error" }); }'),
      }],
    },
    "a token that is none of those which are kept": failing({
      route: 'post("/logout"', after: "const kept = await sessions.take(req.body.id); if (kept.token !== req.cookies.refreshToken)", status: 400, says: "Invalid token", right: [401, 403], messageId: "unauthenticated",
    }),
    "400 for nobody": failing({ route: get, after: "if (!req.user)", status: 400, right: [401], messageId: "unauthenticated" }),
    "403 for nobody": failing({ route: get, after: "if (!req.user)", status: 403, right: [401], messageId: "unauthenticated" }),
    "407 for nobody": failing({ route: get, after: "if (!req.user)", status: 407, right: [401], messageId: "unauthenticated" }),
    "500 for nobody": failing({ route: get, after: "if (!req.user)", status: 500, says: "Please sign in", right: [401], messageId: "unauthenticated" }),
    "no authorization field": failing({ route: get, after: "if (!req.headers.authorization)", status: 403, right: [401], messageId: "unauthenticated" }),
    "no token in the field": failing({
      route: get, after: 'const token = req.headers.authorization?.split(" ")[1]; if (!token)', status: 403, says: "Access denied", right: [401], messageId: "unauthenticated",
    }),
    "no cookie": failing({ route: get, after: "const token = req.cookies.token; if (!token)", status: 400, right: [401], messageId: "unauthenticated" }),
    "nobody by passport": failing({ route: get, after: "if (!req.isAuthenticated())", status: 403, right: [401], messageId: "unauthenticated" }),
    "a wrong password": failing({
      route: 'post("/login"', after: "const isMatch = await bcrypt.compare(password, user.password); if (!isMatch)", status: 400, says: "Invalid credentials", right: [401], messageId: "unauthenticated",
    }),
    "400 for somebody": failing({ route: get, after: 'if (req.user.role !== "admin")', status: 400, right: [403], messageId: "forbidden" }),
    "401 for somebody": failing({ route: get, after: 'if (req.user.role !== "admin")', status: 401, says: "Unauthorized", right: [403], messageId: "forbidden" }),
    "401 for who owns nothing here": failing({ route: get, after: `${post} if (post.author.toString() !== req.user.id)`, status: 401, right: [403], messageId: "forbidden" }),
    "401 for a role outside a list": failing({ route: get, after: 'if (!["admin", "editor"].includes(req.user.role))', status: 401, right: [403], messageId: "forbidden" }),
    "401 after a predicate": failing({ route: get, after: "if (!hasPermission(req.user, 'edit'))", status: 401, right: [403], messageId: "forbidden" }),
    "403 where 404 is the convention": failing({
      route: get, after: 'if (req.user.role !== "admin")', status: 403, right: [404], messageId: "forbidden", settings: { conventions: { hidden: 404 } },
    }),
    "words alone, where they are checked": failing({
      route: get, after: "if (odd(req))", status: 400, says: "Not authenticated", right: [401], messageId: "unauthenticated", options: checked, certainty: "weak",
    }),
    "no token, in words that ask for one": failing({ route: get, after: "if (!req.headers.authorization)", status: 400, says: "Please provide a token", right: [401], messageId: "unauthenticated" }),
    "nobody, in words that blame the input": failing({ route: get, after: "if (!req.user)", status: 400, says: "Invalid Authentication!", right: [401], messageId: "unauthenticated" }),
    "the first half of a login": {
      code: on('post("/login"', `${login} if (!user) return res.status(400).json({ error: "No user found" }); ${compare}`),
      at: 'res.status(400).json({ error: "No user found" })', messageId: "unauthenticated", data: { title: "400 Bad Request", right: "401 Unauthorized" },
      cures: [401, 404].map((code) => ({
        tier: "choice" as const, messageId: "answer", data: { title: code === 401 ? "401 Unauthorized" : "404 Not Found" },
        output: on('post("/login"', `${login} if (!user) return res.status(${code}).json({ error: "No user found" }); ${compare}`),
      })),
    },
    "both halves of a login in one": failing({ route: 'post("/login"', after: `${login} if (!user || user.password !== password)`, status: 400, says: "User not found", right: [401], messageId: "unauthenticated" }),
    "a login that does not know the user, where words are checked": failing({
      route: 'post("/login"', after: "const user = await User.findOne({ email: req.body.email }); if (!user)", status: 400, says: "No user with this email",
      right: [401, 404], messageId: "unauthenticated", options: checked, certainty: "weak",
    }),
    "words in a catch, where they are checked": {
      code: on(get, 'try { await check(req); } catch { return res.status(403).json({ error: "Invalid token" }); } next();'),
      at: 'res.status(403).json({ error: "Invalid token" })', messageId: "unauthenticated", options: checked,
      data: { title: "403 Forbidden", right: "401 Unauthorized" },
      cures: [401, 500].map((code) => ({
        tier: "choice" as const, messageId: "answer", data: { title: code === 401 ? "401 Unauthorized" : "500 Internal Server Error" },
        output: on(get, `try { await check(req); } catch { return res.status(${code}).json({ error: "Invalid token" }); } next();`),
      })),
    },
  },
});
