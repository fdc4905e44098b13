import { Linter as LinterOfTools } from "@typescript-eslint/utils/ts-eslint";
import { Linter } from "eslint";
import { expect, it } from "vitest";

// An ESLint 9 leg that runs on ESLint 10 would be green for ever.
it(`these tests run on ESLint ${process.env["ESLINT_MAJOR"]}`, () => {
  const majors = [Linter.version, new Linter().version, LinterOfTools.version].map((version) => version.split(".")[0]);
  expect(new Set(majors)).toEqual(new Set([process.env["ESLINT_MAJOR"]]));
});
