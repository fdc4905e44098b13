import { describe, expect, it } from "vitest";
import { no, reasons } from "./reasons.ts";

const body = "const { email, password } = req.body;";
const user = `${body} const user = await User.findOne({ email });`;
const compared = "const ok = await bcrypt.compare(password, user.password); if (!ok) return res.status(401).end();";
const known = "missing strong 404|400|401|409|422";

/** The reason of the first answer, which is given where the record is missing. */
const first = (statements: string): string | undefined => reasons(statements)[0];

describe("a record that is missing is nobody who signs in", () => {
  it.each([
    ["nothing is compared", `${user} if (!user) ${no} res.json(user);`, known],
    ["something else is compared", `const { email, code } = req.body; const entry = await Code.findOne({ email }); if (!entry) ${no} if (!(await bcrypt.compare(code, entry.hash))) return res.status(401).end();`, known],
    ["another record's password is compared", `${user} const team = await Team.findOne({ name: req.body.team }); if (!team) ${no} ${compared}`, known],
    ["a thing has the password", `const { name, password } = req.body; const room = await Room.findOne({ name }); if (!room) ${no} if (room.password !== password) return res.status(403).end();`, known],
    ["a thing has the hash", `const { name, password } = req.body; const link = await Link.findOne({ name }); if (!link) ${no} if (!(await bcrypt.compare(password, link.hash))) return res.status(403).end();`, known],
    ["another library compares", `${user} if (!user) ${no} if (!(await passport.verify(user.card))) return res.status(403).end();`, known],
    ["two passwords of the content are compared", `${user} if (!user) ${no} if (password !== req.body.repeated) return res.status(422).end();`, known],
    ["another member is compared", `${user} if (!user) ${no} if (user.email !== req.body.password) return res.status(422).end();`, known],
    ["it was compared before", `${body} let user = await User.findOne({ email }); const ok = await bcrypt.compare(password, user.password); user = await Profile.findOne({ email }); if (!user) ${no}`, known],
    ["a password is changed", `const { email, password, newPassword } = req.body; const user = await User.findOne({ email }); if (!user) ${no} ${compared}`, known],
    ["a password is set", `${user} if (!user) ${no} ${compared} user.password = await bcrypt.hash(req.body.next, 10);`, known],
    ["who is asking is known", `${body} const user = await User.findOne({ email: req.user.email }); if (!user) ${no} ${compared}`, "missing strong 404|401|500"],
    ["the path names it", `const user = await User.findById(req.params.id); if (!user) ${no} if (user.password !== req.body.password) return res.status(401).end();`, "missing strong 404"],
    ["another record names it", `${body} const account = await Account.findOne({ email }); const user = await User.findById(account.owner); if (!user) ${no} ${compared}`, "missing strong 404|400|409|422"],
  ])("where %s", (_title, statements, reason) => {
    expect(first(statements)).toBe(reason);
  });
});

describe("a record that is missing is somebody who does not sign in", () => {
  const absent = "unauthenticated strong 401|404";
  it.each([
    ["by its password", `${user} if (!user) ${no} ${compared}`],
    ["by another name for it", `${user} if (!user) ${no} if (!(await argon2.verify(user.hash, password))) return res.status(401).end();`],
    ["by a method of its own", `${user} if (!user) ${no} if (!(await user.comparePassword(password))) return res.status(401).end();`],
    ["by plain text", `${user} if (!user) ${no} if (password !== user.password) return res.status(401).end();`],
    ["in a callback", `${body} User.findOne({ email }, (error, user) => { if (!user) ${no} bcrypt.compare(password, user.password, (failure, ok) => { if (!ok) return res.status(401).end(); }); });`],
    ["in the other branch", `${user} if (user) { const ok = await bcrypt.compare(password, user.password); if (ok) res.json(user); } else { ${no} }`, 1],
    ["and loses the password later", `${user} if (!user) ${no} ${compared} user.password = undefined; res.json(user);`],
    ["whatever the words say", `${user} if (!user) return res.status(400).json({ error: "No user found for this email address" }); ${compared}`],
  ])("%s", (_title, statements, index = 0) => {
    expect(reasons(statements)[index]).toBe(absent);
  });

  it("nor by a wrong password, in one condition", () => {
    const both = "!user || !(await bcrypt.compare(password, user.password))";
    expect(reasons(`${user} if (${both}) ${no}`)).toEqual(["unauthenticated strong 401"]);
    expect(reasons(`${user} if (user && (await bcrypt.compare(password, user.password))) { res.json(user); } else { ${no} }`)).toEqual(["none", "unauthenticated strong 401"]);
    expect(reasons(`${user} if (!user || user.password !== password) ${no}`)).toEqual(["unauthenticated strong 401"]);
  });
});

it("answers as for a wrong password where the words hide which it is", () => {
  expect(first(`${user} if (!user) return res.status(400).json({ error: "Invalid username or password" }); ${compared}`)).toBe("unauthenticated strong 401");
  expect(first(`${user} if (!user) return res.status(400).json({ error: "No user found" }); ${compared}`)).toBe("unauthenticated strong 401|404");
});
