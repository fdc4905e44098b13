// Loaded before everything else in the ESLint 9 leg: whoever requires `eslint`, our tools too, gets ESLint 9.
const Module = require("node:module");

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, request.replace(/^eslint(?=\/|$)/, "eslint9"), ...rest);
};
