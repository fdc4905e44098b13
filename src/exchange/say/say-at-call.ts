/** An answer that a function gives for the handler is said anew where the handler calls it, if the status is an argument there. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calledBy } from "../../ast/called-function.ts";
import { bare, isFunction } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { isPure } from "../../ast/purity.ts";
import type { Written } from "../walk/carrier.ts";
import type { Change, Edit } from "../model.ts";
import { isAlone } from "./say-fields.ts";
import type { Shared } from "./say.ts";
import { statusText } from "./status-text.ts";
import type { Deputed, Walk } from "../walk/walk.ts";

/** Whatever the function itself says, it says for others too, so that nothing but the status can change. */
export function sayAtCall(change: Change, { call }: Deputed, statuses: readonly Written[], walk: Walk, shared: Shared): readonly Edit[] | undefined {
  const { status: code, content, fields } = change;
  const [written, ...others] = statuses;
  if (code === undefined || content !== undefined || fields !== undefined || !isAlone(call, shared)) return undefined;
  if (!written?.value || others.length > 0) return undefined;
  const argument = argumentFor(written.value, call, walk);
  if (argument) return isPure(argument) ? [{ range: argument.range, text: statusText(code, argument, call, walk.bindings, shared) }] : undefined;
  const last = call.arguments.at(-1);
  return last && isLeftOut(written.value, call, walk) ? [{ range: [last.range[1], last.range[1]], text: `, ${statusText(code, undefined, call, walk.bindings, shared)}` }] : undefined;
}

/** The expression in the call that gives the status: the code itself, or the name of a constant. */
function argumentFor(value: TSESTree.Node, call: TSESTree.CallExpression, { bindings }: Walk): TSESTree.Node | undefined {
  if (call.arguments.some((argument) => isWithin(value, argument))) return value;
  return call.arguments.find((argument) => {
    const variable = argument.type === "Identifier" ? bindings.variableOf(argument) : undefined;
    const init = variable && bindings.initOf(variable);
    return init && bare(init) === value;
  });
}

/** It is the default of the parameter after the last argument, in the function that is called and not in one that it calls. */
function isLeftOut(value: TSESTree.Node, call: TSESTree.CallExpression, { bindings }: Walk): boolean {
  const initial = value.parent;
  const fn = initial?.type === "AssignmentPattern" && initial.right === value ? initial.parent : undefined;
  const called = calledBy(call, bindings);
  return isFunction(fn) && called?.fn === fn && fn.params.indexOf(initial as TSESTree.AssignmentPattern) === call.arguments.length - called.shift;
}
