/** How sure it is that a call registers something with a framework. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { foundOnce } from "../../ast/found-once.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { ExportedName, Framework } from "../../frameworks/framework.ts";

/** origin: the framework made the receiver. name and form: it looks like it. foreign: another package made it. */
export type Evidence = "origin" | "name" | "form" | "foreign";

/** What the receiver of a registering word tells. */
export function evidenceOf(receiver: TSESTree.Node, framework: Framework, bindings: Bindings): Evidence {
  let at = bare(receiver);
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") at = bare(at.callee.object);
  if (isApplication(at, framework, bindings)) return "origin";
  if (isForeign(at, bindings)) return "foreign";
  const name = at.type === "Identifier" ? at.name : at.type === "MemberExpression" ? keyOf(at) : null;
  return name !== null && framework.handlers.applicationNames.test(name) ? "name" : "form";
}

/** The value was made by the framework: `express()`, `new Router()`, directly or through a variable. */
function isApplication(node: TSESTree.Node, framework: Framework, bindings: Bindings): boolean {
  if (node.type === "CallExpression" || node.type === "NewExpression") {
    return isOneOf(framework.handlers.applications, bare(node.callee), bindings);
  }
  if (node.type !== "Identifier") return false;
  const variable = bindings.variableOf(node);
  const init = variable && bindings.initOf(variable);
  return init ? isApplication(bare(init), framework, bindings) : false;
}

/** The receiver was made by a package that is none of the project's files: `Fastify()`, `restify.createServer()`. */
function isForeign(node: TSESTree.Node, bindings: Bindings): boolean {
  const variable = node.type === "Identifier" ? bindings.variableOf(node) : undefined;
  const init = variable && bindings.initOf(variable);
  let made = init ? bare(init) : null;
  // A call that requires the package is its origin.
  while (made && !bindings.originOf(made) && (made.type === "AwaitExpression" || made.type === "CallExpression" || made.type === "NewExpression")) {
    made = bare(made.type === "AwaitExpression" ? made.argument : made.callee);
  }
  const origin = made === null ? null : bindings.originOf(made);
  return origin !== null && /^(?:@[\w-]+\/)?[a-z]/i.test(origin.source) && !origin.source.startsWith("express");
}

/** The value is one of these exports: `[source, ...path]`. */
export function isOneOf(exported: readonly ExportedName[], node: TSESTree.Node, bindings: Bindings): boolean {
  const origin = bindings.originOf(node);
  return origin !== null && writtenOut(exported).has([origin.source, ...origin.path].join("\n"));
}

/** A table may name dozens, and each call of a plain name asks for them. */
const writtenOut = foundOnce((exported: readonly ExportedName[]): ReadonlySet<string> => new Set(exported.map((each) => each.join("\n"))));
