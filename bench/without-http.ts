/** Ordinary code in which nothing is answered: the files that make up most of a project. */
import type { File } from "./in-process.ts";

export const filesWithoutHttp = (count: number): File[] =>
  Array.from({ length: count }, (_, index) => ({ name: `ledger-${index}.js`, text: fileOf(index) }));

const fileOf = (index: number): string => `
import { round } from "./money.js";

export class Ledger${index} {
  #entries = new Map();

  add(account, amount) {
    const entries = this.#entries.get(account) ?? [];
    this.#entries.set(account, [...entries, { amount: round(amount), at: Date.now() }]);
    return this;
  }

  balance(account) {
    return (this.#entries.get(account) ?? []).reduce((sum, { amount }) => sum + amount, 0);
  }
}

${Array.from({ length: 10 }, (_, part) => `
export function share${part}(total, people) {
  if (people.length === 0) throw new RangeError("Nobody shares " + total);
  const part = Math.floor((total * 100) / people.length) / 100;
  const rest = round(total - part * people.length);
  return people.map((person, place) => ({ person, amount: place === 0 ? part + rest : part }));
}
`).join("")}
`;
