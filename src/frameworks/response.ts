/** The `Response` of the Fetch standard, which several dialects share: https://fetch.spec.whatwg.org/#response-class */
import { argument, constant, member, sets } from "./framework.ts";
import type { Effect, FieldSource, Made, ParameterHandlers, Word } from "./framework.ts";

/** The fields that stand in the record beside the content. */
export const headersOfInit: readonly FieldSource[] = [{ from: "record", index: 1, key: "headers" }];

/** Statuses that a redirect takes: https://fetch.spec.whatwg.org/#redirect-status */
export const redirectStatuses = [301, 302, 303, 307, 308];

/** Packages whose `Response` is the one of the standard. */
const packages = [
  "undici", "node-fetch", "cross-fetch", "@cloudflare/workers-types", "@remix-run/node", "@remix-run/cloudflare", "@remix-run/deno",
  "@remix-run/web-fetch", "@whatwg-node/fetch",
];

/** `new Response(body, init)`, whatever its name. */
export const construct: Effect = {
  content: argument(0), emptyFor: ["absent", "undefined", "null"], status: member(1, "status"), phrase: member(1, "statusText"), fields: headersOfInit,
};

/** The global class; `ofRedirect` says what else holds for redirects in a dialect. */
export const responseClass = (ofRedirect: Effect): Made => ({
  name: "Response",
  isGlobal: true,
  packages,
  construct,
  statics: {
    json: { content: argument(0), needsContent: true, status: member(1, "status"), phrase: member(1, "statusText"), fields: headersOfInit },
    redirect: [
      { content: "none", status: constant(302), location: argument(0), ...ofRedirect, when: { arguments: [1] } },
      { content: "none", status: argument(1), location: argument(0), allows: redirectStatuses, ...ofRedirect },
    ],
    error: { content: "none", throws: true },
  },
});

/** Words on an answer that is made already. */
const wordsOnResponse: Readonly<Record<string, Word>> = {
  "headers.set": sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
  "headers.append": sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
  "headers.delete": { removesField: 0 },
  clone: sets({}),
};

/** No parameter of a handler carries the answer. */
export const noParameters: ParameterHandlers = {
  places: {}, types: [], applications: [], applicationNames: /^(?!)/, registrations: {}, mounts: [], servers: [],
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Exports that answer the method which they are named after. */
export const methodExports: Readonly<Record<string, string>> = Object.fromEntries(methods.map((method) => [method, method]));

/** The words of routers, by the method that they register. */
const routeWords = { ...Object.fromEntries(methods.map((method) => [method.toLowerCase(), method])), all: "ANY", any: "ANY" };

/** What all dialects of `Response` have in common. */
export const responseDialect = {
  subject: "Response",
  majors: [],
  markers: [],
  handlers: { ...noParameters, registrations: routeWords, mounts: ["use"] },
  initialStatus: 200,
  range: [200, 599],
  contentless: [],
  refusesContentOf: [204, 205, 304],
  takesUndefined: true,
  verbatim: {},
  calls: wordsOnResponse,
  // The member has no setter, and modules are strict.
  assignments: { status: { throws: true }, statusText: { throws: true } },
  undelivered: "fails",
  phrasing: { init: { status: "status", fields: "headers" }, emptied: ["json"] },
} as const;
