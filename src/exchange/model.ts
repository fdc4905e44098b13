/** What the code answers: the model that every rule reads. Nothing here is computed; the types are the contract. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { LateWord, Repetition, Unanswered } from "./courses.ts";

export type Node = TSESTree.Node;

/** What a handler is for in the application. */
export type Role = "endpoint" | "middleware" | "error-handler" | "not-found";

/** Where the HTTP method of an exchange is known from, surest first. */
export type MethodFrom =
  | "registration" | "decorator" | "export" | "file-name" | "other-file" | "guard" | "comment" | "name" | "unknown";

/** Uses of HTTP whose statuses follow another agreement than resources do. */
export type Purpose =
  | "webhook" | "job" | "rpc" | "graphql" | "health" | "session" | "query" | "batch" | "validation" | "action";

/** Why a response is given. The list is closed: every circumstance is owned by one rule. `empty`: a search found nothing. */
export type CircumstanceKind =
  | "missing" | "empty" | "unauthenticated" | "forbidden" | "invalid" | "duplicate" | "limited" | "wrong-method" | "upstream"
  | "unexpected" | "none";

export type Certainty = "strong" | "weak";

export interface Circumstance {
  readonly kind: CircumstanceKind;
  /** strong: a guard or a known error tells it. weak: only words do. */
  readonly certainty: Certainty;
  /** The code's own words that tell it, shortest first. */
  readonly quote: string;
  /** The codes that fit, the likeliest first, under the project's conventions. Empty for `none`. */
  readonly codes: readonly number[];
  /** A known error tells it; not surely, if it depends on what was tried and that is not seen. */
  readonly error?: { readonly isSure: boolean; readonly needs: "request" | "no-request" | undefined };
}

/** What stands in the place of a status and is none: a text, a fraction, nothing, a number out of range. */
export interface OddStatus {
  readonly node: Node;
  /** The value as a source would write it: `"404"`, `200.5`, `undefined`. */
  readonly text: string;
  /** The number that it converts to; NaN if to none. */
  readonly means: number;
  /** Whether the framework throws for it; undefined when its versions differ and the project's is not known. */
  readonly throws: boolean | undefined;
}

export interface StatusPart {
  /** Every alternative that can be read and is sent, in the order of the source. */
  readonly codes: readonly number[];
  /** The only code, when there is exactly one and nothing else is possible. */
  readonly code: number | undefined;
  /** explicit: written. default: the framework's own. dynamic: at least one alternative is known at run time only. */
  readonly origin: "explicit" | "default" | "dynamic";
  /** Alternatives that are no status as they stand. */
  readonly odd: readonly OddStatus[];
  /** The word that wrote the status, else the one that sent the response. */
  readonly node: Node;
}

export type ContentShape =
  | "none" | "acknowledgement" | "failure" | "resource" | "collection" | "page" | "stream" | "redirect" | "unknown";

/** What content shows of a caught error. stack: with places in the source. error: the object with its members. message: its words. */
export type ErrorPart = "stack" | "error" | "message";
export interface Exposure { readonly part: ErrorPart; readonly quote: string }

export interface ContentPart {
  readonly shape: ContentShape;
  /** Whether bytes follow the head; undefined when that depends on run time. */
  readonly present: boolean | undefined;
  /** Whether the source writes content at all, whatever becomes of it. */
  readonly isWritten: boolean;
  /** It is written, and tells nothing: `null`, `{}`, `[]`. */
  readonly isBlank: boolean;
  /** The framework sends fields that it takes from the content, such as an ETag, even where it drops the content. */
  readonly shapesFields: boolean;
  /** The expression that becomes the content. */
  readonly node: Node | undefined;
  /** A failure that the content tells: by its form (strong) or by its words alone (weak). */
  readonly failure: { readonly certainty: Certainty; readonly quote: string } | undefined;
  /** A success that the content tells: by its form (strong) or by its words alone (weak). */
  readonly success: { readonly certainty: Certainty; readonly quote: string } | undefined;
  /** The message for people in it, when it is written there. */
  readonly says: string | undefined;
  /** The message has values in it that only run time knows. */
  readonly isFilled: boolean;
  /** Every text in it, when it holds nothing else that tells something; undefined when it does, or when run time fills it. */
  readonly words: readonly string[] | undefined;
  /** Failures that its messages and error names are the titles of, and nothing else: 404 for `Not Found` or `NOT_FOUND`. */
  readonly names: readonly number[];
  /** The most telling part of a caught error in it, unless a setting of the server or the kind of the error decides on it. */
  readonly exposes: Exposure | undefined;
  /** Names of its members, when the content is an object literal. */
  readonly members: readonly string[];
}

/** Something that the handler stores, and whether the answer shows it. */
export interface Creation {
  /** The call that stores it. */
  readonly node: Node;
  readonly certainty: Certainty;
}

/** What may have failed where whatever was thrown is answered. */
export interface Attempt {
  /** A call that waits for a database or another server. */
  readonly quote: string;
  /** Nothing that the client sent takes part in it, and nothing is stored. */
  readonly isServersOwn: boolean;
  /** The path asks which error it is, so that there is an answer for each. */
  readonly isAsked: boolean;
}

/**
 * What the framework does with the response on the wire. refuses-content: content under this status makes it throw, so that
 * the client gets 500. loses-content: some runtimes throw, and others drop the content.
 */
export type Outcome = "sends" | "drops-content" | "refuses-content" | "loses-content" | "throws";

export interface Change {
  readonly status?: number;
  readonly content?: "none";
  /** Fields that are not said yet, by their usual names. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** One delivery on the paths that agree about it. */
export interface Response {
  /** The call, return or end that delivers. */
  readonly node: Node;
  /** The delivering word in it, such as the `json` of `res.json(user)`. */
  readonly word: Node;
  readonly status: StatusPart;
  readonly content: ContentPart;
  /** Fields that the handler set on every path to this response: lower-case name to value, null if not readable. */
  readonly fields: ReadonlyMap<string, string | null>;
  /** Other fields may be there too: on some of the paths, or by words that cannot be read. */
  readonly hasOpenFields: boolean;
  /** The target of a redirect or a creation: its text, null if not readable, undefined if none. */
  readonly location: string | null | undefined;
  /** The reason phrase that goes with the status: its text, null if not readable, undefined if none is written. */
  readonly phrase: string | null | undefined;
  readonly because: Circumstance;
  /** The caught error, callback error or failed guard on whose branch the response stands. */
  readonly onFailure: "caught" | "guard" | undefined;
  /** It is given in a catch: what was tried there, if that may fail without the client. */
  readonly attempt: Attempt | undefined;
  /** What the handler stored before on this path and shows in the content. */
  readonly shows: Creation | undefined;
  /** What the handler stored before on this path, shown or not. */
  readonly stored: Creation | undefined;
  readonly outcome: Outcome;
  /** The head was on its way before, or may have been: its status can no longer change. */
  readonly isCommitted: boolean;
  /** Requests with several methods get it: a change meant for one of them changes the others. */
  readonly isShared: boolean;
  /** It refuses the request's method: those that the handler or its route serves, in the order of the source. */
  readonly allows: readonly string[];
  /** The words that made it, such as `res.status().json`. */
  readonly via: string;
  /** The edits that make the framework say it so, or undefined when they would touch another response. */
  say(change: Change): readonly Edit[] | undefined;
}

/** One handler under one HTTP method. */
export interface Exchange {
  readonly framework: string;
  readonly major: number | undefined;
  readonly role: Role;
  /** Upper case; `ANY` for every method that no other exchange of the handler names; null when unknown. */
  readonly method: string | null;
  readonly methodFrom: MethodFrom;
  readonly route: string | null;
  /** The handler's name in the source. */
  readonly name: string | null;
  readonly purpose: Purpose | undefined;
  readonly handler: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
  readonly responses: readonly Response[];
  /** Requests that are spent twice. */
  readonly repetitions: readonly Repetition[];
  /** Statuses and fields that come after the head was sent. */
  readonly lateWords: readonly LateWord[];
  /** A handler of the same file sets a status and hands on, so that a later handler answers with it. */
  readonly inheritsStatus: boolean;
  /** A path ends without an answer and without handing on. */
  readonly unfinished: boolean;
  /** Those of which something can be said. */
  readonly unanswered: readonly Unanswered[];
}

/** All that one file answers. */
export interface Model {
  readonly exchanges: readonly Exchange[];
}
