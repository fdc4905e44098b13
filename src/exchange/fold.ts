/** From a handler to its exchanges: walk it, gather what it answers, and tell the methods apart. */
import type { Bindings } from "../ast/bindings.ts";
import { within } from "../ast/outline.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Settings } from "../settings.ts";
import { frame } from "./walk/callbacks.ts";
import { Deeds } from "./content/deeds.ts";
import type { Deputies } from "./deputies/deputies.ts";
import type { ErrorWays } from "./thrown/error-ways.ts";
import type { Handler } from "./handlers/handlers.ts";
import { isLeftToSetFields } from "./reasons/limit-handlers.ts";
import { heatOf } from "./walk/heat.ts";
import { lateWordsOf } from "./courses/late-words.ts";
import { handBack, leavingAnswers } from "./walk/making.ts";
import type { Makings } from "./handlers/makings.ts";
import { methodTestOf } from "./walk/method-test.ts";
import { exchangesOf } from "./methods.ts";
import type { Exchange } from "./model.ts";
import { newCarrier } from "./walk/carrier.ts";
import { isOption } from "./walk/open-fields.ts";
import { repetitionsOf } from "./courses/repetitions.ts";
import { responsesOf } from "./responses/responses.ts";
import type { FileView } from "./responses/responses.ts";
import { pathFrom, walkFrom } from "./walk/start.ts";
import { thrownAnswers } from "./thrown/thrown-answers.ts";
import { walkBody } from "./walk/statements.ts";
import { unansweredOf } from "./courses/unanswered.ts";
import type { Exit } from "./courses/unanswered.ts";
import { unsentOf } from "./courses/unsent.ts";

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
  const isOptional = handler.registrations.length === 0 && isOption(fn, bindings) && !isLeftToSetFields(fn, bindings);
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
  const responses = responsesOf([...walk.deliveries, ...thrown], walk, new Deeds(heat.calls, bindings), view);
  // What makes an answer and keeps it answers nobody.
  const unsent = unsentOf(handler, walk);
  if (!response && responses.length === 0 && (unsent.length === 0 || handler.registrations.length === 0)) return { exchanges: [], leavesStatus: false };
  const leavesStatus = response !== undefined && ends.some((path) => path.state.isHandedOn && [...path.state.carriers.values()].some(({ status, delivered }) => status.length > 0 && !delivered));
  const repetitions = repetitionsOf(walk);
  const courses = { ends, repetitions, unanswered: unansweredOf(handler, exits, walk), lateWords: lateWordsOf(repetitions, walk), unsent, misplaced: [...walk.misplaced.values()] };
  return { exchanges: exchangesOf(handler, responses, courses, bindings, place, view.conventions), leavesStatus };
}
