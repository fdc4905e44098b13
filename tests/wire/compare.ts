/** Whether a change of the source changes the wire: the test that a change must pass to be called safe. */
import { askTwice, PATIENCE } from "./client.ts";
import type { WireRequest } from "./client.ts";
import { requestTo } from "./dialects.ts";
import type { Runner } from "./dialects.ts";

/** Every request that a comparison sends, by the words that a test names it with. */
export const requests: Readonly<Record<string, WireRequest>> = Object.fromEntries(
  ["GET", "HEAD", "POST", "DELETE"].flatMap((method) => [
    [method, { method }],
    [`${method} if-none-match`, { method, headers: { "If-None-Match": "*" } }],
  ]),
);

/** The requests that the two programs answer with different bytes, the Date aside. */
export async function differingRequests(
  framework: Runner, major: number | undefined, before: string, after: string,
): Promise<readonly string[]> {
  const [old, changed] = [await answers(framework, major, before), await answers(framework, major, after)];
  return Object.keys(requests).filter((name) => old.get(name) !== changed.get(name));
}

async function answers(framework: Runner, major: number | undefined, source: string): Promise<Map<string, string>> {
  const running = await framework.run(source, major);
  try {
    const found = new Map<string, string>();
    for (const [name, request] of Object.entries(requests)) {
      const text = (await askTwice(running.port, requestTo(running, request), PATIENCE)).toString("latin1");
      if (text === "") throw new Error(`${name} was not answered.`);
      found.set(name, text.replaceAll(/^Date: .*\r\n/gm, ""));
    }
    return found;
  } finally {
    await running.close();
  }
}
