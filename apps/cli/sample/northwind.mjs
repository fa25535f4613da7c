/** Northwind Support, New York: workforce licences by role. A minimum commitment all year, more agents in the holiday season, and one reported late. */
import { MONTHS, chance, instant, issuesMonthly } from './story.mjs';

const accountId = 'northwind';
const AGENTS = 'Ada Bo Cy Dee Eli Fay Gus Hal Ivy Jo Kit Lee Max Ned Oz Pat'.split(' ');
const SEASONAL = { '2024-11': 'Quinn Rae Sol'.split(' '), '2025-11': 'Tess Uri Val Wes Yao'.split(' ') };
const COMMITMENT = 8;
const PRICES = [
  { product: 'qm', committed: '30.00', uncommitted: '45.00' },
  { product: 'desktop-analytics', committed: '12.00' },
  { product: 'insights-reader', committed: '8.00' },
  { product: 'wfo-access', committed: '5.00' },
];
const PRODUCTS = [
  { product: 'cr', name: 'Compliance Recording', overage: 'allow', features: ['recording'] },
  {
    product: 'qm',
    name: 'Quality Management',
    overage: 'allow',
    includes: ['cr'],
    features: ['scorecards', { feature: 'calibration', roles: ['evaluator'] }],
  },
  { product: 'desktop-analytics', name: 'Desktop Analytics', overage: 'allow', requires: [['cr', 'wfm']] },
  { product: 'wfo-access', name: 'Workforce Optimization access', sale: 'not-on-sale', complimentary: 5 },
  { product: 'insights-reader', name: 'Insights Reader', overage: 'allow', exclusiveGroup: 'insights' },
  { product: 'insights-author', name: 'Insights Author', overage: 'allow', exclusiveGroup: 'insights' },
];

export function northwind(story) {
  const start = instant('2024-11', 1, 13);
  story.notes(start, 'Northwind Support: workforce licences.');
  for (const product of PRODUCTS) story.does(start, 'DefineProduct', { provisioning: 'assigned', ...product });
  for (const price of PRICES) story.does(start, 'SetPrice', { ...price, currency: 'USD', validFrom: start });
  story.does(start, 'OpenAccount', {
    accountId,
    name: 'Northwind Support',
    region: 'US',
    timeZone: 'America/New_York',
    currency: 'USD',
    pricingModel: 'named',
    billing: 'monthly',
  });
  story.does(start, 'SetCommitment', { accountId, product: 'qm', quantity: COMMITMENT });
  for (const [role, product] of [
    ['agent', 'qm'],
    ['evaluator', 'wfo-access'],
    ['analyst', 'insights-reader'],
  ]) {
    story.does(start, 'LinkRole', { accountId, role, product });
  }
  story.does(start, 'LinkRole', { accountId, role: 'analyst', product: 'insights-author' }, 'role-conflict');
  story.does(start, 'PurchaseLicenses', { accountId, product: 'wfo-access', quantity: 1 }, 'not-for-sale');
  const staff = comesAndGoes(story, chance(41));

  story.does(instant('2024-11', 8, 14), 'AssignSeats', { accountId, product: 'desktop-analytics', userIds: ['ada'] });
  story.asks(
    instant('2024-11', 8, 15),
    'explain',
    { accountId, userId: 'ada', product: 'cr' },
    { licensed: true, access: true, reason: 'included', decisive: { type: 'SeatAssigned' } },
  );
  story.does(instant('2025-03', 4, 14), 'ChangeRoles', {
    accountId,
    userId: 'bo',
    roles: ['agent', 'evaluator', 'analyst'],
  });
  for (const [month, names] of Object.entries(SEASONAL)) season(story, month, names);
  story.asks(
    instant('2025-12', 10, 15),
    'allocation',
    { accountId, product: 'qm' },
    { commitment: COMMITMENT, capacity: COMMITMENT, assigned: staff('2025-12') + 5, available: 0 },
  );
  lateReport(story, staff('2025-12') + 5);
  issuesMonthly(story, accountId);
}

/** Agents all year; @returns how many there are at a month's end. */
function comesAndGoes(story, random) {
  const waiting = [...AGENTS];
  const active = [];
  const counts = new Map();
  const comes = (moment, roles) => {
    const name = waiting.shift();
    story.does(moment, 'RegisterUser', { accountId, userId: name.toLowerCase(), name, roles });
    active.push(name.toLowerCase());
  };
  for (let people = 0; people < 6; people += 1)
    comes(instant('2024-11', 4, 13, people), people < 2 ? ['agent', 'evaluator'] : ['agent']);
  for (const month of MONTHS) {
    const isQuiet = month === '2024-11' || month === '2025-12';
    if (!isQuiet && random() < 0.35 && waiting.length > 0) comes(instant(month, 7, 14), ['agent']);
    if (!isQuiet && random() < 0.25 && active.length > 5) {
      const [userId] = active.splice(2 + Math.floor(random() * (active.length - 2)), 1);
      story.does(instant(month, 18, 14), 'DeactivateUser', { accountId, userId });
    }
    counts.set(month, active.length);
  }
  return (month) => counts.get(month);
}

/** From mid-November to the end of January. */
function season(story, month, names) {
  const year = Number(month.slice(0, 4)) + 1;
  for (const [index, name] of names.entries()) {
    const userId = name.toLowerCase();
    story.does(instant(month, 12 + index, 14), 'RegisterUser', { accountId, userId, name, roles: ['agent'] });
    if (userId !== 'tess') story.does(instant(`${year}-01`, 30, 14, index), 'DeactivateUser', { accountId, userId });
  }
}

/** Tess had left before December began; it was told when December's invoice was out. */
function lateReport(story, thought) {
  const before = { accountId, period: '2025-12', knownAt: '2026-01-12T00:00:00Z' };
  const told = instant('2026-01', 14, 15);
  story.notes(told, "Tess had left on 28 November; December's invoice was out when it was reported.");
  story.does(
    told,
    'DeactivateUser',
    { accountId, userId: 'tess', effectiveAt: '2025-11-28T17:00:00Z' },
    'reason-required',
  );
  story.does(told, 'DeactivateUser', {
    accountId,
    userId: 'tess',
    effectiveAt: '2025-11-28T17:00:00Z',
    reason: 'left on 28 November, reported late',
  });
  story.asks(
    instant('2026-01', 15, 15),
    'peak',
    { accountId, product: 'qm', month: '2025-12' },
    { assigned: { quantity: thought - 1 }, billableOverage: thought - 1 - COMMITMENT },
  );
  story.asks(
    instant('2026-01', 15, 15),
    'peak',
    { accountId, product: 'qm', month: '2025-12', knownAt: before.knownAt },
    { assigned: { quantity: thought }, billableOverage: thought - COMMITMENT },
  );
  story.does(instant('2026-01', 15, 16), 'IssueInvoice', { accountId, period: '2025-12' });
  story.asks(
    instant('2026-01', 15, 17),
    'issued',
    { accountId, period: '2025-12' },
    {
      documents: [
        { type: 'InvoiceIssued' },
        {
          type: 'InvoiceAdjusted',
          subtotal: '-45.00',
          lines: [
            { month: '2025-12', product: 'qm', kind: 'overage', quantity: -1, unitPrice: '45.00', amount: '-45.00' },
          ],
        },
      ],
    },
  );
}
