/** Which calls of a file can register a handler at all. Each dialect looks at every call, so that the look must cost little. */
import type { TSESTree } from "@typescript-eslint/utils";
import { bare, keyOf } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";

/** A member must be called like a word of the table; a plain name can stand for any function. */
export function mayRegister({ callee: written }: TSESTree.CallExpression | TSESTree.NewExpression, words: ReadonlySet<string>, { handlers }: Framework): boolean {
  const callee = bare(written);
  if (callee.type !== "MemberExpression") return callee.type === "Identifier" && handlers.servers.length > 0;
  const name = keyOf(callee);
  return name !== null && words.has(name);
}

const wordsByTable = new WeakMap<Framework, ReadonlySet<string>>();

/** The names of the members with which something can be registered. */
export function wordsOf(framework: Framework): ReadonlySet<string> {
  const { registrations, mounts, servers } = framework.handlers;
  let words = wordsByTable.get(framework);
  if (!words) {
    const serving = servers.length > 0 ? ["on", ...servers.flatMap((server) => server.at(-1) ?? [])] : [];
    wordsByTable.set(framework, words = new Set([...Object.keys(registrations), ...mounts, ...serving]));
  }
  return words;
}
