const { Router } = require("express");

const store = require("./store");

const router = Router();

router.get("/live", (req, res) => {
  res.json({ status: "ok" });
});

router.get("/ready", async (req, res) => {
  try {
    await store.ping();
    res.json({ status: "ok", error: null });
  } catch (err) {
    console.error(err);
    res.status(503).set("Retry-After", "5").json({ status: "error", error: "The store does not answer" });
  }
});

module.exports = router;
