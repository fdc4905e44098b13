/** Durations as code writes them for people: `30 s`, `5 minutes`, `1h`. */

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

/** In milliseconds. A year is no time to wait. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|msecs?|milliseconds?)$/i, 1],
  [/^(?:s|secs?|seconds?)$/i, second],
  [/^(?:m|mins?|minutes?)$/i, minute],
  [/^(?:h|hrs?|hours?)$/i, hour],
  [/^(?:d|days?)$/i, day],
  [/^(?:w|weeks?)$/i, 7 * day],
];

/** The milliseconds in a unit of time. */
export const unitNamed = (name: string): number | undefined => units.find(([pattern]) => pattern.test(name))?.[1];

/** The milliseconds that a number and its unit tell; undefined for any other text. */
export function durationIn(text: string): number | undefined {
  const [, count, name = ""] = /^(\d+(?:\.\d+)?) *([a-z]+)$/i.exec(text) ?? [];
  const unit = unitNamed(name);
  return count === undefined || unit === undefined ? undefined : Number(count) * unit;
}
