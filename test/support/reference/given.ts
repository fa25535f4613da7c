/** A log written by hand, for tests: each event at its instant, recorded then unless said otherwise. */
import type { DomainEvent, ProductDefinition } from '#domain/events.js';
import type { LogEvent } from './log.js';
import { instantOf } from './time.js';

type Data = Readonly<Record<string, unknown>>;

/** [effectiveAt, type, data, recordedAt?]; the stream follows from the type and the data, an account's being `acme`. */
export type GivenEvent = readonly [effectiveAt: string, type: DomainEvent['type'], data: Data, recordedAt?: string];

export const ACCOUNT = 'acme';

/** Positions are 10, 20, 30, ...; a `recordedAt` before the last one's is the last one's, as the log's clock has it. */
export function given(...events: readonly GivenEvent[]): LogEvent[] {
  let clock = -Infinity;
  return events.map(([effectiveAt, type, data, recordedAt], index) => {
    clock = Math.max(clock, instantOf(recordedAt ?? effectiveAt));
    return {
      position: 10 * (index + 1),
      stream: streamOf(type, data),
      type,
      data,
      effectiveAt: instantOf(effectiveAt),
      recordedAt: clock,
      actor: 'given',
      reason: null,
    } as unknown as LogEvent;
  });
}

function streamOf(type: DomainEvent['type'], data: Data): string {
  if (type === 'ProductDefined' || type === 'ProductSaleChanged' || type === 'PriceSet') return 'catalog';
  if (type.startsWith('Enforcement')) return `program-${String(data['programId'])}`;
  return `account-${ACCOUNT}`;
}

/** The event, recorded at an instant of its own. */
export function late([effectiveAt, type, data]: GivenEvent, recordedAt: string): GivenEvent {
  return [effectiveAt, type, data, recordedAt];
}

/** A seat-managed product at 1 January 2020 that may be overdrawn; `over` says what is different. */
export function defined(
  product: string,
  over: Partial<ProductDefinition> = {},
  at = '2020-01-01T00:00:00Z',
): GivenEvent {
  const definition: ProductDefinition = {
    product,
    name: product,
    provisioning: 'assigned',
    overage: 'allow',
    requires: [],
    includes: [],
    exclusiveGroup: null,
    sale: 'on-sale',
    complimentary: 0,
    features: [],
    units: 'seat',
    basePack: 0,
  };
  return [at, 'ProductDefined', { ...definition, ...over }];
}

/** The account `acme`: region EU, UTC, EUR, named, monthly; `over` says what is different. */
export function opened(at: string, over: Data = {}): GivenEvent {
  const facts = {
    name: ACCOUNT,
    region: 'EU',
    timeZone: 'UTC',
    currency: 'EUR',
    pricingModel: 'named',
    billing: 'monthly',
  };
  return [at, 'AccountOpened', { accountId: ACCOUNT, ...facts, ...over }];
}

export function registered(at: string, userId: string, roles: readonly string[] = []): GivenEvent {
  return [at, 'UserRegistered', { userId, name: userId, roles }];
}

export function assigned(at: string, userId: string, product: string, source = 'manual'): GivenEvent {
  return [at, 'SeatAssigned', { product, userId, source }];
}

export function released(at: string, userId: string, product: string, source = 'manual'): GivenEvent {
  return [at, 'SeatReleased', { product, userId, source }];
}

export function purchased(at: string, product: string, quantity: number): GivenEvent {
  return [at, 'LicensePurchased', { product, quantity }];
}

export function priced(validFrom: string, product: string, committed: string, over: Data = {}): GivenEvent {
  const price = { product, accountId: null, currency: 'EUR', committed, uncommitted: committed, breakdown: [] };
  return [validFrom, 'PriceSet', { ...price, ...over }];
}

/** A program over the products; entries are [phase, region, startsAt]. */
export function announced(
  at: string,
  programId: string,
  products: readonly string[],
  ...entries: readonly (readonly [phase: string, region: string | null, startsAt: string])[]
): GivenEvent {
  const phases = entries.map(([phase, region, startsAt]) => ({ phase, region, startsAt }));
  return [at, 'EnforcementProgramAnnounced', { programId, name: programId, products, phases, onOpen: 'none' }];
}

export function started(at: string, programId: string, phase: string, region: string | null): GivenEvent {
  return [at, 'EnforcementPhaseStarted', { programId, phase, region }];
}
