/** The comparison itself is tried on readings made by hand: one that lets everything pass would prove nothing. */
import { describe, expect, it } from "vitest";
import type { Expected, WireCase } from "./case.ts";
import type { WireAnswer } from "./client.ts";
import { disagreements } from "./model.ts";
import type { ReadResponse } from "./model.ts";

const response = (parts: Partial<ReadResponse> = {}): ReadResponse => ({
  status: 200, origin: "explicit", present: true, fields: {}, location: undefined, phrase: undefined, outcome: "sends", ...parts,
});

const answer = (parts: Partial<WireAnswer> = {}): WireAnswer => ({
  status: 200, reason: "OK", headers: {}, body: Buffer.from("x"), bytes: Buffer.from("x"), hung: false, ...parts,
});

const empty = { body: Buffer.alloc(0) };
const hung = answer({ status: undefined, hung: true });
const crashed = answer({ status: undefined });

interface Trial {
  readonly name: string;
  readonly read: readonly ReadResponse[];
  readonly unfinished?: boolean;
  readonly answer?: WireAnswer;
  readonly wireCase?: Partial<WireCase>;
  readonly expected?: Expected;
}

const compare = ({ read, unfinished = false, answer: came = answer(), wireCase, expected = "hangs" }: Trial) =>
  disagreements([{ responses: read, unfinished }], came, { name: "", source: "", expect: expected, ...wireCase }, expected);

const agreeing: readonly Trial[] = [
  { name: "status and content", read: [response()] },
  { name: "an alternative of the status", read: [response({ status: [404, 200] })] },
  {
    name: "a dropped content",
    read: [response({ status: 204, present: false, outcome: "drops-content" })],
    answer: answer({ status: 204, ...empty }),
  },
  { name: "one of several", read: [response({ status: 404 }), response()], wireCase: { model: "some" } },
  {
    name: "an unknown status where it may be",
    read: [response({ status: null, origin: "dynamic" })],
    wireCase: { unread: ["status"] },
  },
  {
    name: "a default that was changed elsewhere",
    read: [response({ origin: "default" })],
    answer: answer({ status: 202 }), wireCase: { unread: ["status"] },
  },
  { name: "the content of HEAD", read: [response()], answer: answer(empty), wireCase: { request: { method: "HEAD" } } },
  {
    name: "a completed content type",
    read: [response({ fields: { "content-type": "text/html" } })],
    answer: answer({ headers: { "content-type": "text/html; charset=utf-8" } }),
  },
  { name: "a field of unknown value", read: [response({ location: null })], answer: answer({ headers: { location: "/x" } }) },
  { name: "a throw", read: [response({ status: null, outcome: "throws" })], answer: answer({ status: 500 }) },
  { name: "silence read as silence", read: [], unfinished: true, answer: hung },
  { name: "a crash read as a throw", read: [response({ outcome: "throws" })], answer: crashed },
  { name: "the framework's own answer, not read", read: [], answer: answer({ status: 404 }), wireCase: { model: "optional" } },
];

const disagreeing: readonly Trial[] = [
  { name: "another status", read: [response({ status: 404 })] },
  { name: "an unknown status where it can be known", read: [response({ status: null, origin: "dynamic" })] },
  { name: "a definite status where it cannot be known", read: [response({ status: 404 })], wireCase: { unread: ["status"] } },
  { name: "content where none is", read: [response()], answer: answer(empty) },
  { name: "unknown content where it can be known", read: [response({ present: undefined })] },
  { name: "two answers where one is", read: [response(), response()] },
  { name: "no answer where one is", read: [], unfinished: true },
  { name: "none of several", read: [response({ status: 404 }), response({ present: false })], wireCase: { model: "some" } },
  {
    name: "status and content of different answers",
    read: [response({ status: 404 }), response({ present: false })],
    wireCase: { model: "some" },
  },
  { name: "a field that does not arrive", read: [response({ fields: { "x-a": "1" } })] },
  { name: "another value of a field", read: [response({ location: "/y" })], answer: answer({ headers: { location: "/x" } }) },
  {
    name: "a field that is not read",
    read: [response()],
    answer: answer({ headers: { "x-a": "1" } }), expected: { status: 200, content: true, fields: { "x-a": "1" } },
  },
  { name: "a throw of another status", read: [response({ outcome: "throws" })], answer: answer({ status: 400 }) },
  { name: "a throw where an answer is", read: [response({ outcome: "throws" })] },
  { name: "an answer where none is", read: [response()], answer: hung },
  { name: "an answer on every path, though one is silent", read: [response()], answer: hung, wireCase: { model: "some" } },
  { name: "an answer where the process dies", read: [response()], answer: crashed },
  {
    name: "another answer than the framework's",
    read: [response()],
    answer: answer({ status: 404 }), wireCase: { model: "optional" },
  },
];

describe("the comparison of the model with the wire", () => {
  it.each(agreeing)("agrees on $name", (trial) => {
    expect(compare(trial)).toEqual([]);
  });
  it.each(disagreeing)("does not accept $name", (trial) => {
    expect(compare(trial)).not.toEqual([]);
  });
  it("does not accept a program in which no handler is read", () => {
    expect(disagreements([], answer(), { name: "", source: "", expect: "hangs" }, "hangs")).not.toEqual([]);
  });
});
