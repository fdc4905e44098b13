// In a project of your own: import httpStatus from "eslint-plugin-http-status";
import httpStatus from "../../dist/index.js";

export default [
  { files: ["**/*.js"], languageOptions: { sourceType: "commonjs" } },
  httpStatus.configs.recommended,
];
