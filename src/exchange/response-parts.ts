/** The parts of a response: its status, its content, and what stands in the place of either. */
import type { Certainty, Edit, Node } from "./model.ts";

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
  /** The only code, when there is exactly one, nothing else is possible, and no other stands in the wrong place. */
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

/** stack: with the places in the source. error: the object with all its members. message: its words. */
export type ErrorPart = "stack" | "error" | "message";

/** What content shows of an error that was caught. */
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

/** A status that is read from an error, which may bear none. */
export interface BorrowedStatus {
  /** What is read: `err.status`. */
  readonly node: Node;
  /** status: nothing stands in where it is missing. success: a success does. code: it is a word or a number of the library that threw. */
  readonly kind: "status" | "success" | "code";
  /** The handler itself catches whatever it awaited; elsewhere others may see to it that the error bears a status. */
  readonly isCaught: boolean;
  /** The edits that read the error's status, and take another where it has none; undefined where it is read somewhere else. */
  replace(code: number): readonly Edit[] | undefined;
}
