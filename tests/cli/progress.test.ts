import { expect, it } from "vitest";
import { progressOn } from "../../src/cli/progress.ts";

function watch(isTTY: boolean, env: Readonly<Record<string, string>> = {}) {
  const written: string[] = [];
  let clock = 0;
  const progress = progressOn({ isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }, env, () => clock);
  return { ...progress, written, wait: (milliseconds: number) => void (clock += milliseconds) };
}

it("keeps quiet in a short run", () => {
  const { onFile, end, wait, written } = watch(true);
  for (let files = 0; files < 9; files++) { onFile(`${files}.js`); wait(100); }
  end();
  expect(written).toEqual([]);
});

it("counts the files of a long run on one line, and wipes it away", () => {
  const { onFile, end, wait, written } = watch(true);
  onFile("a.js");
  wait(1000);
  onFile("b.js");
  onFile("c.js");
  onFile("b.js");
  wait(100);
  onFile("d.js");
  end();
  end();
  expect(written).toEqual(["\r\u001B[K2 files …", "\r\u001B[K4 files …", "\r\u001B[K"]);
});

it.each([["in a pipe", false, {}], ["in CI", true, { CI: "true" }], ["on a terminal that cannot wipe", true, { TERM: "dumb" }]])("says nothing %s", (_, isTTY, env) => {
  const { onFile, end, wait, written } = watch(isTTY, env);
  wait(5000);
  onFile("a.js");
  end();
  expect(written).toEqual([]);
});
