/** Patterns with at most one star, and the places that each of them stands for; what the star matches stands for the star there. */
export type StarPatterns = readonly (readonly [pattern: string, places: readonly string[]])[];

export function placesFor(specifier: string, patterns: StarPatterns): string[] {
  return patterns.flatMap(([pattern, places]) => {
    const [before = "", after] = pattern.split("*");
    const isMatch = after === undefined ? specifier === pattern : specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after);
    const middle = after === undefined ? "" : specifier.slice(before.length, specifier.length - after.length);
    return isMatch ? places.map((place) => place.replace("*", () => middle)) : [];
  });
}
