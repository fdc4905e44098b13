/** The examples in the documentation. CONTRIBUTING.md says how they are written. */
import { readFileSync } from "node:fs";
import type { SettingsInput } from "../../src/settings.ts";

const root = new URL("../../", import.meta.url);

/** ❌ is reported. ✅ is not. 🔧 is what `--fix` makes of the ❌ before it. 💡 is a suggestion for the ❌ before it. */
export type Mark = "❌" | "✅" | "🔧" | "💡";

export interface Example {
  readonly mark: Mark;
  /** The sentence behind the mark. */
  readonly says: string;
  /** Page and line, to find it by. */
  readonly at: string;
  readonly section: string;
  readonly code: string;
  readonly filename: string;
  readonly settings: SettingsInput;
}

export const readPage = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** The second-level headings of a page and the text below each. */
export function sectionsOf(page: string): Map<string, string> {
  const [, ...sections] = page.replaceAll(/^```.*?^```/gms, (fence) => fence.replaceAll(/^## /gm, " ## ")).split(/^## /m);
  return new Map(sections.map((section) => {
    const [heading = "", ...lines] = section.split("\n");
    return [heading.trim(), lines.join("\n").trim()];
  }));
}

/** The fences in JavaScript or TypeScript that begin with a mark. */
export function examplesIn(path: string): Example[] {
  const page = readPage(path);
  return [...page.matchAll(/^```([jt]sx?)\b(.*)\n([^]*?)^```$/gm)].flatMap(({ index, 1: extension, 2: info = "", 3: text = "" }) => {
    const [first = "", ...lines] = text.split("\n");
    const [, mark, says = ""] = /^\/\/ (❌|✅|🔧|💡) ?(.*)$/u.exec(first) ?? [];
    if (mark === undefined) return [];

    const [, settings] = /^\/\/ settings\["http-status"\] = (.+)$/.exec(lines[0] ?? "") ?? [];
    if (settings !== undefined) lines.shift();
    const before = page.slice(0, index);
    return [{
      mark: mark as Mark,
      says,
      at: `${path}:${before.split("\n").length}`,
      section: before.match(/^## .*$/gm)?.at(-1)?.slice(3).trim() ?? "",
      code: lines.join("\n"),
      filename: /title="([^"]+)"/.exec(info)?.[1] ?? `example.${extension}`,
      settings: settings === undefined ? {} : JSON.parse(settings) as SettingsInput,
    }];
  });
}
