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
  return asks && first ? toldByInput(first, bindings) : undefined;
}

/** `password.length < 8`, `typeof name !== "string"` */
export function toldByMeasure({ left, right, operator }: TSESTree.BinaryExpression, truth: boolean, bindings: Bindings): Told | undefined {
  const sides = [bare(left), bare(right)];
  if (/^[<>]=?$/.test(operator)) {
    const length = truth ? sides.find((side) => side.type === "MemberExpression" && keyOf(side) === "length") : undefined;
    return length && toldByInput(length, bindings);
  }
  const [type] = sides;
  const isOther = /^!==?$/.test(operator) ? truth : /^===?$/.test(operator) && !truth;
  return isOther && type?.type === "UnaryExpression" && type.operator === "typeof" ? toldByInput(type.argument, bindings) : undefined;
}

/** Only what the client sends is input; what the path says may be the name of nothing. */
function toldByInput(node: TSESTree.Node, bindings: Bindings): Told | undefined {
  const part = requestPartOf(node, bindings);
  if (part === "path") return { kind: "invalid", also: [404] };
  return part === "content" || part === "query" ? "invalid" : undefined;
}
