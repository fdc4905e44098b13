import { describe, expect, it } from "vitest";
import { codesSaid, saysFailure, saysSuccess } from "../../src/http/phrases.ts";

const strongCodes = (text: string): number[] =>
  codesSaid(text).filter(({ certainty }) => certainty === "strong").map(({ code }) => code);

describe("codesSaid hears nothing in", () => {
  it.each([
    "", "Hello", "Permissions updated", "Authentication successful!", "Invalidated 3 links.", "Too many images",
    "No results found", "[[error:no-user]]", "Role updated", "Authorization saved", "Your payment method was added",
    "https://example.com/not-found", "/errors/not-found", "Notification found its way", "Forbiddenness",
    "unprocessables",
    // Other things are missing than what was asked for.
    "API key not found in environment", "Config not found", "Module not found", "Signature header not found",
    // A worker that passes over something has not failed.
    "Workspace not found, skipping", "Webhook ignored: user not found. Ignoring.",
    "Payment method not supported", "OK", "Created", "Accepted", "Found", "Friend request sent",
  ])("%j", (text) => {
    expect(codesSaid(text)).toEqual([]);
  });
});

describe("codesSaid is not sure about", () => {
  it.each([
    ["Account created. Please log in.", 401], ["Rate limit updated", 429], ["Maintenance mode enabled", 503],
    ["The plan upgrade required a restart", 426], ["Invalid token", 401], ["It is too early to check in", 425],
    ["Duplicate saved", 409], ["Nothing found", 404], ["Coming soon", 501], ["Please try again later", 503],
    ["Invalid range of dates", 416], ["Request accepted", 202], ["Partial success", 207], ["Already liked", 409],
  ])("%j", (text, code) => {
    expect(codesSaid(text)).toEqual([expect.objectContaining({ code, certainty: "weak" })]);
  });
});

describe("codesSaid hears", () => {
  it.each([
    ["User not found", 404], ["USER_NOT_FOUND", 404], ["userNotFound", 404], ["auth/user-not-found", 404],
    ["The user doesn’t exist.", 404], ["Could not find order ${id}", 404], ["404: Not Found", 404],
    ["Email already exists", 409], ["EMAIL_ALREADY_EXISTS", 409], ["This name is already taken", 409],
    ["Conflict", 409],
    ["Invalid credentials", 401], ["Token expired", 401], ["Please log in to continue", 401], ["jwt malformed", 401],
    ["Access denied", 403], ["You don't have permission to do that", 403], ["You are not allowed to edit this", 403],
    ["Too many requests, please try again later", 429], ["Rate limit exceeded", 429], ["rate-limited", 429],
    ["Method not allowed", 405], ["Method GET is not allowed? Method not supported", 405],
    ["File too large", 413], ["Content-Type must be application/json", 415], ["Malformed JSON", 400],
    ["Something went wrong", 500], ["Internal server error", 500], ["Not implemented", 501], ["Bad gateway", 502],
    ["Service temporarily unavailable", 503], ["Gone", 410], ["Locked.", 423], ["Not Acceptable", 406],
    ["User created successfully", 201], ["Payment failed", 402], ["Unavailable for legal reasons", 451],
  ])("%j as %i", (text, code) => {
    expect(strongCodes(text)).toEqual([code]);
  });

  it.each([
    ["Name is required", [400, 422]], ["Validation failed", [400, 422]],
    ["\"name\" is not allowed to be empty", [400, 422]],
    ["Unauthorized", [401, 403]], ["Token is required", [400, 401, 422]], ["Invalid file type", [400, 415, 422]],
    ["Request timed out", [408, 504]], ["Account locked", [403, 423]],
  ])("%j as a choice of %j", (text, codes) => {
    expect(strongCodes(text)).toEqual(codes);
  });
});

describe("codesSaid lets the longest phrase decide", () => {
  it.each([
    ["Not authorized to delete this", 403, "not authorized to"],
    ["Authentication is required", 401, "authentication is required"],
    ["User not found. Please log in to continue", 401, "please log in to"],
    ["CSRF token mismatch", 403, "csrf token mismatch"],
    ["The URL is too long", 414, "url is too long"],
  ])("in %j", (text, code, phrase) => {
    expect(codesSaid(text)).toEqual([{ code, phrase, certainty: "strong" }]);
  });

  it("but no weak one over a strong one", () => {
    expect(strongCodes("Forbidden, please try again later")).toEqual([403]);
  });
});

describe("saysFailure does not hear one in", () => {
  it.each([
    "", "ok", "No error", "No errors found", "Completed without errors", "Finished without any error",
    "10 sent, 0 failed",
    "0 errors", "error: none", "Errors: 0", "failed: false", "Invalidated 3 links", "invalidated",
    "Permissions updated",
    "Authentication successful", "Failed login attempts cleared", "Invalid tokens removed", "Error logs fetched",
    "Error report sent", "Contact us if something went wrong", "Deleted. This cannot be undone.",
    "3 succeeded, 2 failed",
    "Forbidden words saved successfully", "Account created. Please log in.", "It never fails", "Duplicate key removed successfully", "Order rejected",
    "Rate limit updated", "The address is verified. No further action is required.",
  ])("%j", (text) => {
    expect(saysFailure(text)).toBe(false);
  });
});

describe("saysFailure hears one in", () => {
  it.each([
    "Error", "fail", "failed", "Login failed", "An error occurred", "Failed to send mail", "Unable to save",
    "Could not connect",
    "Couldn’t load", "You cannot do that", "Something went wrong", "Invalid data", "invalid", "User not found",
    "ACCESS_DENIED",
    "Email is required", "User already exists", "Too many requests", "Unauthorized",
    "User was not created successfully",
    "success: false", "Payment unsuccessful", "User created, but failed to send the mail", "Error saving user",
    "Oops!",
  ])("%j", (text) => {
    expect(saysFailure(text)).toBe(true);
  });
});

describe("saysSuccess does not hear one in", () => {
  it.each([
    "", "Error", "Not ok", "Not created", "Nothing updated", "No file uploaded", "User already created",
    "Password must be updated",
    "Email not verified", "Unsuccessful", "Not successful", "success: false", "User could not be created",
    "Failed to save",
    "This account has been deleted", "The session was removed", "Too many files uploaded", "Invalid file uploaded",
    "Error: already deleted", "Email should be confirmed", "The update", "Create an account", "Save", "Token",
    "Successor",
    "Created by admin only", "Updated since you read it", "Field to be updated",
  ])("%j", (text) => {
    expect(saysSuccess(text)).toBe(false);
  });
});

describe("saysSuccess hears one in", () => {
  it.each([
    "ok", "OK!", "Success", "success", "Done.", "User created successfully", "Successfully logged in",
    "Login successful",
    "User created", "3 links saved", "Post deleted", "Your profile has been updated.", "Email was sent",
    "Password updated!",
    "Permissions updated", "Invalidated 3 links", "Account created. Please verify it.",
    "Success! Your order is on its way.",
    "Invalid tokens removed", "USER_CREATED",
  ])("%j", (text) => {
    expect(saysSuccess(text)).toBe(true);
  });

  it("never in a text that it also hears a failure in", () => {
    const texts = ["User created, but failed to send the mail", "Error: user saved", "Could not find it; 0 rows deleted"];
    for (const text of texts) {
      expect([saysFailure(text), saysSuccess(text)].filter(Boolean).length, text).toBeLessThan(2);
    }
  });
});

describe("the matcher", () => {
  it("takes time in proportion to the text", () => {
    const start = performance.now();
    const text = "the user was not ".repeat(20_000);
    codesSaid(text);
    saysFailure(text);
    saysSuccess(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
