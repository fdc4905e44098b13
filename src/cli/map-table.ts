/** The map for a terminal: all rows in one table, so that the columns stand below each other, with a line for each file. */
import { stripVTControlCharacters, styleText } from "node:util";
import { markdownTable } from "markdown-table";
import type { ProjectMap } from "./map.ts";
import { heads, rowsIn } from "./map-rows.ts";
import type { Row } from "./map-rows.ts";

type Style = "bold" | "cyan" | "dim" | "green" | "red" | "reset" | "underline" | "yellow";

/** By the first digit of the code. */
const styles: Readonly<Record<number, Style>> = { 2: "green", 3: "cyan", 4: "yellow", 5: "red" };

/** Node.js asks the stream and the environment whether colours are wanted. */
export function mapTable(map: ProjectMap, stream: NodeJS.WritableStream): string {
  const files = rowsIn(map);
  if (files.length === 0) return "No handler of a server was found.\n";
  const paint = (style: Style, text: string): string => (text === "" ? "" : styleText(style, text, { stream }));
  const cellsOf = ({ method, target, codes, status, content, line }: Row): string[] => [
    paint("bold", method),
    target,
    paint(styleOf(codes), status),
    content,
    paint("dim", line),
  ];
  const groups = files.map(({ path, rows }) => ({ path, rows: rows.map(cellsOf) }));
  const [head = "", , ...lines] = markdownTable(
    [heads.map((each) => paint("dim", each)), ...groups.flatMap(({ rows }) => rows)],
    { delimiterStart: false, delimiterEnd: false, align: ["", "", "", "", "r"], stringLength: (text) => stripVTControlCharacters(text).length },
  ).split("\n");
  const blocks = groups.map(({ path, rows }) => [paint("underline", path), ...lines.splice(0, rows.length)].join("\n"));
  return `${[head, ...blocks].join("\n\n")}\n`;
}

const styleOf = (codes: readonly number[]): Style => {
  const [first, ...others] = new Set(codes.map((code) => Math.floor(code / 100)));
  return (others.length === 0 && first !== undefined && styles[first]) || "reset";
};
