/** From a handler to its exchanges: walk it, gather what it answers, and tell the methods apart. */
import type { Bindings } from "../ast/bindings.ts";
import { bare, keyOf } from "../ast/functions.ts";
import { within } from "../ast/outline.ts";
import { keysTo } from "../ast/patterns.ts";
import { readValue } from "../ast/static-value.ts";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Settings } from "../settings.ts";
import { frame } from "./callbacks.ts";
import { storingCallsIn } from "./creation.ts";
import type { Deputies } from "./deputies.ts";
import type { ErrorWays } from "./error-ways.ts";
import type { Handler } from "./handlers.ts";
import { heatOf } from "./heat.ts";
import { lateWordsOf } from "./late-words.ts";
import { handBack, leavingAnswers } from "./making.ts";
import type { Makings } from "./makings.ts";
import { exchangesOf } from "./methods.ts";
import type { Exchange } from "./model.ts";
import { newCarrier } from "./carrier.ts";
import { isOption } from "./open-fields.ts";
import type { MethodTest } from "./path.ts";
import { repetitionsOf } from "./repetitions.ts";
import { responsesOf } from "./responses.ts";
import type { FileView } from "./responses.ts";
import { pathFrom, walkFrom } from "./start.ts";
import { thrownAnswers } from "./thrown-answers.ts";
import { walkBody } from "./statements.ts";
import { unansweredOf } from "./unanswered.ts";
import type { Exit } from "./unanswered.ts";

export interface Place {
  readonly filename: string;
  /** The major version of the framework that the project uses. */
  readonly major: number | undefined;
  /** Words in the code of the file may tell what a handler is for. */
  readonly tellsPurpose: boolean;
  readonly helpers: Settings["helpers"];
}

export interface Folded {
  /** One for each HTTP method that the handler tells apart. */
  readonly exchanges: readonly Exchange[];
  /** On some path the handler sets a status and hands on. */
  readonly leavesStatus: boolean;
}

export function fold(handler: Handler, bindings: Bindings, makings: Makings, place: Place, view: FileView, deputies: Deputies, ways?: ErrorWays): Folded {
  const { fn, framework, response, next, request } = handler;
  const isMaking = (node: TSESTree.Node): boolean => makings.has(node) || deputies.calls.has(node);
  const own = response ? [] : within(bindings.outline.calls, fn).flatMap(({ node }) => (isMaking(node) ? [node] : []));
  const heat = heatOf(fn, { carrier: response, next, makings: own }, bindings, deputies);
  const isOptional = handler.registrations.length === 0 && isOption(fn, bindings);
  const walk = walkFrom({ framework, major: place.major, bindings, heat, handler: fn, carrier: response, makings, deputies: deputies.calls, instances: deputies.instances, helpers: place.helpers, next });
  const carriers = isOptional ? new Map([[walk.born, { ...newCarrier, hasOpenFields: true }]]) : undefined;
  const start = pathFrom(bindings, methodTestOf(request, bindings), carriers);
  const around = frame();
  const fallen = walkBody(fn, [start], walk, around);
  // A returned answer leaves, and so does one that a word threw and nothing caught.
  const left = [...around.returned, ...leavingAnswers(walk)];
  const exits: Exit[] = [...fallen.map((path) => ({ path })), ...(response ? around.returned : left).flatMap((outcome) =>
    (response ? [outcome.path] : handBack(outcome, walk)).map((path) => ({ path, value: outcome.value.node })))];
  const ends = exits.map(({ path }) => path);
  walk.aftermath.end([...ends, ...walk.thrown.map(({ path }) => path)]);
  const thrown = ways ? thrownAnswers(handler, walk, { ways, deputies }) : [];
  const responses = responsesOf([...walk.deliveries, ...thrown], walk, storingCallsIn(heat.calls, bindings), view);
  // What makes an answer and keeps it answers nobody.
  if (!response && responses.length === 0) return { exchanges: [], leavesStatus: false };
  const leavesStatus = response !== undefined && ends.some((path) => path.state.isHandedOn && [...path.state.carriers.values()].some(({ status, delivered }) => status.length > 0 && !delivered));
  const repetitions = repetitionsOf(walk);
  const courses = { ends, repetitions, unanswered: unansweredOf(handler, exits, walk), lateWords: lateWordsOf(repetitions, walk) };
  return { exchanges: exchangesOf(handler, responses, courses, bindings, place, view.conventions), leavesStatus };
}

/** `req.method`, `const { method } = req`, `context.request.method` */
const mayReadMethod = ({ identifier: { parent } }: TSESLint.Scope.Reference): boolean =>
  (parent.type === "MemberExpression" && /^(?:method|req|request)$/.test(keyOf(parent) ?? "")) || parent.type === "VariableDeclarator";

/** Reads `req.method === "POST"`, its aliases and `["PUT", "PATCH"].includes(req.method)`. */
function methodTestOf(request: Handler["request"], bindings: Bindings): MethodTest {
  // Most handlers never look at the method, and then no condition is a question about it.
  if (!request?.references.some(mayReadMethod)) return () => null;
  const isMethod = (node: TSESTree.Node, depth = 0): boolean => {
    const value = bare(node);
    if (value.type === "MemberExpression") {
      return keyOf(value) === "method" && isRequest(value.object);
    }
    if (value.type === "CallExpression" && value.callee.type === "MemberExpression") {
      return /^to(?:Upper|Lower)Case$/.test(keyOf(value.callee) ?? "") && isMethod(value.callee.object, depth);
    }
    const variable = value.type === "Identifier" && depth < 2 ? bindings.variableOf(value) : undefined;
    const declaration = variable?.defs[0]?.node;
    if (declaration?.type !== "VariableDeclarator" || !declaration.init) return false;
    if (declaration.id.type === "Identifier") return isMethod(declaration.init, depth + 1);
    const keys = keysTo(variable?.defs[0]?.name ?? value, declaration.id)?.join(".") ?? "";
    return keys === "method" ? isRequest(declaration.init) : /^req(?:uest)?\.method$/.test(keys) && isRequest(declaration.init);
  };
  // Some handlers get their request in a context.
  const isRequest = (node: TSESTree.Node): boolean => {
    const value = bare(node);
    if (value.type === "MemberExpression") return /^req(?:uest)?$/.test(keyOf(value) ?? "") && isRequest(value.object);
    if (value.type !== "Identifier") return false;
    const variable = bindings.variableOf(value);
    if (variable === request) return true;
    const declaration = variable?.defs[0]?.node;
    if (declaration?.type !== "VariableDeclarator" || !declaration.init || bare(declaration.init) === value) return false;
    const isPart = declaration.id.type === "Identifier" ? bare(declaration.init).type === "MemberExpression"
      : /^req(?:uest)?$/.test(keysTo(variable?.defs[0]?.name ?? value, declaration.id)?.join() ?? "");
    return isPart && isRequest(declaration.init);
  };
  const text = (node: TSESTree.Node | null | undefined): string | null => {
    const read = node && readValue(node, bindings, () => undefined);
    return typeof read?.value === "string" ? read.value.toUpperCase() : null;
  };
  const methodTest: MethodTest = (test) => {
    const node = bare(test);
    if (node.type === "LogicalExpression") {
      // One of several, or none of several: the sides must ask the same way.
      const [left, right] = [methodTest(node.left), methodTest(node.right)];
      const flips = node.operator === "&&";
      return left?.flips === flips && right?.flips === flips ? { methods: [...left.methods, ...right.methods], flips } : null;
    }
    if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator)) {
      const named = isMethod(node.left) ? text(node.right) : isMethod(node.right) ? text(node.left) : null;
      return named === null ? null : { methods: [named], flips: node.operator.startsWith("!") };
    }
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || keyOf(node.callee) !== "includes") return null;
    const [asked] = node.arguments;
    const named = bare(node.callee.object);
    const variable = named.type === "Identifier" ? bindings.variableOf(named) : undefined;
    const init = variable && bindings.initOf(variable);
    const list = init ? bare(init) : named;
    if (!asked || !isMethod(asked) || list.type !== "ArrayExpression") return null;
    const methods = list.elements.map(text);
    return methods.every((method) => method !== null) ? { methods, flips: false } : null;
  };
  return methodTest;
}
