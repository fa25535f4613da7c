/** An account as it stood, whose users and seats are looked up when somebody asks for them: few commands ask for more than they name. */
import { type Account, type Holders, type Usage, type User } from '#domain/account/state.js';
import type { Bounds } from '#domain/bounds.js';
import { type Kind, lastPart, timelineKey } from '#projections/filing/keys.js';
import { keysOf, loadAccount, loadRoster, loadSeats, loadUser } from '#projections/filing/load.js';
import type { Store } from '#read-model/store.js';

/** The same as `loadAccount` loads; for reading only, and before anything more is written. */
export function lookUpAccount(store: Store, accountId: string, bounds: Bounds): Account {
  const ids = (kind: Kind) => (): string[] => keysOf(store, accountId, kind).map(lastPart);
  const isEager = (kind: Kind): boolean => kind !== 'user' && kind !== 'usage';
  const account = loadAccount(store, accountId, bounds, (kind) =>
    isEager(kind) ? keysOf(store, accountId, kind) : [],
  );
  const holdersOf = (product: string): Holders | undefined => {
    const held = [...loadSeats(store, accountId, product, bounds)].filter(([, { current }]) => current);
    return held.length === 0 ? undefined : new Set(held.map(([userId]) => userId));
  };
  const usageOf = (product: string): Usage | undefined => {
    // The facts too: a month is one of the account's zone.
    const keys = (kind: Kind): string[] =>
      kind === 'facts' || kind === 'usage' ? [timelineKey(accountId, kind, kind === 'usage' ? product : '')] : [];
    return loadAccount(store, accountId, bounds, keys).usage.get(product);
  };
  return {
    ...account,
    get activeUsers() {
      return [...loadRoster(store, accountId, bounds).values()].filter(Boolean).length;
    },
    users: new LookedUp<User>((userId) => loadUser(store, accountId, userId, bounds), ids('user')),
    holders: new LookedUp(holdersOf, ids('seats')),
    usage: new LookedUp(usageOf, ids('usage')),
  };
}

/** A map of what is looked up by its key, once; all of it where it is gone through. */
class LookedUp<Value> extends Map<string, Value> {
  readonly #unknown = new Set<string>();

  constructor(
    private readonly find: (key: string) => Value | undefined,
    private readonly ids: () => readonly string[],
  ) {
    super();
  }

  override get(key: string): Value | undefined {
    if (super.has(key) || this.#unknown.has(key)) return super.get(key);
    const found = this.find(key);
    if (found === undefined) this.#unknown.add(key);
    else super.set(key, found);
    return found;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  override get size(): number {
    this.#findAll();
    return super.size;
  }

  override keys(): MapIterator<string> {
    this.#findAll();
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.#findAll();
    return super.values();
  }

  override entries(): MapIterator<[string, Value]> {
    this.#findAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(visit: (value: Value, key: string, map: Map<string, Value>) => void): void {
    this.#findAll();
    super.forEach(visit);
  }

  #findAll(): void {
    for (const id of this.ids()) this.get(id);
  }
}
