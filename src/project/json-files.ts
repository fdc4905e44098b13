/** Configuration files. */
import { readFileSync } from "node:fs";

/** The object in a file; one that holds none says nothing, and whoever the file is for will complain. */
export function readObject(path: string, asJson: (text: string) => string = (text) => text): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(asJson(readFileSync(path, "utf8")));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
