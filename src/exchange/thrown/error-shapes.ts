/** The shape of an expression, as far as the source decides it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, isFunction, keyOf } from "../../ast/functions.ts";
import { compared } from "../../ast/comparison.ts";
import { madeByCall, madeByNew } from "./error-making.ts";
import { assigned, withMember } from "./error-scene.ts";
import type { Scene } from "./error-scene.ts";
import { readIn } from "../walk/start.ts";
import { known, memberIn, truthIn, unknown } from "./shape.ts";
import type { Shape } from "./shape.ts";

const text: Shape = { isText: true };

export function shapeOf(expression: TSESTree.Node, scene: Scene): Shape {
  const node = bare(expression);
  if (scene.isTooDeep) return unknown;
  switch (node.type) {
    case "Identifier":
      return shapeOfName(node, scene);
    case "ThisExpression":
      return scene.self ?? unknown;
    case "MemberExpression":
      return shapeOfMember(node, scene);
    case "NewExpression":
      return madeByNew(node, scene);
    case "CallExpression":
      return textOfCall(node) ?? madeByCall(node, scene);
    case "ObjectExpression":
      return shapeOfObject(node, scene);
    case "ArrayExpression":
      return { members: new Map(), isOpen: true };
    case "TemplateLiteral":
      return { ...text, ...readAt(node, scene), at: node };
    case "ConditionalExpression": {
      const truth = decided(node.test, scene);
      return truth === undefined ? either(shapeOf(node.consequent, scene), shapeOf(node.alternate, scene)) : shapeOf(truth ? node.consequent : node.alternate, scene);
    }
    case "LogicalExpression":
      return shapeOfChoice(node, scene);
    case "BinaryExpression": {
      const sides = [node.left, node.right].map((side) => shapeOf(side, scene));
      return node.operator === "+" && sides.some(isText) ? text : unknown;
    }
    default:
      return readAt(node, scene) ?? unknown;
  }
}

/** What the source alone decides: a literal, a constant of the file or of a library. */
function readAt(node: TSESTree.Node, { bindings }: Scene): Shape | undefined {
  const read = readIn(bindings)(node);
  return read ? { read, at: node } : undefined;
}

function shapeOfName(node: TSESTree.Identifier, scene: Scene): Shape {
  const variable = scene.bindings.variableOf(node);
  const held = variable && scene.held(variable);
  if (held) return held;
  const read = readAt(node, scene);
  if (read || !variable) return read ?? unknown;
  // What changes on the way is nothing that its declaration tells.
  const init = variable.references.some(({ identifier }) => isChanged(identifier)) ? null : scene.bindings.initOf(variable);
  return init ? shapeOf(init, scene.deeper()) : unknown;
}

const isChanged = ({ parent }: TSESTree.Node): boolean =>
  parent?.type === "MemberExpression" && parent.parent.type === "AssignmentExpression" && parent.parent.left === parent;

function shapeOfMember(node: TSESTree.MemberExpression, scene: Scene): Shape {
  const key = keyOf(node);
  const object = bare(node.object);
  // `this.constructor.name`, `new.target.name`
  if (key === "name" && (object.type === "MetaProperty" || (object.type === "MemberExpression" && keyOf(object) === "constructor" && object.object.type === "ThisExpression"))) {
    return scene.className === undefined ? text : known(scene.className);
  }
  const read = readAt(node, scene);
  if (read || key === null) return read ?? unknown;
  return memberIn(shapeOf(object, scene), key);
}

function shapeOfObject({ properties }: TSESTree.ObjectExpression, scene: Scene): Shape {
  return properties.reduce<Shape>((shape, property) => {
    if (property.type === "SpreadElement") return assigned(shape, shapeOf(property.argument, scene));
    const key = keyOf(property);
    if (key === null) return { ...shape, isOpen: true };
    return withMember(shape, key, isFunction(property.value) ? unknown : shapeOf(property.value, scene));
  }, { members: new Map() });
}

function shapeOfChoice({ left, right, operator }: TSESTree.LogicalExpression, scene: Scene): Shape {
  const first = shapeOf(left, scene);
  const truth = operator === "??" ? (first.read ? (first.read.value ?? null) !== null : first.members && true) : truthIn(first);
  if (truth === undefined) return either(operator === "&&" ? unknown : first, shapeOf(right, scene));
  return truth === (operator !== "&&") ? first : shapeOf(right, scene);
}

const isText = ({ isText: is, read }: Shape): boolean => is === true || typeof read?.value === "string";

/** One of two: what both have in common. */
const either = (one: Shape, other: Shape): Shape =>
  (one.read && one.read.value === other.read?.value ? { read: one.read } : isText(one) && isText(other) ? text : unknown);

/** `String(code)`, `code.toString()` */
function textOfCall({ callee }: TSESTree.CallExpression): Shape | undefined {
  const named = bare(callee);
  const isTextual = named.type === "Identifier" ? named.name === "String" : named.type === "MemberExpression" && keyOf(named) === "toString";
  return isTextual ? text : undefined;
}

/** Whether a condition holds, where the source decides it. */
function decided(test: TSESTree.Node, scene: Scene): boolean | undefined {
  const node = bare(test);
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = decided(node.argument, scene);
    return inner === undefined ? undefined : !inner;
  }
  if (node.type !== "BinaryExpression") return truthIn(shapeOf(node, scene));
  const [left, right] = [shapeOf(node.left, scene).read, shapeOf(node.right, scene).read];
  return left && right ? compared(left.value, node.operator, right.value) : undefined;
}
