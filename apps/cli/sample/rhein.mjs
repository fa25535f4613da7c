/** Rhein Versand: add-ons that are bought as they are assigned; a trial for everyone, a grace period, a bundle shown as lines of its own. */
import { MONTHS, chance, instant, issuesMonthly } from './story.mjs';

const accountId = 'rhein';
const NAMES =
  'Uwe Vera Willi Anke Bernd Clara Dirk Erika Frank Gerda Heiko Ilse Jens Katja Lothar Monika Norbert Ottilie'.split(
    ' ',
  );
const PRICES = [
  { product: 'user', committed: '49.99', breakdown: [{ product: 'ai-assist', amount: '9.995' }] },
  { product: 'ai-assist', committed: '9.00' },
  { product: 'analytics-plus', committed: '15.00' },
  { product: 'surveys', committed: '20.00' },
];

export function rhein(story) {
  const start = instant('2024-11', 11, 8);
  story.notes(start, 'Rhein Versand: add-ons bought as they are assigned.');
  story.does(start, 'DefineProduct', {
    product: 'user',
    name: 'Additional user',
    provisioning: 'assigned',
    overage: 'auto-purchase',
    features: ['inbox'],
  });
  story.does(start, 'DefineProduct', {
    product: 'ai-assist',
    name: 'AI Assist',
    provisioning: 'assigned',
    overage: 'auto-purchase',
    features: ['drafts'],
  });
  story.does(start, 'DefineProduct', {
    product: 'analytics-plus',
    name: 'Analytics+',
    provisioning: 'account-wide',
    features: ['dashboards'],
  });
  story.does(start, 'DefineProduct', {
    product: 'surveys',
    name: 'Surveys',
    provisioning: 'unmanaged',
    features: ['surveys'],
  });
  for (const price of PRICES) story.does(start, 'SetPrice', { ...price, currency: 'EUR', validFrom: start });
  story.does(start, 'OpenAccount', {
    accountId,
    name: 'Rhein Versand',
    region: 'EU',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    pricingModel: 'named',
    billing: 'monthly',
  });
  story.does(start, 'Subscribe', { accountId, product: 'analytics-plus' });
  story.does(instant('2025-02', 3), 'Subscribe', { accountId, product: 'surveys' });
  comesAndGoes(story, chance(37));

  story.does(instant('2025-04', 24), 'AnnounceProgram', {
    programId: 'ai-assist-provisioning',
    name: 'AI Assist provisioning',
    products: ['ai-assist'],
    phases: [
      { phase: 'assignment-open', region: null, startsAt: '2025-06-02T22:00:00Z' },
      { phase: 'restricted', region: null, startsAt: '2025-06-29T22:00:00Z' },
    ],
  });
  story.does(instant('2025-05', 5), 'StartTrial', { accountId, product: 'ai-assist', endsAt: '2025-05-19T08:00:00Z' });
  story.does(
    instant('2025-05', 6),
    'AssignSeats',
    { accountId, product: 'ai-assist', userIds: ['uwe'] },
    'assignment-not-open',
  );
  story.asks(
    instant('2025-05', 6),
    'explain',
    { accountId, userId: 'willi', product: 'ai-assist' },
    { licensed: true, access: true, reason: 'trial' },
  );
  story.asks(
    instant('2025-05', 20),
    'explain',
    { accountId, userId: 'willi', product: 'ai-assist' },
    { licensed: false, access: true, reason: 'transition' },
  );
  story.does(instant('2025-06', 3), 'PurchaseLicenses', { accountId, product: 'ai-assist', quantity: 1 });
  story.does(instant('2025-06', 3, 10), 'AssignSeats', { accountId, product: 'ai-assist', userIds: ['uwe'] });
  story.notes(instant('2025-06', 4), 'Balance 0: two more are bought and given in one step.');
  story.does(instant('2025-06', 4), 'AssignSeats', { accountId, product: 'ai-assist', userIds: ['vera', 'willi'] });
  story.asks(
    instant('2025-06', 4, 10),
    'allocation',
    { accountId, product: 'ai-assist' },
    { purchased: 3, assigned: 3, available: 0, overage: 0 },
  );
  story.does(instant('2025-06', 10), 'ReleaseSeats', { accountId, product: 'ai-assist', userIds: ['willi'] });
  story.asks(
    instant('2025-07', 3),
    'explain',
    { accountId, userId: 'willi', product: 'ai-assist' },
    { licensed: false, access: false, reason: 'seat-released' },
  );
  story.does(instant('2026-03', 5), 'DefineProduct', {
    product: 'user',
    name: 'Additional user',
    provisioning: 'assigned',
    overage: 'auto-purchase',
    features: ['inbox', 'shared-inbox'],
  });
  story.does(instant('2025-12', 15), 'SetPrice', {
    product: 'user',
    accountId,
    currency: 'EUR',
    committed: '44.99',
    breakdown: [{ product: 'ai-assist', amount: '7.50' }],
    validFrom: '2025-12-31T23:00:00Z',
  });
  issuesMonthly(story, accountId);
}

/** Nobody counts licences: who comes gets a seat, which is bought where none is free; what is left over is given back now and then. */
function comesAndGoes(story, random) {
  const waiting = [...NAMES];
  const active = [];
  let bought = 0;
  const comes = (moment) => {
    const name = waiting.shift();
    const userId = name.toLowerCase();
    story.does(moment, 'RegisterUser', { accountId, userId, name });
    story.does(moment, 'AssignSeats', { accountId, product: 'user', userIds: [userId] });
    active.push(userId);
    bought = Math.max(bought, active.length);
  };
  for (let people = 0; people < 5; people += 1) comes(instant('2024-11', 11, 9, people));
  for (const month of MONTHS.slice(1)) {
    if (random() < 0.55 && waiting.length > 0) comes(instant(month, 6));
    // The first three are in the story of the trial.
    if (random() < 0.25 && active.length > 4) {
      const [userId] = active.splice(3 + Math.floor(random() * (active.length - 3)), 1);
      story.does(instant(month, 14), 'DeactivateUser', { accountId, userId });
    }
    if (random() < 0.4 && bought > active.length) {
      story.does(instant(month, 20), 'ReduceLicenses', {
        accountId,
        product: 'user',
        quantity: bought - active.length,
      });
      bought = active.length;
    }
  }
}
