/** Uses of HTTP that follow another agreement than resources do, told by route, name, file and words of the code. */
import { remembered } from "../../http/remembered.ts";
import type { Purpose } from "../model.ts";

/** The words of an identifier, a route or a path, in lower case: `createOrReturnTokens` is create, or, return, tokens. */
export const wordsOf = remembered((text): readonly string[] =>
  text.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter(Boolean));

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

interface Named {
  /** Words of the route without its parameters, of the handler's name, and of the file's name and folders. */
  readonly route: readonly string[];
  readonly name: readonly string[];
  readonly file: readonly string[];
}

const webhook = set("webhook webhooks hook hooks ipn callback callbacks");
const schedule = set("cron crons queue queues scheduler");
const job = new Set([...schedule, "worker", "workers"]);
const jobName = set("job jobs");
const jobVerb = set("process run execute trigger worker background internal");
const graphql = set("graphql gql");
const rpc = set("rpc jsonrpc trpc mcp scim");
const healthFile = set("health healthz healthcheck");
const health = set("health healthz healthcheck ready readyz live livez liveness readiness ping heartbeat alive");
const batch = set("bulk batch import sync");
const registration = set("register signup registration");
const session = set("login logout signin signout auth oauth token tokens refresh verify verification forgot reset otp 2fa mfa password session sessions");
const check = set("is has can verify");
const validation = set("validate validation check exists available availability test");
/** Who changes the availability of something does not ask whether something is available. */
const writing = set("change update set edit toggle create delete remove");
const query = set("search query filter lookup suggest preview calculate estimate export stats analyze analyse predict generate compare");
const action = set("toggle like unlike dislike follow unfollow reorder move archive unarchive cancel approve reject accept decline activate deactivate enable disable publish unpublish send resend mark pay apply remove update edit set change assign join leave start stop run process trigger vote rate upload order checkout merge");

/** The status of the whole server; that of an order is a resource. */
const statusOfAll = /^(?:\/(?:api|app|internal|server|service|system|v\d+))*\/status\/?$/i;

function has(words: readonly string[], wanted: ReadonlySet<string>): boolean {
  for (const word of words) if (wanted.has(word)) return true;
  return false;
}

const signature = /constructEvent|verifyWebhook|stripe-signature|x-hub-signature|x-shopify|webhookSecret|upstash-signature/i;
const procedure = /jsonrpc/i;

/** Whether the code of a file has words that tell a purpose. Few files do, and the others need no look at each handler. */
export const tellsPurpose = (code: string): boolean => signature.test(code) || procedure.test(code);

/** Each sign with the purpose it tells; the first that holds counts. */
const signs: readonly (readonly [Purpose, (named: Named, route: string | null, code: string) => boolean])[] = [
  ["webhook", ({ route, name, file }, _route, code) =>
    has(route, webhook) || has(name, webhook) || has(file, webhook) || signature.test(code)],
  ["job", ({ route, name, file }) =>
    // What validates the expression of a cron job runs none.
    (has(route, job) && !has(name.slice(0, 1), validation)) || has(name.slice(0, 1), job) || has(name.slice(-1), job) || has(file, schedule)
    || ((has(route, jobName) || has(name, jobName)) && (has(route, jobVerb) || has(name, jobVerb)))],
  ["graphql", ({ route, name, file }) => has(route, graphql) || has(name, graphql) || has(file, graphql)],
  ["rpc", ({ route, name, file }, path, code) =>
    has(route, rpc) || has(name, rpc) || has(file, rpc) || procedure.test(code)
    // `/users.create` names a procedure, `/users.json` a representation.
    || /\/[\w-]+\.(?!json|xml|html?|txt|csv|js|css|png|ico|svg|pdf|php)[a-z]\w*$/i.test(path ?? "")],
  ["health", ({ route, name, file }, path) =>
    has(route, health) || has(name, health) || has(file.slice(-1), health) || has(file.slice(-2), healthFile) || statusOfAll.test(path ?? "")],
  ["batch", ({ route, name }) => has(route, batch) || has(name, batch)],
  ["session", ({ route, name }) =>
    !has(route, registration) && !has(name, registration) && (has(route, session) || has(name, session) || isPair(route, "sign") || isPair(name, "sign") || isPair(name, "log"))],
  ["validation", ({ route, name }) => (has(route, validation) && !has(name.slice(0, 1), writing)) || has(name.slice(0, 1), validation) || has(name.slice(0, 1), check)],
  ["query", ({ route, name }) => has(route.slice(-1), query) || has(name.slice(0, 1), query)],
  ["action", ({ route, name }) => has(route.slice(-1), action) || has(name.slice(0, 1), action) || (name[0] === "add" && name.includes("to"))],
];

const inOrOut = set("in out");

/** `sign in`, `log out` as two words. */
const isPair = (words: readonly string[], first: string, seconds = inOrOut): boolean =>
  words.some((word, index) => word === first && seconds.has(words[index + 1] ?? ""));

/** The words of a file's name and its two nearest folders, which all handlers of the file share. */
const wordsOfFile = remembered((filename): readonly string[] => {
  const folders = filename.replace(/\\/g, "/").split("/").slice(-3);
  return [...folders.slice(0, -1), (folders.at(-1) ?? "").replace(/\.\w+$/, "")].flatMap(wordsOf);
});

/** The purpose that the first matching sign tells. `code` is the text of the handler, or nothing where it tells nothing. */
export function purposeOf(route: string | null, name: string | null, filename: string, code: string): Purpose | undefined {
  const named: Named = { route: wordsOf((route ?? "").replace(/:\w+/g, "")), name: wordsOf(name ?? ""), file: wordsOfFile(filename) };
  return signs.find(([, holds]) => holds(named, route, code))?.[0];
}

const login = set("login signin");
const into = set("in");

/** The handler lets somebody in who says a name and a secret. */
export const isLogin = (route: string | null, name: string | null): boolean =>
  [route, name].some((text) => {
    const words = wordsOf(text ?? "");
    return has(words, login) || isPair(words, "log", into) || isPair(words, "sign", into);
  });
