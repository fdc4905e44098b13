/** What a single condition tells. */
import type { CircumstanceKind } from "../model.ts";

/** A circumstance alone, or with what is known beside it. */
export type Told = CircumstanceKind | Telling;

export interface Telling {
  /** `none` for a question about a caught error that nobody here knows, or one that tells only what would do. */
  readonly kind: CircumstanceKind;
  /** The code that it deserves, whatever its kind. */
  readonly code?: number;
  /** Codes that are as right here as the circumstance's own. */
  readonly also?: readonly number[];
  /** It counts only where the words of the content say the same. */
  readonly isHint?: true;
  /** It counts whatever the words of the content say. */
  readonly isPlain?: true;
  /** The parameter of the route that is missing. */
  readonly lacks?: string;
  /** Codes that would do where nothing tells more. */
  readonly perhaps?: readonly number[];
}
