import { argument, assigned, defineFramework, delivers, sets } from "./framework.ts";

const modules = ["http", "node:http", "https", "node:https", "http2", "node:http2"];
const both = (...path: string[]) => modules.map((source) => [source, ...path] as const);

/** https://nodejs.org/api/http.html#class-httpserverresponse */
export const framework = defineFramework({
  name: "node-http",
  subject: "res",
  packages: modules,
  majors: [],
  markers: ["statusCode", "writeHead", "end"],
  handlers: {
    places: { 2: { request: 0, response: 1 } },
    types: [
      { packages: modules, name: "ServerResponse", is: "response" },
      { packages: modules, name: "Http2ServerResponse", is: "response" },
      { packages: modules, name: "IncomingMessage", is: "request" },
      { packages: modules, name: "Http2ServerRequest", is: "request" },
      { packages: modules, name: "RequestListener", is: "handler" },
    ],
    applications: [],
    applicationNames: /^(?:server|httpServer|httpsServer)$/,
    registrations: {},
    mounts: [],
    servers: [
      ...both("createServer"), ...both("createSecureServer"), ...both("Server"),
    ],
  },
  initialStatus: 200,
  range: [100, 999],
  contentless: [100, 101, 102, 103, 204, 304],
  verbatim: {},
  calls: {
    writeHead: [
      { ...sets({ status: argument(0), phrase: argument(1), sealsHead: true }), when: { arguments: [2], textAt: 1 } },
      { ...sets({ status: argument(0), fields: [{ from: "record", index: 1 }], sealsHead: true }), when: { arguments: [2] } },
      sets({ status: argument(0), phrase: argument(1), fields: [{ from: "record", index: 2 }], sealsHead: true }),
    ],
    setHeader: sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
    appendHeader: sets({ fields: [{ from: "pair", name: 0, value: 1 }] }),
    removeHeader: { removesField: 0 },
    flushHeaders: { sealsHead: true },
    write: { sealsHead: true, content: argument(0) },
    end: delivers({ mayRepeat: true, content: argument(0), emptyFor: ["absent", "undefined", "null", ""] }),
  },
  assignments: {
    statusCode: { status: assigned },
    status: { misplaces: { status: assigned, becomes: "ignored", instead: "statusCode" } },
    statusMessage: { phrase: assigned },
  },
  sinks: ["pipe", "pipeline"],
  undelivered: "hangs",
  phrasing: { status: { property: "statusCode" }, field: { statement: "setHeader" }, head: "writeHead", empty: "end", emptied: ["end"] },
});
