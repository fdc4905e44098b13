import { describe, expect, it } from "vitest";
import { statusCodesPage } from "../../scripts/status-codes-page.ts";
import { titleOf } from "../../src/http/status.ts";
import { statusCodes, unregisteredCodes } from "../../src/http/status-codes.ts";

const page = statusCodesPage(new Map([[404, ["prefer-not-found", "no-error-in-success"]]]));

describe("the page of status codes", () => {
  it("says in its first line that it is generated", () => {
    expect(page.split("\n")[0]).toContain("npm run generate");
  });

  it("gives every registered code a heading of its own", () => {
    const headings = page.match(/^### .*$/gm);
    expect(headings).toEqual(statusCodes.map(({ code }) => `### ${titleOf(code)}`));
  });

  it("tells about each code what to use it for and what not", () => {
    for (const { useFor, notFor } of statusCodes) {
      expect(page).toContain(`- **Use it for:** ${useFor}`);
      expect(page).toContain(`- **Not for:** ${notFor}`);
    }
  });

  it("lists every unregistered code", () => {
    for (const { code } of unregisteredCodes) expect(page).toContain(`| ${code} | `);
  });

  it("links the rules that concern a code, and only there", () => {
    expect(page).toContain(
      "- **Rules:** [prefer-not-found](rules/prefer-not-found.md), [no-error-in-success](rules/no-error-in-success.md)",
    );
    expect(page.match(/\*\*Rules:\*\*/g)).toHaveLength(1);
  });

  it("links within itself only to headings that are there", () => {
    const anchors = new Set(Array.from(page.matchAll(/^#+ (.*)$/gm), ([, heading = ""]) =>
      heading.toLowerCase().replace(/[^a-z0-9 -]/g, "").replaceAll(" ", "-")));
    for (const [, anchor = ""] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors, anchor).toContain(anchor);
  });

  it("has no empty points, no double spaces and one line at its end", () => {
    expect(page).not.toMatch(/:\*\* *$/m);
    expect(page).not.toMatch(/undefined|\S {2,}\S|\n{3,}/);
    expect(page).toMatch(/[^\n]\n$/);
  });
});
