/** The deputies of handlers that speak to a carrier, for each framework of a file. */
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";
import { Deputies } from "./deputies.ts";
import type { Handler } from "../handlers/handlers.ts";
import type { Walk } from "../walk/walk.ts";

/** What the deputies of a file are found by. */
interface File extends Pick<Walk, "bindings" | "helpers"> {
  readonly majorOf: (framework: Framework) => number | undefined;
  /** What a function of another file would be as a handler, judged by itself. */
  readonly asHandler: (fn: FunctionNode) => Handler | null;
}

/** A function with the parameters of a handler is a deputy only if nothing registers it and it does not ask what is requested. */
export class HandlersDeputies {
  readonly #own: ReadonlyMap<FunctionNode, Handler>;
  readonly #file: File;
  readonly #found = new Map<Framework, Deputies>();

  constructor(handlers: readonly Handler[], file: File) {
    this.#own = new Map(handlers.map((handler) => [handler.fn, handler]));
    this.#file = file;
  }

  of(framework: Framework): Deputies {
    const known = this.#found.get(framework);
    if (known) return known;
    const { bindings, helpers, majorOf, asHandler } = this.#file;
    const isHandler = (fn: FunctionNode): boolean => {
      const handler = bindings.isOwn(fn) ? this.#own.get(fn) : asHandler(fn);
      return handler !== undefined && handler !== null && (handler.registrations.length > 0 || (handler.request?.references.length ?? 0) > 0);
    };
    const deputies = new Deputies({ framework, major: majorOf(framework), bindings, helpers, makings: new Map(), isHandler });
    this.#found.set(framework, deputies);
    return deputies;
  }

  /** The handler answers nobody but those that call it, and they tell what it answers. */
  isReadAtCalls({ fn, framework }: Handler): boolean {
    return this.of(framework).isReadAtCalls(fn, (one) => this.#own.has(one));
  }
}
