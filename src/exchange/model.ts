/** What the code answers: the model that every rule reads. Nothing here is computed; the types are the contract. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { DroppedStatus, LateWord, MisplacedStatus, Repetition, Unanswered, Unsent } from "./courses/courses.ts";
import type { BorrowedStatus, ContentPart, StatusPart } from "./response-parts.ts";

export type * from "./response-parts.ts";

export type Node = TSESTree.Node;

/** What a handler is for in the application. */
export type Role = "endpoint" | "middleware" | "error-handler" | "not-found";

/** Where the HTTP method of an exchange is known from, surest first. */
export type MethodFrom =
  | "registration" | "decorator" | "export" | "file-name" | "other-file" | "guard" | "comment" | "name" | "unknown";

/** Who is there, what they may do, and whether there is what the path names. */
export type Asked = "caller" | "right" | "record";

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
  /** Codes that would do where a guard tells too little to call another code wrong, or for some of the errors that are caught. */
  readonly perhaps?: readonly number[];
  /** The parameter of the route for want of which it is given. */
  readonly lacks?: string;
  /** A known error tells it; not surely, if it depends on what was tried and that is not seen. */
  readonly error?: { readonly isSure: boolean; readonly needs: "request" | "no-request" | undefined };
}

/** Something that the handler stores, and whether the answer shows it. */
export interface Creation {
  /** The call that stores it, or what names the file that was kept before the handler began. */
  readonly node: Node;
  readonly certainty: Certainty;
  readonly isFile?: true;
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

/** What leaves the handler in the place of an answer. */
export interface ThrownError {
  /** The statuses that it carries, whatever becomes of them. */
  readonly carries: readonly number[];
}

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
  /** An error from which the status is taken on some path. */
  readonly borrowed: BorrowedStatus | undefined;
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
  /** The seconds after which the limit begins anew that refused the request, where the code tells it. */
  readonly window: number | undefined;
  /** The caught error, callback error or failed guard on whose branch the response stands. */
  readonly onFailure: "caught" | "guard" | undefined;
  /** It is given in a catch: what was tried there, if that may fail without the client. */
  readonly attempt: Attempt | undefined;
  /** What the handler stored before on this path and shows in the content. */
  readonly shows: Creation | undefined;
  /** What the handler stored before on this path, shown or not. */
  readonly stored: Creation | undefined;
  /** It rests on a record that the path names, and nobody asked whether that was found: it comes without one as well. Found when asked. */
  readonly isAssumed: () => boolean;
  /** Its content is what another server sent, and nobody asked whether that was an error. Found when asked. */
  readonly isRelayed: () => boolean;
  /** A call before it may have stored something, on whatever path and of whatever kind. */
  readonly mayHaveStored: boolean;
  readonly outcome: Outcome;
  /** The head was on its way before, or may have been: its status can no longer change. */
  readonly isCommitted: boolean;
  /** Requests with several methods get it: a change meant for one of them changes the others. */
  readonly isShared: boolean;
  /** It refuses the request's method: those that the handler or its route serves, in the order of the source. */
  readonly allows: readonly string[];
  /** It answers an error that the handler throws or hands on: an error handler or the framework says what is sent. */
  readonly thrown: ThrownError | undefined;
  /** The words that made it, such as `res.status().json`, `throw` or `next`. */
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
  /** Parameters that each known route has, so that no request comes without them. */
  readonly parameters: ReadonlySet<string>;
  /** What something in front of it asks on each known route. */
  readonly askedBefore: readonly Asked[];
  /** A route for a single thing stands beside it: `GET /users/:id` beside `POST /users`. */
  readonly hasItems: boolean;
  /** The statuses that its route is described with, where it is registered or in an OpenAPI file of the project. */
  readonly declares: readonly number[];
  /** The handler's name in the source. */
  readonly name: string | null;
  readonly purpose: Purpose | undefined;
  readonly handler: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
  readonly responses: readonly Response[];
  /** Requests that are spent twice. */
  readonly repetitions: readonly Repetition[];
  /** Statuses and fields that come after the head was sent. */
  readonly lateWords: readonly LateWord[];
  readonly misplaced: readonly MisplacedStatus[];
  /** What it makes and drops. */
  readonly unsent: readonly Unsent[];
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
  /** What functions beside the handlers do with the statuses that they are given. */
  readonly dropped: readonly DroppedStatus[];
}
