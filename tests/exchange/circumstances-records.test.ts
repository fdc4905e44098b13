import { describe, expect, it } from "vitest";
import { no, reasons } from "./reasons.ts";

const find = "const order = await Order.findById(req.body.id);";
const routed = "const order = await Order.findById(req.params.id);";
const user = "const user = await User.findOne({ email: req.body.email });";

describe("a fact of a record tells nothing for certain, and no code that would do", () => {
  it.each([
    `if (!doctor.available) ${no}`,
    `${find} if (!order.total) ${no}`,
    `${find} if (!order.isPublic) ${no}`,
    `${find} if (order.deletedAt) ${no}`,
    `${find} if (order.isExpired) ${no}`,
    `${find} if (!order.isValid) ${no}`,
    `${find} if (!order.success) ${no}`,
    `${find} if (order.state !== "open") ${no}`,
    `${find} if (order.productId !== 7) ${no}`,
    `const me = await User.findById(req.user.id); if (!me.isSubscribed) ${no}`,
    `${user} if (!user.verifiedEmail) ${no}`,
  ])("%s", (statements) => {
    expect(reasons(statements)).toEqual(["none"]);
  });

  it.each([
    `if (!file.startsWith(rootDir)) ${no}`,
    `if (!isInside(root, filePath)) ${no}`,
    `if (!validatePath(folder, fullPath)) ${no}`,
  ])("where a file lies outside, which may be hidden: %s", (statements) => {
    expect(reasons(statements)).toEqual(["none 403|404"]);
  });

  it.each([
    `const kind = path.extname(req.params.file); if (kind !== ".ts" && kind !== ".m3u8") ${no}`,
    `if (extname(req.params.file) !== ".ts") ${no}`,
  ])("where a file is of a kind that is not served: %s", (statements) => {
    expect(reasons(statements)).toEqual(["none 403|404|415"]);
  });

  it("what the words call taken is not missing", () => {
    const book = "const slot = await Slot.findOneAndUpdate({ _id: req.params.id, isFree: true }, change); if (!slot)";
    expect(reasons(`${book} return res.status(400).json({ error: "This slot is already booked" });`)).toEqual(["duplicate weak 409"]);
    expect(reasons(`${book} return res.status(400).json({ error: "Slot not found" });`)).toEqual(["missing strong 404"]);
  });

  it("where a file of another kind is sent", () => {
    expect(reasons(`if (path.extname(req.body.file) !== ".png") ${no}`)).not.toEqual(["none 403|404|415"]);
  });

  it.each([`if (!isValid(filePath)) ${no}`, `if (!isInside(root, point)) ${no}`, `if (isInside(root, filePath)) ${no}`])("where it does not: %s", (statements) => {
    expect(reasons(statements)).not.toEqual(["none 403|404"]);
  });

  it("where it is the right one", () => {
    expect(reasons(`${find} if (order.isPaid) { res.json(order); } else { next(); }`)).toEqual(["none 409|400"]);
    expect(reasons(`${find} if (order.productId === req.body.productId) { ${no} }`)).toEqual(["none"]);
  });
});

describe("words tell more than a fact of a record", () => {
  it.each([
    [`${find} if (order.cancelled) return res.status(400).json({ error: "Already cancelled" });`, "duplicate strong 409"],
    [`${user} if (user.banned) return res.status(400).json({ error: "Permission denied" });`, "forbidden weak 403"],
    [`${find} if (!order || order.cancelled) return res.status(400).json({ error: "Order not found" });`, "missing weak 404|409"],
    [`${find} if (!order || order.cancelled) return res.status(400).json({ error: "Order not found or cancelled" });`, "missing weak 404|409"],
  ])("%s", (statements, reason) => {
    expect(reasons(statements)).toEqual([reason]);
  });
});

describe("codes that would do", () => {
  it.each([
    // Its state stands in the way.
    [`${find} if (!order.available) ${no}`, "409|400"],
    [`${find} if (order.cancelled) ${no}`, "409|400"],
    [`${find} if (order.cancelled || order.isShipped) ${no}`, "409|400"],
    [`const settings = await getSettings(); if (!settings.open) ${no}`, "409|400"],
    // Its account may not come in.
    [`${user} if (!user.verified) ${no}`, "403"],
    [`${user} if (user.banned) ${no}`, "403"],
    [`const doctor = await Doctor.findOne({ email: req.body.email }); if (!doctor.isActive) ${no} await bcrypt.compare(req.body.password, doctor.password); next();`, "403"],
    // It belongs to another.
    [`${find} if (order.sellerId !== sellerId) ${no}`, "403|404"],
    [`${find} if (order.productId !== req.body.productId) ${no}`, "404|403"],
    // Or it is not there at all.
    [`${find} if (!order || order.cancelled) ${no}`, "404|409"],
    [`${routed} if (!order || !order.available) ${no}`, "404|409"],
    [`${find} if (!order || order.sellerId !== req.body.sellerId) ${no}`, "404|403"],
    [`${routed} if (!order || order.userId !== req.user.id) ${no}`, "404|403"],
  ])("%s", (statements, codes) => {
    expect(reasons(statements)[0]).toBe(`none ${codes}`);
  });

  it("in the branch for the rest", () => {
    expect(reasons(`${find} const { sellerId } = req.body; if (order && order.sellerId === sellerId) { res.json(order); } else { ${no} }`)[1]).toBe("none 404|403");
  });

  it("follow the conventions of the house", () => {
    expect(reasons(`${find} if (!order.available) ${no}`, { conflict: 422, validation: 422 })).toEqual(["none 422"]);
    expect(reasons(`${find} if (!order || order.sellerId !== req.body.sellerId) ${no}`, { hidden: 404 })).toEqual(["none 404"]);
  });
});
