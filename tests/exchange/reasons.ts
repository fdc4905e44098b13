/** Why the answers of an endpoint are given. */
import type { Conventions } from "../../src/settings.ts";
import { endpoint } from "./handler.ts";
import { read } from "./source.ts";

/** `missing strong 404` for each answer, in the order of the source; `none 404` where nothing is told but what may fit. */
export const reasons = (statements: string, conventions: Partial<Conventions> = {}): string[] =>
  read(endpoint(statements), { settings: { conventions } }).flatMap(({ responses }) =>
    responses.map(({ because: { kind, certainty, codes, perhaps } }) =>
      [kind, ...(kind === "none" ? [] : [certainty]), ...(codes.length > 0 || perhaps ? [(perhaps ?? codes).join("|")] : [])].join(" ")));

/** A plain refusal. */
export const no = `return res.status(400).json({ error: "x" });`;
