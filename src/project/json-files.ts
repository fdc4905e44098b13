/** Configuration files: read once, and again when they change. */
import { readFileSync, statSync } from "node:fs";

interface Entry<Content> {
  readonly checkedAt: number;
  readonly modifiedAt: number | undefined;
  readonly content: Content | undefined;
}

/** A file is looked at again at most this often (milliseconds), so that an editor sees changes and a run stays fast. */
const freshness = 1000;

/** A reader that keeps what it read; undefined where there is no such file. */
export function keeping<Content>(read: (path: string) => Content | undefined): (path: string) => Content | undefined {
  const entries = new Map<string, Entry<Content>>();
  return (path) => {
    const now = Date.now();
    const known = entries.get(path);
    if (known && now - known.checkedAt < freshness) return known.content;
    const modifiedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    const isUnchanged = known !== undefined && known.modifiedAt === modifiedAt;
    const content = isUnchanged ? known.content : modifiedAt === undefined ? undefined : read(path);
    entries.set(path, { checkedAt: now, modifiedAt, content });
    return content;
  };
}

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
