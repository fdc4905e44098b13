/** Where a value in a handler comes from: a comparison of secrets, a validator, a limiter, the settings of the server. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { foundOnce } from "../../ast/found-once.ts";
import { bare, calleeNameOf, isFunction } from "../../ast/functions.ts";
import { isCallerCall } from "./principals.ts";
import { isErrorVariable } from "./errors.ts";
import { requestPartOf } from "./request-parts.ts";
import type { RequestPart } from "./request-parts.ts";

/** Functions that hold a password against its hash. */
export const passwordComparison = /^(?:compare|compareSync|comparePassword|verifyPassword|isMatch|matchPassword|isValidPassword|validatePassword|checkPassword|correctPassword|verify)$/i;

/** The expressions that give a variable its values, the declared one first. */
export const assignedTo = foundOnce(({ defs: [definition], references }: Variable): readonly TSESTree.Node[] => {
  const init = definition?.node.type === "VariableDeclarator" ? definition.node.init : null;
  const later = references.map(({ writeExpr, init: isInit }) => (isInit ? null : writeExpr));
  return [init, ...later].filter((value) => !!value);
});

/** The value is the result of such a function: `const ok = await bcrypt.compare(password, hash)`. */
export const isComparison = (node: TSESTree.Node, bindings: Bindings): boolean =>
  resultsIn(node, bindings).some((call) => passwordComparison.test(calleeNameOf(call) ?? ""));

/** The value tells whether a limiter lets the request pass: `const { success } = await ratelimit.limit(ip)`. */
export const isLimiterResult = (node: TSESTree.Node, bindings: Bindings): boolean =>
  resultsIn(node, bindings).some((call) => /rate_?limit|throttl/i.test(bindings.textOf(call.callee)));

/** The value, or the error beside it, is what came of asking who is asking: `const { data, error } = await supabase.auth.getUser()`. */
export const isCallerResult = (node: TSESTree.Node, bindings: Bindings): boolean =>
  resultsIn(node, bindings).some((call) => isCallerCall(call, bindings));

const verification = /^(?:verify|decode|validate|check)\w*(?:Token|Jwt|JWT|Session|Key)/;

/** The part of the request that was verified, where the value is what came of it: `const payload = await verifyToken(bearer)`. */
export function verifiedPart(node: TSESTree.Node, bindings: Bindings, by = verification): RequestPart | undefined {
  const verified = resultsIn(node, bindings).filter((call) => by.test(calleeNameOf(call) ?? "")).flatMap((call) => call.arguments);
  return verified.map((argument) => requestPartOf(argument, bindings)).find((part) => part !== undefined);
}

/** The value is what a function gave that throws rather than gives nothing: `jwt.verify(token, secret)`. */
export const isNeverAbsent = (node: TSESTree.Node, bindings: Bindings): boolean => resultsIn(node, bindings).some((call) => {
  const origin = bindings.originOf(bare(call.callee));
  return origin?.source === "jsonwebtoken" && origin.path.join() === "verify" && !isFunction(call.arguments.at(-1));
});

const setting = /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env|(?:\w+\.)*env\.[A-Z\d_]+$)/;

/** The value is a setting of the server: `process.env.API_KEY`. */
export function isSetting(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  const value = (variable && bindings.initOf(variable)) ?? node;
  return setting.test(bindings.textOf(value));
}

/** The calls whose results a variable holds. */
function resultsIn(node: TSESTree.Node, bindings: Bindings): readonly TSESTree.CallExpression[] {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  return variable ? callsGiving(variable) : [];
}

const callsGiving = foundOnce((variable: Variable): readonly TSESTree.CallExpression[] =>
  assignedTo(variable).map((value) => bare(value.type === "AwaitExpression" ? value.argument : value)).filter((call) => call.type === "CallExpression"));

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
  if (value.type === "CallExpression") return validators.test(bindings.textOf(value.callee));
  if (value.type !== "Identifier") return false;
  const variable = bindings.variableOf(value);
  if (!variable || isErrorVariable(variable)) return false;
  return resultsIn(value, bindings).some((call) => validators.test(bindings.textOf(call.callee)));
}
