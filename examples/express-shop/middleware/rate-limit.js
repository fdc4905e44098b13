module.exports = function rateLimit({ limit, windowMs }) {
  const attempts = new Map();

  return (req, res, next) => {
    const key = `${req.ip} ${req.body.email}`;
    const recent = (attempts.get(key) ?? []).filter((time) => time > Date.now() - windowMs);
    if (recent.length >= limit) {
      return res.status(429).json({ error: "Too many attempts, please try again later" });
    }
    attempts.set(key, [...recent, Date.now()]);
    next();
  };
};
