import { describe, expect, it } from "vitest";
import { readModel } from "../support/read.ts";
import type { ReadOptions } from "../support/read.ts";

const read = (source: string, options: ReadOptions = {}) =>
  readModel(source, options).map(({ framework, method, methodFrom, route, responses }) =>
    ({ framework, method, methodFrom, route, statuses: responses.map(({ status }) => status) }));

const filename = "/project/src/pages/api/users/[id].js";

describe("handlers of the pages API", () => {
  it("the path makes the default export a handler of every method", () => {
    expect(read(`export default function handler(req, res) { res.status(404).json({ error: "missing" }); }`, { filename })).toEqual([
      { framework: "next-pages", method: "ANY", methodFrom: "file-name", route: "/api/users/:id", statuses: [404] },
    ]);
  });

  it("a switch tells the methods apart", () => {
    const source = `
      export default withSession(async (req, res) => {
        switch (req.method) {
          case "GET": return res.json(await load(req.query.id));
          case "DELETE": return res.status(204).end();
          default: res.setHeader("Allow", "GET, DELETE"); return res.status(405).end();
        }
      });
    `;
    const route = "/api/users/:id";
    expect(read(source, { filename })).toEqual([
      { framework: "next-pages", method: "GET", methodFrom: "guard", route, statuses: [200] },
      { framework: "next-pages", method: "DELETE", methodFrom: "guard", route, statuses: [204] },
      { framework: "next-pages", method: "ANY", methodFrom: "guard", route, statuses: [405] },
    ]);
  });

  it("a type proves it anywhere", () => {
    const source = `import type { NextApiRequest, NextApiResponse } from "next"; export const answer = (req: NextApiRequest, res: NextApiResponse<User>) => { res.redirect("/a"); };`;
    expect(read(source, { filename: "/project/lib/show.ts" })).toEqual([
      { framework: "next-pages", method: null, methodFrom: "unknown", route: null, statuses: [307] },
    ]);
  });

  it("a function of Vercel is one by its type", () => {
    const source = `import type { VercelRequest, VercelResponse } from "@vercel/node"; export default (req: VercelRequest, res: VercelResponse) => { res.status(400).send("bad"); };`;
    expect(read(source, { filename: "/project/api/show.ts" }).map(({ framework, statuses }) => ({ framework, statuses }))).toEqual([
      { framework: "next-pages", statuses: [400] },
    ]);
  });

  it("a pair outside of pages/api is none", () => {
    expect(read(`export default function handler(req, res) { res.status(404).json({ error: "missing" }); }`, { filename: "/project/node_modules/next/x/page.js" })
      .filter(({ framework }) => framework === "next-pages")).toEqual([]);
  });
});
