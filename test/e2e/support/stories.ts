/** Small histories that the command line's tests share. */

export const AT = '2026-01-05T10:00:00Z';

export const PRODUCT = { product: 'copilot', name: 'Copilot', provisioning: 'assigned' };
export const ACCOUNT = {
  accountId: 'harbor',
  name: 'Harbor Bank',
  region: 'EU',
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  pricingModel: 'named',
  billing: 'monthly',
};

export function does(command: string, body: object, at = AT): object {
  return { at, do: command, with: body };
}

export const OPENED = [does('DefineProduct', PRODUCT), does('OpenAccount', ACCOUNT)];

/** So many users, each registered in a line of its own. */
export function registrations(count: number): object[] {
  return Array.from({ length: count }, (_, n) =>
    does('RegisterUser', { accountId: 'harbor', userId: `u${n}`, name: 'U' }),
  );
}
