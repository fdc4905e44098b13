/** What one walk through a handler shares: where it looks things up, and where it puts what it finds. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Read } from "../../ast/static-value.ts";
import type { Framework, Source } from "../../frameworks/framework.ts";
import type { Settings } from "../../settings.ts";
import type { Aftermath } from "./aftermath.ts";
import type { Heat } from "./heat.ts";
import type { Carrier } from "./carrier.ts";
import type { MisplacedStatus } from "../courses/courses.ts";
import type { Makings } from "../handlers/makings.ts";
import type { Deputy } from "../deputies/deputies.ts";
import type { Path, PathState, Value } from "./path.ts";
import type { ThrownAnswer } from "../thrown/thrown-answers.ts";

/** A delivery on one path, with all that was known when it happened. */
export interface Delivery {
  readonly node: TSESTree.Node;
  /** The delivering word in the source, such as the `json` of `res.json(user)`. */
  readonly word: TSESTree.Node;
  readonly name: string;
  readonly path: Path;
  /** The state of the carrier including what the delivering word itself wrote. */
  readonly carrier: Carrier;
  readonly content: Value | undefined;
  /** The content when the word itself decides it. */
  readonly fixedContent: "none" | "reason-phrase" | "redirect" | "page" | "stream" | "unknown" | undefined;
  /** Values of these kinds leave the answer empty. */
  readonly emptyFor: readonly string[];
  readonly dropsContentOf: readonly number[];
  readonly shapesFields: boolean;
  /** For an answer that was made as a value: the words as they are printed, and where the making takes a status. */
  readonly via?: string;
  readonly statusAt?: Source | undefined;
  /** For an answer that a function beside the handler gives: what it said there, and where the handler called it. */
  readonly deputy?: Deputed | undefined;
  /** For an error that leaves the handler: what others answer to it. */
  readonly thrown?: ThrownAnswer;
}

/** An answer by a function beside the handler stands at the call, where the handler decides on it. */
export interface Deputed {
  readonly call: TSESTree.CallExpression;
  /** The delivering word inside the function. */
  readonly word: TSESTree.Node;
  /** What its variables held when the answer was given. */
  readonly values: PathState["values"];
}

/** An expression's value on each path that evaluating it may take. */
export interface Outcome {
  readonly path: Path;
  readonly value: Value;
}

/** A value that is thrown, with the statement that throws it; without it, what waits for the function never learns of it. */
export interface Thrown extends Outcome {
  readonly at?: TSESTree.Node | undefined;
}

/** An error that is given to the next handler. */
export interface Passed extends Outcome {
  readonly at: TSESTree.CallExpression;
}

/** Where a `throw` on the current path goes. */
export interface TryFrame {
  readonly thrown: Thrown[];
  /** States in which something inside the block may throw without saying so. */
  readonly passed: Path[];
}

/** Where jumps of the function being walked go. */
export interface Frame {
  readonly returned: Outcome[];
  readonly loops: { readonly label: string | null; readonly isBlock?: boolean; readonly broken: Path[]; readonly continued: Path[] }[];
}

export interface Walk {
  readonly framework: Framework;
  readonly major: number | undefined;
  readonly bindings: Bindings;
  readonly heat: Heat;
  readonly handler: FunctionNode;
  /** The parameter that is the carrier. */
  readonly carrier: Variable | undefined;
  /** The node at which that carrier was born. */
  readonly born: TSESTree.Node;
  /** The calls that make an answer as a value. */
  readonly makings: Makings;
  /** Calls of functions beside the handler that answer for it. */
  readonly deputies: ReadonlyMap<TSESTree.Node, Deputy>;
  /** Constructions that keep the carrier for such functions, and do nothing else with it. */
  readonly instances: ReadonlyMap<TSESTree.Node, unknown>;
  /** Functions that the settings name, which answer too. */
  readonly helpers: Settings["helpers"];
  readonly next: Variable | undefined;
  /** A value that the source decides: a literal, or a constant of a library or of the project. */
  readonly readAt: (node: TSESTree.Node) => Read | null;
  readonly deliveries: Delivery[];
  /** What came after them. */
  readonly aftermath: Aftermath;
  /** By the place in which they stand. */
  readonly misplaced: Map<TSESTree.Node, MisplacedStatus>;
  /** Paths that ended in an uncaught throw. */
  readonly thrown: Thrown[];
  /** Errors that the handler gave to `next`. */
  readonly passed: Passed[];
  /** What runs now runs when nobody waits for it any more. */
  isLater: boolean;
  /** Closures that are being walked, so that recursion ends. */
  readonly inside: FunctionNode[];
  tries: TryFrame[];
  /** Whether something in a statement may throw; kept because loops and paths ask again. */
  readonly mayThrow: Map<TSESTree.Node, boolean>;
}
