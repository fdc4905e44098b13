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

describe("a credential against one that is kept", () => {
  it.each([
    // What comes with the request twice proves its origin, and not who is asking.
    `if (req.cookies.csrfToken !== req.headers["x-csrf-token"]) ${no}`,
    `const kept = await load(); if (kept.csrfToken !== req.cookies.csrfToken) ${no}`,
    `const kept = await load(); if (kept.resetToken !== req.cookies.resetToken) ${no}`,
    `const kept = await load(); if (kept.token !== req.cookies.theme) ${no}`,
    `const kept = await load(); if (kept.theme !== req.cookies.token) ${no}`,
    `const kept = await load(); if (kept.token !== req.body.token) ${no}`,
    `const kept = await load(); if (kept.token !== token) ${no}`,
  ])("is another value: %s", (statements) => {
    expect(reasons(statements)).toEqual(["none"]);
  });

  it("is a wrong one, which the words call so", () => {
    expect(reasons(`const kept = await load(); if (kept.token !== req.cookies.refreshToken) return res.status(400).json({ error: "Invalid token" });`)).toEqual(["unauthenticated strong 401|403"]);
  });

  it("is the right one", () => {
    expect(reasons(`const kept = await load(); if (kept.token === req.cookies.refreshToken) { ${no} }`)).toEqual(["none"]);
  });

  it.each([
    `const kept = await load(); if (kept.token !== req.cookies.refreshToken) ${no}`,
    `const { refreshToken } = req.cookies; const kept = await load(); if (refreshToken !== kept.token) ${no}`,
  ])("may be one that another answers, where the words say nothing of it: %s", (statements) => {
    expect(reasons(statements)).toEqual(["none"]);
  });
});
