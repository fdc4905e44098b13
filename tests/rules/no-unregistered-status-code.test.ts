import { statusCodes, unregisteredCodes } from "../../src/http/status-codes.ts";
import { titleOf } from "../../src/http/status.ts";
import { rule } from "../../src/rules/no-unregistered-status-code.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

type Report = Cases["reports"][string];

const on = (statements: string, route = "/"): string => `
  import express from "express";
  express().get("${route}", (req, res) => {
    ${statements}
  });
`;

/** A handler that answers with this code, and with each that is offered for it. */
const answered = (messageId: "unregistered" | "withdrawn", code: number, likeness: string, offers: readonly number[]): Report => ({
  code: on(`res.status(${code}).end();`), at: `res.status(${code}).end()`, messageId, data: { title: titleOf(code), likeness },
  cures: offers.map((offer) => ({ tier: "choice", messageId: "answer", data: { title: titleOf(offer) }, output: on(`res.status(${offer}).end();`) })),
});

const inForce = statusCodes.filter(({ status, code }) => code >= 200 && status === "standard");
const wellKnown = unregisteredCodes.filter(({ code }) => code >= 200 && code <= 599);

run(rule, {
  silent: {
    ...Object.fromEntries(inForce.map(({ code }) => [`${code}, which is registered`, on(`res.status(${code}).end();`)])),
    "a constant": 'import { StatusCodes } from "http-status-codes"; import express from "express"; express().get("/", (req, res) => { res.status(StatusCodes.GONE).end(); });',
    "the default": on("res.json({});"),
    "a status that only run time knows": on("res.status(upstream.status).end();"),
    "a status with a fallback": on("res.status(error.status || 500).end();"),
    "a number out of range, which is another fault": on("res.status(4200).end();"),
    "beyond 599, which is another fault": on("res.status(999).end();"),
    "an interim code, which is another fault": on("res.status(199).end();"),
    "an allowed code": { code: on("res.status(499).end();"), options: { allow: [499] } },
    "an allowed code of another kind": { code: on("res.sendStatus(418);"), options: { allow: [418, 420] } },
    "a teapot": on("res.sendStatus(418);", "/teapot"),
    "coffee": on("res.status(418).end();", "/coffee"),
    "a teapot that says so": on('res.status(418).send("I\'m a teapot");'),
    "partial success of GraphQL": 'import express from "express"; express().post("/graphql", (req, res) => { res.status(294).json({}); });',
    "a number in the content": on("res.json({ code: 420 });"),
    "a client": 'const res = await fetch("/"); if (res.status === 520) throw new Error();',
    "a mock": 'import { vi } from "vitest"; const res = { status: vi.fn() }; res.status(420);',
    "a size": on("res.set('Content-Length', 420); res.end();"),
  },
  reports: {
    ...Object.fromEntries(wellKnown.map(({ code, usages }): [string, Report] => {
      const base = Math.floor(code / 100) * 100;
      const meant = [...new Set(usages.flatMap(({ instead }) => instead ?? []))];
      return [String(code), answered("unregistered", code, titleOf(base), meant.length > 0 ? meant : [base])];
    })),
    "a code that nobody uses": answered("unregistered", 432, "400 Bad Request", [400]),
    "a success that nobody uses": answered("unregistered", 250, "200 OK", [200]),
    "a redirect that nobody uses": answered("unregistered", 350, "300 Multiple Choices", []),
    "305": answered("withdrawn", 305, "300 Multiple Choices", []),
    "306": answered("withdrawn", 306, "300 Multiple Choices", []),
    "418 where no tea is": answered("withdrawn", 418, "400 Bad Request", [400]),
    "510": answered("withdrawn", 510, "500 Internal Server Error", [500]),
    "what happened comes first": {
      code: on('const user = await User.findById(req.params.id); if (!user) return res.status(432).json({ error: "User not found" }); res.json(user);').replace("(req", "async (req"),
      at: 'res.status(432).json({ error: "User not found" })', messageId: "unregistered", data: { title: "432", likeness: "400 Bad Request" },
      cures: [{
        tier: "choice", messageId: "answer", data: { title: "404 Not Found" },
        output: on('const user = await User.findById(req.params.id); if (!user) return res.status(404).json({ error: "User not found" }); res.json(user);').replace("(req", "async (req"),
      }],
    },
    "a constant of an unregistered code": {
      code: 'import { StatusCodes } from "http-status-codes"; import express from "express"; express().get("/", (req, res) => { res.sendStatus(StatusCodes.INSUFFICIENT_SPACE_ON_RESOURCE); });',
      at: "res.sendStatus(StatusCodes.INSUFFICIENT_SPACE_ON_RESOURCE)", messageId: "unregistered", data: { title: "419 Page Expired", likeness: "400 Bad Request" },
      cures: [["403 Forbidden", "FORBIDDEN"], ["507 Insufficient Storage", "INSUFFICIENT_STORAGE"]].map(([title = "", name = ""]) => ({
        tier: "choice" as const, messageId: "answer", data: { title },
        output: `import { StatusCodes } from "http-status-codes"; import express from "express"; express().get("/", (req, res) => { res.sendStatus(StatusCodes.${name}); });`,
      })),
    },
    "a fallback": {
      code: on("res.status(error.status || 520).end();"), at: "res.status(error.status || 520).end()", messageId: "unregistered",
      data: { title: "520 Web Server Returned an Unknown Error", likeness: "500 Internal Server Error" },
    },
    "a code that is not among the allowed": { ...answered("unregistered", 420, "400 Bad Request", [429, 424]), options: { allow: [499] } },
  },
});
