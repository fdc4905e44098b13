/** Classes of the project, and their methods. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "./bindings.ts";
import type { Bindings } from "./bindings.ts";
import { bare, isFunction, keyOf } from "./functions.ts";
import type { FunctionNode } from "./functions.ts";
import { isClass } from "./members.ts";
import type { Class } from "./members.ts";

/** The class that a name or a type names, in the file or where it is imported from; nothing where the name may get another one. */
export function classOf(named: TSESTree.Node, bindings: Bindings): Class | undefined {
  const imported = bindings.importedType(named);
  const value = bare(imported?.path.length === 0 ? imported.node : named);
  if (isClass(value)) return value;
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  if (variable?.defs.length !== 1 || isWrittenLater(variable)) return undefined;
  const declared = variable.defs[0]?.node;
  const init = bindings.initOf(variable);
  return declared && isClass(declared) ? declared : init && isClass(init) ? init : undefined;
}

/** The function that a method of the class is. */
export function methodOf({ body }: Class, name: string): FunctionNode | undefined {
  const [member, ...others] = body.body.filter((one) => (one.type === "MethodDefinition" || one.type === "PropertyDefinition") && !one.static && keyOf(one) === name);
  const value = others.length === 0 && (member?.type === "MethodDefinition" || member?.type === "PropertyDefinition") ? member.value : null;
  return value && isFunction(value) ? value : undefined;
}
