const { createHmac, timingSafeEqual } = require("node:crypto");
const express = require("express");

const asyncHandler = require("../middleware/async-handler");
const { Order } = require("../store");

const secret = process.env.PAYMENTS_SECRET ?? "for local use only";

const router = express.Router();

function isSigned(body, signature = "") {
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

router.post(
  "/",
  express.raw({ type: "application/json" }),
  asyncHandler(async (req, res) => {
    if (!isSigned(req.body, req.get("X-Payments-Signature"))) {
      return res.status(400).json({ error: "The signature does not match the body" });
    }

    const event = JSON.parse(req.body);
    if (event.type !== "payment.succeeded") {
      return res.status(200).json({ received: true, message: `Unsupported event ${event.type}, ignored` });
    }

    const order = await Order.findById(event.order);
    if (!order) {
      // Anything but a 2xx makes the sender deliver the event again, and the order would still be unknown.
      return res.status(200).json({ success: false, message: "Order not found, ignored" });
    }

    order.status = "paid";
    await order.save();
    res.json({ received: true });
  }),
);

module.exports = router;
