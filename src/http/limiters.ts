/** Limiters of requests: where their libraries are told how long a limit lasts, and the names that tell it elsewhere. */
import { unitNamed } from "./durations.ts";

export interface Limiter {
  readonly library: string;
  /** The options that say how long a limit lasts: the first one that is set. */
  readonly options: readonly string[];
  /** The argument that says it, where there are no options. */
  readonly argument?: number;
  /** The milliseconds in one of its numbers. */
  readonly unit: number;
  /** It sets Retry-After before it calls a handler of the project, if one of these options is on: what each is by default. */
  readonly setsFields?: Readonly<Record<string, boolean>>;
}

const limiters: readonly Limiter[] = [
  { library: "@upstash/ratelimit", options: ["limiter"], argument: 1, unit: 1 },
  { library: "express-rate-limit", options: ["windowMs"], unit: 1, setsFields: { legacyHeaders: true, standardHeaders: false } },
  { library: "limiter", options: ["interval"], argument: 1, unit: 1 },
  { library: "rate-limiter-flexible", options: ["blockDuration", "duration"], unit: 1000 },
];

/** The limiter that a module brings. */
export const limiterOf = (source: string): Limiter | undefined => limiters.find(({ library }) => library === source);

/** A function or a class limits how often something is done: `checkRateLimit`, `Throttler`, `slidingWindow`. */
export const isLimiterName = (name: string): boolean => /(?:(?:^|_)r|R)ate_?[Ll]imit|[Tt]hrottl|(?:[Ss]liding|[Ff]ixed)_?[Ww]indow|(?:[Tt]oken|[Ll]eaky)_?[Bb]ucket/.test(name);

/** It is so for who asked too often: `isRateLimited`, `exceeded`. */
export const isRefusalName = (name: string): boolean => /limited|exceed|block|exhaust|throttled|over_?(?:limit|quota)|too_?many/i.test(name);

const time = "(?:window|interval|duration|period|cool_?down)";
const bareTime = new RegExp(`(?:${time}|^per|^every)$`, "i");
const timeInUnits = new RegExp(`${time}_?(?:size|length)?_?(?:in)?_?([a-z]{2,})$`, "i");

/** The milliseconds in what a name counts: `windowMs`, `interval_seconds`. */
export const unitOf = (name: string): number | undefined => unitNamed(timeInUnits.exec(name)?.[1] ?? "");

/** An option says how long a limit lasts: `window`, `interval`. */
export const isTimeName = (name: string): boolean => bareTime.test(name) || unitOf(name) !== undefined;

/** Methods of Redis clients after which a counter is gone, with the milliseconds in what they count. */
const expiries: ReadonlyMap<string, number> = new Map([["expire", 1000], ["pexpire", 1], ["pExpire", 1]]);

/** The milliseconds in what such a method counts. */
export const unitOfExpiry = (method: string): number | undefined => expiries.get(method);
