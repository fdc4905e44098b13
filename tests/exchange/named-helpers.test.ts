/** Functions that nobody can follow, and of which the settings tell what they answer. */
import { describe, expect, it } from "vitest";
import type { SettingsInput } from "../../src/settings.ts";
import { express, linesOf } from "./handler.ts";
import { read } from "./source.ts";

const helpers: SettingsInput["helpers"] = {
  sendError: { status: 1, content: 2 },
  "Reply.missing": { code: 404, content: 1 },
  "res.created": { code: 201, content: 0 },
  done: {},
};

const program = (statements: string): string => express(`const { sendError, done, Reply } = require("replies");\napp.get("/", async (req, res, next) => {\n${statements}\n});`);
const answers = (statements: string): string[] => linesOf(read(program(statements), { settings: { helpers } }));

describe("a helper that the settings name", () => {
  it.each<[what: string, statements: string, lines: readonly string[]]>([
    ["does not answer without the carrier", `sendError(404, "No user"); res.json({ id });`, ["200 resource"]],
    ["is not another of that name", `other.sendError(res, 404, "No user");`, []],
    ["answers", `if (!user) return sendError(res, 404, { error: "No user" }); res.json({ id });`, ["404 failure", "200 resource"]],
    ["answers with what is chosen", `sendError(res, a ? 404 : 410, { error: "No user" });`, ["404|410 failure"]],
    ["answers with what run time knows", `sendError(res, error.status, { error: "No user" });`, ["? failure"]],
    ["has a code of its own", `Reply.missing(res, { error: "No user" });`, ["404 failure"]],
    ["is a word of the carrier", `res.created({ id });`, ["201 resource"]],
    ["answers with what nobody tells", `done(res);`, ["? unknown"]],
    ["is called by another function", `const fail = (status) => sendError(res, status, { error: "No user" }); fail(404);`, ["404 failure"]],
  ])("%s", (_, statements, lines) => {
    expect(answers(statements)).toEqual(lines);
  });

  it("may be one that could be followed, and then the settings count", () => {
    const text = express(`const done = (res) => res.sendStatus(500);\napp.get("/", (req, res) => { done(res); });`);
    expect(linesOf(read(text, { settings: { helpers } }))).toEqual(["? unknown"]);
  });

  it("is said anew where it is called", () => {
    const text = program(`if (!user) return sendError(res, 400, { error: "No user" });\nReply.missing(res, {});`);
    const [one, other] = read(text, { settings: { helpers } })[0]!.responses;
    const [edit] = one!.say({ status: 404 })!;
    expect([text.slice(...edit!.range), edit!.text]).toEqual(["400", "404"]);
    expect([one!.say({ content: "none" }), one!.say({ fields: { Allow: "GET" } }), other!.say({ status: 410 })]).toEqual([undefined, undefined, undefined]);
  });
});
