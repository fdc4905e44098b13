/** What a handler stores, and what it relies on without asking, which is found when the first rule wants to know. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { assumedIn } from "./assumed.ts";
import { storesIn } from "./creation.ts";
import type { Stores } from "./creation.ts";
import { relayedIn } from "./relayed.ts";
import type { Unasked } from "./unasked.ts";

export class Deeds {
  readonly stores: Stores;
  readonly #calls: readonly TSESTree.CallExpression[];
  readonly #bindings: Bindings;
  #assumed: readonly Unasked[] | undefined;
  #relayed: readonly Unasked[] | undefined;

  /** `calls` are those of the handler. */
  constructor(calls: readonly TSESTree.CallExpression[], bindings: Bindings) {
    this.stores = storesIn(calls, bindings);
    this.#calls = calls;
    this.#bindings = bindings;
  }

  /** Records that it takes for granted. */
  get assumed(): readonly Unasked[] {
    this.#assumed ??= assumedIn(this.#calls, this.#bindings);
    return this.#assumed;
  }

  /** What other servers sent, whatever that was. */
  get relayed(): readonly Unasked[] {
    this.#relayed ??= relayedIn(this.#calls, this.#bindings);
    return this.#relayed;
  }
}
