import { expect, test } from "vitest";
import { foundOnce } from "../../src/ast/found-once.ts";

test("finds out about each key once, also where there is nothing to find", () => {
  const asked: object[] = [];
  const found = foundOnce((key: { readonly name?: string }) => {
    asked.push(key);
    return key.name;
  });
  const [named, nameless] = [{ name: "order" }, {}];
  expect([found(named), found(nameless), found(named), found(nameless)]).toEqual(["order", undefined, "order", undefined]);
  expect(asked).toEqual([named, nameless]);
});

test("tells keys apart that look alike", () => {
  let count = 0;
  const found = foundOnce<object, number>(() => ++count);
  expect([found({}), found({})]).toEqual([1, 2]);
});
