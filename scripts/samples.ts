/** What is read by eye: a random draw, and the lines of a source around a place. */

/** Draws without replacement; the same seed draws the same from the same list. */
export function drawn<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const rest = [...items];
  let state = seed >>> 0;
  const next = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(Math.floor(next() * rest.length), 1)).flat();
}

/** The line, which counts from 1 and is marked, with six more on either side. */
export function excerpt(text: string, line: number): string {
  const lines = text.split("\n");
  const first = Math.max(1, line - 6);
  return lines.slice(first - 1, line + 6)
    .map((source, index) => `  ${first + index === line ? ">" : " "}${String(first + index).padStart(5)}  ${source}`)
    .join("\n");
}
