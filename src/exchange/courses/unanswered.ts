/** Paths that end without an answer, and how sure that is. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../../ast/bindings.ts";
import { bare, enclosingFunction, isFunction } from "../../ast/functions.ts";
import { isWithin, someWithin } from "../../ast/outline.ts";
import type { Unanswered } from "./courses.ts";
import { askedBefore, isValidatedBefore } from "../handlers/asked-before.ts";
import type { Handler } from "../handlers/handlers.ts";
import type { Edit } from "../model.ts";
import { readsRequest, requestPartOf } from "../reasons/request-parts.ts";
import type { Path } from "../walk/path.ts";
import type { Walk } from "../walk/walk.ts";

/** A path at its end, and what it gave back. */
export interface Exit {
  readonly path: Path;
  readonly value?: TSESTree.Node;
}

const isSilent = ({ path }: Exit): boolean => !path.isAnswered && !path.state.isHandedOn;

/** Where the answer may come from elsewhere, nothing is known. */
export function unansweredOf({ fn, request, response, next, error, registrations }: Handler, exits: readonly Exit[], walk: Walk): Unanswered[] {
  if (!exits.some(isSilent)) return [];
  const given = [response, next].flatMap((variable) => placesGivenAway(variable));
  // Whoever has the response may answer later; of that, only a `return` before is certain.
  const isOpen = given.length > 0 || exits.some(({ path }) => mayGoOn(path));
  const silent = exits.filter((exit) => isSilent(exit) && (!isOpen || returnsBefore(exit, given, walk)));
  const isAnswering = walk.deliveries.length > 0;
  if (silent.length === 0 || (!isAnswering && registrations.length === 0)) return [];
  // What hands its answer back may be a part of a handler, unless its own place says that it is one.
  if (!response && !registrations.some(({ exported }) => exported === fn)) return [];
  const kept = silent.map(({ path }) => path.carrierAt(walk.born).status.at(-1)?.word);
  const others = [...exits.filter((exit) => !isSilent(exit)), ...walk.thrown].map(({ path }) => path.carrierAt(walk.born).status.at(-1)?.word);
  const isOnlyCaught = silent.every(({ path }) => catchOf(path) !== undefined);
  // Who passes more than a handler gets knows which paths are walked.
  const isPassedMore = fn.params.length > [request, response, next, error].filter((known) => known !== undefined).length;
  const isKept = !isAnswering || isPassedMore || placesGivenAway(request).length > 0 || exits.some(({ path }) => path.state.isHandedOn && !path.isAnswered && path.state.spent.size === 0);
  const outcome = walk.framework.undelivered;
  const asked = { isCaller: askedBefore(registrations).includes("caller"), isInput: isValidatedBefore(registrations) };
  return silent.flatMap((exit, index): Unanswered[] => {
    const word = kept[index];
    if (word && !others.includes(word) && !walk.deliveries.some(({ carrier }) => carrier.status.some((written) => written.word === word))) {
      return [{ node: word, because: "unsent", outcome, send: () => sent(word, walk) }];
    }
    if (isOpen) return [];
    const clause = catchOf(exit.path);
    if (isOnlyCaught && isAnswering && clause && awaitsIn(clause, walk) && onlyNotes(clause)) return [{ node: clause, because: "caught", outcome, send: () => undefined }];
    return isKept || isRefusedBefore(exit, asked, walk) ? [] : [{ node: placeOf(exit, walk), because: "open", outcome, send: () => undefined }];
  });
}

/** `if (req.user) …`, or a question about the input: nobody gets past it where somebody has asked the same before. */
const isRefusedBefore = ({ path }: Exit, asked: { readonly isCaller: boolean; readonly isInput: boolean }, { bindings }: Walk): boolean => path.state.guards.some((guard) =>
  guard.caught === undefined && !guard.truth
  && ((asked.isCaller && requestPartOf(guard.test, bindings) === "caller") || (asked.isInput && readsRequest(guard.test, bindings))));

/** Where the variable is used for more than its members: whoever gets it may answer. */
const placesGivenAway = (variable: Variable | undefined): TSESTree.Node[] =>
  variable?.references.flatMap(({ identifier: { parent }, identifier }) => {
    const isOwn = (parent.type === "MemberExpression" && parent.object === identifier) || (parent.type === "CallExpression" && parent.callee === identifier);
    return isOwn ? [] : [identifier];
  }) ?? [];

const mayGoOn = (path: Path): boolean => path.state.isBlurred || hasBegun(path);

/** `return res.status(404)`, which nothing runs after that has the response. */
function returnsBefore({ path, value }: Exit, given: readonly TSESTree.Node[], walk: Walk): boolean {
  if (mayGoOn(path) || !value || bare(value) !== path.carrierAt(walk.born).status.at(-1)?.word.parent?.parent) return false;
  return given.every(({ range }) => range[0] > value.range[1]) && !isInLoop(value, walk.handler);
}

function isInLoop(node: TSESTree.Node, handler: TSESTree.Node): boolean {
  for (let at = node.parent; at && at !== handler; at = at.parent) if (isFunction(at) || /^(?:For|While|DoWhile)/.test(at.type)) return true;
  return false;
}

/** The head is on its way: what follows may take its time. */
const hasBegun = (path: Path): boolean => [...path.state.carriers.values()].some(({ isSealed, streamed, delivered }) => !delivered && (isSealed || streamed));

function catchOf(path: Path): TSESTree.CatchClause | undefined {
  const guard = path.state.guards.findLast(({ caught }) => caught !== undefined);
  return guard && "at" in guard && guard.at.type === "CatchClause" ? guard.at : undefined;
}

/** What is awaited may fail, whatever else may. */
const awaitsIn = ({ parent }: TSESTree.CatchClause, { bindings }: Walk): boolean =>
  someWithin(bindings.fileOf(parent).outline.awaits, parent.block, ({ owner }) => owner === enclosingFunction(parent));

/** Nothing but notes for people who read the log: no call in it can answer, throw or end the process. */
const onlyNotes = ({ body }: TSESTree.CatchClause): boolean => body.body.every((statement) =>
  (statement.type === "ReturnStatement" && (!statement.argument || bare(statement.argument).type !== "CallExpression"))
  || (statement.type === "ExpressionStatement" && isNote(statement.expression)));

function isNote(expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type !== "CallExpression") return false;
  let at = bare(node.callee);
  while (at.type === "MemberExpression") at = bare(at.object);
  return at.type === "Identifier" && /^(?:console|log|logger|winston|debug)$/i.test(at.name);
}

/** The `return` that ends the path, else the last condition or `catch` that led to its end, else the handler. */
function placeOf({ path, value }: Exit, { handler }: Walk): TSESTree.Node {
  for (let at = value; at && at !== handler && !isFunction(at); at = at.parent) if (at.type === "ReturnStatement") return at;
  const guard = path.state.guards.at(-1);
  const place = guard && ("test" in guard ? guard.test : guard.at);
  return place && isWithin(place, handler) ? place : handler;
}

const isStatement = ({ type }: TSESTree.Node): boolean => type === "ExpressionStatement" || type === "ReturnStatement";

/** `res.status(404)` that nobody sends ends with `.end()`. */
function sent(word: TSESTree.Node, { framework: { phrasing } }: Walk): readonly Edit[] | undefined {
  const call = word.parent?.parent;
  if (!("empty" in phrasing) || call?.type !== "CallExpression" || call.callee !== word.parent || !isStatement(call.parent)) return undefined;
  return [{ range: [call.range[1], call.range[1]], text: `.${phrasing.empty}()` }];
}
