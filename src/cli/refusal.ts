/** A run that cannot start: one line tells why, and what would help. */
export class Refusal extends Error {}

/** What ESLint says where a pattern gives it nothing to do. */
interface NothingToLint extends Error {
  readonly messageTemplate?: string;
  readonly messageData?: { readonly pattern: string };
}

/** Whether ESLint found nothing that it may lint. */
export const isNothingToLint = ({ messageTemplate = "" }: NothingToLint): boolean =>
  ["all-matched-files-ignored", "file-not-found"].includes(messageTemplate);

/** The line for a folder without code, where our own configuration says what counts as code. */
export function nothingToRead({ message, messageData: { pattern } = { pattern: "." } }: NothingToLint): Refusal {
  if (/[*{]|\.\w+$/.test(pattern)) return new Refusal(message);
  return new Refusal(`There is no JavaScript or TypeScript ${pattern === "." ? "here" : `in ${pattern}`}, besides packages, build output and tests.`);
}

export const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";
