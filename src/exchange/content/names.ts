/** Members that name a failure by its title: `{ error: "Not Found" }`, `{ code: "NOT_FOUND" }`, `{ name: "NotFoundError" }`. */
import { failureNamed } from "../../http/misnomers.ts";
import { membersOf } from "./members.ts";
import type { Member } from "./members.ts";
import type { Reading } from "../walk/reading.ts";

const naming = /^(?:errors?|err|message|msg|errorMessage|error_message|detail|details|reason|title|name|code|errorCode|error_code|errorType|statusText|statusMessage)$/;
const stating = /^(?:status|statusCode|status_code|code)$/;

/** The failures that the members of an object name, and those of an error in it. */
export function namesIn(members: readonly Member[], reading: Reading, depth = 0): readonly number[] {
  const named = members.flatMap(({ key, value }): readonly number[] => {
    if (!naming.test(key)) return [];
    if (value.type === "ObjectExpression") return depth > 0 ? [] : namesIn(membersOf(value, new Map(), reading), reading, depth + 1);
    const code = value.type === "Literal" && typeof value.value === "string" ? failureNamed(value.value) : undefined;
    return code === undefined ? [] : [code];
  });
  // A number beside the name tells the same once more: whether that is the status of the answer, is another question.
  const isStated = members.some(({ key, value }) => stating.test(key) && value.type === "Literal" && named.includes(Number(value.value)));
  return isStated ? [] : named;
}
