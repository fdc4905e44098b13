const express = require("express");

const products = require("../controllers/products");
const asyncHandler = require("../middleware/async-handler");
const { requireAdmin, requireLogin } = require("../middleware/auth");
const { Product, Review } = require("../store");

const router = express.Router();

router.route("/").get(products.listProducts).post(requireLogin, requireAdmin, products.createProduct);

router.post("/import", requireLogin, requireAdmin, products.importProducts);

router
  .route("/:id")
  .get(products.getProduct)
  .put(requireLogin, requireAdmin, products.updateProduct)
  .delete(requireLogin, requireAdmin, products.deleteProduct);

router.get(
  "/:id/reviews",
  asyncHandler(async (req, res) => {
    const reviews = await Review.find({ product: req.params.id });
    res.json(reviews);
  }),
);

router.post(
  "/:id/reviews",
  requireLogin,
  asyncHandler(async (req, res) => {
    const product = await Product.findById(req.params.id);
    if (!product) {
      return res.status(404).json({ error: "Product not found" });
    }
    const review = await Review.create({ product: product.id, user: req.user.id, text: req.body.text });
    res.json(review);
  }),
);

router.delete(
  "/:id/reviews/:reviewId",
  requireLogin,
  requireAdmin,
  asyncHandler(async (req, res) => {
    const review = await Review.findByIdAndDelete(req.params.reviewId);
    if (!review) {
      return res.status(404).json({ error: "Review not found" });
    }
    res.status(204).end();
  }),
);

module.exports = router;
