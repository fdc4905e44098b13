/** Functions of a file that answer for whoever calls them, in this file or in others: which of them drop the status that they take. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { isFunction, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";
import type { DroppedStatus } from "../courses/courses.ts";
import type { Likelihood } from "../handlers/handlers.ts";
import { inChain, inFront } from "../say/say-fields.ts";
import type { DroppedParameter } from "./dropped-status.ts";
import { isCarrier, mayBeCarrier } from "./dropped-status.ts";
import type { HandlersDeputies } from "./handlers-deputies.ts";
import { mayBeStatus } from "./status-parameters.ts";

/** Functions that may take a carrier and a status. Asked before anything is looked up. */
export const respondersIn = ({ scopeManager }: Readonly<TSESLint.SourceCode>): FunctionNode[] =>
  (scopeManager?.scopes ?? []).filter(({ type, block }) => type === "function" && isFunction(block) && mayRespond(block)).map(({ block }) => block as FunctionNode);

function mayRespond(fn: FunctionNode): boolean {
  if (fn.params.length < 2) return false;
  const parameters = parametersOf(fn);
  return parameters.some(mayBeStatus) && parameters.some(mayBeCarrier);
}

export function droppedIn(
  responders: readonly FunctionNode[], deputies: HandlersDeputies, likely: ReadonlyMap<Framework, Likelihood>, bindings: Bindings,
): DroppedStatus[] {
  // A framework that the file names comes first.
  const frameworks = [...likely].filter(([{ made }, likelihood]) => !made && likelihood !== "none")
    .sort(([, one], [, other]) => Number(other === "named") - Number(one === "named")).map(([framework]) => framework);
  return responders.flatMap((fn) => {
    for (const framework of frameworks) {
      const carrier = parametersOf(fn).find((parameter) => isCarrier(parameter, framework, bindings));
      const drops = carrier && deputies.of(framework).speaking(fn, carrier)?.drops;
      if (drops) return [droppedStatus(fn, carrier, drops, framework, bindings)];
    }
    return [];
  });
}

function droppedStatus(fn: FunctionNode, carrier: TSESTree.Node, drops: DroppedParameter, framework: Framework, bindings: Bindings): DroppedStatus {
  const { answers, node: { name } } = drops;
  return {
    node: answers[0]?.call ?? fn,
    name,
    code: framework.initialStatus,
    isEvident: isAlwaysGiven(drops, fn) && !answers.some(({ call }) => isInCatch(call, fn)),
    put: () => put(drops, carrier, framework, bindings),
  };
}

/** The last parameter may be left out unless a type or a default says otherwise. */
function isAlwaysGiven({ node: { optional, typeAnnotation }, initial, isLeftOut, place }: DroppedParameter, fn: FunctionNode): boolean {
  if (initial !== undefined) return true;
  return !optional && !isLeftOut && (typeAnnotation !== undefined || place < parametersOf(fn).length - 1);
}

function isInCatch(answer: TSESTree.Node, fn: FunctionNode): boolean {
  for (let at: TSESTree.Node | undefined = answer; at && at !== fn; at = at.parent) if (at.type === "CatchClause") return true;
  return false;
}

function put({ answers, node: { name } }: DroppedParameter, carrier: TSESTree.Node, framework: Framework, bindings: Bindings) {
  const { phrasing } = framework;
  if (!("status" in phrasing)) return undefined;
  const { status } = phrasing;
  const said = answers.map(({ call, name: said, word }) =>
    ("call" in status
      ? inChain(`.${status.call}(${name})`, { name: said, word }, { framework })
      : inFront((to) => `${to}.${status.property} = ${name};`, { node: call, word }, { bindings, carrier: bindings.variableOf(carrier) })));
  return said.every((edits) => edits !== undefined) ? said.flat() : undefined;
}
