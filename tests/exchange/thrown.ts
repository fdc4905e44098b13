/** Programs of Express 5 that throw, and what the model reads of the answers that others give. */
import type { Response } from "../../src/exchange/model.ts";
import { exchangesOf } from "../support/read.ts";
import { lineOf } from "./handler.ts";

interface Around {
  readonly before?: string | undefined;
  readonly after?: string;
  readonly handler?: string;
}

/** An application that nobody can add to, with a handler of these statements. */
export const throwing = (statements: string, { before = "", after = "", handler = "async (req, res, next) =>" }: Around = {}): string => `
const express = require("express");
const createError = require("http-errors");
const Boom = require("@hapi/boom");
${before}
const app = express();
app.get("/users/:id", ${handler} {
${statements}
});
${after}
app.listen(3000);
`;

/** Under Express 5, or another version; null for one that nothing tells. */
export const thrownIn = (source: string, major: number | null = 5): readonly Response[] =>
  exchangesOf(source, major === null ? {} : { framework: "express", major }).flatMap(({ responses }) => responses.filter(({ thrown }) => thrown));

/** `404 failure by throw` */
export const thrownLines = (source: string, major: number | null = 5): string[] =>
  thrownIn(source, major).map((response) => `${lineOf(response)} by ${response.via}`);
