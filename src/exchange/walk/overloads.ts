/** Which overload of a word its arguments choose. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare } from "../../ast/functions.ts";
import type { Condition, Effect, Word } from "../../frameworks/framework.ts";
import type { Spoken } from "./effects.ts";
import type { Walk } from "./walk.ts";

/** What the choice depends on. */
type Reader = Pick<Walk, "major" | "readAt">;

/** An effect, or one of which only the delivery is sure because the major version is unknown. */
export interface ChosenEffect {
  readonly effect: Effect;
  readonly isStatusUnsure: boolean;
}

/** The overload that this use of the word means. */
export function chooseEffect(word: Word, spoken: Spoken, walk: Reader): ChosenEffect {
  const overloads = Array.isArray(word) ? (word as readonly (Effect & { when?: Condition })[]) : [word as Effect & { when?: Condition }];
  let isStatusUnsure = false;
  for (const overload of overloads) {
    const { when } = overload;
    if (when && !fits(when, spoken.arguments, walk)) continue;
    if (when?.majors && walk.major === undefined) {
      isStatusUnsure = true;
      continue;
    }
    if (when?.majors && !when.majors.includes(walk.major ?? 0)) continue;
    return { effect: overload, isStatusUnsure };
  }
  return { effect: {}, isStatusUnsure: true };
}

const fits = (when: Condition, spoken: readonly TSESTree.Node[], walk: Reader): boolean =>
  (when.arguments === undefined || when.arguments.includes(spoken.length))
  && (when.numberAt === undefined || isNumeric(spoken[when.numberAt], walk))
  && (when.textAt === undefined || isText(spoken[when.textAt], walk));

const isText = (node: TSESTree.Node | undefined, walk: Reader): boolean => node !== undefined && typeof walk.readAt(node)?.value === "string";

/** A number, a constant, or a choice between numbers. */
function isNumeric(node: TSESTree.Node | undefined, walk: Reader): boolean {
  if (!node) return false;
  const value = bare(node);
  if (value.type === "ConditionalExpression") return isNumeric(value.consequent, walk) && isNumeric(value.alternate, walk);
  if (value.type === "LogicalExpression") return isNumeric(value.right, walk);
  return typeof walk.readAt(value)?.value === "number";
}
