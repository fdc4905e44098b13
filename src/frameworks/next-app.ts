import { argument, constant, defineFramework, member } from "./framework.ts";
import type { Made } from "./framework.ts";
import { headersOfInit, methodExports, redirectStatuses, responseClass, responseDialect } from "./response.ts";

const response = responseClass({ takesUrl: true });

/** https://nextjs.org/docs/app/api-reference/functions/next-response */
const nextResponse: Made = {
  ...response,
  name: "NextResponse",
  packages: ["next/server"],
  statics: {
    ...response.statics,
    redirect: [
      { content: "none", status: constant(307), location: argument(0), takesUrl: true, when: { arguments: [1] } },
      { content: "none", status: argument(1), location: argument(0), allows: redirectStatuses, takesUrl: true, when: { numberAt: 1 } },
      { content: "none", status: member(1, "status", 307), location: argument(0), fields: headersOfInit, allows: redirectStatuses, takesUrl: true },
    ],
    next: { passes: true },
    rewrite: { passes: true },
  },
};

/** Functions that throw what Next.js answers with: https://nextjs.org/docs/app/api-reference/functions */
const navigation: readonly Made[] = Object.entries({
  redirect: { status: constant(307), location: argument(0) },
  permanentRedirect: { status: constant(308), location: argument(0) },
  notFound: { status: constant(404) },
  forbidden: { status: constant(403) },
  unauthorized: { status: constant(401) },
}).map(([name, effect]) => ({ name, packages: ["next/navigation"], call: { content: "none", leaves: true, ...effect } }));

/** https://nextjs.org/docs/app/api-reference/file-conventions */
export const framework = defineFramework({
  ...responseDialect,
  name: "next-app",
  packages: ["next/server", "next/navigation"],
  made: [response, nextResponse, ...navigation],
  files: [
    { path: /(?:^|\/)app(?<route>\/(?!routes\/)(?:.*\/)?)route\.[cm]?[jt]sx?$/, exports: methodExports },
    { path: /(?:^|\/)app(?<route>\/(?:.*\/)?)(?:page|layout|template|default)\.[jt]sx?$/, exports: { default: "GET", generateMetadata: "GET" } },
    { path: /(?:^|\/)(?:middleware|proxy)\.[cm]?[jt]s$/, exports: { default: "ANY", middleware: "ANY", proxy: "ANY" }, isMiddleware: true },
  ],
  sinks: [],
});
