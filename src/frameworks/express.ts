import { argument, assigned, constant, defineFramework, delivers, sets } from "./framework.ts";
import type { Effect, Overload, Word } from "./framework.ts";

const methods = [
  "get", "head", "post", "put", "delete", "options", "patch", "trace", "connect", "copy", "link", "lock", "merge",
  "mkactivity", "mkcol", "move", "notify", "propfind", "proppatch", "purge", "query", "report", "search", "subscribe",
  "unlink", "unlock", "unsubscribe",
];

/** Express 4 read `json(404, body)` and `json(body, 404)`; Express 5 takes the first argument as the content. */
const withOldStatus = (plain: Effect, ...overloads: readonly Overload[]): Word => {
  const first: Effect = { misplaces: { status: argument(0), becomes: "content", since: 5, instead: "before" } };
  const second: Effect = { misplaces: { status: argument(1), becomes: "ignored", since: 5, instead: "before" } };
  return [
    { ...delivers({ status: argument(0), content: argument(1), dropsContentOf: [205], shapesFields: true, ...first }), when: { arguments: [2], numberAt: 0, majors: [4] } },
    { ...delivers({ status: argument(1), content: argument(0), dropsContentOf: [205], shapesFields: true, ...second }), when: { arguments: [2], numberAt: 1, majors: [4] } },
    { ...plain, ...first, when: { arguments: [2], numberAt: 0, majors: [5] } },
    { ...plain, ...second, when: { arguments: [2], numberAt: 1, majors: [5] } },
    ...overloads,
    plain,
  ];
};

/** `send(404)` */
const lone: Effect = { misplaces: { status: argument(0), becomes: "content", since: 5, instead: "sendStatus" } };
const swapped: Effect = { misplaces: { status: argument(1), becomes: "throws", since: 5, instead: "swapped" } };

const contentOfJson = delivers({ content: argument(0), emptyFor: ["absent", "undefined"], dropsContentOf: [205], shapesFields: true });
const contentOfSend = delivers({ content: argument(0), emptyFor: ["absent", "undefined", "null", ""], dropsContentOf: [205], shapesFields: true });

/** https://expressjs.com/en/5x/api.html#res */
export const framework = defineFramework({
  name: "express",
  subject: "res",
  packages: ["express", "express-promise-router"],
  majors: [4, 5],
  markers: [
    "status", "sendStatus", "statusCode", "json", "jsonp", "send", "end", "redirect", "render", "sendFile", "sendfile",
    "download", "writeHead", "format",
  ],
  handlers: {
    places: {
      2: { request: 0, response: 1 },
      3: { request: 0, response: 1, next: 2 },
      4: { error: 0, request: 1, response: 2, next: 3 },
    },
    types: [
      { packages: ["express", "express-serve-static-core"], name: "Response", is: "response" },
      { packages: ["express", "express-serve-static-core"], name: "Request", is: "request" },
      { packages: ["express", "express-serve-static-core"], name: "RequestHandler", is: "handler" },
      { packages: ["express", "express-serve-static-core"], name: "Handler", is: "handler" },
      { packages: ["express", "express-serve-static-core"], name: "ErrorRequestHandler", is: "error-handler" },
    ],
    applications: [
      ["express"], ["express", "Router"], ["express-promise-router"],
    ],
    applicationNames: /^_?(?:app|api|server|router|routes?|\w*(?:App|Router|Routes?|_router|_routes?))$/i,
    registrations: {
      ...Object.fromEntries(methods.map((method) => [method, method.toUpperCase()])),
      "m-search": "M-SEARCH", del: "DELETE", all: "ANY",
    },
    mounts: ["use"],
    route: "route",
    servers: [],
  },
  initialStatus: 200,
  range: [100, 999],
  contentless: [100, 101, 102, 103, 204, 304],
  // Short type names are looked up (`json`), and Express 4 replaces `back` by the Referer.
  verbatim: { "content-type": /\//, location: /^(?!back$)/ },
  calls: {
    status: sets({ status: argument(0), strictIn: [5] }),
    sendStatus: delivers({ status: argument(0), content: "reason-phrase", strictIn: [5], dropsContentOf: [205] }),
    json: withOldStatus(contentOfJson),
    jsonp: withOldStatus(contentOfJson),
    send: withOldStatus(
      contentOfSend,
      { ...delivers({ status: argument(0), content: "reason-phrase", ...lone }), when: { arguments: [1], numberAt: 0, majors: [4] } },
      { ...contentOfSend, ...lone, when: { arguments: [1], numberAt: 0, majors: [5] } },
    ),
    statusCode: { throws: true, misplaces: { status: argument(0), becomes: "throws", instead: "status" } },
    end: delivers({ mayRepeat: true, content: argument(0), emptyFor: ["absent", "undefined", "null", ""] }),
    redirect: [
      {
        ...delivers({ status: argument(0), location: argument(1), content: "redirect", ignoresStatus: true }),
        when: { arguments: [2], numberAt: 0 },
      },
      {
        ...delivers({ status: argument(1), location: argument(0), content: "redirect", ignoresStatus: true, ...swapped }),
        when: { arguments: [2], numberAt: 1, majors: [4] },
      },
      { ...delivers({ content: "unknown", throws: true, ...swapped }), when: { arguments: [2], numberAt: 1, majors: [5] } },
      {
        ...delivers({ status: argument(1), location: argument(0), content: "redirect", ignoresStatus: true }),
        when: { arguments: [2], textAt: 0, majors: [4] },
      },
      { ...delivers({ status: constant(302), location: argument(0), content: "redirect", ignoresStatus: true }), when: { arguments: [1] } },
      // Two arguments of which neither is readable as a number: the documented order, status first.
      delivers({ status: argument(0), location: argument(1), content: "redirect", ignoresStatus: true, strictIn: [5] }),
    ],
    render: delivers({ content: "page", shapesFields: true }),
    sendFile: delivers({ content: "stream" }),
    sendfile: delivers({ content: "stream" }),
    download: delivers({ content: "stream" }),
    writeHead: [
      { ...sets({ status: argument(0), phrase: argument(1), sealsHead: true }), when: { arguments: [2], textAt: 1 } },
      { ...sets({ status: argument(0), fields: [{ from: "record", index: 1 }], sealsHead: true }), when: { arguments: [2] } },
      sets({ status: argument(0), phrase: argument(1), fields: [{ from: "record", index: 2 }], sealsHead: true }),
    ],
    flushHeaders: { sealsHead: true },
    write: { sealsHead: true, content: argument(0) },
    set: [
      { ...sets({ fields: [{ from: "record", index: 0 }] }), when: { arguments: [1] } },
      sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
    ],
    header: [
      { ...sets({ fields: [{ from: "record", index: 0 }] }), when: { arguments: [1] } },
      sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
    ],
    setHeader: sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
    append: sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
    type: sets({ fields: [{ from: "word", name: "content-type", value: 0 }] }),
    contentType: sets({ fields: [{ from: "word", name: "content-type", value: 0 }] }),
    location: sets({ location: argument(0), fields: [{ from: "word", name: "location", value: 0 }] }),
    links: sets({}),
    vary: sets({ fields: [{ from: "word", name: "vary", value: 0 }] }),
    removeHeader: { removesField: 0 },
    cookie: sets({}),
    clearCookie: sets({}),
    attachment: sets({}),
  },
  assignments: {
    statusCode: { status: assigned },
    status: { misplaces: { status: assigned, becomes: "ignored", instead: "statusCode" } },
    statusMessage: { phrase: assigned },
  },
  // https://github.com/pillarjs/finalhandler
  errors: {
    members: ["status", "statusCode"],
    range: [400, 599],
    keepsStatus: true,
    otherwise: 500,
    rejectedIn: [5],
    patches: ["express-async-errors"],
    waiting: [["express-promise-router"]],
    wrappers: [["express-async-handler"]],
  },
  sinks: ["pipe", "pipeline"],
  undelivered: "hangs",
  phrasing: { status: { call: "status" }, field: { call: "set" }, head: "writeHead", empty: "end", emptied: ["json", "jsonp", "send", "end"] },
});
