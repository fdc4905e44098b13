/** Which way an error takes that leaves its file: through the one application of the project, if there is but one. */
import type { Framework } from "../../frameworks/framework.ts";
import type { Settings } from "../../settings.ts";
import { ErrorWays, noWay } from "./error-ways.ts";
import type { Handlers } from "./error-ways.ts";
import { fileKnownTo } from "../elsewhere/imports.ts";
import { applicationsAround } from "../elsewhere/other-files.ts";
import type { LintedFile } from "../elsewhere/other-files.ts";
import type { Walk } from "../walk/walk.ts";

/** Programs that only try what the project serves. */
const tries = /[./](?:test|spec|stories)s?\.[cm]?[jt]sx?$|[\\/](?:tests?|__tests__|__mocks__|e2e|examples?|cypress)[\\/]/;

/** Unknown where several files make applications, or where another file may take errors too. */
export function wayThroughProject(place: Pick<Walk, "framework" | "major" | "bindings">, linted: LintedFile, frameworks: readonly Framework[], settings: Settings): Handlers {
  if (!settings.imports) return noWay;
  const found = applicationsAround(linted, frameworks, settings.routes);
  const [path, ...others] = found?.applying.filter((one) => !tries.test(one)) ?? [];
  if (path === undefined || others.length > 0 || found?.catching.some((one) => one !== path && !tries.test(one))) return noWay;
  const file = path === linted.filename ? place.bindings : fileKnownTo(place.bindings, path, linted.language);
  return file ? new ErrorWays({ ...place, file }).throughApplication() : noWay;
}
