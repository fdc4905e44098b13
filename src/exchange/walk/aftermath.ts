/** What comes after an answer on the same path: another answer, or the next handler. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { LateWord, Spending } from "../courses/courses.ts";
import type { Path, Value } from "./path.ts";

/** A call that spends a request, and the first one that follows it on its path. */
export interface Followed {
  readonly first: TSESTree.Node;
  readonly firstBy: Spending;
  readonly then: TSESTree.Node;
  /** What follows it in the same way on other paths. */
  readonly elsewhere: ReadonlySet<TSESTree.Node>;
  readonly thenBy: Spending;
  /** Other paths come to the second one with a request that is not spent. */
  readonly isMeant: boolean;
}

/** Follows what spends a request until the paths end. A function that is called stands for all that it does. */
export class Aftermath {
  readonly #followers = new Map<TSESTree.Node, Pick<Followed, "firstBy" | "then" | "thenBy"> & { readonly elsewhere: Set<TSESTree.Node> }>();
  readonly #by = new Map<TSESTree.Node, Spending>();
  readonly #meant = new Set<TSESTree.Node>();
  readonly #ended = new Set<Path>();
  readonly #late = new Map<TSESTree.Node, LateWord["writes"]>();
  readonly #timely = new Set<TSESTree.Node>();

  /** The request is spent here; whatever spent it before on this path has a follower. */
  spend(node: TSESTree.Node, by: Spending, path: Path): Path {
    const { spent, isBlurred, callSite } = path.state;
    const place = callSite ?? node;
    if (spent.size === 0) this.#meant.add(place);
    if (!isBlurred) {
      for (const first of spent) {
        const known = this.#followers.get(first);
        if (!known) this.#followers.set(first, { firstBy: this.#by.get(first) ?? by, then: place, thenBy: by, elsewhere: new Set() });
        else if (known.then !== place && known.thenBy === by) known.elsewhere.add(place);
      }
    }
    this.#by.set(place, by);
    return path.with({ spent: new Set(isBlurred ? [...spent, place] : [place]) });
  }

  /** These paths are over. Those that spent nothing since `start` tell nothing. */
  end(paths: Iterable<Path>, start?: Path): void {
    for (const path of paths) if (path.state.spent.size > 0 && path.state.spent !== start?.state.spent) this.#ended.add(path);
  }

  /** Where the paths of a promise ended, the next link of its chain or what awaits it goes on. */
  goOn({ later }: Value): Value["later"] {
    for (const { path } of later ?? []) this.#ended.delete(path);
    return later;
  }

  /** A word writes a status or a field, before the head is sent or after. */
  write(node: TSESTree.Node, writes: LateWord["writes"], isLate: boolean): void {
    if (isLate) this.#late.set(node, writes);
    else this.#timely.add(node);
  }

  /** What is written too late on every path to it. */
  late(): (readonly [node: TSESTree.Node, writes: LateWord["writes"]])[] {
    return [...this.#late].filter(([node]) => !this.#timely.has(node));
  }

  /** What is followed on every path that leads on from it. */
  followed(): Followed[] {
    if (this.#followers.size === 0) return [];
    const last = new Set([...this.#ended].flatMap(({ state }) => [...state.spent]));
    return [...this.#followers].filter(([first]) => !last.has(first))
      .map(([first, follower]) => ({ first, ...follower, isMeant: this.#meant.has(follower.then) }));
  }
}
