const { Session, User } = require("../store");

exports.requireLogin = async (req, res, next) => {
  const token = req.headers.authorization?.replace("Bearer ", "");
  if (!token) {
    return res.json({ success: false, message: "No token provided" });
  }

  try {
    const session = await Session.findById(token);
    const user = session && (await User.findById(session.user));
    if (!user) {
      return res.status(403).json({ success: false, message: "Invalid or expired token" });
    }
    req.user = user;
    req.session = session;
    next();
  } catch (err) {
    next(err);
  }
};

exports.requireAdmin = (req, res, next) => {
  if (req.user.role !== "admin") {
    return res.status(401).json({ success: false, message: "Only an admin may do this" });
  }
  next();
};
