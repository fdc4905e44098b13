/** Which expressions stand for an error that was caught or handed to a callback. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, isFunction, keyOf, parametersOf } from "../../ast/functions.ts";
import { isUndefined } from "../../ast/static-value.ts";

const errorName = /^_*(?:e|er|err|error|ex|exc|exception)\d*$|^(?:caught|\w+(?:Err|Error|Exception))$/i;

/** The variable of a catch clause, of an error handler, or the first parameter of a callback that is named as an error. */
export function isErrorVariable(variable: Variable | undefined): boolean {
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  if (definition.type === "CatchClause") return true;
  const { node } = definition;
  if (definition.type === "Parameter" && isFunction(node)) {
    const first = parametersOf(node)[0];
    return first === definition.name && (isRejectionHandler(node) || errorName.test(variable.name));
  }
  return false;
}

/** `.catch(fn)` and `.then(_, fn)` */
function isRejectionHandler(fn: TSESTree.Node): boolean {
  const { parent } = fn;
  if (parent?.type !== "CallExpression" || parent.callee.type !== "MemberExpression") return false;
  const name = keyOf(parent.callee);
  return name === "catch" || (name === "then" && parent.arguments[1] === fn);
}

/** The error itself, its message or text, or a choice that falls back from it: `err.message || "Failed"`. */
export function isErrorExpression(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(node);
  switch (value.type) {
    case "Identifier":
      return isErrorVariable(bindings.variableOf(value)) || isAliasOfError(value, bindings);
    case "MemberExpression":
      return isErrorExpression(value.object, bindings);
    case "CallExpression": {
      const callee = bare(value.callee);
      if (callee.type === "MemberExpression") return isErrorExpression(callee.object, bindings);
      return callee.type === "Identifier" && /^(?:String|getErrorMessage|errorMessage|formatError|handleErrors?|errorHandler)$/.test(callee.name)
        && value.arguments.some((argument) => isErrorExpression(argument, bindings));
    }
    case "LogicalExpression":
      // `err || null` may be no error.
      return isErrorExpression(value.left, bindings) && !isEmpty(value.right);
    case "ConditionalExpression":
      return [value.consequent, value.alternate].every((side) => isErrorExpression(side, bindings) || isText(side))
        && [value.consequent, value.alternate].some((side) => isErrorExpression(side, bindings));
    case "TemplateLiteral":
      return value.expressions.some((part) => isErrorExpression(part, bindings));
    case "BinaryExpression":
      return value.operator === "+" && (isErrorExpression(value.left, bindings) || isErrorExpression(value.right, bindings));
    default:
      return false;
  }
}

const isEmpty = (node: TSESTree.Node): boolean => {
  const value = bare(node);
  return (value.type === "Literal" && !value.value) || isUndefined(value);
};

const isText = (node: TSESTree.Node): boolean => {
  const value = bare(node);
  return value.type === "TemplateLiteral" || (value.type === "Literal" && typeof value.value === "string" && value.value !== "");
};

/** The error that a call returned beside its result, or something of it: `const { data, error } = await …`, `parsed.error`. */
export function isResultError(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(node);
  if (value.type === "MemberExpression") {
    return (/^(?:errors?|issues)$/.test(keyOf(value) ?? "") && isCallResult(value.object, bindings)) || isResultError(value.object, bindings);
  }
  if (value.type === "CallExpression") {
    const callee = bare(value.callee);
    return callee.type === "MemberExpression" && isResultError(callee.object, bindings);
  }
  if (value.type !== "Identifier" || !/^(?:errors?|err|validationErrors?)$/.test(value.name)) return false;
  return isCallResult(value, bindings);
}

function isCallResult(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(node);
  const declaration = value.type === "Identifier" ? bindings.variableOf(value)?.defs[0]?.node : undefined;
  if (declaration?.type !== "VariableDeclarator" || !declaration.init) return false;
  const init = bare(declaration.init);
  return (init.type === "AwaitExpression" ? bare(init.argument) : init).type === "CallExpression";
}

/** `const message = err.message`, `const { message } = err` */
function isAliasOfError(node: TSESTree.Identifier, bindings: Bindings): boolean {
  const declaration = bindings.variableOf(node)?.defs[0]?.node;
  return declaration?.type === "VariableDeclarator" && declaration.init !== null
    && bare(declaration.init).type !== "ConditionalExpression" && isErrorExpression(declaration.init, bindings);
}
