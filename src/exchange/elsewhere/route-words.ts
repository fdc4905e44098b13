/** What the text of a file tells about routes before it is parsed: two tests that leave most files of a project alone. */
import type { Framework } from "../../frameworks/framework.ts";
import type { Interest } from "../../project/source-files.ts";

/** Looks for words that register something on a path, and for exports of what the file imports itself. */
export function routeWordsIn(frameworks: readonly Framework[]): (text: string) => Interest {
  const tables = frameworks.filter(({ made }) => !made).map(({ handlers }) => handlers);
  const union = (words: readonly string[]): string => [...new Set(words)].join("|");
  const methods = union(tables.flatMap(({ registrations }) => Object.keys(registrations)));
  const others = union(tables.flatMap(({ mounts, route, servers }) => [...mounts, ...(route === undefined ? [] : [route]), ...servers.flatMap((server) => server.at(-1) ?? [])]));
  // A path begins with a slash or a star, or is a value that a handler follows; `cache.get(key)` has neither.
  const path = "\\(\\s*(?:[\"'`](?:[\"'`/*]|\\$\\{)|/|\\[)";
  const routing = new RegExp(`\\.\\s*(?:(?:${methods})\\s*${path}|(?:get|post|put|patch|delete|all)\\s*\\(\\s*[\\w.]+\\s*,)|\\b(?:${others})\\s*\\(|\\bhandler\\s*:`);
  const mounting = new RegExp(`\\.\\s*(?:${union(tables.flatMap(({ mounts }) => mounts))})\\s*\\(`);
  const errant = frameworks.filter(({ errors }) => errors !== undefined);
  const applying = new RegExp(`\\b(?:${union(errant.flatMap(({ packages }) => packages.slice(0, 1)))})\\s*\\(\\s*\\)`);
  // `app.use(onError)`, `app.use((error, req, res, next) => …`
  const parameter = "[^,()]*";
  const catching = new RegExp(`\\.\\s*(?:${union(errant.flatMap(({ handlers }) => handlers.mounts))})\\s*\\(\\s*(?:["'\`][^"'\`]*["'\`]\\s*,\\s*)?`
    + `(?:[\\w.]*(?:err|exception|fail|fault|catch)[\\w.]*\\s*[,()]|(?:async\\s+)?(?:function\\s*\\w*\\s*)?\\((?:${parameter},){3}${parameter}\\)\\s*(?:=>|[:{]))`, "i");
  return (text) => {
    const mounts = mounting.test(text);
    return { routes: routing.test(text), mounts, handsOn: handsOn(text), applies: errant.length > 0 && applying.test(text), catches: errant.length > 0 && mounts && catching.test(text) };
  };
}

const imports = /\bimport\s+([\w$*{},\s]+?)\s+from\b/g;
const requires = /\b(?:const|let|var)\s+([\w$:{},\s]+?)\s*=\s*require\b/g;
const exported = /\bexport\s*(?:default\s*)?\{([^}]*)\}|\bexport\s+default\s+(?:new\s+)?(\w+)|\bexports(?:\.\w+)?\s*=\s*(?:\{([^}]*)\}|(?:new\s+)?(\w+))|\bexport\s+const\s+\w+[^=\n]*=\s*(?:new\s+)?(\w+)/g;

/** `export … from`, `module.exports = { users: require("./users") }`, `export const users = new Users()` of an imported class. */
function handsOn(text: string): boolean {
  if (/\bexport\s*(?:\*|(?:type\s*)?\{[^}]*\}\s*from\b)/.test(text)) return true;
  const named = wordsOf(Array.from(text.matchAll(exported), (match) => match.slice(1).join(" ")));
  if (named.has("require")) return true;
  if (named.size === 0) return false;
  // Every declaration may be one that requires, so that it takes long to look at them all.
  const saying = [...text.matchAll(imports), ...(text.includes("require") ? text.matchAll(requires) : [])];
  const imported = wordsOf(saying.map(([, names = ""]) => names));
  return [...named].some((name) => imported.has(name));
}

const wordsOf = (parts: readonly string[]): ReadonlySet<string> => new Set(parts.join(" ").match(/[\w$]+/g));
