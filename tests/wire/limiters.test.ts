/** Limiters as they run: in which unit each is told how long a limit lasts, and which of them says it to the client. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { rateLimit } from "express-rate-limit";
import type { Options } from "express-rate-limit";
import { RateLimiter } from "limiter";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateLimiterRes } from "rate-limiter-flexible";
import { describe, expect, it } from "vitest";
import { limiterOf } from "../../src/http/limiters.ts";

/** What the second of two requests gets where one is allowed. */
async function refusal(options: Partial<Options>): Promise<Response> {
  const app = express();
  app.use(rateLimit({ limit: 1, ...options, handler: (_request, response) => { response.status(429).end(); } }));
  app.get("/", (_request, response) => { response.end(); });
  const server = createServer(app).listen(0);
  await once(server, "listening");
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  await fetch(url);
  const response = await fetch(url);
  server.close();
  return response;
}

describe("express-rate-limit", () => {
  const { setsFields = {}, unit = 0 } = limiterOf("express-rate-limit") ?? {};

  it.each<[string, Partial<Options>]>([
    ["by default", {}],
    ["with the fields of the standard alone", { legacyHeaders: false, standardHeaders: true }],
  ])("sets Retry-After before it calls a handler of the project, %s", async (_, options) => {
    const { status, headers } = await refusal({ windowMs: 20_000, ...options });
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after")) * 1000).toBeGreaterThan(0);
    expect(Number(headers.get("retry-after")) * 1000).toBeLessThanOrEqual(20_000 * unit);
  });

  it("leaves it to the handler where all fields are off", async () => {
    const off = Object.fromEntries(Object.keys(setsFields).map((name) => [name, false]));
    const { status, headers } = await refusal(off);
    expect([status, headers.get("retry-after")]).toEqual([429, null]);
  });
});

describe("limiter", () => {
  it("counts its interval in milliseconds", async () => {
    const limiter = new RateLimiter({ tokensPerInterval: 1, interval: 60 * (limiterOf("limiter")?.unit ?? 0), fireImmediately: true });
    expect(await limiter.removeTokens(1)).toBe(0);
    expect(await limiter.removeTokens(1)).toBe(-1);
    expect(limiter.tokenBucket.interval).toBe(60);
  });
});

describe("rate-limiter-flexible", () => {
  const wait = async (options: { duration: number; blockDuration?: number }): Promise<number> => {
    const limiter = new RateLimiterMemory({ points: 1, ...options });
    await limiter.consume("a");
    return limiter.consume("a").then(() => 0, (refused: unknown) => (refused as RateLimiterRes).msBeforeNext);
  };

  it.each([["duration", { duration: 30 }], ["blockDuration", { duration: 5, blockDuration: 30 }]])("counts its %s in seconds, and says so when it refuses", async (_, options) => {
    const { unit = 0 } = limiterOf("rate-limiter-flexible") ?? {};
    const milliseconds = await wait(options);
    expect(milliseconds).toBeGreaterThan(20 * unit);
    expect(milliseconds).toBeLessThanOrEqual(30 * unit);
  });
});
