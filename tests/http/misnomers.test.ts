import { describe, expect, it } from "vitest";
import { failureNamed, isLoose, isMisnamed, misnomerOf } from "../../src/http/misnomers.ts";

describe("a text names a failure", () => {
  it.each([
    ["Not Found", 404], ["not found", 404], ["Not found.", 404], ["NOT_FOUND", 404], ["notFound", 404], ["NotFoundError", 404],
    ["404 Not Found", 404], ["404: Not Found", 404], ["Unprocessable Entity", 422], ["UnauthorizedException", 401], ["Internal Server Error", 500],
  ])("%s", (text, code) => expect(failureNamed(text)).toBe(code));

  it.each(["", "404", "OK", "Created", "Found", "Post not found", "Not Found: post", "Not Founderror", "Gone", "Locked", "(Unused)", "Not Found".padEnd(60)])(
    "not %j", (text) => expect(failureNamed(text)).toBeUndefined());
});

describe("a name beside a status", () => {
  it("is another one's", () => expect(misnomerOf(400, [404])).toBe(404));
  it("is its own, if one of them is", () => expect(misnomerOf(400, [404, 400])).toBeUndefined());
  it("is said of that status too", () => {
    expect(misnomerOf(410, [404])).toBeUndefined();
    expect(misnomerOf(504, [408])).toBeUndefined();
    expect(misnomerOf(502, [401])).toBeUndefined();
  });
  it("tells nothing beside a success, or a code that no server answers", () => {
    expect(misnomerOf(200, [404])).toBeUndefined();
    expect(misnomerOf(418, [404])).toBeUndefined();
    expect(misnomerOf(499, [404])).toBeUndefined();
    expect(misnomerOf(undefined, [404])).toBeUndefined();
  });
  it("is loosely used for a login and a right", () => {
    expect(isLoose(401, 403)).toBe(true);
    expect(isLoose(403, 401)).toBe(true);
    expect(isLoose(401, 404)).toBe(false);
    expect(isMisnamed(403, [401])).toBe(false);
    expect(isMisnamed(404, [401])).toBe(true);
  });
});
