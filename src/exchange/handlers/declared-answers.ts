/** The statuses that a route is described with where it is registered: `{ responses: { 200: emptyResponse } }` of OpenAPI. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";

/** A middleware of a list is given an object that holds the description in a member. */
const deepest = 6;

/** In the arguments of a call that registers, or in an object that does. Functions are not looked into. */
export function declaredIn(registering: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.ObjectExpression): readonly number[] {
  const statuses = new Set<number>();
  const look = (node: TSESTree.Node | null, depth: number): void => {
    const value = node && bare(node);
    if (!value || depth > deepest) return;
    if (value.type === "CallExpression") for (const argument of value.arguments) look(argument, depth + 1);
    else if (value.type === "ArrayExpression") for (const element of value.elements) look(element, depth + 1);
    else if (value.type === "ObjectExpression") {
      for (const member of value.properties) {
        if (member.type !== "Property") continue;
        const answers = /^responses?$/.test(keyOf(member) ?? "") ? bare(member.value) : null;
        if (answers?.type === "ObjectExpression") for (const status of statusesIn(answers)) statuses.add(status);
        else look(member.value, depth + 1);
      }
    }
  };
  if (registering.type === "ObjectExpression") look(registering, 0);
  else for (const argument of registering.arguments) look(argument, 0);
  return [...statuses];
}

const statusesIn = ({ properties }: TSESTree.ObjectExpression): number[] =>
  properties.flatMap((answer) => (answer.type === "Property" && /^[1-5]\d\d$/.test(keyOf(answer) ?? "") ? [Number(keyOf(answer))] : []));
