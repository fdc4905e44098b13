import { expect, it } from "vitest";
import { isRetryAfter } from "../../src/http/retry-after.ts";

it.each(["0", "60", " 120 ", "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])("clients read %j", (value) => {
  expect(isRetryAfter(value)).toBe(true);
});

it.each(["", "-1", "1.5", "60s", "5 minutes", "soon", "1e3", "2026-01-01T00:00:00Z", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 +0100"])("no client reads %j", (value) => {
  expect(isRetryAfter(value)).toBe(false);
});
