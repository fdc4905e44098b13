/** What an error handler of the project answers to an error of which something is known. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../../ast/bindings.ts";
import { parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { frame } from "../walk/callbacks.ts";
import { newCarrier } from "../walk/carrier.ts";
import type { Deputies } from "../deputies/deputies.ts";
import { heatOf } from "../walk/heat.ts";
import type { Heat } from "../walk/heat.ts";
import type { Path } from "../walk/path.ts";
import { written } from "./shape.ts";
import type { Shape } from "./shape.ts";
import { pathFrom, walkFrom } from "../walk/start.ts";
import { walkBody } from "../walk/statements.ts";
import { statusPart } from "../responses/status-part.ts";
import type { Walk } from "../walk/walk.ts";

/** An error handler, with what it is read by. */
export interface ErrorHandler extends Pick<Walk, "framework" | "major" | "bindings" | "helpers"> {
  readonly fn: FunctionNode;
  readonly deputies: Deputies;
}

/** What comes of an error: statuses, and whether nothing else can. `passes`: on some paths it goes on to the next handler. */
export interface Answered {
  readonly codes: readonly number[];
  readonly isKnown: boolean;
  readonly passes: boolean;
}

const unclear: Answered = { codes: [], isKnown: false, passes: false };

/** Which calls answer for a handler is a matter of the file that is linted. */
const heats = new WeakMap<Deputies, Map<FunctionNode, Heat>>();

function heatIn(deputies: Deputies, fn: FunctionNode, look: () => Heat): Heat {
  const known = heats.get(deputies) ?? new Map<FunctionNode, Heat>();
  heats.set(deputies, known);
  const heat = known.get(fn) ?? look();
  known.set(fn, heat);
  return heat;
}

/** Walks the handler with the error, and with the status that was set before. */
export function answeredBy(handler: ErrorHandler, error: Shape, status: Shape): Answered {
  const { fn, framework, major, bindings, deputies, helpers } = handler;
  const parameters = parametersOf(fn);
  const places = framework.handlers.places[parameters.length];
  const at = (place: number | undefined): Variable | undefined => {
    const parameter = place === undefined ? undefined : parameters[place];
    return parameter?.type === "Identifier" ? bindings.variableOf(parameter) : undefined;
  };
  const [caught, response, next] = [at(places?.error), at(places?.response), at(places?.next)];
  const [place] = parameters;
  if (!response || !place) return unclear;
  const heat = heatIn(deputies, fn, () => heatOf(fn, { carrier: response, next }, bindings, deputies));
  const walk = walkFrom({ helpers, framework, major, bindings, heat, handler: fn, carrier: response, makings: new Map(), deputies: deputies.calls, instances: deputies.instances, next });
  const around = frame();
  const start = startOf(walk, response, caught, written(error, place), written(status, place));
  const ends = [...walkBody(fn, [start], walk, around), ...around.returned.map(({ path }) => path)];
  if (walk.thrown.length > 0) return unclear;
  const silent = ends.filter((end) => !end.isAnswered);
  const passed = new Set(walk.passed.filter(({ at: { arguments: [argument] } }) => argument?.type === "Identifier" && bindings.variableOf(argument) === caught).map(({ at: call }) => call));
  const isPassed = ({ state: { spent } }: Path): boolean => spent.size > 0 && [...spent].every((node) => passed.has(node as TSESTree.CallExpression));
  if (!silent.every(isPassed)) return unclear;
  const parts = walk.deliveries.map((delivery) => statusPart(delivery, delivery.carrier.status, walk));
  return {
    codes: [...new Set(parts.flatMap(({ codes }) => codes))],
    isKnown: parts.every(({ origin, odd }) => origin !== "dynamic" && odd.length === 0),
    passes: silent.length > 0,
  };
}

/** Nothing was sent before, and what the error holds is known. */
function startOf(walk: Walk, response: Variable, caught: Variable | undefined, error: TSESTree.Node, status: TSESTree.Node): Path {
  const [word] = response.identifiers;
  const carrier = { ...newCarrier, status: word ? [{ word, name: "status", argument: undefined, value: status }] : [] };
  const path = pathFrom(walk.bindings, undefined, new Map([[walk.born, carrier]]));
  // Conditions may ask what was set before.
  const before = path.assign(response, { node: written({ members: new Map(), isOpen: true }, walk.born), carrier: walk.born })
    .with({ facts: new Map([[`${response.name}.headersSent`, false]]) });
  return caught ? before.assign(caught, { node: error }) : before;
}
