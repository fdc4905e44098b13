/** What was found out about a node or a variable, kept as long as the file is: many ask the same. */

export function foundOnce<Key extends object, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, { readonly found: Found }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) known.set(key, entry = { found: find(key) });
    return entry.found;
  };
}
