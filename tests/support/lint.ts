/** Lints one piece of code with the plugin. */
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../src/index.ts";
import type { SettingsInput } from "../../src/settings.ts";

export interface Source {
  readonly code: string;
  readonly filename: string;
  readonly settings: SettingsInput;
}

const linter = new Linter();

const configFor = (settings: SettingsInput, config: Linter.Config): Linter.Config[] => [
  { files: ["**/*.{js,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.{ts,tsx}"], languageOptions: { parser } },
  { plugins: { "http-status": plugin }, settings: { "http-status": settings } },
  { files: ["**/*"], ...config },
];

export const lint = ({ code, filename, settings }: Source, config: Linter.Config): Linter.LintMessage[] =>
  linter.verify(code, configFor(settings, config), filename);

/** What `eslint --fix` leaves in the file. */
export const fix = ({ code, filename, settings }: Source, config: Linter.Config): string =>
  linter.verifyAndFix(code, configFor(settings, config), { filename }).output;
