/** The map for a wiki: a table under a heading for each file. */
import { markdownTable } from "markdown-table";
import type { ProjectMap } from "./map.ts";
import { heads, rowsOf } from "./map-rows.ts";

export const mapMarkdown = ({ files }: ProjectMap): string => {
  if (files.length === 0) return "No handler of a server was found.\n";
  return files.map(({ path, handlers }) => {
    const rows = handlers.flatMap(rowsOf).map(({ method, target, status, content, line }) => [method, escaped(target), status, content, line]);
    return `## ${escaped(path)}\n\n${markdownTable([[...heads], ...rows], { align: ["", "", "", "", "r"] })}\n`;
  }).join("\n");
};

/** Routes are full of signs that Markdown takes for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, "\\$&");
