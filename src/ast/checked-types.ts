/** What the type checker says, where the parser brings one. Nothing needs it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "./bindings.ts";

/** As much of a type as is asked; the parser's own package says the rest. */
export interface CheckedType {
  readonly flags: number;
  /** Of a literal. */
  readonly value?: unknown;
  readonly symbol?: { readonly name: string; readonly declarations?: readonly { getSourceFile(): { readonly fileName: string } }[] };
  readonly types?: readonly CheckedType[];
  getBaseTypes?(): readonly CheckedType[] | undefined;
  isNumberLiteral?(): boolean;
}

interface Services {
  readonly program?: unknown;
  getTypeAtLocation?(node: TSESTree.Node): CheckedType;
}

/** `any` and `unknown` say nothing. */
const sayNothing = 1 | 2;

/** The type of an expression or a parameter; undefined without a type checker, in other files, and where the type says nothing. */
export function checkedType(node: TSESTree.Node, bindings: Bindings): CheckedType | undefined {
  const services = bindings.sourceCode.parserServices as Services | undefined;
  if (!services?.program || !services.getTypeAtLocation || !bindings.isOwn(node)) return undefined;
  const type = services.getTypeAtLocation(node);
  return (type.flags & sayNothing) === 0 ? type : undefined;
}

/** The only number that the expression can be, if its type says so. */
export function checkedNumber(node: TSESTree.Node, bindings: Bindings): number | undefined {
  const type = checkedType(node, bindings);
  return type?.isNumberLiteral?.() && typeof type.value === "number" ? type.value : undefined;
}
