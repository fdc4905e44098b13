/** Names that a module imports and exports again, told by its text: an index file is large, and nothing else in it is asked for. */

/** `import { User } from "./user.js"`, `export { User }`, `export { User } from "./user.js"`. */
const clause = /^(import|export)\s*\{([^{}]*)\}(?:\s*from\s*(["'])([^"'\n]+)\3)?/gm;

/** The module that a module has the name from; undefined where it says so in another way, or under another name. */
export function sourceHandedOn(text: string, name: string): string | undefined {
  const saying = Array.from(text.matchAll(clause), ([, word, names = "", , source]) => ({ word, names: names.split(",").map((one) => one.trim()), source }))
    .filter(({ names }) => names.includes(name));
  const [exported, ...others] = saying.filter(({ word }) => word === "export");
  const imported = saying.filter(({ word }) => word === "import");
  // What is said twice is said in a comment once, and only the syntax knows which.
  if (!exported || others.length > 0 || imported.length !== (exported.source === undefined ? 1 : 0)) return undefined;
  return exported.source ?? imported[0]?.source;
}
