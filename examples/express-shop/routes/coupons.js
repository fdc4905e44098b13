const express = require("express");

const asyncHandler = require("../middleware/async-handler");
const { requireAdmin, requireLogin } = require("../middleware/auth");
const { Coupon } = require("../store");

const router = express.Router();

/** Wrong guesses by address, so that nobody tries all codes. */
const attempts = new Map();

router.get(
  "/:code",
  asyncHandler(async (req, res) => {
    const wrongAttempts = attempts.get(req.ip) ?? 0;
    if (wrongAttempts >= 5) {
      return res.status(403).json({ error: "Too many attempts, please try again later" });
    }
    const coupon = await Coupon.findOne({ code: req.params.code });
    if (!coupon) {
      attempts.set(req.ip, wrongAttempts + 1);
      return res.status(400).json({ error: "Coupon not found" });
    }
    if (coupon.used) {
      return res.status(409).json({ success: true, message: "This coupon was used" });
    }
    if (coupon.until < Date.now()) {
      return res.status(420).json({ error: "This coupon is no longer valid" });
    }
    res.json(coupon);
  }),
);

router.post(
  "/",
  requireLogin,
  requireAdmin,
  asyncHandler(async (req, res) => {
    const { code, discount, until } = req.body;
    if (!code || !discount) {
      return res.status(500).json({ error: "Code and discount are required" });
    }
    const existing = await Coupon.findOne({ code });
    if (existing) {
      return res.status(400).json({ error: "This coupon already exists" });
    }
    const coupon = await Coupon.create({ code, discount, until, used: false });
    res.status(201).location(`/coupons/${coupon.code}`).json(coupon);
  }),
);

// The old address of a coupon.
router.get("/code/:code", (req, res) => {
  res.redirect(200, `/coupons/${req.params.code}`);
});

router.all("/", (req, res) => {
  res.status(400).json({ error: "Coupons are created with POST" });
});

router
  .route("/:code")
  .delete(
    requireLogin,
    requireAdmin,
    asyncHandler(async (req, res) => {
      await Coupon.findByIdAndDelete(req.params.code);
      res.status(204).end();
    }),
  )
  .all((req, res) => {
    res.sendStatus(405);
  });

module.exports = router;
