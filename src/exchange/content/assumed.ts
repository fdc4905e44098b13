/** Records that a success takes for granted: the path names them, and nobody asks whether they were found. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, enclosingFunction, keyOf, namesInChain } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { visit } from "../../ast/visit.ts";
import { requestPartOf } from "../reasons/request-parts.ts";
import type { Delivery } from "../walk/walk.ts";
import { runsBefore } from "./shown.ts";

/** A look-up by the path that nobody asks about. */
export interface Assumed {
  readonly call: TSESTree.CallExpression;
  /** Where the record is used; nowhere, if what becomes of a change is dropped. */
  readonly uses: readonly TSESTree.Node[];
}

/** They give null where there is no such record. */
const finds = new Set(["findById", "findByPk", "findOne", "findOneBy", "findUnique", "findFirst"]);
/** They change nothing where there is no such record. */
const changes = new Set(["findByIdAndUpdate", "findOneAndUpdate", "findOneAndReplace", "updateOne", "replaceOne"]);
/** Words with which a look-up makes the record that it does not find, or throws. */
const surely = /^(?:upsert|orFail|rejectOnEmpty|catch|then)$/;
/** What looks at the form of a value, not at what it names. */
const ofForm = /^(?:isValid|isValidObjectId|parseInt|parseFloat|Number|String|ObjectId|isNaN|isInteger|test|match|log|info|debug|warn|error)$/;
const ofStore = /^(?:prisma|db|tx)$|(?:[Mm]odel|[Rr]epo|[Rr]epository)$/;
const layer = /service|controller|helper|manager|use_?case/i;

export function assumedIn(calls: readonly TSESTree.CallExpression[], bindings: Bindings): Assumed[] {
  return calls.flatMap((call) => {
    const name = calleeNameOf(call) ?? "";
    if ((!finds.has(name) && !changes.has(name)) || !isOfStore(call) || !call.arguments[0] || !namesPath(call.arguments[0], bindings)) return [];
    const uses = usesOf(call, changes.has(name), bindings);
    return uses && !isAsked(call, calls, bindings) ? [{ call, uses }] : [];
  });
}

/** The answer comes after such a look-up, and does no more with the record than to show it as it is. */
export const isAssumedBy = ({ node: delivery, content }: Delivery, assumed: readonly Assumed[]): boolean =>
  assumed.some(({ call, uses }) => runsBefore(call, delivery) && uses.every((use) => content !== undefined && awaited(partOf(use)) === awaited(content.node)));

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

/** Where the value of a call is used, through a variable or at once; undefined where something may be made sure on the way. */
export function usesOf(call: TSESTree.CallExpression, isChange: boolean, bindings: Bindings): TSESTree.Node[] | undefined {
  let whole: TSESTree.Node = call;
  for (let parent: TSESTree.Node | undefined = call.parent; parent; parent = parent.parent) {
    const isLink = (parent.type === "MemberExpression" && parent.object === whole) || (parent.type === "CallExpression" && parent.callee === whole);
    if (!isLink && parent.type !== "AwaitExpression" && parent.type !== "ChainExpression") break;
    whole = parent;
  }
  if (isMadeSure(whole, bindings)) return undefined;
  const { parent } = whole;
  if (parent?.type === "ExpressionStatement") return isChange ? [] : undefined;
  if (parent?.type !== "VariableDeclarator") return [whole];
  const holder = bindings.variableOf(parent.id);
  const uses = holder?.references.flatMap(({ identifier }) => (identifier === parent.id || isLogged(identifier) ? [] : [identifier]));
  return uses && (uses.length > 0 || isChange) ? uses : undefined;
}

/** `console.log(user)` */
const isLogged = ({ parent }: TSESTree.Node): boolean =>
  parent?.type === "CallExpression" && /^(?:console|log(?:ger)?)$/i.test(namesInChain(parent.callee)[0] ?? "");

function isMadeSure(whole: TSESTree.Node, bindings: Bindings): boolean {
  let isSure = false;
  visit(whole, bindings.sourceCode.visitorKeys, (node) => {
    if (node.type === "Property" || node.type === "MemberExpression") isSure ||= surely.test(keyOf(node) ?? "");
  });
  return isSure;
}

const awaited = (node: TSESTree.Node): TSESTree.Node => {
  const value = bare(node);
  return value.type === "AwaitExpression" ? bare(value.argument) : value;
};

/** The widest object or list in which the value stands as it is: `{ success: true, data: user }` */
function partOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && (at.parent.type === "Property" || at.parent.type === "ObjectExpression" || at.parent.type === "ArrayExpression")) at = at.parent;
  return at;
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
