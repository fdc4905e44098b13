/** The plugin. */
import type { ESLint, Linter } from "eslint";
import { configsOf } from "./configs.ts";
import * as rules from "./rules/index.ts";
import { version } from "./version.ts";

export type { SettingsInput } from "./settings.ts";

type Rules = NonNullable<ESLint.Plugin["rules"]>;

// These types name nothing but `eslint`: whoever installs the plugin has nothing else.
export interface HttpStatusPlugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: string };
  rules: Rules;
  configs: Record<"recommended" | "strict" | "all", Linter.Config>;
}

const plugin: HttpStatusPlugin = {
  meta: { name: "eslint-plugin-http-status", version, namespace: "http-status" },
  rules: { ...rules } as unknown as Rules,
  configs: configsOf(rules, () => plugin),
};

// The second name is what `require()` returns.
export { plugin as default, plugin as "module.exports" };
