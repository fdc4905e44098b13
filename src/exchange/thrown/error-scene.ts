/** Where an error is made: what the names of that function hold, and what its statements do to them. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { visit } from "../../ast/visit.ts";
import { shapeOf } from "./error-shapes.ts";
import { known, memberIn, unknown } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** The arguments of a call, by their places. */
export type Given = (place: number) => Shape;

interface Setting {
  readonly bindings: Bindings;
  /** What a name holds that the function itself does not set. */
  readonly outside?: (variable: Variable) => Shape | undefined;
  readonly depth: number;
  /** The class whose constructor was called with `new`. */
  readonly className?: string | undefined;
  /** What `super(…)` makes. */
  readonly base?: (given: Given) => Shape;
}

/** Deeper than errors are made by people. */
const deepest = 12;

export class Scene {
  readonly bindings: Bindings;
  readonly depth: number;
  readonly className: string | undefined;
  /** What `this` is, once it is made. */
  self: Shape | undefined;
  readonly #setting: Setting;
  readonly #locals = new Map<Variable, Shape>();

  constructor(setting: Setting) {
    this.#setting = setting;
    this.bindings = setting.bindings;
    this.depth = setting.depth;
    this.className = setting.className;
  }

  /** Done right after `super(…)`, or first where there is none. */
  afterSuper: () => void = () => undefined;

  /** The same names, further from where the search began. */
  deeper(): Scene {
    return new Scene({ ...this.#setting, depth: this.depth + 1, outside: (variable) => this.held(variable) });
  }

  /** Gives `this` a member. */
  set(key: string | null, shape: Shape): void {
    if (this.self) this.self = key === null ? { ...this.self, isOpen: true } : withMember(this.self, key, shape);
  }

  get isTooDeep(): boolean {
    return this.depth > deepest;
  }

  held(variable: Variable): Shape | undefined {
    return this.#locals.get(variable) ?? this.#setting.outside?.(variable);
  }

  /** Gives the parameters of a function their values. */
  enter({ params }: Pick<FunctionNode, "params">, given: Given): void {
    const named = params.filter((parameter) => !(parameter.type === "Identifier" && parameter.name === "this"));
    for (const [place, parameter] of named.entries()) this.#bind(parameter, parameter.type === "RestElement" ? unknown : given(place));
  }

  #bind(pattern: TSESTree.Node, shape: Shape): void {
    switch (pattern.type) {
      case "Identifier": {
        const variable = this.bindings.variableOf(pattern);
        if (variable) this.#locals.set(variable, shape);
        return;
      }
      case "AssignmentPattern":
        this.#bind(pattern.left, shape.read && shape.read.value === undefined ? shapeOf(pattern.right, this) : shape);
        return;
      case "TSParameterProperty":
        this.#bind(pattern.parameter, shape);
        return;
      case "RestElement":
        this.#bind(pattern.argument, unknown);
        return;
      case "ObjectPattern":
        for (const property of pattern.properties) {
          const key = property.type === "Property" ? keyOf(property) : null;
          this.#bind(property.type === "Property" ? property.value : property, key === null ? unknown : memberIn(shape, key));
        }
        return;
      default:
    }
  }

  /** Runs statements one after the other, and gives what they return; undefined where that cannot be seen. */
  run(statements: readonly TSESTree.Statement[]): Shape | undefined {
    for (const statement of statements) {
      switch (statement.type) {
        case "VariableDeclaration":
          for (const { id, init } of statement.declarations) this.#bind(id, init ? shapeOf(init, this) : known(undefined));
          break;
        case "ExpressionStatement":
          this.#do(bare(statement.expression));
          break;
        case "ReturnStatement":
          return statement.argument ? shapeOf(statement.argument, this) : known(undefined);
        case "ThrowStatement":
          return undefined;
        case "FunctionDeclaration":
        case "EmptyStatement":
          break;
        default:
          if (this.#blur(statement)) return undefined;
      }
    }
    return known(undefined);
  }

  #do(expression: TSESTree.Node): void {
    if (expression.type === "AssignmentExpression") {
      this.#assign(expression.left, expression.operator === "=" ? shapeOf(expression.right, this) : unknown);
      return;
    }
    if (expression.type !== "CallExpression") {
      this.#blur(expression);
      return;
    }
    const { callee } = expression;
    if (callee.type === "Super") {
      this.self = this.#setting.base?.(givenIn(expression, this));
      this.afterSuper();
      return;
    }
    const [target, from] = expression.arguments;
    if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier" || callee.object.name !== "Object" || !target || !from) return;
    if (keyOf(callee) === "assign") this.#change(target, (shape) => assigned(shape, shapeOf(from, this)));
    else if (keyOf(callee) === "defineProperty") this.#assignMember(target, from.type === "Literal" ? String(from.value) : null, unknown);
  }

  #assign(target: TSESTree.Node, shape: Shape): void {
    if (target.type === "MemberExpression") this.#assignMember(target.object, keyOf(target), shape);
    else if (target.type === "Identifier") this.#bind(target, shape);
  }

  #assignMember(object: TSESTree.Node, key: string | null, shape: Shape): void {
    this.#change(object, (before) => (key === null ? { ...before, isOpen: true } : withMember(before, key, shape)));
  }

  #change(target: TSESTree.Node, change: (before: Shape) => Shape): void {
    const object = bare(target);
    if (object.type === "ThisExpression") {
      if (this.self) this.self = change(this.self);
      return;
    }
    const variable = object.type === "Identifier" ? this.bindings.variableOf(object) : undefined;
    const before = variable && this.#locals.get(variable);
    if (variable && before) this.#locals.set(variable, change(before));
  }

  /** What may be done or not: whatever it sets is unknown. Tells whether it may return. */
  #blur(statement: TSESTree.Node): boolean {
    let mayReturn = false;
    visit(statement, this.bindings.sourceCode.visitorKeys, (node, isOwn) => {
      if (node.type === "AssignmentExpression") this.#assign(node.left, unknown);
      if (isOwn && (node.type === "ReturnStatement" || node.type === "ThrowStatement")) mayReturn = true;
    });
    return mayReturn;
  }
}

/** The arguments of a call; what is spread stands for any number of them. */
export function givenIn({ arguments: nodes }: TSESTree.CallExpression | TSESTree.NewExpression, scene: Scene): Given {
  const spread = nodes.findIndex(({ type }) => type === "SpreadElement");
  const count = spread < 0 ? nodes.length : spread;
  return (place) => {
    const node = nodes[place];
    if (node && place < count) return shapeOf(node, scene);
    return spread < 0 ? known(undefined) : unknown;
  };
}

/** The shape with another value for a member. */
export const withMember = (shape: Shape, key: string, member: Shape): Shape =>
  ({ ...shape, members: new Map(shape.members).set(key, member), ...(!shape.members && { isOpen: true }) });

/** `Object.assign(error, members)`; what may be among them is unknown from then on. */
export function assigned(shape: Shape, { members, isOpen = members === undefined }: Shape): Shape {
  const before = [...(shape.members ?? [])].map(([key, member]) => [key, isOpen ? unknown : member] as const);
  return { ...shape, members: new Map([...before, ...(members ?? [])]), isOpen: isOpen || shape.isOpen === true || !shape.members };
}
