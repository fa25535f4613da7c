/** Harbor Bank, Lisbon: AI seats that a program brings in. Nobody had to act, everybody kept access, and the bank found itself over its seats. */
import { MONTHS, chance, company, instant, issuesMonthly } from './story.mjs';

const accountId = 'harbor';
const product = 'copilot';
const NAMES =
  'Ana Bento Carla Diogo Elsa Filipe Gil Hugo Ines Joana Kiko Lara Mario Nuno Olga Pedro Rita Sara Tiago Vasco Wanda Xavier'.split(
    ' ',
  );

export function harbor(story) {
  const start = instant('2024-11', 4);
  const bank = company(story, { accountId, product, names: NAMES, licences: 8, random: chance(11) });
  story.notes(start, 'Harbor Bank: AI seats.');
  story.does(start, 'DefineProduct', {
    product,
    name: 'Copilot',
    provisioning: 'assigned',
    features: ['suggestions', 'summaries', { feature: 'prompt-editor', roles: ['lead'] }],
  });
  story.does(start, 'DefineProduct', {
    product: 'interaction-analytics',
    name: 'Interaction Analytics',
    provisioning: 'assigned',
    features: ['topics', 'sentiment'],
  });
  for (const [priced, committed, uncommitted] of [
    [product, '24.00', '30.00'],
    ['interaction-analytics', '18.50', '22.00'],
  ]) {
    story.does(start, 'SetPrice', { product: priced, currency: 'EUR', committed, uncommitted, validFrom: start });
  }
  story.does(start, 'OpenAccount', {
    accountId,
    name: 'Harbor Bank',
    region: 'EU',
    timeZone: 'Europe/Lisbon',
    currency: 'EUR',
    pricingModel: 'concurrent',
    billing: 'monthly',
  });
  story.does(start, 'PurchaseLicenses', { accountId, product, quantity: 8 });
  for (let people = 0; people < 10; people += 1)
    bank.joins(instant('2024-11', 4, 10, people), people < 2 ? ['lead'] : undefined);
  story.asks(
    instant('2024-11', 20),
    'explain',
    { accountId, userId: 'ana', product },
    { licensed: true, access: true, reason: 'concurrent-pricing' },
  );

  const announced = instant('2024-12', 2, 10);
  story.does(announced, 'AnnounceProgram', {
    programId: 'ai-seats',
    name: 'Seats for AI products',
    products: [product, 'interaction-analytics'],
    phases: [
      { phase: 'assignment-open', region: null, startsAt: '2025-01-14T00:00:00Z' },
      { phase: 'restricted', region: null, startsAt: '2025-02-14T00:00:00Z' },
    ],
    onOpen: 'assign-all-active',
  });
  story.does(instant('2024-12', 16), 'ChangePricingModel', { accountId, pricingModel: 'named' });
  story.does(instant('2025-01', 8), 'AssignSeats', { accountId, product, userIds: ['ana'] }, 'assignment-not-open');

  story.notes('2025-01-14T00:00:00Z', 'The day it opens: eight licences, ten active users, two seats too many.');
  story.asks(
    instant('2025-01', 20),
    'allocation',
    { accountId, product },
    { purchased: 8, capacity: 8, assigned: 10, available: 0, overage: 2 },
  );
  const chosen = [...bank.active].filter((userId) => userId !== 'ines' && userId !== 'gil');
  story.does(instant('2025-01', 27), 'SaveSeats', { accountId, product, userIds: chosen });
  bank.stands(8, chosen);
  story.asks(
    instant('2025-02', 3),
    'explain',
    { accountId, userId: 'ines', product },
    { licensed: false, access: true, reason: 'transition' },
  );
  story.asks(
    instant('2025-02', 20),
    'explain',
    { accountId, userId: 'ines', product },
    {
      licensed: false,
      access: false,
      reason: 'seat-released',
      decisive: { type: 'SeatReleased', effectiveAt: '2025-01-27T09:00:00.000Z' },
    },
  );
  story.does(instant('2025-02', 20), 'AssignSeats', { accountId, product, userIds: ['ines'] }, 'capacity-exceeded');
  story.asks(
    instant('2025-03', 3),
    'peak',
    { accountId, product, month: '2025-01' },
    { assigned: { quantity: 10, at: '2025-01-14T00:00:00.000Z' }, overage: { quantity: 2 }, billableOverage: 2 },
  );

  for (const month of MONTHS.filter((each) => each >= '2025-03')) bank.lives(month);

  story.does(instant('2025-03', 10), 'PurchaseLicenses', { accountId, product: 'interaction-analytics', quantity: 3 });
  story.does(instant('2025-03', 10), 'AssignSeats', {
    accountId,
    product: 'interaction-analytics',
    userIds: ['ana', 'bento'],
  });
  story.asks(
    instant('2025-03', 10, 12),
    'features',
    { accountId, userId: 'ana' },
    { features: ['prompt-editor', 'sentiment', 'suggestions', 'summaries', 'topics'] },
  );
  issuesMonthly(story, accountId);
}
