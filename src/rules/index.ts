// Written by "npm run generate".
export { rule as "no-error-in-success" } from "./no-error-in-success.ts";
export { rule as "no-success-in-error" } from "./no-success-in-error.ts";
export { rule as "prefer-created" } from "./prefer-created.ts";
export { rule as "prefer-no-content" } from "./prefer-no-content.ts";
export { rule as "require-error-details" } from "./require-error-details.ts";
