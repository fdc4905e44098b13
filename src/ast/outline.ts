/** The nodes of a file that every handler asks for, gathered in one pass and found again by range. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "./functions.ts";

export interface Outlined<Node extends TSESTree.Node = TSESTree.Node> {
  readonly node: Node;
  /** The function whose body runs the node. */
  readonly owner: FunctionNode | null;
}

export type Call = TSESTree.CallExpression | TSESTree.NewExpression;
export type Exit = TSESTree.ReturnStatement | TSESTree.ThrowStatement | TSESTree.BreakStatement | TSESTree.ContinueStatement;

/** Each list is in the order of the source. */
export interface Outline {
  readonly calls: readonly Outlined<Call>[];
  readonly awaits: readonly Outlined[];
  readonly exits: readonly Outlined<Exit>[];
  /** Object literals that may be route objects: those with a member `handler`. */
  readonly routeObjects: readonly Outlined<TSESTree.ObjectExpression>[];
}

export function outlineOf({ ast, visitorKeys }: Readonly<TSESLint.SourceCode>): Outline {
  const calls: Outlined<Call>[] = [];
  const awaits: Outlined[] = [];
  const exits: Outlined<Exit>[] = [];
  const routeObjects: Outlined<TSESTree.ObjectExpression>[] = [];
  const enter = (node: TSESTree.Node, owner: FunctionNode | null): void => {
    let inner = owner;
    switch (node.type) {
      // Names, literals, imports and types, which are most of a file, hold nothing that is looked for.
      case "Identifier":
      case "Literal":
      case "TemplateElement":
      case "ThisExpression":
      case "ImportDeclaration":
      case "TSTypeAnnotation":
      case "TSTypeAliasDeclaration":
      case "TSInterfaceDeclaration":
        return;
      // The same goes for the names of members.
      case "MemberExpression":
        enter(node.object, owner);
        if (node.computed) enter(node.property, owner);
        return;
      case "Property":
        if (node.computed) enter(node.key, owner);
        enter(node.value, owner);
        return;
      case "CallExpression":
      case "NewExpression":
        calls.push({ node, owner });
        break;
      case "AwaitExpression":
      case "TaggedTemplateExpression":
        awaits.push({ node, owner });
        break;
      case "ReturnStatement":
      case "ThrowStatement":
      case "BreakStatement":
      case "ContinueStatement":
        exits.push({ node, owner });
        break;
      case "ObjectExpression":
        if (node.properties.some(isHandlerMember)) routeObjects.push({ node, owner });
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        inner = node;
        break;
      default:
    }
    const keys = visitorKeys[node.type];
    // Counted loops: this is the one look at every node, and iterators would be most of its cost.
    for (let at = 0; keys && at < keys.length; at++) {
      const child = (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null | undefined>)[keys[at] as string];
      if (Array.isArray(child)) enterAll(child, inner);
      else if (child) enter(child, inner);
    }
  };
  const enterAll = (nodes: readonly (TSESTree.Node | null)[], owner: FunctionNode | null): void => {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at];
      if (node) enter(node, owner);
    }
  };
  enter(ast, null);
  return { calls, awaits, exits, routeObjects };
}

const isHandlerMember = (property: TSESTree.ObjectLiteralElement): boolean =>
  property.type === "Property" && property.key.type === "Identifier" && property.key.name === "handler";

/** The node is the other one, or lies inside it. */
export const isWithin = ({ range }: TSESTree.Node, outer: TSESTree.Node): boolean => range[0] >= outer.range[0] && range[1] <= outer.range[1];

/** The nodes of a list that lie within another node. */
export const within = <Node extends TSESTree.Node>(list: readonly Outlined<Node>[], { range: [start, end] }: TSESTree.Node): Outlined<Node>[] =>
  list.slice(firstFrom(start, list), firstFrom(end, list));

/** Whether one of them is as wanted; the search ends there. */
export function someWithin<Node extends TSESTree.Node>(
  list: readonly Outlined<Node>[], { range: [start, end] }: TSESTree.Node, isWanted: (entry: Outlined<Node>) => boolean,
): boolean {
  for (let index = firstFrom(start, list); index < list.length; index++) {
    const entry = list[index];
    if (!entry || entry.node.range[0] >= end) break;
    if (isWanted(entry)) return true;
  }
  return false;
}

/** The index of the first that begins at this place or later. */
function firstFrom(place: number, list: readonly Outlined[]): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.node.range[0] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
