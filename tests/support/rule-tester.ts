/**
 * How a rule is tested: first what must stay silent, then what it reports. Every case runs as JavaScript and as
 * TypeScript, and every case with an evident change under both values of `settings["http-status"].fix`.
 */
import { createRequire } from "node:module";
import { RuleTester } from "@typescript-eslint/rule-tester";
import type { InvalidTestCase, ValidTestCase } from "@typescript-eslint/rule-tester";
import type { Parser } from "@typescript-eslint/utils/ts-eslint";
import { afterAll, describe, it } from "vitest";
import type { DefinedRule, Tier } from "../../src/define-rule.ts";
import type { SettingsInput } from "../../src/settings.ts";

interface Case {
  readonly code: string;
  readonly options?: object;
  readonly settings?: SettingsInput;
  /** A name that means something to a framework. Its extension picks the language; without a name the case runs in both. */
  readonly filename?: string;
}

interface Change {
  readonly tier: Tier;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly output: string;
}

interface Report extends Case {
  /** The reported text. It stands once in the code. */
  readonly at: string;
  readonly messageId: string;
  /** What fills the message; required if it has placeholders. */
  readonly data?: Readonly<Record<string, string>>;
  /** Every change that the rule offers, in its order. */
  readonly cures?: readonly Change[];
}

export interface Cases {
  /** A sentence for each piece of code about which the rule has nothing to say. */
  readonly silent: Readonly<Record<string, string | Case>>;
  /** A sentence for each fault; one fault a case. */
  readonly reports: Readonly<Record<string, Report>>;
}

type Valid = ValidTestCase<readonly [object]>;
type Invalid = InvalidTestCase<string, readonly [object]>;

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

// ESLint's own parser, of the ESLint that the tests run on.
const require = createRequire(import.meta.url);
const espree = createRequire(require.resolve("eslint"))("espree") as Parser.LooseParserModule;

const ruleTester = new RuleTester();

export function run(rule: DefinedRule, { silent, reports }: Cases): void {
  const valid = Object.entries(silent).map(([name, written]) => {
    const { code, ...rest } = typeof written === "string" ? { code: written } : written;
    return caseOf(name, { code, ...rest });
  });
  const invalid = Object.entries(reports).flatMap(([name, report]) => invalidOf(rule, name, report));

  ruleTester.run(rule.name, rule, {
    valid: valid.flatMap(inEachLanguage),
    invalid: invalid.flatMap(inEachLanguage),
  });
}

const caseOf = (name: string, { code, options, settings, filename }: Case): Valid => ({
  name,
  code,
  ...(options && { options: [options] }),
  ...(settings && { settings: { "http-status": settings } }),
  ...(filename !== undefined && { filename }),
});

function invalidOf(rule: DefinedRule, name: string, report: Report): Invalid[] {
  const { code, at, messageId, data, settings, cures = [] } = report;
  for (const used of [report, ...cures]) {
    const message = rule.meta.messages[used.messageId];
    if (message?.includes("{{") && used.data === undefined) throw new Error(`"${name}": "${message}" needs data.`);
  }

  const under = (fix: SettingsInput["fix"]): Invalid => {
    const applied = cures.find(({ tier }) => tier === "safe" || (tier === "evident" && fix === "evident"));
    const suggested = applied ? [] : cures;
    return {
      ...caseOf(fix === settings?.fix ? name : `${name} (fix: "${fix}")`, {
        ...report,
        settings: { ...settings, ...(fix && { fix }) },
      }),
      errors: [{
        messageId,
        ...(data && { data }),
        ...placeOf(name, code, at),
        suggestions: suggested.map(({ tier: _tier, ...suggestion }) => suggestion),
      }],
      output: applied?.output ?? null,
    };
  };
  const hasEvident = settings?.fix === undefined && cures.some(({ tier }) => tier === "evident");
  return [under(settings?.fix), ...(hasEvident ? [under("evident")] : [])];
}

function placeOf(name: string, code: string, text: string) {
  const start = code.indexOf(text);
  if (start < 0 || code.includes(text, start + 1)) throw new Error(`"${name}": ${JSON.stringify(text)} must stand once in the code.`);
  const [from, to] = [start, start + text.length].map((offset) => {
    const lines = code.slice(0, offset).split("\n");
    return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  }) as [{ line: number; column: number }, { line: number; column: number }];
  return { ...from, endLine: to.line, endColumn: to.column };
}

function inEachLanguage<Test extends Valid>(test: Test): Test[] {
  const javaScript = (filename: string): Test => ({
    ...test, name: `JavaScript: ${test.name}`, filename, languageOptions: { parser: espree },
  });
  const typeScript = (filename: string): Test => ({ ...test, name: `TypeScript: ${test.name}`, filename });
  const { filename } = test;
  if (filename === undefined) return [javaScript("file.js"), typeScript("file.ts")];
  return [/\.[cm]?jsx?$/.test(filename) ? javaScript(filename) : typeScript(filename)];
}
