/** Records that a success takes for granted: the path names them, and nobody asks whether they were found. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, enclosingFunction, namesInChain } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { visit } from "../../ast/visit.ts";
import { requestPartOf } from "../reasons/request-parts.ts";
import { runsBefore } from "./shown.ts";
import { usesOf } from "./unasked.ts";
import type { Unasked } from "./unasked.ts";

/** They give null where there is no such record. */
const finds = new Set(["findById", "findByPk", "findOne", "findOneBy", "findUnique", "findFirst"]);
/** They change nothing where there is no such record. */
const changes = new Set(["findByIdAndUpdate", "findOneAndUpdate", "findOneAndReplace", "updateOne", "replaceOne"]);
/** What looks at the form of a value, not at what it names. */
const ofForm = /^(?:isValid|isValidObjectId|parseInt|parseFloat|Number|String|ObjectId|isNaN|isInteger|test|match|log|info|debug|warn|error)$/;
const ofStore = /^(?:prisma|db|tx)$|(?:[Mm]odel|[Rr]epo|[Rr]epository)$/;
const layer = /service|controller|helper|manager|use_?case/i;

export function assumedIn(calls: readonly TSESTree.CallExpression[], bindings: Bindings): Unasked[] {
  return calls.flatMap((call) => {
    const name = calleeNameOf(call) ?? "";
    if ((!finds.has(name) && !changes.has(name)) || !isOfStore(call) || !call.arguments[0] || !namesPath(call.arguments[0], bindings)) return [];
    const uses = usesOf(call, changes.has(name), bindings);
    return uses && !isAsked(call, calls, bindings) ? [{ call, uses }] : [];
  });
}

/** `User.findById()`, `prisma.user.findUnique()`, `userModel.findOne()`; a layer of the project may throw in its own way. */
function isOfStore({ callee }: TSESTree.CallExpression): boolean {
  const called = bare(callee);
  const names = called.type === "MemberExpression" ? namesInChain(called.object).filter((name) => name !== "this") : [];
  return !names.some((name) => layer.test(name)) && (names.length === 1 && /^[A-Z][a-z]/.test(names[0] ?? "") || names.some((name) => ofStore.test(name)));
}

/** The parameter itself, or an object with it: `{ where: { id: req.params.id } }`, also in a variable. */
function namesPath(node: TSESTree.Node, bindings: Bindings, depth = 0): boolean {
  const value = bare(node);
  if (requestPartOf(value, bindings) === "path") return true;
  if (value.type === "ObjectExpression") return value.properties.some((property) => property.type === "Property" && namesPath(property.value, bindings, depth));
  const variable = value.type === "Identifier" && depth < 2 ? bindings.variableOf(value) : undefined;
  const init = variable && bindings.initOf(variable);
  return init?.type === "ObjectExpression" && namesPath(init, bindings, depth + 1);
}

/** Another call asks about the same path, or something else is compared with it. */
function isAsked(call: TSESTree.CallExpression, calls: readonly TSESTree.CallExpression[], bindings: Bindings): boolean {
  const isOfPath = (node: TSESTree.Node): boolean => node.type !== "SpreadElement" && namesPath(node, bindings);
  const isOther = (other: TSESTree.CallExpression): boolean => !isWithin(other, call) && !isWithin(call, other) && !ofForm.test(calleeNameOf(other) ?? "")
    && (runsBefore(other, call) || runsBefore(call, other));
  if (calls.some((other) => isOther(other) && other.arguments.some(isOfPath))) return true;
  let isCompared = false;
  const fn = enclosingFunction(call);
  if (fn) {
    visit(fn.body, bindings.sourceCode.visitorKeys, (node) => {
      if (node.type === "BinaryExpression" && node.right.type !== "Literal") isCompared ||= isOfPath(node.left) || isOfPath(node.right);
    });
  }
  return isCompared;
}
