/** Programs with one handler, and what holds for a case whatever the options. */
import type { Cases } from "./rule-tester.ts";

type Silent = Cases["silent"][string];

/** The statements of a handler of an Express application; a route is written as `get("/users"`. */
export const on = (route: string, statements: string, imports = ""): string => `
  import express from "express";${imports}
  const router = express.Router();
  router.${route}, async (req, res, next) => {
    ${statements}
  });
`;

/** The statements of a handler that every method reaches. */
export const all = (statements: string): string => `
  import express from "express";
  express().all("/users", (req, res, next) => {
    ${statements}
  });
`;

/** The statements of a server of Node.js. */
export const server = (statements: string): string => `
  import http from "node:http";
  http.createServer((req, res) => {
    ${statements}
  });
`;

/** Each case as it is, and with these options set. */
export const withOptions = (options: object, cases: Readonly<Record<string, string>>): Cases["silent"] =>
  Object.fromEntries(Object.entries(cases).flatMap(([name, code]): [string, Silent][] => [[name, code], [`${name}, all options set`, { code, options }]]));

/** The statements of a handler of the app router, which an export named after the method makes one; the test case is told `routeFile`. */
export const route = (method: string, statements: string, imports = ""): string => `
  import { NextResponse } from "next/server";${imports}
  export async function ${method}(request, { params }) {
    ${statements}
  }
`;

/** A name under which the app router serves `/api/users/:id`. */
export const routeFile = "app/api/users/[id]/route.ts";

/** Statements of handlers of the app router that a rule leaves alone. */
export const silentRoutes = (method: string, cases: Readonly<Record<string, string>>, options?: object): Cases["silent"] =>
  Object.fromEntries(Object.entries(cases).map(([name, statements]) => [name, { code: route(method, statements), filename: routeFile, ...(options && { options }) }]));

/** An application with one handler that may throw, and what stands before it and behind it. */
export const throwing = (route: string, statements: string, { before = "", after = "" } = {}): string => `
  import express from "express";
  import createError from "http-errors";
  ${before}
  const app = express();
  app.${route}, (req, res, next) => {
    ${statements}
  });
  ${after}
  app.listen(3000);
`;
