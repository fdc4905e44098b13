exports.notFound = (req, res) => {
  res.json({ success: false, message: `Cannot find ${req.originalUrl}` });
};

exports.errorHandler = (err, req, res, next) => {
  console.error(err);
  if (res.headersSent) {
    return next(err);
  }
  res.json({ success: false, message: err.message || "Something went wrong" });
};
