/** Milliseconds since 1970, or without end. */
export type Deadline = number | 'forever';

/** Names in the clear: `/` is `/`, nothing is percent-encoded. */
export interface Names {
  readonly namespace: string;
  readonly repository: string;
  /** Empty for a list. */
  readonly account: string;
}

/** One share as it is kept. Text members are plain strings in a healthy endpoint; defects may keep nothing. */
export interface Share extends Names {
  readonly permit: string;
  readonly deadline: Deadline;
  readonly description: string | null;
  readonly creatorId: string;
  readonly creatorName: string;
  /** Microseconds since 1970, as is `updated`. */
  readonly created: number;
  readonly updated: number;
  /** Who still sees it; anything but `all` is the work of a defect. */
  readonly seenBy: 'all' | 'list' | 'show';
}

export type Change =
  | { readonly kind: 'put'; readonly share: Share }
  | { readonly kind: 'drop'; readonly share: Share };

/** What rules may look at. */
export interface SharesView {
  /** The shares of one repository, oldest first. */
  of(namespace: string, repository: string): readonly Share[];
  find(names: Names): Share | undefined;
  all(): readonly Share[];
  /** Whether the repository has ever had a share. */
  hasSeen(namespace: string, repository: string): boolean;
}

/** All shares, in memory, by repository and account. */
export class Shares implements SharesView {
  readonly #shelves = new Map<string, Map<string, Share>>();

  of(namespace: string, repository: string): readonly Share[] {
    const shelf = this.#shelves.get(shelfKey(namespace, repository));
    return shelf === undefined ? [] : [...shelf.values()];
  }

  find(names: Names): Share | undefined {
    return this.#shelves.get(shelfKey(names.namespace, names.repository))?.get(names.account);
  }

  all(): readonly Share[] {
    return [...this.#shelves.values()].flatMap((shelf) => [...shelf.values()]);
  }

  hasSeen(namespace: string, repository: string): boolean {
    return this.#shelves.has(shelfKey(namespace, repository));
  }

  apply(change: Change): void {
    const { share } = change;
    const key = shelfKey(share.namespace, share.repository);
    const shelf = this.#shelves.get(key) ?? new Map<string, Share>();
    if (change.kind === 'put') {
      this.#shelves.set(key, shelf.set(share.account, share));
    } else {
      shelf.delete(share.account);
    }
  }
}

/** NUL is in no name, so that no two pairs of names share a key. */
function shelfKey(namespace: string, repository: string): string {
  return `${namespace}\0${repository}`;
}

/** The one change that keeps a share. */
export function putShare(share: Share): readonly Change[] {
  return [{ kind: 'put', share }];
}

/** The one change that forgets a share. */
export function dropShare(share: Share): readonly Change[] {
  return [{ kind: 'drop', share }];
}
