const { randomBytes, scryptSync, timingSafeEqual } = require("node:crypto");

const derive = (password, salt) => scryptSync(password, salt, 32);

exports.hash = (password) => {
  const salt = randomBytes(16).toString("hex");
  return `${salt}:${derive(password, salt).toString("hex")}`;
};

exports.verify = (password, stored) => {
  const [salt, key] = stored.split(":");
  return timingSafeEqual(derive(password, salt), Buffer.from(key, "hex"));
};
