/**
 * The proof of what a framework table claims. The text of a program is run on the real framework, one request is sent to
 * it, and what came back is compared with two things: what the case says, and what the model reads in the same text.
 */
import { describe, expect, it } from "vitest";
import type { Expected, WireCase } from "./case.ts";
import { ask, HANG, PATIENCE } from "./client.ts";
import type { WireAnswer, WireRequest } from "./client.ts";
import type { WireDialect } from "./dialects.ts";
import { disagreements } from "./model.ts";
import { readModel } from "../support/read.ts";

interface Observed extends WireAnswer {
  /** The process ended with the answer, or instead of one. */
  readonly died: boolean;
}

/** Two tests for every case and major: the wire is as the case says, and the model reads what the wire showed. */
export function prove(framework: WireDialect, cases: readonly WireCase[]): void {
  for (const major of framework.majors) {
    const here = cases.filter(({ majors }) => major === undefined || !majors || majors.includes(major));
    describe([framework.name, major].join(" ").trim(), { timeout: 3 * PATIENCE }, () => {
      for (const wireCase of here) proveOne(framework, major, wireCase);
    });
  }
}

function proveOne(framework: WireDialect, major: number | undefined, wireCase: WireCase): void {
  const { name, source, request } = wireCase;
  const expected = expectedFor(wireCase, major);
  let observed: Promise<Observed> | undefined;
  const observedOnce = () => (observed ??= observe(framework, major, source, request, expected));

  it(`${name}: the wire`, async () => {
    expect(inWords(await observedOnce(), expected)).toEqual(expected);
  });
  if (wireCase.model === "none") return;
  it(`${name}: the model`, async () => {
    const read = readModel(source, { framework: framework.name, ...(major !== undefined && { major }) });
    expect(disagreements(read, await observedOnce(), wireCase, expected)).toEqual([]);
  });
}

function expectedFor({ expect: expected }: WireCase, major: number | undefined): Expected {
  if (typeof expected === "string" || "status" in expected) return expected;
  const found = major === undefined ? undefined : expected[major];
  if (found === undefined) throw new Error(`The case says nothing about major ${major}.`);
  return found;
}

/**
 * Runs a program, sends it one request, and says what came back. What is expected decides only where the program runs and
 * how long silence may last.
 */
async function observe(
  framework: WireDialect, major: number | undefined, source: string, request: WireRequest | undefined, expected: Expected,
): Promise<Observed> {
  const dies = expected === "crashes" || (typeof expected === "object" && expected.dies === true);
  const running = await (dies ? framework.runContained(source, major) : framework.run(source, major));
  try {
    const answer = await ask(running.port, request ?? {}, expected === "hangs" ? HANG : PATIENCE);
    return { ...answer, died: dies && (await running.died()) };
  } finally {
    await running.close();
  }
}

/** What came back, in the words of a case. Only the fields that the case names are looked at. */
function inWords(answer: Observed, expected: Expected): unknown {
  if (answer.hung) return "hangs";
  if (answer.status === undefined) return answer.died ? "crashes" : "closes without an answer";
  const names = typeof expected === "object" ? Object.keys(expected.fields ?? {}) : [];
  return {
    status: answer.status,
    content: answer.body.length > 0,
    ...(names.length > 0 && { fields: Object.fromEntries(names.map((name) => [name, answer.headers[name]])) }),
    ...(answer.died && { dies: true }),
  };
}
