/** One way through a handler: what is known on it, and what its carrier has been told so far. Paths never change; they fork. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { answerTo, guardsOf, questionOf, withoutMembers, withoutName } from "../../ast/guards.ts";
import type { Facts, Guard } from "../../ast/guards.ts";
import { bare } from "../../ast/functions.ts";
import { newCarrier } from "./carrier.ts";
import type { Carrier } from "./carrier.ts";
import { truthOfComparison } from "./comparisons.ts";
import { truthOfHeld } from "./held-truths.ts";
import { truthOfForm } from "./held.ts";
import type { MethodTest } from "./method-test.ts";
import { isOneOf, narrow } from "./narrow.ts";

/** A value on a path: the expression that it came from, with the members that were assigned to it since. */
export interface Value {
  readonly node: TSESTree.Node;
  /** It is a carrier: the node at which that was born. */
  readonly carrier?: TSESTree.Node;
  readonly patches?: ReadonlyMap<string, TSESTree.Node>;
  /** It is a promise: what its links so far came to, on each path on which they have run. */
  readonly later?: readonly { readonly path: Path; readonly value: Value }[];
}

/** Which HTTP methods may walk a path: those named, or all but those named. */
export interface Methods {
  readonly only: readonly string[] | null;
  readonly not: readonly string[];
  /** The comparison that was the last to narrow them, and what was known before it. */
  readonly asked?: { readonly test: TSESTree.Node; readonly flips: boolean; readonly guards: readonly PathGuard[] };
}

/** A guard, or an error that was caught on the way. */
export type PathGuard = (Guard & { readonly caught?: undefined }) | { readonly caught: TSESTree.Node | null; readonly at: TSESTree.Node };

export interface PathState {
  readonly guards: readonly PathGuard[];
  readonly facts: Facts;
  readonly values: ReadonlyMap<Variable, Value | null>;
  /** By the node at which each was born: the response parameter here, one for each construction in other dialects. */
  readonly carriers: ReadonlyMap<TSESTree.Node, Carrier>;
  readonly methods: Methods;
  /** The call through which the path went into a local function, the outermost one. */
  readonly callSite: TSESTree.Node | undefined;
  /** The call through which the path went into a function beside the handler, the outermost one. */
  readonly deputyCall: TSESTree.CallExpression | undefined;
  /** The path went on to the next handler, or gave the carrier to a function that may answer. */
  readonly isHandedOn: boolean;
  /** The bare `next()` was called: a middleware's way to let the request pass. */
  readonly isPassedOn: boolean;
  /** Another function got `next`, and may let the request pass. */
  readonly givesNext: boolean;
  /** What answered or handed on last, on each of the paths that were joined. */
  readonly spent: ReadonlySet<TSESTree.Node>;
  /** Paths were joined for their number alone: whether it has answered is not known. */
  readonly isBlurred: boolean;
}

/** A way on from a condition. */
export interface Branch {
  readonly path: Path;
  readonly truth: boolean;
}

export class Path {
  readonly state: PathState;
  readonly #bindings: Bindings;
  readonly #methodTest: MethodTest;

  constructor(state: PathState, bindings: Bindings, methodTest: MethodTest) {
    this.state = state;
    this.#bindings = bindings;
    this.#methodTest = methodTest;
  }

  /** Written out, because every step of a walk makes a state, and a spread is slow. */
  with(change: Partial<PathState>): Path {
    const { state } = this;
    return new Path({
      guards: change.guards ?? state.guards,
      facts: change.facts ?? state.facts,
      values: change.values ?? state.values,
      carriers: change.carriers ?? state.carriers,
      methods: change.methods ?? state.methods,
      callSite: "callSite" in change ? change.callSite : state.callSite,
      deputyCall: "deputyCall" in change ? change.deputyCall : state.deputyCall,
      isHandedOn: change.isHandedOn ?? state.isHandedOn,
      isPassedOn: change.isPassedOn ?? state.isPassedOn,
      givesNext: change.givesNext ?? state.givesNext,
      spent: change.spent ?? state.spent,
      isBlurred: change.isBlurred ?? state.isBlurred,
    }, this.#bindings, this.#methodTest);
  }

  /** What a carrier was told so far. */
  carrierAt(born: TSESTree.Node): Carrier {
    return this.state.carriers.get(born) ?? newCarrier;
  }

  /** Whether an answer has left. */
  get isAnswered(): boolean {
    for (const { delivered } of this.state.carriers.values()) if (delivered !== undefined) return true;
    return false;
  }

  withCarrier(born: TSESTree.Node, carrier: Carrier): Path {
    return this.with({ carriers: new Map(this.state.carriers).set(born, carrier) });
  }

  /** Gives a variable a value; what was known of it before no longer holds. */
  assign(variable: Variable, value: Value | null): Path {
    const values = new Map(this.state.values).set(variable, value);
    return this.with({ values, facts: withoutName(this.state.facts, variable.name) });
  }

  /** What was known of a variable no longer holds. */
  forget(name: string): Path {
    return this.#knowing(withoutName(this.state.facts, name));
  }

  /** What was known of an object's members no longer holds; that it is there still does. */
  forgetMembers(name: string): Path {
    return this.#knowing(withoutMembers(this.state.facts, name));
  }

  #knowing(facts: Facts): Path {
    return facts === this.state.facts ? this : this.with({ facts });
  }

  /** What the path already knows about a condition. */
  truthOf(test: TSESTree.Node): boolean | undefined {
    const node = bare(test);
    switch (node.type) {
      case "Literal":
        return Boolean(node.value);
      case "UnaryExpression":
        if (node.operator === "!") return not(this.truthOf(node.argument));
        break;
      case "LogicalExpression": {
        if (node.operator === "??") break;
        const left = this.truthOf(node.left);
        const decides = node.operator === "||";
        if (left === decides) return decides;
        const right = this.truthOf(node.right);
        if (right === decides) return decides;
        return left === !decides && right === !decides ? !decides : undefined;
      }
      case "Identifier": {
        const variable = this.#bindings.variableOf(node);
        const value = variable && this.state.values.get(variable);
        const known = value && !value.carrier && value.node !== node ? truthOfForm(value.node) : undefined;
        if (known !== undefined) return known;
        break;
      }
      default:
    }
    // A closure may call itself with another number.
    const told = (this.state.deputyCall && truthOfComparison(node, this.state.values, this.#bindings))
      ?? this.#truthOfMethodTest(node) ?? truthOfHeld(node, this.state, this.#bindings);
    if (told !== undefined) return told;
    const question = questionOf(node);
    return question ? answerTo(question, this.state.facts) : undefined;
  }

  #truthOfMethodTest(test: TSESTree.Node): boolean | undefined {
    const asked = this.#methodTest(test);
    const isOne = asked ? isOneOf(this.state.methods, asked.methods) : undefined;
    return isOne === undefined ? undefined : isOne !== asked?.flips;
  }

  /** The path on which a condition has that truth, or undefined when it contradicts what is known. */
  assume(test: TSESTree.Node, truth: boolean): Path | undefined {
    return this.truthOf(test) === !truth ? undefined : this.#where(test, truth);
  }

  /** Both ways on from a condition, without one that contradicts what is known. */
  fork(test: TSESTree.Node): Branch[] {
    const known = this.truthOf(test);
    return (known === undefined ? [true, false] : [known]).map((truth) => ({ path: this.#where(test, truth), truth }));
  }

  #where(test: TSESTree.Node, truth: boolean): Path {
    const facts = new Map(this.state.facts);
    const guards = [...this.state.guards];
    let methods = this.state.methods;
    for (const guard of guardsOf(test, truth)) {
      const asked = this.#methodTest(guard.test);
      if (asked) {
        methods = { ...narrow(methods, asked.methods, guard.truth !== asked.flips), asked: { test: guard.test, flips: asked.flips, guards: this.state.guards } };
        continue;
      }
      guards.push(guard);
      const question = questionOf(guard.test);
      if (question) facts.set(question.key, guard.truth !== question.flips);
    }
    return this.with({ facts, guards, methods });
  }
}

const not = (truth: boolean | undefined): boolean | undefined => (truth === undefined ? undefined : !truth);
