/** Files are read once, and again when they change. */
import { readFileSync, realpathSync, statSync } from "node:fs";

/** A file as it was when it was looked at. */
export interface FileState {
  readonly modifiedAt: number;
  readonly size: number;
}

/** A path that leads to no file, or that nobody may follow to its end, as links that go round, leads nowhere. */
export function fileAt(path: string): FileState | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? { modifiedAt: found.mtimeMs, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

/** Where a path leads when links are followed. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** A file that went away meanwhile, or that nobody may read, says nothing. */
export function textAt(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

interface Entry<Content> {
  readonly checkedAt: number;
  readonly state: FileState | undefined;
  readonly content: Content | undefined;
}

/** A file is looked at again at most this often (milliseconds), so that an editor sees changes and a run stays fast. */
const freshness = 1000;

/** A reader that keeps what it read last, of so many files; undefined where there is no such file. */
export function keeping<Content>(read: (path: string, state: FileState) => Content | undefined, most = 1000): (path: string) => Content | undefined {
  const entries = new Map<string, Entry<Content>>();
  return (path) => {
    const now = Date.now();
    const known = entries.get(path);
    if (known && now - known.checkedAt < freshness) return known.content;
    const state = fileAt(path);
    const isUnchanged = known !== undefined && known.state?.modifiedAt === state?.modifiedAt && known.state?.size === state?.size;
    const content = isUnchanged ? known.content : state && read(path, state);
    keepLast(entries, path, { checkedAt: now, state, content }, most);
    return content;
  };
}

/** The entry that was used last stands at the end; where there are more than so many, the first one is the first to go. */
export function keepLast<Key, Value>(entries: Map<Key, Value>, key: Key, value: Value, most: number): void {
  entries.delete(key);
  entries.set(key, value);
  const [first] = entries.keys();
  if (entries.size > most && first !== undefined) entries.delete(first);
}
