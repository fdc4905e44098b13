/** The configuration for projects that have none, or whose own one is not wanted: every file that may answer, parsed. */
import type { Linter } from "eslint";
import { mayAnswer } from "../exchange/exchanges-in.ts";
import { version } from "../version.ts";
import { leftOut } from "./left-out.ts";
import type { TypeScriptParser } from "./load.ts";

/** What becomes of a file: most can hold no answer and are not even parsed. */
export type Reading = "read" | "passed over" | "without parser";

export type OnFile = (path: string, reading: Reading) => void;

/** `script` is for JavaScript that does not parse as a module. Named files are not left out, wherever they lie. */
export type OwnConfig = (how: "module" | "script", files: "found" | "named") => Linter.Config[];

/** The parser for TypeScript is large; it is loaded for the first file that needs it. */
export function ownConfig(loadParser: () => TypeScriptParser | undefined, onFile: OnFile): OwnConfig {
  let loaded: { readonly parser: TypeScriptParser | undefined } | undefined;
  const parserOf = (): TypeScriptParser | undefined => (loaded ??= { parser: loadParser() }).parser;
  const javascript = processor(() => true, onFile);
  const typescript = processor(() => parserOf() !== undefined, onFile);
  const parser = { parseForESLint: (text: string, options: unknown) => parserOf()?.parseForESLint(text, options) } as Linter.Parser;
  return (how, files) => [
    { ignores: files === "found" ? [...leftOut] : ["!**/node_modules/"] },
    {
      files: ["**/*.{js,mjs,cjs,jsx}"],
      processor: javascript,
      languageOptions: {
        ecmaVersion: "latest",
        sourceType: how === "module" ? "module" : "commonjs",
        parserOptions: { ecmaFeatures: { jsx: true } },
      },
    },
    { files: ["**/*.{ts,mts,cts,tsx}"], processor: typescript, languageOptions: { parser } },
  ];
}

const processor = (canParse: () => boolean, onFile: OnFile): Linter.Processor => ({
  meta: { name: "http-status-reading", version },
  supportsAutofix: true,
  preprocess(text, path) {
    const reading = !mayAnswer(text) ? "passed over" : canParse() ? "read" : "without parser";
    onFile(path, reading);
    return reading === "read" ? [text] : [];
  },
  postprocess: (messages) => messages.flat().filter(isOurs),
});

/** What our rules say, and that a file does not parse. Comments may also name rules of others, which are not there. */
const isOurs = ({ ruleId, fatal, message }: Linter.LintMessage): boolean =>
  (ruleId === null ? fatal === true && message.startsWith("Parsing error:") : ruleId.startsWith("http-status/"));
