import { describe, expect, it } from "vitest";
import { isLimiterName, isRefusalName, isTimeName, limiterOf, unitOf, unitOfExpiry } from "../../src/http/limiters.ts";

describe("a library", () => {
  it.each(["", "express", "rate-limiter", "./limiter", "limiter/lib"])("%j limits nothing", (source) => {
    expect(limiterOf(source)).toBeUndefined();
  });

  it.each([["@upstash/ratelimit", 1], ["express-rate-limit", 1], ["limiter", 1], ["rate-limiter-flexible", 1000]])("%s counts in units of %i ms", (source, unit) => {
    expect(limiterOf(source)?.unit).toBe(unit);
  });
});

describe("the name of a limiter", () => {
  it.each(["limit", "take", "generate", "check", "separateLimits", "window", "bucket"])("is not %s", (name) => {
    expect(isLimiterName(name)).toBe(false);
  });

  it.each(["ratelimit", "rateLimit", "checkRateLimit", "rate_limit", "RateLimiter", "Throttler", "slidingWindow", "fixedWindow", "cachedFixedWindow", "tokenBucket"])("is %s", (name) => {
    expect(isLimiterName(name)).toBe(true);
  });
});

describe("the name of a refusal", () => {
  it.each(["success", "ok", "allowed", "isWithinRateLimit", "checkRateLimit", "limit", "remaining"])("is not %s", (name) => {
    expect(isRefusalName(name)).toBe(false);
  });

  it.each(["limited", "isRateLimited", "exceeded", "blocked", "isOverLimit", "tooMany", "throttled"])("is %s", (name) => {
    expect(isRefusalName(name)).toBe(true);
  });
});

describe("the name of a time", () => {
  it.each(["limit", "windows", "windowSize", "timeout", "ttl", "max", "retries", "intervals", "periodic", "super"])("is not %s", (name) => {
    expect(isTimeName(name)).toBe(false);
  });

  it.each(["window", "timeWindow", "interval", "duration", "period", "per", "every", "windowMs", "intervalInSeconds"])("is %s", (name) => {
    expect(isTimeName(name)).toBe(true);
  });

  it.each([
    ["windowMs", 1], ["WINDOW_MS", 1], ["windowInMs", 1], ["rateLimitWindowMs", 1], ["intervalMilliseconds", 1],
    ["windowSeconds", 1000], ["window_sec", 1000], ["durationSecs", 1000], ["windowSizeInSeconds", 1000], ["cooldownMinutes", 60_000], ["windowHours", 3_600_000],
  ])("counts in the unit that %s names", (name, unit) => {
    expect(unitOf(name)).toBe(unit);
  });

  it.each(["window", "windows", "windowS", "ms", "seconds", "limitMs"])("tells no unit in %s", (name) => {
    expect(unitOf(name)).toBeUndefined();
  });
});

describe("a method of a Redis client", () => {
  it.each(["get", "incr", "set", "expireAt", "ttl", "constructor"])("%s lets nothing expire after a time", (method) => {
    expect(unitOfExpiry(method)).toBeUndefined();
  });

  it.each([["expire", 1000], ["pexpire", 1], ["pExpire", 1]])("%s counts in units of %i ms", (method, unit) => {
    expect(unitOfExpiry(method)).toBe(unit);
  });
});
