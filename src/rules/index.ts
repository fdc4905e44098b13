// Written by "npm run generate".
export { rule as "no-error-in-success" } from "./no-error-in-success.ts";
export { rule as "prefer-created" } from "./prefer-created.ts";
export { rule as "prefer-method-not-allowed" } from "./prefer-method-not-allowed.ts";
export { rule as "prefer-no-content" } from "./prefer-no-content.ts";
export { rule as "require-allow" } from "./require-allow.ts";
export { rule as "require-retry-after" } from "./require-retry-after.ts";
