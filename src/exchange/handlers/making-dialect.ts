/** In which dialect a file makes answers as values, if it does at all. */
import type { TSESLint } from "@typescript-eslint/utils";
import type { Framework } from "../../frameworks/framework.ts";
import { handlerFile } from "./file-handlers.ts";
import type { HandlerFile } from "./file-handlers.ts";

export interface MakingDialect {
  readonly framework: Framework;
  /** What the path of the file means in it. */
  readonly file: HandlerFile | undefined;
}

/** The text that every file has which makes an answer: a global class, or an import of a package that brings words for it. */
export function makingPattern(frameworks: readonly Framework[]): string {
  const made = frameworks.flatMap((framework) => framework.made ?? []);
  const classes = new Set(made.flatMap(({ isGlobal, name }) => (isGlobal ? [name] : [])));
  const sources = new Set(made.flatMap(({ packages }) => packages));
  return `\\b(?:${[...classes].join("|")})\\s*[.(]|["'](?:${[...sources].join("|")})["']`;
}

/** The one dialect of a file: where its path or its imports name one, that one; else the one that belongs to no package. */
export function makingDialect(frameworks: readonly Framework[], isNamed: (framework: Framework) => boolean, filename: string): MakingDialect | undefined {
  const dialects = frameworks.filter(({ made }) => made !== undefined).map((framework) => ({ framework, file: handlerFile(framework, filename) }));
  return dialects.find(({ framework, file }) => framework.packages.length > 0 && (file !== undefined || isNamed(framework)))
    ?? dialects.find(({ framework }) => framework.packages.length === 0);
}

const testFile = /[./](?:test|spec|stories)s?\.[cm]?[jt]sx?$|[\\/]__(?:tests|mocks)__[\\/]/;
const standIns = /["'](?:msw|vitest|@jest\/globals|node:test)["']|\b(?:skipWaiting|ServiceWorkerGlobalScope)\b|\bclients\.claim\b/;

/** Tests, service workers and what runs in a browser answer nobody over a network. */
export function isServed({ text, ast }: Readonly<TSESLint.SourceCode>, filename: string): boolean {
  const [first] = ast.body;
  const isClient = first?.type === "ExpressionStatement" && first.directive === "use client";
  return !isClient && !testFile.test(filename) && !standIns.test(text);
}
