/**
 * The vocabulary in which a framework says a response. A table holds no logic: it names what starts a carrier
 * (the value that carries an answer), which words set its parts, and what delivers it.
 */

/**
 * Where a word finds a value: an argument, a member of an options argument (and what it is where that member is left out),
 * the assigned value, or a constant.
 */
export type Source =
  | { readonly from: "argument"; readonly index: number }
  | { readonly from: "member"; readonly index: number; readonly key: string; readonly otherwise?: number }
  | { readonly from: "assigned" }
  | { readonly from: "constant"; readonly value: number };

/** Which fields a word sets: one name and value, every member of a record, or one field that the word itself names. */
export type FieldSource =
  | { readonly from: "pair"; readonly name: number; readonly value: number }
  | { readonly from: "record"; readonly index: number; readonly key?: string }
  | { readonly from: "word"; readonly name: string; readonly value: number };

/** What the client receives as content, when the word itself decides it. */
export type FixedContent = "none" | "reason-phrase" | "redirect" | "page" | "stream" | "unknown";

/** A status in a place where the word takes none, which says nothing of what people meant. */
export interface Misplacement {
  readonly status: Source;
  /** content: it is sent as content. ignored: nothing becomes of it. throws: the framework throws. */
  readonly becomes: "content" | "ignored" | "throws";
  /** The major version up to which it was read all the same. */
  readonly since?: number;
  /** Where it belongs: in a status call before the word, before the other arguments, or with another word in its place. */
  readonly instead: "before" | "swapped" | "sendStatus" | "statusCode" | "status";
}

/** What one word does to the carrier. Members left out are left as they were. */
export interface Effect {
  readonly status?: Source;
  /** The word puts aside a status that was written before it (Express: `res.redirect`). */
  readonly ignoresStatus?: true;
  readonly content?: Source | FixedContent;
  /** A value of these kinds leaves the answer without content (Express: `send(null)`). */
  readonly emptyFor?: readonly ("absent" | "null" | "undefined" | "")[];
  readonly fields?: readonly FieldSource[];
  readonly location?: Source;
  /** The reason phrase, words that go with the status in HTTP/1. */
  readonly phrase?: Source;
  /** The argument that names a field which the word takes away. */
  readonly removesField?: number;
  /** The head is on its way: later writes of status and fields come too late. */
  readonly sealsHead?: true;
  /** The answer leaves with this word. */
  readonly delivers?: true;
  /** The framework throws instead of doing this. */
  readonly throws?: true;
  readonly misplaces?: Misplacement;
  /** Major versions in which the word throws for a status that is no integer in its range. */
  readonly strictIn?: readonly number[] | "all";
  /** Statuses beside the framework's own whose content this word drops. */
  readonly dropsContentOf?: readonly number[];
  /** The word sends fields that it takes from the content, such as an ETag, even where the content is dropped. */
  readonly shapesFields?: true;
  /** After another answer it does nothing, if it brings no content. */
  readonly mayRepeat?: true;
  /** The call gives the carrier back, so that a chain goes on. */
  readonly chains?: true;
  /** The word answers by throwing: what stands behind it does not run, and a `catch` around it takes the answer away. */
  readonly leaves?: true;
  /** The word is no answer: it lets the request go on to another handler. */
  readonly passes?: true;
  /** The only statuses for which the word does not throw. */
  readonly allows?: readonly number[];
  /** The word throws for a location that is no absolute URL. */
  readonly takesUrl?: true;
  /** The word throws where its content is undefined. */
  readonly needsContent?: true;
}

/** When an overload applies. The first that fits wins; one without a condition always fits. */
export interface Condition {
  /** The number of arguments written. */
  readonly arguments?: readonly number[];
  /** The argument at this place is a number (or a numeric constant). */
  readonly numberAt?: number;
  /** The argument at this place is a text. */
  readonly textAt?: number;
  /** The major versions in which the overload exists; if the major is unknown, the status becomes unknown. */
  readonly majors?: readonly number[];
}

export interface Overload extends Effect {
  readonly when?: Condition;
}

export type Word = Effect | readonly Overload[];

/** A function's parameters by their meaning; positions count from 0. */
export interface ParameterPlaces {
  readonly error?: number;
  readonly request: number;
  readonly response: number;
  readonly next?: number;
}

/** A type that, written on a parameter or a function, proves what it is. */
export interface TypeName {
  readonly packages: readonly string[];
  readonly name: string;
  /** `response`: the carrier. `request`: the request. `handler` and `error-handler`: the whole function. */
  readonly is: "response" | "request" | "handler" | "error-handler";
}

/** An exported value: the package, and the members that lead to it. */
export type ExportedName = readonly [source: string, ...path: string[]];

/** How functions become handlers whose carrier is a parameter. */
export interface ParameterHandlers {
  /** By the number of declared parameters. */
  readonly places: Readonly<Record<number, ParameterPlaces>>;
  readonly types: readonly TypeName[];
  /** Calls that make an application or router: `[package, exported path]`. */
  readonly applications: readonly ExportedName[];
  /** Names of a receiver that stands for an application when its origin cannot be seen. */
  readonly applicationNames: RegExp;
  /** Method words of an application, by the HTTP method they register; `ANY` for all. */
  readonly registrations: Readonly<Record<string, string>>;
  /** Words that register a middleware for every method. */
  readonly mounts: readonly string[];
  /** A word that takes a path and returns an object on which `registrations` are chained. */
  readonly route?: string;
  /** Functions of a module that take the handler as their last argument (`http.createServer`). */
  readonly servers: readonly ExportedName[];
}

/** How an error becomes an answer when a handler throws it, or gives it to `next`, and no error handler of the project answers. */
export interface ErrorAnswers {
  /** Members of the error that may hold the status; the first that holds a number in the range counts. */
  readonly members: readonly string[];
  readonly range: readonly [least: number, most: number];
  /** A status in the range that was set before counts if the error has none. */
  readonly keepsStatus?: true;
  /** The status of any other error. */
  readonly otherwise: number;
  /** Major versions in which the error of a promise that the handler returns goes the same way; in others nobody answers. */
  readonly rejectedIn: readonly number[];
  /** Packages that make it go the same way in every version, wherever they are imported. */
  readonly patches: readonly string[];
  /** Applications and routers that do so for their own handlers. */
  readonly waiting: readonly ExportedName[];
  /** Functions that do so for the handler which they are given. */
  readonly wrappers: readonly ExportedName[];
}

/**
 * An answer that the code makes as a value and hands back, such as a `Response`. Making it is its birth: the words of the
 * making say its status, content and fields, and returning it delivers it.
 */
export interface Made {
  readonly name: string;
  /** The name is there without an import. */
  readonly isGlobal?: true;
  /** Packages that export it. */
  readonly packages: readonly string[];
  /** What `new` makes. */
  readonly construct?: Word;
  /** What calling the name itself does. */
  readonly call?: Word;
  /** What the words called on the name make: `Response.json`. */
  readonly statics?: Readonly<Record<string, Word>>;
}

/** Files whose path makes handlers of their exports. */
export interface HandlerFiles {
  /** The files in words, for people. */
  readonly name?: string;
  /** Matches the path with forward slashes; its group `route`, if it has one, holds the folders that make the route. */
  readonly path: RegExp;
  /** Names of exports, `default` for the default one and `default.fetch` for a member of it, and the method that each answers; `ANY` for all. */
  readonly exports: Readonly<Record<string, string>>;
  readonly isMiddleware?: true;
  /** Answers that are made there in another way than elsewhere. */
  readonly made?: readonly Made[];
}

/** Into the record that goes with the making of an answer. */
export interface InitPhrasing {
  /** The members of the record that hold the status and the fields. */
  readonly init: { readonly status: string; readonly fields: string };
  /** Static words that become a construction of nothing when their content is taken away. */
  readonly emptied: readonly string[];
}

/** Into the chain of calls that delivers, or in front of it. */
export interface ChainPhrasing {
  /** A status is added as a chained call before the delivery, or as an assignment in a statement before it. */
  readonly status: { readonly call: string } | { readonly property: string };
  /** A field is added as a chained call before the delivery, or as a call in a statement before it. */
  readonly field: { readonly call: string } | { readonly statement: string };
  /** The word that writes the head, with a record of fields as its last argument. */
  readonly head: string;
  /** The word that delivers nothing. */
  readonly empty: string;
  /** Words whose argument can be dropped, turning them into `empty`. */
  readonly emptied: readonly string[];
}

/** How a status, a field or the absence of content is written where the source says nothing yet. */
export type Phrasing = ChainPhrasing | InitPhrasing;

export interface Framework {
  readonly name: string;
  /** The name of the carrier in printed words, such as the `res` of `res.status().json`. */
  readonly subject: string;
  /** Importing one of these is the strongest evidence. The first is the one whose major version counts. */
  readonly packages: readonly string[];
  readonly majors: readonly number[];
  /** Words of which every file that answers in this dialect contains at least one. */
  readonly markers: readonly string[];
  readonly handlers: ParameterHandlers;
  /** Answers that are made as values. */
  readonly made?: readonly Made[];
  /** Files that the framework finds by their path; the first that matches counts. */
  readonly files?: readonly HandlerFiles[];
  /** The status of an answer for which nothing was written. */
  readonly initialStatus: number;
  /** The lowest and the highest status that can be sent; others throw. */
  readonly range: readonly [least: number, most: number];
  /** Statuses whose content the framework drops. */
  readonly contentless: readonly number[];
  /** Statuses for which content, be it empty text, makes it throw. */
  readonly refusesContentOf?: readonly number[];
  /** Some of the runtimes that speak the dialect drop such content instead. */
  readonly isLenientSomewhere?: true;
  /** An undefined status is the one that nothing was written for; elsewhere it throws. */
  readonly takesUndefined?: true;
  /** Fields whose text stands on the wire as written only if it matches; else the framework rewrites it. */
  readonly verbatim: Readonly<Record<string, RegExp>>;
  readonly calls: Readonly<Record<string, Word>>;
  readonly assignments: Readonly<Record<string, Word>>;
  /** What becomes of errors; left out where that is not read yet. */
  readonly errors?: ErrorAnswers;
  /** Functions and methods that fill the carrier they are given: `stream.pipe(res)`. */
  readonly sinks: readonly string[];
  /** A handler path that delivers nothing. */
  readonly undelivered: "hangs" | "fails";
  readonly phrasing: Phrasing;
}

export const argument = (index: number): Source => ({ from: "argument", index });
export const assigned: Source = { from: "assigned" };
export const constant = (value: number): Source => ({ from: "constant", value });

/** A word that changes a part and lets the chain go on. */
export const sets = (effect: Effect): Effect => ({ chains: true, ...effect });

/** A member of the record at this place among the arguments. */
export const member = (index: number, key: string, otherwise?: number): Source => ({ from: "member", index, key, ...(otherwise !== undefined && { otherwise }) });

/** A word with which the answer leaves. */
export const delivers = (effect: Effect): Effect => ({ delivers: true, chains: true, ...effect });

/** Checks a table's shape at compile time; the table itself is the whole framework. */
export const defineFramework = (framework: Framework): Framework => framework;
