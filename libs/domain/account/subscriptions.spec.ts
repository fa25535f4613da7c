import { NOW, day, given } from '../../../test/support/domain/given.js';
import { type GivenEvent, defined, opened, purchased, registered } from '../../../test/support/reference/given.js';

const JAN = day(1);
const acme = [opened(JAN, { timeZone: 'America/New_York' }), registered(JAN, 'ann')];
const subscribed = (product: string, at = JAN): GivenEvent => [at, 'ProductSubscribed', { product }];
const unsubscribed = (product: string, at = NOW): GivenEvent => [at, 'ProductUnsubscribed', { product }];

describe('Subscribe and Unsubscribe', () => {
  const hall = defined('hall', { provisioning: 'account-wide' });
  const needing = defined('plus', { provisioning: 'unmanaged', requires: [['hall', 'qm']] });

  test('to what is subscribed already, or not at all, changes nothing', () => {
    given(hall, ...acme)
      .when('Subscribe', { product: 'hall' })
      .emits(subscribed('hall', NOW));
    given(hall, ...acme, subscribed('hall'))
      .when('Subscribe', { product: 'hall' })
      .emits();
    given(hall, ...acme, subscribed('hall'))
      .when('Unsubscribe', { product: 'hall' })
      .emits(unsubscribed('hall'));
    given(hall, ...acme)
      .when('Unsubscribe', { product: 'hall' })
      .emits();
  });

  test('requires the subscription or, where seat-managed, a capacity above 0', () => {
    given(hall, needing, ...acme)
      .when('Subscribe', { product: 'plus' })
      .refuses('prerequisite-missing');
    given(hall, needing, ...acme, subscribed('hall'))
      .when('Subscribe', { product: 'plus' })
      .emits(subscribed('plus', NOW));
    given(hall, needing, defined('qm'), ...acme)
      .when('Subscribe', { product: 'plus' })
      .refuses('prerequisite-missing');
    given(hall, needing, defined('qm'), ...acme, purchased(JAN, 'qm', 1))
      .when('Subscribe', { product: 'plus' })
      .emits(subscribed('plus', NOW));
    given(hall, needing, defined('qm', { complimentary: 1 }), ...acme)
      .when('Subscribe', { product: 'plus' })
      .emits(subscribed('plus', NOW));
  });

  test('another subscription then lacks what it requires, and did not before: subscription-required', () => {
    const world = [hall, needing, ...acme, subscribed('hall'), subscribed('plus')];
    given(...world)
      .when('Unsubscribe', { product: 'hall' })
      .refuses('subscription-required');
    given(...world, defined('qm', { complimentary: 1 }, JAN))
      .when('Unsubscribe', { product: 'hall' })
      .emits(unsubscribed('hall'));
    given(
      hall,
      defined('plus', { provisioning: 'unmanaged', requires: [['hall'], ['gone']] }),
      ...acme,
      subscribed('hall'),
      subscribed('plus'),
    )
      .when('Unsubscribe', { product: 'hall' })
      .emits(unsubscribed('hall'));
  });

  test('that others require it of their seats does not keep a subscription', () => {
    given(hall, defined('ext', { requires: [['hall']] }), ...acme, subscribed('hall'), [
      JAN,
      'SeatAssigned',
      { product: 'ext', userId: 'ann', source: 'manual' },
    ])
      .when('Unsubscribe', { product: 'hall' })
      .emits(unsubscribed('hall'));
  });
});

describe('RecordUsage', () => {
  const calls = defined('calls', { provisioning: 'metered', basePack: 10 });
  const used = (usageId: string, quantity: number, at = NOW): GivenEvent => [
    at,
    'UsageRecorded',
    { product: 'calls', usageId, quantity },
  ];
  const limit = (value: number | null, at = JAN): GivenEvent => [
    at,
    'UsageLimitSet',
    { product: 'calls', limit: value },
  ];
  const record = (usageId: string, quantity = 1): object => ({ product: 'calls', usageId, quantity });
  const world = [calls, ...acme, subscribed('calls')];

  test('a usageId counts once per account and product', () => {
    given(...world)
      .when('RecordUsage', record('u'))
      .emits(used('u', 1));
    given(...world, used('u', 1, JAN))
      .when('RecordUsage', record('u', 5))
      .emits();
    given(...world, defined('mails', { provisioning: 'metered' }), subscribed('mails'), used('u', 1, JAN))
      .when('RecordUsage', { ...record('u'), product: 'mails' })
      .emitsTypes('UsageRecorded');
    expect(
      given(...world, used('u', 1, JAN), used('u', 5, day(2)))
        .account()
        .usage.get('calls')?.used,
    ).toEqual(new Map([['2025-12', 1]]));
  });

  test('a repeat is no event, before the rest, and judged on all that is known now', () => {
    given(calls, ...acme, used('u', 1, JAN))
      .when('RecordUsage', record('u'))
      .emits();
    given(...world, limit(0), used('a', 10, day(3, 6)), used('u', 1, day(4, 6)))
      .when('RecordUsage', record('u'))
      .emits();
    given(...world, used('u', 1, day(1, 3)))
      .when('RecordUsage', { ...record('u'), effectiveAt: day(1, 2), reason: 'late' })
      .emits();
  });

  test('not-subscribed, at that instant', () => {
    given(calls, ...acme)
      .when('RecordUsage', record('u'))
      .refuses('not-subscribed');
    given(...world, unsubscribed('calls', day(2)))
      .when('RecordUsage', record('u'))
      .refuses('not-subscribed');
    given(...world, unsubscribed('calls', day(1, 3)))
      .when('RecordUsage', { ...record('u'), effectiveAt: day(1, 2), reason: 'late' })
      .emits(used('u', 1));
  });

  test('used in this month already >= basePack + limit: usage-limit-reached; the record that crosses the line is accepted', () => {
    given(...world, limit(5), used('a', 14, day(2, 6)))
      .when('RecordUsage', record('u', 1000))
      .emits(used('u', 1000));
    given(...world, limit(5), used('a', 15, day(2, 6)))
      .when('RecordUsage', record('u'))
      .refuses('usage-limit-reached');
    given(...world, limit(0), used('a', 10, day(2, 6)))
      .when('RecordUsage', record('u'))
      .refuses('usage-limit-reached');
  });

  test('null = no limit, the default', () => {
    given(...world, used('a', 1_000_000, day(2, 6)))
      .when('RecordUsage', record('u'))
      .emits(used('u', 1));
    given(...world, limit(0), limit(null, day(2)), used('a', 1_000_000, day(2, 6)))
      .when('RecordUsage', record('u'))
      .emits(used('u', 1));
  });

  test('the month begins anew at local midnight on the 1st', () => {
    const late = (at: string): object => ({ ...record('u'), effectiveAt: at, reason: 'late' });
    const full = given(...world, limit(0), used('a', 10, day(20, 5)));
    full.when('RecordUsage', late('2026-06-01T03:59:59.999Z')).refuses('usage-limit-reached');
    full.when('RecordUsage', late('2026-06-01T04:00:00Z')).emits(used('u', 1));
  });

  test('SetUsageLimit: a limit that stands already changes nothing, zero is one and null is none', () => {
    given(...world)
      .when('SetUsageLimit', { product: 'calls', limit: null })
      .emits();
    given(...world)
      .when('SetUsageLimit', { product: 'calls', limit: 0 })
      .emits(limit(0, NOW));
    given(...world, limit(7))
      .when('SetUsageLimit', { product: 'calls', limit: 7 })
      .emits();
    given(...world, limit(7))
      .when('SetUsageLimit', { product: 'calls', limit: null })
      .emits(limit(null, NOW));
  });
});

describe('SetRetention', () => {
  const rec = defined('rec', { units: 'retention' });
  const retention = (days: number | null, months: number | null, at = NOW): GivenEvent => [
    at,
    'RetentionSet',
    { product: 'rec', days, months },
  ];

  test('days or months; what stands already changes nothing', () => {
    given(rec, ...acme)
      .when('SetRetention', { product: 'rec', days: 14 })
      .emits(retention(14, null));
    given(rec, ...acme)
      .when('SetRetention', { product: 'rec', months: 6 })
      .emits(retention(null, 6));
    given(rec, ...acme, retention(null, 6, JAN))
      .when('SetRetention', { product: 'rec', months: 6 })
      .emits();
    given(rec, ...acme, retention(3, null, JAN))
      .when('SetRetention', { product: 'rec', months: 3 })
      .emits(retention(null, 3));
  });

  test('for products that count by retention only, however they are provisioned', () => {
    given(defined('rec'), ...acme)
      .when('SetRetention', { product: 'rec', days: 14 })
      .refuses('wrong-product-kind');
    given(defined('rec', { units: 'retention', provisioning: 'unmanaged' }), ...acme)
      .when('SetRetention', { product: 'rec', days: 14 })
      .emitsTypes('RetentionSet');
  });
});

describe('trials', () => {
  const qm = defined('qm');
  const trial = (at: string, endsAt: string): GivenEvent => [
    at,
    'TrialStarted',
    { product: 'qm', endsAt: endsAt.replace('Z', '.000Z') },
  ];
  const ended = (at: string): GivenEvent => [at, 'TrialEnded', { product: 'qm' }];
  const start = { product: 'qm', endsAt: day(1, 9) };

  test('a trial runs [start, endsAt) or until ended', () => {
    given(qm, ...acme)
      .when('StartTrial', start)
      .emits(trial(NOW, day(1, 9)));
    given(qm, ...acme, trial(JAN, day(1, 7)))
      .when('StartTrial', start)
      .refuses('trial-running');
    given(qm, ...acme, trial(JAN, NOW))
      .when('StartTrial', start)
      .emits(trial(NOW, day(1, 9)));
    given(qm, ...acme, trial(JAN, day(1, 7)), ended(day(2)))
      .when('StartTrial', start)
      .emits(trial(NOW, day(1, 9)));
  });

  test('no trial runs: no-trial, also one that is over', () => {
    given(qm, ...acme)
      .when('EndTrial', { product: 'qm' })
      .refuses('no-trial');
    given(qm, ...acme, trial(JAN, NOW))
      .when('EndTrial', { product: 'qm' })
      .refuses('no-trial');
    given(qm, ...acme, trial(JAN, day(1, 7)))
      .when('EndTrial', { product: 'qm' })
      .emits(ended(NOW));
  });

  test('endsAt not after effectiveAt: invalid-input, checked last', () => {
    given(qm, ...acme)
      .when('StartTrial', { product: 'qm', endsAt: NOW })
      .refuses('invalid-input');
    given(qm, ...acme, trial(JAN, day(1, 7)))
      .when('StartTrial', { product: 'qm', endsAt: NOW })
      .refuses('trial-running');
    given(qm, ...acme)
      .when('StartTrial', { product: 'qm', endsAt: day(2, 2), effectiveAt: day(1, 2), reason: 'late' })
      .emits(trial(NOW, day(2, 2)));
  });

  test('a trial that is recorded late is judged on state(effectiveAt, now), not on one that came after', () => {
    given(qm, ...acme, trial(day(1, 3), day(1, 7)))
      .when('StartTrial', { product: 'qm', endsAt: day(1, 5), effectiveAt: day(1, 2), reason: 'late' })
      .emits(trial(NOW, day(1, 5)));
  });
});
