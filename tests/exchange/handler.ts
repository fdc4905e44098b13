/** The statements of one Express handler, and what the model reads in them, in a line for each answer. */
import type { Exchange, Response } from "../../src/exchange/model.ts";
import { exchangesOf } from "../support/read.ts";
import type { ReadOptions } from "../support/read.ts";

export const express = (program: string): string => `
const express = require("express");
const app = express();
${program}
`;

/** An endpoint with everything that a handler is given. */
export const endpoint = (statements: string): string => express(`app.get("/", async (req, res, next) => {\n${statements}\n});`);

/** `404 failure`; `200|404 resource` for alternatives, `500|? failure` where run time adds others. */
export function lineOf({ status, content, outcome }: Response): string {
  const codes = [...status.codes, ...(status.origin === "dynamic" ? ["?"] : [])].join("|");
  return [codes, content.shape, ...(outcome === "throws" ? ["throws"] : [])].join(" ");
}

export const linesOf = (exchanges: readonly Exchange[]): string[] => exchanges.flatMap(({ responses }) => responses.map(lineOf));

/** The answers of a handler with these statements, in the order of the source. */
export const answers = (statements: string, options: ReadOptions = {}): string[] => linesOf(exchangesOf(endpoint(statements), options));

/** The answers, and `silence` for a path that ends without one. */
export function ends(statements: string, options: ReadOptions = {}): string[] {
  const exchanges = exchangesOf(endpoint(statements), options);
  return [...linesOf(exchanges), ...(exchanges.some(({ unfinished }) => unfinished) ? ["silence"] : [])];
}

/** Every response of a handler with these statements. */
export const responsesIn = (statements: string, options: ReadOptions = {}): readonly Response[] =>
  exchangesOf(endpoint(statements), options).flatMap(({ responses }) => responses);

/** A named piece of code and the lines that it should read as. */
export type Sample = readonly [name: string, statements: string, lines: readonly string[]];
