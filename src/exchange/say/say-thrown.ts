/** An error is made with another status where it is thrown, if whoever answers it takes the status from there. */
import { isPure } from "../../ast/purity.ts";
import { errorNameFor } from "../../http/constants.ts";
import type { Change, Edit } from "../model.ts";
import { isAlone } from "./say-fields.ts";
import type { Shared } from "./say.ts";
import { namedBy } from "../thrown/shape.ts";
import { statusText } from "./status-text.ts";
import { withStatusSaid } from "../thrown/thrown-answers.ts";
import type { ThrownAnswer } from "../thrown/thrown-answers.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

export function sayThrown(change: Change, delivery: Delivery, { error, status, answerTo }: ThrownAnswer, walk: Walk, shared: Shared): Edit[] | undefined {
  const { status: code, content, fields } = change;
  const { node } = status;
  if (code === undefined || content !== undefined || fields !== undefined || status.code === undefined || status.origin !== "explicit") return undefined;
  if (!isAlone(delivery.node, shared)) return undefined;
  const changed = answerTo(withStatusSaid(error, node, code));
  if (!changed.isKnown || changed.codes.length !== 1 || changed.codes[0] !== code) return undefined;
  const library = namedBy(error, node);
  const text = library === undefined ? statusText(code, node, delivery.node, walk.bindings, shared) : errorNameFor(code, library);
  return text !== undefined && (library !== undefined || isPure(node)) ? [{ range: node.range, text }] : undefined;
}
