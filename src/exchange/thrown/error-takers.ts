/** What is handed to an application may take errors: a function with one parameter more than other handlers have. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { calledBy, importedFunction } from "../../ast/called-function.ts";
import { functionsIn } from "../../ast/denoted-functions.ts";
import { bare, isFunction, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { ExportedName, Framework } from "../../frameworks/framework.ts";
import { isOneOf } from "../handlers/evidence.ts";

/** An error handler, something that takes no errors, or what cannot be seen. */
export type Taker = FunctionNode | "other" | "unknown";

export function takerOf(node: TSESTree.Node, framework: Framework, bindings: Bindings): Taker {
  const taker = (fn: FunctionNode): Taker => (framework.handlers.places[parametersOf(fn).length]?.error !== undefined ? fn : "other");
  switch (node.type) {
    case "Literal":
    case "TemplateLiteral":
      return "other";
    case "ArrayExpression":
      return "unknown";
    default:
      if (isFunction(node)) return taker(node);
  }
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  if (variable && !bindings.originOf(node)) {
    if (isMadeBy(variable, framework.handlers.applications, bindings)) return "other";
    const init = bindings.initOf(variable);
    const [fn, ...others] = functionsIn(node, bindings);
    // What a wrapper gives back has parameters of its own.
    return fn && others.length === 0 && !(init && bare(init).type === "CallExpression") ? taker(fn) : "unknown";
  }
  const origin = node.type === "CallExpression" ? bindings.originOf(node.callee) : null;
  if (origin && framework.packages.includes(origin.source)) return "other";
  // `app.use(onError)`, where another file exports it.
  const fn = importedFunction(node, bindings) ?? (node.type === "CallExpression" ? functionMadeBy(node, bindings) : undefined);
  return fn ? taker(fn) : "unknown";
}

/** The variable holds what one of these makes: `express()`, `new Router()`. */
export function isMadeBy(variable: Variable, names: readonly ExportedName[], bindings: Bindings): boolean {
  const init = bindings.initOf(variable);
  const made = init ? bare(init) : undefined;
  return (made?.type === "CallExpression" || made?.type === "NewExpression") && isOneOf(names, made.callee, bindings);
}

/** `app.use(errorHandler(log))`: the function that the call gives back. */
function functionMadeBy(call: TSESTree.CallExpression, bindings: Bindings): FunctionNode | undefined {
  const maker = calledBy(call, bindings);
  const made = maker && returnedBy(maker.fn);
  return made && isFunction(made) ? made : undefined;
}

/** What a function gives back at its end, where nothing ends it before. */
function returnedBy({ body }: FunctionNode): TSESTree.Node | undefined {
  if (body.type !== "BlockStatement") return bare(body);
  const last = body.body.at(-1);
  const isPlain = body.body.slice(0, -1).every(({ type }) => type === "VariableDeclaration" || type === "FunctionDeclaration" || type === "ExpressionStatement");
  return isPlain && last?.type === "ReturnStatement" && last.argument ? bare(last.argument) : undefined;
}
