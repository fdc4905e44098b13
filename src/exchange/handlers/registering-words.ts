/** Which calls of a file can register a handler at all. Each dialect looks at every call, so that the look must cost little. */
import type { TSESTree } from "@typescript-eslint/utils";
import { foundOnce } from "../../ast/found-once.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";

/** A member must be called like a word of the table; a plain name can stand for any function. */
export function mayRegister({ callee: written }: TSESTree.CallExpression | TSESTree.NewExpression, words: ReadonlySet<string>, { handlers }: Framework): boolean {
  const callee = bare(written);
  if (callee.type !== "MemberExpression") return callee.type === "Identifier" && handlers.servers.length > 0;
  const name = keyOf(callee);
  return name !== null && words.has(name);
}

/** The names of the members with which something can be registered. */
export const wordsOf = foundOnce(({ handlers: { registrations, mounts, servers } }: Framework): ReadonlySet<string> => {
  const serving = servers.length > 0 ? ["on", ...servers.flatMap((server) => server.at(-1) ?? [])] : [];
  return new Set([...Object.keys(registrations), ...mounts, ...serving]);
});
