/** Errors that leave a handler, and the answers that others give to them: an error handler of the project, or the framework. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../../ast/bindings.ts";
import { foundOnce } from "../../ast/found-once.ts";
import { bare } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import type { ErrorAnswers } from "../../frameworks/framework.ts";
import type { Deputies } from "../deputies/deputies.ts";
import { answeredBy } from "./error-handlers.ts";
import { Scene, withMember } from "./error-scene.ts";
import { shapeOf } from "./error-shapes.ts";
import type { ErrorWays, Way } from "./error-ways.ts";
import type { Handler } from "../handlers/handlers.ts";
import type { StatusPart } from "../model.ts";
import type { Path, Value } from "../walk/path.ts";
import { known, memberIn, shapeWritten, unknown } from "./shape.ts";
import type { Shape } from "./shape.ts";
import { statusPart } from "../responses/status-part.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

/** Who answers errors in a file. */
export interface ErrorCourt {
  readonly ways: ErrorWays;
  readonly deputies: Deputies;
}

/** The answer to an error: its status, and the same question for an error that carries another one. */
export interface ThrownAnswer {
  readonly error: Shape;
  readonly status: StatusPart;
  readonly carries: readonly number[];
  /** Tells apart answers of the same place. */
  readonly key: string;
  readonly isPlain: boolean;
  readonly answerTo: (error: Shape) => ToldAnswer;
}

interface Answer {
  readonly codes: readonly number[];
  readonly isKnown: boolean;
  /** The framework alone gives it. */
  readonly isPlain?: true;
}

/** With the expression in the handler that says the status, if the error carries it. */
interface ToldAnswer extends Answer {
  readonly said: TSESTree.Node | undefined;
}

const unclear: Answer = { codes: [], isKnown: false };

/** Errors whose making the code shows, each as a delivery by somebody else. */
export function thrownAnswers(handler: Handler, walk: Walk, { ways, deputies }: ErrorCourt): Delivery[] {
  const { fn, error } = handler;
  const { errors } = walk.framework;
  // What an error handler throws meets those behind it alone.
  if (!errors || error || (walk.thrown.length === 0 && walk.passed.length === 0)) return [];
  let way: Way | undefined;
  let answers: Map<string, Answer> | undefined;
  const deliver = (path: Path, value: Value, at: TSESTree.Node, by: "throw" | "next"): Delivery[] => {
    const shape = path.isAnswered ? unknown : shapeOfValue(value, path, walk);
    if (!shape.members) return [];
    way ??= ways.from(handler);
    const known = way;
    // A promise that nobody waits for takes its error with it.
    if (by === "throw" && fn.async && known.takesRejected !== true) return [];
    const onWay = answers ??= answersOn(known, ways);
    const status = statusBefore(path, walk);
    const answered = (one: Shape): Answer => {
      const key = `${inWords(one)} after ${inWords(status)}`;
      const told = onWay.get(key) ?? answerOn(known, one, status, errors, walk, deputies);
      onWay.set(key, told);
      return told;
    };
    const answerTo = (one: Shape): ToldAnswer => {
      // What every message is answered with needs no look at this one.
      const always = answered(withAnyMessage(one));
      const told = always.isKnown && always.codes.length === 1 ? always : answered(one);
      return { ...told, said: told.isKnown ? sayingNode(one, errors, told, fn) : undefined };
    };
    return [deliveryOf(withoutCatches(path, value.node), at, by, shape, answerTo, errors)];
  };
  return [
    ...walk.thrown.flatMap(({ path, value, at }) => (at ? deliver(path, value, at, "throw") : [])),
    ...walk.passed.flatMap(({ path, value, at }) => deliver(path, value, at, "next")),
  ];
}

/** What is known of the answers on a way, which the handlers of a file mostly share. */
function answersOn({ handlers, end }: Way, ways: ErrorWays): Map<string, Answer> {
  const known = answersOf(ways);
  const key = `${end} ${handlers.map(({ range: [place] }) => place).join()}`;
  const answers = known.get(key) ?? new Map<string, Answer>();
  known.set(key, answers);
  return answers;
}

const answersOf = foundOnce((_: ErrorWays) => new Map<string, Map<string, Answer>>());

/** The same error with another message. */
const withAnyMessage = (error: Shape): Shape => (error.members?.has("message") ? withMember(error, "message", { isText: true }) : error);

/** The reason for an error lies where it is made: a `catch` that lets it go tells none. */
const withoutCatches = (path: Path, made: TSESTree.Node): Path =>
  path.with({ guards: path.state.guards.filter((guard) => guard.caught === undefined || isWithin(made, guard.at)) });

function deliveryOf(path: Path, at: TSESTree.Node, by: "throw" | "next", error: Shape, answerTo: ThrownAnswer["answerTo"], errors: ErrorAnswers): Delivery {
  const { codes, isKnown, said, isPlain = false } = answerTo(error);
  const word = at.type === "CallExpression" ? bare(at.callee) : at.type === "ThrowStatement" ? bare(at.argument) : at;
  const status: StatusPart = {
    codes, code: isKnown && codes.length === 1 ? codes[0] : undefined, odd: [],
    origin: !isKnown ? "dynamic" : said ? "explicit" : "default", node: said ?? word,
  };
  const message = memberIn(error, "message").at;
  return {
    node: at, word, name: by, via: by, path, content: message && { node: message }, fixedContent: message ? undefined : "unknown",
    carrier: { ...path.carrierAt(at), hasOpenFields: true }, emptyFor: [], dropsContentOf: [], shapesFields: false,
    thrown: { error, status, isPlain, carries: statusesIn(error, errors).flatMap(({ read }) => (typeof read?.value === "number" ? [read.value] : [])), key: `${codes.join()} ${String(isKnown)}`, answerTo },
  };
}

/** Asks those on the way one after the other. */
function answerOn({ handlers, end }: Way, error: Shape, status: Shape, errors: ErrorAnswers, walk: Walk, deputies: Deputies): Answer {
  const codes = new Set<number>();
  for (const fn of handlers) {
    const answered = answeredBy({ fn, framework: walk.framework, major: walk.major, bindings: walk.bindings, helpers: walk.helpers, deputies }, error, status);
    if (!answered.isKnown) return unclear;
    for (const code of answered.codes) codes.add(code);
    if (!answered.passes) return { codes: [...codes], isKnown: true };
  }
  const last = end === "framework" ? frameworkAnswer(error, status, errors) : undefined;
  return last === undefined ? unclear : { codes: [...codes.add(last)], isKnown: true, ...(codes.size === 1 && { isPlain: true }) };
}

/** What the framework answers; undefined where only run time knows. */
function frameworkAnswer(error: Shape, status: Shape, { members, range: [least, most], keepsStatus, otherwise }: ErrorAnswers): number | undefined {
  const isInRange = (value: unknown): value is number => typeof value === "number" && value >= least && value <= most;
  for (const name of members) {
    const { read, isText, members: inner } = memberIn(error, name);
    if (!read && !isText && !inner) return undefined;
    if (isInRange(read?.value)) return read.value;
  }
  if (!keepsStatus) return otherwise;
  return status.read ? (isInRange(status.read.value) ? status.read.value : otherwise) : undefined;
}

/** The status that the handler set before it let the error go. */
function statusBefore(path: Path, walk: Walk): Shape {
  const carrier = path.carrierAt(walk.born);
  const delivery = { carrier, word: walk.born } as Delivery;
  const { code, origin } = statusPart(delivery, carrier.status, walk);
  return code !== undefined && origin !== "dynamic" ? known(code) : unknown;
}

/** The expression in the handler that the status follows: the error carries that code, and says it there. */
const sayingNode = (error: Shape, errors: ErrorAnswers, { codes }: Answer, fn: FunctionNode): TSESTree.Node | undefined =>
  statusesIn(error, errors).find(({ read, at }) => at !== undefined && isWithin(at, fn) && codes.length === 1 && read?.value === codes[0])?.at;

/** Where an error may carry a status. */
const statusesIn = (error: Shape, { members }: ErrorAnswers): Shape[] =>
  [...members.map((name) => memberIn(error, name)), memberIn(memberIn(error, "output"), "statusCode")];

/** The error with another status, wherever it carries the one that is said there. */
export function withStatusSaid(error: Shape, at: TSESTree.Node, code: number): Shape {
  if (error.at === at && error.read) return { ...error, read: { value: code } };
  return [...(error.members ?? [])].reduce((changed, [key, member]) => withMember(changed, key, withStatusSaid(member, at, code)), error);
}

function shapeOfValue(value: Value, path: Path, walk: Walk, depth = 0): Shape {
  if (value.carrier || value.later) return unknown;
  const { values } = path.state;
  const outside = (variable: Variable): Shape | undefined => {
    const held = values.get(variable);
    if (depth > 6) return undefined;
    if (held === undefined) {
      // What changes elsewhere is still as it was declared.
      const init = walk.heat.tracked.has(variable) ? walk.bindings.initOf(variable) : null;
      return init ? shapeOf(init, scene.deeper()) : undefined;
    }
    return held === null ? unknown : shapeOfValue(held, path, walk, depth + 1);
  };
  const scene: Scene = new Scene({ bindings: walk.bindings, depth, outside });
  const made = shapeWritten(value.node) ?? shapeOf(value.node, scene);
  return [...(value.patches ?? [])].reduce((shape, [key, node]) => withMember(shape, key, shapeOf(node, scene)), made);
}

const inWords = ({ read, isText, members, isOpen, classes }: Shape): string =>
  (read ? `${typeof read.value} ${String(read.value)}` : isText ? "text" : members
    ? `{${[...members].map(([key, member]) => `${key}: ${inWords(member)}`).join()}${isOpen ? "…" : ""}} ${[...(classes ?? [])].join()}` : "?");
