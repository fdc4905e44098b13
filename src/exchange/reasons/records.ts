/** What a condition asks of a record that was found: how it stands with it, and to what it belongs. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { bare, keyOf } from "../../ast/functions.ts";
import { isLookedUp, lookedUpBy } from "./look-ups.ts";
import { principalName } from "./principals.ts";
import { requestPartOf } from "./request-parts.ts";
import { hasComparedPassword } from "./sign-ins.ts";

/** A member that is true or false by its name. */
const flag = /^(?:is|has|was)[A-Z_]|(?:able|ed|active|open|full|busy)$/;
/** An account that may not come in, rather than a state in the way. */
const ofAccount = /^(?:is_?)?(?:(?:email_?)?(?:verified|confirmed)|activ(?:e|ated)|blocked|banned|suspended|locked|disabled|enabled|approved)$/i;
/** Rights, what hides a record or ends it, how a call went: other codes serve there. */
const other = /admin|owner|staff|root|super|role|permi|allow|public|private|publish|visible|hidden|delet|archiv|remov|expir|valid|succe|fail|error|email|password/i;

/** The codes that would do where a flag of a found record stands in the way: `!doctor.available`, `order.cancelled` */
export function codesForState(node: TSESTree.Node, bindings: Bindings): readonly number[] | undefined {
  const record = recordOf(node, bindings);
  const name = keyOf(node) ?? "";
  if (!record || !flag.test(name) || other.test(name) || lookedUpBy(record, bindings) === "caller") return undefined;
  if (ofAccount.test(name) && (principalName.test(record.name) || hasComparedPassword(record, bindings))) return [403];
  return [409, 400];
}

const idName = /(?:^|_)id$|Id$/;

/** The same where a found record belongs to something else: `appointment.doctorId !== doctorId` */
export function codesForBelonging(left: TSESTree.Node, right: TSESTree.Node, bindings: Bindings): readonly number[] | undefined {
  for (const [member, id] of [[left, right], [right, left]] as const) {
    if (!recordOf(member, bindings) || !idName.test(keyOf(bare(member)) ?? "") || bare(id).type === "Literal") continue;
    const part = requestPartOf(id, bindings);
    return part === "path" || part === "query" || part === "content" ? [404, 403] : [403, 404];
  }
  return undefined;
}

/** The variable of which the member is one, if it was looked up. */
function recordOf(node: TSESTree.Node, bindings: Bindings): TSESTree.Identifier | undefined {
  const member = bare(node);
  const record = member.type === "MemberExpression" && !member.computed ? bare(member.object) : undefined;
  return record?.type === "Identifier" && isLookedUp(record, bindings) ? record : undefined;
}
