const express = require("express");

const passwords = require("../lib/passwords");
const asyncHandler = require("../middleware/async-handler");
const { requireAdmin, requireLogin } = require("../middleware/auth");
const rateLimit = require("../middleware/rate-limit");
const { Address, Session, User } = require("../store");

const router = express.Router();

router.post(
  "/",
  asyncHandler(async (req, res) => {
    const { email, password } = req.body;
    if (!email || !password) {
      return res.status(400).json({ error: "E-mail and password are required" });
    }
    if (await User.findOne({ email })) {
      return res.status(400).json({ error: "A user with this e-mail already exists" });
    }
    const user = new User({ email, password: passwords.hash(password), role: "customer" });
    await user.save();
    res.json(user);
  }),
);

router.post(
  "/login",
  rateLimit({ limit: 5, windowMs: 60_000 }),
  asyncHandler(async (req, res) => {
    const { email, password } = req.body;
    const user = await User.findOne({ email });
    if (!user || !passwords.verify(password, user.password)) {
      return res.json({ success: false, message: "Wrong e-mail or password" });
    }
    const session = await Session.create({ user: user.id });
    res.json({ success: true, token: session.id });
  }),
);

router.post(
  "/logout",
  requireLogin,
  asyncHandler(async (req, res) => {
    await Session.findByIdAndDelete(req.session.id);
    res.status(204).end();
  }),
);

router.get("/me", requireLogin, (req, res) => {
  res.json(req.user);
});

router.post(
  "/me/addresses",
  requireLogin,
  asyncHandler(async (req, res) => {
    const { street, city } = req.body;
    if (!street || !city) {
      return res.status(400).json({ error: "Street and city are required" });
    }
    const address = await Address.create({ user: req.user.id, street, city });
    res.status(201).location(`/users/me/addresses/${address.id}`).json(address);
  }),
);

router.get(
  "/me/addresses/:id",
  requireLogin,
  asyncHandler(async (req, res) => {
    const address = await Address.findOne({ id: req.params.id, user: req.user.id });
    if (!address) {
      return res.status(404).json({ error: "Address not found" });
    }
    res.json(address);
  }),
);

router.delete(
  "/me",
  requireLogin,
  asyncHandler(async (req, res) => {
    await User.findByIdAndDelete(req.user.id);
    res.json({ success: true, message: "Account deleted" });
  }),
);

router.get("/:id", requireLogin, requireAdmin, async (req, res) => {
  try {
    const user = await User.findById(req.params.id);
    if (!user) {
      return res.status(200).json({ error: "User not found" });
    }
    res.status(200);
    res.json(user);
  } catch (err) {
    console.error(err);
    res.status(500);
    res.json({ error: "The user could not be loaded" });
  }
});

module.exports = router;
