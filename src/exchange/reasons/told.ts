/** What a single condition tells. */
import type { CircumstanceKind } from "../model.ts";

/**
 * A circumstance, with codes that are as right as its own. A hint counts only beside words that say the same; what is plain,
 * whatever the words say.
 */
export type Told = CircumstanceKind | {
  readonly kind: CircumstanceKind; readonly code?: number; readonly also?: readonly number[]; readonly isHint?: true; readonly isPlain?: true;
};
