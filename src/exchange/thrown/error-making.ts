/** What makes an error: classes of the language and of the project, functions of the file, and libraries. */
import type { TSESTree } from "@typescript-eslint/utils";
import { calledBy } from "../../ast/called-function.ts";
import type { Bindings } from "../../ast/bindings.ts";
import { classOf } from "../../ast/classes.ts";
import type { Class } from "../../ast/members.ts";
import type { Origin } from "../../ast/origins.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { libraryError } from "./error-libraries.ts";
import { assigned, givenIn, Scene } from "./error-scene.ts";
import type { Given } from "./error-scene.ts";
import { shapeOf } from "./error-shapes.ts";
import { known, unknown } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** The errors of the language. */
const builtIn = new Set(["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError"]);

const builtInName = (node: TSESTree.Node, bindings: Bindings): string | undefined =>
  (node.type === "Identifier" && builtIn.has(node.name) && (bindings.variableOf(node)?.defs.length ?? 0) === 0 ? node.name : undefined);

function builtInError(name: string, given: Given): Shape {
  const message = given(0);
  return {
    members: new Map([["name", known(name)], ["message", message.read?.value === undefined && message.read ? known("") : { isText: true, ...message }], ["stack", { isText: true }]]),
    classes: new Set(["Error", name]),
  };
}

/** By which an error that is asked for its class tells it; undefined where that cannot be seen. */
export function classKeyOf(node: TSESTree.Node, bindings: Bindings): string | undefined {
  const callee = bare(node);
  const name = builtInName(callee, bindings);
  if (name !== undefined) return name;
  const own = classMeant(callee, bindings);
  if (own) return keyOfClass(own);
  const origin = bindings.originOf(callee);
  return origin && isPackage(origin) ? `${origin.source} ${origin.path.join(".")}` : undefined;
}

const keyOfClass = ({ range: [place], id }: Class): string => `#${place}${id ? ` ${id.name}` : ""}`;

/** `zod`, `@hapi/boom`; not `@/errors` or `src/errors`, which may be the project's. */
const isPackage = ({ source }: Origin): boolean => /^(?:@[\w-]+\/)?[\w.-]+$/.test(source) && !source.startsWith(".");

const classMeant = (node: TSESTree.Node, bindings: Bindings): Class | undefined =>
  (node.type === "ThisExpression" ? classAround(node) : classOf(node, bindings));

/** `this` in a static method is its class. */
function classAround(node: TSESTree.Node): Class | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "MethodDefinition") return at.static ? at.parent.parent : undefined;
  }
  return undefined;
}

export const madeByNew = (node: TSESTree.NewExpression, scene: Scene): Shape => constructed(node.callee, givenIn(node, scene), scene, undefined, node);

/** What `new` of this makes, or what `super(…)` does where a class is made of it. */
function constructed(named: TSESTree.Node, given: Given, scene: Scene, className: string | undefined, node?: TSESTree.NewExpression): Shape {
  const callee = bare(named);
  const name = builtInName(callee, scene.bindings);
  if (name !== undefined) return builtInError(name, given);
  const own = classMeant(callee, scene.bindings);
  if (own) return instanceOf(own, given, scene, className);
  const origin = scene.bindings.originOf(callee);
  return (origin && node && libraryError(origin, callee, given, "new")) ?? unknown;
}

function instanceOf(own: Class, given: Given, scene: Scene, className = own.id?.name): Shape {
  if (scene.isTooDeep) return unknown;
  const { superClass, body: { body } } = own;
  const outside = scene.deeper();
  const inner = new Scene({
    bindings: scene.bindings, depth: scene.depth + 1, className,
    base: (over) => withFields(superClass ? constructed(superClass, over, outside, className) : { members: new Map(), classes: new Set() }),
  });
  const withFields = (base: Shape): Shape => {
    inner.self = asObject(base);
    for (const field of body) {
      if (field.type === "PropertyDefinition" && !field.static && field.value) inner.set(keyOf(field), shapeOf(field.value, inner));
    }
    return inner.self;
  };
  const maker = body.find((member): member is TSESTree.MethodDefinition => member.type === "MethodDefinition" && member.kind === "constructor")?.value;
  if (!maker?.body) {
    inner.self = withFields(superClass ? constructed(superClass, given, outside, className) : { members: new Map(), classes: new Set() });
  } else {
    inner.enter(maker, given);
    if (!superClass) inner.self = withFields({ members: new Map(), classes: new Set() });
    inner.afterSuper = () => {
      for (const { parameter, name } of propertiesOf(maker)) inner.set(name, shapeOf(parameter, inner));
    };
    if (!superClass) inner.afterSuper();
    inner.run(maker.body.body);
  }
  for (const member of body) {
    if (member.type === "MethodDefinition" && member.kind === "get" && !member.static) inner.set(keyOf(member), gotten(member.value, inner));
  }
  const self: Shape = inner.self ?? { members: new Map(), isOpen: true };
  return { ...self, classes: new Set([...(self.classes ?? []), keyOfClass(own)]) };
}

/** `get statusCode() { return 404; }`; what asks for `this` may find other members there later. */
function gotten({ body }: TSESTree.MethodDefinition["value"], scene: Scene): Shape {
  const asksThis = body && /\b(?:this|super)\b/.test(scene.bindings.textOf(body));
  return (body && !asksThis && scene.run(body.body)) || unknown;
}

/** What cannot be read may hold anything. */
const asObject = (base: Shape): Shape => (base.members ? base : { ...base, members: new Map(), isOpen: true });

/** `constructor(public statusCode: number)` */
const propertiesOf = ({ params }: TSESTree.MethodDefinition["value"]) => params.flatMap((parameter) => {
  if (parameter.type !== "TSParameterProperty") return [];
  const name = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
  return [{ parameter: name, name: name.name }];
});

export function madeByCall(node: TSESTree.CallExpression, scene: Scene): Shape {
  const callee = bare(node.callee);
  const given = givenIn(node, scene);
  const name = builtInName(callee, scene.bindings);
  if (name !== undefined) return builtInError(name, given);
  if (callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Object" && keyOf(callee) === "assign") {
    return node.arguments.length === 2 ? assigned(given(0), given(1)) : unknown;
  }
  const origin = scene.bindings.originOf(callee);
  const byLibrary = origin && libraryError(origin, callee, given, "call");
  if (byLibrary) return byLibrary;
  const called = calledBy(node, scene.bindings);
  if (!called || called.shift > 0 || called.fn.async || called.fn.generator) return unknown;
  const inner = new Scene({ bindings: scene.bindings, depth: scene.depth + 1 });
  inner.enter(called.fn, given);
  const { body } = called.fn;
  return (body.type === "BlockStatement" ? inner.run(body.body) : shapeOf(body, inner)) ?? unknown;
}
