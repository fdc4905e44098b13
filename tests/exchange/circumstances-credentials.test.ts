import { describe, expect, it } from "vitest";
import { no, reasons } from "./reasons.ts";

const field = "invalid strong 400|401|403";

describe("a token for another end is no credential", () => {
  it.each(["x-csrf-token", "xsrf-token", "x-invite-token", "x-reset-token", "fcmtoken", "device-token", "x-push-token", "idempotency-token", "x-tokens-left"])("%s", (name) => {
    expect(reasons(`const value = req.headers["${name}"]; if (!value) ${no}`)).toEqual([field]);
  });
});

describe("a field that ends with token is a credential", () => {
  it.each(["token", "atoken", "dtoken", "x-access-token", "auth-token", "x-auth-token", "accessToken", "authorization", "x-api-key"])("%s", (name) => {
    expect(reasons(`const value = req.headers["${name}"]; if (!value) ${no}`)).toEqual(["unauthenticated strong 401"]);
    expect(reasons(`const { "${name}": value } = req.headers; if (!value) ${no}`)).toEqual(["unauthenticated strong 401"]);
    expect(reasons(`if (!req.get("${name}")) ${no}`)).toEqual(["unauthenticated strong 401"]);
  });

  it("in whatever words it is asked for", () => {
    expect(reasons(`const { atoken } = req.headers; if (!atoken) return res.json({ success: false, message: "Not Authorized Login Again" });`)).toEqual(["unauthenticated strong 401"]);
  });
});
