/** The account that specs of the service open. */
export const ACME = {
  accountId: 'acme',
  name: 'Acme',
  region: 'EU',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  pricingModel: 'named',
  billing: 'monthly',
} as const;
