/** Which way an error takes from a handler of the file: the error handlers that it meets, in their order, and what stands at the end. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { functionsIn } from "../../ast/denoted-functions.ts";
import { foundOnce } from "../../ast/found-once.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";
import { isMadeBy, takerOf } from "./error-takers.ts";
import type { Taker } from "./error-takers.ts";
import type { Handler } from "../handlers/handlers.ts";
import type { Walk } from "../walk/walk.ts";
import { wrapperOf } from "./error-wrappers.ts";
import { readRegistrations } from "../handlers/registrations.ts";
import type { Registration } from "../handlers/registrations.ts";

export interface Way {
  /** The error handlers, those that are asked first before the others. */
  readonly handlers: readonly FunctionNode[];
  /** Who answers if none of them does; unknown where that cannot be seen. */
  readonly end: "framework" | "unknown";
  /** What a promise of the handler is rejected with goes the same way: true, false, or only run time knows. */
  readonly takesRejected: boolean | undefined;
}

/** Nothing is seen of it. */
export const noWay: Way = { handlers: [], end: "unknown", takesRejected: undefined };

/** Something that the file hands to an application or router. */
interface Handed {
  readonly to: Variable | undefined;
  readonly node: TSESTree.Node;
  readonly registration: Registration;
  readonly at: TSESTree.Node;
}

export type Handlers = Pick<Way, "handlers" | "end">;

interface Place extends Pick<Walk, "framework" | "major" | "bindings"> {
  /** The file whose registrations are read, where that is another one than the linted file, and nobody else takes errors. */
  readonly file?: Bindings;
  /** The way of what leaves the file. */
  readonly beyond?: () => Handlers;
}

export class ErrorWays {
  readonly #framework: Framework;
  readonly #major: number | undefined;
  readonly #bindings: Bindings;
  readonly #file: Bindings;
  readonly #beyondFile: () => Handlers;
  #handed: readonly Handed[] | undefined;

  constructor({ framework, major, bindings, file = bindings, beyond = () => noWay }: Place) {
    this.#framework = framework;
    this.#major = major;
    this.#bindings = bindings;
    this.#file = file;
    let known: Handlers | undefined;
    this.#beyondFile = () => known ??= beyond();
  }

  /** The way from a handler; where it is registered more than once, all must lead the same way. */
  from({ fn, registrations }: Pick<Handler, "fn" | "registrations">): Way {
    const ways = this.#all().filter(({ node }) => this.#stands(node, fn)).map((handed) => this.#wayOf(handed, fn));
    const [first, ...others] = ways;
    if (!first) return this.#fromElsewhere(fn, registrations);
    return others.every((other) => isSame(first, other)) ? first : { ...noWay, takesRejected: first.takesRejected };
  }

  /** Another file registers the handler. */
  #fromElsewhere(fn: FunctionNode, registrations: Handler["registrations"]): Way {
    const waits = this.#waits(undefined);
    const wrapper = wrapperOf(fn, undefined, this.#bindings, this.#framework.errors?.wrappers ?? []);
    if (wrapper === "unknown" || registrations.some(({ isWrapped }) => isWrapped)) return noWay;
    const takesRejected = wrapper === "catches" ? true : waits;
    return registrations.length === 0 ? { ...noWay, takesRejected } : { ...this.#beyondFile(), takesRejected };
  }

  /** The way of what leaves the routers that the only application of the file mounts: what stands behind the last of them. */
  throughApplication(): Handlers {
    const own = this.#all().filter(({ to }) => to && this.#isWhole(to));
    const [first] = own;
    const last = own.findLast(({ node, registration }) => registration.isMount && registration.route !== null && typeof this.#takerOf(node) === "string");
    if (!first?.to || own.some(({ to }) => to !== first.to)) return noWay;
    const isEarly = own.slice(0, last ? own.indexOf(last) : 0).some(({ node }) => typeof this.#takerOf(node) !== "string");
    return last && !isEarly ? this.#after(last, 0) : noWay;
  }

  #all(): readonly Handed[] {
    if (!this.#handed) {
      const handed: Handed[] = [];
      readRegistrations(this.#file, [this.#framework], (node, registration, at) => handed.push({ node: bare(node), registration, at, to: this.#receiverOf(at) }));
      this.#handed = handed.sort((one, other) => one.at.range[1] - other.at.range[1] || one.node.range[0] - other.node.range[0]);
    }
    return this.#handed;
  }

  readonly #takerOf = foundOnce((node: TSESTree.Node): Taker => takerOf(node, this.#framework, this.#bindings));

  #stands = (node: TSESTree.Node, fn: FunctionNode): boolean => functionsIn(node, this.#bindings).includes(fn);

  /** The variable that a chain of registrations begins with. */
  #receiverOf(at: TSESTree.Node): Variable | undefined {
    let callee = at.type === "CallExpression" ? bare(at.callee) : at;
    while (callee.type === "MemberExpression" || callee.type === "CallExpression") callee = bare(callee.type === "MemberExpression" ? callee.object : callee.callee);
    return callee.type === "Identifier" ? this.#bindings.variableOf(callee) : undefined;
  }

  #wayOf(handed: Handed, fn: FunctionNode): Way {
    const waits = this.#waits(handed.to);
    const wrapper = wrapperOf(fn, handed.node, this.#bindings, this.#framework.errors?.wrappers ?? []);
    if (wrapper === "unknown") return { ...noWay, takesRejected: undefined };
    return { ...this.#after(handed, 0), takesRejected: wrapper === "catches" ? true : waits };
  }

  /** Whether rejected promises of the handlers of this application or router are waited for. */
  #waits(application: Variable | undefined): boolean | undefined {
    const errors = this.#framework.errors;
    if (!errors) return false;
    if (application && isMadeBy(application, errors.waiting, this.#bindings)) return true;
    if (errors.patches.some((name) => this.#file.sourceCode.text.includes(name))) return true;
    return this.#major === undefined ? undefined : errors.rejectedIn.includes(this.#major);
  }

  /** What stands behind something that was handed over. */
  #after(handed: Handed, depth: number): Handlers {
    const handlers: FunctionNode[] = [];
    const { to, at } = handed;
    if (!to || depth > 4) return noWay;
    for (const other of this.#all().slice(this.#all().indexOf(handed) + 1)) {
      if (other.to !== to || (!other.registration.isMount && other.at !== at)) continue;
      const kind = this.#takerOf(other.node);
      if (kind === "other") continue;
      // One for some of the paths may be asked or not.
      const isForAll = other.at === at || other.registration.route === null || other.registration.route === "/";
      if (kind === "unknown" || !isForAll) return { handlers, end: "unknown" };
      handlers.push(kind);
    }
    const outer = this.#beyond(to, depth);
    return { handlers: [...handlers, ...outer.handlers], end: outer.end };
  }

  /** Where an error goes that left an application or router. */
  #beyond(application: Variable, depth: number): Handlers {
    const mounts = this.#all().filter(({ node, registration }) => registration.isMount && node.type === "Identifier" && this.#bindings.variableOf(node) === application);
    const [mount, ...others] = mounts;
    if (mount) return others.length === 0 ? this.#after(mount, depth + 1) : noWay;
    if (!this.#isWhole(application)) return this.#beyondFile();
    return this.#isClosed(application) ? { handlers: [], end: "framework" } : noWay;
  }

  /** An application, and no router of one. */
  #isWhole(variable: Variable): boolean {
    const [[source] = [undefined]] = this.#framework.handlers.applications;
    return source !== undefined && isMadeBy(variable, [[source]], this.#bindings);
  }

  /** Nobody else can hand something to the application, or mount it. */
  #isClosed({ references }: Variable): boolean {
    let isOpen = false;
    let serves = this.#file !== this.#bindings;
    for (const { identifier, init } of references) {
      const { parent } = identifier;
      if (init) continue;
      if (parent.type === "MemberExpression" && parent.object === identifier) serves ||= keyOf(parent) === "listen";
      else if (parent.type === "CallExpression" && /createServer$/.test(this.#bindings.textOf(parent.callee))) serves = true;
      // What is exported and served has all its handlers by then; any other use may add some.
      else if (isExport(parent)) isOpen = true;
      else return false;
    }
    return serves || !isOpen;
  }
}

const isExport = ({ type, parent }: TSESTree.Node): boolean =>
  type === "ReturnStatement" || type === "ExportDefaultDeclaration" || type === "ExportSpecifier" || (type === "AssignmentExpression" && parent.type === "ExpressionStatement")
  || (type === "Property" && parent.parent.type === "AssignmentExpression");

const isSame = (one: Way, other: Way): boolean =>
  one.end === other.end && one.takesRejected === other.takesRejected && one.handlers.length === other.handlers.length && one.handlers.every((fn, at) => fn === other.handlers[at]);
