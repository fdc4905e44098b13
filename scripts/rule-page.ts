/** The generated regions of docs/rules/<rule>.md, from what the rule says of itself. */
import { optionsIn } from "../src/configs.ts";
import type { ConfigName } from "../src/configs.ts";
import type { DefinedRule, Tier } from "../src/define-rule.ts";
import { table } from "./regions.ts";

const promises: Readonly<Record<Tier, string>> = {
  safe: "The client receives the same bytes. `eslint --fix` makes this change.",
  evident: "The answer changes, and exactly one change follows from the code. It is a suggestion in the editor; "
    + '`eslint --fix` makes it only with `settings["http-status"].fix: "evident"`.',
  choice: "More than one change would do. It is always a suggestion, the likeliest first.",
};

export function rulePageRegions(rule: DefinedRule): Record<string, string> {
  const options = optionsOf(rule);
  return {
    header: headerOf(rule),
    changes: changesOf(rule),
    ...(options.length > 0 && { options: optionsTable(rule, options) }),
  };
}

/** The configs that the rule belongs to, the narrowest first. */
export const configsOfRule = ({ meta }: DefinedRule): [ConfigName, object][] =>
  Object.entries(optionsIn).flatMap(([name, options]) => {
    const set = options(meta.docs);
    return set === undefined ? [] : [[name as ConfigName, set] as [ConfigName, object]];
  });

function headerOf(rule: DefinedRule): string {
  const configs = configsOfRule(rule).map(([name]) => `\`${name}\``).join(", ");
  const changes = rule.meta.docs.fixes.join(", ") || "none";
  return `> ${rule.meta.docs.description}.\n>\n> Configs: ${configs} · Changes: ${changes}`;
}

function changesOf({ meta }: DefinedRule): string {
  const { fixes } = meta.docs;
  if (fixes.length === 0) return "The rule changes nothing; what is right here only its author knows.";
  return fixes.map((tier) => `- **${tier}**: ${promises[tier]}`).join("\n");
}

interface OptionSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: OptionSchema;
}

const optionsOf = ({ meta }: DefinedRule): [string, OptionSchema][] =>
  Object.entries((meta.schema[0] as { readonly properties?: Record<string, OptionSchema> }).properties ?? {});

function optionsTable(rule: DefinedRule, options: readonly [string, OptionSchema][]): string {
  const [defaults] = rule.meta.defaultOptions as readonly [Record<string, unknown>];
  const rows = options.map(([name, schema]) => [
    `\`${name}\``, takes(schema), code(defaults[name]), schema.description ?? "",
  ]);
  const presets = configsOfRule(rule)
    .filter(([, set]) => Object.keys(set).length > 0)
    .map(([name, set]) => `- \`${name}\` sets ${code(set)}.`);
  return [table(["Option", "Takes", "Default", "Meaning"], rows), presets.join("\n")].join("\n\n");
}

function takes(schema: OptionSchema): string {
  if (schema.enum) return schema.enum.map(code).join(", ");
  if (schema.items) return `a list of ${takes(schema.items)}`;
  return [schema.type ?? "any value"].flat().join(" or ");
}

/** A value as it is written in a configuration file. */
const code = (value: unknown): string => `\`${JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, " ")}\``;
