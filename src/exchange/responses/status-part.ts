/** The status of a response: every code that it may have, and what stands in the place of a code and is none. */
import type { TSESTree } from "@typescript-eslint/utils";
import { checkedNumber } from "../../ast/checked-types.ts";
import { isWithin } from "../../ast/outline.ts";
import type { Read, StaticValue } from "../../ast/static-value.ts";
import type { Written } from "../walk/carrier.ts";
import type { OddStatus, StatusPart } from "../model.ts";
import type { Delivery, Walk } from "../walk/walk.ts";

/** The status of a delivery that got these, each on some of its paths. */
export function statusPart(delivery: Delivery, statuses: readonly Written[], walk: Walk): StatusPart {
  const [first] = statuses;
  const initial = walk.framework.initialStatus;
  const { isShared, mayBeDefault, isMisled } = delivery.carrier;
  if (!first) {
    return isShared
      ? { codes: [], code: undefined, origin: "dynamic", odd: [], node: delivery.word }
      : { codes: [initial], code: isMisled ? undefined : initial, origin: "default", odd: [], node: delivery.word };
  }
  const reads = statuses.map((written) => readIn(written, walk));
  const readCodes = reads.map(({ code }) => code).filter((code) => code !== undefined);
  const codes = [...new Set(mayBeDefault ? [initial, ...readCodes] : readCodes)];
  const odd = isShared ? [] : reads.map((read) => read.odd).filter((one) => one !== undefined);
  const isKnown = !isShared && reads.every(({ code, odd }) => code !== undefined || odd !== undefined);
  const isByWord = statuses.every(({ constant }) => constant !== undefined);
  return {
    codes,
    code: isKnown && !isMisled && codes.length === 1 && odd.every(({ throws }) => throws !== true) ? codes[0] : undefined,
    origin: !isKnown ? "dynamic" : isByWord ? "default" : "explicit",
    odd,
    node: delivery.deputy ? delivery.word : first.word,
  };
}

/** Neither a code nor odd: only run time knows it. */
interface ReadStatus {
  readonly code?: number | undefined;
  readonly odd?: OddStatus;
}

function readIn({ constant, argument, value: node, strictIn = [], allows, otherwise }: Written, walk: Walk): ReadStatus {
  if (constant !== undefined) return { code: constant };
  const read = node && (walk.readAt(node) ?? byType(node, walk));
  if (!node || !read) return {};
  const { value } = read;
  if (value === undefined && walk.framework.takesUndefined) return { code: otherwise ?? walk.framework.initialStatus };
  const taken = codeTaken(value, allows, walk);
  if (taken !== undefined && taken === value) return { code: taken };
  const isInPlace = argument !== undefined && isWithin(node, argument);
  // A value that means "none yet" is often one that a guard keeps away from the answer.
  if (!isInPlace && (!value || Number(value) < 0)) return {};
  // What another file writes is wrong there.
  if (!walk.bindings.isOwn(node)) return {};
  const isStrict = strictIn === "all" || (walk.major === undefined && strictIn.length > 0 ? undefined : strictIn.includes(walk.major ?? 0));
  const throws = taken === undefined ? true : isStrict;
  return {
    code: throws === true ? undefined : taken,
    odd: { node, text: typeof value === "string" ? JSON.stringify(value) : String(value), means: Number(value), throws },
  };
}

/** `declare const missing: 404` */
function byType(node: TSESTree.Node, { bindings }: Walk): Pick<Read, "value"> | null {
  const value = checkedNumber(node, bindings);
  return value === undefined ? null : { value };
}

/** What Node.js makes of a value: its integral part, if that lies in the range. */
function codeTaken(value: StaticValue, allows: Written["allows"], { framework }: Walk): number | undefined {
  const [least, most] = framework.range;
  const code = Math.trunc(Number(value));
  if (allows && !allows.includes(code)) return undefined;
  return code >= least && code <= most ? code : undefined;
}
