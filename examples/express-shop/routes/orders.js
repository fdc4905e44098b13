const express = require("express");

const asyncHandler = require("../middleware/async-handler");
const { requireLogin } = require("../middleware/auth");
const { Order } = require("../store");

const router = express.Router();

router.use(requireLogin);

const loadOrder = asyncHandler(async (req, res, next) => {
  const order = await Order.findById(req.params.id);
  if (!order) {
    return res.status(404).json({ error: "Order not found" });
  }
  if (order.user !== req.user.id) {
    return res.status(401).json({ error: "You are not allowed to see this order" });
  }
  req.order = order;
  next();
});

router.get(
  "/",
  asyncHandler(async (req, res) => {
    const orders = await Order.find({ user: req.user.id });
    res.status(201).json(orders);
  }),
);

router.post(
  "/",
  asyncHandler(async (req, res) => {
    const { items } = req.body;
    if (!items || items.length === 0) {
      return res.status(400).end();
    }
    const order = await Order.create({ user: req.user.id, items, status: "open" });
    res.status(200).json(order);
  }),
);

router.get("/:id", loadOrder, (req, res) => {
  res.json(req.order);
});

router.patch(
  "/:id",
  loadOrder,
  asyncHandler(async (req, res) => {
    req.order.note = req.body.note;
    await req.order.save();
    res.status(204).json({ success: true, order: req.order });
  }),
);

router.post(
  "/:id/cancel",
  loadOrder,
  asyncHandler(async (req, res) => {
    const { order } = req;
    if (order.status === "paid") {
      return res.status(409).json({ error: "A paid order cannot be cancelled" });
    }
    order.status = "cancelled";
    await order.save();
    res.json(order);
  }),
);

router.delete(
  "/:id",
  loadOrder,
  asyncHandler(async (req, res) => {
    await Order.findByIdAndDelete(req.params.id);
    res.status(200).end();
  }),
);

router.delete(
  "/:id/items/:sku",
  loadOrder,
  asyncHandler(async (req, res) => {
    req.order.items = req.order.items.filter((item) => item.sku !== req.params.sku);
    await req.order.save();
    res.sendStatus(200);
  }),
);

module.exports = router;
