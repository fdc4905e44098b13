/** The map for a wiki: a table under a heading for each file. */
import { markdownTable } from "markdown-table";
import type { ProjectMap } from "./map.ts";
import { heads, rowsIn } from "./map-rows.ts";

export function mapMarkdown(map: ProjectMap): string {
  const files = rowsIn(map);
  if (files.length === 0) return "No handler of a server was found.\n";
  return files.map(({ path, rows }) => {
    const cells = rows.map(({ method, target, status, content, line }) => [method, escaped(target), status, content, line]);
    return `## ${escaped(path)}\n\n${markdownTable([[...heads], ...cells], { align: ["", "", "", "", "r"] })}\n`;
  }).join("\n");
}

/** Routes are full of signs that Markdown takes for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, "\\$&");
