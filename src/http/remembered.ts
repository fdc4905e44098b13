/** What was found out about a text, kept for the next time: the same messages stand in many handlers. */

/** Texts are forgotten when there are more of them. */
const mostKept = 500;

export function remembered<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Found;
    if (known.size >= mostKept) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
