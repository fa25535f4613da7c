/** An event in a sentence, as one would tell it to somebody who knows neither its type nor its fields. */
import type { AccountEvent, PricingModel, ProgramEntry, ProgramEvent } from '#domain/events.js';
import type { Story } from '#projections/history/history.js';
import { cell, plain } from './table.js';

const MANUAL = 'manual';
const ROLE = 'role:';

export function sentence(story: Pick<Story, 'type' | 'data'>): string {
  return plain(told(story));
}

function told(story: Pick<Story, 'type' | 'data'>): string {
  const event = story as AccountEvent | ProgramEvent;
  switch (event.type) {
    case 'AccountOpened': {
      const { accountId, name, region, pricingModel } = event.data;
      return `the account ${accountId} (${name}) was opened in ${region}, priced by ${priced(pricingModel)}`;
    }
    case 'PricingModelChanged':
      return `the account went over to a price by ${priced(event.data.pricingModel)}`;
    case 'UserRegistered': {
      const { userId, name, roles } = event.data;
      return `${userId} (${name}) was registered ${rolesOf(roles)}`;
    }
    case 'UserRolesChanged':
      return `${event.data.userId} was from then on ${rolesOf(event.data.roles)}`;
    case 'UserDeactivated':
      return `${event.data.userId} was deactivated, and every seat released with that`;
    case 'UserReactivated':
      return `${event.data.userId} was activated again`;
    case 'RoleLinked':
      return `the role ${event.data.role} was linked to ${event.data.product}: who has it gets a seat`;
    case 'RoleUnlinked':
      return `the role ${event.data.role} was linked to ${event.data.product} no longer`;
    case 'LicensePurchased':
      return `${licences(event.data.quantity)} of ${event.data.product} bought`;
    case 'LicenseReduced':
      return `${licences(event.data.quantity)} of ${event.data.product} given back`;
    case 'CommitmentSet':
      return `the monthly commitment for ${event.data.product} became ${event.data.quantity}`;
    case 'SeatAssigned':
      return `${event.data.userId} got a seat of ${event.data.product}${by(event.data.source)}`;
    case 'SeatReleased':
      return `the seat of ${event.data.product} that ${event.data.userId} had${by(event.data.source)} was released`;
    case 'ProductSubscribed':
      return `the account subscribed to ${event.data.product}`;
    case 'ProductUnsubscribed':
      return `the account's subscription to ${event.data.product} ended`;
    case 'UsageLimitSet': {
      const { product, limit } = event.data;
      return limit === null ? `${product} was limited no longer` : `${product} was limited to ${limit} a month`;
    }
    case 'UsageRecorded':
      return `${event.data.quantity} of ${event.data.product} were used`;
    case 'RetentionSet': {
      const { product, days, months } = event.data;
      return `${product} was from then on kept for ${months === null ? `${days} days` : `${months} months`}`;
    }
    case 'TrialStarted':
      return `a trial of ${event.data.product} began, to end at ${cell(event.data.endsAt)} at the latest`;
    case 'TrialEnded':
      return `the trial of ${event.data.product} was ended`;
    case 'InvoiceIssued':
      return `the invoice for ${event.data.period} was issued: ${event.data.subtotal}`;
    case 'InvoiceAdjusted':
      return `the invoice for ${event.data.period} was adjusted by ${event.data.subtotal}`;
    case 'EnforcementProgramAnnounced': {
      const { programId, name, products, phases } = event.data;
      return `the program ${programId} (${name}) was announced for ${cell(products)}: ${phases.map(starts).join('; ')}`;
    }
    case 'EnforcementPhaseRescheduled':
      return `the program ${event.data.programId} was given another date: ${starts(event.data)}`;
    case 'EnforcementPhaseStarted':
      return `the phase ${event.data.phase} of the program ${event.data.programId} started${inRegion(event.data.region)}`;
    default:
      return untold(event);
  }
}

/** What a newer service may tell. */
function untold({ type, data }: never): string {
  return `${String(type)}: ${cell(data)}`;
}

function priced(model: PricingModel): string {
  return model === 'named' ? 'named users' : 'concurrent use';
}

function rolesOf(roles: readonly string[]): string {
  if (roles.length === 0) return 'without a role';
  return `with the ${roles.length === 1 ? 'role' : 'roles'} ${cell(roles)}`;
}

function licences(quantity: number): string {
  return quantity === 1 ? '1 licence was' : `${quantity} licences were`;
}

function by(source: string): string {
  if (source === MANUAL) return '';
  return source.startsWith(ROLE) ? ` by the role ${source.slice(ROLE.length)}` : ` by ${source}`;
}

function starts({ phase, region, startsAt }: ProgramEntry): string {
  return `${phase} from ${cell(startsAt)}${inRegion(region)}`;
}

function inRegion(region: string | null): string {
  return region === null ? '' : ` in ${region}`;
}
