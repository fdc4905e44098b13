/** The documentation is executed: what it calls wrong is reported, and what it shows as the fix is what the fixer writes. */
import { readdirSync } from "node:fs";
import type { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import type { DefinedRule } from "../src/define-rule.ts";
import plugin from "../src/index.ts";
import * as rules from "../src/rules/index.ts";
import { choices } from "../src/settings.ts";
import { examplesIn, readPage, sectionsOf } from "./support/examples.ts";
import type { Example } from "./support/examples.ts";
import { fix, lint } from "./support/lint.ts";
import { responsesOf } from "./support/responses.ts";

const pages = ["README.md", ...readdirSync(new URL("../docs", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md")).map((file) => `docs/${file}`).sort()];

/** On its own page a rule stands alone, with its default options; elsewhere the recommended ones speak together. */
function configOn(path: string): Linter.Config {
  const [, rule] = /^docs\/rules\/(.+)\.md$/.exec(path) ?? [];
  return rule === undefined ? plugin.configs.recommended : { rules: { [`http-status/${rule}`]: "error" } };
}

const applied = (code: string, { range: [start, end], text }: { range: [number, number]; text: string }): string =>
  code.slice(0, start) + text + code.slice(end);

describe.each(pages.map((path) => ({ path, examples: examplesIn(path), config: configOn(path) })).filter(({ examples }) => examples.length > 0))(
  "$path", ({ examples, config }) => {
    it.each(examples)("$mark $says", (example) => {
      const { mark, code, at } = example;
      const wrong = examples.slice(0, examples.indexOf(example)).findLast((earlier) => earlier.mark === "❌");
      const messages = lint(example, config);
      expect(messages.filter(({ fatal }) => fatal), at).toEqual([]);

      switch (mark) {
        case "❌": expect(messages, at).not.toEqual([]); break;
        case "✅": expect(messages, at).toEqual([]); break;
        case "🔧": {
          const source = existing(wrong, at);
          expect(code, at).toBe(fix({ ...source, settings: { ...source.settings, fix: "evident" } }, config));
          expect(messages, at).toEqual([]);
          break;
        }
        case "💡": {
          const source = existing(wrong, at);
          const offers = lint(source, config).flatMap(({ suggestions = [] }) => suggestions);
          expect(offers.map((offer) => applied(source.code, offer.fix)), at).toContain(code);
        }
      }
    });
  },
);

function existing(wrong: Example | undefined, at: string): Example {
  if (wrong === undefined) throw new Error(`${at}: no ❌ stands before it.`);
  return wrong;
}

describe("one fault, one report:", () => {
  it.each(pages.flatMap(examplesIn))("$at", (example) => {
    const messages = lint(example, plugin.configs.all);
    for (const response of responsesOf(example)) {
      expect(messages.filter((message) => response.owns(message)).map(({ ruleId }) => ruleId).slice(1)).toEqual([]);
    }
  });
});

describe("a rule's page", () => {
  it.each(Object.values<DefinedRule>(rules))("$name", ({ name, meta }) => {
    const page = readPage(`docs/rules/${name}.md`);
    const sections = sectionsOf(page);
    const hasOptions = Object.keys(meta.defaultOptions[0]).length > 0;
    expect(page).toMatch(new RegExp(`^# ${name}\n`));
    expect([...sections.keys()]).toEqual([
      "Why", "Examples", ...(hasOptions ? ["Options"] : []), "Changes", "When not to use it", "Further reading",
    ]);
    expect(sections.get("Why"), "names the source").toMatch(/https:\/\//);
    expect(sections.get("Why"), "says how binding it is").toMatch(/\b(?:MUST|SHOULD|convention)\b/);
    for (const [heading, text] of sections) expect(text, `"${heading}" says something`).not.toBe("");

    const marks = examplesIn(`docs/rules/${name}.md`).map(({ mark }) => mark);
    expect(marks).toContain("❌");
    expect(marks).toContain("✅");
    const fences = sections.get("Examples")?.match(/^```[jt]sx?\b/gm) ?? [];
    expect(marks.length, "every example has a mark").toBeGreaterThanOrEqual(fences.length);
  });
});

it("the README shows its report as ESLint prints it", () => {
  const [example] = examplesIn("README.md");
  const [report] = lint(example!, plugin.configs.recommended);
  // The mark is the first line of the fence.
  expect(readPage("README.md")).toContain(`${report!.line + 1}:${report!.column}  error  ${report!.message}  ${report!.ruleId}\n`);
});

it("docs/settings.md names every convention and all that it takes", () => {
  const page = readPage("docs/settings.md");
  for (const [key, values] of Object.entries({ fix: choices.fix, ...choices.conventions })) {
    expect(page).toContain(`| \`${key}\` | ${values.map((value) => `\`${JSON.stringify(value)}\``).join(", ")} |`);
  }
});
