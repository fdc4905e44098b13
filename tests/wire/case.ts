/** One program, one request, and what comes back: the sentence in which every wire test is written. */
import type { WireRequest } from "./client.ts";

export interface Answer {
  readonly status: number;
  /** Whether bytes follow the head. */
  readonly content: boolean;
  /** Fields that the source sets, as they arrive; the model must have read each. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The reason phrase that the source writes; the model must have read it. */
  readonly reason?: string;
  /** The process ends after the answer. */
  readonly dies?: true;
}

/** hangs: no byte comes and the connection stays open. crashes: the process ends before any byte. */
export type Expected = Answer | "hangs" | "crashes";

export interface WireCase {
  readonly name: string;
  readonly source: string;
  /** Where the source stands, for a framework that reads a meaning from that: `app/users/[id]/route.js`. */
  readonly file?: string;
  /** `GET /` unless it says otherwise. */
  readonly request?: WireRequest;
  /** All installed majors, or those for which the program is meant. */
  readonly majors?: readonly number[];
  readonly expect: Expected | Readonly<Record<number, Expected>>;
  /**
   * one (the default): the program holds a single answer, and the model reads exactly that.
   * some: it holds several, and the observed one is among those read.
   * optional: the framework answers in the handler's stead; the model may stay silent, but not claim another answer.
   * none: the request passes by every answer of the program, so there is nothing to compare.
   */
  readonly model?: "one" | "some" | "optional" | "none";
  /** What reading the handler alone cannot tell: there the model may know nothing, or hold to a default. */
  readonly unread?: readonly ("status" | "content")[];
}

type Fields = Readonly<Record<string, string>>;

/** The words of a status line beside its code. */
export const worded = (reason: string, answer: Answer): Answer => ({ ...answer, reason });

/** Content follows the head. */
export const full = (status: number, fields?: Fields): Answer => ({ status, content: true, ...(fields && { fields }) });

/** Nothing follows the head. */
export const bare = (status: number, fields?: Fields): Answer => ({ status, content: false, ...(fields && { fields }) });
