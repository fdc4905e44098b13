// Finds response calls in a source text by looking at the text alone. It shares no thought with the model on purpose:
// what both sides miss in the same way would never be seen.
import { lineOf, pairsIn, withoutWords } from "./source-text.ts";

/** A call such as `res.status(404).json(`, at the line of the word that sends. */
export interface Call {
  readonly line: number;
  /** The delivering word. */
  readonly word: string;
  /** Why the call is none that a model of handlers should know; undefined if it should. */
  readonly excluded: string | undefined;
}

const carriers = /(?<![\w$.])(?:_?res|resp|response)(?=\s*\??\.)/g;
const delivering = /^(?:json|jsonp|send|end|sendStatus|redirect|render|sendFile|sendfile|download|writeHead)$/;

export function responseCallsIn(source: string): Call[] {
  const text = withoutWords(source);
  const ends = pairsIn(text);
  const functions = functionsIn(text, ends);
  let answered = 0;
  return [...text.matchAll(carriers)].flatMap(({ 0: name, index }) => {
    const start = index + name.length;
    const found = deliveryAfter(text, ends, start);
    if (!found) return [];
    const { word, at, end, isEmpty } = found;
    const isClient = word === "json" && isEmpty && /^[\s?.]*$/.test(text.slice(start, at));
    const isSecond = word === "end" && /^[\s;]*$/.test(text.slice(answered, index)) && answered > 0;
    answered = word === "writeHead" ? 0 : end + 1;
    const excluded = isClient ? "client (no argument)" : isSecond ? "end() right after an answer" : reasonAt(text, functions, name, index);
    return [{ line: lineOf(text, at), word, excluded }];
  });
}

interface Delivery {
  readonly word: string;
  readonly at: number;
  /** Of its closing bracket. */
  readonly end: number;
  readonly isEmpty: boolean;
}

/** Walks a chain of calls to its first delivering word; a member that is not called ends the walk. */
function deliveryAfter(text: string, ends: readonly number[], start: number): Delivery | undefined {
  const link = /\s*\??\.\s*([A-Za-z_$][\w$]*)\s*(?:\?\.)?\(/y;
  for (let at = start; ; ) {
    link.lastIndex = at;
    const match = link.exec(text);
    const end = match ? ends[link.lastIndex - 1] : undefined;
    const word = match?.[1];
    if (word === undefined || end === undefined) return undefined;
    // `writeHead(…).end()` is one answer, that of `end`.
    const further = word === "writeHead" ? deliveryAfter(text, ends, end + 1) : undefined;
    if (further) return further;
    if (delivering.test(word)) {
      return { word, at: text.indexOf(word, at), end, isEmpty: text.slice(link.lastIndex, end).trim() === "" };
    }
    at = end + 1;
  }
}

interface TextFunction {
  readonly parameters: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Every `(…) {` and `(…) =>` that no control word stands before, and every `name =>`. */
function functionsIn(text: string, ends: readonly number[]): TextFunction[] {
  const found: TextFunction[] = [];
  const body = /\s*(?::[^;(){}=]*(?:\{[^{}]*\}[^;(){}=]*)?)?(\{|=>)/y;
  for (const { 0: head, 1: name, index } of text.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]*)\s*(?==>)|\(/g)) {
    const close = name === undefined ? ends[index] : index + head.length - 1;
    if (close === undefined || /\b(?:if|for|while|switch|catch|with)\s*$/.test(text.slice(Math.max(0, index - 12), index))) continue;
    body.lastIndex = close + 1;
    const match = body.exec(text);
    if (!match) continue;
    const start = match[1] === "{" ? body.lastIndex - 1 : body.lastIndex + (/^\s*/.exec(text.slice(body.lastIndex))?.[0].length ?? 0);
    const end = text[start] === "{" ? ends[start] : expressionEnd(text, ends, start);
    if (end !== undefined) found.push({ parameters: name === undefined ? listOf(text.slice(index + 1, close)) : [name], start, end });
  }
  return found;
}

function expressionEnd(text: string, ends: readonly number[], start: number): number {
  for (let at = start; at < text.length; at++) {
    if (/[,;)\]}]/.test(text.charAt(at))) return at;
    at = ends[at] ?? at;
  }
  return text.length;
}

/** The parameters of a list, split at its own commas. */
function listOf(list: string): string[] {
  let depth = 0;
  const parts = [""];
  for (const char of list.replaceAll("=>", "  ")) {
    if (/[([{<]/.test(char)) depth++;
    if (/[)\]}>]/.test(char)) depth--;
    if (char === "," && depth === 0) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${char}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const nameOf = (parameter: string): string => /^(?:@\w+\([^)]*\)\s*)*(?:public |private |readonly )*([\w$]*)/.exec(parameter)?.[1] ?? "";

const request = /^(?:_\w*|req\w*|\{[^]*)(?:\s*[:=]|$)|:[^=]*\bRequest\b/i;
const next = /^(?:_\w*|next|done|cb)(?:\s*[:=]|$)|NextFunction|=/i;

/** A handler gets the response right after the request, and then `next` or nothing that it needs; what else takes one is a helper. */
function reasonAt(text: string, functions: readonly TextFunction[], name: string, index: number): string | undefined {
  const owner = functions.findLast(({ parameters, start, end }) =>
    start <= index && index < end && parameters.some((parameter) => nameOf(parameter) === name));
  if (!owner) return "not a parameter";
  if (new RegExp(`\\b(?:const|let|var)\\s+${name}\\b`).test(text.slice(owner.start, index))) return "a variable of its own";
  const place = owner.parameters.findIndex((parameter) => nameOf(parameter) === name);
  const [before, own, after] = [place - 1, place, place + 1].map((at) => owner.parameters[at]);
  const isHandler = (before !== undefined && request.test(before) && (after === undefined || next.test(after))) || own?.startsWith("@Res");
  return isHandler ? undefined : "helper body";
}
