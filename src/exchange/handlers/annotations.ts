/** TypeScript annotations that prove, or refute, what a parameter or a function is. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { enclosingFunction, holderOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";

/** The type written on a parameter. */
export function annotationOf(parameter: TSESTree.Node | undefined): TSESTree.TypeNode | null {
  return parameter && "typeAnnotation" in parameter && parameter.typeAnnotation?.type === "TSTypeAnnotation"
    ? parameter.typeAnnotation.typeAnnotation
    : null;
}

/** Whether a carrier can have the annotated type: a name may stand for any, `string`, `"a" | "b"`, `{ … }` and `() => void` for none. */
export function mayBeCarrierType(parameter: TSESTree.Node): boolean {
  const type = annotationOf(parameter);
  const types = type && "types" in type ? type.types : [type];
  return types.some((one) => one !== null && carrierTypes.has(one.type));
}

const carrierTypes: ReadonlySet<string> = new Set(["TSTypeReference", "TSImportType", "TSAnyKeyword", "TSUnknownKeyword"]);

type Kind = "response" | "request" | "handler" | "error-handler";

/** The parameter has a type of the framework that says what it is. */
export function typeIs(kind: Kind, parameter: TSESTree.Node | undefined, framework: Pick<Framework, "handlers">, bindings: Bindings): boolean {
  return isFrameworkType(kind, annotationOf(parameter), framework, bindings);
}

function isFrameworkType(kind: Kind, type: TSESTree.TypeNode | null, framework: Pick<Framework, "handlers">, bindings: Bindings): boolean {
  if (!type) return false;
  if (type.type === "TSIntersectionType" || type.type === "TSUnionType") return type.types.some((part) => isFrameworkType(kind, part, framework, bindings));
  const origin = type.type === "TSTypeReference" ? bindings.originOf(type.typeName) : importedType(type);
  const name = origin?.path.at(-1);
  return framework.handlers.types.some((known) => known.is === kind && known.name === name && known.packages.includes(origin?.source ?? ""));
}

/** `import("express").Response` */
const importedType = (type: TSESTree.TypeNode): { source: string; path: string[] } | null =>
  type.type === "TSImportType" && type.qualifier?.type === "Identifier"
    ? { source: type.source.value, path: [type.qualifier.name] }
    : null;

/** The parameter has a type of this name, whatever its origin. */
export const hasTypeNamed = (parameter: TSESTree.Node | undefined, name: string): boolean => {
  const type = annotationOf(parameter);
  return type?.type === "TSTypeReference" && ((type.typeName.type === "Identifier" && type.typeName.name === name)
    || (type.typeName.type === "TSQualifiedName" && type.typeName.right.name === name));
};

/** The types that say what a function is: `const handler: RequestHandler = (req, res) => …`. */
export function functionTypesOf(fn: FunctionNode): TSESTree.TypeNode[] {
  const holder = holderOf(fn);
  const annotated = holder.type === "VariableDeclarator" ? holder.id : holder;
  return [annotationOf(annotated), assertedType(fn), returnedType(fn)].filter((type) => type !== null);
}

/** The type is one that the framework has for handlers. */
export const isHandlerType = (type: TSESTree.TypeNode, framework: Framework, bindings: Bindings): boolean =>
  isFrameworkType("handler", type, framework, bindings) || isFrameworkType("error-handler", type, framework, bindings);

/** `(req, res) => … satisfies RequestHandler`, `as RequestHandler` */
const assertedType = ({ parent }: FunctionNode): TSESTree.TypeNode | null =>
  parent.type === "TSSatisfiesExpression" || parent.type === "TSAsExpression" ? parent.typeAnnotation : null;

/** The function is what another one returns: `(role): RequestHandler => (req, res) => …` */
function returnedType(fn: FunctionNode): TSESTree.TypeNode | null {
  const outer = enclosingFunction(fn);
  const isReturned = fn.parent === outer || fn.parent.type === "ReturnStatement";
  return isReturned ? outer?.returnType?.typeAnnotation ?? null : null;
}

/** A type that says nothing: `any`, `unknown`. */
export const isUnknownType = (parameter: TSESTree.Node | undefined): boolean => {
  const type = annotationOf(parameter)?.type;
  return type === "TSAnyKeyword" || type === "TSUnknownKeyword";
};

/** The parameter is typed as something that no framework here answers with: another package's type, or the global `Response`. */
export function isTypedOtherwise(parameter: TSESTree.Node | undefined, bindings: Bindings): boolean {
  const type = annotationOf(parameter);
  if (!type) return false;
  if (type.type === "TSAnyKeyword" || type.type === "TSUnknownKeyword") return false;
  if (type.type !== "TSTypeReference") return true;
  const origin = bindings.originOf(type.typeName);
  if (origin) return !origin.source.startsWith(".") && !origin.source.startsWith("@/");
  return type.typeName.type === "Identifier" && /^(?:Response|Next\w*|AxiosResponse|Fastify\w*|Koa\w*)$/.test(type.typeName.name);
}
