/** Which calls make an answer as a value: `new Response(…)`, `NextResponse.json(…)`, `notFound()`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Call } from "../../ast/outline.ts";
import type { Made, Word } from "../../frameworks/framework.ts";
import type { MakingDialect } from "./making-dialect.ts";

/** A call that makes an answer. */
export interface Making {
  readonly node: Call;
  /** The function whose body runs the call. */
  readonly owner: FunctionNode | null;
  /** What the call means. */
  readonly effect: Word;
  /** The word in the source, such as the `json` of `Response.json(user)`. */
  readonly word: TSESTree.Node;
  readonly name: string;
  /** The words as they are printed: `new Response`, `Response.json`. */
  readonly via: string;
  /** It answers by throwing. */
  readonly leaves: boolean;
}

export type Makings = Pick<ReadonlyMap<TSESTree.Node, Making>, "get" | "has">;

/** Those of the file itself, and of each file to which imports lead as soon as somebody asks. */
export function makingsIn(bindings: Bindings, { framework, file }: MakingDialect): Makings {
  const made = file?.rule.made ?? framework.made ?? [];
  const byFile = new Map<Bindings, ReadonlyMap<TSESTree.Node, Making>>();
  const around = (node: TSESTree.Node): ReadonlyMap<TSESTree.Node, Making> => {
    const home = bindings.fileOf(node);
    let found = byFile.get(home);
    if (!found) byFile.set(home, found = ownMakings(home, made));
    return found;
  };
  return { get: (node) => around(node).get(node), has: (node) => around(node).has(node) };
}

function ownMakings(bindings: Bindings, made: readonly Made[]): ReadonlyMap<TSESTree.Node, Making> {
  const found = new Map<TSESTree.Node, Making>();
  const names = new Set(made.flatMap(({ packages, name }) => [name, ...packages]));
  for (const { node, owner } of bindings.outline.calls) {
    const callee = bare(node.callee);
    const named = callee.type === "MemberExpression" ? bare(callee.object) : callee;
    const known = named.type === "Identifier" ? madeBy(named, made, names, bindings) : undefined;
    if (!known) continue;
    const said = effectOf(known, node, callee);
    if (!said) continue;
    const leaves = [said.effect].flat().some((effect) => "leaves" in effect);
    found.set(node, { node, owner, leaves, ...said });
  }
  return found;
}

function effectOf({ name, construct, call, statics }: Made, node: Call, callee: TSESTree.Node): Pick<Making, "effect" | "word" | "name" | "via"> | undefined {
  if (callee.type === "MemberExpression") {
    const word = keyOf(callee) ?? "";
    const effect = statics && node.type === "CallExpression" && Object.hasOwn(statics, word) ? statics[word] : undefined;
    return effect && { effect, word: callee.property, name: word, via: `${name}.${word}` };
  }
  const effect = node.type === "NewExpression" ? construct : call;
  return effect && { effect, word: callee, name, via: node.type === "NewExpression" ? `new ${name}` : name };
}

/** What a name stands for: a global of that name that the file does not declare, or what it imports. */
function madeBy(named: TSESTree.Identifier, made: readonly Made[], names: ReadonlySet<string>, bindings: Bindings): Made | undefined {
  const variable = bindings.variableOf(named);
  if (!variable || variable.defs.length === 0) {
    return names.has(named.name) ? made.find(({ name, isGlobal }) => isGlobal === true && name === named.name) : undefined;
  }
  const origin = bindings.originOf(named);
  if (!origin || !names.has(origin.source)) return undefined;
  return made.find(({ name, packages }) => packages.includes(origin.source) && origin.path.length === 1 && origin.path[0] === name);
}
