const express = require("express");

const { notFound, errorHandler } = require("./middleware/errors");
const coupons = require("./routes/coupons");
const health = require("./health");
const orders = require("./routes/orders");
const payments = require("./webhooks/payments");
const products = require("./routes/products");
const users = require("./routes/users");

const app = express();

app.use("/health", health);
// Before express.json(): the signature covers the bytes as they were sent.
app.use("/webhooks/payments", payments);
app.use(express.json());

app.use("/products", products);
app.use("/coupons", coupons);
app.use("/orders", orders);
app.use("/users", users);

app.use(notFound);
app.use(errorHandler);

module.exports = app;

if (require.main === module) {
  const port = process.env.PORT ?? 3000;
  app.listen(port, () => console.log(`The shop is open on http://localhost:${port}`));
}
