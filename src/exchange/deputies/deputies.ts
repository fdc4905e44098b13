/** Functions of the project that answer for a handler: what they say becomes an answer where the handler calls them. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calledBy, usesOfFunction } from "../../ast/called-function.ts";
import { methodOf } from "../../ast/classes.ts";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, calleeNameOf, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { keptBy, methodCallsOf } from "../../ast/kept-members.ts";
import type { Kept } from "../../ast/kept-members.ts";
import { isWithin, within } from "../../ast/outline.ts";
import type { Framework } from "../../frameworks/framework.ts";
import type { Settings } from "../../settings.ts";
import { droppedParameterOf } from "./dropped-status.ts";
import type { DroppedParameter } from "./dropped-status.ts";
import { frame, isWaitedFor } from "../walk/callbacks.ts";
import { heatOf } from "../walk/heat.ts";
import type { Heat } from "../walk/heat.ts";
import { leavingAnswers } from "../walk/making.ts";
import type { Makings } from "../handlers/makings.ts";
import type { Path } from "../walk/path.ts";
import { pathFrom, walkFrom } from "../walk/start.ts";
import { walkBody } from "../walk/statements.ts";

export interface Deputy {
  readonly fn: FunctionNode;
  readonly heat: Heat;
  /** How many arguments of the call come before those of the function: one for `fail.call(this, res)`. */
  readonly shift: number;
  /** It answers by throwing alone. */
  readonly leaves: boolean;
  /** It is a method that speaks to what its instance keeps. */
  readonly kept?: Kept;
  /** A status that it takes and never sets. */
  readonly drops?: DroppedParameter | undefined;
}

/** What functions are judged by. */
interface Bench {
  readonly framework: Framework;
  readonly major: number | undefined;
  readonly bindings: Bindings;
  readonly makings: Makings;
  readonly helpers: Settings["helpers"];
  /** It is a handler in its own right, or decides by the request what to answer. */
  readonly isHandler: (fn: FunctionNode) => boolean;
}

type Judged = Pick<Deputy, "heat" | "leaves" | "drops">;

/** Each function is judged once, by a walk of its own: only one that answers on every way through it is a deputy. */
export class Deputies {
  /** The calls that a deputy answers, as far as anybody has asked. */
  readonly calls = new Map<TSESTree.Node, Deputy>();
  /** Instances that keep the carrier for their methods, and the calls of those. */
  readonly instances = new Map<TSESTree.Node, readonly TSESTree.CallExpression[]>();
  readonly #bench: Bench;
  /** The same calls by the function that they call. */
  readonly #callsOf = new Map<TSESTree.Node, TSESTree.CallExpression[]>();
  readonly #judged = new Map<TSESTree.Node, Judged | undefined>();
  readonly #asked = new Set<TSESTree.Node>();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Whom a handler gives its carrier to by using it as an argument of its own. */
  given(carrier: TSESTree.Node): Deputy | undefined {
    const call = carrier.parent;
    if (call?.type !== "CallExpression" || carrier === call.callee) return undefined;
    return this.#of(call, (fn, shift) => this.#speaking(fn, call, call.arguments.indexOf(carrier as TSESTree.Expression) - shift));
  }

  /** The calls of methods of the instance that a handler gives its carrier to; none where the instance goes its own ways. */
  kept(carrier: TSESTree.Node): readonly TSESTree.CallExpression[] {
    const construction = carrier.parent;
    if (construction?.type !== "NewExpression" || carrier === construction.callee) return [];
    const known = this.instances.get(construction);
    if (known) return known;
    const kept = keptBy(construction, carrier, this.#bench.bindings);
    const calls = kept && methodCallsOf(construction, this.#bench.bindings);
    if (!kept || !calls?.every((call) => this.#ofInstance(call, kept))) return [];
    this.instances.set(construction, calls);
    return calls;
  }

  #ofInstance(call: TSESTree.CallExpression, kept: Kept): Deputy | undefined {
    return this.#of(call, (fn) => (fn.async && !isWaitedFor(call) ? undefined : this.#judge(fn, () => this.#judgeSpeaking(fn, kept.member, this.#inner(fn, kept)))), kept);
  }

  /** Where a method calls others of its instance. */
  #inner(fn: FunctionNode, kept: Kept): TSESTree.Node[] {
    return within(this.#bench.bindings.fileOf(fn).outline.calls, fn.body).flatMap(({ node }) => {
      const callee = node.type === "CallExpression" ? bare(node.callee) : undefined;
      return node.type === "CallExpression" && callee?.type === "MemberExpression" && callee.object.type === "ThisExpression" && this.#ofInstance(node, kept) ? [node] : [];
    });
  }

  /** Who makes the answer that a call gives. */
  making(call: TSESTree.CallExpression): Deputy | undefined {
    // What other files hand out is looked up only where it becomes the answer.
    if (!isHandedBack(call) && this.#bench.bindings.originOf(call.callee)) return undefined;
    return this.#of(call, (fn) => this.#judge(fn, () => (fn.async ? undefined : this.#judgeMaking(fn))));
  }

  /** Every use of the function is a call that is followed from a handler or from another deputy. */
  isReadAtCalls(fn: FunctionNode, isRead: (fn: FunctionNode) => boolean): boolean {
    const calls = (this.#callsOf.get(fn) ?? []).filter((call) => this.#isReached(call, isRead));
    const uses = usesOfFunction(fn, this.#bench.bindings);
    return calls.length > 0 && uses !== null && uses.every((use) => calls.some((call) => isWithin(use, call.callee)));
  }

  #isReached(call: TSESTree.Node, isRead: (fn: FunctionNode) => boolean): boolean {
    for (let at = call.parent; at; at = at.parent) if (isRead(at as FunctionNode) || this.#callsOf.has(at)) return true;
    return false;
  }

  #of(call: TSESTree.CallExpression, judge: (fn: FunctionNode, shift: number) => Judged | undefined, kept?: Kept): Deputy | undefined {
    if (this.#asked.has(call)) return this.calls.get(call);
    this.#asked.add(call);
    if (call.arguments.some(({ type }) => type === "SpreadElement")) return undefined;
    const method = kept && methodOf(kept.owner, calleeNameOf(call) ?? "");
    const called = kept ? method && { fn: method, shift: 0 } : calledBy(call, this.#bench.bindings);
    if (!called || called.fn.generator || isWithin(call, called.fn) || this.#bench.isHandler(called.fn)) return undefined;
    const judged = judge(called.fn, called.shift);
    const deputy = judged && { ...judged, ...called, ...(kept && { kept }) };
    if (deputy) {
      this.calls.set(call, deputy);
      const others = this.#callsOf.get(deputy.fn);
      if (others) others.push(call);
      else this.#callsOf.set(deputy.fn, [call]);
    }
    return deputy;
  }

  /** One that gets the carrier, and speaks to it in the order of the handler. */
  #speaking(fn: FunctionNode, call: TSESTree.CallExpression, place: number): Judged | undefined {
    const parameter = parametersOf(fn)[place];
    return !parameter || (fn.async && !isWaitedFor(call)) ? undefined : this.speaking(fn, parameter);
  }

  /** What the function does with a carrier that it gets as this parameter; undefined unless it answers. */
  speaking(fn: FunctionNode, parameter: TSESTree.Node): Judged | undefined {
    const carrier = parameter.type === "Identifier" ? this.#bench.bindings.variableOf(parameter) : undefined;
    if (!carrier || carrier.references.some((reference) => reference.isWrite())) return undefined;
    return this.#judge(parameter, () => {
      const judged = this.#judgeSpeaking(fn, carrier);
      return judged && { ...judged, drops: droppedParameterOf(fn, parameter, this.#bench) };
    });
  }

  /** Set before it is judged, so that recursion ends. */
  #judge(key: TSESTree.Node, judge: () => Judged | undefined): Judged | undefined {
    if (!this.#judged.has(key)) {
      this.#judged.set(key, undefined);
      this.#judged.set(key, judge());
    }
    return this.#judged.get(key);
  }

  #judgeSpeaking(fn: FunctionNode, carrier: Variable, makings: readonly TSESTree.Node[] = []): Judged | undefined {
    const heat = heatOf(fn, { carrier, makings }, this.#bench.bindings, this);
    const { fallen, returned } = this.#walk(fn, heat, carrier);
    const ends = [...fallen, ...returned.map(({ path }) => path)];
    return ends.some((end) => end.isAnswered) && ends.every((end) => end.isAnswered || wasAnswered(end, this.#bench.bindings)) ? { heat, leaves: false } : undefined;
  }

  #judgeMaking(fn: FunctionNode): Judged | undefined {
    const { bindings, makings } = this.#bench;
    const seeds = within(bindings.fileOf(fn).outline.calls, fn.body)
      .flatMap(({ node }) => (makings.has(node) || (node.type === "CallExpression" && this.making(node)) ? [node] : []));
    if (seeds.length === 0) return undefined;
    const heat = heatOf(fn, { carrier: undefined, makings: seeds }, bindings, this);
    const { fallen, returned, left } = this.#walk(fn, heat, undefined);
    const isAnswer = fallen.length === 0 && returned.length + left.length > 0
      && returned.every(({ path, value }) => value.carrier !== undefined && path.carrierAt(value.carrier).made !== undefined);
    return isAnswer ? { heat, leaves: returned.length === 0 } : undefined;
  }

  #walk(fn: FunctionNode, heat: Heat, carrier: Variable | undefined) {
    const { bindings } = this.#bench;
    const walk = walkFrom({ ...this.#bench, heat, handler: fn, carrier, deputies: this.calls, instances: this.instances, next: undefined });
    const around = frame();
    const fallen = walkBody(fn, [pathFrom(bindings)], walk, around);
    return { fallen, returned: around.returned, left: leavingAnswers(walk) };
  }
}

/** `if (!res.headersSent) …`: on the other way somebody has answered before. */
const wasAnswered = ({ state }: Path, bindings: Bindings): boolean =>
  state.guards.some((guard) => guard.caught === undefined && guard.truth && /\bheadersSent$/.test(bindings.textOf(guard.test)));

/** `return json(user)`, `() => json(user)` */
function isHandedBack(call: TSESTree.CallExpression): boolean {
  let at: TSESTree.Node = call;
  while (["AwaitExpression", "ConditionalExpression", "LogicalExpression"].includes(at.parent?.type ?? "")) at = at.parent as TSESTree.Node;
  return at.parent?.type === "ReturnStatement" || (at.parent?.type === "ArrowFunctionExpression" && at.parent.body === at);
}
