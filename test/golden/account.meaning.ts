/** What the golden events of accounts mean, in the shapes of today. */
import type { Meanings } from './meanings.js';

export const ACCOUNT_MEANINGS = {
  'AccountOpened.v1': {
    accountId: 'acme',
    name: 'Acme GmbH',
    region: 'eu',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    pricingModel: 'named',
    billing: 'quarterly',
  },
  'PricingModelChanged.v1': { pricingModel: 'concurrent' },
  'UserRegistered.v1': { userId: 'bo', name: 'Bo Ångström', roles: ['agent', 'manager'] },
  'UserRolesChanged.v1': { userId: 'bo', roles: [] },
  'UserDeactivated.v1': { userId: 'bo' },
  'UserReactivated.v1': { userId: 'bo' },
  'RoleLinked.v1': { role: 'agent', product: 'crm' },
  'RoleUnlinked.v1': { role: 'agent', product: 'crm' },
  'LicensePurchased.v1': { product: 'crm', quantity: 25 },
  'LicenseReduced.v1': { product: 'crm', quantity: 3 },
  'CommitmentSet.v1': { product: 'crm', quantity: 0 },
  'SeatAssigned.v1': { product: 'crm', userId: 'bo', source: 'role:agent' },
  'SeatReleased.v1': { product: 'crm', userId: 'bo', source: 'manual' },
  'ProductSubscribed.v1': { product: 'mail' },
  'ProductUnsubscribed.v1': { product: 'mail' },
  'UsageLimitSet.v1': { product: 'sms', limit: null },
  'UsageRecorded.v1': { product: 'sms', usageId: 'batch-17', quantity: 1200 },
  'RetentionSet.v1': { product: 'archive', days: null, months: 6 },
  'TrialStarted.v1': { product: 'crm', endsAt: '2026-02-01T00:00:00.000Z' },
  'TrialEnded.v1': { product: 'crm' },
} satisfies Meanings;
