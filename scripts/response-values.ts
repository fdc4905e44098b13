// Finds answers that are made as values, `new Response(…)` and its kin, by looking at the text alone. Like the search for
// calls it shares no thought with the model.
import type { Call } from "./response-calls.ts";
import { lineOf, pairsIn, withoutWords } from "./source-text.ts";

const makings = /(?<![\w$.])(?:new\s+(?<class>(?:Next)?Response)\s*(?:<[^()]*>)?|(?<static>(?:Next)?Response)\s*\.\s*(?<word>json|redirect|error|next|rewrite)\s*(?:<[^()]*>)?)\(/g;

/** Files of the app router in which the words of next/navigation answer. */
const answersByThrowing = /(?:^|\/)app\/(?:.*\/)?(?:route|page|layout|template|default)\.[cm]?[jt]sx?$/;
const navigation = ["redirect", "permanentRedirect", "notFound", "forbidden", "unauthorized"];

export function responseValuesIn(source: string, path: string): Call[] {
  if (!/Response|next\/navigation/.test(source)) return [];
  const text = withoutWords(source);
  const ends = pairsIn(text);
  const whole = reasonOfFile(source, text);
  const made = [...text.matchAll(makings)].map(({ 0: all, index, groups = {} }): Call => {
    const { class: constructed, static: owner = "", word = "" } = groups;
    const at = index + all.indexOf(constructed ?? word, constructed === undefined ? owner.length : "new".length);
    return {
      line: lineOf(text, at),
      word: constructed === undefined ? `${owner}.${word}` : `new ${constructed}`,
      excluded: whole ?? (/^(?:next|rewrite)$/.test(word) ? "hands the request on" : reasonAround(text, ends, index, index + all.length - 1)),
    };
  });
  return [...made, ...(answersByThrowing.test(path) ? thrownIn(source, text, whole) : [])];
}

/** Calls of what the file imports from next/navigation. */
function thrownIn(source: string, text: string, excluded: string | undefined): Call[] {
  const imported = [...source.matchAll(/\bimport\s*\{([^}]*)\}\s*from\s*["']next\/navigation["']/g)].flatMap(([, names = ""]) => names.split(","));
  const local = imported.flatMap((name) => {
    const [word = "", alias = word] = name.trim().split(/\s+as\s+/);
    return navigation.includes(word) ? [alias] : [];
  });
  if (local.length === 0) return [];
  return [...text.matchAll(new RegExp(`(?<![\\w$.])(?<!\\bfunction\\s+)(${local.join("|")})\\s*\\(`, "g"))]
    .map(({ 1: word = "", index }) => ({ line: lineOf(text, index), word, excluded: excluded ?? reasonInPage(text.slice(0, index)) }));
}

/** A component that a page renders, and its metadata, may run after the head has left, and then its redirect is content. */
function reasonInPage(before: string): string | undefined {
  const [declared, name = ""] = [...before.matchAll(/^(?:export\s+(?:default\s+)?)?(?:async\s+)?(?:function\s*|(?:const|let)\s+)([\w$]*)/gm)].at(-1) ?? [""];
  if (name === "generateMetadata") return "metadata of a page";
  return /^[A-Z]/.test(name) && !declared.startsWith("export") && !new RegExp(`\\bexport\\s+default\\s+${name}\\b`).test(before) ? "component of a page" : undefined;
}

/** What says of a whole file that it answers nobody over a network. */
function reasonOfFile(source: string, text: string): string | undefined {
  if (/^\s*["']use client["']/.test(source.replace(/^(?:\s*\/\/[^\n]*|\s*\/\*[^]*?\*\/)*/, ""))) return "client file";
  if (/\bskipWaiting\b|\bServiceWorkerGlobalScope\b|\bclients\s*\.\s*claim\b/.test(text)) return "service worker";
  if (/\bclass\s+Response\b|\bimport\s*\{[^}]*\bResponse\b[^}]*\}\s*from\s*["'](?:miragejs|express)["']/.test(source)) return "another class of that name";
  return undefined;
}

/** What stands around a making and tells that it is no answer. */
function reasonAround(text: string, ends: readonly number[], start: number, bracket: number): string | undefined {
  const end = ends[bracket];
  // Remix and Elysia send it, a server of Node.js answers 500.
  if (/\bthrow\s*$/.test(text.slice(0, start))) return "thrown";
  if (end !== undefined && /^\)*\s*\??\.\s*(?:text|json|arrayBuffer|blob|formData|bytes|body)\b/.test(text.slice(end + 1))) return "read where it is made";
  const around = ends.findLastIndex((close, open) => open < start && close > start);
  if (text.charAt(around) === "(" && /\.\s*put\s*$/.test(text.slice(0, around))) return "kept in a cache";
  if (text.charAt(around) === "(" && /(?<![\w$.])resolve\s*$/.test(text.slice(0, around))) return "value of a promise";
  return undefined;
}
