/** What the model reads in a program, held against what the wire showed. */
import type { ReadHandler as Whole, ReadResponse as Answer } from "../support/read.ts";
import type { Expected, WireCase } from "./case.ts";
import type { WireAnswer } from "./client.ts";

/** What of a reading the wire can show. */
export type ReadResponse = Pick<Answer, "status" | "origin" | "present" | "fields" | "location" | "phrase" | "outcome">;

interface ReadHandler extends Pick<Whole, "unfinished"> {
  readonly responses: readonly ReadResponse[];
}

const isSent = ({ outcome }: ReadResponse): boolean => outcome === "sends" || outcome === "drops-content";

/** Why the model and the wire do not agree; empty when they do. */
export function disagreements(
  read: readonly ReadHandler[], answer: WireAnswer, wireCase: WireCase, expected: Expected,
): readonly string[] {
  const responses = read.flatMap((handler) => handler.responses);
  const sent = responses.filter(isSent);
  const mode = wireCase.model ?? "one";

  if (read.length === 0 && mode !== "optional") return ["no handler is read"];
  if (answer.hung) {
    if (mode === "one" && sent.length > 0) return ["an answer is read, none is sent"];
    const silent = read.some(({ unfinished }) => unfinished);
    return silent || mode === "optional" ? [] : ["every path is read as answered, none is sent"];
  }
  if (answer.status === undefined) {
    const throws = sent.length === 0 || responses.some(({ outcome }) => outcome === "throws");
    return throws ? [] : ["an answer is read, the process dies"];
  }
  if (mode === "one" && responses.length !== 1) return [`${responses.length} answers are read, there is one`];
  if (mode === "optional" && sent.length === 0) return [];
  const reasons = responses.map((response) => differences(response, answer, wireCase, expected));
  return reasons.some((list) => list.length === 0) ? [] : reasons.length > 0 ? reasons.flat() : ["no answer is read"];
}

function differences(
  read: ReadResponse, answer: WireAnswer, { request, unread = [] }: WireCase, expected: Expected,
): string[] {
  const codes = read.status === null ? [] : [read.status].flat();
  if (!isSent(read)) {
    // The framework answers: with 500, unless the error or what was set before says otherwise.
    const possible = answer.status === 500 || (answer.status! >= 400 && (codes.length === 0 || codes.includes(answer.status!)));
    return possible ? [] : [`read as thrown with ${codes.join(" | ") || "any status"}, ${answer.status} on the wire`];
  }

  const reasons: string[] = [];
  const statusMayDiffer = unread.includes("status") && (codes.length === 0 || read.origin !== "explicit");
  if (!codes.includes(answer.status!) && !statusMayDiffer) {
    reasons.push(`status ${codes.join(" | ") || "unknown"} read, ${answer.status} on the wire`);
  }
  const content = answer.body.length > 0;
  const contentMayDiffer = request?.method === "HEAD" || (read.present === undefined && unread.includes("content"));
  if (read.present !== content && !contentMayDiffer) {
    reasons.push(`content ${read.present ?? "unknown"} read, ${content} on the wire`);
  }
  const fields = read.location === undefined ? read.fields : { ...read.fields, location: read.location };
  for (const [name, value] of Object.entries(fields)) {
    const reason = fieldDifference(name, value, answer.headers[name], content);
    if (reason !== undefined) reasons.push(reason);
  }
  if (typeof expected === "object" && expected.reason !== undefined && read.phrase !== expected.reason) reasons.push(`reason phrase ${read.phrase ?? "unknown"} read, ${answer.reason} on the wire`);
  const set = typeof expected === "object" ? Object.keys(expected.fields ?? {}) : [];
  return [...reasons, ...set.filter((name) => !(name in fields)).map((name) => `field ${name} is not read`)];
}

/** A framework may complete a content type, and strips the fields of a content that it drops. */
function fieldDifference(name: string, read: string | null, sent: string | undefined, content: boolean): string | undefined {
  if (sent === undefined) {
    const stripped = !content && (name.startsWith("content-") || name === "transfer-encoding");
    return stripped ? undefined : `field ${name} read, none on the wire`;
  }
  const same = read === null || sent === read || (name === "content-type" && sent.startsWith(read));
  return same ? undefined : `${name}: ${read} read, ${sent} on the wire`;
}
