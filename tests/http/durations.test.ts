import { describe, expect, it } from "vitest";
import { durationIn, unitNamed } from "../../src/http/durations.ts";

describe("durationIn", () => {
  it.each(["", "10", "s", "10 x", "ten seconds", "-1 s", "10 s ", " 10 s", "10 s or so", "10s 5ms", "1 mo", "1 month", "1 y", "1e3 s", "1.", "login", "10\ns"])("finds none in %j", (text) => {
    expect(durationIn(text)).toBeUndefined();
  });

  it.each([
    ["500 ms", 500], ["500ms", 500], ["1 msec", 1], ["20 milliseconds", 20],
    ["10 s", 10_000], ["30 sec", 30_000], ["30 secs", 30_000], ["1 second", 1000], ["1 S", 1000],
    ["1 m", 60_000], ["5 mins", 300_000], ["5 minutes", 300_000], ["1.5 minutes", 90_000],
    ["1h", 3_600_000], ["2hrs", 7_200_000], ["24 hours", 86_400_000], ["1d", 86_400_000], ["2 days", 172_800_000], ["1w", 604_800_000],
  ])("reads %j", (text, milliseconds) => {
    expect(durationIn(text)).toBe(milliseconds);
  });
});

describe("unitNamed", () => {
  it.each([["Ms", 1], ["Seconds", 1000], ["min", 60_000]])("knows %s", (name, milliseconds) => {
    expect(unitNamed(name)).toBe(milliseconds);
  });

  it.each(["", "window", "months", "request"])("knows no %j", (name) => {
    expect(unitNamed(name)).toBeUndefined();
  });
});
