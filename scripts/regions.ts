/** Generated regions of hand-written pages: what stands between two comment lines that a reader of the page never sees. */

/** Fills the named regions of a page and leaves every other word of it alone. */
export function fillRegions(path: string, page: string, regions: Readonly<Record<string, string>>): string {
  return Object.entries(regions).reduce((text, [name, content]) => {
    const begin = `<!-- generated: ${name} -->\n`;
    const end = "<!-- /generated -->";
    const [head, rest, ...more] = text.split(begin);
    const close = rest?.indexOf(end) ?? -1;
    if (head === undefined || rest === undefined || close < 0 || more.length > 0) {
      throw new Error(`${path} needs the region "${name}" once: ${begin.trim()} and ${end}, each on a line of its own.`);
    }
    return `${head}${begin}\n${content.trim()}\n\n${rest.slice(close)}`;
  }, page);
}

/** A Markdown table; a bar in a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
