/** A rule that judges nothing: it hands on the model of each file that ESLint parses. */
import type { Linter, Rule } from "eslint";
import { exchangesIn } from "../exchange/exchanges-in.ts";
import type { Linted } from "../exchange/exchanges-in.ts";
import type { Model } from "../exchange/model.ts";
import { settingsOf } from "../settings.ts";
import { firstLine } from "./refusal.ts";

const plugin = "http-status-map";
const name = "collect";

export const collectorId = `${plugin}/${name}`;

export interface Collecting {
  readonly take: (model: Model, path: string) => void;
  /** A file that is too much for the model; the others are read all the same. */
  readonly onCrash: (path: string, problem: string) => void;
  /** Settings that cannot be used, which is no fault of the file. */
  readonly onFault?: (problem: string) => void;
}

export const collecting = (options: Collecting): Linter.Config => ({
  plugins: { [plugin]: { rules: { [name]: collector(options) } } },
  rules: { [collectorId]: "error" },
});

const collector = ({ take, onCrash, onFault }: Collecting): Rule.RuleModule => ({
  create(context) {
    const linted = context as unknown as Linted & Rule.RuleContext;
    // Other languages have no scopes, and the lines of an embedded block are not those of its file.
    if (!(linted.sourceCode.scopeManager as unknown) || linted.filename !== linted.physicalFilename) return {};
    try {
      settingsOf(linted.settings);
    } catch (error) {
      onFault?.((error as Error).message);
      return {};
    }
    try {
      take(exchangesIn(linted), linted.filename);
    } catch (error) {
      onCrash(linted.filename, `cannot be read: ${firstLine(String(error))}`);
    }
    return {};
  },
});
