import { defineStatusRule } from "../define-status-rule.ts";

export const rule = defineStatusRule({
  name: "prefer-not-found",
  docs: { description: "Prefer 404 Not Found for a resource that is missing, and 200 OK for a list that is empty", codes: [200, 404, 410] },
  options: { checkEmptyLists: "Whether to report a 404 for a search that found nothing.", checkAssumed: "Whether to report a success that does not ask whether there was such a record." },
  subjects: [
    {
      kind: "missing",
      id: "deleted",
      isMeant: ({ method }, { deletedMissing }) => method === "DELETE" && deletedMissing === 204,
      message: "Clients that delete twice see {{title}} as a fault; {{right}} tells them that it is gone.",
      wrong: [400, 404, 410, 422, 500],
    },
    {
      kind: "missing",
      message: "Clients cannot tell from {{title}} that the resource is missing; {{right}} says it.",
      // 401 and 403 may hide what is missing, and 409 may name the state that misses it.
      wrong: [400, 422, 500],
      // Whether an account exists is nothing that a login tells, where nobody is known yet; and what content refers to may be missing from it.
      isExempt: ({ purpose, method, askedBefore }, { status }, certainty) => (purpose === "session" && !askedBefore.includes("caller")) || purpose === "validation"
        || (certainty === "weak" && method !== "GET" && method !== "DELETE" && status.code !== 500),
      // What asked for the caller before has looked the same account up, so that hardly anybody gets the answer.
      isDoubtful: ({ askedBefore }, { because: { codes } }) => askedBefore.includes("caller") && codes.includes(401) && !codes.includes(400),
    },
    {
      kind: "empty",
      message: "Clients take {{title}} for a wrong address; a list without entries is an answer, with {{right}}.",
      wrong: [404],
      option: "checkEmptyLists",
    },
  ],
  overlooked: {
    id: "assumed",
    message: "Clients get {{title}} also for an id that does not exist; {{right}} says that it is missing.",
    option: "checkAssumed",
    right: 404,
    // What is deleted twice is gone all the same.
    isMeant: ({ method, askedBefore }, { isAssumed, onFailure, because }) => method !== "DELETE" && !askedBefore.includes("record")
      && onFailure === undefined && because.kind === "none" && isAssumed(),
  },
});
