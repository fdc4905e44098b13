/** A project in a folder of its own: files are written, and read as the rules read them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import * as typescript from "@typescript-eslint/parser";
import { exchangesIn } from "../../src/exchange/exchanges-in.ts";
import type { Linted } from "../../src/exchange/exchanges-in.ts";
import type { Exchange } from "../../src/exchange/model.ts";
import type { SettingsInput } from "../../src/settings.ts";

export interface Project {
  readonly root: string;
  at(path: string): string;
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
  /** The exchanges of a file, whose text is on the disk. */
  read(path: string, text: string, settings?: SettingsInput): readonly Exchange[];
}

/** Each write is a later one, however coarse the clock of the disk. */
let written = 1_700_000_000;

export function projectOf(files: Readonly<Record<string, string>>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "routes-")));
  const at = (path: string): string => join(root, path);
  const project: Project = {
    root,
    at,
    write(some) {
      for (const [path, text] of Object.entries(some)) {
        mkdirSync(dirname(at(path)), { recursive: true });
        writeFileSync(at(path), text);
        utimesSync(at(path), ++written, written);
      }
    },
    remove: () => { rmSync(root, { recursive: true }); },
    read: (path, text, settings = {}) => exchangesAt(root, at(path), text, settings),
  };
  project.write({ "package.json": `{ "dependencies": { "express": "^5.0.0" } }`, ...files });
  return project;
}

function exchangesAt(cwd: string, filename: string, text: string, settings: SettingsInput): readonly Exchange[] {
  let exchanges: readonly Exchange[] | undefined;
  const rule: Rule.RuleModule = {
    create(context) {
      ({ exchanges } = exchangesIn(context as unknown as Linted));
      return {};
    },
  };
  const messages = new Linter({ cwd }).verify(text, [{
    files: ["**/*.{js,ts}"],
    plugins: { test: { rules: { read: rule } } },
    rules: { "test/read": "error" },
    settings: { "http-status": settings },
    languageOptions: { sourceType: /\bimport\b|\bexport\b/.test(text) ? "module" : "commonjs", ...(filename.endsWith(".ts") && { parser: typescript }) },
  }], { filename });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  if (!exchanges) throw new Error("Nothing was read: ESLint did not run the reading rule.");
  return exchanges;
}
