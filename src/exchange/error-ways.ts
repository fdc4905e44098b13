/** Which way an error takes from a handler of the file: the error handlers that it meets, in their order, and what stands at the end. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../ast/bindings.ts";
import { calledBy } from "../ast/called-function.ts";
import { functionOf, functionsIn } from "../ast/denoted-functions.ts";
import { bare, isFunction, keyOf, parametersOf } from "../ast/functions.ts";
import type { FunctionNode } from "../ast/functions.ts";
import type { ExportedName, Framework } from "../frameworks/framework.ts";
import { wrapperOf } from "./error-wrappers.ts";
import { readRegistrations } from "./registrations.ts";
import type { Registration } from "./registrations.ts";

export interface Way {
  /** The error handlers, those that are asked first before the others. */
  readonly handlers: readonly FunctionNode[];
  /** Who answers if none of them does; unknown where that cannot be seen. */
  readonly end: "framework" | "unknown";
  /** What a promise of the handler is rejected with goes the same way: true, false, or only run time knows. */
  readonly takesRejected: boolean | undefined;
}

const noWay: Way = { handlers: [], end: "unknown", takesRejected: undefined };

/** Something that the file hands to an application or router. */
interface Handed {
  readonly to: Variable | undefined;
  readonly node: TSESTree.Node;
  readonly registration: Registration;
  readonly at: TSESTree.Node;
}

type Handlers = Pick<Way, "handlers" | "end">;

export class ErrorWays {
  readonly #framework: Framework;
  readonly #major: number | undefined;
  readonly #bindings: Bindings;
  #handed: readonly Handed[] | undefined;

  constructor(framework: Framework, major: number | undefined, bindings: Bindings) {
    this.#framework = framework;
    this.#major = major;
    this.#bindings = bindings;
  }

  /** The way from a handler; where it is registered more than once, all must lead the same way. */
  from(fn: FunctionNode): Way {
    const ways = this.#all().filter(({ node }) => this.#stands(node, fn)).map((handed) => this.#wayOf(handed, fn));
    const [first, ...others] = ways;
    if (!first) return { ...noWay, takesRejected: this.#waits(undefined) };
    return others.every((other) => isSame(first, other)) ? first : { ...noWay, takesRejected: first.takesRejected };
  }

  #all(): readonly Handed[] {
    if (!this.#handed) {
      const handed: Handed[] = [];
      readRegistrations(this.#bindings, [this.#framework], (node, registration, at) => handed.push({ node: bare(node), registration, at, to: this.#receiverOf(at) }));
      this.#handed = handed.sort((one, other) => one.at.range[1] - other.at.range[1] || one.node.range[0] - other.node.range[0]);
    }
    return this.#handed;
  }

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
    if (application && this.#isMade(application, errors.waiting)) return true;
    if (errors.patches.some((name) => this.#bindings.sourceCode.text.includes(name))) return true;
    return this.#major === undefined ? undefined : errors.rejectedIn.includes(this.#major);
  }

  /** What stands behind something that was handed over. */
  #after(handed: Handed, depth: number): Handlers {
    const handlers: FunctionNode[] = [];
    const { to, at } = handed;
    if (!to || depth > 4) return noWay;
    for (const other of this.#all().slice(this.#all().indexOf(handed) + 1)) {
      if (other.to !== to || (!other.registration.isMount && other.at !== at)) continue;
      const kind = this.#kindOf(other.node);
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
    const [[source] = [undefined]] = this.#framework.handlers.applications;
    const isWhole = source !== undefined && this.#isMade(application, [[source]]);
    return isWhole && this.#isClosed(application) ? { handlers: [], end: "framework" } : noWay;
  }

  /** Nobody else can hand something to the application, or mount it. */
  #isClosed({ references }: Variable): boolean {
    let isOpen = false;
    let serves = false;
    for (const { identifier, init } of references) {
      const { parent } = identifier;
      if (init) continue;
      if (parent.type === "MemberExpression" && parent.object === identifier) serves ||= keyOf(parent) === "listen";
      else if (parent.type === "CallExpression" && /createServer$/.test(this.#bindings.sourceCode.getText(parent.callee))) serves = true;
      // What is exported and served has all its handlers by then; any other use may add some.
      else if (isExport(parent)) isOpen = true;
      else return false;
    }
    return serves || !isOpen;
  }

  #isMade(variable: Variable, names: readonly ExportedName[]): boolean {
    const init = this.#bindings.initOf(variable);
    const made = init ? bare(init) : undefined;
    const origin = made?.type === "CallExpression" || made?.type === "NewExpression" ? this.#bindings.originOf(made.callee) : null;
    return origin !== null && names.some(([source, ...path]) => source === origin.source && path.join() === origin.path.join());
  }

  /** An error handler, something that takes no errors, or what cannot be seen. */
  #kindOf(node: TSESTree.Node): FunctionNode | "other" | "unknown" {
    if (isFunction(node)) return this.#takesErrors(node);
    if (node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "ArrayExpression") return node.type === "ArrayExpression" ? "unknown" : "other";
    const variable = node.type === "Identifier" ? this.#bindings.variableOf(node) : undefined;
    if (variable && !this.#bindings.originOf(node)) {
      if (this.#isMade(variable, this.#framework.handlers.applications)) return "other";
      const functions = functionsIn(node, this.#bindings);
      const init = this.#bindings.initOf(variable);
      const [fn] = functions;
      // What a wrapper gives back has parameters of its own.
      return fn && functions.length === 1 && !(init && bare(init).type === "CallExpression") ? this.#takesErrors(fn) : "unknown";
    }
    const origin = node.type === "CallExpression" ? this.#bindings.originOf(node.callee) : null;
    if (origin && this.#framework.packages.includes(origin.source)) return "other";
    const fn = importedFunction(node, this.#bindings) ?? (node.type === "CallExpression" ? functionMadeBy(node, this.#bindings) : undefined);
    return fn ? this.#takesErrors(fn) : "unknown";
  }

  #takesErrors(fn: FunctionNode): FunctionNode | "other" {
    return this.#framework.handlers.places[parametersOf(fn).length]?.error !== undefined ? fn : "other";
  }
}

/** `app.use(onError)`, where another file exports it. */
function importedFunction(node: TSESTree.Node, bindings: Bindings): FunctionNode | undefined {
  const imported = bindings.importedBy(node);
  if (!imported || imported.path.length > 0) return undefined;
  const value = bare(imported.node);
  return isFunction(value) ? value : functionOf(value, bindings) ?? undefined;
}

/** `app.use(errorHandler(log))`: the function that the call gives back. */
function functionMadeBy(call: TSESTree.CallExpression, bindings: Bindings): FunctionNode | undefined {
  const maker = calledBy(call, bindings);
  const made = maker && returnedBy(maker.fn);
  return made && isFunction(made) ? made : undefined;
}

/** What a function gives back at its end, where nothing ends it before. */
function returnedBy({ body }: FunctionNode): TSESTree.Node | undefined {
  if (body.type !== "BlockStatement") return bare(body);
  const last = body.body.at(-1);
  const isPlain = body.body.slice(0, -1).every(({ type }) => type === "VariableDeclaration" || type === "FunctionDeclaration" || type === "ExpressionStatement");
  return isPlain && last?.type === "ReturnStatement" && last.argument ? bare(last.argument) : undefined;
}

const isExport = ({ type, parent }: TSESTree.Node): boolean =>
  type === "ExportDefaultDeclaration" || type === "ExportSpecifier" || (type === "AssignmentExpression" && parent.type === "ExpressionStatement")
  || (type === "Property" && parent.parent.type === "AssignmentExpression");

const isSame = (one: Way, other: Way): boolean =>
  one.end === other.end && one.takesRejected === other.takesRejected && one.handlers.length === other.handlers.length && one.handlers.every((fn, at) => fn === other.handlers[at]);
