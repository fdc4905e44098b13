import { describe, expect, it } from "vitest";
import { no, reasons } from "./reasons.ts";

const body = "const { email, password, tags } = req.body;";

describe("a form that is asked of something else tells nothing of the input", () => {
  it.each([
    `const list = await load(); if (list.length > 10) ${no}`,
    `if (!pattern.test(config.name)) ${no}`,
    `if (typeof config.name !== "string") ${no}`,
    `if (!Array.isArray(await load())) ${no}`,
    `if (!checks.isStrong(req.body.password)) ${no}`,
    `if (req.query.page > 10) ${no}`,
    `if (req.query.page < 1 || req.query.page > pages) ${no}`,
    `if (req.query.page < 1 || req.query.size > 10) ${no}`,
    `if (req.query.page < 1 && req.query.page > 10) ${no}`,
    `if (req.query.page > 1 || req.query.page > 10) ${no}`,
    `const stars = await load(req.body.id); if (stars < 1 || stars > 5) ${no}`,
    `const known = await load(); const chosen = req.body.tags.filter((tag) => known.has(tag)); if (!chosen.length) ${no}`,
    `const chosen = req.body.tags.filter(isOpen); if (chosen.length > 3) ${no}`,
    `const chosen = req.body.tags.filter((tag) => this.has(tag)); if (!chosen.length) ${no}`,
  ])("%s", (statements) => {
    expect(reasons(statements)).toEqual(["none"]);
  });

  it.each([
    `${body} if (password.length < 8) { res.json({ isWeak: true }); } else { ${no} }`,
    `${body} if (typeof email === "string") { ${no} }`,
    `${body} if (/@/.test(email)) ${no}`,
    `${body} if (validator.isEmail(email)) ${no}`,
    `${body} if (Array.isArray(tags)) ${no}`,
    `${body} if (tags.length > 0) ${no}`,
    `${body} if (tags.length > 1) ${no}`,
    `${body} if (1 <= tags.length) ${no}`,
    `${body} if (typeof email !== "undefined") ${no}`,
    `${body} if (typeof tags === "string") { res.json([tags]); } else { ${no} }`,
    `${body} if (Array.isArray(tags)) { res.json(tags); } else { ${no} }`,
    `${body} if (/@/.test(email)) { res.json(email); } else { ${no} }`,
  ])("where it is the right one: %s", (statements) => {
    expect(reasons(statements).at(-1)).toBe("none");
  });
});

describe("a form that the input does not have", () => {
  it.each([
    `${body} if (!validator.isEmail(email)) ${no}`,
    `${body} if (!isEmail(email)) ${no}`,
    `${body} if (!validator.isStrongPassword(password)) ${no}`,
    `${body} if (validator.isEmpty(email)) ${no}`,
    `${body} if (!validator.matches(email, /@/)) ${no}`,
    `${body} if (password.length < 8) ${no}`,
    `${body} if (8 > password.length) ${no}`,
    `${body} if (password.length > 72) ${no}`,
    `${body} if (email.trim().length === 0) ${no}`,
    `${body} if (typeof email !== "string") ${no}`,
    `${body} if (!email || typeof email !== "string" || !/@/.test(email)) ${no}`,
    `${body} if (!Array.isArray(tags)) ${no}`,
    `if (isNaN(req.query.page)) ${no}`,
    `const stars = Number.parseFloat(req.body.stars) || 0; if (stars < 1 || stars > 5) ${no}`,
    `if (req.body.stars > 5 || req.body.stars <= 0) ${no}`,
    `const chosen = (req.body.tags || []).filter((tag) => !!tag && typeof tag === "string"); if (!chosen.length) ${no}`,
    `const chosen = req.body.tags.filter(Boolean); if (chosen.length === 0) ${no}`,
    `if (!Number.isInteger(Number(req.query.page))) ${no}`,
    `${body} if (password.length < 8) return res.json({ success: false, message: "Please enter a strong password" });`,
  ])("%s", (statements) => {
    expect(reasons(statements)).toEqual(["invalid strong 400"]);
  });

  it.each(["!validator.isUUID(req.body.id)", "!mongoose.isValidObjectId(req.params.id)", "isNaN(req.params.id)", "req.params.id.length > 24"])("may be that of an id, which names nothing then: %s", (test) => {
    expect(reasons(`if (${test}) ${no}`)).toEqual(["invalid strong 400|404"]);
  });
});
