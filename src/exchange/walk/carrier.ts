/** An answer under way: what was said to it so far. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Delivery } from "./walk.ts";

/** A status as it was written: the word, and the value that it got on this path. */
export interface Written {
  /** The name of the word in the source, such as the `status` of `res.status(404)`. */
  readonly word: TSESTree.Node;
  readonly name: string;
  /** The expression in the place of the status. */
  readonly argument: TSESTree.Node | undefined;
  readonly value: TSESTree.Node | undefined;
  /** A code that the word itself stands for. */
  readonly constant?: number;
  /** Major versions in which the word throws for what is no integer. */
  readonly strictIn?: readonly number[] | "all";
  /** The only statuses for which the word does not throw. */
  readonly allows?: readonly number[] | undefined;
  /** What an undefined value stands for, if it is not the framework's own status. */
  readonly otherwise?: number | undefined;
}

/** How an answer was made as a value: what its delivery takes from there. */
export type MadeAnswer = Omit<Delivery, "path" | "carrier"> & {
  /** It is no answer: the request goes on. */
  readonly passes: boolean;
  /** It is thrown, and leaves if nothing catches it. */
  readonly leaves: boolean;
};

/** The answer under way. */
export interface Carrier {
  readonly status: readonly Written[];
  /** On some of the paths that were joined nothing was written. */
  readonly mayBeDefault: boolean;
  /** A function that is not followed got the carrier, and may have set its status. */
  readonly isShared: boolean;
  readonly fields: ReadonlyMap<string, string | null>;
  /** A word or a function set fields that cannot be read. */
  readonly hasOpenFields: boolean;
  readonly location: string | null | undefined;
  /** The reason phrase: its text, null if not readable, undefined if none is written. */
  readonly phrase: string | null | undefined;
  /** Content that was already written in pieces. */
  readonly streamed: boolean;
  readonly isSealed: boolean;
  /** A word was said that throws at run time. */
  readonly isBroken: boolean;
  /** A status was said where none is read: what it was to answer is not what it answers. */
  readonly isMisled: boolean;
  readonly delivered: TSESTree.Node | undefined;
  /** It was made as a value, and leaves when the handler hands it back. */
  readonly made: MadeAnswer | undefined;
}

/** A carrier that nothing was said to yet. */
export const newCarrier: Carrier = {
  status: [], mayBeDefault: false, isShared: false, fields: new Map(), hasOpenFields: false, location: undefined, phrase: undefined, streamed: false, isSealed: false, isBroken: false, isMisled: false, delivered: undefined, made: undefined,
};
