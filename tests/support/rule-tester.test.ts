import { afterAll, expect, it } from "vitest";
import type { DefinedRule } from "../../src/define-rule.ts";
import { settingsOf } from "../../src/settings.ts";
import { run } from "./rule-tester.ts";

const parsers = new Set<string>();

/** Wants `good` wherever it reads `bad`: a rule with an evident change, as define-rule.ts makes them. */
const rule: DefinedRule = {
  name: "no-bad",
  meta: {
    type: "problem",
    docs: { description: "Disallow bad", presets: {}, fixes: ["evident"], codes: [], url: "https://example.com" },
    fixable: "code",
    hasSuggestions: true,
    schema: [{ type: "object", additionalProperties: false }],
    defaultOptions: [{}],
    messages: { bad: "{{word}} is bad.", good: "Write good." },
  },
  create(context) {
    parsers.add("program" in (context.sourceCode.parserServices ?? {}) ? "TypeScript" : "JavaScript");
    const applied = settingsOf(context.settings).fix === "evident";
    return {
      "Identifier[name='bad']"(node) {
        const fix = (fixer: Parameters<Parameters<typeof context.report>[0]["fix"] & {}>[0]) => fixer.replaceText(node, "good");
        context.report({
          node, messageId: "bad", data: { word: "bad" }, ...(applied ? { fix } : { suggest: [{ messageId: "good", fix }] }),
        });
      },
    };
  },
};

run(rule, {
  silent: {
    "another word": "good();",
    "a type": { code: "const good: number = 1;", filename: "file.ts" },
  },
  reports: {
    "the word in the middle of a line": {
      code: "good();\n  bad();",
      at: "bad",
      messageId: "bad",
      data: { word: "bad" },
      cures: [{ tier: "evident", messageId: "good", output: "good();\n  good();" }],
    },
  },
});

it("refuses a place that is not unique", () => {
  const report = { code: "bad(bad)", at: "bad", messageId: "bad", data: { word: "bad" } };
  expect(() => { run(rule, { silent: {}, reports: { twice: report } }); }).toThrow('"twice": "bad" must stand once in the code.');
});

it("refuses a message without its data", () => {
  const report = { code: "bad()", at: "bad", messageId: "bad" };
  expect(() => { run(rule, { silent: {}, reports: { bare: report } }); }).toThrow('"{{word}} is bad." needs data.');
});

afterAll(() => {
  expect(parsers).toEqual(new Set(["JavaScript", "TypeScript"]));
});
