/**
 * Every event of the ledger. The type strings and shapes are the storage format: a shape that changes gets a new version,
 * an upcaster and a golden file; none is ever edited in place.
 */
import type { Instant } from '#kernel/instant.js';
import type { Billing, Month } from '#kernel/month.js';

export type Provisioning = 'assigned' | 'account-wide' | 'unmanaged' | 'metered';
export type OveragePolicy = 'block' | 'allow' | 'auto-purchase';
export type Sale = 'on-sale' | 'not-on-sale';
export type PricingModel = 'named' | 'concurrent';
export type Phase = 'assignment-open' | 'restricted' | 'overage-billing';
export type OnOpen = 'none' | 'assign-all-active';
/** `manual` or `role:<role>`. */
export type Source = string;

export interface ProductDefinition {
  readonly product: string;
  readonly name: string;
  readonly provisioning: Provisioning;
  readonly overage: OveragePolicy;
  readonly requires: readonly (readonly string[])[];
  readonly includes: readonly string[];
  readonly exclusiveGroup: string | null;
  readonly sale: Sale;
  readonly complimentary: number;
  readonly features: readonly (string | { readonly feature: string; readonly roles: readonly string[] })[];
  readonly units: 'seat' | 'retention';
  readonly basePack: number;
}

export interface PricePart {
  readonly product: string;
  /** Decimal string, per unit and month. */
  readonly amount: string;
}

export interface Price {
  readonly product: string;
  /** The account whose contract price it is; null for the list price. */
  readonly accountId: string | null;
  readonly currency: string;
  readonly committed: string;
  readonly uncommitted: string;
  readonly breakdown: readonly PricePart[];
}

export interface ProgramEntry {
  readonly phase: Phase;
  /** null: every region without an entry of its own for the phase. */
  readonly region: string | null;
  readonly startsAt: string;
}

export type LineKind = 'licences' | 'licences-part' | 'overage' | 'account-wide' | 'subscription' | 'usage';

export interface InvoiceLine {
  readonly month: Month;
  readonly product: string;
  readonly kind: LineKind;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: string;
}

export interface CatalogEvents {
  ProductDefined: ProductDefinition;
  ProductSaleChanged: { readonly product: string; readonly sale: Sale };
  /** Effective at the price's `validFrom`. */
  PriceSet: Price;
}

export interface ProgramEvents {
  EnforcementProgramAnnounced: {
    readonly programId: string;
    readonly name: string;
    readonly products: readonly string[];
    readonly phases: readonly ProgramEntry[];
    readonly onOpen: OnOpen;
  };
  EnforcementPhaseRescheduled: ProgramEntry & { readonly programId: string };
  /** Effective at the entry's `startsAt`. */
  EnforcementPhaseStarted: { readonly programId: string; readonly phase: Phase; readonly region: string | null };
}

interface Quantity {
  readonly product: string;
  readonly quantity: number;
}

interface Seat {
  readonly product: string;
  readonly userId: string;
  readonly source: Source;
}

export interface AccountEvents {
  AccountOpened: {
    readonly accountId: string;
    readonly name: string;
    readonly region: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly pricingModel: PricingModel;
    readonly billing: Billing;
  };
  PricingModelChanged: { readonly pricingModel: PricingModel };
  UserRegistered: { readonly userId: string; readonly name: string; readonly roles: readonly string[] };
  UserRolesChanged: { readonly userId: string; readonly roles: readonly string[] };
  UserDeactivated: { readonly userId: string };
  UserReactivated: { readonly userId: string };
  RoleLinked: { readonly role: string; readonly product: string };
  RoleUnlinked: { readonly role: string; readonly product: string };
  LicensePurchased: Quantity;
  LicenseReduced: Quantity;
  CommitmentSet: Quantity;
  SeatAssigned: Seat;
  SeatReleased: Seat;
  ProductSubscribed: { readonly product: string };
  ProductUnsubscribed: { readonly product: string };
  UsageLimitSet: { readonly product: string; readonly limit: number | null };
  UsageRecorded: { readonly product: string; readonly usageId: string; readonly quantity: number };
  RetentionSet: { readonly product: string; readonly days: number | null; readonly months: number | null };
  TrialStarted: { readonly product: string; readonly endsAt: string };
  TrialEnded: { readonly product: string };
  InvoiceIssued: {
    readonly invoiceId: string;
    readonly period: string;
    readonly knownAt: string;
    readonly lines: readonly InvoiceLine[];
    readonly subtotal: string;
  };
  InvoiceAdjusted: {
    readonly invoiceId: string;
    readonly adjusts: string;
    readonly period: string;
    readonly knownAt: string;
    readonly lines: readonly InvoiceLine[];
    readonly subtotal: string;
  };
}

type Union<Shapes> = {
  [Type in keyof Shapes & string]: { readonly type: Type; readonly data: Shapes[Type] };
}[keyof Shapes & string];

export type CatalogEvent = Union<CatalogEvents>;
export type ProgramEvent = Union<ProgramEvents>;
export type AccountEvent = Union<AccountEvents>;
export type DomainEvent = CatalogEvent | ProgramEvent | AccountEvent;
export type EventType = DomainEvent['type'];

/** The version that is written today of every event type. */
export const EVENT_VERSIONS: Readonly<Record<EventType, number>> = {
  ProductDefined: 1,
  ProductSaleChanged: 1,
  PriceSet: 1,
  EnforcementProgramAnnounced: 1,
  EnforcementPhaseRescheduled: 1,
  EnforcementPhaseStarted: 1,
  AccountOpened: 1,
  PricingModelChanged: 1,
  UserRegistered: 1,
  UserRolesChanged: 1,
  UserDeactivated: 1,
  UserReactivated: 1,
  RoleLinked: 1,
  RoleUnlinked: 1,
  LicensePurchased: 1,
  LicenseReduced: 1,
  CommitmentSet: 1,
  SeatAssigned: 1,
  SeatReleased: 1,
  ProductSubscribed: 1,
  ProductUnsubscribed: 1,
  UsageLimitSet: 1,
  UsageRecorded: 1,
  RetentionSet: 1,
  TrialStarted: 1,
  TrialEnded: 1,
  InvoiceIssued: 1,
  InvoiceAdjusted: 1,
};

/** When, where and by whom an event was recorded: what answers show of it. */
export interface Fact<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly position: number;
  readonly actor: string;
  readonly reason: string | null;
}

export const CATALOG_STREAM = 'catalog';

export function programStream(programId: string): string {
  return `program-${programId}`;
}

export function accountStream(accountId: string): string {
  return `account-${accountId}`;
}

const CATALOG_TYPES: ReadonlySet<string> = new Set<keyof CatalogEvents>([
  'ProductDefined',
  'ProductSaleChanged',
  'PriceSet',
]);
const PROGRAM_TYPES: ReadonlySet<string> = new Set<keyof ProgramEvents>([
  'EnforcementProgramAnnounced',
  'EnforcementPhaseRescheduled',
  'EnforcementPhaseStarted',
]);

/** Whether events of a type are in streams of such a name. */
export function isStreamOf(type: EventType, stream: string): boolean {
  if (CATALOG_TYPES.has(type)) return stream === CATALOG_STREAM;
  return stream.startsWith(PROGRAM_TYPES.has(type) ? programStream('') : accountStream(''));
}
