/** Whole repositories, for the scripts that count what is read there. */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

export function* filesUnder(folder: string, root: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !/^(?:node_modules|dist|build|coverage|\.next|out|\.git)$/.test(entry.name)) yield* filesUnder(path, root);
    if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !entry.name.endsWith(".min.js")) yield relative(root, path).split(sep).join("/");
  }
}

export const percent = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);

export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  for (const row of [head, head.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
  console.log();
}
