/** Where a value in a handler comes from: the request, a look-up, a validator. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../ast/bindings.ts";
import { bare, isFunction, keyOf } from "../ast/functions.ts";
import { isErrorVariable } from "./errors.ts";

/** Functions that hold a password against its hash. */
export const passwordComparison = /^(?:compare|compareSync|comparePassword|verifyPassword|isMatch|matchPassword|isValidPassword|validatePassword|checkPassword|correctPassword|verify)$/i;

/** The value is the result of such a function: `const ok = await bcrypt.compare(password, hash)`. */
export function isComparison(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  return variable !== undefined && assignedTo(variable).some((init) => {
    const call = bare(init.type === "AwaitExpression" ? init.argument : init);
    const callee = call.type === "CallExpression" ? bare(call.callee) : null;
    const name = callee?.type === "MemberExpression" ? keyOf(callee) : callee?.type === "Identifier" ? callee.name : null;
    return name !== null && passwordComparison.test(name);
  });
}

/** What the request brought: `user` for what authentication put there, `credential` and `input` for what the client sent. */
export function requestPartOf(node: TSESTree.Node, bindings: Bindings): "user" | "credential" | "input" | undefined {
  const value = bare(node);
  if (value.type === "MemberExpression") {
    const text = bindings.sourceCode.getText(value).replace(/[?!]/g, "");
    if (/^(?:req|request|ctx)\.(?:user|auth|session|userId|account)\b/.test(text)) return "user";
    if (/^(?:req|request)\.(?:cookies\b|headers(?:\.|\[["'])(?:authorization|x-api-key|x-auth))/i.test(text)) return "credential";
    return /^(?:req|request)\.(?:body|params|query|file|files|headers)\b/.test(text) ? "input" : requestPartOf(value.object, bindings);
  }
  if (value.type !== "Identifier") return undefined;
  const declaration = bindings.variableOf(value)?.defs[0]?.node;
  return declaration?.type === "VariableDeclarator" && declaration.init ? requestPartOf(declaration.init, bindings) : undefined;
}

const lookUp = /^(?:find|get|fetch|load|read|lookup|query|select|first|one$|by[A-Z]|exec$|populate|lean|search|retrieve|scalar)/i;
const rowQuery = /^(?:query|execute|run|all|raw|select)$/i;

/** The value was looked up somewhere: `await User.findById(id)`, `rows[0]`, a callback's result. */
export function isLookedUp(node: TSESTree.Node, bindings: Bindings, also?: RegExp): boolean {
  const value = bare(node);
  if (value.type === "MemberExpression") return keyOf(value) !== "body" && isLookedUp(value.object, bindings, also);
  if (value.type === "CallExpression" || value.type === "AwaitExpression") return isLookUpCall(value, also);
  if (value.type !== "Identifier") return false;
  const variable = bindings.variableOf(value);
  if (!variable) return false;
  const definition = variable.defs[0];
  if (definition?.type === "Parameter") return isCallbackResult(variable);
  return assignedTo(variable).some((init) => isLookUpCall(init, also) || (bare(init).type === "MemberExpression" && isLookedUp(init, bindings, also)));
}

/** `rows.length` of a query that asks for one thing; the list that `find()` gives may rightly be empty. */
export function isRowCount(node: TSESTree.Node, bindings: Bindings): boolean {
  if (node.type !== "MemberExpression" || !isLookedUp(node.object, bindings, rowQuery)) return false;
  return !/\.(?:find|findAll|findMany|list\w*|getAll\w*|filter)\(/.test(sourceOf(node.object, bindings));
}

function sourceOf(node: TSESTree.Node, bindings: Bindings): string {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  const [init] = variable ? assignedTo(variable) : [node];
  return init ? bindings.sourceCode.getText(init) : "";
}

const assignedTo = (variable: Variable): TSESTree.Node[] => {
  const declaration = variable.defs[0]?.node;
  const init = declaration?.type === "VariableDeclarator" ? declaration.init : null;
  return [...(init ? [init] : []), ...variable.references.flatMap(({ writeExpr, init: isInit }) => (writeExpr && !isInit ? [writeExpr] : []))];
};

function isLookUpCall(init: TSESTree.Node, also?: RegExp): boolean {
  let at = bare(init);
  if (at.type === "AwaitExpression") at = bare(at.argument);
  for (; at.type === "CallExpression"; at = bare(at.callee.type === "MemberExpression" ? at.callee.object : at.callee)) {
    const callee = bare(at.callee);
    const name = callee.type === "MemberExpression" ? keyOf(callee) : callee.type === "Identifier" ? callee.name : null;
    if (name !== null && (lookUp.test(name) || also?.test(name))) return true;
    if (callee.type !== "MemberExpression") return false;
  }
  return false;
}

/** `.then((user) => …)` and `(err, user) => …` */
function isCallbackResult(variable: Variable): boolean {
  const definition = variable.defs[0];
  const fn = definition?.node;
  if (!isFunction(fn) || fn.parent.type !== "CallExpression") return false;
  const callee = bare(fn.parent.callee);
  const name = callee.type === "MemberExpression" ? keyOf(callee) : null;
  if (name === "then") return fn.params[0] === definition?.name && callee.type === "MemberExpression" && isLookUpCall(callee.object);
  return fn.params[1] === definition?.name && name !== null && lookUp.test(name);
}

/** The value was found by what the client sent, as one does before creating: `User.findOne({ email })`. */
export function isFoundByValue(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  return variable !== undefined && assignedTo(variable).some((init) => {
    const call = bare(init.type === "AwaitExpression" ? init.argument : init);
    const callee = call.type === "CallExpression" ? bare(call.callee) : null;
    return call.type === "CallExpression" && callee?.type === "MemberExpression" && /^(?:findOne|findUnique|findFirst|exists|findByEmail|findOneBy)$/.test(keyOf(callee) ?? "");
  });
}

const validators = /validationResult|safeParse|validate|Joi|joi|schema|Schema/;

/** The value comes from a validator: `validationResult(req)`, `schema.safeParse(body)`, `const { error } = schema.validate(body)`. */
export function isValidation(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(node);
  if (value.type === "MemberExpression") return isValidation(value.object, bindings);
  if (value.type === "CallExpression") return validators.test(bindings.sourceCode.getText(value.callee));
  if (value.type !== "Identifier") return false;
  const variable = bindings.variableOf(value);
  if (!variable || isErrorVariable(variable)) return false;
  return assignedTo(variable).some((init) => {
    const call = bare(init.type === "AwaitExpression" ? init.argument : init);
    return call.type === "CallExpression" && validators.test(bindings.sourceCode.getText(call.callee));
  });
}
