/** Handlers that limit by themselves, or that a limiter calls: `rateLimit({ windowMs, handler: (req, res) => … })`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { enclosingFunction, nameOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { propertyOf } from "../../ast/static-members.ts";
import { staticValueOf } from "../../ast/static-value.ts";
import { isLimiterName, limiterOf } from "../../http/limiters.ts";
import { timesCountedIn } from "./counters.ts";
import { agreed, limitAt } from "./limits.ts";
import type { Limit } from "./limits.ts";

/** The limit for which a function of the file answers. */
export function limitBehind(handler: FunctionNode, bindings: Bindings): Limit | undefined {
  const options = optionsAround(handler);
  if (options) return limitAt(options.parent, bindings);
  return isNamedLimiter(handler) ? { lasts: agreed(timesCountedIn(handler, bindings)) } : undefined;
}

/** `const rateLimiter = (req, res, next) => { … }`, or what a function of such a name makes. */
function isNamedLimiter(handler: FunctionNode): boolean {
  const maker = enclosingFunction(handler);
  return [handler, ...(maker ? [maker] : [])].some((fn) => isLimiterName(nameOf(fn) ?? ""));
}

/** The limiter is told to set no fields, so that its handler has to. */
export function isLeftToSetFields(handler: FunctionNode, bindings: Bindings): boolean {
  const options = optionsAround(handler);
  const origin = options && bindings.originOf(options.parent.callee);
  const settings = origin ? limiterOf(origin.source)?.setsFields : undefined;
  if (!options || !settings || options.properties.some(({ type }) => type === "SpreadElement")) return false;
  return Object.entries(settings).every(([name, initial]) => {
    const property = propertyOf(options, name);
    return property ? staticValueOf(property.value, bindings) === false : !initial;
  });
}

type Options = TSESTree.ObjectExpression & { readonly parent: TSESTree.CallExpression };

function optionsAround({ parent }: FunctionNode): Options | undefined {
  const options = parent.type === "Property" ? parent.parent : undefined;
  return options?.type === "ObjectExpression" && options.parent.type === "CallExpression" && options.parent.arguments[0] === options ? options as Options : undefined;
}
