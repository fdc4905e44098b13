/** The configs. Each is a predicate over what the rules say of themselves; nothing is listed by hand. */
import type { ESLint, Linter } from "eslint";
import type { DefinedRule, RuleDocs } from "./define-rule.ts";

type OptionsIn = (docs: RuleDocs<object>) => object | undefined;

const recommended: OptionsIn = ({ presets }) => presets.recommended;
const strict: OptionsIn = (docs) => docs.presets.strict ?? recommended(docs);
const all: OptionsIn = (docs) => docs.widest ?? strict(docs) ?? {};

/** For each config the options that a rule takes there, or undefined if the rule does not belong to it. */
export const optionsIn = { recommended, strict, all };

export type ConfigName = keyof typeof optionsIn;

export function configsOf(
  rules: Readonly<Record<string, DefinedRule>>,
  plugin: () => ESLint.Plugin,
): Record<ConfigName, Linter.Config> {
  const configs = Object.entries(optionsIn).map(([name, options]) => [name, {
    name: `http-status/${name}`,
    // A getter, because the plugin that a config names is complete only once it holds its configs.
    get plugins() {
      return { "http-status": plugin() };
    },
    rules: Object.fromEntries(Object.values(rules).flatMap((rule) => entryOf(rule, options(rule.meta.docs)))),
  }]);
  return Object.fromEntries(configs) as Record<ConfigName, Linter.Config>;
}

function entryOf({ name }: DefinedRule, options: object | undefined): [string, Linter.RuleEntry][] {
  if (options === undefined) return [];
  return [[`http-status/${name}`, Object.keys(options).length > 0 ? ["error", options] : "error"]];
}
