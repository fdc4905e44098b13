/** How a walk begins: with nothing known, said or delivered. */
import type { Bindings } from "../../ast/bindings.ts";
import { readValue } from "../../ast/static-value.ts";
import { codeOfConstant, codeOfOwnName } from "../../http/constants.ts";
import { Aftermath } from "./aftermath.ts";
import type { MethodTest } from "./method-test.ts";
import { Path } from "./path.ts";
import type { PathState } from "./path.ts";
import type { Walk } from "./walk.ts";

type Given = "framework" | "major" | "bindings" | "heat" | "handler" | "carrier" | "makings" | "deputies" | "instances" | "helpers" | "next";

/** Reads what the source alone decides. */
export const readIn = (bindings: Bindings): Walk["readAt"] =>
  (node) => readValue(node, bindings, (source, path) => codeOfConstant(source, path) ?? codeOfOwnTable(source, path));

export const walkFrom = (given: Pick<Walk, Given>): Walk => ({
  born: given.carrier?.identifiers[0] ?? given.handler,
  readAt: readIn(given.bindings),
  deliveries: [], aftermath: new Aftermath(), misplaced: new Map(), thrown: [], passed: [], isLater: false, inside: [given.handler], tries: [], mayThrow: new Map(),
  ...given,
});

export const pathFrom = (bindings: Bindings, methodTest: MethodTest = () => null, carriers: PathState["carriers"] = new Map()): Path => new Path({
  guards: [], facts: new Map(), values: new Map(), carriers, methods: { only: null, not: [] }, callSite: undefined, deputyCall: undefined,
  isHandedOn: false, isPassedOn: false, givesNext: false, spent: new Set(), isBlurred: false,
}, bindings, methodTest);

/** `HTTP_STATUSES.NOT_FOUND_404` from a file of the project: the name tells the code. */
function codeOfOwnTable(source: string, path: readonly string[]): number | undefined {
  const name = path.at(-1);
  const isOwn = /^[.~@#/]/.test(source) && !/^@[\w-]+\/[\w-]+$/.test(source);
  return isOwn && name !== undefined && /status|http|code/i.test([source, ...path.slice(0, -1)].join()) ? codeOfOwnName(name) : undefined;
}
