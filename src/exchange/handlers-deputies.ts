/** The deputies of handlers that speak to a carrier, for each framework of a file. */
import type { Bindings } from "../ast/bindings.ts";
import type { FunctionNode } from "../ast/functions.ts";
import type { Framework } from "../frameworks/framework.ts";
import { Deputies } from "./deputies.ts";
import type { Handler } from "./handlers.ts";

/** A function with the parameters of a handler is a deputy only if nothing registers it and it does not ask what is requested. */
export class HandlersDeputies {
  readonly #own: ReadonlyMap<FunctionNode, Handler>;
  readonly #majors: ReadonlyMap<Framework, number | undefined>;
  readonly #bindings: Bindings;
  readonly #found = new Map<Framework, Deputies>();

  constructor(handlers: readonly Handler[], majors: ReadonlyMap<Framework, number | undefined>, bindings: Bindings) {
    this.#own = new Map(handlers.map((handler) => [handler.fn, handler]));
    this.#majors = majors;
    this.#bindings = bindings;
  }

  of(framework: Framework): Deputies {
    const known = this.#found.get(framework);
    if (known) return known;
    const isHandler = (fn: FunctionNode): boolean => {
      const own = this.#own.get(fn);
      return own !== undefined && (own.registrations.length > 0 || (own.request?.references.length ?? 0) > 0);
    };
    const deputies = new Deputies({ framework, major: this.#majors.get(framework), bindings: this.#bindings, makings: new Map(), isHandler });
    this.#found.set(framework, deputies);
    return deputies;
  }

  /** The handler answers nobody but those that call it, and they tell what it answers. */
  isReadAtCalls({ fn, framework }: Handler): boolean {
    return this.of(framework).isReadAtCalls(fn, (one) => this.#own.has(one));
  }
}
