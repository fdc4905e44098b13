import { argument, constant, defineFramework, member } from "./framework.ts";
import type { FixedContent, Made } from "./framework.ts";
import { construct, headersOfInit, methodExports, redirectStatuses, responseClass, responseDialect } from "./response.ts";

const response = responseClass({ takesUrl: true });

/** https://nextjs.org/docs/app/api-reference/functions/next-response */
const nextResponse: Made = {
  name: "NextResponse",
  packages: ["next/server"],
  construct,
  statics: {
    ...response.statics,
    redirect: [
      { content: "none", status: constant(307), location: argument(0), takesUrl: true, when: { arguments: [1] } },
      { content: "none", status: argument(1), location: argument(0), allows: redirectStatuses, strictIn: "all", takesUrl: true, when: { numberAt: 1 } },
      { content: "none", status: member(1, "status", 307), location: argument(0), fields: headersOfInit, allows: redirectStatuses, strictIn: "all", takesUrl: true },
    ],
    next: { passes: true },
    rewrite: { passes: true },
  },
};

/** Functions that throw what Next.js answers with: https://nextjs.org/docs/app/api-reference/functions */
const navigation = (content: FixedContent): readonly Made[] => Object.entries({
  redirect: { status: constant(307), location: argument(0) },
  permanentRedirect: { status: constant(308), location: argument(0) },
  notFound: { status: constant(404) },
  forbidden: { status: constant(403) },
  unauthorized: { status: constant(401) },
}).map(([name, effect]) => ({ name, packages: ["next/navigation"], call: { content, leaves: true, ...effect } }));

const classes: readonly Made[] = [response, nextResponse];

/** https://nextjs.org/docs/app/api-reference/file-conventions */
export const framework = defineFramework({
  ...responseDialect,
  name: "next-app",
  packages: ["next/server", "next/navigation"],
  made: [...classes, ...navigation("none")],
  files: [
    { name: "`app/**/route`", path: /(?:^|\/)app(?<route>\/(?!routes\/)(?:.*\/)?)route\.[cm]?[jt]sx?$/, exports: methodExports },
    { name: "`app/**/page`", path: /(?:^|\/)app(?<route>\/(?:.*\/)?)(?:page|layout|template|default)\.[jt]sx?$/, exports: { default: "GET" }, made: [...classes, ...navigation("page")] },
    { name: "`middleware`", path: /(?:^|\/)(?:middleware|proxy)\.[cm]?[jt]s$/, exports: { default: "ANY", middleware: "ANY", proxy: "ANY" }, isMiddleware: true },
  ],
  sinks: [],
});
