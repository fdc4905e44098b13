/** How the paths of a handler run: the part of the model that tells where they answer twice, and where not at all. */
import type { Edit, Node } from "../model.ts";

/** How a request is spent: it is answered, passed to the next handler, or handed on as an error. */
export type Spending = "answers" | "passes" | "fails";

/** A request that is spent twice: every path that leads on from the first place comes to another one. */
export interface Repetition {
  /** The call that spends it first. */
  readonly node: Node;
  readonly first: Spending;
  /** The call that spends it again. */
  readonly again: Node;
  /** The calls that spend it again on other paths, in the same way. */
  readonly againElsewhere: readonly Node[];
  readonly second: Spending;
  /** Requests come to the second place that nothing has spent yet: the first one was to end its path. */
  readonly isMeant: boolean;
  /** The edits that end the path with the first one, or undefined where no `return` does. */
  endPath(): readonly Edit[] | undefined;
  /** The edits that take the second one away, or undefined where there are several, or where it does something else or stands in an expression. */
  dropSecond(): readonly Edit[] | undefined;
}

/** A path that ends without an answer and without handing on. */
export interface Unanswered {
  /** The status that is not sent, the `catch` that says nothing, the `return`, or the condition that led there. */
  readonly node: Node;
  /** unsent: a status is set for nothing. caught: an error is caught, and nobody is told. open: run time knows whether it is walked. */
  readonly because: "unsent" | "caught" | "open";
  /** What the framework makes of it. */
  readonly outcome: "hangs" | "fails";
  /** The edits that send what is set, or undefined where that is not one word. */
  send(): readonly Edit[] | undefined;
}

/** A word that is said after the head was sent, on every path to it. */
export interface LateWord {
  readonly node: Node;
  /** A status alone is ignored then; a whole head and a field throw. */
  readonly writes: "status" | "head" | "field";
  /** The edits that say it before the rest of its chain, or undefined where it stands alone. */
  sayFirst(): readonly Edit[] | undefined;
  /** The edits that take it away, or undefined where evaluating it does something. */
  drop(): readonly Edit[] | undefined;
  /** It throws for no version of the framework, so that nobody sees it go. */
  readonly isUnseen: boolean;
}

/** An answer or an error that is made in a statement of its own, and dropped. */
export interface Unsent {
  readonly node: Node;
  readonly what: "response" | "error";
  /** The edits that return, throw or hand it on, or undefined in a function inside the handler. */
  send(): readonly Edit[] | undefined;
}

/** A status that stands where the framework reads none. */
export interface MisplacedStatus {
  readonly node: Node;
  readonly code: number;
  /** What becomes of it instead. */
  readonly becomes: "content" | "ignored" | "throws";
  /** The version that the project uses reads it all the same, and the next one does not. */
  readonly isReadYet: boolean;
  /** A redirect can have no such status, so that it can only go. */
  readonly isTakenAway: boolean;
  /** The edits that put it where it is read, or take it away. */
  put(): readonly Edit[] | undefined;
}

/** A status that a function beside the handlers takes and never sets, so that its callers give it in vain. */
export interface DroppedStatus {
  /** The first answer of the function. */
  readonly node: Node;
  /** The parameter. */
  readonly name: string;
  /** What clients get instead. */
  readonly code: number;
  /** Setting it is all that is to be done: callers always give it, and no answer is for a failure of the function's own. */
  readonly isEvident: boolean;
  /** The edits that set it for each answer, or undefined where an answer cannot be told it. */
  put(): readonly Edit[] | undefined;
}
