import { describe, expect, it } from "vitest";
import { choices, settingsOf } from "../src/settings.ts";
import type { SettingsInput } from "../src/settings.ts";

const read = (input: unknown) => settingsOf({ "http-status": input });

describe("settings", () => {
  it("have a default for everything", () => {
    expect(settingsOf({})).toEqual({
      fix: "safe",
      conventions: { validation: 400, conflict: 409, hidden: 403, deletedMissing: 404, acknowledgement: "content" },
      frameworks: {},
      routes: true,
      imports: true,
      helpers: {},
    });
  });

  it("keep what is written and fill in the rest", () => {
    const input = {
      fix: "evident",
      conventions: { validation: 422 },
      frameworks: { express: 5, "node-http": false },
      routes: ["src/routes", "src/app.js"],
      imports: false,
      helpers: { sendError: { status: 1, content: 2 }, "res.ok": { code: 200 } },
    } satisfies SettingsInput;
    expect(read(input)).toEqual({
      fix: "evident",
      conventions: { validation: 422, conflict: 409, hidden: 403, deletedMissing: 404, acknowledgement: "content" },
      frameworks: { express: 5, "node-http": false },
      routes: ["src/routes", "src/app.js"],
      imports: false,
      helpers: { sendError: { status: 1, content: 2 }, "res.ok": { code: 200 } },
    });
  });

  it("take every value that a convention offers", () => {
    for (const [key, values] of Object.entries<readonly unknown[]>(choices.conventions)) {
      for (const value of values) expect(read({ conventions: { [key]: value } }).conventions).toMatchObject({ [key]: value });
    }
  });

  it("are read once for each settings object, and cannot be changed", () => {
    const shared = { "http-status": { fix: "evident" } };
    const settings = settingsOf(shared);
    expect(settingsOf(shared)).toBe(settings);
    expect(settingsOf({ ...shared })).not.toBe(settings);
    expect([settings, settings.conventions, settings.frameworks].every(Object.isFrozen)).toBe(true);
  });

  it("leave the settings of other plugins alone", () => {
    expect(settingsOf({ react: { version: "detect" } }).fix).toBe("safe");
  });
});

describe("a mistake is answered with one sentence:", () => {
  it.each<[what: string, input: unknown, sentence: string]>([
    ["not an object", "evident", 'settings["http-status"] takes an object, not "evident".'],
    ["a list", [], 'settings["http-status"] takes an object, not [].'],
    ["null", null, 'settings["http-status"] takes an object, not null.'],
    ["an unknown key", { fixes: "safe" }, 'settings["http-status"] takes fix, conventions, frameworks, routes, imports and helpers, not "fixes".'],
    ["a misspelt value", { fix: "evidnt" }, 'settings["http-status"].fix takes "safe" or "evident", not "evidnt".'],
    ["a function", { fix: () => "safe" }, 'settings["http-status"].fix takes "safe" or "evident", not () => "safe".'],
    ["conventions in a list", { conventions: [422] }, 'settings["http-status"].conventions takes an object, not [422].'],
    [
      "an unknown convention",
      { conventions: { validations: 422 } },
      'settings["http-status"].conventions takes validation, conflict, hidden, deletedMissing and acknowledgement, not "validations".',
    ],
    [
      "a code that no convention offers",
      { conventions: { validation: 418 } },
      'settings["http-status"].conventions.validation takes 400, 422 or "either", not 418.',
    ],
    [
      "a code in quotes",
      { conventions: { conflict: "409" } },
      'settings["http-status"].conventions.conflict takes 409 or 422, not "409".',
    ],
    [
      "a major version that is not read",
      { frameworks: { express: 3 } },
      'settings["http-status"].frameworks.express takes true, false, 4 or 5, not 3.',
    ],
    [
      "a version of a framework that has none",
      { frameworks: { "node-http": 20 } },
      'settings["http-status"].frameworks["node-http"] takes true or false, not 20.',
    ],
    ["routes that are one path", { routes: "src/routes" }, 'settings["http-status"].routes takes true, false or a list of paths, not "src/routes".'],
    ["a route file that is none", { routes: ["src/routes", 1] }, 'settings["http-status"].routes[1] takes a path inside the project, not 1.'],
    ["a route file outside", { routes: ["src/../../api"] }, 'settings["http-status"].routes[0] takes a path inside the project, not "src/../../api".'],
    ["imports that are a path", { imports: "src" }, 'settings["http-status"].imports takes true or false, not "src".'],
    ["helpers that are a list", { helpers: ["sendError"] }, 'settings["http-status"].helpers takes an object, not ["sendError"].'],
    ["a helper that is a place", { helpers: { sendError: 1 } }, 'settings["http-status"].helpers.sendError takes an object, not 1.'],
    ["a helper with another key", { helpers: { "Reply.fail": { statusCode: 1 } } }, 'settings["http-status"].helpers["Reply.fail"] takes status, code and content, not "statusCode".'],
    ["a place that is a name", { helpers: { sendError: { status: "status" } } }, 'settings["http-status"].helpers.sendError.status takes the place of an argument, counted from 0, not "status".'],
    ["a place before the first", { helpers: { sendError: { content: -1 } } }, 'settings["http-status"].helpers.sendError.content takes the place of an argument, counted from 0, not -1.'],
    ["a code that is none", { helpers: { sendError: { code: 42 } } }, 'settings["http-status"].helpers.sendError.code takes a status code, not 42.'],
    ["a route file from the root of the disk", { routes: ["/src"] }, 'settings["http-status"].routes[0] takes a path inside the project, not "/src".'],
  ])("%s", (_, input, sentence) => {
    expect(() => read(input)).toThrow(new TypeError(sentence));
  });

  it("an unknown framework, with the names of those that are read", () => {
    expect(() => read({ frameworks: { expres: true } })).toThrow(/^settings\["http-status"\]\.frameworks takes .*express.*, not "expres"\.$/);
  });
});
