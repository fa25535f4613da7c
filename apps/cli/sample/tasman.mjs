/** Tasman Freight, Sydney: paid integrations. Capacity enforced region by region, restricted later, overage billed last, and both dates moved once. */
import { MONTHS, chance, company, instant } from './story.mjs';

const accountId = 'tasman';
const product = 'crm';
const programId = 'paid-integrations';
const NAMES = 'Alinta Banjo Cooper Daisy Ewan Freya Gwen Harvey Isla Jarrah Kirra Lachie Maeve Nash Oscar Poppy'.split(
  ' ',
);
const QUARTERS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const DUE = ['2025-01', '2025-04', '2025-07', '2025-10', '2026-01', '2026-04', '2026-07', '2026-10'];
const OPENINGS = [
  ['UK', '2025-10-04'],
  ['AU', '2025-10-11'],
  ['CA', '2025-10-11'],
  ['EU', '2025-10-18'],
  ['US', '2025-10-25'],
];

export function tasman(story) {
  const start = instant('2024-11', 6, 0);
  const freight = company(story, { accountId, product, names: NAMES, licences: 5, random: chance(53) });
  story.notes(start, 'Tasman Freight: paid integrations.');
  story.does(start, 'DefineProduct', {
    product,
    name: 'CRM connector',
    provisioning: 'assigned',
    features: ['crm-sync'],
  });
  story.does(start, 'SetPrice', {
    product,
    currency: 'AUD',
    committed: '32.00',
    uncommitted: '41.50',
    validFrom: start,
  });
  story.does(start, 'OpenAccount', {
    accountId,
    name: 'Tasman Freight',
    region: 'AU',
    timeZone: 'Australia/Sydney',
    currency: 'AUD',
    pricingModel: 'named',
    billing: 'quarterly',
  });
  story.does(start, 'PurchaseLicenses', { accountId, product, quantity: 5 });
  for (let people = 0; people < 5; people += 1) {
    const joined = instant('2024-11', 6, 1, people);
    const userId = freight.joins(joined);
    if (people < 4) freight.seats(joined, userId);
  }
  for (const month of MONTHS.filter((each) => each > '2024-11' && each < '2025-09')) freight.lives(month);
  program(story, freight);
  for (const month of MONTHS.filter((each) => each >= '2026-07')) freight.lives(month);
  for (const [index, period] of QUARTERS.entries())
    story.does(instant(DUE[index], 3, 1), 'IssueInvoice', { accountId, period });
}

function program(story, freight) {
  const phases = OPENINGS.map(([region, day]) => ({ phase: 'assignment-open', region, startsAt: `${day}T00:00:00Z` }));
  story.does(instant('2025-09', 2), 'AnnounceProgram', {
    programId,
    name: 'Paid integrations',
    products: [product],
    phases: [
      ...phases,
      { phase: 'restricted', region: null, startsAt: '2026-01-12T00:00:00Z' },
      { phase: 'overage-billing', region: null, startsAt: '2026-02-02T00:00:00Z' },
    ],
  });
  const newcomers = [1, 2, 3].map((minute) => freight.joins(instant('2025-09', 15, 2, minute)));
  story.does(instant('2025-10', 10), 'AssignSeats', { accountId, product, userIds: newcomers }, 'assignment-not-open');
  story.notes(
    instant('2025-10', 13),
    'Transition: more seats than licences, without any disruption, and not billed yet.',
  );
  const held = [...freight.seated];
  const { licences } = freight;
  const wanted = [...freight.active];
  story.does(instant('2025-10', 13), 'AssignSeats', { accountId, product, userIds: wanted });
  story.asks(
    instant('2025-10', 14),
    'allocation',
    { accountId, product },
    { purchased: licences, assigned: wanted.length, overage: wanted.length - licences },
  );

  for (const [phase, startsAt] of [
    ['restricted', '2026-03-16T00:00:00Z'],
    ['overage-billing', '2026-05-04T00:00:00Z'],
  ]) {
    story.does(instant('2026-01', 6), 'ReschedulePhase', {
      programId,
      phase,
      region: null,
      startsAt,
      reason: 'additional time for preparation',
    });
  }
  const dismissed = held[0];
  story.does(instant('2026-03', 20), 'ReleaseSeats', { accountId, product, userIds: [dismissed] });
  story.asks(
    instant('2026-03', 21),
    'explain',
    { accountId, userId: dismissed, product },
    { licensed: false, access: false, reason: 'seat-released' },
  );
  story.does(instant('2026-03', 22), 'AssignSeats', { accountId, product, userIds: [dismissed] }, 'capacity-exceeded');
  story.asks(
    instant('2026-04', 4),
    'peak',
    { accountId, product, month: '2026-03' },
    { overage: { quantity: wanted.length - licences }, billableOverage: 0 },
  );
  story.asks(
    instant('2026-06', 1),
    'peak',
    { accountId, product, month: '2026-05' },
    { billableOverage: wanted.length - 1 - licences },
  );
  story.does(instant('2026-06', 9), 'PurchaseLicenses', { accountId, product, quantity: wanted.length - 1 - licences });
  freight.stands(
    wanted.length - 1,
    wanted.filter((userId) => userId !== dismissed),
  );
}
