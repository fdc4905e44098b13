/** Looking up anew what is known already: the account of who is asking, or the thing that a middleware attached. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, calleeNameOf, keyOf, namesInChain } from "../../ast/functions.ts";
import { callsOf } from "./look-ups.ts";
import { principalName } from "./principals.ts";
import { requestPartOf } from "./request-parts.ts";
import { nameIn } from "./rights.ts";

/** Members that name the record itself; any other asks for what belongs to it. */
const ownKey = /^_?id$|^(?:user_?id|uid|sub|email|username)$/i;
const byKey = /^(?:find|get|fetch|load)\w*By(?:Id|PK|Email)$/i;
const byFilter = /^find(?:One|First|Unique)(?:By|OrThrow)?$/;

/** By nothing but a key of it: whether it is there depends on no word that the client sent. */
export function isOwnRecord(node: TSESTree.Node, bindings: Bindings): boolean {
  const names = [nameIn(bare(node))];
  return callsOf(node, bindings).some((call) => {
    const [first, ...others] = call.arguments;
    const name = calleeNameOf(call) ?? "";
    if (!first || others.some((other) => requestPartOf(other, bindings) !== undefined)) return false;
    const isOf = [...names, ...namesInChain(call.callee).slice(0, -1)];
    return byKey.test(name) ? isKnown(first, isOf, bindings) : byFilter.test(name) && isKnownIn(first, isOf, bindings);
  });
}

/** `{ email: req.user.email }`, `{ where: { id } }` */
function isKnownIn(filter: TSESTree.Node, names: readonly string[], bindings: Bindings): boolean {
  const value = bare(filter);
  const keys = value.type === "ObjectExpression" ? value.properties : [];
  return keys.length > 0 && keys.every((property) => {
    if (property.type !== "Property" || property.computed) return false;
    const key = keyOf(property) ?? "";
    if (/^(?:where|select|include|relations|attributes)$/.test(key)) return key !== "where" || isKnownIn(property.value, names, bindings);
    return ownKey.test(key) && isKnown(property.value, names, bindings);
  });
}

/** `req.user.id`, or the id of what was attached under the name of the record: `User.findById(req.patient._id)` for a patient. */
function isKnown(key: TSESTree.Node, names: readonly string[], bindings: Bindings): boolean {
  const variable = key.type === "Identifier" ? bindings.variableOf(key) : undefined;
  const value = bare((variable && bindings.initOf(variable)) ?? key);
  const part = requestPartOf(key, bindings);
  if (part === "caller") return ownKey.test(nameIn(bare(key))) || principalName.test(nameIn(bare(key)));
  if (part !== "attached" || value.type !== "MemberExpression" || !ownKey.test(keyOf(value) ?? "")) return false;
  const attached = nameIn(bare(value.object)).toLowerCase();
  return names.some((name) => name.length > 2 && attached.includes(name.toLowerCase()));
}
