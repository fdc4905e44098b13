/** Conditions that ask whether something has the right form: its length, its type, its pattern, what a validator says. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, keyOf, namesInChain } from "../../ast/functions.ts";
import { requestPartOf } from "./request-parts.ts";
import type { Told } from "./told.ts";

/** Forms of an id: one that has another names nothing, so that 404 is as right. */
const idForm = /^(?:isValid|isValidObjectId|isMongoId|isUUID)$/;

/** Questions that tell a fault where the answer is yes. */
const faultyForm = /^(?:isEmpty|isNaN)$/;

/** Questions of the language itself; a name alone says nothing of others. */
const plainForm = /^(?:test|isArray|isInteger|isSafeInteger|isFinite|isNaN)$/;

/** `!validator.isEmail(email)`, `!pattern.test(name)`, `isNaN(req.query.page)` */
export function toldByForm(call: TSESTree.CallExpression, truth: boolean, bindings: Bindings): Told | undefined {
  const name = calleeNameOf(call) ?? "";
  const [first] = call.arguments;
  if (faultyForm.test(name) !== truth) return undefined;
  if (idForm.test(name)) return { kind: "invalid", also: [404] };
  if (name === "isEmail") return "invalid";
  const asks = plainForm.test(name) || (/^(?:is[A-Z]|matches$)/.test(name) && namesInChain(call.callee)[0] === "validator");
  // Where the question is not put in the negative, the other form has a branch of its own.
  return asks && first && (truth || isNegated(call)) ? toldByInput(first, bindings) : undefined;
}

const isNegated = ({ parent }: TSESTree.Node): boolean => parent?.type === "UnaryExpression" && parent.operator === "!";

/** `password.length < 8`, `typeof name !== "string"` */
export function toldByMeasure({ left, right, operator }: TSESTree.BinaryExpression, truth: boolean, bindings: Bindings): Told | undefined {
  if (!truth) return undefined;
  const [one, other] = [bare(left), bare(right)];
  if (/^[<>]=?$/.test(operator)) {
    const [length, bound] = isLength(one) ? [one, other] : [other, one];
    // More than none, or more than one, is a form like any other.
    const isBound = (operator.startsWith("<") === (length === one)) || !(bound.type === "Literal" && Number(bound.value) < 2);
    return isLength(length) && isBound ? toldByInput(length, bindings) : undefined;
  }
  const isOfType = /^!==?$/.test(operator) && one.type === "UnaryExpression" && one.operator === "typeof";
  return isOfType && other.type === "Literal" && other.value !== "undefined" ? toldByInput(one.argument, bindings) : undefined;
}

/** `stars < 1 || stars > 5`: a number between bounds that are written out is a form; one bound alone may be a limit of anything. */
export function toldByRange({ operator, left, right }: TSESTree.LogicalExpression, truth: boolean, bindings: Bindings): Told | undefined {
  const [one, other] = [bare(left), bare(right)];
  if (!truth || operator !== "||" || one.type !== "BinaryExpression" || other.type !== "BinaryExpression") return undefined;
  const isRange = [one, other].every((side) => side.right.type === "Literal" && typeof side.right.value === "number")
    && [one, other].map((side) => side.operator.charAt(0)).sort().join("") === "<>" && bindings.textOf(one.left) === bindings.textOf(other.left);
  return isRange ? toldByInput(one.left, bindings) : undefined;
}

const isLength = (node: TSESTree.Node): boolean => node.type === "MemberExpression" && keyOf(node) === "length";

/** Only what the client sends is input; what the path says may be the name of nothing. */
function toldByInput(node: TSESTree.Node, bindings: Bindings): Told | undefined {
  const part = requestPartOf(node, bindings);
  if (part === "path") return { kind: "invalid", also: [404] };
  return part === "content" || part === "query" ? "invalid" : undefined;
}
