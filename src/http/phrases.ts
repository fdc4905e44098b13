/**
 * The matcher of words: which status a message for people names, and whether it tells a failure or a success.
 *
 * Words alone are thin evidence, so every doubt ends in silence: a phrase counts as a whole, words that show that
 * something else is meant take a code out, and the longest phrase decides (“token has expired” over “already”).
 */
import { remembered } from "./remembered.ts";
import { codeNamed } from "./status.ts";
import { statusCodes } from "./status-codes.ts";

export interface Saying {
  readonly code: number;
  /** The phrase that says it, lower case and without hyphens. */
  readonly phrase: string;
  /** weak: the phrase needs something else beside it to prove anything. */
  readonly certainty: "strong" | "weak";
}

interface Phrases {
  readonly sayings: ReadonlyMap<string, readonly Saying[]>;
  /** The phrases by the word they start with, the longest first: ready sooner than one large regular expression. */
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
  readonly excluding: ReadonlyMap<number, RegExp>;
}

/** One form for all spellings: `USER_NOT_FOUND`, `userNotFound` and `user/not-found` read as “user not found”. */
function plainText(text: string): string {
  if (/^\/|^\S+:\/\//.test(text)) return ""; // a path or a URL is no message
  const words = /\s/.test(text.trim()) ? text : text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[./:]/g, " ");
  return words.toLowerCase().replace(/[‘’]/g, "'").replace(/[-_\s]+/g, " ").trim();
}

const word = /\w+(?:'\w+)*/g;

function buildPhrases(): Phrases {
  const sayings = new Map<string, Saying[]>();
  const excluding = new Map<number, RegExp>();
  for (const { code, words = [], sharedWords = [], weakWords = [], excludingWords = [] } of statusCodes) {
    const add = (certainty: Saying["certainty"]) => (phrase: string) => {
      const saying = { code, phrase, certainty };
      sayings.set(phrase, [...(sayings.get(phrase) ?? []), saying]);
    };
    [...words, ...sharedWords].forEach(add("strong"));
    weakWords.forEach(add("weak"));
    if (excludingWords.length > 0) excluding.set(code, new RegExp(`\\b(?:${excludingWords.join("|")})\\b`));
  }

  const byFirstWord = new Map<string, string[]>();
  for (const phrase of [...sayings.keys()].sort((a, b) => b.length - a.length)) {
    const [first = ""] = phrase.split(" ", 1);
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), phrase]);
  }
  return { sayings, byFirstWord, excluding };
}

let phrases: Phrases | undefined;

/** The phrases that stand in a text as whole words; at each word the longest. */
function phrasesIn(plain: string, byFirstWord: Phrases["byFirstWord"]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 0: first, index } of plain.matchAll(word)) {
    const phrase = byFirstWord.get(first)?.find((each) =>
      plain.startsWith(each, index) && !/\w/.test(plain.charAt(index + each.length)));
    if (phrase !== undefined) found.add(phrase);
  }
  return found;
}

/** A text that is nothing but the title of an error, such as `Conflict` or `404: Not Found`. */
function titleSaid(plain: string): Saying | undefined {
  const phrase = plain.replace(/^\d{3}\b/, "").replace(/^[\s:.]+|[\s.!]+$/g, "");
  const code = codeNamed(phrase);
  return code === undefined || code < 400 ? undefined : { code, phrase, certainty: "strong" };
}

/**
 * The codes that a message names, all by its longest phrase. Several are a choice, not a list: “is required” may be
 * 400 as well as 422. A weak phrase counts only where no strong one is found.
 */
export const codesSaid = remembered((text): readonly Saying[] => {
  const plain = plainText(text);
  const { sayings, byFirstWord, excluding } = (phrases ??= buildPhrases());
  const said = [...phrasesIn(plain, byFirstWord)]
    .flatMap((phrase) => sayings.get(phrase) ?? [])
    .filter(({ code }) => !excluding.get(code)?.test(plain));
  const strong = said.filter(({ certainty }) => certainty === "strong");
  const title = titleSaid(plain);
  if (strong.length === 0 && title !== undefined) return [title];

  const counted = strong.length > 0 ? strong : said;
  const longest = Math.max(...counted.map(({ phrase }) => phrase.length));
  return counted.filter(({ phrase }) => phrase.length === longest);
});

/** What only looks like a failure: a denial of one, a hypothetical one, an error that is the subject. */
const harmless = new RegExp([
  "\\b(?:no|zero|0|without|not an?|free of) (?:\\w+ )?(?:errors?|fail(?:ed|ures?)?|exceptions?|invalid)\\b",
  "\\b(?:errors?|failed|failures?|invalid) ?[:=] ?(?:none|null|no|false|0)\\b",
  "\\b(?:never|not|didn't|doesn't|hasn't|won't) fail(?:s|ed)?\\b",
  "\\berrors? (?:free|logs?|rates?|messages?|codes?|reports?|pages?|tracking|handling)\\b",
  "\\bif (?:something|anything|an error|you|it|this)\\b[^.,;!]*",
  "\\bcannot be undone\\b",
].join("|"), "g");

/** A failure whatever else the text tells. */
const failing = new RegExp(`\\b(?:${[
  "failed to", "unable to", "could not", "couldn't", "cannot", "can't", "went wrong", "unsuccessful(?:ly)?",
  "not (?:\\w+ ){0,3}successful(?:ly)?", "success ?[:=] ?(?:false|no|0)",
].join("|")})\\b`);

/** A failure, unless the text tells that something was done about such things: “Failed logins cleared”. */
const failureWord = /\b(?:errors?|fail(?:ed|s|ures?)?|invalid|denied|refused|exception|incorrect|oops)\b/;

const succeeding = /\b(?:successful(?:ly)?|succeeded)\b/;

/** Whether the text tells that something went wrong. */
export function saysFailure(text: string): boolean {
  const told = plainText(text).replace(harmless, " ");
  if (failing.test(told)) return true;
  if (succeeding.test(told)) return false;
  if (codesSaid(told).some(({ code, certainty }) => code >= 400 && certainty === "strong")) return true;
  return failureWord.test(told) && !saysSuccess(text);
}

const acknowledged = /^(?:ok|okay|done|success)$|\bsuccess$/;
const made = [
  "created", "added", "updated", "saved", "sent", "uploaded", "published", "registered", "submitted", "imported",
  "exported", "restored", "verified", "confirmed", "activated", "subscribed", "completed", "enabled",
].join("|");
const takenAway = "deleted|removed|cleared|invalidated";

/** “User created”, “The file was uploaded”; but “has been deleted” may as well be the reason of a refusal. */
const madeClause = new RegExp(`^(?:\\S+ ){0,5}(?:(?:has|have) been |was |were |is |are )?(?:${made})$`);
const takenAwayClause = new RegExp(
  `^(?!.*\\b(?:been|was|were|is|are)\\b)(?:\\S+ ){0,5}(?:${takenAway})$|^(?:${takenAway}) \\d+ \\S+$`,
);

/** Not a success, or not yet: “must be saved”, “nothing updated”, “already created”. */
const unfulfilled = new RegExp(`\\b(?:${[
  "not", "never", "no", "nothing", "none", "neither", "nor", "without", "\\w+n't", "must", "should", "needs?",
  "required?", "to be", "already", "before", "until", "unless", "only", "if",
].join("|")})\\b`);

/** What was made is itself at fault: “Too many files uploaded”. */
const faulty = /\b(?:too many|invalid|bad|wrong|unsupported|unexpected|duplicate|missing|incorrect|unknown)\b/;

/** Whether the text tells that something was done. */
export function saysSuccess(text: string): boolean {
  const plain = plainText(text);
  if (failing.test(plain.replace(harmless, " "))) return false;

  const clauses = plain.split(/[.,;:!?\n]+| but | however /).map((clause) => clause.trim());
  if (clauses.some((clause) => /^(?:error|failed|failure|oops)$/.test(clause))) return false;
  return clauses.some((clause) => {
    if (unfulfilled.test(clause)) return false;
    if (succeeding.test(clause) || acknowledged.test(clause) || takenAwayClause.test(clause)) return true;
    return madeClause.test(clause) && !faulty.test(clause);
  });
}
