/** Another file than the linted one, as much of ESLint's own object as reading it takes. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { Bindings } from "../../ast/bindings.ts";
import type { Importer } from "../../ast/bindings.ts";
import { place } from "../../ast/parents.ts";
import { scopesOf } from "../../ast/scopes.ts";
import type { VisitorKeys } from "../../ast/visit.ts";
import { parsed } from "../../project/language.ts";
import type { Language } from "../../project/language.ts";

/** How ESLint reads the linted file. */
export interface Reader {
  readonly language: Language;
  readonly visitorKeys: VisitorKeys;
}

/** Undefined where the parser refuses the text. `start`: the place that its first character gets. */
export function bindingsOf(text: string, path: string, { language, visitorKeys }: Reader, start = 0, importer?: Importer): Bindings | undefined {
  const result = parsed(text, path, language);
  if (!result) return undefined;
  const ast = result.ast as TSESLint.SourceCode["ast"];
  place(ast, visitorKeys, start);
  const scopeManager = (result.scopeManager ?? scopesOf(ast, visitorKeys)) as TSESLint.Scope.ScopeManager;
  const getText = ({ range }: TSESTree.Node) => text.slice(range[0] - start, range[1] - start);
  return new Bindings({ ast, text, scopeManager, visitorKeys, getText } as unknown as TSESLint.SourceCode, importer);
}
