/** Praha Telefon: licences that the customer adds and removes; a month is charged at its highest count. Add-ons, retention, a metered pack. */
import { MONTHS, chance, company, instant, issuesMonthly } from './story.mjs';

const accountId = 'praha';
const NAMES =
  'Adam Bara Cyril Dana Eva Filip Hana Ivan Jan Klara Lukas Marie Norbert Ota Petra Radek Simona Tomas Viktor Zuzana'.split(
    ' ',
  );
const PACK = 5_000;
const LIMIT = 2_000;
const PRICES = [
  { product: 'voice', committed: '500.00' },
  { product: 'outbound', committed: '250.00' },
  { product: 'recording', committed: '40.50' },
  { product: 'speech-to-text', committed: '1000.00', uncommitted: '0.125' },
];

export function praha(story) {
  const start = instant('2024-11', 5, 6);
  const random = chance(23);
  const telefon = company(story, { accountId, product: 'voice', names: NAMES, licences: 10, random, cascade: true });
  story.notes(start, 'Praha Telefon: licences in self-service.');
  story.does(start, 'DefineProduct', {
    product: 'voice',
    name: 'Voice',
    provisioning: 'assigned',
    features: ['calls'],
  });
  story.does(start, 'DefineProduct', {
    product: 'outbound',
    name: 'Outbound',
    provisioning: 'assigned',
    requires: [['voice']],
    features: ['campaigns'],
  });
  story.does(start, 'DefineProduct', {
    product: 'recording',
    name: 'Call recording',
    provisioning: 'assigned',
    units: 'retention',
  });
  story.does(start, 'DefineProduct', {
    product: 'speech-to-text',
    name: 'Speech to text',
    provisioning: 'metered',
    basePack: PACK,
  });
  for (const price of PRICES) story.does(start, 'SetPrice', { ...price, currency: 'CZK', validFrom: start });
  story.does(start, 'OpenAccount', {
    accountId,
    name: 'Praha Telefon',
    region: 'EU',
    timeZone: 'Europe/Prague',
    currency: 'CZK',
    pricingModel: 'named',
    billing: 'monthly',
  });
  story.does(start, 'ChangeLicenses', {
    accountId,
    changes: [
      { product: 'voice', quantity: 10 },
      { product: 'outbound', quantity: 3 },
      { product: 'recording', quantity: 4 },
    ],
  });
  for (let people = 0; people < 6; people += 1) {
    const joined = instant('2024-11', 5, 7, people);
    telefon.seats(joined, telefon.joins(joined));
  }
  story.does(instant('2024-11', 6), 'AssignSeats', { accountId, product: 'outbound', userIds: ['adam', 'bara'] });
  story.does(
    instant('2024-11', 6, 10),
    'ReleaseSeats',
    { accountId, product: 'voice', userIds: ['adam'] },
    'seat-required',
  );

  story.notes(
    instant('2024-11', 12),
    'Ten, fifteen, twelve within one month: charged fifteen. December opens at the twelve carried in.',
  );
  story.does(instant('2024-11', 12), 'PurchaseLicenses', { accountId, product: 'voice', quantity: 5 });
  story.does(instant('2024-11', 19), 'ReduceLicenses', { accountId, product: 'voice', quantity: 3 });
  telefon.stands(12, telefon.seated);
  story.asks(
    instant('2024-12', 3),
    'peak',
    { accountId, product: 'voice', month: '2024-11' },
    { licences: { quantity: 15, at: '2024-11-12T09:00:00.000Z' }, billableOverage: 0 },
  );

  story.does(instant('2025-01', 7), 'SetRetention', { accountId, product: 'recording', days: 14 });
  story.does(instant('2025-02', 6), 'SetRetention', { accountId, product: 'recording', months: 9 });
  story.does(instant('2025-01', 7), 'Subscribe', { accountId, product: 'speech-to-text' });
  story.does(instant('2025-01', 7), 'SetUsageLimit', { accountId, product: 'speech-to-text', limit: LIMIT });
  for (const month of MONTHS.filter((each) => each >= '2024-12')) telefon.lives(month);
  for (const month of MONTHS.filter((each) => each >= '2025-01')) uses(story, month, random);

  story.notes(instant('2026-05', 13), 'A call of April that the switch reported in May.');
  story.does(
    instant('2026-05', 13),
    'RecordUsage',
    {
      accountId,
      product: 'speech-to-text',
      usageId: '2026-04-late',
      quantity: 400,
      effectiveAt: '2026-04-09T12:00:00Z',
    },
    'reason-required',
  );
  story.does(instant('2026-05', 13), 'RecordUsage', {
    accountId,
    product: 'speech-to-text',
    usageId: '2026-04-late',
    quantity: 400,
    effectiveAt: '2026-04-09T12:00:00Z',
    reason: 'delivered late by the switch',
  });
  story.does(instant('2026-05', 14), 'IssueInvoice', { accountId, period: '2026-04' });
  issuesMonthly(story, accountId);
}

/** A record every few days until the limit is reached, which refuses the next. */
function uses(story, month, random) {
  let used = 0;
  for (let day = 8; day <= 26; day += 3) {
    const record = {
      accountId,
      product: 'speech-to-text',
      usageId: `${month}-${day}`,
      quantity: 600 + Math.floor(random() * 1_000),
    };
    const isReached = used >= PACK + LIMIT;
    story.does(instant(month, day, 15), 'RecordUsage', record, isReached ? 'usage-limit-reached' : undefined);
    if (isReached) return;
    used += record.quantity;
  }
}
