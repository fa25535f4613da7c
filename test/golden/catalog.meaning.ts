/** What the golden events of the catalog and the programs mean, in the shapes of today. */
import type { Meanings } from './meanings.js';

export const CATALOG_MEANINGS = {
  'ProductDefined.v1': {
    product: 'crm',
    name: 'Customer Relations',
    provisioning: 'assigned',
    overage: 'allow',
    requires: [['core', 'core-plus'], ['mail']],
    includes: ['contacts'],
    exclusiveGroup: 'suite',
    sale: 'on-sale',
    complimentary: 5,
    features: ['pipeline', { feature: 'forecast', roles: ['manager'] }],
    units: 'seat',
    basePack: 0,
  },
  'ProductSaleChanged.v1': { product: 'crm', sale: 'not-on-sale' },
  'PriceSet.v1': {
    product: 'crm',
    accountId: 'acme',
    currency: 'EUR',
    committed: '39.90',
    uncommitted: '45.5',
    breakdown: [{ product: 'contacts', amount: '4.125' }],
  },
  'EnforcementProgramAnnounced.v1': {
    programId: 'named-seats',
    name: 'Named seats',
    products: ['crm', 'mail'],
    phases: [
      { phase: 'assignment-open', region: null, startsAt: '2026-03-01T00:00:00.000Z' },
      { phase: 'restricted', region: 'eu', startsAt: '2026-06-01T00:00:00.000Z' },
    ],
    onOpen: 'assign-all-active',
  },
  'EnforcementPhaseRescheduled.v1': {
    programId: 'named-seats',
    phase: 'restricted',
    region: 'eu',
    startsAt: '2026-07-01T00:00:00.000Z',
  },
  'EnforcementPhaseStarted.v1': { programId: 'named-seats', phase: 'assignment-open', region: null },
} satisfies Meanings;
