// Express 4 does not wait for a promise, so a rejection has to be handed on.
module.exports = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);
