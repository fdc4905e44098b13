/** Where a value in a handler comes from: a part of the request, a comparison of secrets, a validator. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "../ast/bindings.ts";
import type { Bindings, Variable } from "../ast/bindings.ts";
import { bare, calleeNameOf, keyOf } from "../ast/functions.ts";
import { isErrorVariable } from "./errors.ts";

/** Functions that hold a password against its hash. */
export const passwordComparison = /^(?:compare|compareSync|comparePassword|verifyPassword|isMatch|matchPassword|isValidPassword|validatePassword|checkPassword|correctPassword|verify)$/i;

/** The expressions that give a variable its values, the declared one first. */
export const assignedTo = (variable: Variable): TSESTree.Node[] => {
  const declaration = variable.defs[0]?.node;
  const init = declaration?.type === "VariableDeclarator" ? declaration.init : null;
  return [...(init ? [init] : []), ...variable.references.flatMap(({ writeExpr, init: isInit }) => (writeExpr && !isInit ? [writeExpr] : []))];
};

/** The value is the result of such a function: `const ok = await bcrypt.compare(password, hash)`. */
export const isComparison = (node: TSESTree.Node, bindings: Bindings): boolean =>
  resultsIn(node, bindings).some((call) => passwordComparison.test(calleeNameOf(call) ?? ""));

/** The value tells whether a limiter lets the request pass: `const { success } = await ratelimit.limit(ip)`. */
export const isLimiterResult = (node: TSESTree.Node, bindings: Bindings): boolean =>
  resultsIn(node, bindings).some((call) => /rate_?limit|throttl/i.test(bindings.sourceCode.getText(call.callee)));

/** The calls whose results a variable holds. */
function resultsIn(node: TSESTree.Node, bindings: Bindings): TSESTree.CallExpression[] {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  return (variable ? assignedTo(variable) : []).flatMap((init) => {
    const call = bare(init.type === "AwaitExpression" ? init.argument : init);
    return call.type === "CallExpression" ? [call] : [];
  });
}

/**
 * What the request brought. `caller`: what authentication put there; `attached`: what another middleware did; `credential`:
 * what proves who is asking; `path`, `query`, `field` and `content`: what is asked for, and with what.
 */
export type RequestPart = "caller" | "attached" | "credential" | "path" | "query" | "field" | "content";

const parts: readonly (readonly [RegExp, RequestPart])[] = [
  [/^(?:req|request|ctx)\.(?:user|auth|session|userId|account)\b/, "caller"],
  [/^(?:req|request)\.(?:cookies\b|signedCookies\b|headers(?:\.|\[["'])(?:authorization|x-api-key|x-auth|x-access-token|token)|(?:header|get)\(["'](?:authorization|x-api-key|x-auth|token))/i, "credential"],
  [/^(?:req|request)\.params\b/, "path"],
  [/^(?:req|request)\.query\b/, "query"],
  [/^(?:req|request)\.(?:headers\b|(?:header|get)\()/, "field"],
  [/^(?:req|request)\.(?:body|files?)\b/, "content"],
  [/^(?:req|request)\.(?!(?:app|baseUrl|fresh|hostname|ips?|method|originalUrl|path|protocol|route|secure|socket|connection|stale|subdomains|url|xhr|res|next)\b)\w+/, "attached"],
];

/** The part of the request that a value was read from, directly or through variables. */
export function requestPartOf(node: TSESTree.Node, bindings: Bindings): RequestPart | undefined {
  const value = bare(node);
  if (value.type === "MemberExpression" || (value.type === "CallExpression" && /^(?:get|header)$/.test(calleeNameOf(value) ?? ""))) {
    const text = bindings.sourceCode.getText(value).replace(/[?!]/g, "");
    const named = parts.find(([pattern]) => pattern.test(text));
    return named?.[1] ?? (value.type === "MemberExpression" ? requestPartOf(value.object, bindings) : undefined);
  }
  if (value.type === "LogicalExpression") return requestPartOf(value.left, bindings);
  if (value.type === "CallExpression") {
    // `req.headers.authorization.split(" ")`, `req.body.name.trim()`, `parseInt(req.params.id)`
    const callee = bare(value.callee);
    if (callee.type === "MemberExpression" && /^(?:split|trim|toString|toLowerCase|toUpperCase|replace|slice|substring|at|pop)$/.test(keyOf(callee) ?? "")) return requestPartOf(callee.object, bindings);
    return /^(?:parseInt|Number|String)$/.test(calleeNameOf(value) ?? "") && value.arguments[0] ? requestPartOf(value.arguments[0], bindings) : undefined;
  }
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  const declaration = variable && !isWrittenLater(variable) ? variable.defs[0]?.node : undefined;
  return declaration?.type === "VariableDeclarator" && declaration.init ? requestPartOf(declaration.init, bindings) : undefined;
}

/** A check of the project's own, which may fail for other reasons than the input. */
export const isOwnCheck = (node: TSESTree.Node, bindings: Bindings): boolean => {
  const value = bare(node);
  if (value.type === "MemberExpression") return isOwnCheck(value.object, bindings);
  return resultsIn(value, bindings).some((call) => /^validate[A-Z]/.test(calleeNameOf(call) ?? ""));
};

const validators = /validationResult|safeParse|validate|Joi|joi|schema|Schema/;

/** The value comes from a validator: `validationResult(req)`, `schema.safeParse(body)`, `const { error } = schema.validate(body)`. */
export function isValidation(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(node);
  if (value.type === "MemberExpression") return isValidation(value.object, bindings);
  if (value.type === "CallExpression") return validators.test(bindings.sourceCode.getText(value.callee));
  if (value.type !== "Identifier") return false;
  const variable = bindings.variableOf(value);
  if (!variable || isErrorVariable(variable)) return false;
  return resultsIn(value, bindings).some((call) => validators.test(bindings.sourceCode.getText(call.callee)));
}
