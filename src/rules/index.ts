// Written by "npm run generate".
export { rule as "no-body-on-bodyless-status" } from "./no-body-on-bodyless-status.ts";
export { rule as "no-duplicate-response" } from "./no-duplicate-response.ts";
export { rule as "no-error-in-success" } from "./no-error-in-success.ts";
export { rule as "no-success-in-error" } from "./no-success-in-error.ts";
export { rule as "no-unregistered-status-code" } from "./no-unregistered-status-code.ts";
export { rule as "prefer-auth-status" } from "./prefer-auth-status.ts";
export { rule as "prefer-conflict" } from "./prefer-conflict.ts";
export { rule as "prefer-created" } from "./prefer-created.ts";
export { rule as "prefer-method-not-allowed" } from "./prefer-method-not-allowed.ts";
export { rule as "prefer-no-content" } from "./prefer-no-content.ts";
export { rule as "prefer-not-found" } from "./prefer-not-found.ts";
export { rule as "prefer-too-many-requests" } from "./prefer-too-many-requests.ts";
export { rule as "prefer-validation-status" } from "./prefer-validation-status.ts";
export { rule as "require-allow" } from "./require-allow.ts";
export { rule as "require-error-details" } from "./require-error-details.ts";
export { rule as "require-retry-after" } from "./require-retry-after.ts";
export { rule as "valid-status-code" } from "./valid-status-code.ts";
