/** A status as people read it. */
import { titleOf } from "../http/status.ts";

/** `404 Not Found`, `200 or 404`; without a code it is known at run time only. */
export const titlesOf = (codes: readonly number[]): string =>
  (codes.length === 0 ? "at run time" : codes.length === 1 ? codes.map(titleOf).join("") : codes.join(" or "));
