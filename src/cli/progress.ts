/** Tells a person who waits that something goes on; writes nothing that stays, and nothing where nobody watches. */

export interface Progress {
  readonly onFile: (path: string) => void;
  /** Wipes the line away, so that what follows starts clean. */
  readonly end: () => void;
}

/** Shorter runs are over before anyone asks. */
const patience = 1000;
const pause = 100;

export function progressOn(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "write">,
  env: Readonly<Record<string, string | undefined>> = process.env,
  now: () => number = Date.now,
): Progress {
  if (!stream.isTTY || env["CI"] !== undefined || env["TERM"] === "dumb") return { onFile: () => undefined, end: () => undefined };
  const wipe = "\r\u001B[K";
  // ESLint may read a file more than once.
  const seen = new Set<string>();
  let due = now() + patience;
  let isShown = false;
  return {
    onFile(path) {
      seen.add(path);
      if (now() < due) return;
      due = now() + pause;
      isShown = true;
      stream.write(`${wipe}${seen.size} files …`);
    },
    end() {
      if (isShown) stream.write(wipe);
      isShown = false;
    },
  };
}
