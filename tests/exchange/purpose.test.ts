import { expect, it } from "vitest";
import { purposeOf } from "../../src/exchange/handlers/purpose.ts";

it.each([
  ["/cron/cleanup", "cleanUp", "job"],
  ["/api/validate-cron", "validateCronExpression", "validation"],
  ["/users/availability", "nameIsFree", "validation"],
  ["/doctors/change-availability", "changeAvailability", "action"],
])("%s of %s is for %s", (route, name, purpose) => {
  expect(purposeOf(route, name, "controller.js", "")).toBe(purpose);
});
