/** Functions that the settings name because nobody can follow them: a call that gets the carrier answers with its arguments. */
import type { TSESTree } from "@typescript-eslint/utils";
import { foundOnce } from "../../ast/found-once.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { argument, constant } from "../../frameworks/framework.ts";
import type { Effect } from "../../frameworks/framework.ts";
import type { Helper } from "../../settings.ts";
import { apply, takesArgument } from "../walk/effects.ts";
import { evaluate, evaluateAll } from "../walk/evaluate.ts";
import type { Path } from "../walk/path.ts";
import type { Outcome, Walk } from "../walk/walk.ts";

/** What the settings say of the function that is called. */
export function namedHelper({ callee }: TSESTree.CallExpression, { helpers }: Walk): Helper | undefined {
  const known = byName(helpers);
  // Few settings name any, and then no call needs a name.
  const name = known.size > 0 ? nameOf(callee) : undefined;
  return name === undefined ? undefined : known.get(name);
}

const byName = foundOnce((helpers: Walk["helpers"]): ReadonlyMap<string, Helper> => new Map(Object.entries(helpers)));

/** `sendError`, `ApiResponse.error`, `res.success` */
function nameOf(callee: TSESTree.Node): string | undefined {
  const value = bare(callee);
  if (value.type === "Identifier") return value.name;
  const object = value.type === "MemberExpression" ? nameOf(value.object) : undefined;
  const key = keyOf(value);
  return object === undefined || key === null ? undefined : `${object}.${key}`;
}

/** Undefined where the call does not get the carrier. */
export function callHelper({ status, code, content }: Helper, node: TSESTree.CallExpression, path: Path, walk: Walk): Outcome[] | undefined {
  const effect: Effect = {
    delivers: true,
    ...(code !== undefined ? { status: constant(code) } : status !== undefined && { status: argument(status) }),
    ...(content !== undefined && { content: argument(content) }),
  };
  const chosen = { effect, isStatusUnsure: code === undefined && status === undefined };
  const word = bare(node.callee);
  const starts = word.type === "MemberExpression" ? evaluate(word.object, path, walk, false) : [{ path, value: { node: word } }];
  const rows = starts.flatMap(({ path: start, value }) =>
    evaluateAll(node.arguments, start, walk, (index) => takesArgument(chosen, index)).map((row) => ({ ...row, object: value })));
  if (!rows.every(({ object, values }) => [object, ...values].some(({ carrier }) => carrier === walk.born))) return undefined;
  return rows.map(({ path: before, values }) => {
    const { deputyCall } = before.state;
    const spoken = { node, word, name: "", arguments: node.arguments };
    const after = apply(chosen, spoken, values, walk.born, before.with({ deputyCall: deputyCall ?? node }), walk);
    return { path: after.with({ deputyCall }), value: { node } };
  });
}
