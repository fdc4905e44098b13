/** Which parts of a handler matter to its answer. The walk leaves the others alone, which keeps it fast and its paths few. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { enclosingFunction, isFunction } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isWithin, within } from "../../ast/outline.ts";
import { visit } from "../../ast/visit.ts";
import type { Deputies, Deputy } from "../deputies/deputies.ts";
import { changes, isChanged, mayChange } from "./changes.ts";

export interface Heat {
  readonly hot: ReadonlySet<TSESTree.Node>;
  /** Whether anything inside the node can touch the answer or end a path. */
  isHot(node: TSESTree.Node): boolean;
  /** Variables whose value may become part of an answer and which change on the way. */
  readonly tracked: ReadonlySet<Variable>;
  /** Variables that several conditions ask about: a change makes what is known of them stale. */
  readonly asked: ReadonlySet<Variable>;
  /** Every call in the handler, closures included. */
  readonly calls: readonly TSESTree.CallExpression[];
}

/** Where the heat comes from. */
interface Warm {
  readonly carrier: Variable | undefined;
  readonly next?: Variable | undefined;
  /** Calls that make an answer. */
  readonly makings?: readonly TSESTree.Node[];
}

/** Looks through a handler once. */
export function heatOf(handler: FunctionNode, { carrier, next, makings = [] }: Warm, bindings: Bindings, deputies: Deputies): Heat {
  const hot = new Set<TSESTree.Node>();
  const tracked = new Set<Variable>();
  const met = new Set<Deputy>();

  const heat = (node: TSESTree.Node): void => {
    for (let at: TSESTree.Node | undefined = node; at && at !== handler && !hot.has(at); at = at.parent) hot.add(at);
  };
  const outline = bindings.fileOf(handler).outline;
  const calls = within(outline.calls, handler.body).map(({ node }) => node).filter((node) => node.type === "CallExpression");
  const exits = within(outline.exits, handler.body);
  for (const { node, owner } of exits) if (owner === handler) heat(node);

  const queue = [carrier, next].filter((variable) => variable !== undefined);
  const carriers = new Set(carrier && [carrier]);
  const seen = new Set<Variable>(queue);
  const follow = (variable: Variable) => {
    if (seen.has(variable)) return;
    seen.add(variable);
    queue.push(variable);
  };
  const touch = (use: TSESTree.Node, isCarrier: boolean) => {
    heat(use);
    const alias = aliasedBy(use, bindings);
    if (alias && isCarrier) carriers.add(alias);
    if (alias) follow(alias);
    const closure = closureAround(use, handler, bindings);
    if (closure) follow(closure);
    const deputy = isCarrier ? deputies.given(use) : deputies.calls.get(use);
    if (deputy) met.add(deputy);
    // What a method of an instance says is said where it is called.
    if (isCarrier) for (const call of deputies.kept(use)) touch(call, false);
  };
  for (const making of makings) touch(making, false);
  for (let variable = queue.shift(); variable; variable = queue.shift()) {
    for (const { identifier } of variable.references) if (isWithin(identifier, handler)) touch(identifier, carriers.has(variable));
  }
  // Jumps inside closures end the paths of those closures.
  for (const { node, owner } of exits) if (owner && owner !== handler && hot.has(owner)) heat(node);
  for (const call of calls) if (hot.has(call)) trackArguments(call, bindings, tracked, 0);
  // What an error carries when it is thrown tells which answer somebody else gives.
  if (carrier) for (const { node } of exits) if (node.type === "ThrowStatement" && hot.has(node)) trackArguments(node.argument, bindings, tracked, 0);
  const asked = askedIn(hot, bindings);
  for (const variable of tracked) {
    for (const reference of variable.references) {
      if (isWithin(reference.identifier, handler) && changes(reference)) heat(reference.identifier);
    }
  }
  for (const variable of asked) {
    for (const { identifier, init } of variable.references) if (!init && isWithin(identifier, handler) && mayChange(identifier)) heat(identifier);
  }
  for (const { heat: other } of met) {
    for (const node of other.hot) hot.add(node);
    for (const variable of other.tracked) tracked.add(variable);
    for (const variable of other.asked) asked.add(variable);
  }
  return { asked, hot, isHot: (node) => hot.has(node), tracked, calls };
}

/** The variable that a use of the carrier is kept in: `const r = res`, `const answer = res.status(404)`. */
function aliasedBy(identifier: TSESTree.Node, bindings: Bindings): Variable | undefined {
  let at = identifier;
  while (at.parent && (at.parent.type === "MemberExpression" || at.parent.type === "CallExpression") && isHead(at.parent, at)) at = at.parent;
  const { parent } = at;
  if (parent?.type === "VariableDeclarator" && parent.init === at) return bindings.variableOf(parent.id);
  if (parent?.type === "AssignmentExpression" && parent.right === at) return bindings.variableOf(parent.left);
  return undefined;
}

const isHead = (parent: TSESTree.MemberExpression | TSESTree.CallExpression, child: TSESTree.Node): boolean =>
  parent.type === "MemberExpression" ? parent.object === child : parent.callee === child;

/** The variable of a local function that uses the carrier: calling it is using the carrier. */
function closureAround(identifier: TSESTree.Node, handler: FunctionNode, bindings: Bindings): Variable | undefined {
  for (let fn = enclosingFunction(identifier); fn && fn !== handler; fn = enclosingFunction(fn)) {
    if (fn.type === "FunctionDeclaration" && fn.id) return bindings.variableOf(fn.id);
    if (fn.parent.type === "VariableDeclarator") return bindings.variableOf(fn.parent.id);
    // const reply = { fail: () => … }
    const object = fn.parent.type === "Property" ? fn.parent.parent : null;
    if (object?.parent.type === "VariableDeclarator") return bindings.variableOf(object.parent.id);
  }
  return undefined;
}

/** Variables named in the arguments of a call, and in what those are declared with. */
function trackArguments(node: TSESTree.Node, bindings: Bindings, tracked: Set<Variable>, depth: number): void {
  if (depth > 3) return;
  const parts = node.type === "CallExpression" ? node.arguments : [node];
  for (const part of parts) {
    if (isFunction(part)) continue;
    visit(part, bindings.sourceCode.visitorKeys, (inner, isOwn) => {
      if (!isOwn || inner.type !== "Identifier") return;
      const variable = bindings.variableOf(inner);
      if (!variable || tracked.has(variable) || !isChanged(variable)) return;
      tracked.add(variable);
      for (const { writeExpr } of variable.references) if (writeExpr) trackArguments(writeExpr, bindings, tracked, depth + 1);
    });
  }
}

/** The variables that more than one condition mentions. */
function askedIn(hot: ReadonlySet<TSESTree.Node>, bindings: Bindings): Set<Variable> {
  const once = new Set<Variable>();
  const asked = new Set<Variable>();
  for (const node of hot) {
    const test = testOf(node);
    if (!test) continue;
    const mentioned = new Set<Variable>();
    visit(test, bindings.sourceCode.visitorKeys, (inner) => {
      const variable = inner.type === "Identifier" ? bindings.variableOf(inner) : undefined;
      if (variable) mentioned.add(variable);
    });
    for (const variable of mentioned) (once.has(variable) ? asked : once).add(variable);
  }
  return asked;
}

function testOf(node: TSESTree.Node): TSESTree.Node | null {
  switch (node.type) {
    case "IfStatement":
    case "ConditionalExpression":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
      return node.test;
    case "LogicalExpression":
      return node.left;
    case "SwitchStatement":
      return node.discriminant;
    default:
      return null;
  }
}
