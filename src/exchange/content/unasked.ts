/** Calls whose outcome nobody asks about, and answers that rest on them. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { awaited, keyOf, namesInChain } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import type { Delivery } from "../walk/walk.ts";
import { runsBefore } from "./shown.ts";

export interface Unasked {
  readonly call: TSESTree.CallExpression;
  /** Where its value is used; nowhere, if what becomes of a change is dropped. */
  readonly uses: readonly TSESTree.Node[];
}

/** Words with which a call makes what it does not find, throws, or says what follows. */
const surely = /^(?:upsert|orFail|rejectOnEmpty|catch|then)$/;

/** The answer comes after such a call, and does no more with its value than to show it as it is. */
export const restsOnAny = (unasked: readonly Unasked[], { node: delivery, content }: Delivery): boolean =>
  unasked.some(({ call, uses }) => runsBefore(call, delivery) && uses.every((use) => content !== undefined && awaited(partOf(use)) === awaited(content.node)));

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

/** The widest object or list in which the value stands as it is: `{ success: true, data: user }` */
function partOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && (at.parent.type === "Property" || at.parent.type === "ObjectExpression" || at.parent.type === "ArrayExpression")) at = at.parent;
  return at;
}
