import { argument, assigned, constant, defineFramework, delivers, sets } from "./framework.ts";
import { noParameters } from "./response.ts";

const pair = sets({ fields: [{ from: "pair", name: 0, value: 1 }] });

const send = delivers({ mayRepeat: true, content: argument(0), emptyFor: ["absent", "undefined", "null", ""], shapesFields: true });

/** https://nextjs.org/docs/pages/building-your-application/routing/api-routes; Vercel's Node.js functions speak the same words. */
export const framework = defineFramework({
  name: "next-pages",
  subject: "res",
  packages: ["next", "@vercel/node", "@now/node"],
  majors: [],
  markers: ["status", "statusCode", "json", "send", "end", "redirect", "writeHead"],
  handlers: {
    ...noParameters,
    places: { 2: { request: 0, response: 1 } },
    types: [
      { packages: ["next"], name: "NextApiResponse", is: "response" },
      { packages: ["next"], name: "NextApiRequest", is: "request" },
      { packages: ["next"], name: "NextApiHandler", is: "handler" },
      { packages: ["@vercel/node", "@now/node"], name: "VercelResponse", is: "response" },
      { packages: ["@vercel/node", "@now/node"], name: "VercelRequest", is: "request" },
      { packages: ["@vercel/node", "@now/node"], name: "VercelApiHandler", is: "handler" },
      { packages: ["@now/node"], name: "NowResponse", is: "response" },
      { packages: ["@now/node"], name: "NowRequest", is: "request" },
    ],
  },
  files: [{ name: "`pages/api/**`", path: /(?:^|\/)pages(?<route>\/api(?:\/.*)?)\.[cm]?[jt]sx?$/, exports: { default: "ANY" } }],
  initialStatus: 200,
  range: [100, 999],
  contentless: [100, 101, 102, 103, 204, 304],
  verbatim: {},
  calls: {
    status: sets({ status: argument(0) }),
    json: delivers({ content: argument(0), emptyFor: ["absent", "undefined"], shapesFields: true }),
    send: [
      { ...send, misplaces: { status: argument(0), becomes: "content", instead: "before" }, when: { arguments: [1], numberAt: 0 } },
      send,
    ],
    end: delivers({ mayRepeat: true, content: argument(0), emptyFor: ["absent", "undefined", "null", ""] }),
    redirect: [
      { ...delivers({ content: "unknown", throws: true }), when: { arguments: [1], numberAt: 0 } },
      { ...delivers({ status: constant(307), location: argument(0), content: "redirect", ignoresStatus: true }), when: { arguments: [1] } },
      { ...delivers({ status: argument(0), location: argument(1), content: "redirect", ignoresStatus: true }), when: { numberAt: 0 } },
      // The swapped order is taken for a lone location.
      { ...delivers({ status: constant(307), location: argument(0), content: "redirect", ignoresStatus: true }), when: { textAt: 0 } },
      delivers({ status: argument(0), location: argument(1), content: "redirect", ignoresStatus: true }),
    ],
    writeHead: [
      { ...sets({ status: argument(0), fields: [{ from: "record", index: 1 }], sealsHead: true }), when: { arguments: [2] } },
      sets({ status: argument(0), fields: [{ from: "record", index: 2 }], sealsHead: true }),
    ],
    setHeader: pair,
    appendHeader: pair,
    removeHeader: { removesField: 0 },
    flushHeaders: { sealsHead: true },
    write: { sealsHead: true, content: argument(0) },
    setPreviewData: sets({}),
    setDraftMode: sets({}),
    clearPreviewData: sets({}),
  },
  assignments: {
    statusCode: { status: assigned },
    status: { misplaces: { status: assigned, becomes: "ignored", instead: "statusCode" } },
  },
  sinks: ["pipe", "pipeline"],
  undelivered: "hangs",
  phrasing: { status: { call: "status" }, field: { statement: "setHeader" }, head: "writeHead", empty: "end", emptied: ["json", "send", "end"] },
});
