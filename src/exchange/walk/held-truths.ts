/** What the answer to a condition is where a path knows what is asked for: of an error, and of the status set before. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { compared } from "../../ast/comparison.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { isUndefined } from "../../ast/static-value.ts";
import type { StaticValue } from "../../ast/static-value.ts";
import { classKeyOf } from "../thrown/error-making.ts";
import { heldAt, heldBy, isOfWritten, truthOfForm, truthOfType } from "./held.ts";
import type { PathState } from "./path.ts";
import { shapeWritten } from "../thrown/shape.ts";

type Values = PathState["values"];

/** `error.code`, `error.status >= 500`, `error instanceof HttpError`, `typeof init === "number"`, where the path knows what is held. */
export function truthOfHeld(test: TSESTree.Node, { values, carriers }: PathState, bindings: Bindings): boolean | undefined {
  if (values.size === 0) return undefined;
  if (test.type === "MemberExpression" || test.type === "Identifier") {
    if (!isOfWritten(test, values, bindings)) return undefined;
    const member = statusSaid(test, values, carriers, bindings) ?? heldAt(test, values, bindings)?.node;
    return member && truthOfForm(member);
  }
  if (test.type !== "BinaryExpression") return undefined;
  if (test.operator === "instanceof") return isInstance(test, values, bindings);
  const type = truthOfType(test, values, bindings);
  if (type !== undefined) return type;
  const [left, right] = [test.left, test.right].map((side) => {
    const node = bare(side);
    const held = isOfWritten(node, values, bindings) ? statusSaid(node, values, carriers, bindings) ?? heldAt(node, values, bindings)?.node ?? node : node;
    return held.type === "Literal" ? { value: held.value as StaticValue } : isUndefined(held) ? { value: undefined } : undefined;
  });
  return left && right ? compared(left.value, test.operator, right.value) : undefined;
}

/** What the carrier was told last, or began with: `res.statusCode`. */
function statusSaid(node: TSESTree.Node, values: Values, carriers: PathState["carriers"], bindings: Bindings): TSESTree.Node | undefined {
  const object = node.type === "MemberExpression" && keyOf(node) === "statusCode" ? heldBy(bare(node.object), values, bindings) : undefined;
  return object?.carrier && carriers.get(object.carrier)?.status.at(-1)?.value;
}

function isInstance({ left, right }: TSESTree.BinaryExpression, values: Values, bindings: Bindings): boolean | undefined {
  const held = heldAt(bare(left), values, bindings);
  const shape = held && shapeWritten(held.node);
  const key = classKeyOf(right, bindings);
  if (!shape?.classes || key === undefined) return undefined;
  if (shape.classes.has(key)) return true;
  // A file that is imported back is read a second time, and its classes have another place there.
  const name = key.replace(/^#\d+/, "#");
  const isTwin = name !== key && [...shape.classes].some((one) => one.replace(/^#\d+/, "#") === name);
  return isTwin || shape.isOpen === true ? undefined : false;
}
