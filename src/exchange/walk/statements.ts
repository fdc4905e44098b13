/** Statements in the order in which they run: branches fork the path, jumps end it, and what may throw leads to the catch. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isUndefined } from "../../ast/static-value.ts";
import { evaluate, split } from "./evaluate.ts";
import { memberOfValue, undefinedAt } from "./held.ts";
import { join } from "./join.ts";
import { onward } from "./onward.ts";
import type { Path, Value } from "./path.ts";
import { noteThrowing, whereThrown } from "./throwing.ts";
import { walkTry } from "./try.ts";
import type { Frame, Outcome, Walk } from "./walk.ts";

/** Walks a function's body and gives the paths that reach its end; those that return are put into the frame. */
export function walkBody(fn: FunctionNode, paths: readonly Path[], walk: Walk, frame: Frame): readonly Path[] {
  if (fn.body.type === "BlockStatement") return walkAll(fn.body.body, paths, walk, frame);
  const { body } = fn;
  frame.returned.push(...onward(paths, (path) => evaluate(body, path, walk, false)));
  return [];
}

/** Walks statements one after the other. */
export function walkAll(statements: readonly TSESTree.Statement[], paths: readonly Path[], walk: Walk, frame: Frame): readonly Path[] {
  let live = join(paths);
  for (const statement of statements) {
    if (live.length === 0) break;
    noteThrowing(statement, live, walk);
    if (!walk.heat.isHot(statement)) continue;
    live = join(walkStatement(statement, live, walk, frame, null));
  }
  return live;
}

function walkStatement(node: TSESTree.Statement, paths: readonly Path[], walk: Walk, frame: Frame, label: string | null): readonly Path[] {
  const each = (expression: TSESTree.Node, isWanted = false): Outcome[] =>
    onward(paths, (path) => evaluate(expression, path, walk, isWanted));
  const on = (statement: TSESTree.Statement | null | undefined, starts: readonly Path[]): readonly Path[] =>
    statement && starts.length > 0 && walk.heat.isHot(statement) ? walkStatement(statement, starts, walk, frame, null) : starts;
  switch (node.type) {
    case "ExpressionStatement":
      if (!endsProcess(node.expression)) return each(node.expression).map(({ path }) => path);
      walk.aftermath.end(paths);
      return [];
    case "VariableDeclaration":
      return node.declarations.reduce<readonly Path[]>((live, declarator) => onward(live, (path) => declare(declarator, path, walk)), paths);
    case "BlockStatement":
      return walkAll(node.body, paths, walk, frame);
    case "IfStatement": {
      const sides = { held: [] as Path[], failed: [] as Path[] };
      for (const start of paths) for (const { path, truth } of split(node.test, start, walk)) sides[truth ? "held" : "failed"].push(path);
      return [...on(node.consequent, sides.held), ...on(node.alternate, sides.failed)];
    }
    case "ReturnStatement": {
      const { argument } = node;
      const ends = argument ? each(argument) : paths.map((path) => ({ path, value: { node } }));
      frame.returned.push(...ends);
      return [];
    }
    case "ThrowStatement":
      // Where the answer is spoken to a parameter, what an error carries tells which answer somebody else gives.
      whereThrown(walk).push(...each(node.argument, walk.carrier !== undefined).map((outcome) => ({ ...outcome, at: walk.isLater ? undefined : node })));
      return [];
    case "TryStatement":
      return walkTry(node, paths, walk, frame);
    case "SwitchStatement":
      return walkSwitch(node, paths, walk, frame, label);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return walkLoop(node, paths, walk, frame, label);
    case "LabeledStatement":
      return node.body.type === "BlockStatement"
        ? walkLabelled(node.body, node.label.name, paths, walk, frame)
        : walkStatement(node.body, paths, walk, frame, node.label.name);
    case "BreakStatement":
    case "ContinueStatement": {
      const target = frame.loops.findLast((loop) => (node.label ? loop.label === node.label.name : !loop.isBlock));
      (node.type === "BreakStatement" ? target?.broken : target?.continued)?.push(...paths);
      return [];
    }
    default:
      return paths;
  }
}

/** `check: { … break check; … }` */
function walkLabelled(node: TSESTree.BlockStatement, label: string, paths: readonly Path[], walk: Walk, frame: Frame): readonly Path[] {
  const block = { label, isBlock: true, broken: [] as Path[], continued: [] as Path[] };
  frame.loops.push(block);
  const ended = walkAll(node.body, paths, walk, frame);
  frame.loops.pop();
  return [...ended, ...block.broken];
}

/** `process.exit()` ends every path. */
export const endsProcess = (expression: TSESTree.Expression): boolean => {
  const node = bare(expression);
  return node.type === "CallExpression" && node.callee.type === "MemberExpression" && node.callee.object.type === "Identifier"
    && node.callee.object.name === "process" && node.callee.property.type === "Identifier" && node.callee.property.name === "exit";
};

function declare(declarator: TSESTree.VariableDeclarator, path: Path, walk: Walk): Path[] {
  const { id, init } = declarator;
  const variable = id.type === "Identifier" ? walk.bindings.variableOf(id) : undefined;
  const isTracked = variable !== undefined && walk.heat.tracked.has(variable);
  if (!init) return [isTracked ? path.assign(variable, { node: undefinedAt(id) }) : path];
  if (id.type === "ObjectPattern" && bare(init).type === "Identifier") return evaluate(init, path, walk, true).map(({ path: after, value }) => withMembers(id, value, after, walk));
  // What the choice asks of the carrier is not asked again where the name is used.
  const isTaken = isTracked || (variable !== undefined && bare(init).type === "ConditionalExpression" && walk.heat.isHot(bare(init)));
  return evaluate(init, path, walk, isTaken).map(({ path: after, value }) =>
    variable && (isTaken || value.carrier) ? after.assign(variable, value) : after);
}

/** `let { status, message } = error`, where the members are known. */
function withMembers(pattern: TSESTree.ObjectPattern, value: Value, path: Path, walk: Walk): Path {
  return pattern.properties.reduce((after, property) => {
    const key = keyOf(property);
    const target = property.type === "Property" ? (property.value.type === "AssignmentPattern" ? property.value.left : property.value) : property;
    const variable = walk.bindings.variableOf(target);
    const member = key === null || value.carrier || !variable || !walk.heat.tracked.has(variable) ? undefined : memberOfValue(value, key);
    if (!member || !variable) return after;
    const initial = property.value?.type === "AssignmentPattern" && isUndefined(member) ? bare(property.value.right) : member;
    return after.assign(variable, { node: initial });
  }, path);
}

function walkSwitch(node: TSESTree.SwitchStatement, paths: readonly Path[], walk: Walk, frame: Frame, label: string | null): readonly Path[] {
  const loop = { label, broken: [] as Path[], continued: [] as Path[] };
  frame.loops.push(loop);
  let waiting = paths.flatMap((path) => evaluate(node.discriminant, path, walk, false)).map(({ path }) => path);
  let falling: readonly Path[] = [];
  let others: { index: number; paths: readonly Path[] } | undefined;
  for (const [index, branch] of node.cases.entries()) {
    if (!branch.test) {
      others = { index, paths: falling };
      falling = [];
      continue;
    }
    const asked = equality(node.discriminant, branch.test);
    const taken = waiting.flatMap((path) => path.assume(asked, true) ?? []);
    waiting = waiting.flatMap((path) => path.assume(asked, false) ?? []);
    falling = walkAll(branch.consequent, [...falling, ...taken], walk, frame);
  }
  if (others) {
    // `default` takes what no case took, wherever it stands, and falls into the cases below it.
    let live: readonly Path[] = [...others.paths, ...waiting];
    for (const branch of node.cases.slice(others.index)) live = walkAll(branch.consequent, live, walk, frame);
    falling = [...falling, ...live];
    waiting = [];
  }
  frame.loops.pop();
  // A `continue` inside the switch belongs to the loop around it.
  frame.loops.at(-1)?.continued.push(...loop.continued);
  return [...falling, ...waiting, ...loop.broken];
}

/** The question that a `case` asks, as if it were written with `===`. */
function equality(left: TSESTree.Expression, right: TSESTree.Expression): TSESTree.Node {
  const known = equalities.get(right);
  if (known) return known;
  const asked = { type: "BinaryExpression", operator: "===", left, right, range: right.range, loc: right.loc, parent: right.parent } as TSESTree.Node;
  equalities.set(right, asked);
  return asked;
}

const equalities = new WeakMap<TSESTree.Node, TSESTree.Node>();

type Loop =
  | TSESTree.ForStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement;

/** A loop's body runs not at all or once: a second round tells nothing new about the answer. */
function walkLoop(node: Loop, paths: readonly Path[], walk: Walk, frame: Frame, label: string | null): readonly Path[] {
  const loop = { label, broken: [] as Path[], continued: [] as Path[] };
  frame.loops.push(loop);
  const head = node.type === "ForInStatement" || node.type === "ForOfStatement" ? node.right : node.type === "ForStatement" ? node.init : null;
  let starts = paths;
  if (head && head.type !== "VariableDeclaration") starts = starts.flatMap((path) => evaluate(head, path, walk, false)).map(({ path }) => path);
  const test = "test" in node ? node.test : null;
  const isEndless = "test" in node && (!test || (test.type === "Literal" && Boolean(test.value)));
  const entered = test && !isEndless && node.type !== "DoWhileStatement"
    ? starts.flatMap((path) => split(test, path, walk)).filter(({ truth }) => truth).map(({ path }) => path)
    : starts;
  const ended = node.body.type === "BlockStatement"
    ? walkAll(node.body.body, entered, walk, frame)
    : walkAll([node.body], entered, walk, frame);
  frame.loops.pop();
  const isSkippable = !isEndless && node.type !== "DoWhileStatement";
  return [...(isSkippable ? starts : []), ...(isEndless ? [] : [...ended, ...loop.continued]), ...loop.broken];
}
