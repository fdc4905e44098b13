/**
 * The proof of what a framework table claims. The text of a program is run on the real framework, one request is sent to
 * it, and what came back is compared with two things: what the case says, and what the model reads in the same text.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Expected, WireCase } from "./case.ts";
import { ask, HANG, PATIENCE } from "./client.ts";
import type { WireAnswer } from "./client.ts";
import { requestTo } from "./dialects.ts";
import type { PreparedRunner, Runner, WireDialect } from "./dialects.ts";
import { disagreements } from "./model.ts";
import { readModel } from "../support/read.ts";

interface Observed extends WireAnswer {
  /** The process ended with the answer, or instead of one. */
  readonly died: boolean;
}

/** Building an application of every program takes a while, and the machine may be busy. */
const BUILD = 300_000;

/** Two tests for every case and major: the wire is as the case says, and the model reads what the wire showed. */
export function prove(framework: WireDialect, cases: readonly WireCase[]): void {
  for (const major of framework.majors) {
    const here = cases.filter(({ majors }) => major === undefined || !majors || majors.includes(major));
    describe([framework.name, major].join(" ").trim(), { timeout: 3 * PATIENCE }, () => {
      const runner = prepared(framework, here);
      for (const wireCase of here) proveOne(framework, runner, major, wireCase);
    });
  }
}

/** What runs the cases, once the tests of the group begin. */
function prepared({ prepare, ...alone }: WireDialect, cases: readonly WireCase[]): () => Runner {
  if (!prepare) return () => alone;
  let runner: PreparedRunner | undefined;
  beforeAll(async () => {
    runner = await prepare(cases);
  }, BUILD);
  afterAll(() => runner?.close());
  return () => runner!;
}

function proveOne(framework: WireDialect, runner: () => Runner, major: number | undefined, wireCase: WireCase): void {
  const { name, source, file = framework.file } = wireCase;
  const expected = expectedFor(wireCase, major);
  let observed: Promise<Observed> | undefined;
  const observedOnce = () => (observed ??= observe(runner(), major, wireCase, expected));

  it(`${name}: the wire`, async () => {
    expect(inWords(await observedOnce(), expected)).toEqual(expected);
  });
  if (wireCase.model === "none") return;
  it(`${name}: the model`, async () => {
    const read = readModel(source, { framework: framework.name, major, ...(file !== undefined && { filename: file }) });
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
  runner: Runner, major: number | undefined, { source, file, request = {} }: WireCase, expected: Expected,
): Promise<Observed> {
  const dies = expected === "crashes" || (typeof expected === "object" && expected.dies === true);
  const running = await (dies ? runner.runContained(source, major, file) : runner.run(source, major, file));
  try {
    const answer = await ask(running.port, requestTo(running, request), expected === "hangs" ? HANG : PATIENCE);
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
    ...(typeof expected === "object" && expected.reason !== undefined && { reason: answer.reason }),
    ...(answer.died && { dies: true }),
  };
}
