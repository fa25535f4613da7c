/** Ledgers of any size for the benchmark: accounts that live through years of seats, licences, roles and trials. */
import { type DomainEvent, EVENT_VERSIONS, accountStream } from '#domain/events.js';
import { eventCodec } from '#event-log/codec.js';
import type { EventLog, NewEvent } from '#event-log/port.js';
import { derivedId } from '#kernel/id.js';
import { type Instant, instantOf } from '#kernel/instant.js';

export const START = instantOf('2022-01-01T00:00:00Z');
/** From when on every account is open, whatever the size. */
export const OPEN = instantOf('2022-07-01T00:00:00Z');
export const END = instantOf('2026-01-01T00:00:00Z');
export const PRODUCTS = Array.from({ length: 8 }, (_, i) => `product-${i}`);
export const USERS_PER_ACCOUNT = 50;
const EVENTS_PER_ACCOUNT = 1_000;
const EVENTS_PER_APPEND = 500;

const codec = eventCodec<DomainEvent>(EVENT_VERSIONS);

/** The same numbers from the same seed: every run measures the same ledger. */
export function randomness(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function accountsOf(size: number): string[] {
  return Array.from({ length: Math.max(1, Math.round(size / EVENTS_PER_ACCOUNT)) }, (_, i) => `account-${i}`);
}

/** Appends a ledger of about `size` events, spread evenly over four years and all accounts. */
export async function writeLedger(log: EventLog, size: number): Promise<void> {
  const random = randomness(size);
  const accounts = accountsOf(size);
  const revisions = new Map<string, number>();
  const step = (END - START) / size;
  let count = 0;

  const envelope = (stream: string, event: DomainEvent): NewEvent => {
    const at = Math.floor(START + step * count) as Instant;
    const commandId = `c-${(count += 1)}`;
    const metadata = { actor: 'bench', commandId, correlationId: commandId, causationId: commandId };
    return codec.encode(event, derivedId(stream, commandId, 0), { ...metadata, effectiveAt: at, recordedAt: at });
  };
  const append = async (stream: string, events: readonly DomainEvent[]): Promise<void> => {
    const stored = events.map((event) => envelope(stream, event));
    const before = revisions.get(stream) ?? -1;
    // Several of a batch may be of one stream: they are committed in the order given, so its revision is foreseen.
    revisions.set(stream, before + events.length);
    await log.append(stream, before, stored);
  };

  await append('catalog', PRODUCTS.flatMap(definitionAndPrice));
  await Promise.all(accounts.map((accountId) => append(accountStream(accountId), opening(accountId))));
  const held = new Set<string>();
  while (count < size) {
    const batches = Array.from({ length: Math.min(EVENTS_PER_APPEND, size - count) }, () => {
      const accountId = accounts[random(accounts.length)]!;
      return append(accountStream(accountId), [happening(accountId, held, random)]);
    });
    await Promise.all(batches);
  }
}

function definitionAndPrice(product: string): DomainEvent[] {
  return [
    {
      type: 'ProductDefined',
      data: {
        product,
        name: product,
        provisioning: 'assigned',
        overage: 'allow',
        requires: [],
        includes: [],
        exclusiveGroup: null,
        sale: 'on-sale',
        complimentary: 0,
        features: [`feature-of-${product}`],
        units: 'seat',
        basePack: 0,
      },
    },
    {
      type: 'PriceSet',
      data: { product, accountId: null, currency: 'EUR', committed: '12.50', uncommitted: '15.00', breakdown: [] },
    },
  ];
}

function opening(accountId: string): DomainEvent[] {
  const facts = { name: accountId, region: 'EU', timeZone: 'Europe/Berlin', currency: 'EUR' };
  return [
    { type: 'AccountOpened', data: { accountId, ...facts, pricingModel: 'named', billing: 'monthly' } },
    ...PRODUCTS.map((product): DomainEvent => ({ type: 'LicensePurchased', data: { product, quantity: 20 } })),
    ...Array.from({ length: USERS_PER_ACCOUNT }, (_, i): DomainEvent => ({
      type: 'UserRegistered',
      data: { userId: `user-${i}`, name: `User ${i}`, roles: [] },
    })),
  ];
}

/** Mostly a seat that changes hands; now and then licences, or a user who leaves and comes back. */
function happening(accountId: string, held: Set<string>, random: (below: number) => number): DomainEvent {
  const product = PRODUCTS[random(PRODUCTS.length)]!;
  const userId = `user-${random(USERS_PER_ACCOUNT)}`;
  const kind = random(100);
  if (kind < 5) return { type: 'LicensePurchased', data: { product, quantity: 1 + random(3) } };
  if (kind < 9) return { type: 'LicenseReduced', data: { product, quantity: 1 + random(3) } };
  if (kind === 9) return { type: 'UserReactivated', data: { userId } };
  const seat = `${accountId} ${userId} ${product}`;
  const data = { product, userId, source: 'manual' };
  if (held.delete(seat)) return { type: 'SeatReleased', data };
  held.add(seat);
  return { type: 'SeatAssigned', data };
}
