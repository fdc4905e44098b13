const asyncHandler = require("../middleware/async-handler");
const { Product } = require("../store");

exports.listProducts = asyncHandler(async (req, res) => {
  const { category } = req.query;
  const products = await Product.find(category ? { category } : {});
  res.json({ success: true, products });
});

exports.getProduct = asyncHandler(async (req, res) => {
  const product = await Product.findById(req.params.id);
  if (!product) {
    return res.json({ success: false, message: "Product not found" });
  }
  res.json({ success: true, product });
});

exports.createProduct = async (req, res) => {
  try {
    const product = await Product.create(req.body);
    res.json({ success: true, product });
  } catch (err) {
    res.json({ success: false, message: err.message });
  }
};

// Some rows may be refused while the others go in, so each row has its own outcome.
exports.importProducts = asyncHandler(async (req, res) => {
  const imported = [];
  const errors = [];
  for (const row of req.body) {
    try {
      imported.push(await Product.create(row));
    } catch (err) {
      errors.push({ row, message: err.message });
    }
  }
  res.json({ success: errors.length === 0, imported, errors });
});

exports.updateProduct = asyncHandler(async (req, res) => {
  const product = await Product.findByIdAndUpdate(req.params.id, req.body);
  if (!product) {
    return res.status(404).json({ success: false, message: "Product not found" });
  }
  res.json({ success: true, product });
});

exports.deleteProduct = async (req, res) => {
  try {
    const product = await Product.findByIdAndDelete(req.params.id);
    if (!product) {
      return res.status(404).json({ success: false, message: "Product not found" });
    }
    res.json({ success: true, product });
  } catch (err) {
    res.status(500).json({ success: false, message: err.message });
  }
};
